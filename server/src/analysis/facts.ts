/**
 * The facts that analysis finds in one article: plain values, positions as spans of the article's text.
 * Everything after analysis (rules, features, the command line) reads these and nothing else. A fact never holds
 * wording for people; it holds a `Reason`, and `reasons.ts` words it once for hover, warning and test.
 *
 * The examples name the text a field covers.
 */
import type { Span } from '../text/span.ts';
import type { Reason } from './reasons.ts';

/** How the text is to be read. `markdown` has front matter, code, footnotes, comments; `transcript` has turns. */
export type ArticleFormat = 'plain' | 'markdown';

export type BlockKind =
  | 'front-matter'
  | 'headline'
  /** A heading inside the article. */
  | 'heading'
  /** `Washington(CNN)`, `HEMPSTEAD, N.Y., Sept. 26 (UPI) —`: stands before the paragraph it opens. */
  | 'dateline'
  | 'byline'
  | 'paragraph'
  | 'list-item'
  /** A Markdown `>` paragraph or another quotation set off by layout. */
  | 'block-quote'
  | 'caption'
  /** `Reporting by …; editing by …`, `© AP Photo`. */
  | 'credit'
  /** Page furniture: teasers, `READ MORE`, share bars, widget names. */
  | 'furniture'
  /** One speaker's turn of a transcript: `Q: …`, `SECRETARY HALE: …`. */
  | 'turn'
  | 'code'
  /** A Markdown footnote definition, an HTML comment, or other text that is not read as article. */
  | 'note';

/**
 * Blocks are in order and do not overlap; blank lines between them belong to none. A block's span has no line break
 * at its ends. Hard-wrapped lines of one paragraph are one block.
 */
export interface Block {
  readonly span: Span;
  readonly kind: BlockKind;
  /** For a `turn`, the label without its colon: `SECRETARY HALE`. */
  readonly label?: Span;
  readonly reason: Reason;
}

/** The kinds whose text is the article's own prose: quotations, attributions and claims are looked for in these. */
export const PROSE_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'headline',
  'heading',
  'paragraph',
  'list-item',
  'block-quote',
  'turn',
]);

export interface Sentence {
  readonly span: Span;
  readonly block: number;
}

/** `direct`: a full utterance. `partial`: a few quoted words inside the writer's sentence. `block`: a quoted paragraph. */
export type QuotationKind = 'direct' | 'partial' | 'block';

/** What a stretch in quotation marks is for. Only `speech` and `writing` can lack a speaker. */
export type QuotationRole = 'speech' | 'writing' | 'term' | 'title' | 'nickname';

export interface Quotation {
  /** With its marks: `“We will stay,”`. For an unclosed quotation to the end of its paragraph. */
  readonly span: Span;
  /** Without marks: `We will stay,`. */
  readonly inner: Span;
  readonly kind: QuotationKind;
  readonly role: QuotationRole;
  /** No closing mark, and no next paragraph that reopens explains it. */
  readonly unclosed: boolean;
  /** Index of the quotation (in the previous paragraph) that this one continues without a new attribution. */
  readonly continues: number | null;
  /** Index of the quotation this one stands inside; null at the top. */
  readonly parent: number | null;
  /** Index of the attribution that gives it its speaker. */
  readonly attribution: number | null;
  readonly reason: Reason;
}

export type AttributionKind = 'direct' | 'indirect' | 'mixed';

/** Who an attribution names: by name, only by description, or nobody. */
export interface Attribution {
  /** In text order: by the start of the first of all their spans. */
  readonly kind: AttributionKind;
  /** `Keane, the head of the Tarn Harbour Board,`; with apposition. Empty when nobody is given. */
  readonly source: readonly Span[];
  /** `said`; with auxiliaries. Empty for an attribution carried over from an earlier one. */
  readonly cue: readonly Span[];
  /** `“A,”` and `“B”` in `“A,” she said, “B”`. A direct content includes its marks, an indirect one its `that`. */
  readonly content: readonly Span[];
  /** Index into `speakers`; null when no speaker is given. */
  readonly speaker: number | null;
  /** Index of the attribution in whose content this one stands: X said that Y had said. */
  readonly parent: number | null;
  /** 0 to 1: how sure the analysis is. Rules stay silent below a threshold of their own. */
  readonly confidence: number;
  readonly reason: Reason;
}

