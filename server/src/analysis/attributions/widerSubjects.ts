/**
 * A subject with all that belongs to it: `the chamber of commerce`, `figures released by the ministry on Friday`,
 * `Harbour Pollster, which averages all polls,`.
 */
import type { Token } from '../tokens.ts';
import { CAPITALISED, Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { isJoined, OPENS_SUBJECT } from './phrases.ts';

/** Words of a phrase, and of an aside behind it, at most. */
const LONGEST_PHRASE = 16;
const LONGEST_ASIDE = 20;

export interface WiderSubject {
  /** The noun phrase, without an aside. */
  readonly phrase: Stretch;
  /** With the aside, without its last comma. */
  readonly whole: Stretch;
}

/**
 * The phrase that ends before `end`, back to the start of its clause; null where none begins there. Never throws; looks
 * at no more tokens than the two bounds.
 * @param end the verb, or the first word of its group
 * @param start the first token of the sentence
 */
export function widerSubjectBefore(
  tokens: readonly Token[],
  v: BlockView,
  end: number,
  start: number,
): WiderSubject | null {
  const aside = asideBefore(tokens, v, end, start);
  const last = (aside ?? end) - 1;
  let first = last + 1;
  const from = Math.max(start, first - LONGEST_PHRASE);
  while (first > from && isOfPhrase(tokens, v, first - 1)) first--;
  if (first > last || !isNoun(v, last)) return null;
  if (!OPENS_SUBJECT.has(v.pos[first]!) && v.pos[first] !== Pos.adjective) return null;
  const opens = first === start || v.mark[first - 1] === Mark.comma || v.pos[first - 1] === Pos.conjunction;
  if (!opens) return null;
  return { phrase: { first, last }, whole: { first, last: aside === null ? last : end - 2 } };
}

/** The first comma of `, which averages all polls,` or `, published on Friday,` right before `end`. */
function asideBefore(tokens: readonly Token[], v: BlockView, end: number, start: number): number | null {
  if (v.mark[end - 1] !== Mark.comma) return null;
  for (let i = end - 2; i > start && end - i <= LONGEST_ASIDE; i--) {
    if (v.quotation[i]! >= 0) return null;
    if (v.mark[i] !== Mark.comma) continue;
    const opening = tokens[i + 1]!.lower;
    return RELATIVE.has(opening) || isParticiple(v, i + 1, opening) ? i : null;
  }
  return null;
}

const RELATIVE: ReadonlySet<string> = new Set(['which', 'who', 'whose']);

function isOfPhrase(tokens: readonly Token[], v: BlockView, i: number): boolean {
  if (v.quotation[i]! >= 0) return false;
  if (v.mark[i] !== Mark.none) return isJoined(tokens, i);
  if (CLAUSE_OPENERS.has(tokens[i]!.lower)) return false;
  const p = v.pos[i]!;
  // the `Associated` of `the Associated Press count`
  const isName = v.shape[i] === CAPITALISED && v.pos[i + 1] === Pos.properNoun;
  if (p === Pos.verb && !isName)
    return isParticiple(v, i, tokens[i]!.lower) && isNoun(v, i - 1) && v.pos[i + 1] === Pos.adposition;
  return p !== Pos.auxiliary && p !== Pos.conjunction && p !== Pos.subordinator && p !== Pos.pronoun;
}

/** Words that open a clause of their own, also where they count as adverbs or prepositions. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'when where how why than after before while as because although though since until once if'.split(' '),
);

/** `released`, `taken`: what was done to the noun before it. */
function isParticiple(v: BlockView, i: number, lower: string): boolean {
  return v.pos[i] === Pos.verb && /(?:ed|wn|en)$/.test(lower);
}

function isNoun(v: BlockView, i: number): boolean {
  return v.pos[i] === Pos.noun || v.pos[i] === Pos.properNoun;
}
