/** What the article itself shows of a person's gender: `Vale said she …`. */
import { lastAtOrBefore } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Block } from '../facts.ts';
import { findDescriptions } from './descriptions.ts';
import type { Entity, NameMention } from './entity.ts';

/** A pronoun counts for the only person named before it in its sentence and the one before. */
const REACH_IN_SENTENCES = 1;

/**
 * Counts the pronouns beside each name: where only one person is named in a sentence and the one before it, a `she`
 * after the name is hers. A name of unknown kind becomes a person's by that.
 */
export function noteGenders(
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  mentions: readonly NameMention[],
): void {
  let m = 0;
  facts.forEach((fact, block) => {
    const at = blocks[block]!.span.start;
    const names: NameMention[] = [];
    for (; m < mentions.length && mentions[m]!.block <= block; m++) {
      const { entity } = mentions[m]!;
      if (mentions[m]!.block === block && (entity.kind === 'person' || mayBePerson(entity)))
        names.push(mentions[m]!);
    }
    if (names.length === 0) return;
    const utterances = fact.quotations
      .filter(({ parent, kind }) => parent === null && kind !== 'partial')
      .map(({ inner }) => inner);
    let sentence = 0;
    let first = 0;
    let next = 0;
    for (const { span, gender } of findDescriptions(fact).pronouns) {
      while (sentence + 1 < fact.sentences.length && fact.sentences[sentence + 1]!.start <= span.start)
        sentence++;
      while (next < names.length && names[next]!.name.start < span.start + at) next++;
      while (first < next && names[first]!.phrase.sentence < sentence - REACH_IN_SENTENCES) first++;
      const voice = utteranceAt(utterances, span.start);
      const near = names
        .slice(first, next)
        .filter(({ name }) => utteranceAt(utterances, name.start - at) === voice);
      const entity = near[0]?.entity;
      if (!entity || !near.every((other) => other.entity === entity) || !near.some(isSubject)) continue;
      entity[gender]++;
      entity.kind = 'person';
    }
  });
}

/** The index of the utterance that holds an offset of the block, -1 outside: `“Anna is ill,” he said` tells nothing of Anna. */
function utteranceAt(utterances: readonly Span[], offset: number): number {
  const i = lastAtOrBefore(utterances, offset, ({ start }) => start);
  return i >= 0 && offset < utterances[i]!.end ? i : -1;
}

/** A name of which the article has not shown yet whose it is, and that looks like a person's. */
function mayBePerson({ kind, words, articles }: Entity): boolean {
  return (
    kind === 'thing' && !articles && words.length <= 3 && words.every((word) => /^[\p{L}’'-]+$/u.test(word))
  );
}

function isSubject({ phrase, ambiguous }: NameMention): boolean {
  return phrase.beforeVerb && !phrase.afterPreposition && !ambiguous;
}
