/** What the second tagger learns from: a cue with its window and the labels of its source and contents. */
import type { BlockView } from '../blockView.ts';
import { cueContext } from '../cueContext.ts';
import { CUE, type CueReading } from '../cueModel.ts';
import { readStretches, writeStretch, type Stretch } from '../learned/labels.ts';
import { roleFeatures, RoleToken } from '../roleFeatures.ts';
import { ROLE_CONTENT, ROLE_SOURCE } from '../roleModel.ts';
import { windowOf } from '../window.ts';
import type { GoldAttribution } from './corpus.ts';
import type { Labelled } from './encode.ts';

/**
 * The examples of a block. Cues are taken as the first tagger finds them in articles it never saw, so that the
 * second tagger learns to live with its mistakes: a cue that nobody annotated has neither source nor content. The
 * annotated cues that it misses are added as annotated.
 */
export function roleExamples(
  view: BlockView,
  reading: CueReading,
  gold: readonly GoldAttribution[],
): Labelled[] {
  const met = new Set<GoldAttribution>();
  const examples: Labelled[] = [];
  for (const cue of readStretches(reading.labels, CUE)) {
    const match = gold.find((attribution) => attribution.cue.some((other) => meets(other, cue)));
    if (match) met.add(match);
    examples.push(example(view, reading, cue, match));
  }
  for (const attribution of gold) {
    const cue = attribution.cue[0];
    if (cue && !met.has(attribution)) examples.push(example(view, reading, cue, attribution));
  }
  return examples;
}

function example(
  view: BlockView,
  reading: CueReading,
  cue: Stretch,
  gold: GoldAttribution | undefined,
): Labelled {
  const window = windowOf(view, reading, cue);
  const context = cueContext(view, reading, cue, window);
  const token = new RoleToken();
  const length = window.last - window.first + 1;
  return {
    length,
    labels: gold ? labelsOf(gold, cue, window) : new Uint8Array(length),
    features: (i, out) => {
      if (i === 0) token.open(view, reading, context);
      token.look(view, reading, context, window.first + i);
      return roleFeatures(token, out);
    },
    edge: (i) => (i === 0 ? 0 : view.edge[window.first + i]!),
  };
}

function labelsOf({ source, content }: GoldAttribution, cue: Stretch, window: Stretch): Uint8Array {
  const labels = new Uint8Array(window.last - window.first + 1);
  const write = (stretches: readonly Stretch[], role: number): void => {
    for (const stretch of stretches.flatMap((whole) => without(whole, cue))) {
      const first = Math.max(stretch.first, window.first) - window.first;
      const last = Math.min(stretch.last, window.last) - window.first;
      if (first <= last && labels.subarray(first, last + 1).every((label) => label === 0)) {
        writeStretch(labels, role, first, last);
      }
    }
  };
  write(source, ROLE_SOURCE);
  write(content, ROLE_CONTENT);
  return labels;
}

function meets(a: Stretch, b: Stretch): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** What is left of a stretch outside a cue: the part before it and the part behind. */
function without({ first, last }: Stretch, cue: Stretch): Stretch[] {
  if (last < cue.first || first > cue.last) return [{ first, last }];
  return [
    { first, last: cue.first - 1 },
    { first: cue.last + 1, last },
  ].filter((part) => part.first <= part.last);
}
