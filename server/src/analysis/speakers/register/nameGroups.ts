/** All mentions of one form of a name, and whether they show a person's, a body's or a place's. */
import { GIVEN_NAMES } from '../../../language/en/givenNames.ts';
import { PLACES } from '../../../language/en/places.ts';
import type { EntityKind, NameMention } from '../entity.ts';

export interface NameGroup {
  readonly words: readonly string[];
  /** In text order, at least one. */
  readonly mentions: NameMention[];
  /** How many of them show a person, a body, a place; follow an article. */
  person: number;
  organisation: number;
  place: number;
  articles: number;
}

/** The mentions by the words of the name, joined by blanks. */
export function groupByWords(mentions: readonly NameMention[]): Map<string, NameGroup> {
  const groups = new Map<string, NameGroup>();
  for (const mention of mentions) {
    const { words, hint, afterArticle } = mention.phrase;
    const key = words.join(' ');
    let group = groups.get(key);
    if (!group) {
      group = { words, mentions: [], person: 0, organisation: 0, place: 0, articles: 0 };
      groups.set(key, group);
    }
    group.mentions.push(mention);
    if (hint) group[hint]++;
    if (afterArticle) group.articles++;
  }
  return groups;
}

/** What bears a name of several words; `alone` are the names that stand in the article by themselves. */
export function kindOfFullName(group: NameGroup, alone: ReadonlySet<string>): EntityKind {
  const { words, person, organisation, place } = group;
  if (place > 0 && person === 0) return 'place';
  if (person > 0 && person >= organisation) return 'person';
  if (organisation > 0) return 'organisation';
  // A name like a person's, of which the surname stands alone elsewhere: `Ottoline Brask`, later `Brask`; `ter Haar`.
  const bare = words.every((word) => /^[\p{L}'-]+$/u.test(word));
  const surname = [words.at(-1)!, words.slice(1).join(' ')].some((word) => alone.has(word));
  return bare && surname && !isMostlyAfterArticle(group) && words.length <= 4 ? 'person' : 'thing';
}

/** What bears a name of one word that no longer name explains. */
export function kindOfSingleName(group: NameGroup): EntityKind {
  const word = group.words[0]!;
  if (PLACES.has(word)) return 'place';
  if (group.person > 0 || (GIVEN_NAMES.has(word) && !isMostlyAfterArticle(group))) return 'person';
  return group.organisation > 0 ? 'organisation' : 'thing';
}

function isMostlyAfterArticle({ articles, mentions }: NameGroup): boolean {
  return articles * 2 > mentions.length;
}
