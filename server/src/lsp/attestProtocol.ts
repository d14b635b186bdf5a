/**
 * What Attest's own client may ask beyond LSP, for the status item and the comparison with a source. Types and names
 * only, shared by client and server; a client that knows none of it misses no other feature.
 */
import type { Range } from 'vscode-languageserver';

/** Request: `DocumentParams` → `DocumentStatus | null` (null for a document the server doesn't know). */
export const STATUS_REQUEST = 'attest/status';

/** Request: `CompareParams` → `Comparison[]`, best first; empty where the position lies in no traceable passage. */
export const COMPARE_REQUEST = 'attest/compare';

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface DocumentStatus {
  /** Whether warnings are shown for the document. */
  readonly checked: boolean;
  /** Why, as a sentence for people: `It reads like an article: 14 paragraphs of prose.` */
  readonly reason: string;
  /** Direct quotations and claims in the article: the facts that need a source. */
  readonly facts: number;
  /** How many of them have one: an attribution, a counterpart or an annotation. */
  readonly sourced: number;
  /** Warnings shown now, of every severity. */
  readonly warnings: number;
}

export interface CompareParams extends DocumentParams {
  readonly range: Range;
}

/** A passage of the asked document beside its counterpart in another one. */
export interface Comparison {
  /** `altered`, `verbatim` …, as in the hover. */
  readonly verdict: string;
  readonly here: ComparedPassage;
  readonly there: ComparedPassage;
}

export interface ComparedPassage {
  readonly uri: string;
  readonly range: Range;
  /** The text at the range, as the server has it. */
  readonly text: string;
}
