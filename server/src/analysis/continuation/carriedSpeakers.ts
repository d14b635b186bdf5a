/**
 * Speakers for quotations that no cue of their own block attributes, in this order: a lead-in that ends in a colon; a
 * signature after a dash; an action beside the quotation (`Vale shook her head. “No.”`); the last speaker, while
 * quotation paragraphs follow each other. In a conversation every paragraph is the other one's turn. Terms, titles and
 * nicknames get no speaker.
 */
import type { Span } from '../../text/span.ts';
import type { Attribution } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { beatBeside, leadIn, signature } from './neighbours.ts';

/** How many quotation paragraphs in a row may go on without a cue. */
const MAX_CARRIED_PARAGRAPHS = 8;

/** A paragraph of speech, for the paragraphs after it. */
interface Turn {
  readonly block: number;
  /** Null when it is not known who speaks. */
  readonly attribution: number | null;
  /** Quotations of the paragraph that nobody says yet. */
  readonly open: readonly number[];
  readonly question: boolean;
  /** How many paragraphs in a row have been carried over. */
  readonly carried: number;
}

/** Adds an attribution for every quotation whose speaker the neighbouring blocks show. */
export function carrySpeakers(draft: Draft, conversation: boolean): void {
  let run: Turn[] = [];
  draft.prose.forEach((block, p) => {
    const turn = draft.isTalk(block) ? readTurn(draft, block, p, run, conversation) : null;
    if (turn) run.push(turn);
    else {
      if (conversation) fillBackwards(draft, run);
      run = [];
    }
  });
  if (conversation) fillBackwards(draft, run);
}

/** Who speaks in the block; null when it holds no speech. */
function readTurn(
  draft: Draft,
  block: number,
  p: number,
  run: readonly Turn[],
  conversation: boolean,
): Turn | null {
  let open = unattributed(draft, block);
  let carried = 0;
  if (open.length > 0) {
    const found =
      fromLeadIn(draft, block, p, open) ??
      fromSignature(draft, p, open) ??
      fromBeat(draft, block, open) ??
      null;
    const inferred =
      found ??
      (conversation
        ? fromTurns(draft, block, open, run)
        : (fromParagraph(draft, block, open) ?? fromBefore(draft, block, p, open, run)));
    if (found === null && inferred !== null) carried = (run.at(-1)?.carried ?? 0) + 1;
    if (inferred !== null) open = [];
  }
  const last = draft.topQuotations[block]!.findLast((index) => isUtterance(draft, index));
  if (last === undefined) return null;
  const { attribution, inner } = draft.quotations[last]!;
  const known = attribution !== null && draft.attributions[attribution]!.source.length > 0;
  if (!known && (open.length === 0 || !isOnlyQuotation(draft, block))) return null;
  const question = /\?\s*$/.test(draft.text.slice(inner.start, inner.end));
  return { block, attribution: known ? attribution : null, open, question, carried };
}

function isUtterance(draft: Draft, index: number): boolean {
  const { role, kind } = draft.quotations[index]!;
  return kind !== 'partial' && (role === 'speech' || role === 'writing');
}

/** The whole utterances of the block that nobody says yet. */
function unattributed(draft: Draft, block: number): number[] {
  return draft.topQuotations[block]!.filter(
    (index) => draft.quotations[index]!.attribution === null && isUtterance(draft, index),
  );
}

function fromLeadIn(draft: Draft, block: number, p: number, open: readonly number[]): number | null {
  const before = draft.prose[p - 1];
  if (before === undefined || !draft.opensBlock(block, draft.quotations[open[0]!]!.span.start)) return null;
  const found = leadIn(draft, before);
  return found && attribute(draft, open, found.source, found.cue, reason('led-in', ...found.source), 0.8);
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

/** A quotation further on in a paragraph that quotes somebody already. */
function fromParagraph(draft: Draft, block: number, open: readonly number[]): number | null {
  const first = draft.quotations[open[0]!]!.span.start;
  const earlier = draft.topQuotations[block]!.findLast((index) => {
    const { span, attribution } = draft.quotations[index]!;
    return span.end <= first && attribution !== null && draft.attributions[attribution]!.source.length > 0;
  });
  return earlier === undefined
    ? null
    : carry(draft, open, draft.quotations[earlier]!.attribution!, 'carried-over', 0.5);
}

/** In a report the last speaker goes on: the one quoted in the paragraph before, or whose words it reports last. */
function fromBefore(
  draft: Draft,
  block: number,
  p: number,
  open: readonly number[],
  run: readonly Turn[],
): number | null {
  const last = run.at(-1);
  if (!isOnlyQuotation(draft, block) || (last?.carried ?? 0) >= MAX_CARRIED_PARAGRAPHS) return null;
  const before = draft.prose[p - 1];
  const reported = before === undefined || !draft.isTalk(before) ? null : lastReported(draft, before);
  const from = last ? last.attribution : reported;
  if (from === null) return null;
  // Somebody else answers what somebody asks.
  if (last?.question && asks(draft, from)) return null;
  return carry(draft, open, from, 'carried-over', last ? 0.6 : 0.5);
}

/** The last attribution of the block that names a source. */
function lastReported(draft: Draft, block: number): number | null {
  const found = draft.attributionsOf[block]!.findLast((index) => {
    const { source, cue, parent } = draft.attributions[index]!;
    return source.length > 0 && cue.length > 0 && parent === null;
  });
  return found ?? null;
}

function asks(draft: Draft, attribution: number): boolean {
  return draft.attributions[attribution]!.cue.some(({ start, end }) =>
    /\bask/i.test(draft.text.slice(start, end)),
  );
}

/** In a conversation it is the turn of the one who spoke before the last. */
function fromTurns(
  draft: Draft,
  block: number,
  open: readonly number[],
  run: readonly Turn[],
): number | null {
  const last = run.at(-1);
  const before = run.at(-2)?.attribution ?? null;
  if (!last || before === null || last.carried >= MAX_CARRIED_PARAGRAPHS || !isOnlyQuotation(draft, block))
    return null;
  if (last.attribution !== null && sameSource(draft, before, last.attribution)) return null;
  return carry(draft, open, before, 'carried-over-alternating', 0.5);
}

/** In a conversation of two, a turn without a name is that of whoever speaks two turns later. */
function fillBackwards(draft: Draft, run: readonly Turn[]): void {
  const speakers = run.map(({ attribution }) => attribution);
  for (let i = run.length - 3; i >= 0; i--) {
    const next = speakers[i + 1] ?? null;
    const after = speakers[i + 2] ?? null;
    if (speakers[i] !== null || run[i]!.open.length === 0 || after === null) continue;
    if (next !== null && sameSource(draft, next, after)) continue;
    speakers[i] = carry(draft, run[i]!.open, after, 'carried-over-alternating', 0.4);
  }
}

function carry(
  draft: Draft,
  open: readonly number[],
  from: number,
  code: string,
  confidence: number,
): number {
  const { source } = draft.attributions[from]!;
  return attribute(draft, open, source, [], reason(code, ...source), confidence);
}

function attribute(
  draft: Draft,
  open: readonly number[],
  source: readonly Span[],
  cue: readonly Span[],
  why: Reason,
  confidence: number,
): number {
  const content = open.map((quotation) => draft.quotations[quotation]!.span);
  const index = draft.add({
    kind: 'direct',
    source,
    cue,
    content,
    speaker: null,
    parent: null,
    confidence,
    reason: why,
  });
  for (const quotation of open) draft.quotations[quotation]!.attribution = index;
  return index;
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
