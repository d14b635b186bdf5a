/** The index between sessions, over stdio: kept, taken up again, and never trusted. */
import { readFileSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { LocationLink } from 'vscode-languageserver/node';
import type { TestClient, TestFolder } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const SAID = '“We counted every brick of the lighthouse twice,” Ina Moss said.';
const DRAFT = `Lighthouse\n\nThe keeper was sure. ${SAID}\n`;

/** Enough articles to be worth keeping; one of them has what the draft quotes. */
function articles(): TestFolder {
  const files: Record<string, string> = { 'interview.txt': `Notes\n\n${SAID}\n`, 'draft.txt': DRAFT };
  for (let i = 0; i < 60; i++) files[`minutes-${i}.txt`] = `Minutes ${i}\n\nItem ${i} was adjourned.\n`;
  return testFolder(files);
}

/** A session that has read the workspace. */
async function start(workspace: TestFolder, storagePath: string): Promise<TestClient> {
  const client = await testClient({ folders: [workspace], initializationOptions: { storagePath } });
  await client.indexed();
  return client;
}

const logs = (client: TestClient, words: RegExp) =>
  client.until(() => client.logged.find((line) => words.test(line)), `a log line like ${String(words)}`);

async function leadsToTheInterview(client: TestClient, workspace: TestFolder): Promise<void> {
  const uri = workspace.uriOf('draft.txt');
  client.open(uri, DRAFT);
  const found = (await client.at('textDocument/definition', uri, 'every brick')) as LocationLink[];
  expect(found.map(({ targetUri }) => targetUri)).toEqual([workspace.uriOf('interview.txt')]);
}

describe('the kept index', () => {
  it('is taken up by the next session, and kept again only when something is new', async () => {
    const [workspace, storage] = [articles(), testFolder()];
    const first = await start(workspace, storage.path);
    await logs(first, /is kept/);
    await first.stop();

    const second = await start(workspace, storage.path);
    await logs(second, /taken up/);
    await leadsToTheInterview(second, workspace);
    expect(second.logged.filter((line) => line.includes('is kept'))).toEqual([]);
    await second.stop();

    workspace.write('minutes-0.txt', 'Minutes\n\nThe item was taken up again.\n');
    const third = await start(workspace, storage.path);
    await logs(third, /is kept/);
    expect(readdirSync(storage.path)).toHaveLength(1);
  });

  it('does not take an article for what it was because its size and time are the same', async () => {
    const [workspace, storage] = [articles(), testFolder()];
    const first = await start(workspace, storage.path);
    await logs(first, /is kept/);
    await first.stop();
    const path = join(workspace.path, 'interview.txt');
    const { atime, mtime } = statSync(path);
    workspace.write('interview.txt', workspace.read('interview.txt').replace('brick', 'plank'));
    utimesSync(path, atime, mtime);

    const second = await start(workspace, storage.path);
    await logs(second, /taken up/);
    await logs(second, /is kept/);
    const draft = DRAFT.replace('brick', 'plank');
    second.open(workspace.uriOf('draft.txt'), draft);
    const hover = await second.at('textDocument/hover', workspace.uriOf('draft.txt'), 'every plank');
    expect(JSON.stringify(hover)).toContain('word for word');
  });

  it('is built again when it is damaged', async () => {
    const [workspace, storage] = [articles(), testFolder()];
    const first = await start(workspace, storage.path);
    await logs(first, /is kept/);
    await first.stop();
    const [name] = readdirSync(storage.path);
    storage.write(name!, 'this is no index');

    const second = await start(workspace, storage.path);
    await logs(second, /damaged/);
    await leadsToTheInterview(second, workspace);
    await logs(second, /is kept/);
  });

  it('finds the same when its words are damaged, and is kept again', async () => {
    const [workspace, storage] = [articles(), testFolder()];
    const first = await start(workspace, storage.path);
    await logs(first, /is kept/);
    await first.stop();
    const [name] = readdirSync(storage.path);
    const bytes = new Uint8Array(readFileSync(join(storage.path, name!)));
    bytes.fill(0x55, bytes.length >> 1);
    storage.write(name!, bytes);

    const second = await start(workspace, storage.path);
    await logs(second, /taken up/);
    await leadsToTheInterview(second, workspace);
    await logs(second, /is kept/);
  });

  it('is done without where nothing can be kept', async () => {
    const [workspace, storage] = [articles(), testFolder({ 'a file': 'in the way' })];
    const client = await start(workspace, `${storage.path}/a file/below`);
    await logs(client, /is not kept \(.*ENOTDIR\)/);
    await leadsToTheInterview(client, workspace);
    expect(client.shown).toEqual([]);
  });
});
