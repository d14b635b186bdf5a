/** The second tagger: it is given a cue and finds who is its source and what is its content. */
import type { BlockView } from './blockView.ts';
import { cueContext, type CueContext } from './cueContext.ts';
import { CUE_LABELS, type CueReading } from './cueModel.ts';
import type { ChainModel } from './learned/chainModel.ts';
import { labelSet, OUTSIDE, readStretches, type Stretch } from './learned/labels.ts';
import { MAX_ROLE_FEATURES, roleFeatures, RoleToken } from './roleFeatures.ts';
import { windowOf } from './window.ts';

export const ROLE_LABELS = labelSet(['source', 'content']);
export const ROLE_SOURCE = 0;
export const ROLE_CONTENT = 1;

/** In favour of beginning a stretch, by role; chosen on held-out training articles. */
export const ROLE_BOLDNESS = [1.75, 1.5];

/** No other score is so low: the cue itself is neither source nor content. */
const IMPOSSIBLE = -30_000;

/** What belongs to a cue, in stretches of the block's tokens; nothing at all when there is no content. */
export interface RoleReading {
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
  /** Probability of the least certain boundary of the cue, and of the source and contents. */
  readonly cueProbability: number;
  readonly roleProbability: number;
}

/** A cue without content reports nothing, and nobody asks how sure that is. */
const NOTHING: RoleReading = { source: [], content: [], cueProbability: 0, roleProbability: 0 };

/** Finds source and contents of a cue; implemented by the learned tagger, replaceable by any other. */
export interface RoleModel {
  read(view: BlockView, reading: CueReading, cue: Stretch): RoleReading;
}

export class LearnedRoleModel implements RoleModel {
  readonly #token = new RoleToken();
  readonly #features = new Int32Array(MAX_ROLE_FEATURES);

  constructor(private readonly model: ChainModel) {}

  read(view: BlockView, reading: CueReading, cue: Stretch): RoleReading {
    const { size } = ROLE_LABELS;
    const window = windowOf(view, reading, cue);
    const scores = this.#scoresOf(view, reading, cueContext(view, reading, cue, window));
    const edges = view.edge.subarray(window.first, window.last + 1);
    const labels = this.model.labels(scores, edges);
    const inBlock = ({ first, last }: Stretch): Stretch => ({
      first: first + window.first,
      last: last + window.first,
    });
    const source = readStretches(labels, ROLE_SOURCE);
    const content = readStretches(labels, ROLE_CONTENT);
    if (content.length === 0) return NOTHING;
    const marginals = this.model.marginals(scores, edges);
    return {
      source: source.map(inBlock),
      content: content.map(inBlock),
      cueProbability: leastCertain([cue], reading.labels, reading.marginals, CUE_LABELS.size),
      roleProbability: leastCertain([...source, ...content], labels, marginals, size),
    };
  }

  /** What the words of a window have in favour of each label at each token, by `token * ROLE_LABELS.size + label`. */
  #scoresOf(view: BlockView, reading: CueReading, c: CueContext): Int16Array {
    const { size } = ROLE_LABELS;
    const { table } = this.model;
    const { first, last } = c.window;
    const token = this.#token;
    const scores = new Int16Array((last - first + 1) * size);
    token.open(view, reading, c);
    for (let i = first, row = 0; i <= last; i++, row += size) {
      token.look(view, reading, c, i);
      if (token.isCue) scores.fill(IMPOSSIBLE, row + OUTSIDE + 1, row + size);
      else table.score(this.#features, roleFeatures(token, this.#features), scores, row);
    }
    return scores;
  }
}

function leastCertain(
  stretches: readonly Stretch[],
  labels: Uint8Array,
  marginals: Float64Array,
  size: number,
): number {
  let least = 1;
  for (const { first, last } of stretches) {
    least = Math.min(
      least,
      marginals[first * size + labels[first]!]!,
      marginals[last * size + labels[last]!]!,
    );
  }
  return least;
}
