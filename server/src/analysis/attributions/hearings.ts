/**
 * What courts, juries and committees are told, by rule: `He had spent the money on cars, jurors were told.` · `Over two
 * years, the court heard, 212 invoices were paid.` · `The inquest heard that …`
 *
 * Who says it is seldom named; the hearing stands for them. The taggers know `hear` and `be told` as something that
 * happens to people, and take the court for part of what was said.
 */
import { HEARING_BODIES } from '../../language/en/organisationWords.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb, NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';

/** Words of the body's name, and behind the verb, at most: `the inquiry into the deaths at Marl House`, `on Tuesday`. */
const LONGEST_BODY = 12;
const LONGEST_TAIL = 6;
/** Words of what was heard at most, so that a page without a full stop costs no more than others. */
const FARTHEST = 120;

/** The report as grammar puts it when its cue is the verb of a hearing; any other report as it is. */
export function settleHearing<T extends Report>(tokens: readonly Token[], v: BlockView, report: T): T {
  const hearing = hearingAt(tokens, v, report.cue.last);
  return hearing ? { ...report, ...hearing } : report;
}

/** The hearings at tokens that `taken` leaves free, outside quotations. Linear but for the bounds. */
export function findHearings(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let verb = 1; verb < v.length; verb++) {
    if (taken[verb]) continue;
    const hearing = hearingAt(tokens, v, verb);
    if (!hearing) continue;
    const parts = [hearing.cue, ...hearing.source, ...hearing.content];
    // What was heard before the clause may itself hold a report: `The sergeant told friends that …, the court heard.`
    const isBehind = hearing.content.length === 1 && hearing.content[0]!.last < hearing.cue.first;
    const own = isBehind ? [hearing.cue, ...hearing.source] : parts;
    if (own.some(({ first, last }) => taken.subarray(first, last + 1).some((use) => use !== 0))) continue;
    found.push(hearing);
    for (const { first, last } of parts) taken.fill(1, first, last + 1);
  }
  return found;
}

function hearingAt(tokens: readonly Token[], v: BlockView, verb: number): Report | null {
  if (v.quotation[verb]! >= 0 || !isHeard(tokens, verb)) return null;
  const sentence = v.sentence[verb]!;
  const start = Math.max(v.sentenceFirst[sentence]!, verb - FARTHEST);
  let first = verb;
  while (first > start && isVerbGroup(v.pos[first - 1]!)) first--;
  const source = bodyBefore(tokens, v, first - 1, start);
  if (!source) return null;
  const cue = { first, last: verb };
  let end = Math.min(v.sentenceLast[sentence]!, verb + FARTHEST);
  while (end > verb && v.mark[end] === Mark.stop) end--;
  const before = { first: start, last: source.first - 2 };
  if (v.mark[source.first - 1] === Mark.comma && before.last > before.first) {
    const after = { first: verb + 2, last: end };
    if (v.mark[verb + 1] === Mark.comma && hasVerb(v, after))
      return { cue, source: [source], content: [before, after] };
    if (endsAfter(v, verb, end) && hasVerb(v, before)) return { cue, source: [source], content: [before] };
  }
  const behind = { first: verb + 1, last: end };
  if (behind.last <= behind.first || v.mark[behind.first] !== Mark.none || v.quotation[end]! >= 0)
    return null;
  const opening = tokens[behind.first]!;
  return CONJUNCTIONS.has(opening.lower) || (hasVerb(v, behind) && opensSubject(v.pos[behind.first]!))
    ? { cue, source: [source], content: [behind] }
    : null;
}

/** `heard`, and the passive of telling. */
function isHeard(tokens: readonly Token[], verb: number): boolean {
  const { lower } = tokens[verb]!;
  if (lower === 'heard') return !isPassive(tokens, verb);
  return lower === 'told' && isPassive(tokens, verb);
}

function isPassive(tokens: readonly Token[], verb: number): boolean {
  const before = tokens[verb - 1];
  return before?.lemma === 'be' || (before?.lower === 'also' && tokens[verb - 2]?.lemma === 'be');
}

function isVerbGroup(pos: number): boolean {
  return pos === Pos.auxiliary || pos === Pos.adverb;
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(['that', 'how', 'why']);

/** Not the `of`, `about` and `from` of what is only named or of who speaks. */
function opensSubject(pos: number): boolean {
  return pos !== Pos.adposition && pos !== Pos.conjunction && pos !== Pos.verb;
}

/** The noun phrase that ends at `last`, prepositional phrases and all, when its head hears evidence and it opens a clause. */
function bodyBefore(tokens: readonly Token[], v: BlockView, last: number, start: number): Stretch | null {
  let first = last + 1;
  let head = -1;
  while (first > start && last - first < LONGEST_BODY && isNominal(v, first - 1)) {
    first--;
    if (v.pos[first] === Pos.adposition) head = -1;
    else if (head < 0 && HEARING_BODIES.has(tokens[first]!.lower)) head = first;
  }
  if (head < 0) return null;
  const opens = first === start || v.mark[first - 1] === Mark.comma || v.pos[first - 1] === Pos.conjunction;
  return opens && v.pos[first] !== Pos.adposition ? { first, last } : null;
}

function isNominal(v: BlockView, i: number): boolean {
  return (NOUN_PHRASE.has(v.pos[i]!) || v.pos[i] === Pos.adposition) && v.mark[i] === Mark.none;
}

/** Whether the sentence ends behind the verb, or after the time and place of the hearing. */
function endsAfter(v: BlockView, verb: number, end: number): boolean {
  if (end - verb > LONGEST_TAIL) return false;
  for (let i = verb + 1; i <= end; i++) {
    if (v.pos[i] === Pos.verb || v.pos[i] === Pos.auxiliary || v.mark[i] !== Mark.none) return false;
  }
  return true;
}
