import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../server/src/analysis/facts.ts';
import { compareFigures, figuresWithin, findFigureCounterparts } from '../../server/src/workspace/figures.ts';
import type { Figure, FigureRelation } from '../../server/src/workspace/figures.ts';
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

const figure = (over: Partial<Quantity>, subject = ['corran', 'garrison', 'army']): Figure => ({
  quantity: quantity(over),
  subject: new Set(subject),
  anchors: new Set(subject.slice(0, 1)),
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
    expect(found.map(({ id, quantity: index, relation }) => ({ id, index, relation }))).toEqual([
      { id: 'b', index: indexOf('b', '2,000'), relation: 'contradicting' },
    ]);
  });

  it('an article contradicts itself', () => {
    const text =
      'The army keeps 2,000 soldiers at the garrison in Corran.\n\nThe garrison in Corran has 5,000 soldiers.\n';
    workspace.set({ id: 'self', text, format: 'plain', isSource: false, metadata: {} });
    expect(figuresWithin('self', workspace.article('self')!, 0).map(({ relation }) => relation)).toEqual([
      'contradicting',
    ]);
  });

  it('nothing is asked of what is not there', () => {
    expect(findFigureCounterparts(workspace, 'a', 99)).toEqual([]);
    expect(findFigureCounterparts(workspace, 'nowhere', 0)).toEqual([]);
  });
});
