/** What follows a name between commas or in brackets: `Keane, the head of the board,`, `(CEPR)`, `Hale, 43,`. */
import type { Span } from '../../../text/span.ts';
import { singularRole } from '../../../language/en/roles.ts';
import { NAME_SUFFIXES } from '../../../language/en/titles.ts';
import type { Token } from '../../tokens.ts';
import { perWord } from '../../words.ts';
import { contentWords } from '../roleWords.ts';
import { hasCapital, isAcronymic, plainLower, roleNamed } from '../wordForms.ts';
import type { BlockTokens } from './blockTokens.ts';
import type { RolePhrase } from './namePhrase.ts';
import { isOrganisationNoun } from './nameWord.ts';

export interface Apposition {
  /** Its last token; that of the name when it does not belong to the name's span. */
  readonly last: number;
  /** What it shows the bearer to be. */
  readonly bearer: 'person' | 'organisation' | null;
  readonly role: RolePhrase | null;
  readonly acronym: Span | null;
}

const RELATIVES = new Set(['who', 'whose', 'which']);
/** `“Parsons, Mother.”` speaks to the mother. */
const KIN_IN_ADDRESS = new Set(
  'mother father mum mom mamma dad uncle aunt sister brother nurse son'.split(' '),
);
/** `(D-Ohio)` */
const PARTIES = new Map([
  ['D', 'democrat'],
  ['R', 'republican'],
  ['I', 'independent'],
]);
const MAX_APPOSITION_TOKENS = 25;
const MAX_BRACKET_TOKENS = 8;

/** `SAN` behind a name, in capitals. */
const isPostNominalLetters = perWord(
  ({ text, lower }) => text.length > 1 && text === text.toUpperCase() && NAME_SUFFIXES.has(lower),
);
const isShortNumber = perWord(({ text }) => /^\d{1,3}$/.test(text));

/** The apposition that begins at token `i`, directly after a name. */
export function appositionAt(block: BlockTokens, i: number): Apposition | null {
  const token = block.tokens[i];
  if (!token || block.opensSentence(i)) return null;
  if (token.text === '(') return bracketAt(block, i);
  return token.text === ',' ? afterComma(block, i) : null;
}

function bracketAt({ tokens }: BlockTokens, i: number): Apposition | null {
  let close = i + 1;
  while (close < tokens.length && close - i < MAX_BRACKET_TOKENS && tokens[close]!.text !== ')') close++;
  if (tokens[close]?.text !== ')') return null;
  const bracket: Apposition = { last: close, bearer: null, role: null, acronym: null };
  const first = tokens[i + 1]!;
  if (close === i + 2 && isAcronymic(first)) {
    return { ...bracket, acronym: { start: first.start, end: first.end } };
  }
  const party = PARTIES.get(first.text);
  if (party === undefined) return bracket;
  const span = { start: first.start, end: tokens[close - 1]!.end };
  return { ...bracket, bearer: 'person', role: { span, head: party, words: [party] } };
}

function afterComma(block: BlockTokens, comma: number): Apposition | null {
  const first = comma + 1;
  const token = block.tokens[first];
  if (!token) return null;
  if (isPostNominalLetters(token)) return personUpTo(first);
  if (token.lower === 'who' || token.lower === 'whose' || isAge(block, first)) return personUpTo(comma - 1);
  return opensApposition(token) ? phraseAt(block, first) : null;
}

function personUpTo(last: number): Apposition {
  return { last, bearer: 'person', role: null, acronym: null };
}

function isAge(block: BlockTokens, i: number): boolean {
  const token = block.tokens[i]!;
  return isShortNumber(token) && (block.tokens[i + 1]?.text === '.' || phraseEnd(block, i) === i + 1);
}

function opensApposition(token: Token): boolean {
  const { pos, lower } = token;
  return (
    pos === 'DET' ||
    pos === 'PRON' ||
    pos === 'ADJ' ||
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    lower === 'former' ||
    lower === 'one' ||
    roleNamed(token) !== null
  );
}

