/** Lays out labelled sequences for the trainer: counts the features, numbers the frequent ones, writes them flat. */
import type { Sequences } from './chainTrainer.ts';
import { Dictionary } from './dictionary.ts';

export interface Labelled {
  readonly length: number;
  readonly labels: Uint8Array;
  /** Writes the features of token `i`; returns how many. */
  readonly features: (i: number, out: Int32Array) => number;
  readonly edge: (i: number) => number;
}

export interface Encoded {
  readonly sequences: Sequences;
  /** Hash of every numbered feature. */
  readonly hashes: Int32Array;
}

export function encodeSequences(
  sequences: readonly Labelled[],
  { cutoff, maxFeatures }: { cutoff: number; maxFeatures: number },
): Encoded {
  const buffer = new Int32Array(maxFeatures);
  const dictionary = new Dictionary();
  let all = 0;
  let tokens = 0;
  for (const { length, features } of sequences) {
    tokens += length;
    for (let i = 0; i < length; i++) {
      const count = features(i, buffer);
      all += count;
      for (let k = 0; k < count; k++) dictionary.count(buffer[k]!);
    }
  }
  dictionary.freeze(cutoff);
  const starts = new Int32Array(sequences.length + 1);
  const tokenStarts = new Int32Array(tokens + 1);
  const labels = new Uint8Array(tokens);
  const edges = new Uint8Array(tokens);
  const flat = new Int32Array(all);
  let token = 0;
  let at = 0;
  sequences.forEach((sequence, index) => {
    for (let i = 0; i < sequence.length; i++, token++) {
      const count = sequence.features(i, buffer);
      for (let k = 0; k < count; k++) {
        const number = dictionary.numberOf(buffer[k]!);
        if (number >= 0) flat[at++] = number;
      }
      labels[token] = sequence.labels[i]!;
      edges[token] = sequence.edge(i);
      tokenStarts[token + 1] = at;
    }
    starts[index + 1] = token;
  });
  return { sequences: { starts, tokenStarts, features: flat, labels, edges }, hashes: dictionary.hashes };
}
