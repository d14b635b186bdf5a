/**
 * Which of several places is shown first: among places about equally like the passage, source documents before others,
 * then by verdict, then words that stand in quotation marks, then the earlier date. What is clearly less like comes
 * after, whatever its rank.
 */
import type { ArticleId, ArticleInput, Counterpart, Verdict } from './types.ts';

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
/** Places within this likeness of the best are about equally like. */
const ABOUT_EQUAL = 0.1;

export function rank(places: readonly Counterpart[], { inputOf }: RankingContext): Counterpart[] {
  const best = Math.max(0, ...places.map(({ likeness }) => likeness));
  const keys = new Map(places.map((place) => [place, keyOf(place, best, inputOf(place.id))]));
  return [...places].sort((a, b) => compareKeys(keys.get(a)!, keys.get(b)!));
}

type Key = readonly (number | string)[];

function keyOf(place: Counterpart, best: number, { text, isSource, metadata }: ArticleInput): Key {
  const isNear = place.likeness >= best - ABOUT_EQUAL;
  const isQuoted = /^["“„«'‘`]/.test(text.slice(place.span.start, place.span.start + 1));
  return [
    isNear ? 0 : 1,
    isNear && isSource ? 0 : 1,
    VERDICT_ORDER.indexOf(place.verdict),
    -Math.round(place.likeness * 20),
    isQuoted ? 0 : 1,
    -Math.round(place.likeness * 100),
    metadata.date ?? '9999',
    place.id,
    place.span.start,
  ];
}

function compareKeys(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i]! < b[i]!) return -1;
    if (a[i]! > b[i]!) return 1;
  }
  return 0;
}
