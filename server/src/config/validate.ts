/** Checks what people wrote as settings against the table. Keeps what is right and names what is wrong. */
import { nearest } from '../text/nearest.ts';
import type { Settings } from './settings.ts';
import type { ItemSchema, Setting, SettingSchema } from './table.ts';
import { SETTINGS } from './table.ts';

export interface SettingProblem {
  /** Keys and indices from the root to the wrong value, or to the wrong key. */
  readonly path: readonly (string | number)[];
  /** Whether the key is wrong and not its value. */
  readonly atKey: boolean;
  readonly message: string;
  /** The word that was probably meant in its place. */
  readonly suggestion: string | null;
}

export interface ValidatedSettings {
  /** Only what was written and is right. */
  readonly settings: Partial<Settings>;
  readonly problems: readonly SettingProblem[];
}

/**
 * Reads settings from plain values: nested (`{ style: { attributionVerb } }`), or with dotted keys.
 * @param allowed the settings that may stand here
 */
export function validateSettings(values: unknown, allowed: readonly Setting[]): ValidatedSettings {
  const problems: SettingProblem[] = [];
  const settings: Record<string, unknown> = {};
  if (values === null || values === undefined) return { settings, problems };
  if (!isRecord(values)) {
    problems.push(wrongValue([], 'Settings are a list of “key: value” lines.'));
    return { settings, problems };
  }
  readGroup(values, [], '', allowed, settings, problems);
  return { settings, problems };
}

function readGroup(
  group: Readonly<Record<string, unknown>>,
  path: readonly string[],
  prefix: string,
  allowed: readonly Setting[],
  settings: Record<string, unknown>,
  problems: SettingProblem[],
): void {
  for (const [name, value] of Object.entries(group)) {
    const key = prefix + name;
    const setting = allowed.find((candidate) => candidate.key === key);
    const at = [...path, name];
    if (setting) {
      const checked = checkValue(setting.schema, value, at, problems);
      if (checked !== undefined && setting.property !== 'trace') settings[setting.property] = checked;
    } else if (allowed.some((candidate) => candidate.key.startsWith(`${key}.`))) {
      if (isRecord(value)) readGroup(value, at, `${key}.`, allowed, settings, problems);
      else if (value !== null)
        problems.push(wrongValue(at, `“${name}” is a group of settings, not one value.`));
    } else problems.push(unknownKey(at, name, key, prefix, allowed));
  }
}

function unknownKey(
  path: readonly string[],
  name: string,
  key: string,
  prefix: string,
  allowed: readonly Setting[],
): SettingProblem {
  if (SETTINGS.some((setting) => setting.key === key)) {
    return {
      path,
      atKey: true,
      message: `“${key}” is set in the editor and is not shared in this file.`,
      suggestion: null,
    };
  }
  if (key.startsWith('attest.')) {
    return {
      path,
      atKey: true,
      message: `Leave out “attest.” here: “${key.slice(7)}”.`,
      suggestion: key.slice(7),
    };
  }
  const siblings = [
    ...new Set(
      allowed
        .filter((setting) => setting.key.startsWith(prefix))
        .map((setting) => setting.key.slice(prefix.length).split('.')[0]!),
    ),
  ];
  return unknown(path, `There is no setting “${key}”.`, nearest(name, siblings));
}

function unknown(
  path: readonly (string | number)[],
  message: string,
  suggestion: string | null,
): SettingProblem {
  const hint = suggestion === null ? '' : ` Did you mean “${suggestion}”?`;
  return { path, atKey: true, message: message + hint, suggestion };
}

