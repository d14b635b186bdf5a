/**
 * What handbooks let a writer clean out of speech without marking it: sounds, and phrases that hold the floor.
 *
 * Left out: hedges ("sort of", "kind of", "I think"), which limit what is said, and intensifiers ("really",
 * "literally"), which are the speaker's own emphasis. In comparison form.
 */

/** Fillers wherever they stand. */
export const FILLER_SOUNDS: ReadonlySet<string> = new Set(
  'um uh er erm ah eh hm hmm mm mmm uhm huh'.split(' '),
);

/** Fillers only when set off by commas, dashes or the start of a sentence: `Well, we won`, but not `we played well`. */
export const FILLER_PHRASES: readonly (readonly string[])[] = [
  ['you', 'know'],
  ['i', 'mean'],
  ['you', 'see'],
  ['well'],
  ['so'],
  ['like'],
  ['look'],
  ['listen'],
  ['okay'],
  ['ok'],
  ['right'],
  ['yeah'],
  ['now'],
  ['oh'],
];
