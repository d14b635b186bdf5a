/** What a rule is. One rule, one file, one name: settings, documentation and tests derive from the object. */
import type { Article, ArticleFormat } from '../analysis/facts.ts';
import type { AnchoredAnnotation } from '../annotations/annotation.ts';
import type { Mark } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { TextEdit } from '../text/edits.ts';
import type { FigureCounterpart } from '../workspace/figures.ts';
import type { ArticleId, Counterpart, Workspace } from '../workspace/types.ts';
import type { Say } from '../text/say.ts';
import type { Messages } from './messages.ts';

export type { TextEdit } from '../text/edits.ts';

export const RULE_IDS = [
  'unattributed-claim',
  'unattributed-quote',
  'vague-attribution',
  'altered-quote',
  'speaker-mismatch',
  'figure-mismatch',
  'missing-source',
  'unclosed-quote',
  'inconsistent-name',
  'unresolved-mark',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** From gravest to mildest. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof SEVERITIES)[number];

/**
 * `off`: silence. `writing`: everything as a hint. `desk`: the rules' own severities. `strict`: a fact-check, where every
 * claim and quotation needs an annotation.
 */
export const PROFILES = ['off', 'writing', 'desk', 'strict'] as const;

export type Profile = (typeof PROFILES)[number];

/** What the person who checks has decided; see `config/` for where it comes from. */
export interface RuleSettings {
  readonly profile: Profile;
  /** Overrides the profile rule by rule. */
  readonly rules: Readonly<Partial<Record<RuleId, Severity | 'off'>>>;
  readonly knownFacts: readonly KnownFact[];
}

/** A statement that needs no attribution in this workspace. */
export interface KnownFact {
  readonly text: string;
  readonly reason?: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one to offer first. */
  readonly preferred: boolean;
}

export interface RelatedPassage {
  readonly id: ArticleId;
  readonly span: Span;
  readonly message: string;
}

/** One warning. */
export interface Finding {
  readonly rule: RuleId;
  readonly span: Span;
  readonly severity: Severity;
  /** Names the passage, what is missing, and a way out. */
  readonly message: string;
  readonly related: readonly RelatedPassage[];
  readonly fixes: readonly Fix[];
}

/** What a rule finds; id and severity are added by `runRules`. */
export interface RuleFinding {
  readonly span: Span;
  readonly message: string;
  /**
   * How grave this case is by itself. `graver` raises the rule's own severity to error, unless the settings name one;
   * `milder` lowers it by one step; `hint` makes it a hint. Without it: the rule's severity.
   */
  readonly gravity?: 'graver' | 'milder' | 'hint';
  readonly related?: readonly RelatedPassage[];
  readonly fixes?: readonly Fix[];
}

/** What is checked. */
export interface CheckedArticle {
  readonly id: ArticleId;
  readonly article: Article;
  /** Undefined where an article is checked alone. */
  readonly workspace?: Workspace | undefined;
  /** The marks in its text; found by `runRules` when missing and `text` is given. */
  readonly marks?: readonly Mark[];
  /** The text with its marks, where it differs from `article.text`. */
  readonly text?: string;
  /** From its annotation file, anchored in the text as it is now. */
  readonly annotations?: readonly AnchoredAnnotation[];
  /** Whether a file exists that is no article of the workspace; undefined when nobody knows. */
  readonly exists?: (id: ArticleId) => boolean | undefined;
  /** URIs of the workspace's folders: a mark's target never leads out of them. */
  readonly folders?: readonly string[];
  /** The same figure in other articles, from somebody who remembers; looked up in the workspace when missing. */
  readonly figures?: (quantity: number) => readonly FigureCounterpart[];
  /**
   * Gives the facts of another article to whoever asks: at once, or before the next check. Those of the workspace, at
   * once, when missing.
   */
  readonly facts?: RuleContext['facts'];
  /** In the person's language; English where it is missing. */
  readonly say?: Say;
}

/** What a rule reads. */
export interface RuleContext {
  readonly id: ArticleId;
  /** Its `text` has the marks blanked out. */
  readonly article: Article;
  readonly workspace: Workspace | undefined;
  /** Where else a passage stands, asked once for all rules. Empty without a workspace. */
  readonly counterparts: (passage: Span) => readonly Counterpart[];
  /** The same figure in other articles, by the index of the quantity; see `findFigureCounterparts`. */
  readonly figures: (quantity: number) => readonly FigureCounterpart[];
  /** Gives the facts of another article, where there is one, to whoever asks: at once, or before the next check. */
  readonly facts: (id: ArticleId, tell: (article: Article) => void) => void;
  /** The text with its marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly annotations: readonly AnchoredAnnotation[];
  readonly exists: (id: ArticleId) => boolean | undefined;
  readonly folders: readonly string[];
  readonly settings: RuleSettings;
  /** The message in the reader's language, with its places filled in. */
  readonly wording: (message: keyof Messages, ...values: readonly string[]) => string;
}

export interface Rule {
  readonly id: RuleId;
  /** `A claim nobody is given for`. */
  readonly title: string;
  /** A paragraph of Markdown for the rule's page: what is flagged, why, what is exempt, how to dismiss it. */
  readonly explanation: string;
  readonly defaultSeverity: Severity;
  /** Only worth running where other articles are known. */
  readonly needsWorkspace: boolean;
  /** Whether the paragraphs around a passage show what it says of it; a rule that does not asks the whole article or more. */
  readonly looksNearby: boolean;
  readonly examples: RuleExamples;
  /** At once, or in steps where the whole of it would be felt by whoever writes a long article. */
  check(context: RuleContext): readonly RuleFinding[] | Steps<readonly RuleFinding[]>;
}

/** Short articles of our own, with the flagged passage in `<w>…</w>`; every one is a test. */
export interface RuleExamples {
  readonly warned: readonly RuleExample[];
  readonly silent: readonly RuleExample[];
}

/** An article: plain text and alone, or in a format and beside other articles, those below `sources/` its sources. */
export type RuleExample =
  | string
  | {
      readonly text: string;
      readonly format?: ArticleFormat;
      readonly sources?: Readonly<Record<string, string>>;
    };
