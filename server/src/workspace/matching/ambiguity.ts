/**
 * Two places equally near: neither is preferred silently. A passage that stands nowhere as it is, but is as near to
 * `Team Alpha …` in one place as to `Team Beta …` in another, is ambiguous in both.
 */
import { passageWords } from '../../text/passageWords.ts';
import { wordDifference } from '../verdict/difference/wordDifference.ts';
import type { ArticleId, Counterpart } from '../types.ts';

/** Places whose likeness differs by less are equally near. */
const MARGIN = 0.04;

/** The same counterparts, with the verdict `ambiguous` where the best ones are equally near and say different things. */
export function markAmbiguous(
  ranked: readonly Counterpart[],
  textOf: (id: ArticleId) => string,
): Counterpart[] {
  const best = ranked[0];
  if (best?.verdict !== 'altered') return [...ranked];
  const rivals = ranked.filter((other) => other !== best && isRival(best, other, textOf));
  return ranked.map((place) =>
    rivals.length > 0 && (place === best || rivals.includes(place))
      ? { ...place, verdict: 'ambiguous' }
      : place,
  );
}

function isRival(best: Counterpart, other: Counterpart, textOf: (id: ArticleId) => string): boolean {
  if (other.verdict !== 'altered' || best.likeness - other.likeness >= MARGIN) return false;
  const [here, there] = [best, other].map((place) => {
    const text = textOf(place.id);
    return {
      text,
      words: place.fragments.flatMap((fragment) => passageWords(text, fragment).fragments.flat()),
    };
  });
  const { changes } = wordDifference(here!, there!);
  return changes.some(
    ({ kind }) => kind !== 'removed' && kind !== 'added' && kind !== 'filler' && kind !== 'contraction',
  );
}
