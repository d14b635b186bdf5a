/** What a place in another article is to a passage: the verdict, with every change and every allowance that led to it. */
import type { PassageWord } from '../text/passageWords.ts';
import { passageWords } from '../text/passageWords.ts';
import { endOfWordAt } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { hull, textOf } from '../text/span.ts';
import type { Allowance, ChangeKind, WordChange } from './difference/wordDifference.ts';
import { wordDifference } from './difference/wordDifference.ts';
import { labelBefore } from './difference/speakerLabels.ts';
import type { Match, MatchedPart } from './match.ts';
import type { IndexedArticle } from './passageIndex.ts';
import type { SourceWords } from './cutNegations.ts';
import { negationAfter, negationBefore, negationLeftOut } from './cutNegations.ts';
import { passageAround } from './edges.ts';
import { withoutInterruptions } from './interruptions.ts';
import type { Passage } from './passage.ts';
import type { Counterpart, Verdict } from './types.ts';

/** Below this likeness a place says the same in other words. */
const PARAPHRASE = 0.6;
/** Fragments with more words between them are far apart. */
const FAR_WORDS = 60;

/** Judges a match against the text of its article. */
export function judge(passage: Passage, match: Match, text: string): Counterpart {
  const changes: WordChange[] = [];
  const allowances = new Set<Allowance>(passage.hasSic ? ['sic'] : []);
  const fragments: Span[] = [];
  const placed: PlacedPart[] = [];
  let previous: Stretch | undefined;
  let farApart = false;
  for (const part of match.parts) {
    const words = passage.pieces[part.piece]!.words.slice(part.from, part.to);
    const stretch = stretchOf(part, match, text);
    if (!stretch) {
      changes.push({ kind: 'added', here: spanOfWords(words), there: emptyAt(previous?.span.end ?? 0) });
      continue;
    }
    const spoken = passage.isQuotation ? withoutInterruptions(text, stretch.words) : stretch.words;
    if (spoken.length < stretch.words.length) allowances.add('reopened-mark');
    const difference = wordDifference({ text: passage.text, words }, { text, words: spoken });
    changes.push(...difference.changes);
    difference.allowances.forEach((allowance) => allowances.add(allowance));
    if (previous) {
      const marked = part.from === 0 && passage.afterEllipsis[part.piece]!;
      if (marked) allowances.add('ellipsis');
      else changes.push(...unmarkedJoin(words, previous, stretch));
      farApart ||= areFarApart(previous, stretch, text);
    }
    fragments.push(stretch.span);
    placed.push({ part, words, stretch });
    previous = stretch;
  }
  for (const { part, words } of placed) changes.push(...takenOver(part, words, match.article, text));
  changes.push(...cutNegations(passage, placed, { text, starts: match.article.starts }));
  const verdict = verdictOf(changes, match.likeness);
  return {
    id: match.article.id,
    span: passageAround(text, hull(fragments)!),
    fragments,
    verdict,
    changes,
    allowances: [...allowances].sort(),
    likeness: match.likeness,
    farApart,
  };
}

const CLEANING: ReadonlySet<ChangeKind> = new Set(['filler', 'contraction']);

function verdictOf(changes: readonly WordChange[], likeness: number): Verdict {
  const kinds = changes.map(({ kind }) => kind).filter((kind) => !CLEANING.has(kind));
  if (kinds.length === 0) return changes.length === 0 ? 'verbatim' : 'cleaned';
  if (kinds.every((kind) => kind === 'removed')) return 'trimmed';
  const sameWords = kinds.every((kind) => kind === 'removed' || kind === 'moved');
  return likeness < PARAPHRASE && !sameWords ? 'paraphrase' : 'altered';
}

/** A part of the passage with its place. */
interface PlacedPart {
  readonly part: MatchedPart;
  readonly words: readonly PassageWord[];
  readonly stretch: Stretch;
}

/** What the source negates right beside the words that the passage begins, breaks off and ends with. */
function cutNegations(passage: Passage, placed: readonly PlacedPart[], source: SourceWords): WordChange[] {
  const changes: WordChange[] = [];
  const add = (at: number, there: Span | undefined): void => {
    if (there) changes.push({ kind: 'negation', here: emptyAt(at), there });
  };
  placed.forEach(({ part, words, stretch }, i) => {
    const { piece, from, to, alignment } = part;
    const before = placed[i - 1];
    const startsExactly = alignment?.pairs[0]![0] === from;
    if (before && from === 0 && passage.afterEllipsis[piece]!)
      add(words[0]!.start, negationLeftOut(source, before.stretch.to, stretch.from));
    else if (piece === 0 && from === 0 && startsExactly)
      add(words[0]!.start, negationBefore(source, stretch.from, passage));
    const isLast = piece === passage.pieces.length - 1 && to === passage.pieces[piece]!.words.length;
    if (isLast && alignment?.pairs.at(-1)![0] === to - 1)
      add(words.at(-1)!.end, negationAfter(source, stretch.to - 1));
  });
  return changes;
}

