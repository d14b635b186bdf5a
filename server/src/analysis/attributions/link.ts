/** Joins the stretches of the first tagger to attributions: each cue with the source and contents next to it. */
import type { Stretch } from './learned/labels.ts';

export interface Linked {
  readonly cue: Stretch;
  readonly source: Stretch | null;
  readonly content: readonly Stretch[];
}

export function link(
  cues: readonly Stretch[],
  sources: readonly Stretch[],
  contents: readonly Stretch[],
  sentence: Uint16Array,
): Linked[] {
  const taken = new Set<Stretch>();
  return cues.map((cue, k) => {
    const from = k > 0 ? cues[k - 1]!.last : -1;
    const to = k + 1 < cues.length ? cues[k + 1]!.first : Infinity;
    const near = (stretch: Stretch): boolean =>
      stretch.first > from && stretch.last < to && !taken.has(stretch);
    const inSentence = (stretch: Stretch): boolean =>
      sentence[stretch.last] === sentence[cue.first] || sentence[stretch.first] === sentence[cue.first];
    const before = sources
      .filter((source) => near(source) && inSentence(source) && source.last < cue.first)
      .at(-1);
    const source =
      before ?? sources.find((other) => near(other) && inSentence(other) && other.first > cue.last) ?? null;
    if (source) taken.add(source);
    const left = contents.filter(
      (content) =>
        near(content) &&
        content.last < cue.first &&
        Math.abs(sentence[content.last]! - sentence[cue.first]!) <= 1,
    );
    const right = contents.filter(
      (content) =>
        near(content) &&
        content.first > cue.last &&
        (inSentence(content) || sentence[content.first]! - sentence[cue.last]! === 1),
    );
    const content = [...left.slice(-1), ...right.slice(0, k + 1 < cues.length ? 1 : 2)];
    for (const stretch of content) taken.add(stretch);
    return { cue, source, content };
  });
}
