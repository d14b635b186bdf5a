import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import type { Quantity } from '../../server/src/analysis/facts.ts';
import {
  compareFigures,
  figureAt,
  figuresWithin,
  findFigureCounterparts,
  measureOf,
} from '../../server/src/workspace/figures.ts';
import type { FigureRelation } from '../../server/src/workspace/figureRelation.ts';
import type { Figure } from '../../server/src/workspace/figures.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const quantity = (over: Partial<Quantity>): Quantity => ({
  span: { start: 0, end: 0 },
  number: { start: 0, end: 0 },
  value: 5000,
  upper: null,
  unit: 'soldiers',
  kind: 'count',
  modifier: '=',
  change: '=',
  rate: null,
  concept: [],
  exempt: null,
  attribution: null,
  weight: 1,
  reason: { code: 'count', evidence: [] },
  ...over,
});

const figure = (
  over: Partial<Quantity>,
  subject = ['corran', 'garrison', 'army'],
  fates: readonly number[] = [],
): Figure => ({
  quantity: quantity(over),
  measure: measureOf(quantity(over)),
  subject: new Set(subject),
  anchors: new Set(subject.slice(0, 1)),
  names: new Set(subject.slice(0, 1)),
  fates: new Set(fates),
});

describe('two figures of one thing', () => {
  it.each<[FigureRelation | undefined, Partial<Quantity>, Partial<Quantity>]>([
    ['equal', {}, {}],
    ['equal', {}, { unit: 'Corran soldiers' }],
    ['rounded', { value: 4987 }, { value: 5000 }],
    ['rounded', { value: 4600, modifier: '~' }, { value: 4987 }],
    ['rounded', { value: 4.2e6 }, { value: 4_237_000 }],
    ['consistent', { modifier: '>' }, { value: 6200 }],
    ['consistent', { value: 4000, upper: 6000, modifier: 'range' }, { value: 5000 }],
    ['contradicting', {}, { value: 2000 }],
    ['contradicting', { modifier: '>' }, { value: 2000 }],
    ['contradicting', { modifier: '>' }, { value: 3000, modifier: '<' }],
    ['contradicting', { value: 4.2 }, { value: 4.7 }],
    [undefined, {}, { unit: 'tents' }],
    [
      undefined,
      { kind: 'percent', unit: 'percent' },
      { kind: 'percentage-points', unit: 'percentage points' },
    ],
    [undefined, {}, { rate: 'per year' }],
    ['equal', { rate: 'a year' }, { rate: 'per year' }],
    ['contradicting', { rate: 'annually' }, { rate: 'a year', value: 2000 }],
    [undefined, { rate: 'a year' }, { rate: 'monthly' }],
    [undefined, { change: 'up' }, {}],
    [undefined, { concept: ['2015'] }, { concept: ['2019'] }],
    [undefined, {}, { exempt: 'age' }],
  ])('are %s', (relation, a, b) => {
    expect(compareFigures(figure(a), figure(b))?.relation).toBe(relation);
    expect(compareFigures(figure(b), figure(a))?.relation).toBe(relation);
  });
});

it('two figures of different things are not compared', () => {
  expect(compareFigures(figure({}), figure({ value: 2000 }, ['velden', 'garrison', 'army']))).toBe(undefined);
  expect(compareFigures(figure({}), figure({ value: 2000 }, ['corran', 'harvest']))).toBe(undefined);
});

/** Two sentences in two articles; how their first figures agree. */
function relationBetween(here: string, there: string): FigureRelation | undefined {
  const workspace = createWorkspace();
  for (const [id, text] of Object.entries({ here, there })) {
    workspace.set({ id, text: `${text}\n`, format: 'plain', isSource: false, metadata: {} });
  }
  const index = workspace.article('here')!.quantities.findIndex(({ exempt }) => exempt === null);
  return findFigureCounterparts(workspace, 'here', index)[0]?.relation;
}

