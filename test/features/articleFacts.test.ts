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
      ['quotation', 'sourced', 1, 'Ana Ruiz'],
      ['statement', 'attributed', 1, 'Ana Ruiz'],
      ['claim', 'warned', 2, null],
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

  it('count paragraphs as a reader does, and have none in headings', () => {
    const { context } = newsroom(
      '---\ntitle: Wall\n---\n\n# Council backs wall 6 to 3\n\nNORTHBY — The wall cost 4.2 million euros.\n\n' +
        '## 38 percent against\n\n- The mole cost 2 million euros.\n\nThe pier cost 3 million euros.\n',
      {},
      { format: 'markdown' },
    );
    const { facts } = articleFacts(context);
    expect(facts.map(({ passage, paragraph }) => [passage, paragraph])).toEqual([
      ['6 to 3', null],
      ['4.2 million euros', 1],
      ['38 percent', null],
      ['2 million euros', 2],
      ['3 million euros', 3],
    ]);
  });

  it('have each quotation once: a statement is what was said without one', () => {
    const { context } = newsroom(
      'Ana Ruiz said the harbour wall would be rebuilt. “We will not wait for another winter,” she said when she ' +
        'proposed the plan. “The storms will not wait for us.”\n\nTom Keane called the old wall “a ruin” that ' +
        'endangered every boat in the harbour. Ruiz denied that.\n',
    );
    const { facts } = articleFacts(context);
    const ofKind = (wanted: string) =>
      facts.filter(({ kind }) => kind === wanted).map(({ passage }) => passage);
    expect(ofKind('quotation')).toContain('“The storms will not wait for us.”');
    expect(ofKind('statement').length).toBeGreaterThan(0);
    for (const statement of ofKind('statement')) {
      expect(statement).not.toMatch(/wait for us|wait for another|^that$|^the plan$/);
    }
    // A few quoted words are part of what the writer reports.
    expect(ofKind('statement').some((statement) => statement.includes('“a ruin”'))).toBe(true);
  });

  it('go by what was recorded last', () => {
    const verified = { words: '4.2 million euros', verdict: 'verified', source: 'old.pdf' } as const;
    const disputed = { words: 'cost 4.2 million euros', verdict: 'disputed', source: 'new.pdf' } as const;
    const last = (draft: string, ...annotate: readonly (typeof verified | typeof disputed)[]) =>
      articleFacts(newsroom(draft, {}, { annotate }).context).facts.at(-1)!;
    expect(last(DRAFT, verified, disputed)).toMatchObject({ status: 'disputed', target: 'new.pdf' });
    expect(last(DRAFT, disputed, verified)).toMatchObject({ status: 'verified', target: 'old.pdf' });
    // A mark in the text says nothing about when.
    const marked = DRAFT.replace('euros.', 'euros. [CQ]');
    expect(last(marked).status).toBe('verified');
    expect(last(marked, disputed).status).toBe('disputed');
  });

  it('are none in an empty article', () => {
    const { context } = newsroom('');
    expect(articleFacts(context)).toMatchObject({ facts: [], sources: [], lost: [] });
  });
});
