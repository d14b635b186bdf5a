import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparisonWords,
  endOfWordAt,
  foldWord,
  hashWord,
  scanWords,
} from '../../server/src/text/comparison.ts';

const words = (text: string) => comparisonWords(text).map((word) => word.text);

describe('the comparison form', () => {
  it.each([
    ['case and punctuation', '“We STAY,” she said.', 'we stay she said'],
    ['apostrophes', "don’t don't donʼt O‘Hara", "don't don't don't o'hara"],
    ['a closing single mark', 'the voters’ choice ‘here’', 'the voters choice here'],
    ['ligatures and accents', 'ﬁnal naïve Žižek', 'final naive zizek'],
    ['soft hyphens and zero-width spaces', 'har\u00adbour no\u200bthing', 'harbour nothing'],
    ['hyphens and dashes', 'de-conflict well–known now—or', 'de conflict well known now or'],
    ['a word broken at the end of a line', 'har-\nbour and har-\r\n  bour', 'harbour and harbour'],
    ['but not a name or a new paragraph', 'Jean-\nPaul, co-\n\nfounder', 'jean paul co founder'],
    [
      'acronyms',
      'the U.S. and the E.U., at 5 p.m. in plan A. Then',
      'the us and the eu at 5 pm in plan a then',
    ],
    ['numbers', '5,000 at 4.2% or $1.2bn, in 1,2 of 24/7', '5000 at 4.2 percent or $ 1.2bn in 1,2 of 24 7'],
    ['ampersands', 'salt & pepper', 'salt and pepper'],
    ['wide characters', '𝐁old １２', 'bold 12'],
  ])('folds %s', (_, text, folded) => {
    expect(words(text).join(' ')).toBe(folded);
  });

  it('keeps what changes the meaning', () => {
    expect(words('4.2')).not.toEqual(words('4.7'));
    expect(words('million')).not.toEqual(words('billion'));
    expect(words("can't")).not.toEqual(words('can'));
  });

  it('has no words where there are none', () => {
    expect(words('')).toEqual([]);
    expect(words(' — … “”\n')).toEqual([]);
  });
});

const prose = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    'é',
    'ß',
    '’',
    "'",
    '-',
    '\n',
    '\r\n',
    ' ',
    '.',
    ',',
    '5',
    '0',
    '%',
    '\u00ad',
    '\u200b',
    '“',
    '\u{1D401}',
    '\u{1F600}',
    '\ud800',
    'İ',
  ),
  maxLength: 60,
});

it('maps every word back to where it stands', () => {
  fc.assert(
    fc.property(prose, (text) => {
      let end = 0;
      for (const word of comparisonWords(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeLessThanOrEqual(text.length);
        expect(foldWord(text.slice(word.start, word.end))).toBe(word.text);
        expect(endOfWordAt(text, word.start)).toBe(word.end);
        end = word.end;
      }
    }),
  );
});

it('reads the same words as strings and as numbers', () => {
  fc.assert(
    fc.property(prose, (text) => {
      const { hashes, starts } = scanWords(text);
      const expected = comparisonWords(text);
      expect([...hashes]).toEqual(expected.map((word) => hashWord(word.text)));
      expect([...starts]).toEqual(expected.map((word) => word.start));
    }),
  );
});
