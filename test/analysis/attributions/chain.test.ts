import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestPath,
  posterior,
  stepsPerEdge,
  type Transitions,
} from '../../../server/src/analysis/attributions/learned/chain.ts';
import { ChainModel, emboldened } from '../../../server/src/analysis/attributions/learned/chainModel.ts';
import { FeatureTable } from '../../../server/src/analysis/attributions/learned/featureTable.ts';
import {
  labelSet,
  readStretches,
  writeStretch,
} from '../../../server/src/analysis/attributions/learned/labels.ts';
import {
  bytesOfBase64,
  Packer,
  Unpacker,
} from '../../../server/src/analysis/attributions/learned/packing.ts';

const { size } = labelSet(['source', 'content']);
const ROLES = 2;
const STEPS = stepsPerEdge(ROLES);

/** The number of the step between two labels, as `Transitions` lays them out; null where one cannot follow the other. */
function stepOf(from: number, to: number): number | null {
  const names = ['O', 'B1', 'I1', 'E1', 'U1', 'B2', 'I2', 'E2', 'U2'];
  const [a, b] = [names[from]!, names[to]!];
  const roleOf = (name: string): number => Number(name[1] ?? 0);
  if (/[BI]/.test(a) || /[IE]/.test(b)) {
    if (!/[BI]/.test(a) || !/[IE]/.test(b) || roleOf(a) !== roleOf(b)) return null;
    return 9 + 4 * (roleOf(a) - 1) + ['BI', 'BE', 'II', 'IE'].indexOf(a.charAt(0) + b.charAt(0));
  }
  return 3 * roleOf(a) + roleOf(b);
}

/** Every allowed label sequence of a length. */
function allPaths(length: number): number[][] {
  const labels = Array.from({ length: size }, (_, label) => label);
  let paths = labels.filter((label) => stepOf(0, label) !== null).map((label) => [label]);
  for (let i = 1; i < length; i++) {
    paths = paths.flatMap((path) =>
      labels.filter((label) => stepOf(path.at(-1)!, label) !== null).map((label) => [...path, label]),
    );
  }
  return paths.filter((path) => stepOf(path.at(-1)!, 0) !== null);
}

interface Chain {
  readonly length: number;
  readonly scores: number[];
  readonly edges: number[];
  readonly initial: number[];
  readonly steps: number[];
}

const small = fc.integer({ min: -9, max: 9 });
const exactly = (count: number): { minLength: number; maxLength: number } => ({
  minLength: count,
  maxLength: count,
});
const chains: fc.Arbitrary<Chain> = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(fc.integer({ min: -20, max: 20 }), exactly(length * size)),
    edges: fc.array(fc.integer({ min: 0, max: 1 }), exactly(length)),
    initial: fc.array(small, exactly(ROLES + 1)),
    steps: fc.array(small, exactly(2 * STEPS)),
  }),
);

function valueOf(path: readonly number[], { scores, edges, initial, steps }: Chain): number {
  const [first = 0] = path;
  let sum = initial[first === 0 ? 0 : ((first - 1) >> 2) + 1]!;
  path.forEach((label, i) => {
    sum += scores[i * size + label]!;
    if (i > 0) sum += steps[edges[i]! * STEPS + stepOf(path[i - 1]!, label)!]!;
  });
  return sum;
}

function transitions({ initial, steps }: Chain, change: (weight: number) => number): Transitions {
  return {
    roles: ROLES,
    initial: Float64Array.from(initial, change),
    steps: Float64Array.from(steps, change),
  };
}

