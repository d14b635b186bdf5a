/** Folders that no newsroom should have. Run by `npm run test:stress`. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { TestFolder } from '../support/lspClient.ts';
import { quiet, usage } from '../support/processes.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

const FILES = Number(process.env.ATTEST_STRESS_FILES ?? 20_000);
const DRAFT = '“The kiln on Quay Street reopens in the first week of May,” Tove Alm said.\n';
const SOURCE = 'Tove Alm: The kiln on Quay Street reopens in the first week of May.\n';

/** Many small articles, a hundred to a folder. */
function manyFiles(count: number): TestFolder {
  const made = testFolder({ 'source.txt': SOURCE });
  for (let i = 0; i < count; i++) {
    const sub = join(made.path, `day ${Math.floor(i / 100)}`);
    if (i % 100 === 0) mkdirSync(sub);
    writeFileSync(
      join(sub, `note ${i}.txt`),
      `Note ${i}. Ware number ${i * 7} left the kiln for house ${i * 13}.\n`,
    );
  }
  return made;
}

describe.skipIf(process.platform !== 'linux')(`a folder of ${FILES.toLocaleString('en')} files`, () => {
  it('is read within bounds, found in, and then left in peace', async () => {
    const newsroom = manyFiles(FILES);
    const client = await testClient({ folders: [newsroom] });
    const uri = newsroom.uriOf('draft.txt');
    const started = performance.now();
    client.open(uri, DRAFT);
    await client.diagnostics(uri);
    const first = performance.now() - started;
    await client.indexed();
    const indexed = performance.now() - started;
    const after = usage(client.pid);
    const definition = await client.at('textDocument/definition', uri, 'Quay Street');
    expect(JSON.stringify(definition)).toContain(newsroom.uriOf('source.txt'));
    await client.until(
      () => client.logged.find((line) => line.startsWith('The index is ')),
      'the index to be kept for the next session',
    );
    await quiet(client.pid);
    const before = usage(client.pid);
    await wait(5_000);
    const idle = usage(client.pid).seconds - before.seconds;
    console.log(
      `first diagnostics ${first.toFixed(0)} ms, indexed ${(indexed / 1000).toFixed(1)} s, ` +
        `processor ${after.seconds.toFixed(1)} s, memory ${after.megabytes.toFixed(0)} MB, idle ${idle.toFixed(2)} s in 5 s`,
    );
    expect(after.megabytes).toBeLessThan(1_000);
    expect(idle).toBeLessThanOrEqual(0.02);
    expect(await client.stop()).toBe(0);
  });

  it('may go while it is being read', async () => {
    const newsroom = manyFiles(Math.min(FILES, 5_000));
    const client = await testClient({ folders: [newsroom] });
    const uri = newsroom.uriOf('draft.txt');
    client.open(uri, DRAFT);
    await client.until(() => (client.progress.length > 2 ? true : undefined), 'some progress');
    newsroom.remove();
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: newsroom.uri, type: 3 }] });
    const event = { removed: [{ uri: newsroom.uri, name: 'folder' }], added: [] };
    client.notify('workspace/didChangeWorkspaceFolders', { event });
    await client.indexed();
    expect(await client.at('textDocument/definition', uri, 'Quay Street')).toBeNull();
    expect(await client.stop()).toBe(0);
  });
});

describe('odd folders', () => {
  it('with circles of links, and names in every script', async () => {
    const names = ['a b', '100%', '#1?', 'приморск', '港', '🚢', 'é', 'e\u0301', "'&+;=", 'ا', '%20', '..a'];
    const newsroom = testFolder(
      Object.fromEntries(names.map((name, i) => [`${name}/${name}.txt`, SOURCE + String(i)])),
    );
    symlinkSync(newsroom.path, join(newsroom.path, 'circle'));
    symlinkSync('..', join(newsroom.path, 'a b', 'up'));
    const client = await testClient({ folders: [newsroom] });
    await client.indexed();
    const uri = newsroom.uriOf('draft.txt');
    client.open(uri, DRAFT);
    const references = (await client.at('textDocument/references', uri, 'Quay Street', {
      context: { includeDeclaration: false },
    })) as { uri: string }[];
    const found = references.map((place) => decodeURIComponent(place.uri.slice(newsroom.uri.length + 1)));
    expect(found.length).toBeGreaterThan(0);
    for (const path of found) expect(names).toContain(path.split('/')[0]);
    expect(await client.stop()).toBe(0);
  });

  it('shared by two servers lose no annotation', async () => {
    const newsroom = testFolder({
      'draft.txt': '“Nobody asked us about the kiln on Quay Street at all.”\n\nThe kiln reopens in May.\n',
    });
    const text = newsroom.read('draft.txt');
    const uri = newsroom.uriOf('draft.txt');
    const both = [await testClient({ folders: [newsroom] }), await testClient({ folders: [newsroom] })];
    for (const client of both) {
      client.open(uri, text);
      await client.diagnostics(uri, (all) => all.length > 0);
    }
    await Promise.all(
      both.map(async (client) => {
        const [diagnostic] = await client.diagnostics(uri);
        const actions = (await client.request('textDocument/codeAction', {
          textDocument: { uri },
          range: diagnostic!.range,
          context: { diagnostics: [diagnostic] },
        })) as { command?: { command: string; arguments: unknown[] } }[];
        const dismissals = actions.flatMap(({ command }) =>
          command?.command.includes('ismiss') || command?.command.includes('nnotate') ? [command] : [],
        );
        expect(dismissals.length).toBeGreaterThan(0);
        await client.request('workspace/executeCommand', dismissals[0]!);
        await client.diagnostics(uri, (all) => all.length === 0);
      }),
    );
    const { items } = JSON.parse(newsroom.read('draft.txt.annotations.jsonld')) as { items: unknown[] };
    expect(items).toHaveLength(2);
  });
});
