/** What a person recorded about a passage, as Attest works with it; `annotationFile.ts` reads and writes it. */
import type { Span } from '../text/span.ts';

/** `dismissed` belongs to dismissals: a warning that a person has looked at and does not want to see again. */
export const VERDICTS = ['verified', 'disputed', 'needs-checking', 'dismissed'] as const;

export type AnnotationVerdict = (typeof VERDICTS)[number];

/** A passage by its words: the W3C's TextQuoteSelector. */
export interface TextQuote {
  readonly exact: string;
  /** Some of the text before and after, which tells it from the same words elsewhere. */
  readonly prefix: string;
  readonly suffix: string;
}

/** How far a dismissal reaches from the passage it was given for. */
export const DISMISSAL_SCOPES = ['passage', 'line', 'next-line', 'block', 'file'] as const;

export type DismissalScope = (typeof DISMISSAL_SCOPES)[number];

export interface Dismissal {
  readonly scope: DismissalScope;
  /** Rule ids; empty for every rule. */
  readonly rules: readonly string[];
  readonly reason: string | null;
}

export interface Annotation {
  /** Unique in its file. */
  readonly id: string;
  readonly quote: TextQuote;
  /**
   * Where the passage stood when the annotation was last written; null when the file does not say. In Unicode code
   * points, as the W3C's TextPositionSelector counts, unlike every other span here.
   */
  readonly position: Span | null;
  readonly verdict: AnnotationVerdict | null;
  /** Where it comes from, as a TARGET: relative path, URL or source id, perhaps with a text fragment. */
  readonly source: string | null;
  /** Who says it, where the article does not make it plain. */
  readonly speaker: string | null;
  readonly note: string | null;
  readonly dismissal: Dismissal | null;
}

/**
 * Where an annotation's passage is now. `exact`: the same words. `changed`: the same place, but its words were edited
 * since, so that a verdict no longer holds. `ambiguous`: several places are equally near. `orphan`: none is.
 */
export type AnchorState = 'exact' | 'changed' | 'ambiguous' | 'orphan';

export interface Anchor {
  readonly state: AnchorState;
  /** Set for `exact` and `changed`. */
  readonly span: Span | null;
  /** For `ambiguous`, the places between which nobody has decided. */
  readonly candidates: readonly Span[];
}

export interface AnchoredAnnotation extends Anchor {
  readonly annotation: Annotation;
}
