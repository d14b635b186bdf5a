/**
 * Which of several places is shown first: among places about equally like the passage, source documents before others,
 * then by verdict, then where somebody named beside the passage is named too, then words that stand in quotation marks,
 * then the earlier date. Places that are equal in all this are ranked by how little had to be overlooked, how little
 * else is shown with the words, and by the fuller document, which is oftener the source than the note.
 *
 * Of identical places in one article the last comes first: headlines, summaries, captions and pull quotes stand above the
 * passage they repeat, and a running report puts what is newest on top. What is clearly less like comes after, whatever
 * its rank.
 */
import { comparisonWords } from '../../text/comparison.ts';
import type { Span } from '../../text/span.ts';
import { hull } from '../../text/span.ts';
import { nameFormAt } from '../verdict/difference/nameWords.ts';
import { paragraphAround } from './edges.ts';
import type { Allowance, ArticleId, ArticleInput, Counterpart, Verdict } from '../types.ts';

/** The passage the places were found for. */
export interface AskedPassage {
  readonly text: string;
  readonly span: Span;
}

export interface RankingContext {
  readonly inputOf: (id: ArticleId) => ArticleInput;
}

const VERDICT_ORDER: readonly Verdict[] = [
  'verbatim',
  'cleaned',
  'trimmed',
  'altered',
  'ambiguous',
  'paraphrase',
];
/** What every house style sets in its own way says nothing about where words come from. */
const HOUSE_STYLE: ReadonlySet<Allowance> = new Set([
  'typography',
  'first-letter-case',
  'closing-punctuation',
]);
/** Places within this likeness of the best are about equally like. */
const ABOUT_EQUAL = 0.1;

/** The places, best first. Costs the paragraphs around the passage and around each place. */
export function rank(
  places: readonly Counterpart[],
  asked: AskedPassage,
  { inputOf }: RankingContext,
): Counterpart[] {
  if (places.length < 2) return [...places];
  const best = Math.max(0, ...places.map(({ likeness }) => likeness));
  const names = namesBeside(asked.text, asked.span);
  const keys = new Map(places.map((place) => [place, keyOf(place, best, names, inputOf(place.id))]));
  return [...places].sort((a, b) => compareKeys(keys.get(a)!, keys.get(b)!));
}

/** Compared element by element; the smaller comes first. */
type Key = readonly (number | string)[];

function keyOf(
  place: Counterpart,
  best: number,
  names: NamesBeside,
  { text, isSource, metadata }: ArticleInput,
): Key {
  const isNear = place.likeness >= best - ABOUT_EQUAL;
  const isQuoted = /^["“„«'‘`]/.test(text.slice(place.span.start, place.span.start + 1));
  return [
    isNear ? 0 : 1,
    isNear && isSource ? 0 : 1,
    VERDICT_ORDER.indexOf(place.verdict),
    -Math.round(place.likeness * 20),
    shareName(names, namesBeside(text, hull(place.fragments)!)) ? 0 : 1,
    isQuoted ? 0 : 1,
    -Math.round(place.likeness * 100),
    metadata.date ?? '9999',
    place.allowances.filter((allowance) => !HOUSE_STYLE.has(allowance)).length,
    wordsAround(place, text),
    -text.length,
    place.id,
    -place.span.start,
  ];
}

/** How many words are shown before and after those that matched. */
function wordsAround({ span, fragments }: Counterpart, text: string): number {
  const before = comparisonWords(text, { start: span.start, end: fragments[0]!.start });
  const after = comparisonWords(text, { start: fragments.at(-1)!.end, end: span.end });
  return before.length + after.length;
}

/** Names in the paragraphs of a passage, outside it: most often who says it, in the margin of a transcript too. */
interface NamesBeside {
  /** Capitalised inside a sentence, or a label before a colon. */
  readonly certain: ReadonlySet<string>;
  /** Capitalised where every word is: `Kessler` and `Yesterday` at the start of a sentence. */
  readonly possible: ReadonlySet<string>;
}

function namesBeside(text: string, span: Span): NamesBeside {
  const paragraph = paragraphAround(text, span);
  const words = [
    ...comparisonWords(text, { start: paragraph.start, end: span.start }),
    ...comparisonWords(text, { start: span.end, end: paragraph.end }),
  ];
  const certain = new Set<string>();
  const possible = new Set<string>();
  for (const word of words) {
    const form = nameFormAt(text, word);
    if (form === 'name' || (form === 'opening' && text.startsWith(':', word.end))) certain.add(word.text);
    else if (form === 'opening') possible.add(word.text);
  }
  return { certain, possible };
}

/** Whether a name stands beside both; a capital that explains itself is a name where the other one says so. */
function shareName(a: NamesBeside, b: NamesBeside): boolean {
  return (
    [...a.certain].some((name) => b.certain.has(name) || b.possible.has(name)) ||
    [...a.possible].some((name) => b.certain.has(name))
  );
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return -1;
    if (a[i]! > b[i]!) return 1;
  }
  return 0;
}
