/**
 * Everybody and everything the article names: the names of all blocks gathered into one entry per bearer, with all the
 * forms of the name. Linear in the number of names.
 */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Block } from '../facts.ts';
import { GIVEN_NAMES, SHORT_NAMES } from '../../language/en/givenNames.ts';
import { NAME_ONLY, ORGANISATION_NOUNS } from '../../language/en/organisationWords.ts';
import { PLACES } from '../../language/en/places.ts';
import type { Gender } from '../../language/en/titles.ts';
import { NAME_PARTICLES, NAME_SUFFIXES, RANKS } from '../../language/en/titles.ts';
import type { NamePhrase, RolePhrase } from './names/namePhrase.ts';
import { noteGenders } from './genders.ts';
import { namesInHeadlines } from './headlines.ts';
import { findAuthor } from './author.ts';
import { findNames } from './names.ts';
import { isAcronym } from './wordForms.ts';

export type EntityKind = 'person' | 'organisation' | 'place' | 'thing';

/** A name phrase at its place in the article. */
export interface NameMention {
  readonly phrase: NamePhrase;
  readonly block: number;
  /** Offset of the block. */
  readonly at: number;
  /** The bare name, with titles, and with apposition: offsets of the article. */
  readonly name: Span;
  readonly span: Span;
  readonly full: Span;
  entity: Entity;
  /** The bearer could be another one of the same surname. */
  ambiguous: boolean;
}

export interface PlacedRole {
  readonly head: string;
  readonly words: readonly string[];
  readonly span: Span;
}

export interface Entity {
  kind: EntityKind;
  /** The longest form of the name: words in lower case. */
  words: readonly string[];
  /** Where the longest form stands first. */
  name: Span;
  readonly mentions: NameMention[];
  readonly roles: PlacedRole[];
  male: number;
  female: number;
  /** It is the subject of a sentence at least once: it can act and speak. */
  subject: boolean;
  /** Its name follows an article at least once: `the Times`. No person's does. */
  articles: boolean;
}

export interface Register {
  /** In text order. */
  readonly mentions: readonly NameMention[];
  readonly entities: readonly Entity[];
  /** By the last word of a person's name or the one word of another: who it is, where only one can be meant. */
  readonly byLastWord: ReadonlyMap<string, Entity>;
  /** Who wrote the article, when a byline or a note at its end says so. */
  readonly author: Entity | null;
}

interface Group {
  readonly words: readonly string[];
  readonly mentions: NameMention[];
  person: number;
  organisation: number;
  place: number;
  articles: number;
  attributive: number;
}

/** What a title or a gendered role counts for a person's gender, a pronoun beside the name counting 1. */
const TITLE_EVIDENCE = 10;
/** What a given name counts: pronouns beside the name may point to somebody else. */
const GIVEN_NAME_EVIDENCE = 3.5;

/** So many are read in one step. */
const BLOCKS_PER_STEP = 256;
const NAMES_PER_STEP = 1024;

/** More roles than this are no description of one person. */
const MOST_ROLES = 24;
/** Of very many bearers of one word only the latest are asked. */
const MOST_BEARERS = 40;

/** Somebody called so often by the first name alone is a person of a story, not of a report. */
const FEWEST_BY_FIRST_NAME = 2;

const UNPLACED: Entity = {
  kind: 'thing',
  words: [],
  name: { start: 0, end: 0 },
  mentions: [],
  roles: [],
  male: 0,
  female: 0,
  subject: false,
  articles: false,
};

/** Gathers the names of the article. */
export function* buildRegister(
  text: string,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
): Steps<Register> {
  const mentions = yield* gatherMentions(blocks, facts);
  const groups = groupByWords(mentions);
  yield;
  const builder = new RegisterBuilder(text, mentions);
  const several = [...groups.values()].filter(({ words }) => words.length > 1);
  several.sort(
    (a, b) => b.words.length - a.words.length || a.mentions[0]!.name.start - b.mentions[0]!.name.start,
  );
  const alone = new Set(
    [...groups.values()]
      .filter(({ words }) => words.length === 1 || NAME_PARTICLES.has(words[0]!))
      .map(({ words }) => words.join(' ')),
  );
  for (const [i, group] of several.entries()) {
    if (i % NAMES_PER_STEP === 0) yield;
    builder.addFullName(group, alone);
  }
  for (const [i, mention] of mentions.entries()) {
    if (i % NAMES_PER_STEP === 0) yield;
    if (mention.entity === UNPLACED) builder.addShortName(mention, groups.get(mention.phrase.words[0]!)!);
    else builder.noteFullName(mention);
  }
  yield;
  const all = [...mentions, ...namesInHeadlines(blocks, facts, lastWords(builder.entities), mentions)];
  all.sort((a, b) => a.name.start - b.name.start || b.name.end - a.name.end);
  for (const entity of builder.entities) entity.mentions.sort((a, b) => a.name.start - b.name.start);
  yield;
  noteGenders(blocks, facts, all);
  yield;
  return {
    mentions: all,
    entities: builder.entities,
    byLastWord: lastWords(builder.entities),
    author: findAuthor(text, blocks, all),
  };
}

