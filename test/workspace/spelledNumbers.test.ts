import { describe, expect, it } from 'vitest';
import { comparedWords } from '../../server/src/workspace/verdict/difference/comparedWords.ts';
import { valueOf } from '../../server/src/workspace/verdict/difference/spelledNumbers.ts';
import { passageWords } from '../../server/src/text/passageWords.ts';

const value = (text: string): number | null =>
  valueOf(comparedWords(passageWords(text, { start: 0, end: text.length }).fragments[0] ?? []));

describe('a number in words or digits', () => {
  it.each([
    ['125', 125],
    ['one hundred and twenty-five', 125],
    ['one hundred twenty five', 125],
    ['a hundred', 100],
    ['5,000', 5_000],
    ['five thousand', 5_000],
    ['4.2 million', 4_200_000],
    ['two million three hundred thousand and six', 2_300_006],
    ['nineteen', 19],
    ['two and a half', 2.5],
    ['3.5 million', 3_500_000],
    ['three and a half million', 3_500_000],
  ])('is the same in %j', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    '',
    'million',
    'and',
    'five and six',
    'twenty ten',
    'two hundred boats',
    'five six',
    'the twenty-five',
    'boats and a half',
    'two and a half boats',
  ])('is none, or not one, in %j', (text) => {
    expect(value(text)).toBeNull();
  });
});
