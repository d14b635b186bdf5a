/**
 * Where an article that retells a passage says it once more, in short: in its headline, its summary, its last line. Asked
 * about that line, the passage is found, for it has most of the line's words; asked about the passage, the line is not,
 * for it has few of the passage's. A link leads both ways: so the lines that have some of the passage are asked in turn.
 */
import type { Span } from '../../text/span.ts';
import type { IndexedArticle, PassageIndex } from '../index/passageIndex.ts';
import { sentenceAround } from './edges.ts';
import type { Match, MatchedPart } from './match.ts';
import { matchesIn, nearestIn } from './match.ts';
import type { Passage } from './passage.ts';
import { readPassage } from './passage.ts';

/**
 * The other places of an article that lead to the passage, the likest first; before and behind `match`, which is where the
 * article has most of it. Costs about as much as to find that.
 * @param text of the article
 * @param askingId the article of the passage
 */
export function restatements(
  passage: Passage,
  askingId: string,
  match: Match,
  text: string,
  index: PassageIndex,
): Match[] {
  const [from, to] = extentOf(match.parts);
  const asked = passageAsArticle(passage, askingId);
  const leadsBack = (place: Match): boolean => {
    const sentence = readPassage(text, sentenceAround(text, placeOf(place)), index, match.article.id);
    return sentence !== undefined && matchesIn(asked, sentence, 0).length > 0;
  };
  return [stretch(match.article, 0, from), stretch(match.article, to)]
    .flatMap((rest) => nearestIn(rest, passage, 0))
    .filter((place) => place.likeness > 0 && leadsBack(place))
    .sort((a, b) => b.likeness - a.likeness);
}

/** The article's words from one index to another. */
function stretch({ id, hashes, starts }: IndexedArticle, from: number, to?: number): IndexedArticle {
  return { id, hashes: hashes.subarray(from, to), starts: starts.subarray(from, to) };
}

/** Indices of the article's words, half-open. */
function extentOf(parts: readonly MatchedPart[]): [number, number] {
  const words = parts.flatMap(({ alignment }) => alignment?.pairs ?? []).map(([, word]) => word);
  return [Math.min(...words), Math.max(...words) + 1];
}

/** Where the matched words stand in the text, from the start of the first to the start of the last. */
function placeOf({ article, parts }: Match): Span {
  const [from, to] = extentOf(parts);
  return { start: article.starts[from]!, end: article.starts[to - 1]! };
}

function passageAsArticle({ pieces }: Passage, id: string): IndexedArticle {
  const hashes = pieces.flatMap((piece) => [...piece.hashes]);
  const starts = pieces.flatMap(({ words }) => words.map(({ start }) => start));
  return { id, hashes: Uint32Array.from(hashes), starts: Uint32Array.from(starts) };
}