/** Where another speaker of a transcript has the next words: together they are no quotation of either. */
function takenOver(
  { from, alignment }: MatchedPart,
  words: readonly PassageWord[],
  { starts }: IndexedArticle,
  text: string,
): WordChange[] {
  const pairs = alignment?.pairs ?? [];
  return pairs.slice(1).flatMap(([here, there], i) => {
    const [before, after] = [starts[pairs[i]![1]]!, starts[there]!];
    if (!text.slice(before, after).includes('\n')) return [];
    const [one, other] = [labelBefore(text, before), labelBefore(text, after)];
    if (!one || !other || textOf(text, one) === textOf(text, other)) return [];
    return [{ kind: 'name', here: emptyAt(words[here - from]!.start), there: other }];
  });
}

/** A stretch of an article that a part of the passage was matched with. */
interface Stretch {
  /** Word indices, half-open. */
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  /** Its words, with some before and after it. */
  readonly words: readonly PassageWord[];
}

/** How many words more than the passage lacks are read at each end of a stretch, and how many at most. */
const SLACK = 3;

const MOST_EXTRA = 12;

/**
 * The matched words, and some more at both ends where the passage has unmatched ones: a changed first word stands
 * opposite a changed first word, and words moved from one end to the other are still there. The stretch never grows out of its sentence or its quotation.
 */
function stretchOf(
  { from, to, alignment }: MatchedPart,
  { article }: Match,
  text: string,
): Stretch | undefined {
  if (!alignment) return undefined;
  const first = alignment.pairs[0]!;
  const last = alignment.pairs.at(-1)!;
  let start = first[1];
  let end = last[1] + 1;
  const missing = Math.max(first[0] - from, to - 1 - last[0], longestGap(alignment.pairs));
  const extra = missing === 0 ? 0 : Math.min(missing, MOST_EXTRA) + SLACK;
  for (let more = extra; more > 0 && start > 0; more--) {
    if (isBoundary(text, article.starts[start - 1]!, article.starts[start]!)) break;
    start--;
  }
  for (let more = extra; more > 0 && end < article.starts.length; more--) {
    if (isBoundary(text, article.starts[end - 1]!, article.starts[end]!)) break;
    end++;
  }
  const spanOf = (first: number, last: number): Span => ({
    start: article.starts[first]!,
    end: endOfWordAt(text, article.starts[last]!),
  });
  const shownFrom = Math.max(start, first[1] - (first[0] - from));
  const shownTo = Math.min(end, last[1] + (to - last[0]));
  return {
    from: shownFrom,
    to: shownTo,
    span: spanOf(shownFrom, shownTo - 1),
    words: passageWords(text, spanOf(start, end - 1)).fragments.flat(),
  };
}

/** A clause of so many words that is missing in its place may stand right before or after the matched words. */
const CLAUSE = 3;

/** The longest run of the passage's words without partner between two that have one, if it is as long as a clause. */
function longestGap(pairs: readonly (readonly [number, number])[]): number {
  let longest = 0;
  for (let i = 1; i < pairs.length; i++) longest = Math.max(longest, pairs[i]![0] - pairs[i - 1]![0] - 1);
  return longest < CLAUSE ? 0 : longest;
}

/** Whether a sentence, a quotation or a paragraph ends between two neighbouring words. */
function isBoundary(text: string, word: number, next: number): boolean {
  return /[.!?…]["”’']*\s|["“”«»„]|\n\s*\n/.test(text.slice(endOfWordAt(text, word), next));
}

/** Two places joined without an ellipsis: what lies between was removed, or the order was changed. */
function unmarkedJoin(words: readonly PassageWord[], before: Stretch, after: Stretch): WordChange[] {
  const here = emptyAt(words[0]!.start);
  if (after.from >= before.to) {
    return after.from === before.to
      ? []
      : [{ kind: 'removed', here, there: { start: before.span.end, end: after.span.start } }];
  }
  return [{ kind: 'moved', here: spanOfWords(words), there: after.span }];
}

function areFarApart(before: Stretch, after: Stretch, text: string): boolean {
  const gap = after.from - before.to;
  if (gap < 0 || gap > FAR_WORDS) return true;
  return SPEAKER_CHANGE.test(text.slice(before.span.end, after.span.start));
}

/** A transcript's label at the start of a line: somebody else may have spoken in between. */
const SPEAKER_CHANGE = /\n[ \t]*(?:\p{Lu}[\p{L}.'’ -]{0,40}:|[QA][.:])/u;

function spanOfWords(words: readonly PassageWord[]): Span {
  return { start: words[0]!.start, end: words.at(-1)!.end };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}
