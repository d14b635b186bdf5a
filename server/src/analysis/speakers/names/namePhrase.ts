/** What is noted of a name at one place of a block. All offsets count from the block's start. */
import type { Span } from '../../../text/span.ts';
import type { Gender } from '../../../language/en/titles.ts';

/** `head of the Tarn Harbour Board`, `White House press secretary`: what somebody is said to be. */
export interface RolePhrase {
  readonly span: Span;
  /** The noun that names the role, singular: `commander`. */
  readonly head: string;
  /** All its words, lower case, function words left out. */
  readonly words: readonly string[];
}

export type NameHint = 'person' | 'organisation' | 'place';

/** What the words before and after a name show. */
export interface Surroundings {
  /** Before it stands an article: `the Times`. */
  readonly afterArticle: boolean;
  /** Before it stands a preposition: `to Hale`. */
  readonly afterPreposition: boolean;
  /** `at the United Nations`: where something happens. */
  readonly locative: boolean;
  /** `Hale’s`. */
  readonly possessive: boolean;
  /** A noun follows that the name modifies: `the Hale campaign`. */
  readonly attributive: boolean;
  /** A verb follows: the name is probably a subject. */
  readonly beforeVerb: boolean;
}

export interface NamePhrase extends Surroundings {
  /** With titles and roles before it: `US Gen. Joseph Votel`. */
  readonly span: Span;
  /** With an apposition after it as well: `Keane, the head of the Tarn Harbour Board`. */
  readonly full: Span;
  /** The bare name: `Joseph Votel`. */
  readonly name: Span;
  /** Its words in lower case without stops: `joseph`, `votel`. */
  readonly words: readonly string[];
  /** What the words themselves and those around show. */
  readonly hint: NameHint | null;
  /** Known from a title, an honorific or a role: `Mr.`, `spokeswoman`. */
  readonly gender: Gender | null;
  readonly roles: readonly RolePhrase[];
  /** A short form in brackets after it: `(CEPR)`. */
  readonly acronym: Span | null;
  /** Index of the sentence of the block. */
  readonly sentence: number;
  readonly honorific: boolean;
}
