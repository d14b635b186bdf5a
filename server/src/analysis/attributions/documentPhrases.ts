/**
 * Sources named by an adverbial phrase, by rule: `According to the harbour board, …`, `…, according to the board`,
 * `As reported by the Courier, …`, `In a poll released Monday, …`, `By the newspaper's count, …`. Such a phrase leaves
 * no doubt who is given for its clause, whatever the tagger thinks.
 */
import { COUNTING_NOUNS, POLL_NOUNS } from '../../language/en/evidenceNouns.ts';
import type { Token } from '../tokens.ts';
import { CAPITALISED, Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb, isJoined } from './phrases.ts';
import type { Report } from './report.ts';

/** Words in the phrase at most: `a national poll of 1,004 likely voters released by the university on Monday`. */
const REACH = 20;
/** Words of a clause at most, so that a page without a full stop costs no more than others. */
const FARTHEST = 120;

/** The phrases at tokens that `taken` leaves free as cue or source, outside quotations. Linear but for the two bounds. */
export function findDocumentPhrases(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let i = 0; i < v.length - 2; i++) {
    if (taken[i] || v.quotation[i]! >= 0) continue;
    const opening = openingAt(tokens, i);
    if (!opening || taken[opening.cue.last]) continue;
    const phrase = phraseAt(tokens, v, opening, taken);
    if (phrase) found.push(phrase);
  }
  return found;
}

/** The first words of a phrase: where they begin and end, and the cue among them. */
interface Opening extends Stretch {
  readonly cue: Stretch;
}

function openingAt(tokens: readonly Token[], i: number): Opening | null {
  const next = tokens[i + 1]!.lower;
  const whole = (last: number): Opening => ({ first: i, last, cue: { first: i, last } });
  switch (tokens[i]!.lower) {
    case 'according':
      return next === 'to' ? whole(i + 1) : null;
    case 'as':
      if (next === 'per') return whole(i + 1);
      return REPORTED.has(next) && tokens[i + 2]!.lower === 'by'
        ? { first: i, last: i + 2, cue: { first: i + 1, last: i + 1 } }
        : null;
    case 'in':
    case 'by':
      return whole(i);
    default:
      return null;
  }
}

const REPORTED: ReadonlySet<string> = new Set(['reported', 'noted', 'estimated', 'calculated']);

function phraseAt(
  tokens: readonly Token[],
  v: BlockView,
  opening: Opening,
  taken: Uint8Array,
): Report | null {
  const { first, last, cue } = opening;
  const sentence = v.sentence[first]!;
  const start = firstWord(v, Math.max(v.sentenceFirst[sentence]!, first - FARTHEST));
  const end = lastWord(v, Math.min(v.sentenceLast[sentence]!, last + FARTHEST));
  const opens = first === start;
  const source = phraseAfter(tokens, v, last + 1, end, opens);
  if (!source || taken[source.first]) return null;
  if (first === last && !namesCount(tokens, v, opening, source, opens)) return null;
  const before = opens ? [] : clause(v, start, first - 1);
  const goesOn = standsBetween(v, before, source, end) || byFigure(tokens, v, source.last + 1);
  const after = opens || goesOn ? clause(v, source.last + 1, end) : [];
  const content = [...before, ...after.map((part) => withoutConnective(tokens, v, part))];
  const isClause = content.some((part) => hasVerb(v, part) || (opens && givesShare(tokens, v, part)));
  return isClause ? { cue, source: [source], content } : null;
}

/** `37 percent of tenants back Vale`: a share of people does something, whatever its verb was taken for. */
function givesShare(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= Math.min(first + LONGEST_BOUND, last - SHORTEST_REST); i++) {
    if (v.pos[i] === Pos.numeral) return SHARES.has(tokens[i + 1]!.lower);
  }
  return false;
}

/** Words behind the figure of a share at least: `percent back Osei`. */
const SHORTEST_REST = 3;
const SHARES: ReadonlySet<string> = new Set(['percent', 'per', '%', 'in']);

