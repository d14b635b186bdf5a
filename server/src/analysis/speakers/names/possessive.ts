/** The possessive behind a name: `Hale’s`, `the Parsons’ farm`. */
import type { Token } from '../../tokens.ts';
import { perWord, wordOf, type Word } from '../../words.ts';
import { beginsWithLetter } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';

const APOSTROPHE_S = new Set(["'s", '’s', "'", '’']);

/** `’s` or an apostrophe, as a token of its own. */
export function isApostropheS({ text }: Token): boolean {
  return APOSTROPHE_S.has(text);
}

/** Whether the name that ends with token `last` owns something. */
export function isPossessive(block: BlockTokens, last: number): boolean {
  return ownsInside(block.tokens[last]!) || isPossessiveMark(block, last + 1);
}

/** `’s`, or the apostrophe after a final s that a further word shows to be no quotation mark. */
function isPossessiveMark(block: BlockTokens, i: number): boolean {
  const token = block.tokens[i];
  if (!token || !isApostropheS(token) || !block.isGlued(i)) return false;
  if (token.text.length > 1 || token.pos === 'PART') return true;
  const next = block.tokens[i + 1];
  return block.tokens[i - 1]!.lower.endsWith('s') && next !== undefined && beginsWithLetter(next);
}

/** `Guðrún’s`: the possessive is part of the token. */
const ownsInside = perWord(({ text }) => text.length > 3 && /['’]s$/.test(text));

const unowned = perWord(({ lower }) => wordOf(lower.replace(/['’]s$/, '')));

/** The word of a token without an `’s` that the tokens leave on it. */
export function withoutPossessive(token: Token): { readonly word: Word } {
  return ownsInside(token) ? { word: unowned(token) } : token;
}

/** Where the word ends, without an `’s` that the tokens leave on it. */
export function endWithoutPossessive(token: Token): number {
  const { text, end } = token;
  return ownsInside(token) ? end - (text.length - text.search(/['’]s$/)) : end;
}
