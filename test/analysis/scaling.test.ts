/**
 * Four times the text takes about four times the work. One careless pattern over prose turns quadratic; a ratio shows it
 * on any machine, where a limit in milliseconds would only show the machine. Counted is the processor time of this
 * process, so that others who keep the machine busy change nothing.
 */
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { generateArticle } from '../support/generateArticle.ts';

/** Linear work gives 4 for four times the text, quadratic work 16. */
const MAX_RATIO_FOR_FOUR_TIMES = 9;

/** Long enough that quadratic work shows above what every analysis costs; some of it shows late. */
const UNIT = 4_000;
const LATE: ReadonlyMap<string, number> = new Map([['reports of reports', 60_000]]);
/** Work shorter than this is not told from the clock's own steps, in milliseconds. */
const SHORTEST = 3;
/** A run may catch the collection of garbage, or code that is not compiled yet. */
const RUNS = { small: 2, large: 8 };

/** One long paragraph of the same stretch over and over: the worst case of any stage that looks around. */
const WORST_CASES: Readonly<Record<string, (length: number) => string>> = {
  'news copy': (length) => generateArticle(length / 6, 4),
  'opening marks': (length) => '“ '.repeat(length / 2),
  'straight marks': (length) => '"a '.repeat(length / 3),
  apostrophes: (length) => "'a ".repeat(length / 3),
  brackets: (length) => '([ '.repeat(length / 3),
  digits: (length) => '5'.repeat(length),
  'numbers and commas': (length) => '5,000, '.repeat(length / 7),
  names: (length) => 'Anna Veld '.repeat(length / 10),
  'one sentence of cues': (length) => 'said that he said '.repeat(length / 18),
  'reports of reports': (length) => 'Veld said that Okoro said that '.repeat(length / 31),
  'blank space': (length) => ' \t'.repeat(length / 2),
  'empty lines': (length) => '\n'.repeat(length),
  'short lines': (length) => 'a\n'.repeat(length / 2),
  'quoted names': (length) => '“No,” Veld said. '.repeat(length / 17),
  'Markdown marks': (length) => '> - # * '.repeat(length / 8),
};

describe('work against length', () => {
  it.each(Object.keys(WORST_CASES))('is linear for %s', (name) => {
    const text = WORST_CASES[name]!;
    const unit = LATE.get(name) ?? UNIT;
    for (const format of ['plain', 'markdown'] as const) {
      const small = Math.max(
        SHORTEST,
        least(RUNS.small, () => analyzeArticle(text(unit), { format })),
      );
      const limit = MAX_RATIO_FOR_FOUR_TIMES * small;
      const large = least(RUNS.large, () => analyzeArticle(text(4 * unit), { format }), limit);
      expect(large, `${format}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`).toBeLessThan(limit);
    }
  });
});

/** The processor time in milliseconds of the best of some runs; the first one below `enough` will do. */
function least(runs: number, run: () => unknown, enough = 0): number {
  let best = Infinity;
  for (let i = 0; i < runs && best >= enough; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
