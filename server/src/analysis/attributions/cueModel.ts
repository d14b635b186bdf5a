/** The first tagger: it reads a whole block and finds the cues, with a first idea of sources and contents. */
import type { BlockView } from './blockView.ts';
import { cueFeatures, edgeClass, MAX_CUE_FEATURES } from './cueFeatures.ts';
import { bestPath, posterior } from './learned/chain.ts';
import type { ChainModel } from './learned/chainModel.ts';
import { labelSet } from './learned/labels.ts';

export const CUE = 0;
export const SOURCE = 1;
export const CONTENT = 2;

export const CUE_LABELS = labelSet(['cue', 'source', 'content']);

/**
 * Added to the score of a stretch's beginning, by role. The training likes missing an attribution better than the
 * reader does; and a cue too many is found out by the second tagger, a cue missed is lost.
 */
const BOLDNESS = [1, 0.5, 0.5];

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
  private readonly features = new Int32Array(MAX_CUE_FEATURES);

  constructor(private readonly model: ChainModel) {}

  read(view: BlockView): CueReading {
    const { table, transitions, expTransitions } = this.model;
    const { size } = CUE_LABELS;
    const scores = new Float32Array(view.length * size);
    const edges = new Uint8Array(view.length);
    for (let i = 0; i < view.length; i++) {
      table.score(this.features, cueFeatures(view, i, this.features), scores, i * size);
      emboldenCues(scores, i * size);
      edges[i] = edgeClass(view, i);
    }
    const parts = partsOf(view);
    const labels = new Uint8Array(view.length);
    for (const [from, to] of parts) {
      const path = bestPath(scores.subarray(from * size), edges.subarray(from), to - from, transitions);
      labels.set(path, from);
    }
    let marginals: Float64Array | undefined;
    return {
      labels,
      // most blocks have no cue, and then nobody asks
      get marginals() {
        if (marginals) return marginals;
        marginals = new Float64Array(scores.length);
        for (const [from, to] of parts) {
          const part = posterior(
            scores.subarray(from * size),
            edges.subarray(from),
            to - from,
            transitions,
            expTransitions,
          );
          marginals.set(part.marginals, from * size);
        }
        return marginals;
      },
    };
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

/** Raises the labels that begin a stretch: B and U of every role. */
export function emboldenCues(scores: Float32Array | Float64Array, at: number): void {
  for (let role = 0; role < CUE_LABELS.roles.length; role++) {
    scores[at + 1 + 4 * role]! += BOLDNESS[role]!;
    scores[at + 4 + 4 * role]! += BOLDNESS[role]!;
  }
}
