/**
 * Short clauses of reporting beside what they report, by rule: `The ferry was insured, records show.` · `The pumps,
 * records show, never ran.` · `They will sail again, he told reporters.` · `The pumps had failed, said Keane.` · `The leak
 * began at noon, Orr wrote in a memo, when a valve broke.`
 *
 * The taggers find most of them. One that stands alone between a comma and the end of a sentence is beyond doubt, also
 * where the taggers have its cue but another content or no source.
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { behindListener, canReport, canUtter, hasVerb, NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';

/** A lemma that is part of a cue in about one of four occurrences or more. */
const LIKELY_CUE = 4;
/** Words of the subject, and behind the verb, at most. */
const LONGEST_SUBJECT = 16;
const LONGEST_TAIL = 10;
/** Words of what is reported at most, so that a page without a full stop costs no more than others. */
const FARTHEST = 120;

/**
 * The clauses of reporting at tokens that `taken` leaves free, outside quotations. What they report may itself hold a
 * report: `The crews agreed to sail, the union announced.` Linear but for the bounds.
 */
export function findReportClauses(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let verb = 2; verb < v.length; verb++) {
    if (taken[verb] || v.quotation[verb]! >= 0 || !reports(tokens, v, verb)) continue;
    const clause = behindSubject(tokens, v, verb) ?? beforeSubject(tokens, v, verb);
    if (!clause || !isFree(taken, clause)) continue;
    found.push(clause);
    for (const { first, last } of [clause.cue, ...clause.source, ...clause.content])
      taken.fill(1, first, last + 1);
  }
  return found;
}

/** The report as such a clause puts it, when the taggers give it nobody, or the time for what was said. */
export function settleReportClause<T extends Report>(tokens: readonly Token[], v: BlockView, report: T): T {
  const { cue, source, content } = report;
  // `explains over` supper
  const hasPlace =
    cue.last > cue.first &&
    PLACING.has(tokens[cue.last]!.lower) &&
    v.pos[cue.last - 1] === Pos.verb &&
    canUtter(tokens[cue.last - 1]!);
  const verb = hasPlace ? cue.last - 1 : cue.last;
  if (!(canReport(tokens[verb]!) || canUtter(tokens[verb]!)) || tokens[verb]!.lower.endsWith('ing'))
    return report;
  if (content.some((part) => v.quotation[part.first]! >= 0)) return report;
  const isBehind = content.every((part) => part.first > verb);
  const clause =
    source.length > 0 || isBehind
      ? (around(v, verb) ?? (isBehind ? inTheMidst(tokens, v, verb, content) : null))
      : (behindSubject(tokens, v, verb) ?? beforeSubject(tokens, v, verb));
  return clause && clause.cue.first >= cue.first - 2 ? { ...report, ...clause } : report;
}

/** Prepositions of where something is said; not those of what is said: `boasts of`, `called for`. */
const PLACING: ReadonlySet<string> = new Set(['over', 'in', 'at', 'from', 'during']);

/** A finite verb of reporting, also one that was taken for a noun: `records show`. */
function reports(tokens: readonly Token[], v: BlockView, i: number): boolean {
  const { lemma, lower } = tokens[i]!;
  const isVerb =
    v.pos[i] === Pos.verb ||
    (v.pos[i] === Pos.noun && (lower !== lemma || tokens[i - 1]!.lower.endsWith('s')));
  if (!isVerb || v.cueRate[i]! < LIKELY_CUE || lower.endsWith('ing')) return false;
  return canReport(tokens[i]!);
}

/** `…, records show.` and `…, records show, …` */
function behindSubject(tokens: readonly Token[], v: BlockView, verb: number): Report | null {
  const { start, end } = sentenceOf(v, verb);
  let first = verb;
  while (isVerbGroup(v.pos[first - 1]!) && first > start) first--;
  const source = subjectBetweenCommas(v, first - 1, start);
  if (!source) return null;
  const before = { first: start, last: source.first - 2 };
  const cue = { first, last: verb };
  if (!isClause(tokens, v, before)) return around(v, verb);
  if (v.mark[verb + 1] === Mark.comma) {
    if (tokens[verb]!.lemma === 'tell') return null;
    const after = { first: verb + 2, last: end };
    const goesOn = after.first <= after.last && tokens[after.first]!.lower !== 'and';
    return { cue, source: [source], content: goesOn ? [before, after] : [before] };
  }
  if (endsAfter(tokens, v, verb, end)) return { cue, source: [source], content: [before] };
  return inTheMidst(tokens, v, verb, []);
}

