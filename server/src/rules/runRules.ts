/** Runs the rules over one article: the one way from facts to warnings. */
import { findDismissals, isDismissed } from '../annotations/dismissals.ts';
import { findMarks } from '../text/marks.ts';
import { sayInEnglish } from '../text/say.ts';
import { compareSpans } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import { findFigureCounterparts } from '../workspace/figures.ts';
import type { ArticleId, Counterpart, Workspace } from '../workspace/types.ts';
import { wordingIn } from './messages.ts';
import { RULES } from './registry.ts';
import type {
  CheckedArticle,
  Finding,
  Profile,
  Rule,
  RuleContext,
  RuleFinding,
  RuleId,
  RuleSettings,
  Severity,
} from './rule.ts';
import { SEVERITIES } from './rule.ts';

/** A rule that threw: a mistake of ours, for the log. It costs its own findings and nothing else. */
export interface RuleFailure {
  readonly rule: RuleId;
  readonly error: unknown;
}

/**
 * The findings in an article, in text order, without the dismissed ones. Never throws: a rule that does is reported to
 * `onFailure` and costs only its own findings.
 */
export function runRules(
  checked: CheckedArticle,
  settings: RuleSettings,
  onFailure?: (failure: RuleFailure) => void,
): Finding[] {
  return finish(runRulesInSteps(checked, settings, onFailure));
}

/** The same, each rule in a step or several. */
export function* runRulesInSteps(
  checked: CheckedArticle,
  settings: RuleSettings,
  onFailure?: (failure: RuleFailure) => void,
  rules: readonly Rule[] = RULES,
): Steps<Finding[]> {
  const context = contextOf(checked, settings);
  const { article, text, marks, annotations } = context;
  const dismissals = findDismissals(article, text, marks, annotations);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const severity = severityOf(rule.id, settings);
    if (severity === 'off' || (rule.needsWorkspace && !context.workspace)) continue;
    yield;
    for (const found of yield* guarded(rule, context, onFailure)) {
      if (isDismissed(text, dismissals, rule.id, found.span)) continue;
      findings.push(asFinding(rule.id, found, severity, settings));
    }
  }
  return findings.sort((a, b) => compareSpans(a.span, b.span));
}

/** What the rules that look nearby say of a few paragraphs by themselves. Never throws. */
export function runNearbyRules(checked: CheckedArticle, settings: RuleSettings): Finding[] {
  return finish(runNearbyRulesInSteps(checked, settings));
}

/** The same, each rule in a step or several. */
export function runNearbyRulesInSteps(checked: CheckedArticle, settings: RuleSettings): Steps<Finding[]> {
  return runRulesInSteps(checked, settings, undefined, NEARBY);
}

const NEARBY = RULES.filter(({ looksNearby }) => looksNearby);

function contextOf(checked: CheckedArticle, settings: RuleSettings): RuleContext {
  const { id, article, workspace, annotations = [], folders = [] } = checked;
  const text = checked.text ?? article.text;
  return {
    id,
    article,
    workspace,
    counterparts: workspace ? rememberedCounterparts(id, workspace) : () => [],
    figures:
      checked.figures ?? ((quantity) => (workspace ? findFigureCounterparts(workspace, id, quantity) : [])),
    facts: checked.facts ?? factsIn(workspace),
    text,
    marks: checked.marks ?? findMarks(text, article.format),
    annotations,
    exists: checked.exists ?? (() => undefined),
    folders,
    settings,
    wording: wordingIn(checked.say ?? sayInEnglish),
  };
}

function factsIn(workspace: Workspace | undefined): RuleContext['facts'] {
  return (id, tell) => {
    const article = workspace?.article(id);
    if (article) tell(article);
  };
}

function rememberedCounterparts(id: ArticleId, workspace: Workspace): RuleContext['counterparts'] {
  const remembered = new Map<string, readonly Counterpart[]>();
  return (passage) => {
    const key = `${passage.start} ${passage.end}`;
    const found = remembered.get(key) ?? workspace.counterparts(id, passage);
    remembered.set(key, found);
    return found;
  };
}

function* guarded(
  rule: Rule,
  context: RuleContext,
  onFailure: ((failure: RuleFailure) => void) | undefined,
): Steps<readonly RuleFinding[]> {
  try {
    const found = rule.check(context);
    return 'next' in found ? yield* found : found;
  } catch (error) {
    onFailure?.({ rule: rule.id, error });
    return [];
  }
}

/** The severity at which a rule speaks under these settings, or `off`. */
export function severityOf(id: RuleId, { profile, rules }: RuleSettings): Severity | 'off' {
  if (profile === 'off') return 'off';
  const chosen = rules[id];
  if (chosen) return chosen;
  return PROFILE_SEVERITY[profile](RULES.find((rule) => rule.id === id)?.defaultSeverity ?? 'warning');
}

const PROFILE_SEVERITY: Readonly<Record<Exclude<Profile, 'off'>, (own: Severity) => Severity>> = {
  writing: () => 'hint',
  desk: (own) => own,
  // A fact-check lets nothing pass as mere information.
  strict: (own) => (own === 'information' ? 'warning' : own),
};

function asFinding(
  rule: RuleId,
  { span, message, gravity, related = [], fixes = [] }: RuleFinding,
  severity: Severity,
  settings: RuleSettings,
): Finding {
  return { rule, span, severity: weigh(rule, severity, gravity, settings), message, related, fixes };
}

function weigh(
  rule: RuleId,
  severity: Severity,
  gravity: RuleFinding['gravity'],
  { profile, rules }: RuleSettings,
): Severity {
  switch (gravity) {
    case undefined:
      return severity;
    case 'graver':
      return rules[rule] || profile === 'writing' ? severity : 'error';
    case 'milder':
      return SEVERITIES[Math.min(SEVERITIES.indexOf(severity) + 1, SEVERITIES.length - 1)]!;
    case 'hint':
      return 'hint';
  }
}
