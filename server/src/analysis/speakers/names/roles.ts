/** The roles that stand before a name: `ministry spokesman Igor Vell`, `its chairman, Oren Pike`, `Gen. Votel`. */
import { PEOPLES } from '../../../language/en/organisationWords.ts';
import { ROLE_NOUNS } from '../../../language/en/roles.ts';
import { TITLES } from '../../../language/en/titles.ts';
import { wordOf } from '../../words.ts';
import { contentWords } from '../roleWords.ts';
import { hasCapital, plainLower, roleNamed } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';
import type { RolePhrase } from './namePhrase.ts';
import { isRoleWord, type NameWord } from './nameWord.ts';
import { isApostropheS } from './possessive.ts';

const MAX_ROLE_TOKENS = 8;

/**
 * `ministry spokesman` before `Igor …`: role words in lower case, back to the article or the start of the phrase. The
 * index of their first token, where the name begins at token `at`; null without a role.
 */
export function roleStart(block: BlockTokens, at: number): number | null {
  const noun = block.tokens[at - 1];
  if (!noun) return null;
  const role = roleNamed(noun);
  if (!role || (hasCapital(noun) && !isRoleWord(noun))) return null;
  if (noun.pos !== 'NOUN' && !ROLE_NOUNS.has(noun.lower)) return null;
  if (role.plural && !ROLE_NOUNS.has(noun.lower)) return null;
  let first = at - 1;
  while (first > 0 && at - first < MAX_ROLE_TOKENS && !block.opensSentence(first)) {
    const before = block.tokens[first - 1]!;
    const { pos, text, lower } = before;
    const modifier =
      pos === 'NOUN' ||
      pos === 'ADJ' ||
      pos === 'PROPN' ||
      text === '-' ||
      isApostropheS(before) ||
      lower === 'former';
    if (!modifier) break;
    first--;
  }
  return first;
}

/** The role from token `first` up to the name, which begins after token `last` and may have titles. */
export function roleBefore(
  block: BlockTokens,
  titles: readonly NameWord[],
  first: number,
  last: number,
): RolePhrase | null {
  const heads = [...titles].reverse().flatMap(({ lower }) => TITLES.get(lower) ?? []);
  const lower = block.tokens.slice(first, last + 1).map(plainLower);
  const head =
    heads[0] ??
    [...lower].reverse().find((word) => ROLE_NOUNS.has(word)) ??
    titles.find(({ lower: word }) => PEOPLES.has(word))?.lower;
  if (head === undefined) return null;
  return { span: block.spanOf(first, last), head, words: [...contentWords(lower), ...heads] };
}

/** `its chairman, Oren Pike, …`: the role that the name at token `at` explains. */
export function roleExplained(block: BlockTokens, at: number): RolePhrase | null {
  if (block.tokens[at - 1]?.text !== ',' || block.opensSentence(at)) return null;
  const first = roleStart(block, at - 1);
  if (first === null) return null;
  const words = block.tokens.slice(first, at - 1).map(plainLower);
  const head = roleNamed({ word: wordOf(words.at(-1)!) });
  return head ? { span: block.spanOf(first, at - 2), head: head.noun, words: contentWords(words) } : null;
}
