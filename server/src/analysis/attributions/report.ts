/** An attribution before it is a fact: what the taggers find and what the rules find, in stretches of the block's tokens. */
import { RULE_CONFIDENCE } from './confidence.ts';
import type { Stretch } from './learned/labels.ts';

export interface Report {
  readonly cue: Stretch;
  /** Empty where nobody is given. */
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
}

/** A report with how sure it is and who found it. */
export interface Found extends Report {
  readonly confidence: number;
  readonly byRule: boolean;
}

/** What a rule finds is as sure as the next. */
export function byRule(report: Report): Found {
  return { ...report, confidence: RULE_CONFIDENCE, byRule: true };
}
