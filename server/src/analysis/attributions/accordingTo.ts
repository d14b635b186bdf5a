/**
 * `according to` tells more than most cues: who is given stands behind it, and ends where the clause goes on. The taggers
 * sometimes take the subject of the clause for the source, or let the source run on into the clause.
 */
import { singularRole } from '../../language/en/roles.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb } from './phrases.ts';
import type { Report } from './report.ts';

/** Words of a name in apposition at most: `the finance director, Mark Ebdon, …`. */
const LONGEST_NAME = 5;
const GOING_ON: ReadonlySet<string> = new Set(['and', 'but', 'while', 'though', 'although', 'as', 'because']);

/**
 * The report with its source where grammar puts it; any other report as it is; null where the taggers' source does not
 * stand behind the cue, so that the rules may find it (`documentPhrases.ts`).
 */
export function settleAccordingTo(tokens: readonly Token[], v: BlockView, report: Report): Report | null {
  const { cue, source } = report;
  if (tokens[cue.first]!.lower !== 'according' || tokens[cue.first + 1]?.lower !== 'to') return report;
  const given = source[0];
  if (cue.last !== cue.first + 1 || given?.first !== cue.last + 1) return null;
  if (opensClause(tokens, cue) && report.content.every(({ last }) => last < cue.first)) return null;
  const last = endOf(tokens, v, given);
  if (last < given.last) return handingOver(v, report, { first: given.first, last });
  return withApposedName(tokens, v, report, given);
}

/** `Few noticed: According to the board, …`: what stands before the capital is another clause. */
function opensClause(tokens: readonly Token[], { first }: Stretch): boolean {
  return tokens[first]!.text.startsWith('A');
}

/** Where the source ends: behind a pronoun, before a comma and a number, before a comma and another clause. */
function endOf(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): number {
  if (v.pos[first] === Pos.pronoun && PERSONAL.has(tokens[first]!.lower)) return first;
  for (let i = first + 1; i < last; i++) {
    if (v.mark[i] !== Mark.comma || v.depth[i]! > v.depth[first]!) continue;
    const goesOn =
      GOING_ON.has(tokens[i + 1]!.lower) && !listsAnother(v, { first, last: i - 1 }, { first: i + 2, last });
    if (v.pos[i + 1] === Pos.numeral || goesOn) return i - 1;
  }
  return last;
}

/** `the board, and the union`: two who say so; `the board, and the index has …` goes on with another clause. */
function listsAnother(v: BlockView, before: Stretch, after: Stretch): boolean {
  for (let i = before.first; i <= before.last; i++) if (v.mark[i] === Mark.comma) return true;
  return v.pos[after.first] === Pos.properNoun && v.pos[before.last] === Pos.properNoun;
}

const PERSONAL: ReadonlySet<string> = new Set(['him', 'her', 'them', 'it', 'me', 'us', 'you']);

/** The report with the shorter source; what is left of it opens the content that follows. */
function handingOver(v: BlockView, report: Report, source: Stretch): Report {
  const { last } = report.source[0]!;
  const from = v.mark[source.last + 1] === Mark.comma ? source.last + 2 : source.last + 1;
  const k = report.content.findIndex(({ first }) => first > last && first <= last + 2);
  const opens = v.sentenceFirst[v.sentence[report.cue.first]!]! >= report.cue.first - 1;
  if (k < 0 || !opens) return { ...report, source: [source] };
  const content = report.content.map((part, i) => (i === k ? { first: from, last: part.last } : part));
  return { ...report, source: [source], content };
}

/** `According to the finance director, Mark Ebdon, the roof leaks.`: the name belongs to the source. */
function withApposedName(tokens: readonly Token[], v: BlockView, report: Report, given: Stretch): Report {
  const comma = v.mark[given.last] === Mark.comma ? given.last : given.last + 1;
  const noun = tokens[comma - 1]?.lower ?? '';
  if (v.mark[comma] !== Mark.comma || !singularRole(noun)) return report;
  let end = comma + 1;
  while (end < v.length && end - comma <= LONGEST_NAME && v.pos[end] === Pos.properNoun) end++;
  if (end === comma + 1 || v.mark[end] !== Mark.comma) return report;
  const k = report.content.findIndex(({ first, last }) => first === comma + 1 && last > end + 1);
  const rest = { first: end + 1, last: report.content[k]?.last ?? end };
  if (k < 0 || !hasVerb(v, rest)) return report;
  const content = report.content.map((part, i) => (i === k ? rest : part));
  return { ...report, source: [{ first: given.first, last: end }], content };
}
