/** The bodies and other things of an article by the words and initials of their names. */
import { NAME_ONLY, ORGANISATION_NOUNS } from '../../../language/en/organisationWords.ts';
import { NAME_PARTICLES } from '../../../language/en/titles.ts';
import type { Entity, NameMention } from '../entity.ts';
import { Bearers } from './bearers.ts';

export class Bodies {
  private readonly byWords = new Map<string, Entity>();
  private readonly byWord = new Bearers();
  private readonly byAcronym = new Map<string, Entity>();

  /** The body already known under a form of this name. */
  named(words: readonly string[]): Entity | undefined {
    return this.byWords.get(bodyKey(words)) ?? this.longerNamed(words);
  }

  /** `Russian Ministry` for the `Russian Ministry of Defense`: all its words stand in one longer name. */
  private longerNamed(words: readonly string[]): Entity | undefined {
    const holders = this.byWord
      .latestOf(words[0]!)
      .filter(
        (entity) => entity.kind === 'organisation' && words.every((word) => entity.words.includes(word)),
      );
    return holders.length === 1 && words.some((word) => ORGANISATION_NOUNS.has(word))
      ? holders[0]
      : undefined;
  }

  /** A new body, under the whole name; `mentions` are its mentions by that. */
  add(entity: Entity, mentions: readonly NameMention[]): void {
    this.byWords.set(bodyKey(entity.words), entity);
    for (const word of entity.words) this.byWord.add(word, entity);
    // `at the United Nations` is a place to meet, and gives no name to a body.
    if (mentions.every(({ phrase }) => phrase.locative)) return;
    const initials = initialsOf(entity.words);
    if (initials.length > 1 && !this.byAcronym.has(initials)) this.byAcronym.set(initials, entity);
  }

  /** The article gives the short form, in lower case without stops, itself. */
  addAcronym(acronym: string, entity: Entity): void {
    this.byAcronym.set(acronym, entity);
  }

  ofAcronym(acronym: string): Entity | undefined {
    return this.byAcronym.get(acronym);
  }

  /** `the Times` for `The Harbor Times`, `Homeland` …: the only body with this word at an end of its name. */
  endingIn(word: string, { phrase }: NameMention): Entity | undefined {
    if (!phrase.afterArticle && !NAME_ONLY.has(word) && !ORGANISATION_NOUNS.has(word)) return undefined;
    const holders = this.byWord
      .latestOf(word)
      .filter(({ kind, words }) => kind !== 'place' && (words.at(-1) === word || words[0] === word));
    return holders.length === 1 ? holders[0] : undefined;
  }
}

/** `Defense Ministry` and `Ministry of Defense` have the same key. */
function bodyKey(words: readonly string[]): string {
  return words
    .filter((word) => word !== 'of' && word !== 'the' && word !== 'and' && word !== '&')
    .sort()
    .join(' ');
}

const NO_INITIAL = new Set(['of', 'the', 'and', 'for', 'on']);

function initialsOf(words: readonly string[]): string {
  return words
    .filter((word) => !NAME_PARTICLES.has(word) && !NO_INITIAL.has(word))
    .map((word) => word[0])
    .join('');
}
