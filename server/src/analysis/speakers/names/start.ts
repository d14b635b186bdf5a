/** Where a name begins: which capitals open one, and which are there for another reason. */
import { PLACES } from '../../../language/en/places.ts';
import { perWord } from '../../words.ts';
import { hasCapital, isAcronymic, isCommonNoun, mayOpenName } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';
import { isGivenName, isHonorific } from './nameWord.ts';

const FUNCTION_PARTS = new Set([
  'DET',
  'PRON',
  'ADP',
  'SCONJ',
  'CCONJ',
  'AUX',
  'ADV',
  'INTJ',
  'PART',
  'NUM',
  'PUNCT',
]);
const OWNING = new Set(['his', 'her', 'its', 'their']);

/** `Poor Winslow was amused`: the sentence's capital, not the name's. */
const EPITHETS = new Set(['poor', 'dear', 'dearest']);

const isPlace = perWord(({ lower }) => PLACES.has(lower));

/** Whether a name begins at token `i`; in a line in title case capitals alone show nothing. */
export function opensName(block: BlockTokens, i: number, titleCase: boolean): boolean {
  const { tokens } = block;
  const token = tokens[i]!;
  if (!mayOpenName(token) && !opensWithJan(block, i)) return false;
  if (titleCase) return isGivenName(token) || isAcronymic(token) || isPlace(token);
  const { pos } = token;
  if (FUNCTION_PARTS.has(pos) && !isGivenName(token)) return false;
  if (!block.opensClause(i)) return true;
  if (EPITHETS.has(token.lower) && block.isCapitalised(i + 1)) return false;
  // `Said Ruiz:`, but `Miss Ruiz` and `Dunning, who`
  if (pos === 'VERB' && !isGivenName(token))
    return (isHonorific(token) && block.isCapitalised(i + 1)) || isDescribed(block, i);
  if (pos === 'PROPN') return !isPlainNoun(block, i) && !isParticiple(block, i);
  return block.isCapitalised(i + 1) || isGivenName(token);
}

/** `Jan Dahl`, `Jan-Erik`, unlike `Jan 6`: a name follows the short form of the month. */
function opensWithJan(block: BlockTokens, i: number): boolean {
  if (block.tokens[i]!.text !== 'Jan') return false;
  const next = block.tokens[i + 1];
  return next !== undefined && (mayOpenName(next) || isHyphened(block, i + 1));
}

function isHyphened(block: BlockTokens, i: number): boolean {
  return block.tokens[i]!.text === '-' && block.isGlued(i) && block.isCapitalised(i + 1);
}

/** `Dunning, who`: only somebody's name goes on so. */
function isDescribed({ tokens }: BlockTokens, i: number): boolean {
  return tokens[i + 1]?.text === ',' && /^whos?e?$/.test(tokens[i + 2]?.lower ?? '');
}

/** `Officials said`, `Police are`: a common noun at the head of a sentence, whatever the tagger says. */
function isPlainNoun(block: BlockTokens, i: number): boolean {
  return !block.isCapitalised(i + 1) && isCommonNoun(block.tokens[i]!);
}

/** `Cross-examined by`, `Opening the case`: a verb at the head of a sentence, whatever the tagger says. */
function isParticiple({ tokens }: BlockTokens, i: number): boolean {
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (isGivenName(token) || next === undefined || hasCapital(next)) return false;
  return token.lower.endsWith('ing')
    ? next.pos === 'DET' || OWNING.has(next.lower)
    : token.lower.endsWith('ed') && (next.lower === 'by' || next.lower === 'whether');
}