/**
 * `in` and `by` name a source only before what counts things or measures opinions: at the start of a sentence,
 * `, by one estimate`, or `in a poll` beside a figure (`in the polls` is where a candidate stands).
 */
function namesCount(
  tokens: readonly Token[],
  v: BlockView,
  cue: Stretch,
  source: Stretch,
  opens: boolean,
): boolean {
  const isPoll = tokens[cue.first]!.lower === 'in';
  if (!isAbout(tokens, v, source, isPoll ? POLL_NOUNS : COUNTING_NOUNS)) return false;
  if (!opens && endsInVerb(tokens, v, source)) return false;
  if (opens) return source.last > source.first;
  if (!INDEFINITE.has(tokens[source.first]!.lower)) {
    if (!isPoll || !isCertain(tokens, v, source)) return false;
  }
  if (!isPoll) return v.mark[cue.first - 1] === Mark.comma;
  const start = Math.max(v.sentenceFirst[v.sentence[cue.first]!]!, cue.first - FARTHEST);
  for (let i = cue.first - 1; i >= start; i--) if (v.pos[i] === Pos.numeral) return true;
  return byFigure(tokens, v, source.last + 1);
}

/** `13 percent in the survey approved`: the phrase is part of a subject; `in a poll released Monday` is not. */
function endsInVerb(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first + 1; i <= last; i++) {
    const isVerb = v.pos[i] === Pos.verb && v.shape[i] !== CAPITALISED;
    if (isVerb && !TAKEN.has(tokens[i]!.lower) && v.pos[i + 1] !== Pos.adposition) return true;
  }
  return false;
}

/** `trails in the Courier's average of polls | by nearly 9 points`: what is measured stands behind the phrase. */
function byFigure(tokens: readonly Token[], v: BlockView, by: number): boolean {
  if (tokens[by]?.lower !== 'by') return false;
  for (let i = by + 1; i <= by + LONGEST_BOUND; i++) if (v.pos[i] === Pos.numeral) return true;
  return false;
}

/** Words of `more than 9` at most, up to the figure. */
const LONGEST_BOUND = 3;

/** `the latest Harbour News poll`, `surveys taken in May`, `the survey`: which polls, not just `the polls`. */
function isCertain(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= last && v.pos[i] !== Pos.adposition; i++) {
    const { lower } = tokens[i]!;
    if (v.pos[i] === Pos.properNoun || RECENT.has(lower) || TAKEN.has(lower) || ONE_POLL.has(lower))
      return true;
  }
  return false;
}

const RECENT: ReadonlySet<string> = new Set(['latest', 'newest', 'recent', 'new']);
const TAKEN: ReadonlySet<string> = new Set(['taken', 'conducted', 'released', 'published']);

const ONE_POLL: ReadonlySet<string> = new Set(['poll', 'survey']);

const INDEFINITE: ReadonlySet<string> = new Set(['a', 'an', 'another', 'one']);

/** Whether one of the nouns stands in the phrase before any verb, preposition or mark; hyphens and slashes join. */
function isAbout(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
  nouns: ReadonlySet<string>,
): boolean {
  for (let i = first; i <= last && v.pos[i] !== Pos.adposition; i++) {
    if (nouns.has(tokens[i]!.lower)) return true;
    // `the Courier's average of recent polls`
    if (tokens[i]!.lower === 'average' && tokens[i + 1]?.lower === 'of')
      return isAbout(tokens, v, { first: i + 2, last }, nouns);
    // `a Des Moines Register poll`
    const isVerb = v.pos[i] === Pos.verb && v.shape[i] !== CAPITALISED;
    if (isVerb || (v.mark[i] !== Mark.none && !isJoined(tokens, i))) return false;
  }
  return false;
}

/**
 * The noun phrase from `from` to the comma that ends it, or to the end of the sentence. Behind a phrase that opens the
 * sentence there must be a comma, and an apposition (`Ana Vale, the mayor, `) belongs to it.
 */
