/** The stretch of a block in which the source and contents of a cue are looked for. */
import { Mark, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';

/** A window is never longer, so that a page without a full stop costs no more than others. */
const REACH = 160;

/**
 * The cue's sentence, with the whole of every quotation that begins or ends in it; and the quotation in front or
 * behind when the sentence touches it: `“A. B,” X said. “C. D.”`
 */
export function windowOf(v: BlockView, cue: Stretch): Stretch {
  let first = v.sentenceFirst[v.sentence[cue.first]!]!;
  let last = v.sentenceLast[v.sentence[cue.last]!]!;
  first = quotationStart(v, first);
  last = quotationEnd(v, last);
  // a quotation that ends right before, or begins right after
  if (first > 0 && v.quotation[first - 1]! >= 0) first = quotationStart(v, first - 1);
  if (last + 1 < v.length && (v.quotation[last + 1]! >= 0 || v.mark[last + 1] === Mark.quote))
    last = quotationEnd(v, last + 1);
  last = Math.max(last, v.sentenceLast[v.sentence[Math.min(last, v.length - 1)]!]!);
  return { first: Math.max(first, cue.first - REACH), last: Math.min(last, cue.last + REACH) };
}

function quotationStart(v: BlockView, i: number): number {
  const tokens = v.quotationTokens.get(v.quotation[i]!);
  return tokens ? Math.min(tokens.first, v.sentenceFirst[v.sentence[tokens.first]!]!) : i;
}

function quotationEnd(v: BlockView, i: number): number {
  return v.quotationTokens.get(v.quotation[i]!)?.last ?? i;
}
