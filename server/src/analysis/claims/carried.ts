/**
 * Attributions that reach beyond their own sentence: a poll or report that the following sentences of the paragraph go
 * on about, and a lead-in with a colon over its list. Kept narrow: AP restates the source "unless perfectly clear".
 */
import { compareSpans, hull, textOf } from '../../text/span.ts';
import type { Attribution, Quantity } from '../facts.ts';
import type { ClaimReason } from './claimReasons.ts';
import type { ClaimContext, Site } from './claims.ts';

export interface Carried {
  readonly attribution: number;
  readonly code: ClaimReason;
}

const MOST_SENTENCES = 3;
const DOCUMENT =
  /\b(?:poll|survey|study|report|data|figures|statistics|census|analysis|research|index|audit|filing|review|estimate)s?\b/i;
const CONTINUES =
  /^["“'‘]?(?:another|among|of those|of these|of the|overall|in addition|the (?:poll|survey|study|report|data|figures|analysis|research|audit|review|filing|rest|remaining|margin)|only|just|nearly|about|almost|some|roughly|more than|fewer than|at least|by (?:contrast|comparison)|that (?:is|was|compares|compared|includes|figure|number)|those|these|it (?:also|is|was)|they also|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b|\d)/i;

/** For quantities (by index) that are neither exempt nor attributed: what is carried over to them. */
export function carriedAttributions(
  context: ClaimContext,
  quantities: readonly Quantity[],
  sites: readonly Site[],
): ReadonlyMap<number, Carried> {
  const result = new Map<number, Carried>();
  const governors = governorsBySentence(context);
  const leadIns = leadInsByBlock(context);
  quantities.forEach((quantity, i) => {
    if (quantity.exempt !== null || quantity.attribution !== null) return;
    const { block, sentence } = sites[i]!;
    const leadIn = leadIns.get(block);
    if (leadIn !== undefined) {
      result.set(i, { attribution: leadIn, code: 'claim-listed' });
      return;
    }
    const governor = governors.get(sentence);
    if (governor !== undefined) result.set(i, { attribution: governor, code: 'claim-carried' });
  });
  return result;
}

/** For sentences without an attribution that go on about a document: the attribution that names the document. */
function governorsBySentence({ text, sentences, attributions }: ClaimContext): ReadonlyMap<number, number> {
  const ordered = attributions
    .map((attribution, index) => ({
      attribution,
      index,
      span: hull([...attribution.cue, ...attribution.source]),
    }))
    .filter(({ span }) => span !== undefined)
    .sort((a, b) => compareSpans(a.span!, b.span!));
  const result = new Map<number, number>();
  let next = 0;
  let governor: { index: number; sentence: number; block: number } | undefined;
  sentences.forEach((sentence, s) => {
    if (governor !== undefined && governor.block !== sentence.block) governor = undefined;
    let own = false;
    for (; next < ordered.length && ordered[next]!.span!.start < sentence.span.end; next++) {
      const { attribution, index } = ordered[next]!;
      own = true;
      governor = names(text, attribution) ? { index, sentence: s, block: sentence.block } : undefined;
    }
    if (own || governor === undefined || s - governor.sentence > MOST_SENTENCES) return;
    if (CONTINUES.test(textOf(text, sentence.span).slice(0, 40))) result.set(s, governor.index);
    else governor = undefined;
  });
  return result;
}

/** Whether the attribution names a document that later sentences can go on about. */
function names(text: string, { source }: Attribution): boolean {
  const named = hull(source);
  return named !== undefined && DOCUMENT.test(textOf(text, named));
}

/** For list items: the attribution of the paragraph that introduces the list with a colon. */
function leadInsByBlock({ text, blocks, attributions }: ClaimContext): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  if (!blocks.some(({ kind }) => kind === 'list-item')) return result;
  const last = lastAttributions(blocks, attributions);
  let leadIn: number | undefined;
  blocks.forEach(({ kind, span }, block) => {
    if (kind === 'list-item') {
      if (leadIn !== undefined) result.set(block, leadIn);
    } else {
      leadIn = text.slice(Math.max(span.start, span.end - 2), span.end).includes(':')
        ? last.get(block)
        : undefined;
    }
  });
  return result;
}

function lastAttributions(
  blocks: ClaimContext['blocks'],
  attributions: readonly Attribution[],
): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  const ordered = attributions
    .map(({ source }, index) => ({ index, start: source[0]?.start ?? -1 }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  let block = 0;
  for (const { index, start } of ordered) {
    while (block + 1 < blocks.length && blocks[block]!.span.end <= start) block++;
    result.set(block, index);
  }
  return result;
}
