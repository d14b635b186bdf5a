/** Checks what people wrote as settings against the table. Keeps what is right and names what is wrong. */
import { nearest } from '../text/nearest.ts';
import type { Say } from '../text/say.ts';
import { phrases, sayInEnglish } from '../text/say.ts';
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
export function validateSettings(
  values: unknown,
  allowed: readonly Setting[],
  say: Say = sayInEnglish,
): ValidatedSettings {
  const problems: SettingProblem[] = [];
  const settings: Record<string, unknown> = {};
  if (values === null || values === undefined) return { settings, problems };
  if (!isRecord(values)) {
    problems.push(wrongValue([], say('Settings are a list of “key: value” lines.')));
    return { settings, problems };
  }
  readGroup(values, [], '', { allowed, say, settings, problems });
  return { settings, problems };
}

/** What is allowed, in which language mistakes are named, and what was found so far. */
interface Reading {
  readonly allowed: readonly Setting[];
  readonly say: Say;
  readonly settings: Record<string, unknown>;
  readonly problems: SettingProblem[];
}

function readGroup(
  group: Readonly<Record<string, unknown>>,
  path: readonly string[],
  prefix: string,
  reading: Reading,
): void {
  const { allowed, say, settings, problems } = reading;
  for (const [name, value] of Object.entries(group)) {
    const key = prefix + name;
    const setting = allowed.find((candidate) => candidate.key === key);
    const at = [...path, name];
    if (setting) {
      const checked = checkValue(setting.schema, value, at, reading);
      if (checked !== undefined && setting.property !== 'trace') settings[setting.property] = checked;
    } else if (allowed.some((candidate) => candidate.key.startsWith(`${key}.`))) {
      if (isRecord(value)) readGroup(value, at, `${key}.`, reading);
      else if (value !== null)
        problems.push(wrongValue(at, say('“{0}” is a group of settings, not one value.', name)));
    } else problems.push(unknownKey(at, name, key, prefix, reading));
  }
}

function unknownKey(
  path: readonly string[],
  name: string,
  key: string,
  prefix: string,
  { allowed, say }: Reading,
): SettingProblem {
  if (SETTINGS.some((setting) => setting.key === key)) {
    return {
      path,
      atKey: true,
      message: say('“{0}” is set in the editor and is not shared in this file.', key),
      suggestion: null,
    };
  }
  if (key.startsWith('attest.')) {
    return {
      path,
      atKey: true,
      message: say('Leave out “attest.” here: “{0}”.', key.slice(7)),
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
  return unknown(say, path, say('There is no setting “{0}”.', key), nearest(name, siblings));
}

function unknown(
  say: Say,
  path: readonly (string | number)[],
  message: string,
  suggestion: string | null,
): SettingProblem {
  return { path, atKey: true, message: withGuess(say, message, suggestion), suggestion };
}

function withGuess(say: Say, message: string, meant: string | null): string {
  return meant === null ? message : say('{0} Did you mean “{1}”?', message, meant);
}

/** The value as the setting wants it, without the wrong parts of a list or object; undefined when nothing is usable. */
function checkValue(
  schema: SettingSchema,
  value: unknown,
  path: readonly (string | number)[],
  reading: Reading,
): unknown {
  switch (schema.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      break;
    case 'integer':
    case 'number':
      return checkNumber(schema, value, path, reading);
    case 'string':
      if (schema.enum) return checkChoice(schema.enum, value, path, reading);
      if (typeof value === 'string' && value.trim().length >= (schema.minLength ?? 0)) return value.trim();
      break;
    case 'array':
      if (Array.isArray(value)) return checkItems(schema, value, path, reading);
      break;
    case 'object':
      if (isRecord(value)) return checkProperties(schema, value, path, reading);
      break;
  }
  // An empty value in the project file: the setting is there, its value not yet.
  const { say, problems } = reading;
  problems.push(wrongValue(path, say('This must be {0}.', say(WANTED[schema.type]))));
  return undefined;
}

const WANTED: Readonly<Record<SettingSchema['type'], string>> = phrases({
  boolean: '“true” or “false”',
  string: 'a text that is not empty',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'a group of “key: value” lines',
});

function checkNumber(
  { type, minimum = -Infinity, maximum = Infinity }: SettingSchema,
  value: unknown,
  path: readonly (string | number)[],
  reading: Reading,
): number | undefined {
  const right =
    typeof value === 'number' && (type === 'integer' ? Number.isInteger(value) : Number.isFinite(value));
  if (right && value >= minimum && value <= maximum) return value;
  const { say, problems } = reading;
  const wanted = right ? say('{0} from {1} to {2}', say(WANTED[type]), minimum, maximum) : say(WANTED[type]);
  problems.push(wrongValue(path, say('This must be {0}.', wanted)));
  return undefined;
}

function checkChoice(
  choices: readonly string[],
  value: unknown,
  path: readonly (string | number)[],
  reading: Reading,
): string | undefined {
  if (typeof value === 'string' && choices.includes(value)) return value;
  const meant =
    value === false && choices.includes('off')
      ? 'off'
      : typeof value === 'string'
        ? nearest(value, choices)
        : null;
  const { say, problems } = reading;
  const message = say('This must be one of {0}.', choices.join(', '));
  problems.push({
    path,
    atKey: false,
    message: withGuess(say, message, meant),
    suggestion: meant,
  });
  return undefined;
}

function checkItems(
  { items }: SettingSchema,
  values: readonly unknown[],
  path: readonly (string | number)[],
  reading: Reading,
): unknown[] {
  if (!items) return [];
  const { say, problems } = reading;
  const alternatives = 'oneOf' in items ? items.oneOf : [items as ItemSchema];
  const checked = values.flatMap((value, index) => {
    const item = alternatives.map((schema) => checkItem(schema, value)).find((found) => found !== undefined);
    if (item !== undefined) return [item];
    const wanted = alternatives.length > 1 ? say('a text, or “text” and “reason”') : say(WANTED.string);
    problems.push(wrongValue([...path, index], say('This must be {0}.', wanted)));
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
  reading: Reading,
): Record<string, unknown> {
  const { say, problems } = reading;
  const checked: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!property) {
      const meant = nearest(name, Object.keys(properties));
      problems.push(unknown(say, [...path, name], say('There is no rule “{0}”.', name), meant));
      continue;
    }
    const choice = checkChoice(property.enum, part, [...path, name], reading);
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
