/** `package.json` against what it is made from: the table of settings, the texts, the files it names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleOf, stringsOf } from '../../client/packaging/strings.mjs';
import {
  manifestConfiguration,
  manifestStrings,
  projectFileSchema,
} from '../../server/src/config/manifest.ts';
import { RULES } from '../../server/src/rules/registry.ts';

interface Command {
  command: string;
  title: string;
  category: string;
}

interface Manifest {
  icon: string;
  activationEvents: string[];
  contributes: {
    configuration: { properties: Record<string, unknown> }[];
    commands: Command[];
    menus: Record<string, { command?: string; submenu?: string; when?: string }[]>;
    submenus: { id: string }[];
    grammars: { path: string }[];
    yamlValidation: { url: string }[];
    colors: { defaults: Record<string, string> }[];
    keybindings: { command: string; when?: string }[];
    viewsContainers: Record<string, { icon: string }[]>;
    walkthroughs: { steps: { media: { markdown: string } }[] }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const client = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`client/src/${file}`, 'utf8'))
  .join('\n');

/** What is said in the source; read once, because it is all of the source. */
const inClient = stringsOf('client/src');
const inServer = stringsOf('server/src');

describe('settings', () => {
  it('are those of the table: otherwise run `npm run manifest`', () => {
    expect(contributes.configuration).toEqual(manifestConfiguration());
  });

  it('of the project file have the schema of the table: otherwise run `npm run manifest`', () => {
    expect(JSON.parse(readFileSync('client/attest.schema.json', 'utf8'))).toEqual(projectFileSchema());
  });

  it('are at most 25', () => {
    const keys = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThanOrEqual(25);
  });
});

describe('texts', () => {
  it('are all there, and none is left over', () => {
    const used = [...text.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(words).sort());
  });

  it('of the settings are those of the table: otherwise run `npm run manifest`', () => {
    expect(words).toMatchObject(manifestStrings());
  });

  it('of the client all go through the localisation API', () => {
    expect(inClient.unlocalised).toEqual([]);
  });

  it('of the server all go through `say`', () => {
    const titles = new Set(RULES.map(({ title }) => title));
    // The command line speaks English, the table is translated as a whole, and rules have titles for the README.
    const others = /^server.src.(?:cli|config.(?:table|manifest)\b)/;
    const { unlocalised } = inServer;
    expect(unlocalised).not.toEqual([]);
    expect(
      unlocalised.filter((found) => !others.test(found) && !titles.has(found.replace(/^\S+: /, ''))),
    ).toEqual([]);
  });

  it('are in the bundle for translators: otherwise run `npm run manifest`', () => {
    const bundle: unknown = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8'));
    const settings = Object.values(manifestStrings());
    expect(bundle).toEqual(bundleOf(inClient, inServer, settings));
  });

  it('of commands are in title case under the category Attest', () => {
    const small = /^(?:a|an|and|as|for|from|in|of|on|or|the|to…?|with)$/;
    for (const { title, category } of contributes.commands) {
      expect(category).toBe('Attest');
      const lower = words[title.slice(1, -1)]!.split(' ').filter((word) => !/^[A-Z[]/.test(word));
      expect(lower.filter((word) => !small.test(word))).toEqual([]);
    }
  });
});

describe('commands', () => {
  it('in menus exist', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const item of Object.values(contributes.menus).flat()) {
      expect(item.command ? known.has(item.command) : submenus.has(item.submenu!)).toBe(true);
    }
  });

  it('with keys exist, and their keys mean nothing outside articles', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    for (const { command, when } of contributes.keybindings) {
      expect(known.has(command), command).toBe(true);
      expect(when).toContain('attest.isArticle');
    }
  });

  it('that the client registers are contributed', () => {
    const registered = [...client.matchAll(/registerCommand\(\s*'(attest\.\w+)'/g)].map(([, id]) => id!);
    expect(registered.length).toBeGreaterThan(0);
    expect(contributes.commands.map(({ command }) => command)).toEqual(expect.arrayContaining(registered));
  });
});

describe('views', () => {
  it('have one container and at most three icons each', () => {
    expect(Object.values(contributes.viewsContainers).flat()).toHaveLength(1);
    const icons = contributes.menus['view/title']!.filter(({ when }) => !when!.includes('factsFiltered'));
    expect(icons.length + 1).toBeLessThanOrEqual(3);
  });

  it('have colours for every kind of theme', () => {
    for (const { defaults } of contributes.colors) {
      expect(Object.keys(defaults).sort()).toEqual(['dark', 'highContrast', 'highContrastLight', 'light']);
    }
  });

  it('are introduced in at most six steps', () => {
    for (const { steps } of contributes.walkthroughs) expect(steps.length).toBeLessThanOrEqual(6);
  });
});

describe('the extension', () => {
  it('starts for articles and project files only', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:plaintext',
      'onLanguage:markdown',
      'workspaceContains:.attest.yaml',
    ]);
  });

  it('names only files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.yamlValidation.map(({ url }) => url),
      ...Object.values(contributes.viewsContainers).flatMap((all) => all.map(({ icon }) => icon)),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('has an icon of at least 128 pixels', () => {
    const png = readFileSync(manifest.icon);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(png.readUInt32BE(20)).toBe(png.readUInt32BE(16));
  });
});
