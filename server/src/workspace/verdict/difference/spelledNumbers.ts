/**
 * What numbers come to, however they are written: `125`, `one hundred and twenty-five`; `5,000`, `five thousand`. Words
 * are in the form of `comparedWords.ts`, where `five` is `5` already.
 */
import { SCALES } from '../../../language/en/numberWords.ts';
import type { ComparedWord } from './comparedWords.ts';

/**
 * The one number that all these words make together; null where they are no number, or more than one. A scale alone
 * (`million`) is none: it belongs to a number that is not among the words.
 */
export function valueOf(words: readonly ComparedWord[]): number | null {
  const half = words.findIndex((_, i) => isAndAHalf(words, i));
  if (half > 0) {
    const whole = valueOf(words.slice(0, half));
    const scales = words.slice(half + 3).map(({ forms }) => SCALES.get(forms[0]!));
    if (whole === null || !Number.isInteger(whole)) return null;
    return scales.reduce<number | null>(
      (value, scale) => (value && scale ? value * scale : null),
      whole + 0.5,
    );
  }
  let total = 0;
  /** Of what has been read since the last thousand, million …; null for nothing. */
  let group: number | null = null;
  for (const [i, { forms }] of words.entries()) {
    const form = forms[0]!;
    const scale = SCALES.get(form);
    if (scale !== undefined) {
      if (group === null) return null;
      if (scale <= 100) group *= scale;
      else {
        total += group * scale;
        group = null;
      }
      continue;
    }
    const joins = form === 'and' && i > 0 && i < words.length - 1;
    if (joins && (group === null || group % 100 === 0)) continue;
    const number: number | null = form === 'a' && i === 0 ? 1 : numeral(form);
    if (number === null || !follows(number, group)) return null;
    group = (group ?? 0) + number;
  }
  return total === 0 ? group : total + (group ?? 0);
}

/** `two and a half`, `two and a half million`. */
function isAndAHalf(words: readonly ComparedWord[], i: number): boolean {
  return ['and', 'a', 'half'].every((word, k) => words[i + k]?.forms[0] === word);
}

function numeral(form: string): number | null {
  return /^\d+(?:\.\d+)?$/.test(form) ? Number(form) : null;
}

/** `two hundred` goes on with less than a hundred, `twenty` with less than ten. */
function follows(number: number, group: number | null): boolean {
  if (group === null) return true;
  if (number === 0) return false;
  return group % 100 === 0 ? number < 100 : number < 10 && group % 10 === 0 && group % 100 >= 20;
}
