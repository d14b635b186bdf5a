/** What stands directly before and after a name, which tells a person, a body and a place apart later on. */
import { hasCapital } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';
import type { Surroundings } from './namePhrase.ts';
import { isPossessive } from './possessive.ts';

/** What a phrase is made of: its tokens from first to last. */
interface Extent {
  /** Of the first word, titles and roles before the name included. */
  readonly first: number;
  /** Of the last word of the name. */
  readonly last: number;
  /** Of the apposition after it, or of the name. */
  readonly fullLast: number;
  /** It begins with a role in lower case. */
  readonly hasRole: boolean;
}

export function surroundingsOf(block: BlockTokens, { first, last, fullLast, hasRole }: Extent): Surroundings {
  const { tokens } = block;
  const before = tokens[first - 1];
  const afterThe = before?.lower === 'the';
  const beforeThe = afterThe ? tokens[first - 2] : undefined;
  return {
    afterArticle: afterThe || (hasRole && tokens[first]!.lower === 'the'),
    afterPreposition: before?.pos === 'ADP' || beforeThe?.pos === 'ADP',
    locative: before?.lower === 'at' || beforeThe?.lower === 'at',
    possessive: isPossessive(block, last),
    attributive: modifiesNoun(block, last + 1),
    beforeVerb: verbFollows(block, fullLast + 1),
  };
}

/** Whether a noun phrase in lower case goes on at token `i`: what stands before it modifies its noun. */
export function modifiesNoun(block: BlockTokens, i: number): boolean {
  const token = block.tokens[i];
  if (!token || block.opensSentence(i) || hasCapital(token)) return false;
  if (token.pos === 'NOUN') return true;
  if (token.pos === 'PUNCT') return false;
  return token.pos === 'ADJ' ? block.tokens[i + 1]?.pos === 'NOUN' : token.text === '-';
}

function verbFollows(block: BlockTokens, i: number): boolean {
  for (let k = i; k < block.tokens.length && k < i + 4; k++) {
    const { pos, text } = block.tokens[k]!;
    if (block.opensSentence(k)) return false;
    if (pos === 'VERB' || pos === 'AUX') return true;
    if (pos !== 'ADV' && pos !== 'PART' && text !== ',') return false;
  }
  return false;
}
