/**
 * Reports inside a report: `Vale told the council the pumps had failed, according to the minutes.` · `Vale said that Osei
 * had told her so.` The taggers learned from annotations that do not nest, and mostly find only one of the two.
 */
import type { Token } from '../tokens.ts';
import { findBareClauses } from './bareClauses.ts';
import type { BlockView } from './blockView.ts';
import type { Report } from './report.ts';
import { findThatClauses } from './thatClauses.ts';

/**
 * The reports that stand in the content of others and were not found yet: all that somebody is said to have said
 * `according to` another, elsewhere those told in the past perfect, which nobody but the speaker reports. Linear in the
 * length of the block.
 */
export function findNestedReports(
  tokens: readonly Token[],
  v: BlockView,
  others: readonly Report[],
): Report[] {
  if (others.length === 0) return [];
  const taken = new Uint8Array(v.length).fill(1);
  const accordingTo = new Uint8Array(v.length);
  for (const { cue, content } of others) {
    const isAccordingTo = tokens[cue.first]!.lower === 'according';
    for (const { first, last } of content) {
      taken.fill(0, first, last + 1);
      if (isAccordingTo) accordingTo.fill(1, first, last + 1);
    }
  }
  for (const { cue } of others) taken.fill(1, cue.first, cue.last + 1);
  const withThat = findThatClauses(tokens, v, taken);
  for (const { cue, content } of withThat) taken.fill(1, cue.first, content.at(-1)!.last + 1);
  return [...withThat, ...findBareClauses(tokens, v, taken)].filter(
    ({ cue }) => accordingTo[cue.first] === 1 || isPastPerfect(tokens, cue),
  );
}

function isPastPerfect(tokens: readonly Token[], { first }: Report['cue']): boolean {
  return tokens[first]!.lower === 'had' || tokens[first - 1]?.lower === 'had';
}