describe('a linear chain', () => {
  it('finds the path that trying all paths finds', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const best = Math.max(...allPaths(chain.length).map((path) => valueOf(path, chain)));
        const { length, scores, edges } = chain;
        const path = bestPath(
          Int16Array.from(scores),
          edges,
          length,
          transitions(chain, (weight) => weight),
        );
        expect(valueOf([...path], chain)).toBe(best);
      }),
    );
  });

  it('gives each label the share of the paths through it', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const potential = (weight: number): number => Math.exp(weight / 10);
        const masses = allPaths(chain.length).map((path) => ({
          path,
          mass: potential(valueOf(path, chain)),
        }));
        const total = masses.reduce((sum, { mass }) => sum + mass, 0);
        const { length, scores, edges } = chain;
        const nodes = Float64Array.from(scores, potential);
        const { marginals, logZ } = posterior(nodes, edges, length, transitions(chain, potential));
        expect(logZ).toBeCloseTo(Math.log(total), 6);
        for (let i = 0; i < length; i++) {
          for (let y = 0; y < size; y++) {
            const share = masses.reduce((sum, { path, mass }) => sum + (path[i] === y ? mass : 0), 0) / total;
            expect(marginals[i * size + y]).toBeCloseTo(share, 6);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds an allowed path, and marginals, where what is certain comes after what was all but certain', () => {
    const table = new FeatureTable({
      labels: size,
      hashes: new Int32Array(0),
      weights: new Int8Array(0),
      scale: 0.02,
    });
    const model = new ChainModel(table, {
      roles: ROLES,
      initial: new Float64Array(ROLES + 1),
      steps: new Float64Array(STEPS),
    });
    const scores = new Int16Array(3 * size);
    scores[size + 1] = 10_000;
    scores.fill(-30_000, 2 * size + 1);
    const path = model.labels(scores, new Uint8Array(3));
    expect(path[2]).toBe(0);
    expect(stepOf(path[1]!, 0)).not.toBeNull();
    const marginals = model.marginals(scores, new Uint8Array(3));
    expect(marginals.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(marginals[2 * size]).toBe(1);
  });

  it('has no path for no tokens', () => {
    const none = { roles: ROLES, initial: new Float64Array(ROLES + 1), steps: new Float64Array(STEPS) };
    expect(bestPath(new Int16Array(0), [], 0, none)).toHaveLength(0);
  });
});

describe('boldness', () => {
  it('speaks for all that begins with a role, at the start and later', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const bold = emboldened(
          transitions(chain, (weight) => weight),
          [5, 3],
        );
        const other = { ...chain, initial: [...bold.initial], steps: [...bold.steps] };
        for (const path of allPaths(chain.length)) {
          const begun = path.map((label) => [0, 5, 0, 0, 5, 3, 0, 0, 3][label]!).reduce((a, b) => a + b, 0);
          expect(valueOf(path, other)).toBe(valueOf(path, chain) + begun);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('labels', () => {
  it('read back what was written', () => {
    const labels = new Uint8Array(6);
    writeStretch(labels, 0, 0, 0);
    writeStretch(labels, 0, 2, 4);
    expect([...labels]).toEqual([4, 0, 1, 2, 3, 0]);
    expect(readStretches(labels, 0)).toEqual([
      { first: 0, last: 0 },
      { first: 2, last: 4 },
    ]);
  });
});

describe('a feature table', () => {
  const table = new FeatureTable({
    labels: 3,
    hashes: Int32Array.of(7, 7 + 2048, -5),
    weights: Int8Array.of(10, -20, 1, 2, 100, 0),
    scale: 0.5,
  });

  it('adds the weights of known features, also where hashes share a slot', () => {
    const scores = new Int16Array(5);
    table.score(Int32Array.of(7, 7 + 2048, 999), 3, scores, 2);
    expect([...scores]).toEqual([0, 0, 0, 11, -18]);
  });

  it('counts nothing for unknown features', () => {
    const scores = Int16Array.of(3, 3, 3);
    table.score(Int32Array.of(8, 123456), 2, scores, 0);
    expect([...scores]).toEqual([0, 0, 0]);
  });
});

describe('packing', () => {
  it('unpacks what was packed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 })),
        fc.float({ noNaN: true }),
        (numbers, float) => {
          const packer = new Packer();
          const sorted = Uint32Array.from(numbers).sort();
          packer.sorted(sorted);
          packer.float(float);
          packer.byte(200);
          const unpacker = new Unpacker(packer.toBytes());
          expect(unpacker.sorted()).toEqual(sorted);
          expect(unpacker.float()).toBe(float);
          expect(unpacker.byte()).toBe(200);
        },
      ),
    );
  });

  it('reads base64 as Node writes it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
      }),
    );
  });
});
