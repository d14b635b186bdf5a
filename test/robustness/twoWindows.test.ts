/** One article annotated from two windows at once, and by hand and git beside them: nothing is lost, nothing written over. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { expect, it, vi } from 'vitest';
import { nodeFiles } from '../../server/src/lsp/node/files.ts';
import type { TestClient, TestFolder } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 240_000 });

const ROUNDS = 60;
const TEXT = 'The kiln on Quay Street reopens in May.\n';
const FILE = 'draft.txt.annotations.jsonld';

async function window(on: TestFolder): Promise<TestClient> {
  const client = await testClient({ folders: [on] });
  client.open(on.uriOf('draft.txt'), TEXT);
  await client.diagnostics(on.uriOf('draft.txt'));
  return client;
}

function annotate(client: TestClient, uri: string, note: string): Promise<unknown> {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } };
  return client.request('workspace/executeCommand', {
    command: 'attest.server.annotate',
    arguments: [{ textDocument: { uri }, range, words: 'The kiln', record: { note } }],
  });
}

it('two windows keep what each other records', async () => {
  const folder = testFolder({ 'draft.txt': TEXT });
  const both = [await window(folder), await window(folder)];
  const uri = folder.uriOf('draft.txt');
  const made = await Promise.all(
    both.flatMap((client, i) =>
      Array.from({ length: ROUNDS }, (_, round) => annotate(client, uri, `${i} ${round}`)),
    ),
  );
  const { items } = JSON.parse(folder.read(FILE)) as { items: { id: string }[] };
  // Whoever was told that it is written has it in the file.
  expect(made).not.toContain(null);
  expect(items.map(({ id }) => id).sort()).toEqual([...made].sort());
  expect(readdirSync(folder.path).sort()).toEqual(['draft.txt', FILE]);
});

it('what a hand has changed is there before anybody has told of it', async () => {
  const folder = testFolder({ 'draft.txt': TEXT });
  const client = await window(folder);
  const uri = folder.uriOf('draft.txt');
  await annotate(client, uri, 'asked the owner');
  folder.write(FILE, folder.read(FILE).replace('asked the owner', 'asked the owner twice'));
  await annotate(client, uri, 'asked the council');
  expect(notes(folder)).toEqual(['asked the owner twice', 'asked the council']);
});

it('a merge that git could not finish is named, kept as it is, and written to again once it is mended', async () => {
  const desk = testFolder({ 'draft.txt': TEXT });
  const git = (...args: string[]): unknown =>
    spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: desk.path });
  const client = await window(desk);
  const [uri, file] = [desk.uriOf('draft.txt'), desk.uriOf(FILE)];
  git('init', '--quiet', '--initial-branch=desk');
  git('add', '.');
  git('commit', '--quiet', '--message', 'draft');
  git('checkout', '--quiet', '-b', 'other');
  await annotate(client, uri, 'asked the owner');
  git('add', '.');
  git('commit', '--quiet', '--message', 'owner');
  git('checkout', '--quiet', 'desk');
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 3 }] });
  await annotate(client, uri, 'asked the council');
  git('add', '.');
  git('commit', '--quiet', '--message', 'council');
  git('merge', '--quiet', 'other');
  const conflict = desk.read(FILE);
  expect(conflict).toContain('<<<<<<< HEAD');

  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });
  await client.diagnostics(file, (found) => JSON.stringify(found).includes('merge conflict'));
  expect(await annotate(client, uri, 'asked nobody')).toBeNull();
  expect(client.shown).toEqual(['The annotation file has mistakes, and is not written over. Mend it first.']);
  expect(desk.read(FILE)).toBe(conflict);

  // The side of the other branch is kept.
  desk.write(FILE, conflict.replace(/<{7}[^]*?={7}\n/g, '').replace(/>{7}.*\n/g, ''));
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });
  await client.diagnostics(file, (found) => found.length === 0);
  expect(await annotate(client, uri, 'asked the harbour master')).not.toBeNull();
  expect(notes(desk)).toEqual(['asked the owner', 'asked the harbour master']);
});

it('a lock that a dead program has left stands in nobody’s way, and a folder of its name is left alone', async () => {
  const folder = testFolder({ 'a.txt': 'old', 'b.txt': 'old', 'b.txt.lock/kept.txt': 'kept' });
  const { pid } = spawnSync(process.execPath, ['--version']);
  folder.write('a.txt.lock', `${pid} ${hostname()}`);
  await nodeFiles.write(folder.uriOf('a.txt'), 'new', 'old');
  await expect(nodeFiles.write(folder.uriOf('b.txt'), 'new', 'old')).rejects.toThrow();
  expect(['a.txt', 'b.txt', 'b.txt.lock/kept.txt'].map((name) => folder.read(name))).toEqual([
    'new',
    'old',
    'kept',
  ]);
  expect(readdirSync(folder.path).sort()).toEqual(['a.txt', 'b.txt', 'b.txt.lock']);
});

function notes(on: TestFolder): string[] {
  const { items } = JSON.parse(on.read(FILE)) as { items: { body: { value: string }[] }[] };
  return items.map(({ body }) => body[0]!.value);
}
