/**
 * Who puts something at a figure, by rule, where what is counted stands before: `a rally that police put at 4,000` ·
 * `a crowd estimated by the stewards at 2,000 people`.
 */
import { MONTHS, WEEKDAYS } from '../../language/en/calendar.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';

const FIGURING: ReadonlySet<string> = new Set(['put', 'estimate', 'reckon', 'peg', 'count', 'number']);
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which']);

/** Words of what is counted, of who counts, of `at more than`, and of what the figure counts, at most. */
const LONGEST_COUNTED = 6;
const LONGEST_SOURCE = 8;
const LONGEST_BOUND = 4;
const LONGEST_UNIT = 4;

/** The reports of this form whose words `taken` leaves free, outside quotations. Linear but for the bounds. */
export function findFiguredAt(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let verb = 1; verb < v.length - 2; verb++) {
    if (taken[verb] || v.quotation[verb]! >= 0 || !FIGURING.has(tokens[verb]!.lemma)) continue;
    const report = byAgent(tokens, v, verb) ?? inRelativeClause(tokens, v, verb);
    if (!report) continue;
    const words = [report.cue, ...report.source, ...report.content];
    if (words.some(({ first, last }) => taken.subarray(first, last + 1).some((use) => use !== 0))) continue;
    found.push(report);
    for (const { first, last } of words) taken.fill(1, first, last + 1);
  }
  return found;
}

/** `a crowd estimated by the stewards at 2,000 people`, `a crowd estimated at 2,000 by the stewards` */
function byAgent(tokens: readonly Token[], v: BlockView, verb: number): Report | null {
  const before = agentAt(tokens, v, verb + 1);
  const figure = figureAt(tokens, v, (before?.last ?? verb) + 1);
  const source = before ?? (figure && agentAt(tokens, v, figure.last + 1));
  if (!figure || !source) return null;
  const counted = phraseBefore(v, v.pos[verb - 1] === Pos.auxiliary ? verb - 2 : verb - 1, verb);
  return {
    cue: { first: verb, last: verb },
    source: [source],
    content: counted ? [counted, figure] : [figure],
  };
}

/** Whoever stands behind `by` at token `by`. */
function agentAt(tokens: readonly Token[], v: BlockView, by: number): Stretch | null {
  if (tokens[by]?.lower !== 'by') return null;
  const first = by + 1;
  let last = by;
  while (last + 1 < v.length && last - by <= LONGEST_SOURCE && NOUN_PHRASE.has(v.pos[last + 1]!)) last++;
  const isName = v.pos[last] === Pos.noun || v.pos[last] === Pos.properNoun;
  const { lower } = tokens[first]!;
  const isTime = v.pos[first] === Pos.numeral || WEEKDAYS.has(lower) || MONTHS.has(lower);
  return last >= first && isName && !isTime ? { first, last } : null;
}

/** `a rally that police put at 4,000`, also without `that`. */
function inRelativeClause(tokens: readonly Token[], v: BlockView, verb: number): Report | null {
  const figure = figureAt(tokens, v, verb + 1);
  if (!figure) return null;
  const start = v.sentenceFirst[v.sentence[verb]!]!;
  const subject = subjectBefore(v, verb - 1, start);
  if (!subject) return null;
  // Where `that` was taken for an article, what is counted looks like a part of the subject.
  let that = subject.last - 1;
  while (that >= subject.first && !RELATIVES.has(tokens[that]!.lower)) that--;
  if (that <= start || !RELATIVES.has(tokens[that]!.lower)) return null;
  const counted = phraseBefore(v, v.mark[that - 1] === Mark.comma ? that - 2 : that - 1, verb);
  if (!counted) return null;
  const source = { first: that + 1, last: subject.last };
  return { cue: { first: verb, last: verb }, source: [source], content: [counted, figure] };
}

/** `at more than 3,000 people` from token `at` on, in the same sentence. */
function figureAt(tokens: readonly Token[], v: BlockView, at: number): Stretch | null {
  if (tokens[at]?.lower !== 'at') return null;
  for (let i = at + 1; i < v.length && i <= at + LONGEST_BOUND; i++) {
    if (v.sentence[i] !== v.sentence[at] || v.mark[i] === Mark.comma || v.pos[i] === Pos.noun) return null;
    if (v.pos[i] !== Pos.numeral) continue;
    if (!isLarge(tokens, i)) return null;
    let last = i;
    while (
      last + 1 < v.length &&
      last - i < LONGEST_UNIT &&
      (isUnit(v, last + 1) || isRange(tokens, v, last))
    )
      last++;
    return { first: at, last };
  }
  return null;
}

/** Not `the cups that he put at 3 corners`: money, a share, or three digits and more. */
function isLarge(tokens: readonly Token[], i: number): boolean {
  const behind = tokens[i + 1]?.lower ?? '';
  return (
    /\d[\d,.]+\d/.test(tokens[i]!.text) ||
    /[$£€]/.test(tokens[i]!.text + tokens[i - 1]!.text) ||
    LARGE.test(tokens[i]!.lower) ||
    LARGE.test(behind)
  );
}

const LARGE = /^(?:hundreds?|thousands?|millions?|billions?|trillions?|dozens?|percent|per|%)$/;

/** `3,000 | to 4,000` */
function isRange(tokens: readonly Token[], v: BlockView, last: number): boolean {
  return tokens[last + 1]!.lower === 'to' && v.pos[last + 2] === Pos.numeral;
}

function isUnit(v: BlockView, i: number): boolean {
  const p = v.pos[i];
  return v.mark[i] === Mark.none && (p === Pos.noun || p === Pos.numeral || p === Pos.adjective);
}

/** The noun phrase that ends at `last`, in the sentence of the verb. */
function phraseBefore(v: BlockView, last: number, verb: number): Stretch | null {
  let first = last + 1;
  while (
    first > 0 &&
    last - first < LONGEST_COUNTED &&
    v.sentence[first - 1] === v.sentence[verb] &&
    v.mark[first - 1] === Mark.none &&
    NOUN_PHRASE.has(v.pos[first - 1]!)
  ) {
    first--;
    if (v.pos[first] === Pos.determiner) break;
  }
  return first <= last ? { first, last } : null;
}
