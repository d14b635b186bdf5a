/**
 * Where Attest's spans depart from PolNeAR's, whose annotators did not agree with themselves: a cue is the words that
 * report, without what they say about when, where or besides what else it was said.
 */
import { CUE_CLASSES_BY_LEMMA } from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import type { Stretch } from './learned/labels.ts';

interface CueAndContent {
  readonly cue: Stretch;
  readonly content: readonly Stretch[];
}

/** Adverbs that join a report to the text before it. */
const JOINING = new Set(['also', 'earlier', 'later', 'then']);

/**
 * - `also confirmed` before a that-clause is `confirmed`;
 * - `said in a statement` behind its content is `said`;
 * - what is expressed belongs to the content: `expressed` + `doubts about the plan`;
 * - a content does not hold the circumstances of saying it: `… while speaking to reporters`.
 */
export function applyConventions<T extends CueAndContent>(tokens: readonly Token[], attribution: T): T {
  const { content } = attribution;
  const cue = bareCue(tokens, attribution);
  const next = content.findIndex(({ first }) => first > cue.last);
  const handed = expressed(tokens, cue, content[next]);
  return {
    ...attribution,
    cue: handed?.cue ?? cue,
    content: content
      .map((stretch, k) => (k === next && handed ? handed.content : stretch))
      .map((stretch) => withoutCircumstance(tokens, stretch)),
  };
}

function bareCue(tokens: readonly Token[], { cue, content }: CueAndContent): Stretch {
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

function wordsAt(tokens: readonly Token[], first: number, last: number): string {
  return tokens
    .slice(first, last + 1)
    .map(({ lower }) => lower)
    .join(' ');
}