function phraseAfter(
  tokens: readonly Token[],
  v: BlockView,
  from: number,
  end: number,
  opens: boolean,
): Stretch | null {
  if (from > end || v.mark[from] === Mark.comma) return null;
  if (v.mark[from + 1] === Mark.comma && v.pos[from] === Pos.pronoun) return { first: from, last: from };
  let last = commaAfter(tokens, v, from, end) - 1;
  for (let i = from + 1; i <= last; i++) if (byFigure(tokens, v, i)) last = i - 1;
  if (last < from || last - from >= REACH) return null;
  const next = commaAfter(tokens, v, last + 2, end);
  if (opens && last >= end) return null;
  const apposed = { first: last + 2, last: next - 1 };
  const word = tokens[apposed.first]?.lower ?? '';
  const describes = v.pos[apposed.first] === Pos.determiner || word === 'who' || TAKEN.has(word);
  const closes = next <= end || (!opens && TAKEN.has(word));
  if (closes && describes && next - from < REACH && !isFullClause(v, apposed)) last = next - 1;
  return { first: from, last };
}

/** `a social analytics tool` is an apposition, `the ferries sank` is not: a verb follows its nouns. */
function isFullClause(v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first + 1; i <= last; i++) {
    // `taken March 2-4`: a month is no verb
    const isVerb = v.pos[i] === Pos.verb && v.shape[i] !== CAPITALISED;
    if (isVerb || v.pos[i] === Pos.auxiliary) return v.pos[i - 1] !== Pos.pronoun;
  }
  return false;
}

/** The mark from `from` on that ends a phrase and is not within brackets; one behind `end` when there is none. */
function commaAfter(tokens: readonly Token[], v: BlockView, from: number, end: number): number {
  const depth = v.depth[from] ?? 0;
  for (let i = from; i <= end; i++) {
    if (v.depth[i]! > depth) continue;
    if (isBoundary(v.mark[i]!) && !isJoined(tokens, i)) return i;
    if (v.mark[i] === Mark.close && v.depth[i]! < depth) return i;
  }
  return end + 1;
}

/** Whether the clause goes on behind the phrase: `Since May, according to the board, ferries have run late.` */
function standsBetween(v: BlockView, before: readonly Stretch[], source: Stretch, end: number): boolean {
  return source.last < end && !before.some((part) => hasVerb(v, part));
}

/** The tokens from `first` to `last` without marks at their ends; empty when nothing is left. */
function clause(v: BlockView, first: number, last: number): Stretch[] {
  let from = first;
  let to = last;
  while (from <= to && isBoundary(v.mark[from]!)) from++;
  while (to >= from && (isBoundary(v.mark[to]!) || v.mark[to] === Mark.stop)) to--;
  return from <= to ? [{ first: from, last: to }] : [];
}

/** A mark between clauses. */
function isBoundary(mark: number): boolean {
  return mark === Mark.comma || mark === Mark.dash || mark === Mark.colon || mark === Mark.semicolon;
}

/** `In a poll, however, …`: the connective between commas is the writer's. */
function withoutConnective(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  const isApart =
    v.mark[first + 1] === Mark.comma && CONNECTIVES.has(tokens[first]!.lower) && first + 2 <= last;
  return { first: isApart ? first + 2 : first, last };
}

const CONNECTIVES: ReadonlySet<string> = new Set('however meanwhile though moreover too instead'.split(' '));

/** Past an opening bracket and a conjunction. */
function firstWord(v: BlockView, start: number): number {
  let i = start;
  while (
    i < v.length - 1 &&
    (v.mark[i] === Mark.open || v.mark[i] === Mark.other || v.pos[i] === Pos.conjunction)
  )
    i++;
  return i;
}

/** Before the stop that ends the sentence. */
function lastWord(v: BlockView, end: number): number {
  let i = end;
  while (i > 0 && (v.mark[i] === Mark.stop || v.mark[i] === Mark.question || v.mark[i] === Mark.close)) i--;
  return i;
}
