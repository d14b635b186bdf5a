/** Transcripts: the label of a turn is the source of its text, and of the paragraphs up to the next turn. */
import type { Span } from '../../text/span.ts';
import { reason } from '../reasons.ts';
import type { Draft } from './draft.ts';

/** Adds one attribution per labelled turn; attributions found inside it stand in its content. */
export function attributeTurns(draft: Draft): void {
  const turns = draft.prose.filter(
    (block) => draft.blocks[block]!.kind === 'turn' && draft.blocks[block]!.label !== undefined,
  );
  turns.forEach((block, t) => {
    const { label, span } = draft.blocks[block]!;
    const spoken = afterLabel(draft.text, span, label!);
    const content = spoken.start < spoken.end ? [spoken] : [];
    const following = turns[t + 1] === undefined ? [] : paragraphsBetween(draft, block, turns[t + 1]!);
    for (const paragraph of following) content.push(draft.blocks[paragraph]!.span);
    if (content.length === 0) return;
    const inside = [block, ...following].flatMap((at) => draft.attributionsOf[at]!);
    const turn = draft.add({
      kind: 'direct',
      source: [label!],
      cue: [],
      content,
      speaker: null,
      parent: null,
      confidence: 0.95,
      reason: reason('turn-label', label!),
    });
    for (const index of inside) draft.attributions[index]!.parent ??= turn;
  });
}

/** The text of the turn after its label, colon, emphasis marks and blanks. */
function afterLabel(text: string, span: Span, label: Span): Span {
  let start = label.end;
  while (start < span.end && /[:.*_)\s]/.test(text[start]!)) start++;
  return { start, end: span.end };
}

function paragraphsBetween(draft: Draft, first: number, next: number): number[] {
  const result: number[] = [];
  for (let block = first + 1; block < next; block++) {
    const { kind } = draft.blocks[block]!;
    if (kind === 'heading' || kind === 'headline') return result;
    if (kind === 'paragraph') result.push(block);
  }
  return result;
}
