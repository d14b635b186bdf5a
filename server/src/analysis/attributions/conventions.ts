/**
 * What belongs to source, cue and content by convention, where the taggers waver. A cue is the words that report; when,
 * where, how and besides what else it was said belongs to none of the three.
 */
import { CUE_CLASSES_BY_LEMMA } from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { canUtter, hasVerb } from './phrases.ts';
import type { Report } from './report.ts';

/** Adverbs that join a report to the text before it. */
const JOINING = new Set(['also', 'earlier', 'later', 'then']);

/**
 * - `also confirmed` before a that-clause is `confirmed`;
 * - `said in a statement` behind its content is `said`;
 * - what is expressed belongs to the content: `expressed` + `doubts about the plan`;
 * - a content does not hold the circumstances of saying it: `… while speaking to reporters`, `he asked in a harsh voice`;
 * - nor does a source: `Anna, in a statement,` `Kitty fretfully`, `Anna, and here they fell silent`;
 * - `folded the letter and said` before a quotation is `said`;
 * - `said when asked about the roof` beside a quotation is `said`.
 */
export function applyConventions<T extends Report>(
  tokens: readonly Token[],
  v: BlockView,
  attribution: T,
): T {
  const answer = withoutQuestion(tokens, attribution);
  const content = withoutManner(tokens, v, answer);
  const cue = lastOfTwo(tokens, v, bareCue(tokens, answer), content);
  const next = content.findIndex(({ first }) => first > cue.last);
  const handed = expressed(tokens, cue, content[next]);
  return {
    ...attribution,
    cue: handed?.cue ?? cue,
    source: attribution.source.map((stretch) =>
      withoutOccasion(tokens, v, withoutNextClause(tokens, v, stretch)),
    ),
    content: content
      .map((stretch, k) => (k === next && handed ? handed.content : stretch))
      .map((stretch) => withoutCircumstance(tokens, stretch)),
  };
}

function bareCue(tokens: readonly Token[], { cue, content }: Report): Stretch {
  let { first, last } = cue;
  const thatClause = content.some((part) => part.first === last + 1 && tokens[part.first]!.lower === 'that');
  if (thatClause && first < last && JOINING.has(tokens[first]!.lower)) first++;
  const behind = content.length > 0 && content.every((part) => part.last < first);
  if (behind && last - first >= 3 && wordsAt(tokens, last - 2, last) === 'in a statement') last -= 3;
  return { first, last };
}

function expressed(
  tokens: readonly Token[],
  cue: Stretch,
  content: Stretch | undefined,
): { cue: Stretch; content: Stretch } | null {
  if (content?.first !== cue.last + 1) return null;
  for (let verb = cue.first; verb < cue.last; verb++) {
    if (tokens[verb]!.lemma !== 'express') continue;
    const first = JOINING.has(tokens[cue.first]!.lower) ? cue.first + 1 : cue.first;
    return { cue: { first, last: verb }, content: { first: verb + 1, last: content.last } };
  }
  return null;
}

function withoutCircumstance(tokens: readonly Token[], { first, last }: Stretch): Stretch {
  for (let i = first + 1; i < last; i++) {
    if (tokens[i]!.lower !== 'while' || !tokens[i + 1]!.lower.endsWith('ing')) continue;
    if (CUE_CLASSES_BY_LEMMA.get(tokens[i + 1]!.lemma)?.includes('discuss')) return { first, last: i - 1 };
  }
  return { first, last };
}

/**
 * `“Go,” he asked in a harsh voice.`: beside whole quotations a phrase behind the cue, without a verb, tells how it was
 * said.
 */
function withoutManner(
  tokens: readonly Token[],
  v: BlockView,
  { cue, source, content }: Report,
): readonly Stretch[] {
  if (!content.some((part) => v.quotation[part.first]! >= 0 && v.quotation[part.last]! >= 0)) return content;
  const clauseEnd = Math.max(cue.last, ...source.map(({ last }) => last));
  return content.filter(
    (part) =>
      part.first <= clauseEnd ||
      v.sentence[part.first] !== v.sentence[cue.first] ||
      v.quotation[part.first]! >= 0 ||
      v.quotation[part.last]! >= 0 ||
      (!MANNER.has(tokens[part.first - 1]!.lower) && !MANNER.has(tokens[part.first]!.lower)) ||
      hasVerb(v, part),
  );
}

