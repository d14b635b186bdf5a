/** Sources that grammar gives to a cue for which the taggers found none. */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { DAYS, isJoined, NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';
import { widerSubjectBefore } from './widerSubjects.ts';

/**
 * The source and contents of a cue for which the taggers found no source: the subject that it shares with the clause
 * before it or with the one that it leans on, or its own. Without one the source stays empty.
 */
export function withSubject(
  tokens: readonly Token[],
  v: BlockView,
  report: Report,
  before: readonly Report[],
): Pick<Report, 'source' | 'content'> {
  const { cue } = report;
  if (isImpression(tokens, cue)) return { source: [], content: report.content };
  const swallowed = swallowedSubject(tokens, v, report);
  if (swallowed) return swallowed;
  const content = isParticiple(tokens, v, cue) ? withoutMainClause(v, report) : report.content;
  const shared = sharedSource(tokens, v, { ...report, content }, before);
  if (shared.length > 0) return { source: shared, content };
  const subject = isParticiple(tokens, v, cue)
    ? (leanedOn(v, report) ?? absolute(tokens, v, cue))
    : ownSubject(tokens, v, cue);
  return { source: subject ? [subject] : [], content };
}

/**
 * `Analysts polled by the bank had expected $794 million`: the words from the start of the sentence to the verb are no part
 * of what they expected, but its subject with a participle.
 */
function swallowedSubject(
  tokens: readonly Token[],
  v: BlockView,
  { cue, content }: Report,
): Pick<Report, 'source' | 'content'> | null {
  const [before, ...behind] = content;
  if (before === undefined || behind.length === 0 || before.last !== cue.first - 1) return null;
  if (before.first !== v.sentenceFirst[v.sentence[cue.first]!] || !isActive(tokens, v, cue)) return null;
  if (behind[0]!.first <= cue.last || !NOMINAL.has(v.pos[before.first]!)) return null;
  let participles = 0;
  for (let i = before.first; i <= before.last; i++) {
    if (isHyphen(tokens, v, i)) continue;
    if (v.mark[i] !== Mark.none || v.pos[i] === Pos.auxiliary) return null;
    if (v.pos[i] !== Pos.verb || isHyphen(tokens, v, i - 1)) continue;
    const isReduced = /(?:ed|wn|en)$/.test(tokens[i]!.lower) && NOMINAL.has(v.pos[i - 1] ?? Pos.verb);
    if (!isReduced || ++participles > 1) return null;
  }
  return { source: [before], content: behind };
}

/** The hyphen of `Oslo-based`. */
function isHyphen(tokens: readonly Token[], v: BlockView, i: number): boolean {
  return v.mark[i] === Mark.dash && isJoined(tokens, i);
}

/** `The roof seems safe` is nobody's report: what seems so is not who says it. */
function isImpression(tokens: readonly Token[], { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (IMPRESSIONS.has(tokens[i]!.lemma)) return true;
  return false;
}

const IMPRESSIONS: ReadonlySet<string> = new Set(['seem', 'appear', 'look', 'sound']);

function isParticiple(tokens: readonly Token[], v: BlockView, { first }: Stretch): boolean {
  return v.pos[first] === Pos.verb && tokens[first]!.lower.endsWith('ing');
}

/** `She sold the boats, saying they leaked`: what stands before the comma is no part of what she said. */
function withoutMainClause({ mark, quotation }: BlockView, { cue, content }: Report): readonly Stretch[] {
  if (mark[cue.first - 1] !== Mark.comma) return content;
  const behind = content.filter(({ first, last }) => first > cue.last || quotation[last]! >= 0);
  return behind.some(({ first }) => first > cue.last) ? behind : content;
}

/** Words before a participle that opens its sentence: `In`, `Even after`. */
const LEAD = 2;

/** `Conceding that the bridge would be late, Vale asked for money.` */
function leanedOn(v: BlockView, { cue, content }: Report): Stretch | null {
  const sentence = v.sentence[cue.first]!;
  const start = v.sentenceFirst[sentence]!;
  const end = content.at(-1)?.last ?? cue.last;
  if (cue.first - start > LEAD || v.mark[end + 1] !== Mark.comma) return null;
  for (let i = start; i < cue.first; i++) if (NOMINAL.has(v.pos[i]!)) return null;
  const subject = subjectAt(v, end + 2, v.sentenceLast[sentence]!);
  return subject && v.pos[subject.last] !== Pos.determiner ? subject : null;
}

/** `with a new survey finding that most want the tunnel`. */
function absolute(tokens: readonly Token[], v: BlockView, { first }: Stretch): Stretch | null {
  const subject = subjectBefore(v, first - 1, v.sentenceFirst[v.sentence[first]!]!);
  return subject && tokens[subject.first - 1]?.lower === 'with' ? subject : null;
}

/** The subject right before a finite verb, or the one that opens the sentence with an aside behind it. */
function ownSubject(tokens: readonly Token[], v: BlockView, cue: Stretch): Stretch | null {
  if (!isActive(tokens, v, cue) && !isTakenForNoun(tokens, v, cue)) return null;
  const start = v.sentenceFirst[v.sentence[cue.first]!]!;
  // `the maker of the robot, today announced …`
  const before = DAYS.has(tokens[cue.first - 1]?.lower ?? '') ? cue.first - 2 : cue.first - 1;
  if (before > start && v.mark[before] === Mark.comma) return subjectBeforeAside(tokens, v, start, before);
  const subject = subjectBefore(v, cue.first - 1, start);
  if (subject && (subject.first === start || opensClause(v, subject.first - 1))) return subject;
  return widerSubjectBefore(tokens, v, cue.first, start)?.whole ?? null;
}

function opensClause(v: BlockView, i: number): boolean {
  return v.mark[i] === Mark.comma || v.pos[i] === Pos.conjunction || v.pos[i] === Pos.subordinator;
}

/**
 * `The board, in a change of course, has said …`: the words before the first comma. A relative clause or an apposition
 * belongs to the source: `Osei, who grew up here, has denied …`.
 */
function subjectBeforeAside(
  tokens: readonly Token[],
  v: BlockView,
  start: number,
  comma: number,
): Stretch | null {
  const first = v.pos[start] === Pos.conjunction ? start + 1 : start;
  let end = first;
  while (end < comma && NOMINAL.has(v.pos[end]!)) end++;
  if (end === first || end >= comma || v.mark[end] !== Mark.comma) return null;
  const next = tokens[end + 1]!;
  const describes = v.pos[end + 1] === Pos.determiner || DESCRIBING.has(next.lower);
  return { first, last: describes ? comma - 1 : end - 1 };
}

/** `Osei, who …`, `the note, by Ana Vale,` */
const DESCRIBING: ReadonlySet<string> = new Set(['who', 'whose', 'by']);

/**
 * A finite cue that is joined to the clause before it and has no subject of its own takes the subject of that clause:
 * `Osei praised the crew but did not say when the ferry would sail.` · `Council slams builder, says roof is unsafe`.
 * Passive cues keep their empty source.
 */
function sharedSource(
  tokens: readonly Token[],
  v: BlockView,
  { cue, content }: Report,
  before: readonly Report[],
): readonly Stretch[] {
  const joint = cue.first - 1;
  const start = v.sentenceFirst[v.sentence[cue.first]!]!;
  if (joint <= start || !joins(v, joint) || !isActive(tokens, v, cue)) return [];
  if (content.some(({ first }) => first < cue.first)) return [];
  for (let k = before.length - 1; k >= 0 && before[k]!.cue.first >= start; k--) {
    const { source } = before[k]!;
    if (source.length === 1 && source[0]!.last < before[k]!.cue.first) return source;
  }
  const subject =
    subjectAt(v, start, joint) ??
    namedBefore(v, start, joint) ??
    subjectBehindComma(v, start, joint) ??
    subjectOfPredicate(v, start, joint, content);
  if (!subject) return [];
  if (!PRICES.has(tokens[subject.last]!.lower)) return [subject];
  const occasion = behindOccasion(tokens, joint, start);
  const nearer = occasion > start ? subjectAt(v, occasion, joint) : null;
  return nearer ? [nearer] : [];
}

/** `The Courier, citing an aide, reported …`: nothing but a name before the participle's comma. */
function namedBefore(v: BlockView, start: number, joint: number): Stretch | null {
  if (v.mark[joint] !== Mark.comma || v.pos[joint - 1] !== Pos.properNoun) return null;
  for (let i = start; i < joint; i++) if (!NOMINAL.has(v.pos[i]!)) return null;
  return { first: start, last: joint - 1 };
}

/** `Asked why, a spokesman pointed at the post and said …` */
function subjectBehindComma(v: BlockView, start: number, joint: number): Stretch | null {
  if (v.pos[joint] !== Pos.conjunction || v.pos[start] !== Pos.verb) return null;
  let comma = joint - 1;
  while (comma > start && v.mark[comma] !== Mark.comma) comma--;
  return comma > start ? subjectAt(v, comma + 1, joint) : null;
}

/** `At this Anna looked up and said, “…”`: behind an adverbial the subject of the first verb. */
function subjectOfPredicate(
  v: BlockView,
  start: number,
  joint: number,
  content: readonly Stretch[],
): Stretch | null {
  if (v.pos[joint] !== Pos.conjunction || !content.every(({ first }) => v.quotation[first]! >= 0))
    return null;
  let verb = start;
  while (verb < joint && v.pos[verb] !== Pos.verb && v.pos[verb] !== Pos.auxiliary) verb++;
  const subject = verb < joint ? subjectBefore(v, verb - 1, start) : null;
  if (!subject || v.pos[subject.first - 1] !== Pos.adposition) return subject;
  // `At this | Anna`
  const isName = v.pos[subject.first] === Pos.determiner && v.pos[subject.first + 1] === Pos.properNoun;
  return isName && subject.first < subject.last ? { first: subject.first + 1, last: subject.last } : null;
}

/** What falls and rises does not speak: `Shares fell after the maker cut its forecast, citing weak demand`. */
const PRICES: ReadonlySet<string> = new Set(
  'share shares stock stocks bond bonds future futures price prices sales profit profits'.split(' '),
);

/** Where the clause behind the last `after` or `when` begins. */
function behindOccasion(tokens: readonly Token[], joint: number, start: number): number {
  for (let i = joint - 1; i > start; i--) if (OCCASIONS.has(tokens[i]!.lower)) return i + 1;
  return start;
}

const OCCASIONS: ReadonlySet<string> = new Set(['after', 'when', 'as', 'once']);

function joins(v: BlockView, i: number): boolean {
  return v.mark[i] === Mark.comma || v.pos[i] === Pos.conjunction;
}

/** A verb group without a form of `be`; a participle in `-ing` has its subject in the clause it leans on, too. */
function isActive(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  const start = v.pos[first]!;
  if (start !== Pos.verb && start !== Pos.auxiliary && start !== Pos.adverb) return false;
  for (let i = first; i <= last; i++) if (tokens[i]!.lemma === 'be') return false;
  return true;
}

/** `claims` and `reports` behind an aside, which the tagger of parts of speech takes for nouns. */
function isTakenForNoun(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  const isPlural = first === last && v.pos[first] === Pos.noun && tokens[first]!.lower.endsWith('s');
  return isPlural && v.cueClass[first] !== 0 && v.mark[first - 1] === Mark.comma;
}

const NOMINAL: ReadonlySet<number> = new Set([...NOUN_PHRASE, Pos.pronoun]);

/**
 * The noun phrase at the start of a sentence, when a verb follows it. In headlines the tagger of parts of speech takes
 * verbs for nouns (`Council slams builder`): a word that may report something counts as the verb.
 */
function subjectAt(v: BlockView, start: number, limit: number): Stretch | null {
  let end = start;
  while (end < limit && NOMINAL.has(v.pos[end]!) && (end === start || v.cueClass[end] === 0)) end++;
  const followed =
    v.cueClass[end] !== 0 ||
    v.pos[end] === Pos.verb ||
    v.pos[end] === Pos.auxiliary ||
    v.pos[end] === Pos.adverb;
  return end > start && end < limit && followed ? { first: start, last: end - 1 } : null;
}

/** The subject that ends before a verb, over adverbs and auxiliaries, back to the start of its phrase. */
export function subjectBefore(v: BlockView, before: number, start: number): Stretch | null {
  let last = before;
  while (
    last >= start &&
    (v.pos[last] === Pos.adverb || v.pos[last] === Pos.auxiliary || v.pos[last] === Pos.particle)
  )
    last--;
  if (last < start) return null;
  if (v.pos[last] === Pos.pronoun) {
    // `the man behind me`
    const head = v.pos[last - 1] === Pos.adposition ? subjectBefore(v, last - 2, start) : null;
    return head ? { first: head.first, last } : { first: last, last };
  }
  if (v.pos[last] !== Pos.noun && v.pos[last] !== Pos.properNoun) return null;
  let first = last;
  for (let i = last - 1; i >= start; i--) {
    const p = v.pos[i]!;
    if (
      p !== Pos.noun &&
      p !== Pos.properNoun &&
      p !== Pos.determiner &&
      p !== Pos.adjective &&
      p !== Pos.particle &&
      p !== Pos.numeral &&
      !isOfName(v, i)
    )
      break;
    first = i;
  }
  return { first, last };
}

/** The `of` of `the Ministry of Defence`. */
function isOfName({ pos }: BlockView, i: number): boolean {
  return pos[i] === Pos.adposition && pos[i - 1] === Pos.properNoun && pos[i + 1] === Pos.properNoun;
}
