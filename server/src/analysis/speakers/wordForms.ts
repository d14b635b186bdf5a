/** What the speakers' stage asks of a word's form alone, answered once for each word. */
import { DOCUMENT_NOUNS, GROUP_NOUNS, ORGANISATION_NOUNS } from '../../language/en/organisationWords.ts';
import { CALENDAR_WORDS } from '../../language/en/places.ts';
import { singularRole } from '../../language/en/roles.ts';
import { perWord, type Word, wordOf } from '../words.ts';

export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** `NATO`, `S.E.C.`: two to six capitals, with or without stops. */
export function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(text);
}

/** Without the stops of abbreviations: `s.e.c.` → `sec`. */
export function plain(lower: string): string {
  return /[.’]/.test(lower) ? lower.replace(/[.’]/g, (mark) => (mark === '.' ? '' : "'")) : lower;
}

export const hasCapital = perWord(({ text }) => isCapitalised(text));

export const isAcronymic = perWord(({ text }) => isAcronym(text));

export const beginsWithLetter = perWord(({ text }) => /^\p{L}/u.test(text));

/** The word in lower case without stops, as the words of names are compared. */
export const plainWord = perWord(({ lower }) => wordOf(plain(lower)));

export function plainLower(token: { readonly word: Word }): string {
  return plainWord(token).lower;
}

/** The role that the word names, singular; null for none. */
export const roleNamed = perWord(({ lower }) => singularRole(lower) ?? null);

/** `Everything's lost`, `Half of them`: capitals at the head of a sentence that name nobody. */
const INDEFINITE =
  /^(?:(?:every|any|some|no)(?:body|one|thing)(?:'s)?|half|dozens|hundreds|thousands|millions|billions|today|tonight|tomorrow|yesterday)$/;

/** `D'you know`, `We'se hungry`: words run together as they are spoken. */
const SLURRED = /^(?:d'(?:you|ye|yer)|y'(?:all|know|see|mean)|we'(?:se|uns)|t'(?:is|was|ain))/;

/** Whether it has a capital that may be a name's: not `I`, no day or month but those people are called by. */
export const mayOpenName = perWord(
  ({ text, lower }) =>
    isCapitalised(text) &&
    !/^I(?:'|$)/.test(text) &&
    !SLURRED.test(lower) &&
    !INDEFINITE.test(lower) &&
    (!CALENDAR_WORDS.has(lower) || lower === 'april' || lower === 'june'),
);

/** Whether a capital goes on with a name that has begun. */
export const mayContinueName = perWord(({ text }) => isCapitalised(text) && text !== 'I');

/** A day or a month. */
export const isCalendarWord = perWord(({ lower }) => CALENDAR_WORDS.has(lower));

/** A role, a people, a body or a document, which a capital at the head of a sentence makes no name of. */
export const isCommonNoun = perWord(
  ({ lower }) =>
    singularRole(lower) !== undefined ||
    ORGANISATION_NOUNS.has(lower) ||
    GROUP_NOUNS.has(lower) ||
    DOCUMENT_NOUNS.has(lower),
);
