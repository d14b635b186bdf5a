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

/** Added to the score of a role's beginning: the training likes missing an attribution better than the reader does. */
const BOLDNESS = 0.5;

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
    return {
      labels: bestPath(scores, edges, view.length, transitions),
      marginals: posterior(scores, edges, view.length, transitions, expTransitions).marginals,
    };
  }
}

/** Raises the labels that begin a stretch: B and U of every role. */
export function emboldenCues(scores: Float32Array | Float64Array, at: number): void {
  for (let role = 0; role < CUE_LABELS.roles.length; role++) {
    scores[at + 1 + 4 * role]! += BOLDNESS;
    scores[at + 4 + 4 * role]! += BOLDNESS;
  }
}
