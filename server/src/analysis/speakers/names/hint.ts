/** Whether a name is a person's, a body's or a place's, as far as one place shows it; and the gender it shows. */
import { GIVEN_NAMES } from '../../../language/en/givenNames.ts';
import { NAME_ONLY, ORGANISATION_NOUNS } from '../../../language/en/organisationWords.ts';
import { PLACES } from '../../../language/en/places.ts';
import { ROLE_NOUNS } from '../../../language/en/roles.ts';
import { type Gender, NAME_SUFFIXES, TITLE_GENDER } from '../../../language/en/titles.ts';
import type { Token } from '../../tokens.ts';
import { isAcronymic } from '../wordForms.ts';
import type { NameHint, RolePhrase } from './namePhrase.ts';
import type { NameWord } from './nameWord.ts';

/** What stands around the name. */
interface Evidence {
  readonly titled: boolean;
  /** A role, or a people's name, before it. */
  readonly role: boolean;
  /** An apposition after it that only people have. */
  readonly person: boolean;
  /** An apposition after it that says which kind of body it is. */
  readonly body: boolean;
}

/** `words` are those of the name, `first` its first token, `count` how many words are written. */
export function hintOf(
  words: readonly string[],
  first: Token,
  count: number,
  { titled, role, person, body }: Evidence,
): NameHint | null {
  if (titled || (count > 2 && NAME_SUFFIXES.has(words.at(-1)!))) return 'person';
  if (PLACES.has(words.join(' '))) return 'place';
  if (count === 1 && isAcronymic(first)) return 'organisation';
  if (words.some((word) => ORGANISATION_NOUNS.has(word)) || NAME_ONLY.has(words.at(-1)!))
    return 'organisation';
  if (role || person) return 'person';
  if (words.length > 1 && GIVEN_NAMES.has(words[0]!.split('-')[0]!)) return 'person';
  return body ? 'organisation' : null;
}

/** The gender that a title, or else a role, is used for. */
export function genderOf(titles: readonly NameWord[], roles: readonly RolePhrase[]): Gender | null {
  for (const { lower } of titles) {
    const gender = TITLE_GENDER.get(lower);
    if (gender) return gender;
  }
  for (const { head } of roles) {
    const gender = ROLE_NOUNS.get(head);
    if (gender) return gender;
  }
  return null;
}
