/**
 * The source at the marks of a quotation, without how and when it was said and what the speaker does meanwhile: `said |
 * the child | in a moment`, `said | the old man | stiffly`, `said | Anna, | pushing back her chair`. In a newspaper few of
 * these stand there, and the taggers waver; in a story every other speaker sighs, turns or whispers.
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { opensManner } from './manner.ts';
import { hasVerb } from './phrases.ts';
import type { Report } from './report.ts';

/**
 * The report with a bare source when all its contents are quotations; any other report as it is. Never throws; linear in
 * the length of the source.
 */
export function withoutCircumstances<T extends Report>(tokens: readonly Token[], v: BlockView, report: T): T {
  const { cue, content } = report;
  const isQuoted = ({ first, last }: Stretch): boolean => v.quotation[first]! >= 0 && v.quotation[last]! >= 0;
  if (v.quotation[cue.first]! >= 0 || content.length === 0 || !content.every(isQuoted)) return report;
  const source = withoutEarlier(v, cue, report.source).map((part) =>
    part.first > cue.last ? bareSource(tokens, v, part) : firstSubject(tokens, v, cue, part),
  );
  return withParticle(tokens, v, { ...report, source });
}

/** `put | in the girl`: the particle belongs to the verb. */
function withParticle<T extends Report>(tokens: readonly Token[], v: BlockView, report: T): T {
  const { cue, source } = report;
  const [part, ...more] = source;
  const isParticle =
    part?.first === cue.last + 1 && part.first < part.last && PARTICLES.has(tokens[part.first]!.lower);
  if (!isParticle || v.pos[cue.last] !== Pos.verb) return report;
  return {
    ...report,
    cue: { first: cue.first, last: part.first },
    source: [{ first: part.first + 1, last: part.last }, ...more],
  };
}

const PARTICLES: ReadonlySet<string> = new Set(['in', 'out', 'on', 'up', 'back', 'after']);

/** `she proceeded, “…,” added Daisy`: the pronoun on the other side of a quotation is another cue's. */
function withoutEarlier(v: BlockView, cue: Stretch, source: readonly Stretch[]): readonly Stretch[] {
  if (source.length < 2) return source;
  const near = source.filter(({ first, last }) => {
    if (first < last || v.pos[first] !== Pos.pronoun || last > cue.first) return true;
    for (let i = last; i < cue.first; i++) if (v.quotation[i]! >= 0) return false;
    return true;
  });
  return near.length > 0 ? near : source;
}

/** The name or noun phrase; a relative clause belongs to it. */
function bareSource(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): Stretch {
  for (let i = first + 1; i <= last && !RELATIVE.has(tokens[i]!.lower); i++) {
    const behindComma = v.mark[i] === Mark.comma;
    const at = behindComma ? i + 1 : i;
    if (at > last || RELATIVE.has(tokens[at]!.lower)) break;
    if (
      opensManner(tokens, at, last) ||
      opensMeanwhile(tokens, v, at, last) ||
      (behindComma && isDoing(tokens, v, at))
    )
      return { first, last: i - 1 };
  }
  return { first, last };
}

/** `The doctor | took a minute or two to think about it, and then | said, “…”`: the subject of two predicates. */
function firstSubject(
  tokens: readonly Token[],
  v: BlockView,
  cue: Stretch,
  { first, last }: Stretch,
): Stretch {
  let before = cue.first - 1;
  while (before > last && v.pos[before] === Pos.adverb) before--;
  if (before <= last || v.pos[before] !== Pos.conjunction) return { first, last };
  let end = first;
  while (end <= last && v.pos[end] !== Pos.verb && v.pos[end] !== Pos.auxiliary) {
    if (RELATIVE.has(tokens[end]!.lower) || v.mark[end] !== Mark.none) return { first, last };
    end++;
  }
  while (end > first && v.pos[end - 1] === Pos.adverb) end--;
  return end > first ? { first, last: end - 1 } : { first, last };
}

const RELATIVE: ReadonlySet<string> = new Set(['who', 'whose', 'whom', 'which', 'that']);

/** `as he picked up his hat`, `while she poured`: a clause beside the saying. */
function opensMeanwhile(tokens: readonly Token[], v: BlockView, at: number, last: number): boolean {
  const subject = v.pos[at + 1] ?? Pos.verb;
  return MEANWHILE.has(tokens[at]!.lower) && SUBJECTS.has(subject) && hasVerb(v, { first: at + 1, last });
}

const MEANWHILE: ReadonlySet<string> = new Set(['as', 'while', 'when']);
const SUBJECTS: ReadonlySet<number> = new Set([Pos.pronoun, Pos.determiner, Pos.properNoun]);

/** `, pushing back his chair`, but not `, managing partner of the bank` or `, including the mayor`. */
function isDoing(tokens: readonly Token[], v: BlockView, at: number): boolean {
  const { lower } = tokens[at]!;
  if (v.pos[at] !== Pos.verb || !lower.endsWith('ing') || lower === 'including') return false;
  const next = v.pos[at + 1];
  return next !== Pos.noun && next !== Pos.properNoun && next !== Pos.adjective;
}