export type SpeakerKind = 'person' | 'organisation' | 'document' | 'unnamed' | 'group';

export interface Speaker {
  /**
   * The fullest form of the name in the article, without title (unless two people share it: `Mr. Hale`, `Mrs. Hale`) or
   * leading "the"; null for unnamed and collective sources.
   */
  readonly name: string | null;
  readonly kind: SpeakerKind;
  /** In text order. */
  readonly mentions: readonly Mention[];
  /** The mention that introduces them: the fullest, with role or apposition. `US Gen. Joseph Votel`. */
  readonly introduction: Span;
  /** Roles the article gives: `head of the Tarn Harbour Board`. */
  readonly roles: readonly string[];
  /** Index of the speaker they speak for: a spokesman's ministry. */
  readonly speaksFor: number | null;
}

export type MentionForm =
  'full-name' | 'last-name' | 'first-name' | 'pronoun' | 'organisation' | 'acronym' | 'description';

export interface Mention {
  readonly span: Span;
  readonly form: MentionForm;
  /** For pronouns, roles and short forms: the span of the mention it was resolved by. */
  readonly antecedent: Span | null;
  readonly reason: Reason;
}

export type Modifier = '=' | '~' | '>' | '<' | 'range';
export type Change = 'up' | 'down' | '=';
export type QuantityKind =
  'count' | 'money' | 'percent' | 'percentage-points' | 'measure' | 'ratio' | 'multiple' | 'date' | 'other';

/** Why a quantity is no claim: ids of NEWSROOM exemptions, documented in the README. */
export type Exemption =
  | 'date'
  | 'year'
  | 'time'
  | 'duration'
  | 'age'
  | 'ordinal'
  | 'identifier'
  | 'name'
  | 'score'
  | 'address'
  | 'list-number'
  | 'small-count'
  | 'idiom'
  | 'logistics'
  | 'known-fact'
  | 'observed'
  | 'arithmetic'
  | 'conversion'
  | 'quoted'
  | 'headline'
  | 'linked'
  | 'hypothetical'
  | 'genre';

/** A number with what it counts. It is a claim when `exempt` is null. */
export interface Quantity {
  /** From modifier or number to the end of the unit: `over 5 million Syrians`, `some 5,000 troops`. */
  readonly span: Span;
  /** The number alone: `5 million`. */
  readonly number: Span;
  /** The value, or the lower bound of a range; scale words multiplied in: 5000000. */
  readonly value: number;
  /** The upper bound of a range, never a mean; null when there is none. */
  readonly upper: number | null;
  /**
   * The counted noun with its modifiers, or the unit's usual name, with the rate: `US military bases`, `percent`,
   * `dollar per barrel`. Null for none.
   */
  readonly unit: string | null;
  readonly kind: QuantityKind;
  readonly modifier: Modifier;
  readonly change: Change;
  /** `per year`, `a day`; null for none. */
  readonly rate: string | null;
  /** What is measured, as far as the sentence says: content words around the number, lower case: `unemployment rate`. */
  readonly concept: readonly string[];
  readonly exempt: Exemption | null;
  /**
   * 0 to 1: how much a careful desk editor would want a source for it: rates, money totals, casualties and large
   * counts high; distances, durations, prices and small counts low; 0 when exempt. Rules stay silent below a
   * threshold of their own.
   */
  readonly weight: number;
  /** Index of the attribution (with a source) in whose content it lies, or that carries over to it. */
  readonly attribution: number | null;
  readonly reason: Reason;
}

/** All the facts of one article. Indices in the facts point into these arrays. */
export interface Article {
  /** As it was read: the writer's marks (`[CQ]`, `[source: …]`) are blanks, all offsets those of the document. */
  readonly text: string;
  readonly format: ArticleFormat;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly speakers: readonly Speaker[];
  readonly quantities: readonly Quantity[];
}
