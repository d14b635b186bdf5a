/** A run of capitals taken apart: the titles, the employer and the bare name in `Acme Foods CEO Ana Ruiz`. */
import { GIVEN_NAMES } from '../../../language/en/givenNames.ts';
import { ORGANISATION_NOUNS, PEOPLES } from '../../../language/en/organisationWords.ts';
import { PLACES } from '../../../language/en/places.ts';
import { ROLE_NOUNS } from '../../../language/en/roles.ts';
import { HONORIFICS, NO_TITLE_BEFORE, TITLE_OBJECTS, TITLES } from '../../../language/en/titles.ts';
import { perWord } from '../../words.ts';
import {
  isBodyConnector,
  isGivenName,
  isRoleOrPeople,
  isRoleWord,
  isTitle,
  type NameWord,
  nameWords,
} from './nameWord.ts';

export interface NameParts {
  readonly titles: readonly NameWord[];
  /** At least one word. */
  readonly name: readonly NameWord[];
  /** A role follows the name that is nobody's title here: `Acme Foods CEO`. */
  readonly beforeRole: boolean;
  /** Its place before a title shows that it is a body. */
  readonly employer: boolean;
}

/** Words before a title that belong to the title, not to an employer. */
const RANK_WORDS = new Set(
  (
    'vice prime chief deputy assistant associate acting senior junior lead executive managing minority majority press first ' +
    'foreign interior former incoming outgoing attorney house state district us u.s'
  ).split(' '),
);

const endsEmployer = perWord(
  ({ lower }) => TITLES.has(lower) || HONORIFICS.has(lower) || RANK_WORDS.has(lower),
);

/** The names in a run of capitals, an employer's first; none in a bare title. */
export function takeApart(words: readonly NameWord[]): NameParts[] {
  const nameAt = titleEnd(words);
  return [employerIn(words.slice(0, nameAt)), bearerIn(words, nameAt)].filter((parts) => parts !== null);
}

/** Index of the first word after titles, forms of address and peoples' names: 0 when there are none. */
function titleEnd(words: readonly NameWord[]): number {
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    if (!isTitle(words[i]!) && !isConstable(words, i)) continue;
    const next = words[i + 1]?.lower;
    if (next !== undefined && NO_TITLE_BEFORE.has(next)) continue;
    let after = i + 1;
    if (next === 'of' || next === 'for') {
      after++;
      while (after < words.length && TITLE_OBJECTS.has(words[after]!.lower)) after++;
      if (after === i + 2) continue;
    }
    if (after >= words.length && i === 0) return words.length;
    if (after < words.length) end = after;
  }
  if (end > 0) {
    const body = words.at(-1)!.lower;
    return words.length - end > 1 && ORGANISATION_NOUNS.has(body) && !HONORIFICS.has(words[end - 1]!.lower)
      ? 0
      : end;
  }
  const [first, second] = words;
  // `British Ana Vale`, `Rival Ana Vale`
  const described = first && (PEOPLES.has(first.lower) || ROLE_NOUNS.has(first.lower));
  return described && second && words.length > 2 && GIVEN_NAMES.has(second.lower) ? 1 : 0;
}

/** `Det Con Boothroyd`; `Con` alone is a name. */
function isConstable(words: readonly NameWord[], i: number): boolean {
  return words[i]!.lower === 'con' && words[i - 1]?.lower === 'det';
}

/** The body in front of a title: `Acme Foods` in `Acme Foods CEO Ana Ruiz`. */
function employerIn(titles: readonly NameWord[]): NameParts | null {
  const end = titles.findIndex(endsEmployer);
  if (end <= 0) return null;
  const name = titles.slice(0, end);
  const words = nameWords(name);
  return PLACES.has(words.join(' ')) || words.every((word) => PEOPLES.has(word))
    ? null
    : { titles: [], name, beforeRole: true, employer: true };
}

/** The bearer of the titles; null where none is named: `Acme Foods CEO`, `Ohio Republicans`. */
function bearerIn(words: readonly NameWord[], nameAt: number): NameParts | null {
  if (nameAt >= words.length) return null;
  const rest = words.slice(nameAt);
  const name = withoutRoleAtEnd(rest);
  const beforeRole = name.length < rest.length;
  const isTitled = nameAt > 0;
  if (name.length === 1) {
    const only = name[0]!;
    if (only.lower.length < 2) return null;
    const isRole = isTitled
      ? beforeRole && isRoleWord(only)
      : isRoleOrPeople(only) || (isRoleWord(only) && !isGivenName(only));
    if (isRole) return null;
  }
  return { titles: words.slice(0, nameAt), name, beforeRole, employer: false };
}

function withoutRoleAtEnd(words: readonly NameWord[]): readonly NameWord[] {
  let end = words.length;
  if (end < 2 || words.some(isBodyConnector) || isGivenName(words[0]!)) return words;
  // `United Metal Workers`: a union has its members in its name
  if (/^(?:united|amalgamated)$/.test(words[0]!.lower)) return words;
  while (end > 1 && isRoleOrPeople(words[end - 1]!)) end--;
  return end === words.length ? words : words.slice(0, end);
}
