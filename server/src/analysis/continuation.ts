/**
 * What connects the blocks of an article to who speaks in them: quotations that run over several paragraphs, turns of
 * a transcript, a lead-in that ends in a colon, a quotation paragraph that goes on without a cue. An attribution found
 * here says so by its reason and has an empty cue where the text has none: the speaker is inferred. In doubt there is
 * none.
 */
import type { Steps } from '../text/steps.ts';
import type { BlockFacts } from './blockFacts.ts';
import type { Attribution, Block, Quotation } from './facts.ts';
import { attributeAnswers } from './continuation/boldQuestions.ts';
import { carrySpeakers } from './continuation/carriedSpeakers.ts';
import { isConversation } from './continuation/conversation.ts';
import { Draft } from './continuation/draft.ts';
import { settleStory } from './continuation/storyReports.ts';
import { completeParagraphs, joinParagraphs, shareWithinChains } from './continuation/paragraphs.ts';
import { attributeLists } from './continuation/listLeadIns.ts';
import { linkQuotations } from './continuation/links.ts';
import { attributeTurns } from './continuation/turns.ts';

export { CONTINUATION_REASONS } from './continuation/reasons.ts';

export interface QuotationsAndAttributions {
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
}

export interface CarriedOver extends QuotationsAndAttributions {
  /** Whether the article is told in conversation; see `isConversation`. */
  readonly inConversation: boolean;
}

/**
 * Joins quotations that run over several paragraphs, carries the last speaker over to a quotation paragraph without
 * a cue, and links every quotation to its attribution. Never throws; linear in the number of facts.
 * @param inConversation how the article is told, where that is known: a few of its paragraphs do not show it
 */
export function* carryOver(
  text: string,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
  found: QuotationsAndAttributions,
  inConversation?: boolean,
): Steps<CarriedOver> {
  const draft = new Draft(text, blocks, facts, found);
  yield;
  joinParagraphs(draft);
  yield;
  attributeTurns(draft);
  attributeAnswers(draft);
  attributeLists(draft);
  yield;
  linkQuotations(draft);
  yield;
  completeParagraphs(draft);
  yield;
  shareWithinChains(draft);
  yield;
  const told = inConversation ?? isConversation(draft);
  yield;
  if (told) settleStory(draft);
  carrySpeakers(draft, told);
  yield;
  return { ...draft.finish(), inConversation: told };
}
