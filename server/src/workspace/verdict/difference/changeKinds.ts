/**
 * What kind of change one stretch of differing words is. The gravest that applies wins: a lost `not` outweighs whatever
 * else changed beside it.
 */
import { AUXILIARIES } from '../../../language/en/verbForms.ts';
import { MODALS } from '../../../language/en/modals.ts';
import { NEGATIONS, NEGATIVE_PREFIXES } from '../../../language/en/negations.ts';
import { SCALES, VAGUE_PLURALS } from '../../../language/en/numberWords.ts';
import { PRONOUN_PERSONS } from '../../../language/en/pronouns.ts';
import type { ComparedWord } from './comparedWords.ts';
import { differInTense } from './verbs.ts';

export type ChangeKind =
  | 'negation'
  | 'number'
  | 'magnitude'
  | 'name'
  | 'modal'
  | 'condition'
  | 'tense'
  | 'person'
  | 'added'
  | 'removed'
  | 'replaced'
  | 'moved'
  | 'filler'
  | 'contraction';

/** Whether a word is somebody's or something's name where it stands. */
export type IsName = (word: ComparedWord) => boolean;

/** Words of a passage and the words that stand in their place in the source; not both empty. */
export interface WordPair {
  readonly here: readonly ComparedWord[];
  readonly there: readonly ComparedWord[];
}

/** Words lost or gained together with a negation make one change of it up to this many; beyond, a clause was left out. */
const NEGATED_WORDS = 5;

export function kindOfChange({ here, there }: WordPair, isName: IsName): ChangeKind {
  const replaced = here.length > 0 && there.length > 0;
  if (here.length <= NEGATED_WORDS && there.length <= NEGATED_WORDS && differInNegation(here, there))
    return 'negation';
  if (replaced) {
    const number = kindOfNumberChange(here, there);
    if (number) return number;
  }
  if (differIn(here, there, MODALS) && here.length <= 2 && there.length <= 2) return 'modal';
  if (!replaced) return here.length > 0 ? 'added' : 'removed';
  if (differIn(here, there, MODALS)) return 'modal';
  if (differInPerson(here, there)) return 'person';
  if (differInVerbForm(here, there)) return 'tense';
  if (here.some(isName) && there.some(isName)) return 'name';
  return 'replaced';
}

export function isNegation(word: ComparedWord): boolean {
  return word.forms.some((form) => NEGATIONS.has(form));
}

/** Whether it is a number, a scale (`million`) or a word for an indefinite number (`dozens`). */
export function isNumeral({ forms }: ComparedWord): boolean {
  return forms.some((form) => /^\p{N}/u.test(form) || isScale(form));
}

export function isScaleWord({ forms }: ComparedWord): boolean {
  return forms.some(isScale);
}

function isScale(form: string): boolean {
  return SCALES.has(form) || VAGUE_PLURALS.has(form);
}

function differInNegation(here: readonly ComparedWord[], there: readonly ComparedWord[]): boolean {
  if (here.filter(isNegation).length !== there.filter(isNegation).length) return true;
  return here.some((a) => there.some((b) => negatesByPrefix(a, b) || negatesByPrefix(b, a)));
}

/** `impossible` of `possible`. Short rests are chance: `into` is not the contrary of `to`. */
function negatesByPrefix(a: ComparedWord, b: ComparedWord): boolean {
  return a.forms.some((form) =>
    NEGATIVE_PREFIXES.some(
      (prefix) =>
        form.startsWith(prefix) &&
        form.length >= prefix.length + 4 &&
        b.forms.includes(form.slice(prefix.length)),
    ),
  );
}

function kindOfNumberChange(
  here: readonly ComparedWord[],
  there: readonly ComparedWord[],
): ChangeKind | undefined {
  const a = here.filter(isNumeral);
  const b = there.filter(isNumeral);
  if (a.length === 0 && b.length === 0) return undefined;
  const numbers = (words: readonly ComparedWord[]) =>
    words.filter((word) => !isScaleWord(word)).map(({ forms }) => forms[0]);
  const same = numbers(a).join(' ') === numbers(b).join(' ');
  if (!same) return a.length > 0 && b.length > 0 ? 'number' : undefined;
  const scales = (words: readonly ComparedWord[]) => words.filter(isScaleWord).map(({ forms }) => forms[0]);
  return scales(a).join(' ') === scales(b).join(' ') ? undefined : 'magnitude';
}

function differIn(
  here: readonly ComparedWord[],
  there: readonly ComparedWord[],
  words: ReadonlySet<string>,
): boolean {
  const found = (side: readonly ComparedWord[]) =>
    side.flatMap(({ forms }) => forms.filter((form) => words.has(form)).slice(0, 1)).join(' ');
  return found(here) !== found(there);
}

function differInPerson(here: readonly ComparedWord[], there: readonly ComparedWord[]): boolean {
  if (here.length !== 1 || there.length !== 1) return false;
  const a = PRONOUN_PERSONS.get(here[0]!.forms[0]!);
  const b = PRONOUN_PERSONS.get(there[0]!.forms[0]!);
  return a !== undefined && b !== undefined && a !== b;
}

/** Forms of one verb, with or without auxiliaries: `has gone` for `went`, `was` for `is`. */
function differInVerbForm(here: readonly ComparedWord[], there: readonly ComparedWord[]): boolean {
  const isAuxiliary = ({ forms }: ComparedWord) => forms.some((form) => AUXILIARIES.has(form));
  const a = here.filter((word) => !isAuxiliary(word));
  const b = there.filter((word) => !isAuxiliary(word));
  if (a.length === 0 && b.length === 0) return true;
  if (a.length !== 1 || b.length !== 1) return false;
  const [formA, formB] = [a[0]!.forms[0]!, b[0]!.forms[0]!];
  return differInTense(formA, formB) || (formA === formB && here.length !== there.length);
}
