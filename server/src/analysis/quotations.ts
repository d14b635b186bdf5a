import type { BlockText } from './blockFacts.ts';
import type { Quotation } from './facts.ts';

/** The quotations of one block, in text order, outer before inner. */
export function findQuotations(_block: BlockText): Quotation[] {
  return [];
}
