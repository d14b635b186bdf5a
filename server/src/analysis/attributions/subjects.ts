/** Sources that a cue shares with the rest of its sentence. */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { NOUN_PHRASE } from './phrases.ts';
import type { Report } from './report.ts';

/**
 * A finite cue that is joined to the clause before it and has no subject of its own takes the subject of that clause:
 * `Osei praised the crew but did not say when the ferry would sail.` · `Council slams builder, says roof is unsafe`.
 * Passive cues keep their empty source.
 */
export function sharedSource(
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
  const subject = subjectAt(v, start, joint);
  return subject ? [subject] : [];
}

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
  if (v.pos[last] === Pos.pronoun) return { first: last, last };
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
      p !== Pos.numeral
    )
      break;
    first = i;
  }
  return { first, last };
}
