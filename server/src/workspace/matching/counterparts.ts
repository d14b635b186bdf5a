/**
 * From a passage to the places where it stands in other articles: the way in to the three folders `index/`, `matching/` and
 * `verdict/`. In order:
 *
 * 1. The passage is read as words in pieces, each weighed by what it tells (passage.ts): its inverse document frequency
 *    in bits, after Spärck Jones (1972).
 * 2. Shared grams lead to candidate articles (index/passageIndex.ts, grams.ts, gramTable.ts): an inverted index whose
 *    postings vote with their bits. It is kept between sessions (snapshot.ts).
 * 3. In each candidate the passage is located, seed and extend, as sequence alignment tools do since BLAST (Altschul et
 *    al. 1990): a glance finds promising stretches (stretches.ts), local alignment reads them closely (align.ts, after
 *    Smith and Waterman 1981), and pieces around ellipses are placed in order (locate.ts).
 * 4. A place counts as found when it is likelier the passage than chance (match.ts, evidence.ts), as in the
 *    likelihood-ratio test of Neyman and Pearson (1933).
 * 5. Likeness locates and never judges. The verdict (verdict/verdict.ts) comes from the word difference of Myers (1986),
 *    each change classified (verdict/difference/), from how the parts were joined (joins.ts), and from what was cut off
 *    beside them (cutOffs.ts).
 * 6. The places are ranked (ranking.ts), and what is equally near is said to be ambiguous (ambiguity.ts). An article that
 *    only retells the passage may say it again in short (restatements.ts).
 */
import type { Span } from '../../text/span.ts';
import type { Match } from './match.ts';
import { matchesIn } from './match.ts';
import type { Passage } from './passage.ts';
import { readPassage } from './passage.ts';
import type { Candidate, PassageIndex } from '../index/passageIndex.ts';
import { markAmbiguous } from './ambiguity.ts';
import type { RankingContext } from './ranking.ts';
import { rank } from './ranking.ts';
import { restatements } from './restatements.ts';
import type { ArticleId, ArticleInput, Counterpart } from '../types.ts';
import { judge } from '../verdict/verdict.ts';

export interface Search extends RankingContext {
  readonly index: PassageIndex;
  readonly inputOf: (id: ArticleId) => ArticleInput;
}

/** How many articles are read closely. */
const CANDIDATES = 12;
/** An article with less than this share of the best one's bits is not read, nor one with less of the passage's own. */
const WORTH_READING = 0.25;
const LEAST_SHARE = 0.08;
/** A place with less than this share of the best one's likeness is not shown. */
const WORTH_SHOWING = 0.4;

/** The places where the passage `span` of the article stands in others, best first. */
export function findCounterparts(
  asking: ArticleInput,
  span: Span,
  search: Search,
  limit: number,
): Counterpart[] {
  const passage = readPassage(asking.text, span, search.index, asking.id);
  if (!passage) return [];
  const found: Match[] = [];
  let best = 0;
  for (const { article } of candidatesFor(passage, asking.id, search.index)) {
    for (const match of matchesIn(article, passage, best * WORTH_SHOWING)) {
      found.push(match);
      best = Math.max(best, match.likeness);
    }
  }
  const matches = new Map<Counterpart, Match>();
  for (const match of found) {
    if (match.likeness >= best * WORTH_SHOWING)
      matches.set(judge(passage, match, search.inputOf(match.article.id).text), match);
  }
  const ranked = markAmbiguous(
    rank(distinct([...matches.keys()]), passage, search).slice(0, limit),
    (id) => search.inputOf(id).text,
  );
  const [nearest] = ranked;
  const match = nearest?.verdict === 'paraphrase' ? matches.get(nearest) : undefined;
  // Of an article that has the words as they are nobody needs more.
  if (!match) return ranked;
  const again = saidAgain(passage, asking.id, match, search);
  return [...ranked, ...again.filter((place) => !ranked.some((other) => overlap(place, other)))].slice(
    0,
    limit,
  );
}

/** Where the article that retells the passage best says it again. */
function saidAgain(
  passage: Passage,
  askingId: ArticleId,
  match: Match,
  { index, inputOf }: Search,
): Counterpart[] {
  const { text } = inputOf(match.article.id);
  return distinct(
    restatements(passage, askingId, match, text, index).map((place): Counterpart => ({
      ...judge(passage, place, text),
      verdict: 'paraphrase',
    })),
  );
}

function candidatesFor({ pieces }: Passage, id: ArticleId, index: PassageIndex): Candidate[] {
  const words = new Uint32Array(pieces.reduce((sum, { hashes }) => sum + hashes.length, 0));
  let at = 0;
  for (const { hashes } of pieces) {
    words.set(hashes, at);
    at += hashes.length;
  }
  const candidates = index.candidates(words, id, CANDIDATES, LEAST_SHARE);
  return candidates.filter(({ bits }) => bits >= candidates[0]!.bits * WORTH_READING);
}

/** Of places that are shown as one and the same passage, the likest. */
function distinct(found: readonly Counterpart[]): Counterpart[] {
  const kept: Counterpart[] = [];
  for (const place of [...found].sort((a, b) => b.likeness - a.likeness)) {
    if (!kept.some((other) => overlap(place, other))) kept.push(place);
  }
  return kept;
}

function overlap(a: Counterpart, b: Counterpart): boolean {
  return a.id === b.id && a.span.start < b.span.end && b.span.start < a.span.end;
}