/** Of several bearers of a word the one named most often. */
function lastWords(entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  for (const entity of entities) {
    if (entity.mentions.length === 0 || (entity.kind !== 'person' && entity.words.length > 1)) continue;
    const word = entity.words.at(-1)!;
    const rival = found.get(word);
    if (!rival || rival.mentions.length < entity.mentions.length) found.set(word, entity);
  }
  return found;
}

function* gatherMentions(blocks: readonly Block[], facts: readonly BlockFacts[]): Steps<NameMention[]> {
  const mentions: NameMention[] = [];
  for (const [block, fact] of facts.entries()) {
    if (block % BLOCKS_PER_STEP === 0) yield;
    const at = blocks[block]!.span.start;
    for (const phrase of findNames(fact)) {
      mentions.push({
        phrase,
        block,
        at,
        name: shift(phrase.name, at),
        span: shift(phrase.span, at),
        full: shift(phrase.full, at),
        entity: UNPLACED,
        ambiguous: false,
      });
    }
  }
  return mentions;
}

function groupByWords(mentions: readonly NameMention[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const mention of mentions) {
    const { words, hint, afterArticle, attributive } = mention.phrase;
    const key = words.join(' ');
    let group = groups.get(key);
    if (!group) {
      group = { words, mentions: [], person: 0, organisation: 0, place: 0, articles: 0, attributive: 0 };
      groups.set(key, group);
    }
    group.mentions.push(mention);
    if (hint) group[hint]++;
    if (afterArticle) group.articles++;
    if (attributive) group.attributive++;
  }
  return groups;
}

class RegisterBuilder {
  readonly entities: Entity[] = [];
  /** By the last word of the name: all persons of one surname. */
  private readonly bySurname = new Map<string, Entity[]>();
  private readonly byGivenName = new Map<string, Entity[]>();
  private readonly bodiesByWords = new Map<string, Entity>();
  private readonly bodiesByWord = new Map<string, Entity[]>();
  private readonly bodiesByAcronym = new Map<string, Entity>();
  private readonly singles = new Map<string, Entity>();
  /** The person of a surname that was named last, for `Hale` among several Hales. */
  private readonly latest = new Map<string, Entity>();
  /** The same by first name, for `Ray` among several Rays. */
  private readonly latestCalled = new Map<string, Entity>();
  /** The person whom the article first called by the surname alone. */
  private readonly usual = new Map<string, Entity>();

  /** Where each surname first follows a form of address, and how often each word stands alone as a name. */
  private readonly firstAddressed = new Map<string, number>();
  private readonly alone = new Map<string, number>();

  constructor(
    private readonly text: string,
    mentions: readonly NameMention[],
  ) {
    for (const { phrase, name } of mentions) {
      if (phrase.words.length > 1) continue;
      const word = phrase.words[0]!;
      if (!phrase.honorific) this.alone.set(word, (this.alone.get(word) ?? 0) + 1);
      else if (!this.firstAddressed.has(word)) this.firstAddressed.set(word, name.start);
    }
  }

  addFullName(group: Group, singleWords: ReadonlySet<string>): void {
    const kind = kindOf(group, singleWords);
    // `van der Berg` after `Ursula van der Berg`.
    const bearer = this.bySurname.get(group.words.join(' '))?.[0];
    const entity = bearer ?? (kind === 'person' ? this.personLike(group) : this.bodyLike(group, kind));
    for (const mention of group.mentions) this.attach(mention, entity);
  }

  /** The person already known under a form of this name, or a new one. */
  private personLike(group: Group): Entity {
    const words = bareWords(group.words);
    const surname = words.at(-1)!;
    const gender = group.mentions.find(({ phrase }) => phrase.gender)?.phrase.gender ?? null;
    const same = (this.bySurname.get(surname) ?? [])
      .slice(-MOST_BEARERS)
      .find((other) => sameFirstNames(words, bareWords(other.words)) && !contradicts(other, gender));
    if (same) return same;
    const entity = this.create('person', group.words, group.mentions[0]!.name);
    push(this.bySurname, surname, entity);
    // `Enrique Peña Nieto` is later `Peña Nieto`; `Ursula van der Berg` is `van der Berg`.
    const given = words[0]!;
    if (words.length > 1) push(this.byGivenName, given, entity);
    if (words.length > 2 && !GIVEN_NAMES.has(words[1]!) && words[1]!.length > 1)
      push(this.bySurname, words.slice(1).join(' '), entity);
    return entity;
  }

