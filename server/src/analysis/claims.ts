import type { Attribution, Block, Quantity, Quotation } from './facts.ts';

export interface ClaimContext {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

/** Decides for each quantity whether it is attributed, by whom, and which whole-article exemptions apply. */
export function judgeClaims(_context: ClaimContext, quantities: readonly Quantity[]): Quantity[] {
  return [...quantities];
}
