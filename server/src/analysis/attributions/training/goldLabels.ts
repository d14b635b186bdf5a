/** The annotation of a block as labels of the first tagger. */
import { CONTENT, CUE, SOURCE } from '../cueModel.ts';
import { OUTSIDE, writeStretch } from '../learned/labels.ts';
import type { TrainingBlock } from './corpus.ts';

/**
 * One label per token. Where annotated stretches overlap, a cue counts before a source and that before a content,
 * and what is left of a cut stretch becomes stretches of its own.
 */
export function goldLabels({ gold }: TrainingBlock, length: number): Uint8Array {
  const owner = new Int32Array(length);
  const role = new Uint8Array(length);
  let stretch = 0;
  const paint = (stretches: readonly { first: number; last: number }[], number: number): void => {
    for (const { first, last } of stretches) {
      stretch++;
      owner.fill(stretch, first, last + 1);
      role.fill(number, first, last + 1);
    }
  };
  for (const { content } of gold) paint(content, CONTENT);
  for (const { source } of gold) paint(source, SOURCE);
  for (const { cue } of gold) paint(cue, CUE);
  const labels = new Uint8Array(length).fill(OUTSIDE);
  let first = 0;
  for (let i = 1; i <= length; i++) {
    if (i < length && owner[i] === owner[first]) continue;
    if (owner[first] !== 0) writeStretch(labels, role[first]!, first, i - 1);
    first = i;
  }
  return labels;
}