/**
 * `The leak began at noon, Orr wrote in a memo, when a valve broke.`: a clause, the report with listener, time and place,
 * and what of the content the taggers found behind it, if that is no clause itself.
 */
function inTheMidst(
  tokens: readonly Token[],
  v: BlockView,
  verb: number,
  content: readonly Stretch[],
): Report | null {
  const { start, end } = sentenceOf(v, verb);
  let first = verb;
  while (isVerbGroup(v.pos[first - 1]!) && first > start) first--;
  const source = subjectBetweenCommas(v, first - 1, start);
  const before = { first: start, last: (source?.first ?? 0) - 2 };
  if (!source || !isClause(tokens, v, before)) return null;
  const tail = tokens[verb]!.lemma === 'tell' ? behindListener(tokens, v, verb) : verb + 1;
  let comma = tail;
  while (comma < end && comma - tail <= LONGEST_TAIL && v.mark[comma] === Mark.none && !isVerb(v, comma))
    comma++;
  const isTail = comma > verb + 1 && (tail > verb + 1 || v.pos[tail] === Pos.adposition);
  const closes = v.mark[comma] === Mark.comma || v.mark[comma] === Mark.semicolon;
  if (!isTail || !closes) return null;
  const rest = content.find((part) => part.first > comma);
  const opens =
    v.mark[comma] === Mark.comma &&
    (rest?.first === comma + 1 || SUBORDINATORS.has(tokens[comma + 1]!.lower));
  // What stands behind the verb is where it was said, or the rest of the clause before.
  if (content.some((part) => part !== rest && hasVerb(v, part))) return null;
  return {
    cue: { first, last: verb },
    source: [source],
    content: opens ? [before, { first: comma + 1, last: end }] : [before],
  };
}

function isVerb({ pos }: BlockView, i: number): boolean {
  return pos[i] === Pos.verb || pos[i] === Pos.auxiliary;
}

/** `The study, its authors noted at the time, relied on …`: a subject, the clause with time and place, a predicate. */
function around(v: BlockView, verb: number): Report | null {
  const { start, end } = sentenceOf(v, verb);
  let first = verb;
  while (isVerbGroup(v.pos[first - 1]!) && first > start) first--;
  const source = subjectBetweenCommas(v, first - 1, start);
  const before = { first: start, last: (source?.first ?? 0) - 2 };
  if (!source || before.last < start || hasVerb(v, before) || !SUBJECT.has(v.pos[start]!)) return null;
  let comma = verb + 1;
  while (
    comma < end &&
    comma - verb <= LONGEST_TAIL &&
    v.mark[comma] === Mark.none &&
    v.pos[comma] !== Pos.verb
  )
    comma++;
  const after = { first: comma + 1, last: end };
  const opensTail =
    comma === verb + 1 || v.pos[verb + 1] === Pos.adposition || v.pos[verb + 1] === Pos.adverb;
  const predicate = v.pos[after.first] === Pos.adverb ? v.pos[after.first + 1] : v.pos[after.first];
  if (v.mark[comma] !== Mark.comma || !opensTail || (predicate !== Pos.verb && predicate !== Pos.auxiliary))
    return null;
  return { cue: { first, last: verb }, source: [source], content: [before, after] };
}

/** `…, said Keane.` and `…, said Keane, the mayor.` and `…, said two of the crew.` */
function beforeSubject(tokens: readonly Token[], v: BlockView, verb: number): Report | null {
  const { start, end } = sentenceOf(v, verb);
  if (v.mark[verb - 1] !== Mark.comma || tokens[verb]!.lemma === 'tell') return null;
  const before = { first: start, last: verb - 2 };
  const opening = v.pos[verb + 1];
  const said = tokens[verb]!.lower === 'said' && (opening === Pos.determiner || opening === Pos.numeral);
  const opensSubject = said || opening === Pos.properNoun || tokens[verb + 1]?.lower === 'the';
  if (!opensSubject || REFERRING.has(tokens[verb + 1]!.lower) || !isClause(tokens, v, before)) return null;
  let last = verb + 1;
  let relative = false;
  while (last < end && last - verb < LONGEST_SUBJECT && !endsSubject(tokens, v, last + 1)) {
    last++;
    relative ||= tokens[last]!.lower === 'who';
    if (v.pos[last] === Pos.verb && !relative) return null;
  }
  while (v.mark[last] === Mark.comma) last--;
  return { cue: { first: verb, last: verb }, source: [{ first: verb + 1, last }], content: [before] };
}

