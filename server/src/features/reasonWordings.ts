/**
 * Why a fact holds, in words. Each stage of the analysis words its own reasons; here they come together, so that every
 * feature looks in one place.
 */
import { ATTRIBUTION_REASONS } from '../analysis/attributions/reasons.ts';
import { BLOCK_REASONS } from '../analysis/blocks/reasons.ts';
import { CLAIM_REASONS } from '../analysis/claims/claimReasons.ts';
import { CONTINUATION_REASONS } from '../analysis/continuation/reasons.ts';
import { QUANTITY_REASONS } from '../analysis/quantities/quantityReasons.ts';
import { QUOTATION_REASONS } from '../analysis/quotations/reasons.ts';
import { SPEAKER_REASONS } from '../analysis/speakers/reasons.ts';

export const REASON_WORDINGS: Readonly<Record<string, string>> = {
  ...BLOCK_REASONS,
  ...QUOTATION_REASONS,
  ...QUANTITY_REASONS,
  ...CLAIM_REASONS,
  ...SPEAKER_REASONS,
  ...ATTRIBUTION_REASONS,
  ...CONTINUATION_REASONS,
};
