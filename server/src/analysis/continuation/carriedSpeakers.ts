/**
 * Speakers for quotations that no cue of their own block attributes, in this order: more words of the quotation the
 * same paragraph attributes; a lead-in that ends in a colon; a signature after a dash; an action beside the quotation
 * (`Vale shook her head. “No.”`); in a dialogue of two the other one; else the last speaker, while quotation paragraphs
 * follow each other. Terms, titles and nicknames get none.
 */
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { beatBeside, leadIn, signature } from './neighbours.ts';

/** How many quotation paragraphs in a row may go on without a cue. */
const MAX_CARRIED_PARAGRAPHS = 8;

/** Who spoke in a block, for the blocks after it. */
interface LastWord {
  readonly attribution: number;
  /** The block is speech and its cue, with nothing else of weight. */
  readonly talk: boolean;
  readonly question: boolean;
  readonly carried: number;
}

export function carrySpeakers(draft: Draft): void {
  let last: LastWord | null = null;
  let other: LastWord | null = null;
  draft.prose.forEach((block, p) => {
    if (!draft.isTalk(block)) {
      last = other = null;
      return;
    }
    completeParagraph(draft, block);
    const open = unattributed(draft, block);
    let carried = 0;
    if (open.length > 0) {
      const attribution =
        fromLeadIn(draft, block, p, open) ??
        fromSignature(draft, p, open) ??
        fromBeat(draft, block, open) ??
        fromLast(draft, block, open, last, other);
      if (attribution !== null && draft.attributions[attribution]!.reason.code.startsWith('carried-over'))
        carried = (last?.carried ?? 0) + 1;
    }
    const word = lastWord(draft, block, carried);
    if (word && last && !sameSource(draft, word.attribution, last.attribution)) other = last;
    else if (!word) other = null;
    last = word;
  });
}

/** `“A,” Vale said. “B.”`: the words after the cue belong to the same attribution. */
function completeParagraph(draft: Draft, block: number): void {
  let current: number | null = null;
  let from = 0;
  for (const index of draft.topQuotations[block]!) {
    const quotation = draft.quotations[index]!;
    if (quotation.attribution !== null) {
      const attribution = draft.attributions[quotation.attribution]!;
      current = attribution.source.length > 0 ? quotation.attribution : null;
      from = endOf(attribution);
    } else if (current !== null && isSpeech(draft, index) && quotation.kind !== 'partial') {
      if (sentencesBetween(draft.text.slice(from, quotation.span.start)) > 1) {
        current = null;
        continue;
      }
      quotation.attribution = current;
      draft.extendContent(current, quotation.span);
      from = quotation.span.end;
    }
  }
}

function isSpeech(draft: Draft, index: number): boolean {
  const { role } = draft.quotations[index]!;
  return role === 'speech' || role === 'writing';
}

/** The whole utterances of the block that nobody says yet. */
function unattributed(draft: Draft, block: number): number[] {
  return draft.topQuotations[block]!.filter((index) => {
    const { attribution, kind } = draft.quotations[index]!;
    return attribution === null && kind !== 'partial' && isSpeech(draft, index);
  });
}

/** How many sentences end in the text. */
function sentencesBetween(between: string): number {
  return between.match(/[.!?](?=\s|$)/g)?.length ?? 0;
}

function fromLeadIn(draft: Draft, block: number, p: number, open: readonly number[]): number | null {
  const before = draft.prose[p - 1];
  if (before === undefined || !opensBlock(draft, block, open[0]!)) return null;
  const found = leadIn(draft, before);
  return (
    found &&
    attribute(draft, open, found.source, found.cue, reason('led-in', ...found.source, ...found.cue), 0.8)
  );
}

function fromSignature(draft: Draft, p: number, open: readonly number[]): number | null {
  const next = draft.prose[p + 1];
  const found = next === undefined ? null : signature(draft, next);
  return found && attribute(draft, open, [found], [], reason('signed', found), 0.7);
}

function fromBeat(draft: Draft, block: number, open: readonly number[]): number | null {
  const found = beatBeside(draft, block, open);
  return found && attribute(draft, open, [found], [], reason('carried-over-beat', found), 0.5);
}

/** The last speaker goes on, or the other one of two answers. */
function fromLast(
  draft: Draft,
  block: number,
  open: readonly number[],
  last: LastWord | null,
  other: LastWord | null,
): number | null {
  if (!last || last.carried >= MAX_CARRIED_PARAGRAPHS || !isOnlyQuotation(draft, block)) return null;
  const alternate = other !== null && last.talk && other.talk;
  // A question is answered by somebody else, and nobody else is known.
  if (!alternate && last.question && last.talk) return null;
  const { source } = draft.attributions[(alternate ? other : last).attribution]!;
  const why: Reason = reason(alternate ? 'carried-over-alternating' : 'carried-over', ...source);
  return attribute(draft, open, source, [], why, alternate ? 0.5 : 0.6);
}

function attribute(
  draft: Draft,
  open: readonly number[],
  source: readonly Span[],
  cue: readonly Span[],
  why: Reason,
  confidence: number,
): number {
  const index = draft.add({
    kind: 'direct',
    source,
    cue,
    content: open.map((quotation) => draft.quotations[quotation]!.span),
    speaker: null,
    parent: null,
    confidence,
    reason: why,
  });
  for (const quotation of open) draft.quotations[quotation]!.attribution = index;
  return index;
}

/** What the block leaves behind for the next one: the speaker of its last quotation. */
function lastWord(draft: Draft, block: number, carried: number): LastWord | null {
  const index = draft.topQuotations[block]!.findLast((quotation) => {
    const { attribution, kind } = draft.quotations[quotation]!;
    return attribution !== null && kind !== 'partial' && draft.attributions[attribution]!.source.length > 0;
  });
  if (index === undefined) return null;
  const { attribution, inner } = draft.quotations[index]!;
  return {
    attribution: attribution!,
    talk: opensBlock(draft, block, draft.topQuotations[block]![0]!),
    question: /\?\s*$/.test(draft.text.slice(inner.start, inner.end)),
    carried,
  };
}

function opensBlock(draft: Draft, block: number, quotation: number): boolean {
  return /^[\s>*•–—-]*$/.test(
    draft.text.slice(draft.blocks[block]!.span.start, draft.quotations[quotation]!.span.start),
  );
}

/** Whether nothing but quotations stands in the block. */
function isOnlyQuotation(draft: Draft, block: number): boolean {
  const { span } = draft.blocks[block]!;
  let rest = '';
  let from = span.start;
  for (const index of draft.topQuotations[block]!) {
    const quoted = draft.quotations[index]!.span;
    rest += draft.text.slice(from, Math.max(from, quoted.start));
    from = Math.max(from, quoted.end);
  }
  rest += draft.text.slice(from, Math.max(from, span.end));
  return /^[\s>*•–—.…,-]*$/.test(rest);
}

function sameSource(draft: Draft, a: number, b: number): boolean {
  return wordsOf(draft, draft.attributions[a]!) === wordsOf(draft, draft.attributions[b]!);
}

function wordsOf(draft: Draft, { source }: Attribution): string {
  return source
    .map(({ start, end }) => draft.text.slice(start, end))
    .join(' ')
    .toLowerCase();
}

function endOf({ source, cue, content }: Attribution): number {
  return Math.max(...[...source, ...cue, ...content].map(({ end }) => end), 0);
}
