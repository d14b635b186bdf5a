/**
 * Reports in the passive: `The trial is expected to last four weeks`, `She was told it was chlorine`, `He has been accused
 * of fraud`. The subject is who it is said of or to, never who says it; that stands behind `by`, or nowhere.
 */
import { SAID_OF_SUBJECT, SAID_TO_SUBJECT } from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import type { Report } from './report.ts';

/** The report without its subject as the source, which opens the content where it belongs to what is said. */
export function settlePassive<T extends Report>(tokens: readonly Token[], v: BlockView, report: T): T {
  const { cue, source, content } = report;
  const verb = passiveVerb(tokens, v, cue);
  if (verb < 0) return report;
  const subject = source.find(({ last }) => last < cue.first && last >= cue.first - 2);
  if (!subject) return report;
  const others = source.filter((part) => part !== subject);
  const rest = content.find(({ first }) => first > cue.last);
  const opens = rest !== undefined && content[0] === rest && isSaidOf(tokens, v, verb, subject, rest);
  return { ...report, source: others, content: opens ? [subject, ...content] : content };
}

/** The participle that ends the cue, perhaps with a preposition behind it, and a form of `be` before it; -1 for none. */
function passiveVerb(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): number {
  const verb = last > first && v.pos[last] === Pos.adposition ? last - 1 : last;
  const { lemma, lower } = tokens[verb]!;
  const isReport = SAID_OF_SUBJECT.has(lemma) || SAID_TO_SUBJECT.has(lemma);
  if (!isReport || !PARTICIPLE.test(lower)) return -1;
  if (tokens[last]!.lower === 'by') return -1;
  for (let i = verb - 1; i >= first; i--) {
    if (tokens[i]!.lemma === 'be' || tokens[i]!.lower === 'been')
      return isHas(tokens, i, tokens[verb + 1]?.lower ?? '') ? -1 : verb;
    if (v.pos[i] !== Pos.adverb) return -1;
  }
  return -1;
}

const PARTICIPLE = /(?:ed|wn|en|ld|said|thought|understood)$/;

/** The `'s` of `he's said that it leaked` stands for `has`; before `to` and `as` it is `is`. */
function isHas(tokens: readonly Token[], i: number, next: string): boolean {
  return /^['’]s$/.test(tokens[i]!.text) && next !== 'to' && next !== 'as';
}

/** `is expected | to last`, `was named | the winner`; but `was told | that it leaked`, `it is said | that it leaks`. */
function isSaidOf(
  tokens: readonly Token[],
  v: BlockView,
  verb: number,
  subject: Stretch,
  { first }: Stretch,
): boolean {
  if (tokens[first]!.lower === 'to') return true;
  if (v.mark[first - 1] === Mark.colon || tokens[subject.first]!.lower === 'it') return false;
  return SAID_OF_SUBJECT.has(tokens[verb]!.lemma);
}