describe('two sentences', () => {
  it.each<[FigureRelation | undefined, string, string]>([
    [
      'contradicting',
      'The harbour authority of Northby employs 1,200 workers at the new terminal.',
      'At its new terminal the Northby harbor authority has 900 workers.',
    ],
    [
      'equal',
      'The labour market in Velden grew: unemployment fell to 4.7 percent.',
      'Unemployment in Velden stands at 4.7 per cent, the labor market report says.',
    ],
    [
      undefined,
      'About 500 soldiers were killed at the garrison in Corran, the army said.',
      'The army keeps 5,000 soldiers at its garrison in Corran.',
    ],
    [
      undefined,
      'At the garrison in Corran 500 soldiers were wounded, the army said.',
      'At the garrison in Corran 40 soldiers died, the army said.',
    ],
    [
      'contradicting',
      'At the garrison in Corran 50 soldiers were killed, the army said.',
      'At the garrison in Corran 40 soldiers died, the army said.',
    ],
    [
      undefined,
      'Unemployment in Velden rose by two percentage points, the ministry said.',
      'Unemployment in Velden rose by 5 percent, the ministry said.',
    ],
    [
      undefined,
      'The ferry line to Northby carried 40,000 passengers in 2015.',
      'The ferry line to Northby carried 55,000 passengers in 2019.',
    ],
    [
      'consistent',
      'The ferry line to Northby carried more than 40,000 passengers.',
      'The ferry line to Northby carried 55,000 passengers.',
    ],
    [
      undefined,
      'The ferry terminal in Northby will cost $40 million.',
      'The ferry terminal in Northby has 400 parking spaces.',
    ],
    [undefined, 'The garrison in Corran has 5,000 soldiers.', 'The garrison in Velden has 2,000 soldiers.'],
    [
      'contradicting',
      'The ferry terminal in Northby will cost $4.2 million, the council said.',
      'The council heard that the ferry terminal in Northby will cost $4.2 billion.',
    ],
    [
      'rounded',
      'Nearly 5,000 soldiers serve at the garrison in Corran, the army said.',
      'The army has 4,870 soldiers at its garrison in Corran.',
    ],
    [
      'rounded',
      'The ferry terminal in Northby will cost about $4 million, the council said.',
      'The council heard that the ferry terminal in Northby will cost $4.2 million.',
    ],
    [
      'consistent',
      'The garrison in Corran has between 4,000 and 6,000 soldiers, the army said.',
      'The army keeps 5,100 soldiers at the garrison in Corran.',
    ],
    [
      'contradicting',
      'The garrison in Corran has fewer than 3,000 soldiers, the army said.',
      'The army keeps 5,100 soldiers at the garrison in Corran.',
    ],
    [
      undefined,
      'Unemployment in Velden stood at 6 percent in March, the ministry said.',
      'Unemployment in Velden stood at 9 percent in November, the ministry said.',
    ],
  ])('give figures that are %s: %s / %s', (relation, here, there) => {
    expect(relationBetween(here, there)).toBe(relation);
    expect(relationBetween(there, here)).toBe(relation);
  });
});

it.each([
  [true, 'The garrison in Corran has 5,000 soldiers.', 'In Corran the garrison has 2,000 soldiers.'],
  [
    false,
    'A crowd of 5,000 people heard Ina Moss of New Selby speak in the hall.',
    'A crowd of 300 people heard Otto Brandt of New Corran speak in the hall.',
  ],
])('the same names are spoken of: %s', (same, here, there) => {
  const figures = [here, there].map((text) => {
    const article = analyzeArticle(`${text}\n`, { format: 'plain' });
    return figureAt(
      article,
      article.quantities.findIndex(({ exempt }) => exempt === null),
    )!;
  });
  expect(compareFigures(figures[0]!, figures[1]!)?.sameNames).toBe(same);
});

describe('in a workspace', () => {
  const texts = {
    a: 'Some 5,000 soldiers are stationed at the garrison in Corran, far from the capital.\n',
    b: 'The army keeps 2,000 soldiers at its garrison in Corran, officials said.\n\nThe council has 40 clerks in Velden.\n',
    c: 'The weather in Corran was fine, and 5,000 visitors came.\n',
  };
  const workspace = createWorkspace();
  for (const [id, text] of Object.entries(texts)) {
    workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
  }
  const indexOf = (id: keyof typeof texts, words: string) =>
    workspace
      .article(id)!
      .quantities.findIndex(({ span }) => texts[id].slice(span.start, span.end).includes(words));

  it('a figure leads to another for the same thing, and to no other', () => {
    const found = findFigureCounterparts(workspace, 'a', indexOf('a', '5,000'));
    expect(found.map(({ id, words, relation, isOnly }) => ({ id, words, relation, isOnly }))).toEqual([
      { id: 'b', words: '2,000 soldiers', relation: 'contradicting', isOnly: true },
    ]);
  });

  it('an article contradicts itself', () => {
    const text =
      'The army keeps 2,000 soldiers at the garrison in Corran.\n\nThe garrison in Corran has 5,000 soldiers.\n';
    workspace.set({ id: 'self', text, format: 'plain', isSource: false, metadata: {} });
    expect(figuresWithin(workspace.article('self')!, 0).map(({ relation }) => relation)).toEqual([
      'contradicting',
    ]);
  });

  it('nothing is asked of what is not there', () => {
    expect(findFigureCounterparts(workspace, 'a', 99)).toEqual([]);
    expect(findFigureCounterparts(workspace, 'nowhere', 0)).toEqual([]);
  });
});
