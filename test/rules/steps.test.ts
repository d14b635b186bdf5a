/** A long article is checked in steps: whoever writes it never waits for a rule. */
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { runRulesInSteps } from '../../server/src/rules/runRules.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { generateArticle } from '../support/generateArticle.ts';

const id = 'file:///draft.txt';
/** What these rules do for an article grows with it by more than a loop over a few facts. */
const IN_STEPS = [
  'vague-attribution',
  'altered-quote',
  'speaker-mismatch',
  'figure-mismatch',
  'inconsistent-name',
];

/** In how many steps the rule checks an article of so many words. */
function stepsOf(rule: Rule, words: number): number {
  const text = generateArticle(words, 5);
  const workspace = createWorkspace();
  workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
  const article = analyzeArticle(text, { format: 'plain' });
  const steps = runRulesInSteps({ id, article, workspace }, DEFAULT_SETTINGS, undefined, [rule]);
  let count = 0;
  while (!steps.next().done) count++;
  return count;
}

describe('a long article', () => {
  it.each(IN_STEPS)('is checked by %s in as many steps as it is long', (name) => {
    const rule = RULES.find((candidate) => candidate.id === name)!;
    const ratio = stepsOf(rule, 4_000) / stepsOf(rule, 1_000);
    expect(ratio).toBeGreaterThan(2);
    expect(ratio).toBeLessThan(8);
  });
});
