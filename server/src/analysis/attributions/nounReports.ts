/**
 * Reports by a noun, by rule: `despite warnings from the agency that the site could flood` · `the union's claim that 40
 * jobs would go`. A noun of saying, who says it and a that-clause leave no doubt.
 */
import { REPORT_NOUNS } from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb, NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';

/** Words of who says it, and of what is said, at most. */
const LONGEST_SOURCE = 12;
const LONGEST_CONTENT = 80;
const GIVING: ReadonlySet<string> = new Set(['from', 'by', 'of']);

/** The reports whose words `taken` leaves free, outside quotations. Linear but for the two bounds. */
export function findNounReports(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let noun = 0; noun < v.length - 3; noun++) {
    if (taken[noun] || v.pos[noun] !== Pos.noun || !REPORT_NOUNS.has(tokens[noun]!.lemma)) continue;
    const said = giverBehind(tokens, v, noun) ?? ownerBefore(tokens, v, noun);
    const content = said && thatClause(v, said.that, taken);
    if (!content || taken.subarray(said.source.first, content.first).some((use) => use !== 0)) continue;
    found.push({ cue: { first: noun, last: said.cueEnd }, source: [said.source], content: [content] });
    taken.fill(1, said.source.first, content.last + 1);
  }
  return found;
}

interface Said {
  readonly source: Stretch;
  readonly cueEnd: number;
  /** Where the that-clause begins. */
  readonly that: number;
}

/** `warnings from the agency that …` */
function giverBehind(tokens: readonly Token[], v: BlockView, noun: number): Said | null {
  if (!GIVING.has(tokens[noun + 1]!.lower)) return null;
  const first = noun + 2;
  let that = first;
  while (that < v.length && that - first <= LONGEST_SOURCE && isNominal(v, that) && !isThat(tokens, that))
    that++;
  if (that === first || !isThat(tokens, that) || v.sentence[that] !== v.sentence[noun]) return null;
  return { source: { first, last: that - 1 }, cueEnd: noun + 1, that };
}

/** `the union's claim that …`, `their promise that …` */
function ownerBefore(tokens: readonly Token[], v: BlockView, noun: number): Said | null {
  if (!isThat(tokens, noun + 1)) return null;
  const last = noun - 1;
  if (last < 1 || !/^['’]s?$/.test(tokens[last]!.lower)) return null;
  let first = last;
  while (
    first > 0 &&
    last - first < LONGEST_SOURCE &&
    NOUN_PHRASE.has(v.pos[first - 1]!) &&
    v.mark[first - 1] === Mark.none
  )
    first--;
  return first < last ? { source: { first, last }, cueEnd: noun, that: noun + 1 } : null;
}

function isThat(tokens: readonly Token[], i: number): boolean {
  return tokens[i]?.lower === 'that';
}

function isNominal(v: BlockView, i: number): boolean {
  return (NOUN_PHRASE.has(v.pos[i]!) || v.pos[i] === Pos.adposition) && v.mark[i] === Mark.none;
}

/** To the comma that ends a lead-in, or the end of the sentence. */
function thatClause(v: BlockView, that: number, taken: Uint8Array): Stretch | null {
  const sentence = v.sentence[that]!;
  const end = Math.min(v.sentenceLast[sentence]!, that + LONGEST_CONTENT);
  let last = that;
  while (last < end && !taken[last + 1] && !isEnd(v, last + 1)) last++;
  const isRelative = v.pos[that + 1] === Pos.verb || v.pos[that + 1] === Pos.auxiliary;
  return !isRelative && last > that + 1 && hasVerb(v, { first: that + 2, last })
    ? { first: that, last }
    : null;
}

function isEnd(v: BlockView, i: number): boolean {
  const mark = v.mark[i]!;
  const inside = v.quotation[i]! >= 0;
  return (
    !inside && (mark === Mark.comma || mark === Mark.stop || mark === Mark.semicolon || mark === Mark.colon)
  );
}
