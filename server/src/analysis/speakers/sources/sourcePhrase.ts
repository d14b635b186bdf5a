/** What is read of a source: its kind, its head, and the names and words around the head. */
import type { Span } from '../../../text/span.ts';
import type { Token } from '../../tokens.ts';
import type { NameMention } from '../entity.ts';

export type SourceKind = 'name' | 'pronoun' | 'role' | 'organisation' | 'document' | 'group' | 'unnamed';

export interface SourcePhrase {
  readonly kind: SourceKind;
  /** The name that is its head, or that an apposition gives for its head. */
  readonly name: NameMention | null;
  /** The noun or pronoun it turns on, singular, lower case. */
  readonly head: string;
  /** The base phrase without what follows the head: `the ministry spokesman` of `the ministry spokesman, who …`. */
  readonly base: Span;
  /** Content words before the head, lower case: `ministry`. */
  readonly modifiers: readonly string[];
  /** `the`, `this`, a possessive: the person is taken as known. */
  readonly definite: boolean;
  /** A name in the possessive or as a modifier: `Hale` in `Hale’s office`, `the Hale campaign`. */
  readonly owner: NameMention | null;
  /** What stands before the last possessive mark: `The Russian ministry` of `The Russian ministry’s statement`. */
  readonly possessor: readonly Token[];
  /** A name in apposition says who the description means. */
  readonly apposed: boolean;
  /** More follows the head that says whose or which: `the chair of the board`, `the union that called the strike`. */
  readonly modified: boolean;
  /** What a description in apposition says that the person is: `surgeon` in `her colleague, a surgeon,`. */
  readonly apposition: string | null;
  /** The title of a document: `“Salt”` of `the film, titled “Salt”`. */
  readonly title: Span | null;
  /** `his` in `his campaign`: the pronoun's span. */
  readonly ownerPronoun: Token | null;
}

/** A phrase of which nothing else is known than `more`. */
export function sourcePhrase(
  kind: SourceKind,
  head: string,
  base: Span,
  more: Partial<SourcePhrase> = {},
): SourcePhrase {
  return {
    kind,
    head,
    base: { start: base.start, end: base.end },
    name: null,
    modifiers: [],
    definite: false,
    owner: null,
    possessor: [],
    apposed: false,
    modified: false,
    apposition: null,
    title: null,
    ownerPronoun: null,
    ...more,
  };
}
