/** What the words of a source show of the speaker's gender, before anybody is resolved: `she`, `Mr. Bond`, `his wife`. */
import { GIVEN_NAMES } from '../../language/en/givenNames.ts';
import { ROLE_NOUNS } from '../../language/en/roles.ts';
import { HONORIFICS, type Gender } from '../../language/en/titles.ts';
import { pronounGender } from '../speakers/descriptions.ts';

/** The gender that the words of a source show; null when they show none. `his wife` is a woman. */
export function genderShown(source: string): Gender | null {
  const [phrase = ''] = source.toLowerCase().split(',');
  const words = phrase.match(/[\p{L}’'-]+/gu) ?? [];
  const [first, last] = [words.at(0), words.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (words.length === 1)
    return pronounGender(first) ?? GIVEN_NAMES.get(first) ?? ROLE_NOUNS.get(first) ?? null;
  return HONORIFICS.get(first) ?? ROLE_NOUNS.get(last) ?? GIVEN_NAMES.get(first) ?? null;
}

/** Whether two sources can be one person's as far as their words show. */
export function canBeSame(a: string, b: string): boolean {
  const [one, other] = [genderShown(a), genderShown(b)];
  return one === null || other === null || one === other;
}
