/**
 * Contents that grammar does not let end where the tagger ends them: a clause needs a verb.
 *
 * - A that-clause cut off before its verb goes on: `found that | in the three largest districts, which …, ferries ran late`.
 * - Words without a verb in front of a parenthetical report go on behind it: `The pumps, Keane said, | had never run.`
 * - What somebody would do besides goes on: `said it would cut 350 jobs, | about one in twenty, and book a charge`.
 * - Words that are written together are not parted: `fallen by two|-thirds`.
 * - What compares a figure goes on with it: `Some 76,000 homes are dark, the grid says, | up from 52,000.`
 * - A list of figures is whole: `showed $200,000 for lists | , and $47,000 for advice`.
 * - A verb has its object: `The port received, according to one report, | $234 million.`
 */
import type { Token } from '../tokens.ts';
import { CAPITALISED, Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb } from './phrases.ts';

/** Words of a clause at most, so that a page without a full stop costs no more than others. */
const FARTHEST = 80;
/** Words of time and place behind a parenthetical cue at most: `said earlier in the hearing,` */
const CIRCUMSTANCE = 8;

/** The contents, completed to clauses where they can be. Never throws. */
export function completeClauses(
  tokens: readonly Token[],
  v: BlockView,
  cue: Stretch,
  source: readonly Stretch[],
  content: readonly Stretch[],
): readonly Stretch[] {
  const only = content.length === 1 ? content[0]! : null;
  if (!only || v.quotation[only.last]! >= 0) return content;
  if (isHeadOnly(tokens, v, cue, only)) return [thatClause(tokens, v, only)];
  if (hasVerb(v, only)) {
    const whole = withSecondVerb(tokens, v, cue, withoutCut(tokens, v, cue, only));
    if (whole.last > only.last) return [whole];
    if (only.first > cue.last) return [withNextFigure(tokens, v, only)];
    const compared = comparisonBehind(tokens, v, cue, source) ?? objectBehind(v, cue, source, only);
    return compared ? [only, compared] : content;
  }
  if (only.first > cue.last) {
    return [opensThatClause(tokens, v, only) ? thatClause(tokens, v, only) : withNextFigure(tokens, v, only)];
  }
  const rest = behindParenthesis(v, cue, source, only);
  return rest ? [only, rest] : content;
}

/** `clarified that | the cleaning bills |, which totalled $1,742, had been paid`: no finite verb before the aside. */
function isHeadOnly(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): boolean {
  if (part.first < cue.last || !opensThatClause(tokens, v, part) || v.mark[part.last + 1] !== Mark.comma)
    return false;
  if (!/^(?:which|who|whose)$/.test(tokens[part.last + 2]?.lower ?? '')) return false;
  for (let i = part.first; i <= part.last; i++) {
    if (v.pos[i] === Pos.auxiliary) return false;
    if (v.pos[i] === Pos.verb && !tokens[i]!.lower.endsWith('ing')) return false;
  }
  return true;
}

/** On to the end of the clause where the content ends in the midst of a word or figure. */
function withoutCut(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): Stretch {
  if (part.first < cue.last) return part;
  const mark = part.last + 1;
  const isCut =
    tokens[mark]?.start === tokens[part.last]!.end &&
    tokens[mark + 1]?.start === tokens[mark].end &&
    /^[-.,]$/.test(tokens[mark].text) &&
    /^[\p{L}\p{N}]/u.test(tokens[mark + 1]!.text);
  if (!isCut) return part;
  let last = mark + 1;
  const end = clauseEnd(v, part.last);
  while (last < end && v.mark[last + 1] === Mark.none && v.quotation[last + 1]! < 0) last++;
  return { first: part.first, last };
}

/** `would cut 350 jobs`, an apposition perhaps, `, and book a charge`: two verbs under one modal. */
function withSecondVerb(tokens: readonly Token[], v: BlockView, cue: Stretch, part: Stretch): Stretch {
  if (part.first < cue.last || v.mark[part.last + 1] !== Mark.comma) return part;
  let modal = part.first;
  while (modal <= part.last && !MODALS.has(tokens[modal]!.lower)) modal++;
  if (modal > part.last) return part;
  const end = clauseEnd(v, part.last);
  let and = part.last + 2;
  while (and < end && and - part.last <= CIRCUMSTANCE + 2 && tokens[and]!.lower !== 'and') {
    if (v.pos[and] === Pos.verb || v.pos[and] === Pos.auxiliary || v.quotation[and]! >= 0) return part;
    and++;
  }
  const verb = v.pos[and + 1] === Pos.adverb ? and + 2 : and + 1;
  const opens = v.mark[and - 1] === Mark.comma && tokens[and]?.lower === 'and' && verb < end;
  const isBare = opens && v.pos[verb] === Pos.verb && tokens[verb]!.lemma === tokens[verb]!.lower;
  return isBare ? { first: part.first, last: end } : part;
}

const MODALS: ReadonlySet<string> = new Set('would will could can may might should must'.split(' '));

/** The conjunction, not the pronoun of `that plan`. */
function opensThatClause(tokens: readonly Token[], v: BlockView, { first }: Stretch): boolean {
  if (tokens[first]!.lower !== 'that') return false;
  const opensSubject = v.pos[first + 1] === Pos.determiner;
  return opensSubject || (v.pos[first] !== Pos.determiner && v.pos[first] !== Pos.pronoun);
}

