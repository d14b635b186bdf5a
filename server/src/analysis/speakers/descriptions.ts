/**
 * People a block speaks of without a name: `the senator`, `a man`, `she`. A pure function of the block's facts,
 * remembered by the identity of the block like its names. All offsets count from the block's start.
 */
import type { Span } from '../../text/span.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Token } from '../tokens.ts';
import type { Gender } from '../../language/en/titles.ts';
import { perWord } from '../words.ts';
import { contentWords } from './roleWords.ts';
import { hasCapital, plainLower, roleNamed } from './wordForms.ts';

export interface Description {
  /** `the junior senator`: from its article to its noun. */
  readonly span: Span;
  /** The noun, singular. */
  readonly head: string;
  readonly modifiers: readonly string[];
  /** `a`, `another`, `one`: somebody new. */
  readonly indefinite: boolean;
  /** A verb follows, or a clause about the person before it: `the engineer, who once …`. */
  readonly beforeVerb: boolean;
  /** It says what somebody else is: `Vale is a lawyer`, `Vale, a lawyer,`, `as a lawyer`. */
  readonly predicate: boolean;
}

export interface GenderedPronoun {
  readonly span: Span;
  readonly gender: Gender;
}

export interface Descriptions {
  readonly people: readonly Description[];
  readonly pronouns: readonly GenderedPronoun[];
}

const remembered = new WeakMap<BlockFacts, Descriptions>();
const MAX_MODIFIERS = 4;
const DEFINITE = new Set(['the', 'this', 'that']);
const INDEFINITE = new Set(['a', 'an', 'another', 'one']);

const PRONOUN_GENDER: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ['he', 'male'],
  ['him', 'male'],
  ['his', 'male'],
  ['himself', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['hers', 'female'],
  ['herself', 'female'],
]);

/** The gender a pronoun tells, undefined for other words. */
export function pronounGender(lower: string): Gender | undefined {
  return PRONOUN_GENDER.get(lower);
}

const opensDescription = perWord(({ lower }) => DEFINITE.has(lower) || INDEFINITE.has(lower));
const genderShown = perWord(({ lower }) => PRONOUN_GENDER.get(lower) ?? null);

/** The descriptions of single people and the gendered pronouns of a block, in text order. Never throws. */
export function findDescriptions(facts: BlockFacts): Descriptions {
  const known = remembered.get(facts);
  if (known) return known;
  const people: Description[] = [];
  const pronouns: GenderedPronoun[] = [];
  const { tokens } = facts;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (opensDescription(token)) {
      const description = describe(tokens, i);
      if (description) people.push(description);
      continue;
    }
    const gender = genderShown(token);
    if (gender) pronouns.push({ span: { start: token.start, end: token.end }, gender });
  }
  const found = { people, pronouns };
  remembered.set(facts, found);
  return found;
}

/** The description that begins with the article at token `i`, unless a name follows that it only introduces. */
function describe(tokens: readonly Token[], i: number): Description | null {
  let k = i + 1;
  while (k < tokens.length && k - i <= MAX_MODIFIERS && isModifier(tokens[k]!) && !endsHere(tokens, k)) k++;
  const noun = tokens[k];
  const role = noun && roleNamed(noun);
  if (!role || role.plural || !endsHere(tokens, k)) return null;
  const next = tokens[k + 1];
  if (next && hasCapital(next) && next.pos === 'PROPN') return null;
  const start = tokens[i]!;
  return {
    span: { start: start.start, end: noun.end },
    head: role.noun,
    modifiers: contentWords(tokens.slice(i + 1, k).map(plainLower)),
    indefinite: INDEFINITE.has(start.lower),
    beforeVerb:
      next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV' || opensAside(tokens, k + 1),
    predicate: isPredicate(tokens[i - 1]),
  };
}

function opensAside(tokens: readonly Token[], comma: number): boolean {
  const opening = tokens[comma + 1]?.lower;
  return tokens[comma]?.text === ',' && (opening === 'who' || opening === 'whose');
}

function isPredicate(before: Token | undefined): boolean {
  return before !== undefined && (before.pos === 'PUNCT' || PREDICATING.has(before.lemma));
}

const PREDICATING = new Set(['be', 'become', 'remain', 'as']);

function isModifier({ pos, text }: Token): boolean {
  return pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN' || pos === 'NUM' || text === '-';
}

/** Whether the noun phrase ends with this token: no further noun follows. */
function endsHere(tokens: readonly Token[], k: number): boolean {
  if (!roleNamed(tokens[k]!)) return false;
  const next = tokens[k + 1];
  return next === undefined || !(next.pos === 'NOUN' || next.text === '-');
}
