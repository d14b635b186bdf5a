/** An attribution before it is a fact: what the taggers find and what the rules find, in stretches of the block's tokens. */
import type { Stretch } from './learned/labels.ts';

export interface Report {
  readonly cue: Stretch;
  /** Empty where nobody is given. */
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
}
