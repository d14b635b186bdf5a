/**
 * What polls, studies and records show, by rule: `A survey last week showed Vale in third place.` · `The first
 * estimates put the damage at £3m.` A source of evidence as the subject and a verb of showing leave no doubt; nor does
 * whoever puts something at a figure.
 */
import {
  CONCLUDING_VERBS,
  EVIDENCE_NOUNS,
  EVIDENCE_VERBS,
  MEASURING_VERBS,
} from '../../language/en/evidenceNouns.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';
import { widerSubjectBefore } from './widerSubjects.ts';

const LONGEST_CONTENT = 80;

/** The reports of evidence whose words `taken` leaves free, outside quotations. Linear but for the two bounds. */
export function findEvidenceSubjects(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let verb = 1; verb < v.length - 2; verb++) {
    if (taken[verb] || v.quotation[verb]! >= 0) continue;
    const { lower } = tokens[verb]!;
    const concludes = CONCLUDING_VERBS.has(lower) && v.pos[verb] === Pos.verb;
    const shows = concludes || EVIDENCE_VERBS.has(lower);
    if (!shows && !MEASURING_VERBS.has(lower)) continue;
    const source = putsAtFigure(tokens, v, verb)
      ? subjectOf(tokens, v, verb)
      : evidenceBefore(tokens, v, verb);
    const content = source && contentBehind(tokens, v, verb, taken);
    if (!content || taken.subarray(source.first, verb).some((use) => use !== 0)) continue;
    if (!shows && !measures(tokens[verb]!, v, content)) continue;
    found.push({ cue: { first: verb, last: verb }, source: [source], content: [content] });
    taken.fill(1, source.first, content.last + 1);
  }
  return found;
}

/** The subject of the verb, also where `had last month put` parts them. */
function subjectOf(tokens: readonly Token[], v: BlockView, verb: number): Stretch | null {
  const start = v.sentenceFirst[v.sentence[verb]!]!;
  const wider = widerSubjectBefore(tokens, v, groupOf(v, verb), start);
  if (wider) return wider.whole;
  const subject = subjectBefore(v, verb - 1, start);
  const isTime = subject !== null && PERIODS.has(tokens[subject.last]!.lower);
  return isTime ? subjectBefore(v, subject.first - 1, start) : subject;
}

const PERIODS: ReadonlySet<string> = new Set(['week', 'month', 'year', 'quarter', 'today', 'yesterday']);

/** `Osei puts the damage at £3m`, `put it at no more than 40`: whoever does that gives a figure. */
function putsAtFigure(tokens: readonly Token[], v: BlockView, verb: number): boolean {
  if (tokens[verb]!.lemma !== 'put') return false;
  for (let i = verb + 2; i < Math.min(v.length - 1, verb + FARTHEST_AT); i++) {
    if (v.mark[i] !== Mark.none || v.sentence[i] !== v.sentence[verb]) return false;
    if (tokens[i]!.lower !== 'at') continue;
    for (let k = i + 1; k < Math.min(v.length, i + LONGEST_BOUND); k++) {
      if (v.pos[k] === Pos.numeral || /^[$£€]/.test(tokens[k]!.text)) return true;
      if (v.pos[k] === Pos.noun || v.pos[k] === Pos.properNoun) return false;
    }
    return false;
  }
  return false;
}

/** Words between `puts` and `at`, and between `at` and the figure, at most. */
const FARTHEST_AT = 10;
const LONGEST_BOUND = 6;

/** The subject of the verb, when its nouns before any preposition or participle name evidence. */
function evidenceBefore(tokens: readonly Token[], v: BlockView, verb: number): Stretch | null {
  const subject = widerSubjectBefore(tokens, v, groupOf(v, verb), v.sentenceFirst[v.sentence[verb]!]!);
  if (!subject) return null;
  // `the race in the polls showed`: evidence behind a preposition is not the subject
  const { first, last } = subject.phrase;
  for (let i = first; i <= last && v.pos[i] !== Pos.adposition && v.pos[i] !== Pos.verb; i++)
    if (EVIDENCE_NOUNS.has(tokens[i]!.lower)) return subject.whole;
  return null;
}

/** The first of the auxiliaries and adverbs before the verb. */
function groupOf(v: BlockView, verb: number): number {
  let first = verb;
  while (first > 0 && (v.pos[first - 1] === Pos.auxiliary || v.pos[first - 1] === Pos.adverb)) first--;
  return first;
}

/** What follows the verb, to the end of the sentence without its full stop. */
function contentBehind(
  tokens: readonly Token[],
  v: BlockView,
  verb: number,
  taken: Uint8Array,
): Stretch | null {
  const sentence = v.sentence[verb]!;
  const end = Math.min(v.sentenceLast[sentence]!, verb + LONGEST_CONTENT);
  const first = verb + 1;
  let last = first;
  while (
    last < end &&
    !taken[last + 1] &&
    v.mark[last + 1] !== Mark.stop &&
    v.mark[last + 1] !== Mark.semicolon
  )
    last++;
  while (last > first && v.mark[last] !== Mark.none && v.mark[last] !== Mark.close) last--;
  return taken[first] || v.mark[first] !== Mark.none || last < first + 2 || tokens[first]!.lower === 'to'
    ? null
    : { first, last };
}

/** `has Vale at 40 percent`, but not `has 3 pages on the ferry`: a name is what is measured. */
function measures({ lemma }: Token, v: BlockView, { first, last }: Stretch): boolean {
  if (lemma === 'have' && v.pos[first] !== Pos.properNoun && v.pos[first] !== Pos.pronoun) return false;
  for (let i = first; i <= last; i++) if (v.pos[i] === Pos.numeral) return true;
  return false;
}
