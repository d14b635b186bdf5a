import type { BlockFacts } from '../blockFacts.ts';
import type { Attribution, Block, Quotation, Speaker } from '../facts.ts';

export interface ResolvedSpeakers {
  readonly speakers: readonly Speaker[];
  /** The same attributions, each with its speaker. */
  readonly attributions: readonly Attribution[];
}

/** Who is behind each source: names, roles and pronouns resolved over the whole article. */
export function resolveSpeakers(
  _text: string,
  _blocks: readonly Block[],
  _facts: readonly BlockFacts[],
  attributions: readonly Attribution[],
  _quotations: readonly Quotation[],
): ResolvedSpeakers {
  return { speakers: [], attributions };
}
