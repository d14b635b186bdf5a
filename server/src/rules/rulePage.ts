/** Where the rules are documented. */
import type { RuleId } from './rule.ts';

/** The one place that names the repository; `package.json` says the same. */
export const REPOSITORY = 'https://github.com/attest-editor/attest';

/** The rule's heading in the README. */
export function rulePage(rule: RuleId): string {
  return `${REPOSITORY}/blob/main/README.md#${rule}`;
}
