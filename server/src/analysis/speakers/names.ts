/**
 * The names in one block, with what stands around them: titles, roles, appositions. A pure function of the block's
 * facts, remembered by the identity of the block, so that an unchanged paragraph is read once however often the article
 * is analysed again.
 *
 * A name is a run of capitalised words with the small words that names contain (`van der`, `of the`). Whether it is a
 * person's, a body's or a place's is decided for the whole article in `register.ts`; here only the local evidence is
 * noted. Each step of the reading has a file in `names/`, in the order in which `readNames` takes them.
 */
import type { BlockFacts } from '../blockFacts.ts';
import { GROUP_NOUNS, LOWER_CASE_BODIES, PEOPLES } from '../../language/en/organisationWords.ts';
import { appositionAt } from './names/apposition.ts';
import { BlockTokens } from './names/blockTokens.ts';
import { extendName } from './names/extent.ts';
import { genderOf, hintOf } from './names/hint.ts';
import type { NamePhrase } from './names/namePhrase.ts';
import { isHonorific, isTitle, nameWords } from './names/nameWord.ts';
import { namesNobody } from './names/noNames.ts';
import { type NameParts, takeApart } from './names/parts.ts';
import { endWithoutPossessive } from './names/possessive.ts';
import { roleBefore, roleExplained, roleStart } from './names/roles.ts';
import { opensName } from './names/start.ts';
import { surroundingsOf } from './names/surroundings.ts';
import { isTitleCase } from './names/titleCase.ts';
import { roleNamed } from './wordForms.ts';

const remembered = new WeakMap<BlockFacts, readonly NamePhrase[]>();

/**
 * The names of a block in text order. They do not overlap, but that a body named after somebody comes before the name in
 * it: `Hale campaign`, then `Hale`. Never throws.
 */
export function findNames(facts: BlockFacts): readonly NamePhrase[] {
  const known = remembered.get(facts);
  if (known) return known;
  const names = readNames(new BlockTokens(facts), isTitleCase(facts));
  remembered.set(facts, names);
  return names;
}

function readNames(block: BlockTokens, titleCase: boolean): NamePhrase[] {
  const found: NamePhrase[] = [];
  for (let i = 0; i < block.tokens.length; i++) {
    if (!opensName(block, i, titleCase)) continue;
    const words = extendName(block, i, titleCase);
    i = words.at(-1)!.last;
    if (namesNobody(block, words)) continue;
    for (const parts of takeApart(words)) {
      const body = readBodyNamedAfter(block, parts);
      if (body) found.push(body);
      const phrase = readPhrase(block, parts);
      if (phrase) found.push(phrase);
    }
  }
  return found;
}

/** The name, with what stands around it; null where it is marks alone. */
function readPhrase(
  block: BlockTokens,
  { titles, name, beforeRole, employer }: NameParts,
): NamePhrase | null {
  const words = nameWords(name);
  if (words.length === 0) return null;
  const nameFirst = name[0]!.first;
  const last = name.at(-1)!.last;
  const withTitles = titles[0]?.first ?? nameFirst;
  const roleFirst = beforeRole ? null : roleStart(block, withTitles);
  const first = roleFirst ?? withTitles;
  const before = first < nameFirst ? roleBefore(block, titles, first, nameFirst - 1) : null;
  const explained = beforeRole || roleFirst !== null ? null : roleExplained(block, first);
  const apposition = beforeRole ? null : appositionAt(block, last + 1);
  const fullLast = apposition?.last ?? last;
  const roles = [before, explained, apposition?.role].filter((role) => role !== null && role !== undefined);
  const around = surroundingsOf(block, { first, last, fullLast, hasRole: roleFirst !== null });
  const hint = hintOf(words, block.tokens[nameFirst]!, name.length, {
    titled: titles.some(isTitle),
    role: roleFirst !== null || explained !== null || PEOPLES.has(titles[0]?.lower ?? ''),
    person: apposition?.bearer === 'person' && !around.afterPreposition,
    body: apposition?.bearer === 'organisation',
  });
  return {
    sentence: block.sentenceOf(withTitles),
    span: block.spanOf(first, last),
    full: block.spanOf(first, fullLast),
    name: { start: block.tokens[nameFirst]!.start, end: endWithoutPossessive(block.tokens[last]!) },
    words,
    hint: employer ? 'organisation' : hint,
    gender: genderOf(titles, roles),
    roles,
    acronym: apposition?.acronym ?? null,
    ...around,
    attributive: beforeRole || around.attributive,
    honorific: titles.some(isHonorific),
  };
}

/** `Hale campaign`, `Saudi government`: a body that a noun in lower case directly after a bare name makes of it. */
function readBodyNamedAfter(block: BlockTokens, { titles, name, beforeRole }: NameParts): NamePhrase | null {
  const noun = name.at(-1)!.last + 1;
  if (beforeRole || titles.length > 0 || !isBodyNoun(block, noun)) return null;
  const first = name[0]!.first;
  const words = nameWords(name);
  if (words.length === 0 || roleStart(block, first) !== null) return null;
  const span = block.spanOf(first, noun);
  return {
    sentence: block.sentenceOf(first),
    span,
    full: span,
    name: span,
    words: [...words, block.tokens[noun]!.lower],
    hint: 'organisation',
    gender: null,
    roles: [],
    acronym: null,
    ...surroundingsOf(block, { first, last: noun, fullLast: noun, hasRole: false }),
    honorific: false,
  };
}

function isBodyNoun(block: BlockTokens, i: number): boolean {
  const token = block.tokens[i];
  if (!token || block.opensSentence(i) || !LOWER_CASE_BODIES.has(token.lower)) return false;
  const next = block.tokens[i + 1];
  const noun = next?.pos === 'NOUN' && !block.opensSentence(i + 1) ? next : null;
  return noun === null || roleNamed(noun) !== null || GROUP_NOUNS.has(noun.lower);
}
