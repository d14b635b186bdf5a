import type { BlockText } from '../blockFacts.ts';
import type { Attribution, Quotation } from '../facts.ts';

/** The attributions of one block, in text order, without speakers. */
export function findAttributions(_block: BlockText, _quotations: readonly Quotation[]): Attribution[] {
  return [];
}
