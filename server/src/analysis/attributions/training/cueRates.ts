/** Counts how often each lemma is part of a cue; for training, without the article that is being read. */
import { hashWord } from '../learned/hash.ts';
import { rateStep, type WordKnowledge } from '../wordKnowledge.ts';
import type { TrainingBlock } from './corpus.ts';

class Counts {
  readonly inCues = new Map<number, number>();
  readonly all = new Map<number, number>();
}

export interface CueRates {
  /** What is known when the article was never seen. */
  without(article: number): WordKnowledge;
  /** The steps of all lemmas that are ever part of a cue. */
  steps(): Map<number, number>;
}

export function countCues(blocks: readonly TrainingBlock[]): CueRates {
  const total = new Counts();
  const byArticle = new Map<number, Counts>();
  for (const { article, block, gold } of blocks) {
    const own = byArticle.get(article) ?? new Counts();
    byArticle.set(article, own);
    const inCue = new Uint8Array(block.tokens.length);
    for (const { cue } of gold) for (const { first, last } of cue) inCue.fill(1, first, last + 1);
    block.tokens.forEach((token, i) => {
      const lemma = hashWord(token.lemma);
      for (const counts of [total, own]) {
        counts.all.set(lemma, (counts.all.get(lemma) ?? 0) + 1);
        if (inCue[i]) counts.inCues.set(lemma, (counts.inCues.get(lemma) ?? 0) + 1);
      }
    });
  }
  const step = (lemma: number, own?: Counts): number =>
    rateStep(
      (total.inCues.get(lemma) ?? 0) - (own?.inCues.get(lemma) ?? 0),
      (total.all.get(lemma) ?? 0) - (own?.all.get(lemma) ?? 0),
    );
  return {
    without: (article) => ({
      cueRate: (lemma) => step(lemma, byArticle.get(article)),
    }),
    steps: () => new Map([...total.inCues.keys()].map((lemma) => [lemma, step(lemma)])),
  };
}
