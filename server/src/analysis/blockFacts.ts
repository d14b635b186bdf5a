/**
 * The facts of one block, found without looking at any other block. Offsets count from the block's start and indices
 * point into the block's own arrays, so an unchanged paragraph keeps its facts wherever an edit moves it: that is what
 * makes typing cheap. `assemble.ts` moves them to their place in the article, and the whole-article stages
 * (`continuation`, `speakers`, `claims`) do the rest.
 */
import type { Span } from '../text/span.ts';
import type { Attribution, BlockKind, Quantity, Quotation } from './facts.ts';
import { PROSE_KINDS } from './facts.ts';
import { splitSentences } from './sentences.ts';
import type { Token } from './tokens.ts';
import { tokenize } from './tokens.ts';
import { findQuotations } from './quotations.ts';
import { findAttributions } from './attributions/attributions.ts';
import { findQuantities } from './quantities/quantities.ts';

/** What every stage of block analysis gets to read. */
export interface BlockText {
  readonly text: string;
  readonly kind: BlockKind;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Span[];
}

export interface BlockFacts extends BlockText {
  readonly quotations: readonly Quotation[];
  /** Without speakers: `speaker` is null until the whole article is known. */
  readonly attributions: readonly Attribution[];
  /** With the exemptions that the sentence itself shows; `attribution` is null until the claims stage. */
  readonly quantities: readonly Quantity[];
}

const NO_FACTS: Omit<BlockFacts, 'text' | 'kind'> = {
  tokens: [],
  sentences: [],
  quotations: [],
  attributions: [],
  quantities: [],
};

/** Finds the facts of one block; of furniture and other text that is no prose there are none. Never throws. */
export function analyzeBlock(text: string, kind: BlockKind): BlockFacts {
  if (!PROSE_KINDS.has(kind)) return { ...NO_FACTS, text, kind };
  const tokens = tokenize(text);
  const block: BlockText = { text, kind, tokens, sentences: splitSentences(tokens) };
  const quotations = findQuotations(block);
  return {
    ...block,
    quotations,
    attributions: findAttributions(block, quotations),
    quantities: findQuantities(block),
  };
}
