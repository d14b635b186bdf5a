/**
 * In a story who speaks is a name or a noun phrase: `said | Anna | with animation`, `said | the girl |, who had come in`.
 * What else the teller says of the speaker belongs to the tale. In a report it says who the speaker is, and stays.
 */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import { opensManner } from '../attributions/manner.ts';
import type { Token } from '../tokens.ts';
import type { Draft } from './draft.ts';

/** Takes what is told of the speaker from the source of every direct attribution. */
export function bareSources(draft: Draft): void {
  draft.blocks.forEach(({ span: { start: at } }, block) => {
    const { tokens } = draft.facts[block]!;
    for (const index of draft.attributionsOf[block]!) {
      const attribution = draft.attributions[index]!;
      if (attribution.kind !== 'direct') continue;
      giveAuxiliary(tokens, attribution, at);
      attribution.source = attribution.source.map((source) =>
        shift(bareSource(tokens, shift(source, -at)), at),
      );
    }
  });
}

/** `“I am lost,” | was | said in a whisper`: the auxiliary is the cue’s, and nobody is given. */
function giveAuxiliary(
  tokens: readonly Token[],
  attribution: Draft['attributions'][number],
  at: number,
): void {
  const [source, ...more] = attribution.source;
  const [cue] = attribution.cue;
  if (!source || !cue || more.length > 0) return;
  const only = tokens[lastAtOrBefore(tokens, source.start - at, (token) => token.start)];
  if (only?.pos !== 'AUX' || only.end + at !== source.end || source.end > cue.start) return;
  attribution.source = [];
  attribution.cue = [{ start: source.start, end: cue.end }];
}

function bareSource(tokens: readonly Token[], { start, end }: Span): Span {
  const first = lastAtOrBefore(tokens, start, (token) => token.start);
  const last = lastAtOrBefore(tokens, end - 1, (token) => token.start);
  for (let i = first + 1; i >= 1 && i <= last; i++) {
    if (opensTelling(tokens, i, last)) return { start, end: tokens[i - 1]!.end };
  }
  return { start, end };
}

/** What belongs to the name before it: `the Duke of Kell`. */
const OF_NAMES: ReadonlySet<string> = new Set(['of', 'de', 'von', 'van']);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'whose', 'whom', 'which']);
const CIRCUMSTANCE: ReadonlySet<string> = new Set(['with', 'without', 'in', 'at', 'as', 'after', 'part']);

function opensTelling(tokens: readonly Token[], i: number, last: number): boolean {
  const { text, pos, lower } = tokens[i]!;
  if (text === ',') {
    const next = tokens[i + 1];
    return (
      i === last ||
      next === undefined ||
      RELATIVE.has(next.lower) ||
      CIRCUMSTANCE.has(next.lower) ||
      next.lower.endsWith('ing')
    );
  }
  if (pos === 'ADP' && tokens[i - 1]!.pos === 'PROPN') return !OF_NAMES.has(lower);
  return opensManner(tokens, i, last);
}
