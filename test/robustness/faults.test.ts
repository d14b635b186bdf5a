/** A machine on which something goes wrong: nothing is lost, the writer is told, the log says why. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Command, LocationLink } from 'vscode-languageserver/node';
import type { TestClient, TestFolder } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const FAULTY = join(import.meta.dirname, 'support', 'faulty.cjs');
const DRAFT =
  'The mill\n\n“The wheel has not turned since the flood,” Nor Haidar said.\n\nThe owner was blunt. “Nobody will pay for another wheel, not in my lifetime.”\n';
const UNDATED = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'draft.txt.annotations.jsonld',
  type: 'AnnotationPage',
  items: [],
});

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A session on a machine with the fault; where it keeps its index. */
async function start(fault: string, newsroom: TestFolder): Promise<{ client: TestClient; kept: TestFolder }> {
  vi.stubEnv('ATTEST_FAULT', fault);
  vi.stubEnv('NODE_OPTIONS', `--require=${JSON.stringify(FAULTY)}`);
  const kept = testFolder();
  const client = await testClient({
    folders: [newsroom],
    initializationOptions: { storagePath: kept.path },
  });
  await client.indexed();
  return { client, kept };
}

async function openDraft(client: TestClient, newsroom: TestFolder): Promise<string> {
  const uri = newsroom.uriOf('draft.txt');
  client.open(uri, DRAFT);
  await client.diagnostics(uri);
  return uri;
}

async function markDisputed(client: TestClient, uri: string, words: string): Promise<void> {
  const at = DRAFT.slice(0, DRAFT.indexOf(words)).split('\n');
  const position = { line: at.length - 1, character: at.at(-1)!.length + 1 };
  const actions = (await client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind: 1 },
  })) as { title: string; command?: Command }[];
  const { command, arguments: args } = actions.find(({ title }) => title === 'Mark as disputed')!.command!;
  // The answer is the id of what was recorded, or the refusal: what counts is what the writer sees.
  await client.request('workspace/executeCommand', { command, arguments: args }).catch(() => null);
}

const manyArticles = Object.fromEntries(
  Array.from({ length: 60 }, (_, i) => [`minutes-${i}.txt`, `Minutes ${i}\n\nItem ${i} was adjourned.\n`]),
);

describe('a full disk', () => {
  it('leaves the annotations as they were, and the writer is told', async () => {
    const newsroom = testFolder({ 'draft.txt': DRAFT, 'draft.txt.annotations.jsonld': UNDATED });
    const { client } = await start('full-disk', newsroom);
    const uri = await openDraft(client, newsroom);
    await markDisputed(client, uri, 'Nobody will pay');
    await client.until(() => client.shown[0], 'the message');
    expect(client.shown).toEqual([
      '“draft.txt.annotations.jsonld” cannot be written: the disk is full (ENOSPC). It is as it was; nothing was recorded.',
    ]);
    await client.until(() => client.logged.find((line) => line.includes('ENOSPC')), 'the reason in the log');
    expect(newsroom.read('draft.txt.annotations.jsonld')).toBe(UNDATED);
    expect(readdirSync(newsroom.path).sort()).toEqual(['draft.txt', 'draft.txt.annotations.jsonld']);
  });

  it('keeps no index, and the session goes on without', async () => {
    const newsroom = testFolder({ ...manyArticles, 'draft.txt': DRAFT });
    const { client, kept } = await start('full-disk', newsroom);
    await client.until(() => client.logged.find((line) => line.includes('is not kept')), 'the reason');
    expect(readdirSync(kept.path)).toEqual([]);
    await openDraft(client, newsroom);
    expect(client.shown).toEqual([]);
  });
});

describe('a clock that is set back', () => {
  it('delays nothing, and every annotation keeps a time', async () => {
    const newsroom = testFolder({ 'draft.txt': DRAFT });
    const { client } = await start('clock-back', newsroom);
    const uri = await openDraft(client, newsroom);
    const annotations = (): { created: string }[] => {
      const written = existsSync(join(newsroom.path, 'draft.txt.annotations.jsonld'));
      if (!written) return [];
      return (JSON.parse(newsroom.read('draft.txt.annotations.jsonld')) as { items: { created: string }[] })
        .items;
    };
    await markDisputed(client, uri, 'Nobody will pay');
    await markDisputed(client, uri, 'The wheel has not');
    const times = annotations().map(({ created }) => Date.parse(created));
    expect(times).toHaveLength(2);
    expect(times[1]).toBeLessThan(times[0]!);
    const version = client.change(uri, `${DRAFT}\nThe owner was asked again.\n`);
    expect(version).toBe(2);
    expect(await client.diagnostics(uri)).toBeDefined();
    expect(client.shown).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('nothing to do', () => {
  it('means no timer', async () => {
    const report = join(testFolder().path, 'resources.json');
    vi.stubEnv('ATTEST_FAULT_REPORT', report);
    const newsroom = testFolder({ ...manyArticles, 'draft.txt': DRAFT });
    const { client } = await start('watched', newsroom);
    const uri = await openDraft(client, newsroom);
    await client.until(() => client.logged.find((line) => line.includes('is kept')), 'the end of all work');
    await client.at('textDocument/hover', uri, 'The wheel has not');
    process.kill(client.pid, 'SIGUSR2');
    const waited = await vi.waitUntil(() => existsSync(report) && readFileSync(report, 'utf8'));
    // Only what brings messages in and out.
    const resources = JSON.parse(waited) as string[];
    expect(resources.filter((name) => /Timeout|Immediate|FSReq|Worker/.test(name))).toEqual([]);
    expect(resources.length).toBeGreaterThan(0);
  });
});

describe('a source written on another system', () => {
  it('with a byte order mark and CRLF leads to the same words', async () => {
    const lines = ['Interview', '', 'Haidar: The wheel has not turned since the flood, I think.', ''];
    const newsroom = testFolder({
      'draft.txt': DRAFT,
      'interview.txt': `\uFEFF${lines.join('\r\n')}`,
    });
    const { client } = await start('watched', newsroom);
    const uri = await openDraft(client, newsroom);
    const found = (await client.at('textDocument/definition', uri, 'The wheel has not')) as LocationLink[];
    const [place] = found.map(({ targetSelectionRange }) => targetSelectionRange);
    expect(place?.start.line).toBe(2);
    expect(lines[2]!.slice(place!.start.character, place!.end.character)).toContain(
      'The wheel has not turned since the flood',
    );
    expect(place!.end.character).toBeLessThanOrEqual(lines[2]!.length);
  });
});