/** The value as the setting wants it, without the wrong parts of a list or object; undefined when nothing is usable. */
function checkValue(
  schema: SettingSchema,
  value: unknown,
  path: readonly (string | number)[],
  problems: SettingProblem[],
): unknown {
  switch (schema.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'integer':
    case 'number':
      return checkNumber(schema, value, path, problems);
    case 'string':
      if (schema.enum) return checkChoice(schema.enum, value, path, problems);
      if (typeof value === 'string' && value.trim().length >= (schema.minLength ?? 0)) return value.trim();
      break;
    case 'array':
      if (Array.isArray(value)) return checkItems(schema, value, path, problems);
      break;
    case 'object':
      if (isRecord(value)) return checkProperties(schema, value, path, problems);
      break;
  }
  // An empty value in the project file: the setting is there, its value not yet.
  problems.push(wrongValue(path, `This must be ${WANTED[schema.type]}.`));
  return undefined;
}

const WANTED: Readonly<Record<SettingSchema['type'], string>> = {
  boolean: '“true” or “false”',
  string: 'a text that is not empty',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'a group of “key: value” lines',
};

function checkNumber(
  { type, minimum = -Infinity, maximum = Infinity }: SettingSchema,
  value: unknown,
  path: readonly (string | number)[],
  problems: SettingProblem[],
): number | undefined {
  const right =
    typeof value === 'number' && (type === 'integer' ? Number.isInteger(value) : Number.isFinite(value));
  if (right && value >= minimum && value <= maximum) return value;
  const range = right ? ` from ${minimum} to ${maximum}` : '';
  problems.push(wrongValue(path, `This must be ${WANTED[type]}${range}.`));
  return undefined;
}

function checkChoice(
  choices: readonly string[],
  value: unknown,
  path: readonly (string | number)[],
  problems: SettingProblem[],
): string | undefined {
  if (typeof value === 'string' && choices.includes(value)) return value;
  const meant =
    value === false && choices.includes('off')
      ? 'off'
      : typeof value === 'string'
        ? nearest(value, choices)
        : null;
  const hint = meant === null ? '' : ` Did you mean “${meant}”?`;
  problems.push({
    path,
    atKey: false,
    message: `This must be one of ${choices.join(', ')}.${hint}`,
    suggestion: meant,
  });
  return undefined;
}

function checkItems(
  { items }: SettingSchema,
  values: readonly unknown[],
  path: readonly (string | number)[],
  problems: SettingProblem[],
): unknown[] {
  if (!items) return [];
  const alternatives = 'oneOf' in items ? items.oneOf : [items as ItemSchema];
  const checked = values.flatMap((value, index) => {
    const item = alternatives.map((schema) => checkItem(schema, value)).find((found) => found !== undefined);
    if (item !== undefined) return [item];
    const wanted = alternatives.length > 1 ? 'a text, or “text” and “reason”' : WANTED.string;
    problems.push(wrongValue([...path, index], `This must be ${wanted}.`));
    return [];
  });
  // A text alone is short for an object with this text.
  return alternatives.length === 1
    ? checked
    : checked.map((item) => (typeof item === 'string' ? { text: item } : item));
}

function checkItem(schema: ItemSchema, value: unknown): unknown {
  if (schema.type === 'string') {
    return typeof value === 'string' && value.trim().length >= schema.minLength ? value.trim() : undefined;
  }
  if (!isRecord(value)) return undefined;
  const right =
    schema.required.every((name) => name in value) &&
    Object.entries(value).every(
      ([name, part]) =>
        Object.hasOwn(schema.properties, name) && typeof part === 'string' && part.trim() !== '',
    );
  return right ? value : undefined;
}

function checkProperties(
  { properties = {} }: SettingSchema,
  value: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  problems: SettingProblem[],
): Record<string, unknown> {
  const checked: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property) {
      problems.push(
        unknown([...path, name], `There is no rule “${name}”.`, nearest(name, Object.keys(properties))),
      );
      continue;
    }
    const choice = checkChoice(property.enum, part, [...path, name], problems);
    if (choice !== undefined) checked[name] = choice;
  }
  return checked;
}

function wrongValue(path: readonly (string | number)[], message: string): SettingProblem {
  return { path, atKey: false, message, suggestion: null };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
