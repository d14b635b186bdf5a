/**
 * Everybody and everything the article names: the names of all blocks gathered into one entry per bearer, with all the
 * forms of the name. Linear in the number of names.
 */
import { shift } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Block } from '../facts.ts';
import { NAME_PARTICLES } from '../../language/en/titles.ts';
import { findAuthor } from './author.ts';
import { type Entity, type NameMention, newEntity } from './entity.ts';
import { noteGenders } from './genders.ts';
import { namesInHeadlines } from './headlines.ts';
import { findNames } from './names.ts';
import { groupByWords } from './register/nameGroups.ts';
import { RegisterBuilder } from './register/registerBuilder.ts';

export interface Register {
  /** In text order. */
  readonly mentions: readonly NameMention[];
  readonly entities: readonly Entity[];
  /** By the last word of a person's name or the one word of another: who it is, where only one can be meant. */
  readonly byLastWord: ReadonlyMap<string, Entity>;
  /** Who wrote the article, when a byline or a note at its end says so. */
  readonly author: Entity | null;
}

/** So many are read in one step. */
const BLOCKS_PER_STEP = 256;
const NAMES_PER_STEP = 1024;

/** Stands in a mention until its bearer is known. */
const UNPLACED = newEntity('thing', [], { start: 0, end: 0 });

/** Gathers the names of the article. */
export function* buildRegister(
  text: string,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
): Steps<Register> {
  const mentions = yield* gatherMentions(blocks, facts);
  const entities = yield* placeMentions(text, mentions);
  yield;
  const all = [...mentions, ...namesInHeadlines(blocks, facts, lastWords(entities), mentions)];
  all.sort((a, b) => a.name.start - b.name.start || b.name.end - a.name.end);
  for (const entity of entities) entity.mentions.sort((a, b) => a.name.start - b.name.start);
  yield;
  noteGenders(blocks, facts, all);
  yield;
  return {
    mentions: all,
    entities,
    byLastWord: lastWords(entities),
    author: findAuthor(text, blocks, all),
  };
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

/** Gives each mention its bearer, the longest names first, and names of one word when all full names are known. */
function* placeMentions(text: string, mentions: readonly NameMention[]): Steps<readonly Entity[]> {
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
  return builder.entities;
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