  private bodyLike(group: Group, kind: EntityKind): Entity {
    const key = bodyKey(group.words);
    const known = this.bodiesByWords.get(key) ?? this.longerBody(group.words);
    if (known) {
      if (kind === 'organisation') known.kind = 'organisation';
      return known;
    }
    const entity = this.create(kind, group.words, group.mentions[0]!.name);
    this.bodiesByWords.set(key, entity);
    for (const word of group.words) push(this.bodiesByWord, word, entity);
    // `at the United Nations` is a place to meet, and gives no name to a body.
    const initials = group.mentions.every(({ phrase }) => phrase.locative) ? '' : initialsOf(group.words);
    if (initials.length > 1 && !this.bodiesByAcronym.has(initials))
      this.bodiesByAcronym.set(initials, entity);
    return entity;
  }

  /** `Russian Ministry` for the `Russian Ministry of Defense`: all its words stand in one longer name. */
  private longerBody(words: readonly string[]): Entity | undefined {
    const holders = (this.bodiesByWord.get(words[0]!) ?? [])
      .slice(-MOST_BEARERS)
      .filter(
        (entity) => entity.kind === 'organisation' && words.every((word) => entity.words.includes(word)),
      );
    return holders.length === 1 && words.some((word) => ORGANISATION_NOUNS.has(word))
      ? holders[0]
      : undefined;
  }

  addShortName(mention: NameMention, group: Group): void {
    const word = mention.phrase.words[0]!;
    const people = this.withSurname(word, mention);
    if (
      people.length > 0 &&
      !(
        mention.phrase.afterArticle &&
        group.person === 0 &&
        !mention.phrase.attributive &&
        mention.phrase.roles.length === 0
      )
    ) {
      this.attachShort(mention, word, people);
      return;
    }
    const acronym = isAcronym(this.text.slice(mention.name.start, mention.name.end))
      ? this.bodiesByAcronym.get(word)
      : undefined;
    const entity =
      acronym ??
      this.singleNamed(word, mention) ??
      this.bodyNamed(word, mention) ??
      this.byFirstName(word, mention) ??
      this.single(mention, group);
    this.attach(mention, entity);
  }

