/**
 * Contents that grammar does not let end where the tagger ends them: a clause needs a verb.
 *
 * - A that-clause cut off before its verb goes on: `found that | in the three largest districts, which …, ferries ran late`.
 * - Words without a verb in front of a parenthetical report go on behind it: `The pumps, Keane said, | had never run.`
 * - What compares a figure goes on with it: `Some 76,000 homes are dark, the grid says, | up from 52,000.`
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
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
  if (hasVerb(v, only)) {
    const compared = only.last < cue.first ? comparisonBehind(tokens, v, cue, source) : null;
    return compared ? [only, compared] : content;
  }
  if (only.first > cue.last) {
    return opensThatClause(tokens, v, only) ? [thatClause(tokens, v, only)] : content;
  }
  const rest = behindParenthesis(v, cue, source, only);
  return rest ? [only, rest] : content;
}

/** The conjunction, not the pronoun of `that plan`. */
function opensThatClause(tokens: readonly Token[], v: BlockView, { first }: Stretch): boolean {
  return tokens[first]!.lower === 'that' && v.pos[first] !== Pos.determiner && v.pos[first] !== Pos.pronoun;
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
  const clause = Math.max(cue.last, ...source.map(({ last }) => last));
  const first = clause + 2;
  if (v.mark[clause + 1] !== Mark.comma || v.sentence[first] !== v.sentence[clause]) return null;
  const compares =
    /^(?:up|down)$/.test(tokens[first]!.lower) && /^(?:from|to)$/.test(tokens[first + 1]?.lower ?? '');
  return compares ? { first, last: clauseEnd(v, first) } : null;
}

/** What follows `The pumps, Keane said,` up to the end of the sentence. */
function behindParenthesis(
  v: BlockView,
  cue: Stretch,
  source: readonly Stretch[],
  before: Stretch,
): Stretch | null {
  const clause = Math.max(cue.last, ...source.map(({ last }) => last));
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
