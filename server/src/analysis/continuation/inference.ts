/**
 * What both ways of carrying speakers over share: the quotations of a block that nobody says yet, who is spoken of right
 * beside them, and the attribution that is added for them.
 */
import type { Span } from '../../text/span.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { beatBeside, leadIn, signature, signatureBehind } from './neighbours.ts';

/** Whether the quotation is something said or written as a whole. */
export function isUtterance(draft: Draft, index: number): boolean {
  const { role, kind } = draft.quotations[index]!;
  return kind !== 'partial' && (role === 'speech' || role === 'writing');
}

/** The whole utterances of the block that nobody says yet. */
export function unattributed(draft: Draft, block: number): number[] {
  return draft.topQuotations[block]!.filter(
    (index) => draft.quotations[index]!.attribution === null && isUtterance(draft, index),
  );
}

/**
 * The attribution of quotations to whom the text names beside them: in the lead-in before, the signature behind, or the
 * sentence next to them; null when it names nobody.
 * @param p the block's place among the blocks with prose
 */
export function fromBeside(draft: Draft, block: number, p: number, open: readonly number[]): number | null {
  return fromLeadIn(draft, block, p, open) ?? fromSignature(draft, p, open) ?? fromBeat(draft, block, open);
}

function fromLeadIn(draft: Draft, block: number, p: number, open: readonly number[]): number | null {
  const before = draft.prose[p - 1];
  if (before === undefined || !draft.opensBlock(block, draft.quotations[open[0]!]!.span.start)) return null;
  const found = leadIn(draft, before);
  return found && attribute(draft, open, found.source, found.cue, reason('led-in', ...found.source), 0.8);
}

function fromSignature(draft: Draft, p: number, open: readonly number[]): number | null {
  const next = draft.prose[p + 1];
  const own = signatureBehind(draft, draft.prose[p]!, draft.quotations[open.at(-1)!]!.span.end);
  const found = own ?? (next === undefined ? null : signature(draft, next));
  return found && attribute(draft, open, [found], [], reason('signed', found), 0.7);
}

function fromBeat(draft: Draft, block: number, open: readonly number[]): number | null {
  const found = beatBeside(draft, block, open);
  return found && attribute(draft, open, [found], [], reason('carried-over-beat', found), 0.5);
}

/** Adds an attribution without a cue for the quotations, to a source that stands elsewhere. Returns its index. */
export function carry(
  draft: Draft,
  open: readonly number[],
  source: readonly Span[],
  code: string,
  confidence: number,
): number {
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
export function isOnlyQuotation(draft: Draft, block: number): boolean {
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
