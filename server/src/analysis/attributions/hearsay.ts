/**
 * Reports without a source, by rule: `reportedly`, `allegedly` and their like, and `was told` and its like, where the
 * taggers passed them over. Nobody is named, and that is what the reader must learn.
 */
import type { Token } from '../tokens.ts';
import { Mark, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { hasVerb, OPENS_SUBJECT } from './phrases.ts';
import type { Report } from './report.ts';

/** Adverbs that always pass on what others say. Left out: `apparently`, `evidently`, which may be the writer's own guess. */
const HEARSAY = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly', 'rumoredly', 'rumouredly']);

/**
 * An attribution whose cue holds such an adverb among other words: `has reportedly offered`. What the others do is what
 * is reported, and nobody named reports it; null when there is no such adverb.
 */
export function asHearsay(tokens: readonly Token[], { cue, source, content }: Report): Report | null {
  for (let i = cue.first; i <= cue.last; i++) {
    if (!HEARSAY.has(tokens[i]!.lower)) continue;
    const parts = [
      ...source,
      { first: cue.first, last: i - 1 },
      { first: i + 1, last: cue.last },
      ...content,
    ];
    return { cue: { first: i, last: i }, source: [], content: merged(parts) };
  }
  return null;
}

/** `It is believed that …`: nobody stands behind `it`, unlike in `It said that …` of a company. */
export function isImpersonal(tokens: readonly Token[], { cue, source, content }: Report): boolean {
  const [subject] = source;
  if (source.length !== 1 || subject!.first !== subject!.last || tokens[subject!.first]!.lower !== 'it')
    return false;
  const isPassive =
    (tokens[cue.first]!.lemma === 'be' && cue.last > cue.first) ||
    (tokens[cue.first - 1]?.lemma === 'be' && subject!.last === cue.first - 2);
  const isProgressive = tokens[cue.last]!.lower.endsWith('ing');
  return isPassive && !isProgressive && content.every(({ first }) => first > cue.last);
}

const ONCE: ReadonlySet<string> = new Set([
  'previously',
  'originally',
  'initially',
  'once',
  'first',
  'widely',
]);
const HELD: ReadonlySet<string> = new Set([
  'thought',
  'believed',
  'expected',
  'feared',
  'assumed',
  'estimated',
]);

/** `twice the carbon previously thought`: what stands before it is what was thought of, not who thought so. */
export function isHeldByNobody(tokens: readonly Token[], { cue, source }: Report): boolean {
  const isParticiple = ONCE.has(tokens[cue.first]!.lower) && HELD.has(tokens[cue.last]!.lower);
  return isParticiple && cue.last === cue.first + 1 && source[0]?.last === cue.first - 1;
}

/** Stretches in order, neighbours joined, empty ones left out. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first)) {
    const before = result.at(-1);
    if (before && stretch.first <= before.last + 1) {
      result[result.length - 1] = { first: before.first, last: Math.max(before.last, stretch.last) };
    } else result.push(stretch);
  }
  return result;
}

/** Verbs whose passive says that somebody got to know something from somebody. */
const TELLING = new Set(['told', 'informed', 'notified', 'advised', 'warned', 'assured']);

/**
 * The sourceless reports at tokens that `taken` leaves free, outside quotations.
 * The content of an adverb is the clause around it, that of a passive what follows.
 */
export function findHearsay(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let i = 0; i < v.length; i++) {
    if (taken[i] || v.quotation[i]! >= 0) continue;
    if (HEARSAY.has(tokens[i]!.lower)) {
      const content = clauseAround(tokens, v, i, taken);
      if (content.length > 0) found.push({ cue: { first: i, last: i }, source: [], content });
    } else if (TELLING.has(tokens[i]!.lower) && i > 0 && isPassive(tokens, i) && !taken[i - 1]) {
      const content = following(tokens, v, i, taken);
      if (content) found.push({ cue: { first: i - 1, last: i }, source: [], content: [content] });
    }
  }
  return found;
}

function isPassive(tokens: readonly Token[], verb: number): boolean {
  return tokens[verb - 1]!.lemma === 'be' || tokens[verb - 1]!.lower === 'been';
}

/** The clause after `was told`: `that` or a new subject must follow. */
function following(tokens: readonly Token[], v: BlockView, verb: number, taken: Uint8Array): Stretch | null {
  const first = verb + 1;
  const end = clauseEnd(v, first, taken);
  if (end - first < 2) return null;
  const opens = tokens[first]!.lower === 'that' || OPENS_SUBJECT.has(v.pos[first]!);
  return opens && hasVerb(v, { first: first + 1, last: end - 1 }) ? { first, last: end - 1 } : null;
}

function clauseAround(tokens: readonly Token[], v: BlockView, adverb: number, taken: Uint8Array): Stretch[] {
  const sentence = v.sentence[adverb]!;
  let first = adverb;
  while (first > 0 && v.sentence[first - 1] === sentence && !taken[first - 1] && !bounds(v, first - 1))
    first--;
  const end = clauseEnd(v, adverb + 1, taken);
  const from = v.mark[adverb + 1] === Mark.comma && first === adverb ? adverb + 2 : adverb + 1;
  const last = from > adverb + 1 ? clauseEnd(v, from, taken) - 1 : end - 1;
  return [
    { first, last: adverb - 1 },
    { first: from, last },
  ].filter((part) => part.first <= part.last && part.last < tokens.length);
}

function bounds(v: BlockView, i: number): boolean {
  const mark = v.mark[i]!;
  return (
    mark === Mark.comma ||
    mark === Mark.semicolon ||
    mark === Mark.colon ||
    mark === Mark.stop ||
    mark === Mark.question ||
    mark === Mark.dash ||
    mark === Mark.open ||
    mark === Mark.close
  );
}

function clauseEnd(v: BlockView, from: number, taken: Uint8Array): number {
  let end = from;
  while (end < v.length && v.sentence[end] === v.sentence[from] && !bounds(v, end) && !taken[end]) end++;
  return end;
}