const MANNER: ReadonlySet<string> = new Set(['with', 'in']);

/** Words that say when something was said, and the participles that say it was an answer. */
const AT_A_QUESTION: ReadonlySet<string> = new Set(['when', 'after', 'if']);
const ASKING: ReadonlySet<string> = new Set(['asked', 'pressed', 'questioned', 'quizzed']);

/** `“No,” he said when asked about the roof.`: the question is neither part of the cue nor of what was said. */
function withoutQuestion(tokens: readonly Token[], report: Report): Report {
  const { cue, content } = report;
  const said = content.filter((part) => part.last < cue.first);
  if (said.length === 0) return report;
  const last = content.reduce((end, part) => Math.max(end, part.first), cue.last);
  for (let i = cue.first + 1; i <= Math.min(last, cue.last + 1); i++) {
    const asked = tokens[i + 1]?.lower === 'being' ? i + 2 : i + 1;
    if (!AT_A_QUESTION.has(tokens[i]!.lower) || !ASKING.has(tokens[asked]?.lower ?? '')) continue;
    return { ...report, cue: { first: cue.first, last: i - 1 }, content: said };
  }
  return report;
}

/** Two acts under one cue, of which only the last can have spoken the quotation behind it. */
function lastOfTwo(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
  content: readonly Stretch[],
): Stretch {
  const speaks = content.some((part) => part.first > last && v.quotation[part.first]! >= 0);
  if (!speaks || !canUtter(tokens[last]!)) return { first, last };
  for (let i = last - 1; i > first; i--) {
    if (v.pos[i] === Pos.conjunction) return { first: i + 1, last };
    if (v.pos[i] !== Pos.adverb && v.pos[i] !== Pos.auxiliary) break;
  }
  return { first, last };
}

/** `said Anna, and here the talk stopped`: the clause behind the comma is the story's. */
function withoutNextClause(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  for (let i = first + 1; i < last - 1; i++) {
    if (v.mark[i] === Mark.semicolon) return { first, last: i - 1 };
    if (v.mark[i] !== Mark.comma || !NEXT_CLAUSE.has(tokens[i + 1]!.lower)) continue;
    const rest = tokens.slice(i + 2, last + 1);
    if (hasVerb(v, { first: i + 2, last }) && !rest.some(({ lower }) => RELATIVE.has(lower)))
      return { first, last: i - 1 };
  }
  return { first, last };
}

const NEXT_CLAUSE: ReadonlySet<string> = new Set(['and', 'but', 'while', 'as', 'when', 'for']);
const RELATIVE: ReadonlySet<string> = new Set(['who', 'whose', 'whom', 'which', 'that']);

/** What stands behind the name in a source and tells the occasion: an adverb, `, in a statement,`, `on Monday`. */
function withoutOccasion(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  let end = last;
  while (end > first && v.mark[end] === Mark.comma) end--;
  if (v.pos[end] === Pos.adverb && v.pos[end - 1] === Pos.properNoun && tokens[end]!.lower.endsWith('ly'))
    return { first, last: end - 1 };
  if (tokens[end - 1]?.lower === 'at' && end - 1 > first && AT_TIMES.has(tokens[end]!.lower))
    return { first, last: end - 2 };
  for (let i = Math.max(first + 1, end - OCCASION); i < end; i++) {
    if (hasVerb(v, { first, last: i })) return { first, last };
    const isOccasion =
      (tokens[i]!.lower === 'in' && OCCASIONS.has(tokens[end]!.lower)) ||
      (tokens[i]!.lower === 'on' && i === end - 1 && tokens[end]!.lower.endsWith('day'));
    if (!isOccasion) continue;
    return { first, last: v.mark[i - 1] === Mark.comma && i - 2 >= first && end < last ? i - 2 : i - 1 };
  }
  return { first, last };
}

/** `said Keane at last`, `at length`. */
const AT_TIMES: ReadonlySet<string> = new Set(['last', 'length', 'once', 'first']);

/** Words of the phrase that tells the occasion, at most: `in a short telephone interview`. */
const OCCASION = 5;

const OCCASIONS: ReadonlySet<string> = new Set(
  'statement interview speech tweet email letter post release dissent filing memo'.split(' '),
);

function wordsAt(tokens: readonly Token[], first: number, last: number): string {
  return tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');
}
