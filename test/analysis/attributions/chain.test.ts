import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPath, posterior } from '../../../server/src/analysis/attributions/learned/chain.ts';
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

const SET = labelSet(['source']);
const size = SET.size;

function transitions(weights: readonly number[]): Parameters<typeof bestPath>[3] {
  return {
    labels: size,
    arcs: SET.arcs,
    froms: SET.froms,
    tos: SET.tos,
    firstArcs: SET.firstArcs,
    initial: SET.initial,
    final: SET.final,
    weights: Float32Array.from(weights),
  };
}

/** Every allowed label sequence of a length. */
function allPaths(length: number): number[][] {
  let paths = Array.from(SET.initial).flatMap((may, label) => (may === 1 ? [[label]] : []));
  for (let i = 1; i < length; i++) {
    paths = paths.flatMap((path) =>
      [...SET.arcs]
        .filter((arc) => Math.floor(arc / size) === path.at(-1))
        .map((arc) => [...path, arc % size]),
    );
  }
  return paths.filter((path) => SET.final[path.at(-1)!] === 1);
}

const chains = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc.record({
    length: fc.constant(length),
    scores: fc.array(fc.integer({ min: -20, max: 20 }), {
      minLength: length * size,
      maxLength: length * size,
    }),
    weights: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size * size, maxLength: size * size }),
  }),
);

describe('a linear chain', () => {
  it('finds the path that trying all paths finds', () => {
    fc.assert(
      fc.property(chains, ({ length, scores, weights }) => {
        const value = (path: ArrayLike<number>): number => {
          let sum = 0;
          for (let i = 0; i < length; i++) {
            sum += scores[i * size + path[i]!]!;
            if (i > 0) sum += weights[path[i - 1]! * size + path[i]!]!;
          }
          return sum;
        };
        const best = Math.max(...allPaths(length).map(value));
        const edges = new Uint8Array(length);
        const path = bestPath(Float32Array.from(scores), edges, length, transitions(weights), Infinity);
        expect(value(path)).toBe(best);
      }),
    );
  });

  it('gives each label the share of the paths through it', () => {
    fc.assert(
      fc.property(chains, ({ length, scores, weights }) => {
        const scaled = scores.map((score) => score / 10);
        const t = transitions(weights.map((weight) => weight / 10));
        const masses = allPaths(length).map((path) => {
          let sum = 0;
          path.forEach((label, i) => {
            sum += scaled[i * size + label]! + (i > 0 ? t.weights[path[i - 1]! * size + label]! : 0);
          });
          return { path, mass: Math.exp(sum) };
        });
        const total = masses.reduce((sum, { mass }) => sum + mass, 0);
        const expWeights = Float64Array.from(t.weights, Math.exp);
        const { marginals, logZ } = posterior(
          Float64Array.from(scaled),
          new Uint8Array(length),
          length,
          t,
          expWeights,
          Infinity,
        );
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
    const none = new Array<number>(size * size).fill(0);
    const scores = new Float32Array(3 * size);
    scores[size + 1] = 900;
    scores[2 * size] = 1000;
    const path = bestPath(scores, new Uint8Array(3), 3, transitions(none));
    expect(path[2]).toBe(0);
    expect(SET.final[path[1]!]).toBe(1);
    const { marginals } = posterior(
      scores,
      new Uint8Array(3),
      3,
      transitions(none),
      Float64Array.from(none, Math.exp),
    );
    expect(marginals.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  it('has no path for no tokens', () => {
    expect(
      bestPath(new Float32Array(0), [], 0, transitions(new Array<number>(size * size).fill(0))),
    ).toHaveLength(0);
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
    const scores = new Float32Array(5);
    table.score(Int32Array.of(7, 7 + 2048, 999), 3, scores, 2);
    expect([...scores]).toEqual([0, 0, 0, 5.5, -9]);
  });

  it('counts nothing for unknown features', () => {
    const scores = Float32Array.of(3, 3, 3);
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
