/**
 * What somebody is said to call something, by rule: `what the chairman called “this winter of nerves”`. A clause with
 * `what`, a subject and a verb of calling right before a quotation leaves no doubt, wherever in the sentence it stands.
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';

/** Words between `what` and the quotation at most: `what the union's regional secretary later called`. */
const REACH = 14;

const CALLING: ReadonlySet<string> = new Set('call term describe dub label deem brand'.split(' '));

/** The reports of the kind at tokens that `taken` leaves free. Linear but for the reach. */
export function findWhatNames(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (const quotation of v.quotationTokens.values()) {
    const report = whatBefore(tokens, v, quotation, taken);
    if (report) found.push(report);
  }
  return found;
}

function whatBefore(
  tokens: readonly Token[],
  v: BlockView,
  quotation: Stretch,
  taken: Uint8Array,
): Report | null {
  let last = quotation.first - 1;
  while (last > 0 && (tokens[last]!.lower === 'as' || v.pos[last] === Pos.determiner)) last--;
  if (last < 2 || !CALLING.has(tokens[last]!.lemma) || taken[last] || taken[quotation.first]) return null;
  const start = Math.max(v.sentenceFirst[v.sentence[last]!]!, last - REACH);
  let what = last - 1;
  while (what > start && tokens[what]!.lower !== 'what' && v.mark[what] !== Mark.comma) what--;
  if (tokens[what]!.lower !== 'what') return null;
  const source = subjectBefore(v, last - 1, what + 1);
  if (source?.first !== what + 1) return null;
  const cue = { first: source.last + 1, last: tokens[last + 1]!.lower === 'as' ? last + 1 : last };
  const named = { first: cue.last + 1, last: quotation.last };
  return { cue, source: [source], content: [{ first: what, last: what }, named] };
}
