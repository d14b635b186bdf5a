/**
 * The words of a passage made ready for judging: beyond the comparison form, everything is made equal here that two
 * honest reports of the same words may write differently.
 *
 * Contractions are taken apart (`didn't` is `did not`), British spellings get the American form, numbers written as
 * words become digits (`five` is `5`), `1.2bn` is `1.2 billion`, and `$5 million` is read as it is spoken, `5 million
 * dollars`. A unit behind a number is written out, `12 km` as `12 kilometre`. What each unit was made from stays known, so that the report can say which of these liberties were taken.
 */
import { CONTRACTED_ENDINGS, IRREGULAR_CONTRACTIONS } from '../../../language/en/contractions.ts';
import { SCALE_ABBREVIATIONS, SCALES, SMALL_NUMBERS } from '../../../language/en/numberWords.ts';
import { commonSpelling } from '../../../language/en/spellings.ts';
import type { PassageWord } from '../../../text/passageWords.ts';
import { unitParts } from './comparedUnits.ts';

export interface ComparedWord {
  /** The forms it may stand for: `['is', 'has']` for `'s`; nearly always one. */
  readonly forms: readonly string[];
  /** The word it was made from, with its place. */
  readonly word: PassageWord;
  /** Part of a contraction that was taken apart. */
  readonly contracted: boolean;
}

/** The units to compare, in order: as a rule one for each word, more for a contraction. */
export function comparedWords(words: readonly PassageWord[]): ComparedWord[] {
  const units: ComparedWord[] = [];
  let currency: ComparedWord | undefined;
  for (const word of words) {
    const unit = CURRENCIES.get(word.text);
    if (currency && !isAmount(word.text)) {
      units.push(currency);
      currency = undefined;
    }
    const before = units.at(-1)?.forms[0] ?? '';
    const counted = isAmount(before) || before === 'half' ? unitParts(word.text) : undefined;
    if (counted !== undefined)
      units.push(...counted.map((part) => ({ forms: [part], word, contracted: false })));
    else if (unit === undefined) units.push(...unitsOf(word));
    else currency = { forms: [unit], word, contracted: false };
  }
  if (currency) units.push(currency);
  return units;
}

function unitsOf(word: PassageWord): ComparedWord[] {
  const amount = amountParts(word.text);
  const parts = amount ?? contractionParts(word.text);
  const contracted = !amount && parts[0] !== word.text;
  return parts.map((part) => ({ forms: part.split('|').map(canonical), word, contracted }));
}

function isAmount(word: string): boolean {
  return /^\p{N}/u.test(word) || SCALES.has(word);
}

/** Whether two units stand for the same word. */
export function agree(a: ComparedWord, b: ComparedWord): boolean {
  return a.forms.some((form) => b.forms.includes(form));
}

const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'dollar'],
  ['£', 'pound'],
  ['€', 'euro'],
]);
const CURRENCY_PLURALS: ReadonlyMap<string, string> = new Map([
  ['dollars', 'dollar'],
  ['pounds', 'pound'],
  ['euros', 'euro'],
]);
const ORDINALS: readonly string[] =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** One form for the spellings of a word: `labour` and `labor`, `five` and `5`, `third` and `3rd`. */
function canonical(word: string): string {
  const number = SMALL_NUMBERS.get(word);
  if (number !== undefined) return String(number);
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (ordinal !== undefined) return ORDINALS[Number(ordinal)] ?? word;
  return CURRENCY_PLURALS.get(word) ?? commonSpelling(word);
}

/** `1.2bn` as two words, a number and its scale; `300kg` as a number and its unit. */
function amountParts(word: string): readonly string[] | undefined {
  const match = /^(\p{N}[\p{N}.]*)([a-z]{1,4})$/u.exec(word);
  if (!match) return undefined;
  const scale = SCALE_ABBREVIATIONS.get(match[2]!);
  const name = scale && [...SCALES].find(([, value]) => value === scale)?.[0];
  const rest = name ? [name] : unitParts(match[2]!);
  return rest && [match[1]!, ...rest];
}

/** The words a contraction stands for, alternatives joined by a bar; the word alone when it is none. */
function contractionParts(word: string): readonly string[] {
  const irregular = IRREGULAR_CONTRACTIONS.get(word);
  if (irregular) return irregular;
  if (!word.includes("'")) return [word];
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const apostrophe = word.lastIndexOf("'");
  const ending = CONTRACTED_ENDINGS.get(word.slice(apostrophe + 1));
  return ending === undefined ? [word] : [word.slice(0, apostrophe), ending];
}
