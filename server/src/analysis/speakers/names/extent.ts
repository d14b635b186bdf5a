/** How far a name goes: its capitals, and the small words, nicknames and connectors between them. */
import { ABBREVIATIONS } from '../../../language/en/abbreviations.ts';
import { GIVEN_NAMES } from '../../../language/en/givenNames.ts';
import { NAME_ONLY, ORGANISATION_NOUNS } from '../../../language/en/organisationWords.ts';
import { HONORIFICS, NAME_PARTICLES, NAME_SUFFIXES, TITLES } from '../../../language/en/titles.ts';
import { perWord, wordOf } from '../../words.ts';
import { beginsWithLetter, isCalendarWord, mayContinueName, plainWord } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';
import { isBodyConnector, isHonorific, isOrganisationNoun, nameWord, type NameWord } from './nameWord.ts';
import { withoutPossessive } from './possessive.ts';

/** First words of bodies of the kind `Securities and Exchange Commission`. */
const FIRST_OF_PAIR = new Set(
  'securities citizenship health food education science arts housing customs immigration research trade budget economic oil parks children fish ways homeland transportation labor environment energy policy culture'.split(
    ' ',
  ),
);

const isParticle = perWord(({ lower }) => NAME_PARTICLES.has(lower));
const isAbbreviation = perWord(
  ({ lower }) => ABBREVIATIONS.has(lower) || NAME_SUFFIXES.has(lower) || lower.length === 1,
);

/** The words of the name that begins at token `first`, titles and roles in capitals included; at least one. */
export function extendName(block: BlockTokens, first: number, titleCase: boolean): NameWord[] {
  const { tokens } = block;
  const words: NameWord[] = [wordAt(block, first)];
  for (;;) {
    const next = words.at(-1)!.last + 1;
    const token = tokens[next];
    if (!token || block.opensSentence(next)) break;
    if (titleCase && words.length >= 2) break;
    if (continuesName(block, next) || (isParticle(token) && particlesLeadOn(block, next))) {
      words.push(wordAt(block, next));
      continue;
    }
    const end = nicknameEnd(block, next) ?? connectorEnd(block, words, next);
    if (end === null) break;
    for (let i = next; i <= end; i++) words.push(nameWord(plainWord(tokens[i]!), i, i));
  }
  return words;
}

/** The word that begins at token `i`, with what is written together with it. */
function wordAt(block: BlockTokens, i: number): NameWord {
  const { tokens } = block;
  let last = i;
  let word = plainWord(withoutPossessive(tokens[i]!));
  while (tokens[last + 1]?.text === '-' && block.isGlued(last + 1) && block.isGlued(last + 2)) {
    const part = tokens[last + 2]!;
    if (!beginsWithLetter(part)) break;
    word = wordOf(`${word.lower}-${plainWord(part).lower}`);
    last += 2;
  }
  const hasStop = tokens[last + 1]?.text === '.' && block.isGlued(last + 1) && isAbbreviation({ word });
  return nameWord(word, i, hasStop ? last + 1 : last);
}

function continuesName(block: BlockTokens, i: number): boolean {
  const token = block.tokens[i];
  if (!token || block.opensSentence(i)) return false;
  return mayContinueName(token) && token.pos !== 'PRON' && (!isCalendarWord(token) || isAddressed(block, i));
}

/** `Mr Sunday Agbo`, `Mrs. May`: behind a form of address even a day or a month is a name. */
function isAddressed({ tokens }: BlockTokens, i: number): boolean {
  const before = tokens[i - 1]!.text === '.' ? i - 2 : i - 1;
  return before >= 0 && isHonorific(tokens[before]!);
}

/** `van der Berg`: a capital follows the small words. */
function particlesLeadOn(block: BlockTokens, i: number): boolean {
  let k = i;
  while (k < block.tokens.length && isParticle(block.tokens[k]!) && k - i < 3) k++;
  return continuesName(block, k);
}

/** `“Bobby” Scott`: a nickname in marks inside a name; the index of the closing mark. */
function nicknameEnd(block: BlockTokens, i: number): number | null {
  if (!block.isQuoteMark(i)) return null;
  const close = block.isQuoteMark(i + 2) ? i + 2 : block.isQuoteMark(i + 3) ? i + 3 : -1;
  return close > 0 && continuesName(block, i + 1) && continuesName(block, close + 1) ? close : null;
}

/** `of`, `for the`, `and` inside the name of a body or a title: the index of the last token before the next capital. */
function connectorEnd(block: BlockTokens, words: readonly NameWord[], i: number): number | null {
  const { tokens } = block;
  if (!isBodyConnector(tokens[i]!)) return null;
  const connector = tokens[i]!.lower;
  const article = tokens[i + 1]?.lower;
  const end = article === 'the' || (article === 'a' && connector === 'for') ? i + 1 : i;
  if (!continuesName(block, end + 1)) return null;
  if (connector === '&') return end;
  const last = words.at(-1)!.lower;
  const bodyHead = words.some(
    (word) => isOrganisationNoun(word) || word.lower === 'house' || word.lower === 'workers',
  );
  if (connector === 'and') {
    const linked = words.some(({ lower }) => lower === 'of' || lower === 'for' || lower === 'on');
    if (linked && bodyHead) return continuesBody(block, end + 1) ? end : null;
    const opens =
      FIRST_OF_PAIR.has(last) || (words.length === 1 && tokens[words[0]!.first - 1]?.lower === 'the');
    return opens && continuesBody(block, end + 1) && endsAsBody(block, end + 1) ? end : null;
  }
  if (bodyHead) return end;
  if (connector === 'of' && TITLES.has(last)) return end;
  return null;
}

/** Whether the capitals from `i` on can be part of a body's name: no title, no given name. */
function continuesBody({ tokens }: BlockTokens, i: number): boolean {
  const { lower } = tokens[i]!;
  return !GIVEN_NAMES.has(lower) && !HONORIFICS.has(lower) && !TITLES.has(lower);
}

/** Whether the capitals from `i` on end in a body's noun: `Fisheries Commission`. */
function endsAsBody(block: BlockTokens, i: number): boolean {
  let last = i;
  while (continuesName(block, last + 1)) last++;
  const { lower } = block.tokens[last]!;
  return ORGANISATION_NOUNS.has(lower) || NAME_ONLY.has(lower);
}
