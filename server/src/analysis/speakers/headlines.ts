/**
 * Names in headlines with all words capitalised, where capitals show nothing: there only names count that stand in the
 * article's text as well.
 */
import { shift } from '../../text/span.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Block } from '../facts.ts';
import type { Token } from '../tokens.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import { isTitleCase } from './names/titleCase.ts';
import type { Entity, NameMention } from './entity.ts';
import { plainLower } from './wordForms.ts';

/**
 * The names in headlines in title case that `known` does not have yet; they are added to their entries.
 * @param forms who is meant by one word of a name
 */
export function namesInHeadlines(
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  forms: ReadonlyMap<string, Entity>,
  known: readonly NameMention[],
): NameMention[] {
  const found: NameMention[] = [];
  facts.forEach((fact, block) => {
    if (blocks[block]!.kind !== 'headline' && blocks[block]!.kind !== 'heading') return;
    if (!isTitleCase(fact)) return;
    const at = blocks[block]!.span.start;
    const taken = mentionsIn(known, block);
    for (let i = 0; i < fact.tokens.length; i++) {
      const start = fact.tokens[i]!.start + at;
      if (taken.some(({ name }) => name.start <= start && start < name.end)) continue;
      const entity = forms.get(plainLower(fact.tokens[i]!));
      if (!entity) continue;
      const mention = headlineMention(fact, i, block, at, entity);
      entity.mentions.push(mention);
      found.push(mention);
    }
  });
  return found;
}

function mentionsIn(mentions: readonly NameMention[], block: number): readonly NameMention[] {
  const first = lastAtOrBefore(mentions, block - 1, (mention) => mention.block) + 1;
  const end = lastAtOrBefore(mentions, block, (mention) => mention.block) + 1;
  return mentions.slice(first, end);
}

function headlineMention(
  { tokens, sentences }: BlockFacts,
  i: number,
  block: number,
  at: number,
  entity: Entity,
): NameMention {
  const token = tokens[i]!;
  const bare = { start: token.start, end: token.end };
  const next = tokens[i + 1];
  const span = shift(bare, at);
  return {
    phrase: {
      span: bare,
      full: bare,
      name: bare,
      words: [plainLower(token)],
      hint: null,
      gender: null,
      roles: [],
      acronym: null,
      sentence: Math.max(
        0,
        sentences.findLastIndex(({ start }) => start <= token.start),
      ),
      afterArticle: false,
      afterPreposition: tokens[i - 1]?.pos === 'ADP',
      locative: false,
      possessive: isPossessive(next, token),
      attributive: false,
      beforeVerb: next?.pos === 'VERB' || next?.pos === 'AUX',
      honorific: false,
    },
    block,
    at,
    name: span,
    span,
    full: span,
    entity,
    ambiguous: false,
  };
}

function isPossessive(next: Token | undefined, token: Token): boolean {
  return next?.pos === 'PART' && next.start === token.end;
}
