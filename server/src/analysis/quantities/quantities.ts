import type { BlockText } from '../blockFacts.ts';
import type { Quantity } from '../facts.ts';

/** The quantities of one block, in text order, exempt ones included. */
export function findQuantities(_block: BlockText): Quantity[] {
  return [];
}
