/** Nothing leaves the machine: server and command line work with the network, other programs and `eval` taken away. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const ROOT = join(import.meta.dirname, '..', '..');
const SEALED = join(import.meta.dirname, 'support', 'sealed.cjs');
const DRAFT =
  '# Ferry to stop\n\n“The ferry will stop at the end of May,” Ida Holm said. Some 4,000 people use it [source: notes/interview.txt].\n\n“Nobody asked us.” [source: https://example.org/report] [source: ../../outside.txt]\n';
const FILES = {
  'draft.md': DRAFT,
  'notes/interview.txt':
    'Ida Holm: The ferry will stop at the end of May. Some 4,000 people use it every day.\n',
  'draft.md.annotations.jsonld': JSON.stringify({
    type: 'AnnotationPage',
    items: [
      {
        id: 'urn:example:1',
        type: 'Annotation',
        target: { selector: { type: 'TextQuoteSelector', exact: 'Nobody asked us.' } },
        body: { type: 'SpecificResource', purpose: 'linking', source: 'https://example.org/report' },
      },
    ],
  }),
  '.attest.yaml': 'profile: strict\nsources: [notes/**]\n',
};

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Seals the programs started from now on. Returns what they tried. */
function seal(): () => readonly string[] {
  const report = join(testFolder().path, 'report');
  vi.stubEnv('ATTEST_SEALED_REPORT', report);
  vi.stubEnv('NODE_OPTIONS', `--require=${JSON.stringify(SEALED)} --disallow-code-generation-from-strings`);
  return () => (existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n') : []);
}

describe('a sealed process', () => {
  it.each([
    ['http.get', "require('http').get('http://localhost:9')"],
    ['net.Socket.connect', "require('net').connect(9)"],
    ['dns.lookup', "require('dns').lookup('localhost', () => {})"],
    ['child_process.spawn', "require('child_process').spawn('true')"],
    ['globalThis.fetch', "fetch('http://localhost:9')"],
  ])('would be caught at %s', (name, code) => {
    const attempts = seal();
    expect(spawnSync(process.execPath, ['-e', code]).status).not.toBe(0);
    expect(attempts()).toContain(name);
  });

  it('would be caught running code made of text', () => {
    seal();
    expect(spawnSync(process.execPath, ['-e', "new Function('return 1')()"]).status).not.toBe(0);
  });
});

describe('the server', () => {
  it('answers everything without network, other programs or code made of text', async () => {
    const attempts = seal();
    const newsroom = testFolder(FILES);
    const client = await testClient({ folders: [newsroom] });
    const uri = newsroom.uriOf('draft.md');
    client.open(uri, DRAFT, 'markdown');
    await client.diagnostics(uri, (all) => all.length > 0);
    await client.indexed();
    const textDocument = { uri };
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    expect(await client.at('textDocument/hover', uri, 'will stop')).not.toBeNull();
    expect(await client.at('textDocument/definition', uri, 'will stop')).not.toEqual([]);
    for (const method of ['references', 'documentHighlight', 'completion', 'prepareRename']) {
      const context = { includeDeclaration: true };
      await client.at(`textDocument/${method}`, uri, 'Ida', { context }).catch(() => null);
    }
    const whole = [
      'documentSymbol',
      'codeLens',
      'foldingRange',
      'semanticTokens/full',
      'diagnostic',
      'documentLink',
    ];
    for (const method of whole) await client.request(`textDocument/${method}`, { textDocument });
    await client.request('textDocument/inlayHint', { textDocument, range });
    await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
    await client.request('workspace/symbol', { query: 'Ida' });
    expect(await client.stop()).toBe(0);
    expect(attempts()).toEqual([]);
  });

  it('links only to the web and into the workspace', async () => {
    const newsroom = testFolder();
    const targets = [
      '../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      '//server/share/a.txt',
      '\\\\server\\share\\a.txt',
      '..\\..\\a.txt',
      '%2e%2e/%2e%2e/a.txt',
      '..%2f..%2fa.txt',
      '%2fetc%2fpasswd',
      'a.txt%00.md',
      'C:\\Windows\\a.txt',
      'command:workbench.action.quit',
      'javascript:alert(1)',
      'vscode://file/etc/passwd',
      'data:text/html,x',
      'notes/../../a.txt',
      'notes/in.txt',
      'https://example.org/a',
    ];
    const text = `The ferry stops in May, the company said.\n\n${targets.map((target) => `It carries 400 people [source: ${target}].`).join('\n\n')}\n`;
    const client = await testClient({ folders: [newsroom] });
    const uri = newsroom.uriOf('draft.txt');
    client.open(uri, text);
    const links = (await client.request('textDocument/documentLink', { textDocument: { uri } })) as {
      target: string;
    }[];
    expect(links.map(({ target }) => target)).toEqual([
      newsroom.uriOf('notes/in.txt'),
      'https://example.org/a',
    ]);
  });
});

describe('the command line', () => {
  it('works without network, other programs or code made of text', async () => {
    const cli = join(ROOT, 'node_modules', '.cache', 'attest-tests', `cli-${process.pid}.cjs`);
    await build({
      entryPoints: [join(ROOT, 'server', 'src', 'cli', 'main.ts')],
      outfile: cli,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    const attempts = seal();
    const { path } = testFolder(FILES);
    for (const args of [
      ['check', '--fail-on', 'never', '.'],
      ['check', '--fail-on', 'never', '--format', 'sarif', 'draft.md'],
      ['analyze', '--format', 'json', 'draft.md'],
      ['sheet', 'draft.md'],
      ['clean', 'draft.md'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: path, encoding: 'utf8' });
      expect({ args, status, stderr }).toEqual({ args, status: 0, stderr: '' });
    }
    expect(attempts()).toEqual([]);
  });
});
