import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../server/src/analysis/tokens.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.text);

describe('tokens', () => {
  it('splits words, marks and clitics, and keeps abbreviations whole', () => {
    expect(words('Gov. Ada Orr said the U.S. wouldn’t pay $4.2 million.')).toEqual([
      'Gov.',
      'Ada',
      'Orr',
      'said',
      'the',
      'U.S.',
      'would',
      'n’t',
      'pay',
      '$',
      '4.2',
      'million',
      '.',
    ]);
  });

  it('reads the marks of other languages as marks, and keeps them as written', () => {
    const tokens = tokenize('«Non,» said Luc. „Nein,“ said Jana.');
    expect(tokens.filter(({ pos }) => pos === 'PUNCT').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['«', '»', '„', '“']),
    );
  });

  it('gives parts of speech and lemmas', () => {
    const said = tokenize('She said so.')[1]!;
    expect(said).toMatchObject({ text: 'said', lower: 'said', lemma: 'say', pos: 'VERB' });
  });

  it.each([
    ['Asked twice, Per said no.', 'PROPN'],
    ['Per said no.', 'PROPN'],
    ['“Per Lund, come here.”', 'PROPN'],
    ['It is 4 crowns per house.', 'ADP'],
    ['Per house it is 4 crowns.', 'ADP'],
    ['Per the council, it is shut.', 'ADP'],
    ['The Cost Per Mile Is Up', 'ADP'],
  ])('takes “per” in %j for what it is', (text, pos) => {
    expect(tokenize(text).find(({ lower }) => lower === 'per')?.pos).toBe(pos);
  });

  it.each(['\r\n', '\n', '\t', '\u00a0', '\u2028', '\u200b', '\ufeff\t', '\0', ' \r\n \t'])(
    'keeps its place across %j',
    (space) => {
      expect(words(`The bridge${space}opens late${space}today.`)).toEqual([
        'The',
        'bridge',
        'opens',
        'late',
        'today',
        '.',
      ]);
    },
  );

  it.each(['', ' ', '\r\n', '\ufeff'])('finds nothing in %j', (text) => {
    expect(tokenize(text)).toEqual([]);
  });

  it('reads a very long line, also one without blanks', () => {
    const long = 'The council met again and voted. '.repeat(5000);
    const tokens = tokenize(long);
    expect(tokens).toHaveLength(7 * 5000);
    expect(tokens.at(-1)).toMatchObject({ start: long.length - 2, end: long.length - 1, text: '.' });
    const solid = '😀'.repeat(60_001);
    expect(
      tokenize(solid)
        .map((token) => token.text)
        .join(''),
    ).toBe(solid);
  });

  it('rebuilds any text: tokens are in order and between them is only blank space', () => {
    const unit = fc.constantFrom(
      ...[
        'a',
        'B',
        '7',
        '.',
        ',',
        '’',
        "'",
        '"',
        '“',
        '-',
        '—',
        '$',
        ' ',
        '\r\n',
        '\t',
        '\u00a0',
        '\u200b',
        '\ufeff',
      ],
      ...[
        'é',
        'e\u0301',
        '😀',
        '👩‍👩‍👧',
        '\ud800',
        'U.S.',
        'n’t',
        'http://a.b/c',
        '@x',
        '#y',
        '½',
        '你好',
        '\0',
        '\u2028',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(unit, { maxLength: 40 }).map((u) => u.join('')),
    );
    fc.assert(
      fc.property(text, (article) => {
        let end = 0;
        for (const token of tokenize(article)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).toBe(article.slice(token.start, token.end));
          expect(article.slice(end, token.start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
          end = token.end;
        }
        expect(article.slice(end)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
      }),
      { numRuns: 200 },
    );
  });
});
