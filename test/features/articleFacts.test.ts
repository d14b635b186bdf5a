import { describe, expect, it } from 'vitest';
import { articleFacts } from '../../server/src/features/articleFacts.ts';
import { newsroom } from '../support/newsroom.ts';

const DRAFT = `Harbour wall to be rebuilt

“We will rebuild the old harbour wall before the first winter storms,” Ana Ruiz said. She told reporters that the storms had come earlier every year.

The wall cost 4.2 million euros.
`;
const MINUTES =
  'Ana Ruiz told the council: “We will rebuild the old harbour wall before the first winter storms.”\n';

describe('the facts of an article', () => {
  it('are its quotations, statements and claims, each with what it still needs', () => {
    const { context } = newsroom(DRAFT, {
      'sources/minutes.txt': MINUTES,
      'sources/budget.txt': 'Nothing here.\n',
    });
    const { facts, sources, totals } = articleFacts(context);
    expect(facts.map(({ kind, status, paragraph, speaker }) => [kind, status, paragraph, speaker])).toEqual([
      ['quotation', 'sourced', 2, 'Ana Ruiz'],
      ['statement', 'attributed', 2, 'Ana Ruiz'],
      ['claim', 'warned', 3, null],
    ]);
    expect(facts[0]).toMatchObject({ source: 'minutes.txt, line 1', target: null });
    expect(sources.map(({ name, kind, uses }) => [name, kind, uses])).toEqual([
      ['minutes.txt', 'article', [0]],
      ['budget.txt', 'article', []],
    ]);
    expect(totals).toMatchObject({ facts: 2, traced: 1, unsourced: 1 });
  });

  it('go by what a person recorded, and by nothing they recorded about other words', () => {
    const { context } = newsroom(
      DRAFT,
      { 'sources/minutes.txt': MINUTES },
      {
        annotate: [
          { words: 'cost 4.2 million euros', verdict: 'verified', source: 'budget.pdf', note: 'table 3' },
          { words: 'earlier every year', verdict: 'disputed' },
        ],
      },
    );
    const { facts, sources } = articleFacts(context);
    expect(facts.map(({ status, note }) => [status, note])).toEqual([
      ['sourced', null],
      ['disputed', null],
      ['verified', 'table 3'],
    ]);
    expect(facts[2]!.annotations).toEqual(['a0']);
    expect(sources.map(({ name, kind }) => [name, kind])).toEqual([
      ['minutes.txt', 'article'],
      ['budget.pdf', 'elsewhere'],
    ]);
  });

  it('are none in an empty article', () => {
    const { context } = newsroom('');
    expect(articleFacts(context)).toMatchObject({ facts: [], sources: [], lost: [] });
  });
});