  private withSurname(word: string, { phrase }: NameMention): Entity[] {
    return (this.bySurname.get(word) ?? [])
      .slice(-MOST_BEARERS)
      .filter(
        (entity) =>
          !contradicts(entity, phrase.gender) &&
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

  /** A surname alone: its only bearer; else the one whose title fits; else the one named last, marked as ambiguous. */
  private attachShort(mention: NameMention, surname: string, people: readonly Entity[]): void {
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
    this.attach(mention, entity);
  }

  /** `the Times` for `The Harbor Times`, `Homeland` …: the only body with this word at an end of its name. */
  private bodyNamed(word: string, { phrase }: NameMention): Entity | undefined {
    if (!phrase.afterArticle && !NAME_ONLY.has(word) && !ORGANISATION_NOUNS.has(word)) return undefined;
    const holders = (this.bodiesByWord.get(word) ?? [])
      .slice(-MOST_BEARERS)
      .filter(({ kind, words }) => kind !== 'place' && (words.at(-1) === word || words[0] === word));
    return holders.length === 1 ? holders[0] : undefined;
  }

  /** Whoever has only this word for a name; `Mrs. Hale` is not `Mr. Hale`. */
  private singleNamed(word: string, { phrase }: NameMention): Entity | undefined {
    const known = this.singles.get(word);
    return known && !contradicts(known, phrase.gender) ? known : undefined;
  }

  /** The only bearer of a first name; of several the one named last, marked as ambiguous. */
  private byFirstName(word: string, mention: NameMention): Entity | undefined {
    const people = this.byGivenName.get(word) ?? [];
    if (people.length <= 1 || mention.phrase.afterArticle) return people.length === 1 ? people[0] : undefined;
    const latest = this.latestCalled.get(word);
    mention.ambiguous = latest !== undefined;
    return latest;
  }

  private single(mention: NameMention, group: Group): Entity {
    const word = group.words[0]!;
    const kind: EntityKind = PLACES.has(word)
      ? 'place'
      : group.person > 0 || (GIVEN_NAMES.has(word) && group.articles * 2 <= group.mentions.length)
        ? 'person'
        : group.organisation > 0
          ? 'organisation'
          : 'thing';
    const entity = this.create(kind, group.words, mention.name);
    this.singles.set(word, entity);
    if (kind === 'person') push(this.bySurname, word, entity);
    return entity;
  }

  private create(kind: EntityKind, words: readonly string[], name: Span): Entity {
    const entity: Entity = {
      kind,
      words,
      name,
      mentions: [],
      roles: [],
      male: 0,
      female: 0,
      subject: false,
      articles: false,
    };
    this.entities.push(entity);
    return entity;
  }

  private attach(mention: NameMention, entity: Entity): void {
    const { phrase } = mention;
    mention.entity = entity;
    entity.mentions.push(mention);
    for (const role of phrase.roles) addRole(entity, placed(role, mention.at));
    if (phrase.gender) entity[phrase.gender] += TITLE_EVIDENCE;
    if (phrase.beforeVerb && !phrase.afterPreposition) entity.subject = true;
    if (phrase.afterArticle) entity.articles = true;
    if (phrase.acronym) {
      const acronym = this.text
        .slice(phrase.acronym.start + mention.at, phrase.acronym.end + mention.at)
        .toLowerCase()
        .replaceAll('.', '');
      if (entity.kind === 'thing') entity.kind = 'organisation';
      this.bodiesByAcronym.set(acronym, entity);
    }
  }

  /** In text order: this bearer of the surname is now the one named last. */
  noteFullName({ entity }: NameMention): void {
    if (entity.kind !== 'person') return;
    const words = bareWords(entity.words);
    this.latest.set(words.at(-1)!, entity);
    if (words.length > 1) this.latestCalled.set(words[0]!, entity);
  }
}

function kindOf(group: Group, singleWords: ReadonlySet<string>): EntityKind {
  const { words, person, organisation, place, mentions, articles } = group;
  if (place > 0 && person === 0) return 'place';
  if (person > 0 && person >= organisation) return 'person';
  if (organisation > 0) return 'organisation';
  // A name like a person's, of which the surname stands alone elsewhere: `Ottoline Brask`, later `Brask`; `ter Haar`.
  const bare = words.every((word) => /^[\p{L}'-]+$/u.test(word));
  const surname = [words.at(-1)!, words.slice(1).join(' ')].some((word) => singleWords.has(word));
  const reused = surname && articles * 2 <= mentions.length;
  if (bare && reused && words.length <= 4) return 'person';
  return 'thing';
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

/** Whether what is known of the person's gender rules this one out. */
function contradicts(entity: Entity, gender: Gender | null): boolean {
  const known = entityGender(entity);
  return gender !== null && known !== null && known !== gender;
}

/** The gender the article shows, with the given name's as a first guess; null when neither tells. */
export function entityGender({ male, female, words }: Entity): Gender | null {
  const given = GIVEN_NAMES.get(words[0]!) ?? null;
  const shown =
    male - female + (given === 'male' ? GIVEN_NAME_EVIDENCE : given === 'female' ? -GIVEN_NAME_EVIDENCE : 0);
  return shown === 0 ? null : shown > 0 ? 'male' : 'female';
}

/** `Defense Ministry` and `Ministry of Defense` have the same key. */
function bodyKey(words: readonly string[]): string {
  return words
    .filter((word) => word !== 'of' && word !== 'the' && word !== 'and' && word !== '&')
    .sort()
    .join(' ');
}

function initialsOf(words: readonly string[]): string {
  return words
    .filter(
      (word) =>
        !NAME_PARTICLES.has(word) &&
        word !== 'of' &&
        word !== 'the' &&
        word !== 'and' &&
        word !== 'for' &&
        word !== 'on',
    )
    .map((word) => word[0])
    .join('');
}

function firstNamed(people: readonly Entity[]): Entity {
  return people.reduce((first, other) => (other.name.start < first.name.start ? other : first));
}

function placed({ head, words, span }: RolePhrase, at: number): PlacedRole {
  return { head, words, span: shift(span, at) };
}

/** Keeps one place for each role, however often it is repeated. */
function addRole({ roles }: Entity, role: PlacedRole): void {
  const known = roles.some(
    ({ words }) => words.length === role.words.length && words.every((word, i) => word === role.words[i]),
  );
  if (!known && roles.length < MOST_ROLES) roles.push(role);
}

function push<K>(map: Map<K, Entity[]>, key: K, entity: Entity): void {
  const list = map.get(key);
  if (list) list.push(entity);
  else map.set(key, [entity]);
}
