/** The wording of why a claim is attributed or not; the evidence is a cue and a source, or the passage itself. */
import { phrases } from '../../text/say.ts';

export const CLAIM_REASONS = phrases({
  'claim-inside': 'inside the content of {0}, source {1}',
  'claim-inside-uncued': 'inside what {0} says',
  'claim-quoted': 'in a quotation given to {0}',
  'claim-carried': 'in the sentences that {0} governs, source {1}',
  'claim-parallel': 'goes on with the figures of {0}, source {1}',
  'claim-listed': 'in the list under {0}, source {1}',
  'claim-in-source': 'describes the source {0}',
  'claim-sourceless': 'inside the content of {0}, which names no source',
  'claim-unattributed': 'nobody is given for {0}',
});

export type ClaimReason = keyof typeof CLAIM_REASONS;
