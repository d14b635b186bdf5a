/**
 * What connects the blocks of an article to who speaks in them: quotations that run over several paragraphs, turns of
 * a transcript, a lead-in that ends in a colon, a quotation paragraph that goes on without a cue. An attribution found
 * here says so by its reason and has an empty cue where the text has none: the speaker is inferred. In doubt there is
 * none.
 */
import type { BlockFacts } from './blockFacts.ts';
import type { Attribution, Block, Quotation } from './facts.ts';
import { carrySpeakers } from './continuation/carriedSpeakers.ts';
import { Draft } from './continuation/draft.ts';
import { completeParagraphs, joinParagraphs, shareWithinChains } from './continuation/paragraphs.ts';
import { linkQuotations } from './continuation/links.ts';
import { attributeTurns } from './continuation/turns.ts';

export { CONTINUATION_REASONS } from './continuation/reasons.ts';

export interface QuotationsAndAttributions {
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

/**
 * Joins quotations that run over several paragraphs, carries the last speaker over to a quotation paragraph without
 * a cue, and links every quotation to its attribution. Never throws; linear in the number of facts.
 */
export function carryOver(
  text: string,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  found: QuotationsAndAttributions,
): QuotationsAndAttributions {
  const draft = new Draft(text, blocks, facts, found);
  joinParagraphs(draft);
  attributeTurns(draft);
  linkQuotations(draft);
  completeParagraphs(draft);
  shareWithinChains(draft);
  carrySpeakers(draft);
  return draft.finish();
}
