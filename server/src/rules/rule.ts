/** What a rule is. One rule, one file, one name: settings, documentation and tests derive from the object. */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import type { ArticleId, Workspace } from '../workspace/types.ts';

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

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change to the text of one article that a fix proposes; `span` in the article as it is now. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
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

export interface RuleContext {
  readonly id: ArticleId;
  readonly article: Article;
  /** Undefined where an article is checked alone. */
  readonly workspace: Workspace | undefined;
}

export interface Rule {
  readonly id: RuleId;
  /** `A claim nobody is given for`. */
  readonly title: string;
  /** A paragraph of Markdown for the rule's page: what is flagged, why, what is exempt, how to dismiss it. */
  readonly explanation: string;
  readonly defaultSeverity: Severity;
  /** Short articles of our own, with the flagged passage in `<w>…</w>`; every one is a test. */
  readonly examples: { readonly warned: readonly string[]; readonly silent: readonly string[] };
  check(context: RuleContext): readonly Finding[];
}
