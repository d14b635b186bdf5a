/** Who or what the article names, and the places where it does. */
import { type Span, shift } from '../../text/span.ts';
import { GIVEN_NAMES } from '../../language/en/givenNames.ts';
import type { Gender } from '../../language/en/titles.ts';
import type { NamePhrase, RolePhrase } from './names/namePhrase.ts';

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

/** What a given name counts for a gender: pronouns beside the name, 1 each, may point to somebody else. */
const GIVEN_NAME_EVIDENCE = 3.5;

/** More roles than this are no description of one person. */
const MOST_ROLES = 24;

/** One that has no mentions yet. */
export function newEntity(kind: EntityKind, words: readonly string[], name: Span): Entity {
  return {
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
}

/** Keeps one place for each role, however often it is repeated; `at` is the offset of the block of the role. */
export function addRole({ roles }: Entity, { head, words, span }: RolePhrase, at: number): void {
  const known = roles.some(
    (role) => role.words.length === words.length && role.words.every((word, i) => word === words[i]),
  );
  if (!known && roles.length < MOST_ROLES) roles.push({ head, words, span: shift(span, at) });
}

/** The gender the article shows, with the given name's as a first guess; null when neither tells. */
export function entityGender({ male, female, words }: Entity): Gender | null {
  const given = GIVEN_NAMES.get(words[0]!) ?? null;
  const shown =
    male - female + (given === 'male' ? GIVEN_NAME_EVIDENCE : given === 'female' ? -GIVEN_NAME_EVIDENCE : 0);
  return shown === 0 ? null : shown > 0 ? 'male' : 'female';
}

/** Whether what is known of the person's gender rules this one out. */
export function contradictsGender(entity: Entity, gender: Gender | null): boolean {
  const known = entityGender(entity);
  return gender !== null && known !== null && known !== gender;
}
