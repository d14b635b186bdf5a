/**
 * What `package.json` says about the settings and `package.nls.json` in words, and the schema of `.attest.yaml`: all made
 * from the table.
 */
import type { Setting } from './table.ts';
import { SETTINGS, SHARED_SETTINGS } from './table.ts';

const CATEGORIES = ['Checking', 'Sources', 'House style', 'Editor'] as const;

export interface ConfigurationSection {
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, object>>;
}

/** `contributes.configuration`: one section per category, in the order of the table. */
export function manifestConfiguration(): ConfigurationSection[] {
  return CATEGORIES.map((category, order) => ({
    title: reference(categoryKey(category)),
    order,
    properties: Object.fromEntries(
      SETTINGS.filter((setting) => setting.category === category).map((setting, position) => [
        `attest.${setting.key}`,
        manifestProperty(setting, position),
      ]),
    ),
  }));
}

function manifestProperty(setting: Setting, order: number): object {
  const { key, schema, default: value, scope, tags } = setting;
  const { enumDescriptions, properties, ...rest } = schema;
  return {
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [
          name,
          { ...property, description: reference(partKey(key, name)) },
        ]),
      ),
    }),
    ...(enumDescriptions && {
      markdownEnumDescriptions: schema.enum!.map((option) => reference(partKey(key, option))),
    }),
    default: value,
    markdownDescription: reference(`setting.${key}`),
    scope,
    order,
    ...(tags && { tags }),
  };
}

/** The texts of the settings for `package.nls.json`, by the keys that `manifestConfiguration` refers to. */
export function manifestStrings(): Record<string, string> {
  const strings: [string, string][] = CATEGORIES.map((category) => [categoryKey(category), category]);
  for (const { key, description, schema } of SETTINGS) {
    strings.push([`setting.${key}`, description]);
    schema.enumDescriptions?.forEach((text, i) => strings.push([partKey(key, schema.enum![i]!), text]));
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      strings.push([partKey(key, name), property.description]);
    }
  }
  return Object.fromEntries(strings);
}

function categoryKey(category: string): string {
  return `settings.${category.toLowerCase().replaceAll(' ', '-')}`;
}

function partKey(key: string, part: string): string {
  return `setting.${key}.${part}`;
}

/** How `package.json` refers to a text. */
function reference(key: string): string {
  return `%${key}%`;
}

interface ObjectSchema {
  type: 'object';
  properties: Record<string, object>;
  additionalProperties: false;
}

/** The JSON schema of `.attest.yaml`, draft-07: the shared settings, their dotted keys nested. */
export function projectFileSchema(): object {
  const root: ObjectSchema = { type: 'object', properties: {}, additionalProperties: false };
  for (const setting of SHARED_SETTINGS) {
    const path = setting.key.split('.');
    let at = root;
    for (const part of path.slice(0, -1)) {
      at.properties[part] ??= { type: 'object', properties: {}, additionalProperties: false };
      at = at.properties[part] as ObjectSchema;
    }
    const { enumDescriptions, ...schema } = setting.schema;
    at.properties[path.at(-1)!] = {
      ...schema,
      // Understood by the YAML and JSON language servers.
      ...(enumDescriptions && { markdownEnumDescriptions: enumDescriptions }),
      default: setting.default,
      description: setting.description.replace(/`#attest\.([\w.]+)#`/g, '`$1`'),
    };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Attest project file',
    description: 'Settings of a newsroom’s folder, shared by the editor and the command line.',
    ...root,
  };
}

/** The table as Markdown, for the documentation. */
export function settingsTable(): string {
  const rows = SETTINGS.map(({ key, schema, default: value, shared, description }) => {
    const type = schema.enum ? schema.enum.map((option) => `\`${option}\``).join(', ') : schema.type;
    const cells = [
      `\`attest.${key}\``,
      type,
      `\`${JSON.stringify(value)}\``,
      shared ? 'yes' : '',
      description,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/#(attest\.[\w.]+)#/g, '$1')).join(' | ')} |`;
  });
  return [
    '| setting | values | default | in `.attest.yaml` | what it does |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
