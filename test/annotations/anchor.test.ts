import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, anchorAll, quoteOf } from '../../server/src/annotations/anchor.ts';
import { CodePoints } from '../../server/src/text/codePoints.ts';
import { applyEdits, editBetween, mapSpan } from '../../server/src/text/edits.ts';
import { readMarked } from '../support/marked.ts';

/**
 * Anchors the passage `<a>…</a>` of one text in another one, which shows the expected place as `<exact>…</exact>` or
 * `<changed>…</changed>`, candidates as `<ambiguous>…</ambiguous>`, and has no tags where it should be an orphan.
 */
function expectAnchor(before: string, after: string): void {
  const old = readMarked(before, ['a']);
  const now = readMarked(after, ['exact', 'changed', 'ambiguous']);
  const passage = old.only('a');
  const found = anchor(now.text, quoteOf(old.text, passage), passage);
  const shown = (spans: readonly { start: number; end: number }[]): string[] =>
    spans.map(({ start, end }) => `${start}: ${now.text.slice(start, end)}`);
  expect([found.state, ...shown(found.span ? [found.span] : found.candidates)]).toEqual([
    now.spans[0]?.tag ?? 'orphan',
    ...shown(now.spans),
  ]);
}

describe('an anchor', () => {
  it.each([
    ['stays', 'It cost <a>5,000 crowns</a> to build.', 'It cost <exact>5,000 crowns</exact> to build.'],
    [
      'moves along',
      'It cost <a>5,000 crowns</a> to build.',
      'New lead.\r\n\r\nIt cost <exact>5,000 crowns</exact> to build.',
    ],
    [
      'moves to another paragraph with its sentence',
      'It cost <a>5,000 crowns</a> to build. It rained for weeks.',
      'It rained for weeks. It cost <exact>5,000 crowns</exact> to build.',
    ],
    [
      'tells the same words apart by what stands around them',
      'Alpha had 12 votes. Beta had <a>12 votes</a>. Gamma lost.',
      'Gamma won. Alpha had 12 votes. Beta had <exact>12 votes</exact>. Gamma lost.',
    ],
    [
      'follows an edit inside the passage',
      'The council said it cost <a>5,000 crowns</a> to rebuild the pier in May.',
      'The council said it cost <changed>6,500 crowns</changed> to rebuild the pier in May.',
    ],
    [
      'follows an edit inside a long passage and beside it',
      'On Monday he said: <a>“We will rebuild the old pier before the summer comes.”</a> Then he left the room.',
      'On Tuesday she said: <changed>“We will rebuild the pier before the summer comes.”</changed> Then he left the room.',
    ],
  ])('%s', (_, before, after) => {
    expectAnchor(before, after);
  });

  it.each([
    [
      'the same words in other surroundings',
      'The ferry carried <a>5,000</a> people that day, the harbour office said.',
      'In all, the war cost <ambiguous>5,000</ambiguous> lives in the valley, historians believe.',
    ],
    [
      'a look-alike when its own sentence is gone',
      'Team Alpha won the match on Sunday by two goals. <a>Team Alpha celebrated until the morning came.</a> The town slept.',
      'It rained. Team Delta celebrated until the evening came. Nobody was there to see it.',
    ],
    [
      'one of two equally near places',
      'The mayor said no. <a>It will not be built.</a> The mayor said no.',
      'Again. The mayor said no. <ambiguous>It will not be built.</ambiguous> The mayor said no. <ambiguous>It will not be built.</ambiguous> The mayor said no.',
    ],
    [
      'what was deleted between the words around it',
      'The council met on Monday. <a>It was loud. </a>The council will meet again on Friday.',
      'The council met on Monday. The council will meet again on Friday.',
    ],
    ['anything in an empty text', 'It cost <a>5,000 crowns</a>.', ''],
  ])('is never moved silently to %s', (_, before, after) => {
    expectAnchor(before, after);
  });

  it('of an empty passage is an orphan', () => {
    expect(anchor('text', { exact: '', prefix: '', suffix: '' }).state).toBe('orphan');
  });

  it('of a word that stands everywhere is an orphan, quickly', () => {
    expect(anchor('a '.repeat(100_000), { exact: 'a', prefix: '', suffix: '' }).state).toBe('orphan');
  });

  const sentence = fc
    .array(
      fc.constantFrom(
        'harbour',
        'council',
        'ferry',
        'vote',
        'pier',
        'rain',
        'mayor',
        'open',
        'late',
        'five',
        'never',
        '🌊',
      ),
      { minLength: 4, maxLength: 9 },
    )
    .map((words) => `${words.join(' ')}.`);
  const article = fc.array(sentence, { minLength: 2, maxLength: 12 }).map((sentences) => sentences.join(' '));

  it('finds its passage in the text it was made for', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.nat({ max: 60 }), (text, at, length) => {
        const start = at % text.length;
        const end = Math.min(text.length, start + 1 + length);
        const codePoints = new CodePoints(text);
        const position = { start: codePoints.countBefore(start), end: codePoints.countBefore(end) };
        const annotation = {
          id: 'a',
          quote: quoteOf(text, { start, end }),
          position,
          verdict: null,
          source: null,
          speaker: null,
          note: null,
          dismissal: null,
        };
        const [found] = anchorAll(text, [annotation]);
        if (found!.state === 'exact') expect(found!.span).toEqual({ start, end });
        else expect(found!.state).toBe('ambiguous');
      }),
    );
  });

  it('after edits elsewhere says the place that the edits say, or says that it does not know', () => {
    fc.assert(
      fc.property(
        article,
        sentence,
        fc.nat(),
        fc.nat(),
        fc.nat({ max: 40 }),
        (text, added, at, where, length) => {
          const start = at % text.length;
          const end = Math.min(text.length, start + 12 + length);
          const inserted = where % (text.length + 1);
          const edits = [{ span: { start: inserted, end: inserted }, newText: added }];
          const mapped = mapSpan({ start, end }, edits);
          fc.pre(mapped !== null);
          const now = applyEdits(text, edits);
          const found = anchor(now, quoteOf(text, { start, end }), { start, end });
          if (found.state === 'exact')
            expect(now.slice(found.span!.start, found.span!.end)).toBe(text.slice(start, end));
          if (found.state === 'exact' && now.split(text.slice(start, end)).length === 2)
            expect(found.span).toEqual(mapped);
        },
      ),
    );
  });
});

