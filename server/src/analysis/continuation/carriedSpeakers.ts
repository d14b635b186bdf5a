/**
 * Speakers for quotations that no cue of their own block attributes, in this order: whoever the text names right beside
 * them (`inference.ts`); in a report the last speaker, while quotation paragraphs follow each other; in a conversation
 * whose turn it is (`scenes.ts`). Terms, titles and nicknames get no speaker.
 */
import type { Draft } from './draft.ts';
import { carry, fromBeside, isOnlyQuotation, isUtterance, unattributed } from './inference.ts';
import { carryInScenes } from './scenes.ts';

/** How many quotation paragraphs in a row may go on without a cue. */
const MAX_CARRIED_PARAGRAPHS = 8;

/** A paragraph of speech, for the paragraphs after it. */
interface Speech {
  /** Null when it is not known who speaks. */
  readonly attribution: number | null;
  readonly question: boolean;
  /** How many paragraphs in a row have been carried over. */
  readonly carried: number;
}

/**
 * Adds an attribution for every quotation whose speaker the neighbouring blocks show.
 * @param inConversation how the article is told; see `isConversation`
 */
export function carrySpeakers(draft: Draft, inConversation: boolean): void {
  if (inConversation) carryInScenes(draft);
  else carryInReport(draft);
}

function carryInReport(draft: Draft): void {
  let last: Speech | null = null;
  draft.prose.forEach((block, p) => {
    last = draft.isTalk(block) ? readSpeech(draft, block, p, last) : null;
    carryPhrases(draft, block);
  });
}

/** A phrase in marks has so many words at least before it counts as somebody's. */
const FEWEST_WORDS = 4;

/** `“It is legal,” Vale said. That is not the same as “a thing one ought to do”.`: quoted words go on with the speaker. */
function carryPhrases(draft: Draft, block: number): void {
  let from: number | null = null;
  for (const index of draft.topQuotations[block]!) {
    const { attribution, kind, role, inner } = draft.quotations[index]!;
    if (attribution !== null) from = draft.attributions[attribution]!.source.length > 0 ? attribution : null;
    else if (from !== null && kind === 'partial' && role === 'speech') {
      const words = draft.text.slice(inner.start, inner.end).trim().split(/\s+/).length;
      if (words >= FEWEST_WORDS) goOn(draft, [index], from, 0.4);
    }
  }
}

/** Who speaks in the block; null when it holds no speech. */
function readSpeech(draft: Draft, block: number, p: number, before: Speech | null): Speech | null {
  const open = unattributed(draft, block);
  let carried = 0;
  if (open.length > 0 && fromBeside(draft, block, p, open) === null) {
    const inferred = fromParagraph(draft, block, open) ?? fromBefore(draft, block, p, open, before);
    if (inferred !== null) carried = (before?.carried ?? 0) + 1;
  }
  const last = draft.topQuotations[block]!.findLast((index) => isUtterance(draft, index));
  if (last === undefined) return null;
  const { attribution, inner } = draft.quotations[last]!;
  const known = attribution !== null && draft.attributions[attribution]!.source.length > 0;
  if (!known && !isOnlyQuotation(draft, block)) return null;
  const question = /\?\s*$/.test(draft.text.slice(inner.start, inner.end));
  return { attribution: known ? attribution : null, question, carried };
}

/** A quotation further on in a paragraph that quotes somebody already. */
function fromParagraph(draft: Draft, block: number, open: readonly number[]): number | null {
  const first = draft.quotations[open[0]!]!.span.start;
  const earlier = draft.topQuotations[block]!.findLast((index) => {
    const { span, attribution } = draft.quotations[index]!;
    return span.end <= first && attribution !== null && draft.attributions[attribution]!.source.length > 0;
  });
  return earlier === undefined ? null : goOn(draft, open, draft.quotations[earlier]!.attribution!, 0.5);
}

/** The last speaker goes on: the one quoted in the paragraph before, or whose words it reports last. */
function fromBefore(
  draft: Draft,
  block: number,
  p: number,
  open: readonly number[],
  last: Speech | null,
): number | null {
  if (!isOnlyQuotation(draft, block) || (last?.carried ?? 0) >= MAX_CARRIED_PARAGRAPHS) return null;
  const before = draft.prose[p - 1];
  const reported = before === undefined || !draft.isTalk(before) ? null : lastReported(draft, before);
  const from = last ? last.attribution : reported;
  if (from === null) return null;
  // Somebody else answers what somebody asks.
  if (last?.question && asks(draft, from)) return null;
  return goOn(draft, open, from, last ? 0.6 : 0.5);
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

function goOn(draft: Draft, open: readonly number[], from: number, confidence: number): number {
  return carry(draft, open, draft.attributions[from]!.source, 'carried-over', confidence);
}
