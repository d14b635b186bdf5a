/**
 * Why a fact holds: a code and the passages that are the evidence. Facts carry reasons as data; `wordReason` is the
 * one place that turns them into words, so that hover, warning and test cannot disagree.
 */
import type { Say } from '../text/say.ts';
import { sayInEnglish } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { shift, textOf } from '../text/span.ts';

export interface Reason {
  readonly code: string;
  /** Passages of the same article, in the order of the wording's `{0}`, `{1}` …. */
  readonly evidence: readonly Span[];
}

export function reason(code: string, ...evidence: readonly Span[]): Reason {
  return { code, evidence };
}

/** The reason in a text that has `by` more code units before its evidence. */
export function shiftReason({ code, evidence }: Reason, by: number): Reason {
  return { code, evidence: evidence.map((span) => shift(span, by)) };
}

const MAX_EVIDENCE_LENGTH = 60;

/**
 * The reason as a phrase without a final stop, with the evidence quoted from `text`.
 * @param wordings templates by code, with `{0}` for the first passage of evidence
 */
export function wordReason(
  text: string,
  { code, evidence }: Reason,
  wordings: Readonly<Record<string, string>>,
  say: Say = sayInEnglish,
): string {
  const passages = evidence.map((passage) => `“${shorten(textOf(text, passage))}”`);
  return say(wordings[code] ?? code, ...passages);
}

function shorten(passage: string): string {
  const flat = passage.replace(/\s+/g, ' ').trim();
  return flat.length <= MAX_EVIDENCE_LENGTH ? flat : `${flat.slice(0, MAX_EVIDENCE_LENGTH - 1).trimEnd()}…`;
}