describe('edits', () => {
  it('map what they do not touch', () => {
    const edits = [{ span: { start: 4, end: 6 }, newText: 'xyz' }];
    expect(mapSpan({ start: 0, end: 4 }, edits)).toEqual({ start: 0, end: 4 });
    expect(mapSpan({ start: 6, end: 9 }, edits)).toEqual({ start: 7, end: 10 });
    expect(mapSpan({ start: 5, end: 9 }, edits)).toBeNull();
    expect(mapSpan({ start: 2, end: 5 }, edits)).toBeNull();
    expect(mapSpan({ start: 0, end: 9 }, edits)).toBeNull();
    expect(mapSpan({ start: 4, end: 8 }, [{ span: { start: 4, end: 4 }, newText: 'a' }])).toEqual({
      start: 5,
      end: 9,
    });
    expect(mapSpan({ start: 4, end: 8 }, [{ span: { start: 8, end: 8 }, newText: 'a' }])).toEqual({
      start: 4,
      end: 8,
    });
  });

  it('apply in any order, and never outside the text', () => {
    expect(
      applyEdits('abcd', [
        { span: { start: 3, end: 4 }, newText: 'D' },
        { span: { start: 0, end: 1 }, newText: 'A' },
      ]),
    ).toBe('AbcD');
    expect(applyEdits('ab', [{ span: { start: -5, end: 99 }, newText: 'x' }])).toBe('x');
    expect(
      applyEdits('abcd', [
        { span: { start: 0, end: 3 }, newText: 'x' },
        { span: { start: 2, end: 4 }, newText: 'y' },
      ]),
    ).toBe('xd');
  });

  it('lead from one text to another', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const edit = editBetween(before, after);
        expect(edit ? applyEdits(before, [edit]) : before).toBe(after);
      }),
    );
  });
});
