/**
 * Twice the text takes about twice the time. One careless pattern over prose turns quadratic; a ratio shows it on any
 * machine, where a limit in milliseconds would only show the machine.
 */
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { generateArticle } from '../support/generateArticle.ts';

/** Linear work gives 4 for four times the text; quadratic work 16. Between them there is room for a busy machine. */
const MAX_RATIO_FOR_FOUR_TIMES = 9;

const UNIT = 6_000;

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
  'blank space': (length) => ' \t'.repeat(length / 2),
  'empty lines': (length) => '\n'.repeat(length),
  'short lines': (length) => 'a\n'.repeat(length / 2),
  'quoted names': (length) => '“No,” Veld said. '.repeat(length / 17),
  'Markdown marks': (length) => '> - # * '.repeat(length / 8),
};

describe('time against length', () => {
  it.each(Object.keys(WORST_CASES))('is linear for %s', (name) => {
    const text = WORST_CASES[name]!;
    for (const format of ['plain', 'markdown'] as const) {
      const small = fastest(() => analyzeArticle(text(UNIT), { format }));
      const large = fastest(() => analyzeArticle(text(4 * UNIT), { format }));
      expect(
        large / Math.max(small, 1),
        `${format}: ${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`,
      ).toBeLessThan(MAX_RATIO_FOR_FOUR_TIMES);
    }
  });
});

function fastest(run: () => unknown): number {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const started = performance.now();
    run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}