/** The noun phrase that begins at token `first`: a role, or what kind of body it is. */
function phraseAt(block: BlockTokens, first: number): Apposition | null {
  const next = block.tokens[first]!;
  const last = phraseEnd(block, first) - 1;
  const inside = block.tokens.slice(first, last + 1);
  const end = inside.findIndex(({ lower, pos }) => RELATIVES.has(lower) || pos === 'VERB' || pos === 'AUX');
  const phrase = withoutOwner(end < 0 ? inside : inside.slice(0, end));
  // `Mr. Brandt, the commissioner says …`: a clause, spoken to him.
  if (end === phrase.length && end > 0 && isFinite(inside[end]!)) return null;
  const alone = phrase.every(({ pos }, k) => k === 0 || pos === 'PUNCT');
  if (alone && hasCapital(next) && KIN_IN_ADDRESS.has(next.lower)) return null;
  const headAt = roleHead(phrase);
  if (headAt < 0) return isBody(phrase) ? { last, bearer: 'organisation', role: null, acronym: null } : null;
  const from = phrase[0]!.pos === 'DET' ? 1 : 0;
  const role: RolePhrase = {
    span: { start: phrase[Math.min(from, phrase.length - 1)]!.start, end: phrase.at(-1)!.end },
    head: roleNamed(phrase[headAt]!)!.noun,
    words: contentWords(phrase.map(plainLower)),
  };
  return { last, bearer: 'person', role, acronym: null };
}

/** The comma, or the end of the sentence or its first stretch, that closes an apposition. */
function phraseEnd(block: BlockTokens, first: number): number {
  const { tokens } = block;
  const limit = Math.min(tokens.length, first + MAX_APPOSITION_TOKENS);
  for (let k = first + 1; k < limit; k++) {
    const { text } = tokens[k]!;
    if (text === ',' || text === ';' || text === '—' || text === '–' || block.isQuoteMark(k)) return k;
    if (block.opensSentence(k)) return tokens[k - 1]!.text === '.' ? k - 1 : k;
  }
  return limit;
}

/** `the Colonel's niece` is a niece. */
function withoutOwner(phrase: readonly Token[]): readonly Token[] {
  const owner = phrase.findIndex(({ text }) => text === "'s" || text === '’s');
  const held = phrase[owner - 1];
  return owner > 0 && hasCapital(held!) && roleNamed(held!) ? phrase.slice(owner + 1) : phrase;
}

/** A verb that a noun phrase cannot hold: `says`, `has`; not `accused`, `working`. */
function isFinite({ pos, lower }: Token): boolean {
  return pos === 'AUX' || (pos === 'VERB' && !/(?:ed|ing|en|wn|lt|ught)$/.test(lower));
}

/** Index of the noun that names the role at the head of an apposition, or -1: `commander` of `the commander of the fleet`. */
function roleHead(phrase: readonly Token[]): number {
  for (let k = 0; k < phrase.length; k++) {
    const { pos, text } = phrase[k]!;
    if (pos === 'ADP' || (pos === 'CCONJ' && k > 0 && text === 'and')) return -1;
    const role = roleNamed(phrase[k]!);
    if (!role || role.plural) continue;
    const next = phrase[k + 1];
    if (next?.pos === 'NOUN' && roleNamed(next)) continue;
    return k;
  }
  return -1;
}

/** `a maker of brakes`, `a carmaker`: what makes things is a body. */
function isMaker({ lower, text }: Token): boolean {
  return lower === text && lower.endsWith('maker') && singularRole(lower) === undefined;
}

/** `an industry group whose members …`, `the company behind the ferry`: its first noun phrase is a body. */
function isBody(phrase: readonly Token[]): boolean {
  const { pos, lower } = phrase[0] ?? { pos: '', lower: '' };
  if (pos !== 'DET' || lower === 'no') return false;
  const end = phrase.findIndex((token) => token.pos === 'ADP');
  const head = phrase[(end < 0 ? phrase.length : end) - 1];
  return head !== undefined && (isOrganisationNoun(head) || isMaker(head));
}
