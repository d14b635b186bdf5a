/** How sure the analysis is of an attribution as a whole. */

/** A verb of utterance at the marks of a full quotation is as good as certain. */
export const RULE_CONFIDENCE = 0.8;

/**
 * The probability that cue, source and content belong together, from the probabilities of their least certain
 * boundaries: both taggers must be right.
 */
export function confidenceOf(cueProbability: number, roleProbability: number): number {
  return Math.sqrt(cueProbability * roleProbability);
}
