/** The first tagger: it reads a whole block and finds the cues, with a first idea of sources and contents. */
import type { BlockView } from './blockView.ts';
import { cueFeatures, CueToken, MAX_CUE_FEATURES } from './cueFeatures.ts';
import type { ChainModel } from './learned/chainModel.ts';
import { labelSet } from './learned/labels.ts';

export const CUE = 0;
export const SOURCE = 1;
export const CONTENT = 2;

export const CUE_LABELS = labelSet(['cue', 'source', 'content']);

/** In favour of beginning a stretch, by role: a cue too many is found out by the second tagger, a cue missed is lost. */
export const CUE_BOLDNESS = [1, 0.5, 0.5];

/** What the first tagger says of a block. */
export interface CueReading {
  /** The best label of every token. */
  readonly labels: Uint8Array;
  /** The probability of each label at each token, by `token * CUE_LABELS.size + label`. */
  readonly marginals: Float64Array;
}

/** Finds the cues of a block; implemented by the learned tagger, replaceable by any other. */
export interface CueModel {
  read(view: BlockView): CueReading;
}

export class LearnedCueModel implements CueModel {
  readonly #token = new CueToken();
  readonly #features = new Int32Array(MAX_CUE_FEATURES);

  constructor(private readonly model: ChainModel) {}

  read(view: BlockView): CueReading {
    const { size } = CUE_LABELS;
    const scores = this.#scoresOf(view);
    const parts = partsOf(view).map(([from, to]) => ({
      from,
      scores: scores.subarray(from * size, to * size),
      edges: view.edge.subarray(from, to),
    }));
    const labels = new Uint8Array(view.length);
    for (const part of parts) labels.set(this.model.labels(part.scores, part.edges), part.from);
    const readMarginals = (): Float64Array => {
      if (parts.length === 1) return this.model.marginals(scores, view.edge);
      const all = new Float64Array(scores.length);
      for (const part of parts) all.set(this.model.marginals(part.scores, part.edges), part.from * size);
      return all;
    };
    let marginals: Float64Array | undefined;
    return {
      labels,
      // most blocks have no cue, and then nobody asks
      get marginals() {
        return (marginals ??= readMarginals());
      },
    };
  }

  /** What the words have in favour of each label at each token, by `token * CUE_LABELS.size + label`. */
  #scoresOf(view: BlockView): Int16Array {
    const { size } = CUE_LABELS;
    const { table } = this.model;
    const scores = new Int16Array(view.length * size);
    this.#token.open(view);
    for (let i = 0; i < view.length; i++) {
      this.#token.look(view, i);
      table.score(this.#features, cueFeatures(this.#token, this.#features), scores, i * size);
    }
    return scores;
  }
}

/** A paragraph is read in one go; only a page without paragraphs is cut, at a sentence's end, to bound the memory. */
const LONGEST_PART = 4096;

function partsOf({ length, sentence, sentenceFirst }: BlockView): [from: number, to: number][] {
  const parts: [number, number][] = [];
  let from = 0;
  while (length - from > LONGEST_PART) {
    const end = sentenceFirst[sentence[from + LONGEST_PART]!]!;
    const to = end > from ? end : from + LONGEST_PART;
    parts.push([from, to]);
    from = to;
  }
  if (length > from) parts.push([from, length]);
  return parts;
}
