/** The article in figures, the same in the status item, the code lens and the Facts view. */
import type { Finding } from '../rules/rule.ts';
import type { FactSheetInput } from './factRows.ts';
import { factSheet } from './factSheet.ts';

export interface Tally {
  /** Quotations and claims. */
  readonly facts: number;
  /** Those that somebody is given for, that were traced to a document, or that a person vouches for. */
  readonly sourced: number;
}

/** Never throws; an article without facts has none of either. */
export function tally(input: FactSheetInput): Tally {
  const { facts, unsourced } = factSheet(input).totals;
  return { facts, sourced: facts - unsourced };
}

/** How many are warnings or worse: information and hints ask for nothing. */
export function countWarnings(findings: readonly Pick<Finding, 'severity'>[]): number {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
}
