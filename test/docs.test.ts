/**
 * The README's sections that come from the code: rules from the rules, settings from the table. `npm run docs` writes
 * them; this test fails when they are out of date, names what is, and checks the README's own links.
 */
import { existsSync, readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { SETTINGS } from '../server/src/config/table.ts';
import { rulesSection } from '../server/src/rules/documentation.ts';
import { RULES } from '../server/src/rules/registry.ts';
import { MATCHING_CONTRACT } from '../server/src/workspace/verdict/difference/matchingContract.ts';
import { ROOT } from './support/shared.ts';

const README = `${ROOT}README.md`;

const SECTIONS: Readonly<Record<string, () => string>> = {
  rules: rulesSection,
  matching: matchingSection,
  settings: settingsSection,
};

function matchingSection(): string {
  const rows = MATCHING_CONTRACT.map(
    ({ verdict, because, passage, source }) =>
      `| ${verdict} | ${because} | “${cell(passage)}” | ${cell(source)} |`,
  );
  return ['| verdict | because of | the article | the source |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function cell(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ⏎ ').replace(/[[\]|]/g, '\\$&');
}

function settingsSection(): string {
  const rows = SETTINGS.map(({ key, default: value, description, shared }) => {
    const plain = description
      .replace(/`#attest\.([\w.]+)#`/g, '`attest.$1`')
      .replaceAll('|', '\\|')
      .replace(/\s+/g, ' ');
    return `| \`attest.${key}\` | \`${JSON.stringify(value)}\` | ${shared ? 'yes' : 'no'} | ${plain} |`;
  });
  return [
    '| setting | default | in `.attest.yaml` | what it does |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The README with every generated section replaced by what the code says now. */
async function current(readme: string): Promise<string> {
  let text = readme;
  for (const [name, write] of Object.entries(SECTIONS)) {
    const section = new RegExp(`(<!-- ${name}:[^>]*-->)[\\s\\S]*?(<!-- /${name} -->)`);
    expect(section.test(text), `the README has a section ${name}`).toBe(true);
    text = text.replace(section, (_, open: string, close: string) => `${open}\n\n${write()}\n\n${close}`);
  }
  return format(text, { ...(await resolveConfig(README)), parser: 'markdown' });
}

describe('README', () => {
  it('says what the code says (npm run docs writes it)', async () => {
    await expect(await current(readFileSync(README, 'utf8'))).toMatchFileSnapshot(README);
  });

  it('links to files and headings that exist', () => {
    const readme = readFileSync(README, 'utf8');
    const headings = new Set([...readme.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading!)));
    const targets = [...readme.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target]) => target!);
    const broken = targets.filter((target) =>
      target.startsWith('#') ? !headings.has(target.slice(1)) : !existsSync(ROOT + target.split('#')[0]!),
    );
    expect(broken).toEqual([]);
  });

  it('has a heading for every rule, where warnings link to', () => {
    const readme = readFileSync(README, 'utf8');
    expect(RULES.map(({ id }) => id).filter((id) => !readme.includes(`\n### ${id}\n`))).toEqual([]);
  });
});

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
