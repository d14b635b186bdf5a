/**
 * The figures of a match that everybody in the stands could see: in an article that gives a result, those of sentences
 * that tell of play. What players earn and who was hurt in the stands wants a source as anywhere.
 */
import { PLAY } from '../../language/en/sportWords.ts';
import { textOf } from '../../text/span.ts';
import type { Quantity } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

/** From here on a count is one of casualties. */
const CASUALTIES = 0.95;

/** Answers for quantities by index. Linear: every sentence is searched once. */
export function figuresOfPlay(
  { text, sentences }: ClaimContext,
  quantities: readonly Quantity[],
  sites: readonly Site[],
): (index: number) => boolean {
  if (!quantities.some(({ exempt }) => exempt === 'score')) return () => false;
  const known = new Map<number, boolean>();
  const tellsOfPlay = (sentence: number): boolean => {
    let told = known.get(sentence);
    if (told === undefined) {
      const span = sentences[sentence]?.span;
      told = span !== undefined && PLAY.test(textOf(text, span));
      known.set(sentence, told);
    }
    return told;
  };
  return (index) => {
    const { kind, weight } = quantities[index]!;
    if (kind === 'money' || (kind === 'count' && weight >= CASUALTIES)) return false;
    return tellsOfPlay(sites[index]!.sentence);
  };
}
