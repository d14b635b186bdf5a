/**
 * What a place in another article is to a passage: the verdict, with every change and every allowance that led to it.
 *
 * Each part of the passage is compared with its stretch of the source word by word (comparedParts.ts, difference/). Beside
 * that counts how the parts were joined (joins.ts) and what was cut off around them (cutOffs.ts).
 */
import type { Span } from '../../text/span.ts';
import { hull } from '../../text/span.ts';
import type { ComparedPart } from './comparedParts.ts';
import { stretchOf } from './comparedParts.ts';
import { cutOffs } from './cutOffs.ts';
import type { Allowance, ChangeKind, WordChange, WordDifference } from './difference/wordDifference.ts';
import { wordDifference } from './difference/wordDifference.ts';
import { passageAround } from '../matching/edges.ts';
import { withoutInterruptions } from './interruptions.ts';
import { areFarApart, takenOver, unmarkedJoin } from './joins.ts';
import { withMoved } from './movedBeside.ts';
import type { Match } from '../matching/match.ts';
import type { Passage } from '../matching/passage.ts';
import type { Counterpart, Verdict } from '../types.ts';

/** Judges a match against the text of its article. */
export function judge(passage: Passage, match: Match, text: string): Counterpart {
  const { article } = match;
  const changes: WordChange[] = [];
  const allowances = new Set<Allowance>(passage.hasSic ? ['sic'] : []);
  const compared: ComparedPart[] = [];
  let farApart = false;
  for (const part of match.parts) {
    const words = passage.pieces[part.piece]!.words.slice(part.from, part.to);
    const previous = compared.at(-1)?.stretch;
    const { alignment } = part;
    if (!alignment) {
      const here = { start: words[0]!.start, end: words.at(-1)!.end };
      changes.push({ kind: 'added', here, there: emptyAt(previous?.span.end ?? 0) });
      continue;
    }
    const placed = { ...part, alignment };
    const stretch = stretchOf(placed, article, text);
    const spoken = passage.isQuotation ? withoutInterruptions(text, stretch.words) : stretch.words;
    if (spoken.length < stretch.words.length) allowances.add('reopened-mark');
    const difference = wordDifference({ text: passage.text, words }, { text, words: spoken });
    changes.push(...difference.changes);
    difference.allowances.forEach((allowance) => allowances.add(allowance));
    if (previous) {
      const isMarked = part.from === 0 && passage.afterEllipsis[part.piece]!;
      if (isMarked) allowances.add('ellipsis');
      else changes.push(...unmarkedJoin(words, previous, stretch, text));
      farApart ||= areFarApart(previous, stretch, text);
    }
    compared.push({ part: placed, words, stretch });
  }
  const likeness = likenessOf(passage, match, compared, { changes, allowances });
  for (const part of compared) changes.push(...takenOver(part, article, text));
  changes.push(...cutOffs(passage, compared, { text, starts: article.starts }));
  const told = withMoved(changes, compared, article, text);
  const fragments = compared.map(({ stretch }) => stretch.span);
  return {
    id: article.id,
    span: passageAround(text, hull(fragments)!),
    fragments,
    verdict: verdictOf(told, likeness),
    changes: told,
    allowances: [...allowances].sort(),
    likeness,
    farApart,
  };
}

/** Words found under another spelling, which only the difference sees as the same. */
const SAME_BY_DIFFERENCE: readonly Allowance[] = ['number-style', 'spelling'];

/** The likeness of a match; with words that the source writes otherwise, such as `twelve` for `12`, more than was matched. */
function likenessOf(
  { pieces }: Passage,
  { likeness }: Match,
  compared: readonly ComparedPart[],
  { changes, allowances }: WordDifference,
): number {
  if (!SAME_BY_DIFFERENCE.some((allowance) => allowances.has(allowance))) return likeness;
  let kept = 0;
  for (const { part, words } of compared) {
    const { weights } = pieces[part.piece]!;
    words.forEach((word, k) => {
      const isChanged = changes.some(({ here }) => here.start < word.end && word.start < here.end);
      if (!isChanged) kept += weights[part.from + k]!;
    });
  }
  const total = pieces.flatMap(({ weights }) => [...weights]).reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? likeness : Math.max(likeness, kept / total);
}

const CLEANING: ReadonlySet<ChangeKind> = new Set(['filler', 'contraction']);
/** Below this likeness a place says the same in other words. */
const PARAPHRASE = 0.6;

function verdictOf(changes: readonly WordChange[], likeness: number): Verdict {
  const kinds = changes.map(({ kind }) => kind).filter((kind) => !CLEANING.has(kind));
  if (kinds.length === 0) return changes.length === 0 ? 'verbatim' : 'cleaned';
  if (kinds.every((kind) => kind === 'removed')) return 'trimmed';
  const sameWords = kinds.every((kind) => kind === 'removed' || kind === 'moved');
  return likeness < PARAPHRASE && !sameWords ? 'paraphrase' : 'altered';
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}
