/** One word of a name, and what the lists of English say of it. */
import { GIVEN_NAMES } from '../../../language/en/givenNames.ts';
import { GROUP_NOUNS, ORGANISATION_NOUNS, PEOPLES } from '../../../language/en/organisationWords.ts';
import { ROLE_NOUNS, singularRole } from '../../../language/en/roles.ts';
import { HONORIFICS, TITLES } from '../../../language/en/titles.ts';
import { perWord, type Word } from '../../words.ts';

/** A token, or several written together (`Jean-Luc`). */
export interface NameWord {
  readonly lower: string;
  readonly word: Word;
  readonly first: number;
  /** Index of its last token, a stop after an abbreviation included. */
  readonly last: number;
}

export function nameWord(word: Word, first: number, last: number): NameWord {
  return { lower: word.lower, word, first, last };
}

/** The words of a name as names are compared: in lower case, marks left out. */
export function nameWords(words: readonly NameWord[]): string[] {
  const written: string[] = [];
  for (const word of words) if (isWritten(word)) written.push(word.lower);
  return written;
}

/** It has a letter or a digit, or joins two names. */
const isWritten = perWord(({ lower }) => /[\p{L}\p{N}&]/u.test(lower));

export const isGivenName = perWord(({ lower }) => GIVEN_NAMES.has(lower));

export const isHonorific = perWord(({ lower }) => HONORIFICS.has(lower));

/** A title or a form of address. */
export const isTitle = perWord(({ lower }) => TITLES.has(lower) || HONORIFICS.has(lower));

export const isRoleWord = perWord(({ lower }) => TITLES.has(lower) || ROLE_NOUNS.has(lower));

export const isRoleOrPeople = perWord(
  ({ lower }) =>
    TITLES.has(lower) ||
    GROUP_NOUNS.has(lower) ||
    (PEOPLES.has(lower) && ROLE_NOUNS.has(lower)) ||
    singularRole(lower)?.plural === true,
);

export const isOrganisationNoun = perWord(({ lower }) => ORGANISATION_NOUNS.has(lower));

const BODY_CONNECTORS = new Set(['of', 'for', 'on', 'and', '&']);
/** `of`, `and` between the words of a body's name. */
export const isBodyConnector = perWord(({ lower }) => BODY_CONNECTORS.has(lower));
