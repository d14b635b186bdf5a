/** All rules, in the order in which the settings and the documentation list them. */
import { RULE_IDS, type Rule, type RuleId } from './rule.ts';
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

const BY_ID = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: RuleId): Rule {
  return BY_ID.get(id)!;
}

/** Whether the word is a rule's id; for what people write. */
export function isRuleId(word: string): word is RuleId {
  return (RULE_IDS as readonly string[]).includes(word);
}

/** The path of a rule's page inside the repository. */
export function rulePage(id: RuleId): string {
  return `docs/rules.md#${id}`;
}
