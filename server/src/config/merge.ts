/**
 * Who decides. From the strongest: what was asked for this time (`attest check --profile`), the project file, the
 * editor's settings, the defaults. The project file wins over the editor because it is what a newsroom agreed on. `rules`
 * is decided rule by rule. Lists (`sources`, `include`, `exclude`, `knownFacts`) are added up.
 */
import type { KnownFact } from '../rules/rule.ts';
import type { Settings } from './settings.ts';
import { DEFAULT_SETTINGS, SETTINGS } from './table.ts';
import { validateSettings, type ValidatedSettings } from './validate.ts';

/** The settings that hold, from those of every place, strongest first; the defaults come last by themselves. */
export function mergeSettings(...strongestFirst: readonly Partial<Settings>[]): Settings {
  const levels = [...strongestFirst, DEFAULT_SETTINGS];
  const scalars = Object.assign({}, ...[...levels].reverse()) as Settings;
  const lists = (property: 'sources' | 'include' | 'exclude'): string[] => [
    ...new Set(levels.flatMap((level) => level[property] ?? [])),
  ];
  const rules = Object.assign({}, ...[...levels].reverse().map((level) => level.rules)) as Settings['rules'];
  return {
    ...scalars,
    rules,
    sources: lists('sources'),
    include: lists('include'),
    exclude: lists('exclude'),
    knownFacts: uniqueFacts(levels.flatMap((level) => level.knownFacts ?? [])),
  };
}

function uniqueFacts(facts: readonly KnownFact[]): KnownFact[] {
  const byText = new Map<string, KnownFact>();
  for (const fact of facts) if (!byText.has(fact.text)) byText.set(fact.text, fact);
  return [...byText.values()];
}

/** What an editor answers for the section `attest`: nested or with dotted keys; wrong values are left out. */
export function settingsFromEditor(configuration: unknown): ValidatedSettings {
  return validateSettings(configuration, SETTINGS);
}
