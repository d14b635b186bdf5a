/**
 * In a story the cue of what is said is its verb: `Anna | replied | very readily`, `he | said | in a hoarse whisper`. How
 * it was said is the teller's. In a report it is part of what the writer says of the speaker, and belongs to the cue.
 */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import { isManner, opensManner } from '../attributions/manner.ts';
import { canUtterBehind } from '../attributions/phrases.ts';
import type { Token } from '../tokens.ts';
import type { Draft } from './draft.ts';

/** Takes the manner from the cue of every direct attribution. */
export function bareCues(draft: Draft): void {
  draft.blocks.forEach(({ span: { start: at } }, block) => {
    const { tokens } = draft.facts[block]!;
    for (const index of draft.attributionsOf[block]!) {
      const attribution = draft.attributions[index]!;
      if (attribution.kind !== 'direct') continue;
      attribution.cue = attribution.cue.map((cue) => shift(bareCue(tokens, shift(cue, -at)), at));
    }
  });
}

/** `both cried`, `then said`, `bold enough to ask` */
const LIGHT: ReadonlySet<string> = new Set('both all then again only just enough to'.split(' '));

function bareCue(tokens: readonly Token[], { start, end }: Span): Span {
  const from = lastAtOrBefore(tokens, start, (token) => token.start);
  let last = lastAtOrBefore(tokens, end - 1, (token) => token.start);
  while (last > from && tokens[last]!.pos === 'PUNCT') last--;
  let verb = from;
  while (verb <= last && !(canUtterBehind(tokens[verb]!) && tokens[verb]!.pos !== 'ADV')) verb++;
  if (from < 0) return { start, end };
  if (verb > last) verb = otherVerb(tokens, from, last);
  if (verb < 0) return { start, end: tokens[last]!.end };
  let first = from;
  while (first < verb && (isManner(tokens[first]!) || LIGHT.has(tokens[first]!.lower))) first++;
  let i = verb + 1;
  while (i <= last && !endsCue(tokens, i, last)) i++;
  return { start: tokens[first]!.start, end: tokens[i - 1]!.end };
}

/** `said | in a whisper`, `added, | looking round`, `replied | :` */
function endsCue(tokens: readonly Token[], i: number, last: number): boolean {
  const { pos, lower } = tokens[i]!;
  const leadsOn = i === last && LEADING_ON.has(lower);
  return (
    pos === 'PUNCT' ||
    leadsOn ||
    isJoinedManner(tokens, i) ||
    (pos === 'VERB' && lower.endsWith('ing')) ||
    opensManner(tokens, i, last)
  );
}

/** `light-heartedly` */
function isJoinedManner(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i + 1]?.text === '-' &&
    tokens[i + 2]?.start === tokens[i + 1]!.end &&
    /...ly$/.test(tokens[i + 2]!.lower)
  );
}

/** `broke out | with: “…”`, `repeated | at | intervals` */
const LEADING_ON: ReadonlySet<string> = new Set(['with', 'at', 'by']);

/** `broke | out with`, `again | thought`: the verb of a cue that otherwise reports no words. */
function otherVerb(tokens: readonly Token[], from: number, last: number): number {
  for (let i = from; i <= last; i++) if (tokens[i]!.pos === 'VERB') return i;
  return -1;
}