/** To the end of the sentence, unless what follows is a clause beside this one: `that plan, but the board voted`. */
function thatClause(tokens: readonly Token[], v: BlockView, part: Stretch): Stretch {
  const next = v.mark[part.last + 1] === Mark.comma ? part.last + 2 : part.last + 1;
  if (next >= v.length || v.pos[next] === Pos.conjunction || tokens[next]!.lower.endsWith('ing')) return part;
  const whole = { first: part.first, last: clauseEnd(v, part.last) };
  return hasVerb(v, whole) ? whole : part;
}

/** `, up from 52,000 an hour ago` behind a parenthetical report. */
function comparisonBehind(
  tokens: readonly Token[],
  v: BlockView,
  cue: Stretch,
  source: readonly Stretch[],
): Stretch | null {
  const clause = endOfClause(cue, source);
  const first = clause + 2;
  if (v.mark[clause + 1] !== Mark.comma || v.sentence[first] !== v.sentence[clause]) return null;
  const compares =
    /^(?:up|down)$/.test(tokens[first]!.lower) && /^(?:from|to)$/.test(tokens[first + 1]?.lower ?? '');
  return compares ? { first, last: clauseEnd(v, first) } : null;
}

/** `$200,000 for lists, and $47,000 for advice, as well as $1,000 for stamps`: figures in a row, and no verb among them. */
function withNextFigure(tokens: readonly Token[], v: BlockView, part: Stretch): Stretch {
  const and = part.last + 2;
  if (v.mark[part.last + 1] !== Mark.comma || !LISTING.has(tokens[and]?.lower ?? '')) return part;
  const rest = { first: and + 1, last: clauseEnd(v, part.last) };
  return rest.last > rest.first &&
    hasFigure(v, part) &&
    opensFigure(v, rest) &&
    !hasFiniteVerb(tokens, v, rest)
    ? { first: part.first, last: rest.last }
    : part;
}

/** The `leading` of `a leading firm` and the verbs in names are none. */
function hasFiniteVerb(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) {
    if (v.pos[i] === Pos.auxiliary) return true;
    if (v.pos[i] === Pos.verb && v.shape[i] !== CAPITALISED && !tokens[i]!.lower.endsWith('ing')) return true;
  }
  return false;
}

const LISTING: ReadonlySet<string> = new Set(['and', 'as', 'plus', 'or']);

function hasFigure(v: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (v.pos[i] === Pos.numeral) return true;
  return false;
}

function opensFigure(v: BlockView, { first }: Stretch): boolean {
  return hasFigure(v, { first, last: Math.min(first + 3, v.length - 1) });
}

/** The last token of the clause of reporting. */
function endOfClause(cue: Stretch, source: readonly Stretch[]): number {
  return Math.max(cue.last, ...source.map(({ last }) => last));
}

/** What follows `The port received, according to one report,` up to the end of the sentence. */
function objectBehind(
  v: BlockView,
  cue: Stretch,
  source: readonly Stretch[],
  before: Stretch,
): Stretch | null {
  const clause = endOfClause(cue, source);
  const lacksObject = v.pos[before.last] === Pos.verb && v.mark[before.last + 1] === Mark.comma;
  if (!lacksObject || before.last + 2 !== Math.min(cue.first, ...source.map(({ first }) => first)))
    return null;
  const first = clause + 2;
  if (v.mark[clause + 1] !== Mark.comma || v.sentence[first] !== v.sentence[clause]) return null;
  return OBJECT.has(v.pos[first]!) || v.mark[first] === Mark.other
    ? { first, last: clauseEnd(v, first) }
    : null;
}

const OBJECT: ReadonlySet<number> = new Set([
  Pos.numeral,
  Pos.determiner,
  Pos.noun,
  Pos.properNoun,
  Pos.adjective,
]);

/** What follows `The pumps, Keane said,` up to the end of the sentence. */
function behindParenthesis(
  v: BlockView,
  cue: Stretch,
  source: readonly Stretch[],
  before: Stretch,
): Stretch | null {
  const clause = endOfClause(cue, source);
  if (v.sentence[before.first] !== v.sentence[clause] || v.mark[before.last + 1] !== Mark.comma) return null;
  let comma = clause + 1;
  while (comma <= clause + CIRCUMSTANCE && isCircumstance(v, comma, clause)) comma++;
  if (v.mark[comma] !== Mark.comma || v.sentence[comma] !== v.sentence[clause]) return null;
  const rest = { first: comma + 1, last: clauseEnd(v, comma + 1) };
  return rest.first < rest.last && startsWithVerb(v, rest.first) ? rest : null;
}

function isCircumstance(v: BlockView, i: number, clause: number): boolean {
  return (
    i < v.length && v.sentence[i] === v.sentence[clause] && v.mark[i] === Mark.none && v.pos[i] !== Pos.verb
  );
}

function startsWithVerb(v: BlockView, first: number): boolean {
  const i = v.pos[first] === Pos.adverb ? first + 1 : first;
  return v.pos[i] === Pos.verb || v.pos[i] === Pos.auxiliary;
}

/** The last token before the stop of the sentence in which `from` stands. */
function clauseEnd(v: BlockView, from: number): number {
  let end = Math.min(v.sentenceLast[v.sentence[from] ?? 0] ?? from, from + FARTHEST);
  while (end > from && (v.mark[end] === Mark.stop || v.mark[end] === Mark.question)) end--;
  return end;
}
