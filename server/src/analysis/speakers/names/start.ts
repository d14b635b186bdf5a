/** Where a name begins: which capitals open one, and which are there for another reason. */
import { NAME_ONLY, ORGANISATION_NOUNS } from '../../../language/en/organisationWords.ts';
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
  if (DESCRIBERS.has(token.lower) || CONNECTIVES.has(token.lower) || isKindOfBody(block, i)) return false;
  // `Said Ruiz:`, but `Miss Ruiz` and `Dunning, who`
  if (pos === 'VERB' && !isGivenName(token))
    return (
      ((isHonorific(token) || isBodyWord(block, i + 1)) && block.isCapitalised(i + 1)) ||
      isDescribed(block, i)
    );
  if (pos === 'PROPN') return !isPlainNoun(block, i) && !isParticiple(block, i);
  return block.isCapitalised(i + 1) || isGivenName(token);
}

/** `Most Canadians`, `Late Okonjo goal`: how many or which, at the head of a sentence. */
const DESCRIBERS: ReadonlySet<string> = new Set(
  'most many several some few fewer more other another both all every half late former top'.split(' '),
);

/** `Whereupon she left`: old adverbs that the tagger of parts of speech takes for names. */
const CONNECTIVES: ReadonlySet<string> = new Set(
  'whereupon thereupon hereupon whereat thereat wherefore whilst presently directly'.split(' '),
);

/** `Chipmaker Hanlo`, `Energy firm Hanlo`: what kind of body it is, at the head of a sentence. */
function isKindOfBody({ tokens }: BlockTokens, i: number): boolean {
  const { lower } = tokens[i]!;
  const next = tokens[i + 1];
  if (next === undefined) return false;
  return /.maker$/.test(lower) || (INDUSTRIES.has(lower) && isKind(next) && !hasCapital(next));
}

const INDUSTRIES: ReadonlySet<string> = new Set(
  'energy oil gas tech technology media steel power water rail retail fashion mining drug auto car food travel gaming'.split(
    ' ',
  ),
);
const isKind = perWord(
  ({ lower }) => ORGANISATION_NOUNS.has(lower) || lower === 'giant' || lower === 'group',
);

/** The `Street` of `Downing Street`. */
function isBodyWord({ tokens }: BlockTokens, i: number): boolean {
  const token = tokens[i];
  return token !== undefined && NAME_ONLY.has(token.lower) && token.lower !== 'states';
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
