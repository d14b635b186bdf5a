/** What may be written at a place in `.attest.yaml`: keys of the table, and the values of those that have a choice. */
import type { Say } from '../text/say.ts';
import { sayInEnglish } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import type { Setting } from './table.ts';
import { SHARED_SETTINGS } from './table.ts';

export interface ConfigCompletion {
  readonly label: string;
  readonly insertText: string;
  /** What is replaced: the word under the caret. */
  readonly span: Span;
  readonly detail: string;
  readonly kind: 'key' | 'value';
}

/** Reads only the lines before the caret, so that it works while the file is no valid YAML. Never throws. */
export function completeProjectFile(
  text: string,
  offset: number,
  say: Say = sayInEnglish,
): ConfigCompletion[] {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  const line = lines.pop() ?? '';
  if (/^\s*#/.test(line) || /\s#/.test(line)) return [];
  const value = /^\s*([\w.-]+):[ \t]+(\S*)$/.exec(line);
  const parents = parentKeys(lines, indentOf(line));
  if (value)
    return completeValue(
      [...parents, value[1]!].join('.'),
      { start: offset - value[2]!.length, end: offset },
      say,
    );
  const key = /^\s*([\w.-]*)$/.exec(line);
  return key ? completeKey(parents, { start: offset - key[1]!.length, end: offset }, say) : [];
}

/** The keys above the line that it is nested in, outermost first. */
export function parentKeys(lines: readonly string[], indent: number): string[] {
  const keys: string[] = [];
  let depth = indent;
  for (let i = lines.length - 1; i >= 0 && depth > 0; i--) {
    const match = /^(\s*)([\w.-]+):\s*(?:#.*)?$/.exec(lines[i]!);
    if (!match || match[1]!.length >= depth) continue;
    keys.unshift(match[2]!);
    depth = match[1]!.length;
  }
  return keys;
}

/** How many blanks a line begins with. */
export function indentOf(line: string): number {
  return /^\s*/.exec(line)![0].length;
}

function completeValue(key: string, span: Span, say: Say): ConfigCompletion[] {
  const setting = SHARED_SETTINGS.find((candidate) => candidate.key === key);
  const rule = key.startsWith('rules.')
    ? rulesSetting().schema.properties?.[key.slice('rules.'.length)]
    : undefined;
  const choices =
    setting?.schema.enum ?? rule?.enum ?? (setting?.schema.type === 'boolean' ? ['true', 'false'] : []);
  return choices.map((label, i) => ({
    label,
    insertText: label,
    span,
    detail: say(setting?.schema.enumDescriptions?.[i] ?? ''),
    kind: 'value',
  }));
}

function completeKey(parents: readonly string[], span: Span, say: Say): ConfigCompletion[] {
  if (parents[0] === 'rules') {
    return Object.entries(rulesSetting().schema.properties ?? {}).map(([label, { description }]) => ({
      label,
      insertText: `${label}: `,
      span,
      detail: say(description),
      kind: 'key',
    }));
  }
  const prefix = parents.map((parent) => `${parent}.`).join('');
  const byName = new Map<string, Setting>();
  for (const setting of SHARED_SETTINGS) {
    if (!setting.key.startsWith(prefix)) continue;
    const name = setting.key.slice(prefix.length).split('.')[0]!;
    if (!byName.has(name)) byName.set(name, setting);
  }
  return [...byName].map(([label, setting]) => {
    const single = setting.key === prefix + label;
    const indent = '  '.repeat(parents.length + 1);
    const opens = !single || setting.schema.type === 'object' || setting.schema.type === 'array';
    const bullet = single && setting.schema.type === 'array' ? '- ' : '';
    return {
      label,
      insertText: opens ? `${label}:\n${indent}${bullet}` : `${label}: `,
      span,
      detail: say(single ? setting.description : setting.category),
      kind: 'key' as const,
    };
  });
}

function rulesSetting(): Setting {
  return SHARED_SETTINGS.find(({ key }) => key === 'rules')!;
}
