/** The persons of an article by their surnames and first names: who is meant by a full name and by `Hale` alone. */
import { GIVEN_NAMES, SHORT_NAMES } from '../../../language/en/givenNames.ts';
import { type Gender, NAME_SUFFIXES, RANKS } from '../../../language/en/titles.ts';
import { contradictsGender, type Entity, type NameMention } from '../entity.ts';
import type { NamePhrase } from '../names/namePhrase.ts';
import { Bearers } from './bearers.ts';

/** Somebody called so often by the first name alone is a person of a story, not of a report. */
const FEWEST_BY_FIRST_NAME = 2;

export class Persons {
  /** By the last word of the name: all persons of one surname. */
  private readonly bySurname = new Bearers();
  private readonly byGivenName = new Bearers();
  /** The person of a surname that was named last, for `Hale` among several Hales. */
  private readonly latest = new Map<string, Entity>();
  /** The same by first name, for `Ray` among several Rays. */
  private readonly latestCalled = new Map<string, Entity>();
  /** The person whom the article first called by the surname alone. */
  private readonly usual = new Map<string, Entity>();

  /** Where each surname first follows a form of address, and how often each word stands alone as a name. */
  private readonly firstAddressed = new Map<string, number>();
  private readonly alone = new Map<string, number>();

  /** `mentions` are all names of the article, in text order. */
  constructor(mentions: readonly NameMention[]) {
    for (const { phrase, name } of mentions) {
      if (phrase.words.length > 1) continue;
      const word = phrase.words[0]!;
      if (!phrase.honorific) this.alone.set(word, (this.alone.get(word) ?? 0) + 1);
      else if (!this.firstAddressed.has(word)) this.firstAddressed.set(word, name.start);
    }
  }

  /** Whose surname these words are: `van der Berg` after `Ursula van der Berg`. */
  ofSurname(words: readonly string[]): Entity | undefined {
    return this.bySurname.of(words.join(' '))[0];
  }

  /** The person already known under a form of this full name. */
  named(fullName: readonly string[], gender: Gender | null): Entity | undefined {
    const words = bareWords(fullName);
    return this.bySurname
      .latestOf(words.at(-1)!)
      .find((other) => sameFirstNames(words, bareWords(other.words)) && !contradictsGender(other, gender));
  }

  /** A new person, under the whole name. */
  add(entity: Entity): void {
    const words = bareWords(entity.words);
    this.bySurname.add(words.at(-1)!, entity);
    if (words.length > 1) this.byGivenName.add(words[0]!, entity);
    // `Enrique Peña Nieto` is later `Peña Nieto`; `Ursula van der Berg` is `van der Berg`.
    if (words.length > 2 && !GIVEN_NAMES.has(words[1]!) && words[1]!.length > 1)
      this.bySurname.add(words.slice(1).join(' '), entity);
  }

  /** In text order: this bearer of the surname is now the one named last. */
  noteFullName(entity: Entity): void {
    const words = bareWords(entity.words);
    this.latest.set(words.at(-1)!, entity);
    if (words.length > 1) this.latestCalled.set(words[0]!, entity);
  }

  /** A new person, of whom the article has only this word. */
  addSingle(word: string, entity: Entity): void {
    this.bySurname.add(word, entity);
  }

  /** Everybody of the surname whom the mention may mean. */
  withSurname(word: string, { phrase }: NameMention): readonly Entity[] {
    return this.bySurname
      .latestOf(word)
      .filter(
        (entity) =>
          !contradictsGender(entity, phrase.gender) &&
          !(phrase.honorific && this.isRelative(entity)) &&
          !outranks(phrase, entity),
      );
  }

  /**
   * `Mrs. Pelham`, and later `Lydia Pelham`, who is then called `Lydia`: copy that addresses one person by surname does not
   * call her by her first name as well.
   */
  private isRelative({ words, name, kind }: Entity): boolean {
    const addressed = this.firstAddressed.get(words.at(-1)!);
    if (kind !== 'person' || words.length < 2 || addressed === undefined || addressed > name.start)
      return false;
    return (this.alone.get(words[0]!) ?? 0) >= FEWEST_BY_FIRST_NAME;
  }

  /**
   * A surname alone: its only bearer; else the one whose title fits; else the one named last, marked as ambiguous.
   * `people` are at least one.
   */
  choose(mention: NameMention, surname: string, people: readonly Entity[]): Entity {
    const heads = mention.phrase.roles.map(({ head }) => head);
    const titled = people.filter((entity) => entity.roles.some(({ head }) => heads.includes(head)));
    const choice = titled.length === 1 ? titled : people;
    // Copy that calls somebody `Hale` goes on to do so when another Hale comes in.
    const usual = [this.usual.get(surname), this.latest.get(surname)].find(
      (person) => person && choice.includes(person),
    );
    const entity = choice.length === 1 ? choice[0]! : (usual ?? firstNamed(choice));
    if (!this.usual.has(surname)) this.usual.set(surname, entity);
    mention.ambiguous = choice.length > 1;
    return entity;
  }

  /** The only bearer of a first name; of several the one named last, marked as ambiguous. */
  byFirstName(word: string, mention: NameMention): Entity | undefined {
    const people = this.byGivenName.of(word);
    if (people.length <= 1 || mention.phrase.afterArticle) return people.length === 1 ? people[0] : undefined;
    const latest = this.latestCalled.get(word);
    mention.ambiguous = latest !== undefined;
    return latest;
  }
}

/** The name without suffixes and single initials in the middle: `Robert C. Scott Jr.` → `robert scott`. */
function bareWords(words: readonly string[]): string[] {
  const bare = words.filter((word, i) => !NAME_SUFFIXES.has(word) && (i === 0 || word.length > 1));
  return bare.length > 0 ? bare : [...words];
}

/** Whether two names of one surname can be one person's. */
function sameFirstNames(a: readonly string[], b: readonly string[]): boolean {
  const first = a[0]!;
  const second = b[0]!;
  if (a.length === 1 || b.length === 1) return a.length === b.length;
  if (first === second || b.slice(0, -1).includes(first) || a.slice(0, -1).includes(second)) return true;
  if (first.length === 1 || second.length === 1) return second.startsWith(first) || first.startsWith(second);
  return (
    (SHORT_NAMES.get(first)?.includes(second) ?? false) || (SHORT_NAMES.get(second)?.includes(first) ?? false)
  );
}

/** `Colonel Trent` beside `Miss Amelia Trent`: a rank that she is never given is somebody else's. */
function outranks({ roles }: NamePhrase, { mentions, roles: known }: Entity): boolean {
  const rank = roles.find(({ head }) => RANKS.has(head));
  return (
    rank !== undefined &&
    !known.some(({ head }) => head === rank.head) &&
    mentions.some(({ phrase }) => phrase.honorific && phrase.gender === 'female')
  );
}

function firstNamed(people: readonly Entity[]): Entity {
  return people.reduce((first, other) => (other.name.start < first.name.start ? other : first));
}
