/** Capitals that look like a name and name nobody. */
import { isOfPeople } from '../../../language/en/organisationWords.ts';
import { NAME_SUFFIXES } from '../../../language/en/titles.ts';
import { hasCapital } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';
import { isGivenName, type NameWord } from './nameWord.ts';
import { modifiesNoun } from './surroundings.ts';

/** Whether the words, at least one, are nobody's name where they stand. */
export function namesNobody(block: BlockTokens, words: readonly NameWord[]): boolean {
  if (isTitleInMarks(block, words)) return true;
  // `San Francisco-based`, but `Ban Ki-moon`
  if (words.length > 1) return isHyphenCompound(block, words.at(-1)!) && ADJECTIVE.test(words.at(-1)!.lower);
  const word = words[0]!;
  if (isHyphenCompound(block, word)) return true;
  return isNational(block, word) || isPostNominal(block, word) || isOneOfMany(block, word);
}

/** `his first ballet, “Rust”`: what stands alone in marks is called so, and is nobody. */
function isTitleInMarks(block: BlockTokens, words: readonly NameWord[]): boolean {
  const { first } = words[0]!;
  const opening = first - (/^(?:the|an?)$/.test(block.tokens[first - 1]?.lower ?? '') ? 2 : 1);
  const closing = words.at(-1)!.last + 1;
  return (
    !isGivenName(words[0]!) &&
    block.isQuoteMark(opening) &&
    block.isQuoteMark(closing) &&
    block.tokens[closing]!.pos !== 'PART'
  );
}

/** Last parts of adjectives made with a name. */
const ADJECTIVE = /-(?:\p{L}+ed|led|born|run|era|style|area|wide|made|held|bound)$/u;

/** `Kurdish-led`: an adjective, not a name. */
function isHyphenCompound({ tokens }: BlockTokens, { lower, last }: NameWord): boolean {
  return lower.includes('-') && !hasCapital(tokens[last]!);
}

/** `the German`, `the Singaporean`: somebody of that people; not `the German ministry`. */
function isNational(block: BlockTokens, { first, last, lower }: NameWord): boolean {
  const isThe = block.tokens[first - 1]?.lower === 'the';
  return isThe && isOfPeople(lower) && !modifiesNoun(block, last + 1);
}

/** `Ebiere Tonye, SAN,`: letters behind a name are nobody's name. */
function isPostNominal(block: BlockTokens, { lower, first }: NameWord): boolean {
  return NAME_SUFFIXES.has(lower) && block.tokens[first - 1]?.text === ',' && block.isCapitalised(first - 2);
}

/** `a Dean`, `a Bulgarian`: one of a kind; not `an Acme spokesman`. */
function isOneOfMany(block: BlockTokens, { first, last }: NameWord): boolean {
  const article = block.tokens[first - 1]?.lower;
  return (article === 'a' || article === 'an') && !modifiesNoun(block, last + 1);
}
