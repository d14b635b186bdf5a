/** The stretch of a block in which the source and contents of a cue are looked for. */
import { Mark, type BlockView } from './blockView.ts';
import { CUE, type CueReading } from './cueModel.ts';
import { beginsStretch, type Stretch } from './learned/labels.ts';

/** Nothing is looked for further from a cue, so that a page without a full stop costs no more than others. */
export const REACH = 160;
/** Nor does it hold more cues on one side: no sentence has so many, and each of them has a window of its own. */
const MOST_CUES = 12;

/**
 * The cue's sentence, with the whole of every quotation that begins or ends in it; and the quotation in front or
 * behind when the sentence touches it: `“A. B,” X said. “C. D.”`
 */
export function windowOf(v: BlockView, { labels }: CueReading, cue: Stretch): Stretch {
  let first = v.sentenceFirst[v.sentence[cue.first]!]!;
  let last = v.sentenceLast[v.sentence[cue.last]!]!;
  first = quotationStart(v, first);
  last = quotationEnd(v, last);
  // a quotation that ends right before, or begins right after
  if (first > 0 && v.quotation[first - 1]! >= 0) first = quotationStart(v, first - 1);
  if (last + 1 < v.length && (v.quotation[last + 1]! >= 0 || v.mark[last + 1] === Mark.quote))
    last = quotationEnd(v, last + 1);
  last = Math.max(last, v.sentenceLast[v.sentence[Math.min(last, v.length - 1)]!]!);
  return {
    first: edgeOf(labels, cue.first, Math.max(first, cue.first - REACH), -1),
    last: edgeOf(labels, cue.last, Math.min(last, cue.last + REACH), 1),
  };
}

/** How far a window goes in one direction, `limit` at most. */
function edgeOf(labels: Uint8Array, from: number, limit: number, step: 1 | -1): number {
  let cues = 0;
  for (let i = from; i !== limit; i += step) {
    if (i !== from && beginsStretch(labels[i]!, CUE) && ++cues === MOST_CUES) return i;
  }
  return limit;
}

function quotationStart(v: BlockView, i: number): number {
  const tokens = v.quotationTokens.get(v.quotation[i]!);
  return tokens ? Math.min(tokens.first, v.sentenceFirst[v.sentence[tokens.first]!]!) : i;
}

function quotationEnd(v: BlockView, i: number): number {
  return v.quotationTokens.get(v.quotation[i]!)?.last ?? i;
}
