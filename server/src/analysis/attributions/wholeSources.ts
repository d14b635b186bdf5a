/**
 * Sources that the taggers cut off, or run on into what is none, where grammar leaves no doubt how far they go:
 *
 * - a noun phrase is whole: `the city's draft transport | plan |, published on Thursday, promises`, `the | retailers' | association`;
 * - so is a relative clause: `Omar Qadri, whose team | first spotted the traffic |, estimates`;
 * - what opens the sentence is no part of it: `| Opening the case, | the prosecutor said`;
 * - nor is the subject of another clause: `| One | said it leaked; another recalled`.
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb, isJoined } from './phrases.ts';
import type { Report } from './report.ts';

/** Words of a relative clause at most. */
const LONGEST_ASIDE = 16;

/** The sources of the report, each as far as it goes. Never throws; linear in their length. */
export function wholeSources(
  tokens: readonly Token[],
  v: BlockView,
  { cue, source, content }: Report,
): readonly Stretch[] {
  const free = (i: number): boolean =>
    (i < cue.first || i > cue.last) && !content.some(({ first, last }) => first <= i && i <= last);
  return ownClause(v, cue, source).map((part) => {
    if (part.last >= cue.first || v.quotation[part.first]! >= 0) return part;
    const opened = behindParticiple(tokens, v, part);
    const whole = wholeNoun(v, fromOwner(tokens, v, opened), free);
    return wholeRelative(tokens, v, whole, cue);
  });
}

/** Without what stands before a semicolon that parts it from the cue's own subject. */
function ownClause(v: BlockView, cue: Stretch, source: readonly Stretch[]): readonly Stretch[] {
  const own = source.find(({ last }) => last === cue.first - 1);
  if (!own || source.length === 1) return source;
  for (let i = own.first - 1; i >= source[0]!.first; i--)
    if (v.mark[i] === Mark.semicolon) return source.filter(({ first }) => first > i);
  return source;
}

/** Behind `Opening the case at Lowick Crown Court,` and `Sentencing him,`. */
function behindParticiple(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  const opens = first === v.sentenceFirst[v.sentence[first]!];
  if (!opens || !PARTICIPLE.test(tokens[first]!.lower)) return { first, last };
  const next = v.pos[first + 1];
  if (next !== Pos.determiner && next !== Pos.pronoun) return { first, last };
  for (let i = first + 2; i < last; i++) if (v.mark[i] === Mark.comma) return { first: i + 1, last };
  return { first, last };
}

/** In -ing, but for `nothing` and its like. */
const PARTICIPLE = /(?<!th)ing$/;

/** From `the retailers'` on, where only `association` was found. */
function fromOwner(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  const mark = first - 1;
  const owner = first - 2;
  if (owner < 0 || v.quotation[mark]! >= 0 || !/^['’]$/.test(tokens[mark]!.text)) return { first, last };
  if (tokens[mark]!.start !== tokens[owner]!.end || !tokens[owner]!.lower.endsWith('s'))
    return { first, last };
  let from = owner;
  while (from > 0 && OF_OWNER.has(v.pos[from - 1]!)) from--;
  return { first: from, last };
}

const OF_OWNER: ReadonlySet<number> = new Set([Pos.determiner, Pos.adjective, Pos.noun, Pos.properNoun]);

/** With the nouns that follow it up to a comma. */
function wholeNoun(v: BlockView, { first, last }: Stretch, free: (i: number) => boolean): Stretch {
  let end = last;
  while (isNoun(v, end) && isNoun(v, end + 1) && free(end + 1)) end++;
  return v.mark[end + 1] === Mark.comma ? { first, last: end } : { first, last };
}

function isNoun({ pos }: BlockView, i: number): boolean {
  return pos[i] === Pos.noun || pos[i] === Pos.properNoun;
}

/** With the verb that a relative clause at its end lacks, to the comma right before the cue. */
function wholeRelative(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
  cue: Stretch,
): Stretch {
  const comma = cue.first - 1;
  if (v.mark[comma] !== Mark.comma || last >= comma || comma - last > LONGEST_ASIDE) return { first, last };
  let relative = last;
  while (relative > first && !RELATIVE.has(tokens[relative]!.lower)) relative--;
  if (relative === first || v.mark[relative - 1] !== Mark.comma) return { first, last };
  if (hasVerb(v, { first: relative, last })) return { first, last };
  for (let i = last + 1; i < comma; i++)
    if (v.quotation[i]! >= 0 || (v.mark[i] !== Mark.none && !isJoined(tokens, i))) return { first, last };
  return { first, last: comma };
}

const RELATIVE: ReadonlySet<string> = new Set(['who', 'whose', 'which']);
