/** All rules, in the order in which the settings and the documentation list them. */
import type { Rule } from './rule.ts';
import { alteredQuote } from './alteredQuote.ts';
import { figureMismatch } from './figureMismatch.ts';
import { inconsistentName } from './inconsistentName.ts';
import { missingSource } from './missingSource.ts';
import { speakerMismatch } from './speakerMismatch.ts';
import { unattributedClaim } from './unattributedClaim.ts';
import { unattributedQuote } from './unattributedQuote.ts';
import { unclosedQuote } from './unclosedQuote.ts';
import { unresolvedMark } from './unresolvedMark.ts';
import { vagueAttribution } from './vagueAttribution.ts';

export const RULES: readonly Rule[] = [
  unattributedClaim,
  unattributedQuote,
  vagueAttribution,
  alteredQuote,
  speakerMismatch,
  figureMismatch,
  missingSource,
  unclosedQuote,
  inconsistentName,
  unresolvedMark,
];
