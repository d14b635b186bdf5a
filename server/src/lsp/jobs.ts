/** What a session does between messages. */
import { analyzeArticle } from '../analysis/analyze.ts';
import type { Job } from './background.ts';
import type { Checker } from './checker.ts';
import type { FactsMemory } from './factsMemory.ts';
import type { FigureMemory } from './figureMemory.ts';
import type { KeptIndex } from './keptIndex.ts';
import type { Library } from './library.ts';
import type { PassageMemory } from './passageMemory.ts';
import type { Preparation } from './preparation.ts';

/** An article that needs all that any article needs. */
const SMALL_ARTICLE = '“Ready,” said Attest.';

/** Most urgent first. */
export interface Jobs {
  readonly editing: Job;
  readonly checkingWhole: Job;
  readonly indexing: Job;
  readonly checkingKeptIndex: Job;
  readonly rechecking: Job;
  readonly lookingUp: Job;
  readonly preparing: Job;
  readonly findingFacts: Job;
  readonly readingFigures: Job;
  readonly loadingModels: Job;
}

export interface Workers {
  readonly checker: Checker;
  readonly library: Library;
  readonly keptIndex: KeptIndex;
  readonly workspace: PassageMemory;
  readonly preparation: Preparation;
  readonly facts: FactsMemory;
  readonly figures: FigureMemory;
  readonly now: () => number;
  /** What was kept of the session before has been looked through and is to be kept as it is now. */
  readonly keep: () => void;
}

export function jobsOf(workers: Workers): Jobs {
  const { checker, library, keptIndex, workspace, preparation, facts, figures, now, keep } = workers;
  const canWait = (): boolean => true;
  return {
    editing: { step: checker.urgentStep },
    checkingWhole: { step: checker.wholeStep, canWait: () => !checker.isAwaited },
    indexing: { step: () => library.indexOne(), canWait: () => library.isChecking },
    checkingKeptIndex: {
      step: () => {
        const hasMore = keptIndex.check(now);
        if (!hasMore) keep();
        return hasMore;
      },
      canWait,
    },
    rechecking: { step: checker.laterStep, canWait },
    lookingUp: { step: workspace.step, canWait },
    preparing: { step: preparation.step, canWait },
    findingFacts: { step: facts.step, canWait },
    readingFigures: { step: figures.step, canWait },
    loadingModels: {
      step: () => {
        analyzeArticle(SMALL_ARTICLE, { format: 'plain' });
        return false;
      },
      canWait,
    },
  };
}
