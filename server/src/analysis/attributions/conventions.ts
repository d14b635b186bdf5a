/**
 * What belongs to source, cue and content by convention, where the taggers waver. A cue is the words that report; when,
 * where, how and besides what else it was said belongs to none of the three.
 */
import { CUE_CLASSES_BY_LEMMA } from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { canUtter, hasVerb, OPENS_SUBJECT } from './phrases.ts';
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
 * - `said when asked about the roof` beside a quotation is `said`, and so is `wrote in a note to | clients`;
 * - when it was said belongs to the cue: `said | last month it would close`;
 * - what is denied belongs to the content: `denies | secret talks on | the island`;
 * - a title is nothing that was said: `“I asked him,” she wrote in her memoir, | “The Night Sky”`.
 */
export function applyConventions<T extends Report>(
  tokens: readonly Token[],
  v: BlockView,
  attribution: T,
): T {
  const answer = withoutQuestion(tokens, attribution);
  const said = withoutTitles(tokens, v, withoutManner(tokens, v, answer));
  const open = withoutOpenPhrase(v, answer, said);
  const cue = lastOfTwo(tokens, v, bareCue(tokens, { ...answer, cue: open }), said);
  const next = said.findIndex(({ first }) => first > cue.last);
  const handed =
    expressed(tokens, cue, said[next]) ??
    denied(tokens, v, cue, said[next]) ??
    dated(tokens, v, cue, said[next]);
  const content = said;
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

/** `denies secret talks on the island`: the verb alone is the cue. */
function denied(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
  content: Stretch | undefined,
): { cue: Stretch; content: Stretch } | null {
  if (content?.first !== last + 1 || v.pos[last] !== Pos.adposition || v.pos[last - 1] !== Pos.noun)
    return null;
  let verb = first;
  while (verb < last && v.pos[verb] !== Pos.verb && v.pos[verb] !== Pos.noun) verb++;
  return DENYING.has(tokens[verb]!.lemma) && verb < last - 1
    ? { cue: { first, last: verb }, content: { first: verb + 1, last: content.last } }
    : null;
}

const DENYING: ReadonlySet<string> = new Set(['deny', 'denies', 'confirm', 'announce', 'report']);

/** `said last month it would close`, `said on Monday the gate leaked`: a clause behind the time. */
function dated(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
  content: Stretch | undefined,
): { cue: Stretch; content: Stretch } | null {
  if (content?.first !== last + 1 || !canUtter(tokens[last]!) || v.quotation[content.first]! >= 0)
    return null;
  const isPeriod = WHICH.has(tokens[last + 1]!.lower) && PERIODS.has(tokens[last + 2]?.lower ?? '');
  const subject = last + 3;
  const opens = isPeriod && subject < content.last && OPENS_SUBJECT.has(v.pos[subject]!);
  return opens && hasVerb(v, { first: subject + 1, last: content.last })
    ? { cue: { first, last: last + 2 }, content: { first: subject, last: content.last } }
    : null;
}

const WHICH: ReadonlySet<string> = new Set(['last', 'this', 'earlier']);
const PERIODS: ReadonlySet<string> = new Set(
  'week month year night spring summer autumn fall winter'.split(' '),
);

/** The cue without the phrase of which the listener was taken for what was said: `wrote in a note to | clients`. */
function withoutOpenPhrase(v: BlockView, { cue, content }: Report, said: readonly Stretch[]): Stretch {
  const isOpen = content.some((part) => part.first === cue.last + 1 && !said.includes(part));
  if (!isOpen || v.pos[cue.last] !== Pos.adposition) return cue;
  let last = cue.last;
  for (let i = cue.last; i > cue.first; i--) if (v.pos[i] === Pos.adposition) last = i - 1;
  return { first: cue.first, last };
}

/** Without the quotation behind `her memoir,` where others were said. */
function withoutTitles(
  tokens: readonly Token[],
  v: BlockView,
  content: readonly Stretch[],
): readonly Stretch[] {
  const isTitle = ({ first, last }: Stretch): boolean =>
    v.quotation[first]! >= 0 &&
    v.quotation[first] === v.quotation[last] &&
    last - first <= LONGEST_TITLE &&
    TITLED.has(tokens[v.mark[first - 1] === Mark.comma ? first - 2 : first - 1]?.lower ?? '');
  const said = content.filter((part) => !isTitle(part));
  return said.some(({ first }) => v.quotation[first]! >= 0) ? said : content;
}

const LONGEST_TITLE = 12;
const TITLED: ReadonlySet<string> = new Set(
  'memoir autobiography book novel essay article song album poem column paper film documentary'.split(' '),
);

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
  if (tokens[cue.last - 1]?.lower === 'referring' && v.quotation[content.at(0)?.first ?? 0]! < 0)
    return content.filter((part) => v.quotation[part.first]! < 0);
  const clauseEnd = Math.max(cue.last, ...source.map(({ last }) => last));
  return content.filter(
    (part) =>
      part.first <= clauseEnd ||
      v.sentence[part.first] !== v.sentence[cue.first] ||
      v.quotation[part.first]! >= 0 ||
      v.quotation[part.last]! >= 0 ||
      (!isAnonymity(tokens, part) &&
        !isListener(tokens, v, part) &&
        ((!MANNER.has(tokens[part.first - 1]!.lower) && !MANNER.has(tokens[part.first]!.lower)) ||
          hasVerb(v, part))),
  );
}

const MANNER: ReadonlySet<string> = new Set(['with', 'in']);

/** The `clients` of `wrote in a note to clients`; not what somebody was `referring to`. */
function isListener(tokens: readonly Token[], v: BlockView, part: Stretch): boolean {
  const to = part.first - 1;
  return tokens[to]!.lower === 'to' && v.pos[to - 1] === Pos.noun && !hasVerb(v, part);
}

/** `“It was half done,” the official said, requesting not to be named.` */
function isAnonymity(tokens: readonly Token[], { first, last }: Stretch): boolean {
  const words = tokens.slice(first, last + 1).map(({ lower }) => lower);
  return REQUESTING.test(words[0] ?? '') && words.some((word) => ANONYMOUS.test(word));
}

const REQUESTING = /^(?:requesting|asking|speaking|seeking|declining)$/;
const ANONYMOUS = /^(?:named|identified|anonymity|anonymously|name)$/;

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
