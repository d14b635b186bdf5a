import type { Packer, Unpacker } from './learned/packing.ts';

/** What is known of words before any text is read: how often a lemma is part of a cue. */
export interface WordKnowledge {
  /** 0 (never seen in a cue) to 5 (nearly always), by the hash of the lemma. */
  cueRate(lemma: number): number;
}

/** Share of a lemma's occurrences that lie in cues, as the step a feature uses. */
export function rateStep(inCues: number, occurrences: number): number {
  if (inCues === 0) return 0;
  const rate = inCues / (occurrences + 2);
  if (rate < 0.02) return 1;
  if (rate < 0.1) return 2;
  if (rate < 0.25) return 3;
  if (rate < 0.5) return 4;
  return 5;
}

/** @param rates step of the cue rate by hash of the lemma */
export function packCueRates(out: Packer, rates: ReadonlyMap<number, number>): void {
  const order = [...rates].sort(([a], [b]) => (a >>> 0) - (b >>> 0));
  out.sorted(Uint32Array.from(order, ([lemma]) => lemma >>> 0));
  for (const [, rate] of order) out.byte(rate);
}

export function unpackCueRates(from: Unpacker): WordKnowledge {
  const rates = new Map<number, number>();
  const lemmas = from.sorted();
  for (const lemma of lemmas) rates.set(lemma | 0, from.byte());
  return { cueRate: (lemma) => rates.get(lemma) ?? 0 };
}