/** What a verb of saying is followed by when it goes on: `said that`, `said this`, `said no`. */
const REFERRING: ReadonlySet<string> = new Set(['that', 'this', 'no', 'what', 'which']);

/** A stop, a verb that is not in a relative clause, or a comma that goes on with the story. */
function endsSubject(tokens: readonly Token[], v: BlockView, i: number): boolean {
  if (
    v.mark[i] === Mark.stop ||
    v.mark[i] === Mark.dash ||
    v.mark[i] === Mark.semicolon ||
    v.mark[i] === Mark.colon
  )
    return true;
  if (v.quotation[i]! >= 0) return true;
  if (v.mark[i] !== Mark.comma) return false;
  const next = v.pos[i + 1]!;
  return !(
    next === Pos.determiner ||
    next === Pos.properNoun ||
    next === Pos.noun ||
    next === Pos.adjective ||
    tokens[i + 1]?.lower === 'who'
  );
}

/** The words between a comma and the verb at `last + 1`, when they can be its subject. */
function subjectBetweenCommas(v: BlockView, last: number, start: number): Stretch | null {
  let first = last + 1;
  while (first > start && last - first < LONGEST_SUBJECT && SUBJECT.has(v.pos[first - 1]!)) first--;
  if (first > last || v.mark[first - 1] !== Mark.comma) return null;
  return CANNOT_OPEN.has(v.pos[first]!) ? null : { first, last };
}

const SUBJECT: ReadonlySet<number> = new Set([...NOUN_PHRASE, Pos.pronoun, Pos.adposition, Pos.conjunction]);
const CANNOT_OPEN: ReadonlySet<number> = new Set([Pos.adposition, Pos.particle, Pos.conjunction]);

function isVerbGroup(p: number): boolean {
  return p === Pos.auxiliary || p === Pos.adverb;
}

/** Whether nothing but the listener, time or place stands between the verb and the end of the sentence. */
function endsAfter(tokens: readonly Token[], v: BlockView, verb: number, end: number): boolean {
  if (verb === end) return true;
  if (end - verb > LONGEST_TAIL) return false;
  const p = v.pos[verb + 1];
  if (tokens[verb]!.lemma !== 'tell' && p !== Pos.adposition && p !== Pos.adverb && !isDay(tokens[verb + 1]!))
    return false;
  for (let i = verb + 1; i <= end; i++) {
    if (
      v.pos[i] === Pos.verb ||
      v.pos[i] === Pos.auxiliary ||
      v.mark[i] !== Mark.none ||
      v.quotation[i]! >= 0
    )
      return false;
  }
  return true;
}

function isDay({ lower }: Token): boolean {
  return lower.endsWith('day');
}

/** A clause of its own: a verb in it, and no part of it that hangs on what follows. */
function isClause(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  if (last - first < 2) return false;
  let opening = true;
  for (let i = first; i <= last; i++) {
    if (opening && SUBORDINATORS.has(tokens[i]!.lower)) return false;
    opening =
      v.mark[i] === Mark.comma || (opening && (v.pos[i] === Pos.adverb || v.pos[i] === Pos.conjunction));
  }
  return hasVerb(v, { first, last });
}

const SUBORDINATORS: ReadonlySet<string> = new Set(
  'when if after before as while because although though since until once unless whenever asked'.split(' '),
);

function isFree(taken: Uint8Array, { cue, source }: Report): boolean {
  return [cue, ...source].every(({ first, last }) => taken.subarray(first, last + 1).every((t) => t === 0));
}

/** The sentence's first token, and its last before the stop. */
function sentenceOf(v: BlockView, i: number): { start: number; end: number } {
  const sentence = v.sentence[i]!;
  let end = Math.min(v.sentenceLast[sentence]!, i + FARTHEST);
  while (end > i && v.mark[end] !== Mark.none) end--;
  return { start: Math.max(v.sentenceFirst[sentence]!, i - FARTHEST), end };
}
