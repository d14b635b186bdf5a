/**
 * The line above an article in an editor that asks for it after an edit and when it is told, and never otherwise: it
 * shows what is known, without anybody waiting for time to pass.
 */
import { describe, expect, it, vi } from 'vitest';
import type { CodeLens } from 'vscode-languageserver';
import { gathered } from '../../server/src/lsp/gathered.ts';
import { CAPABILITIES } from '../support/lspClient.ts';
import { MemoryServer } from '../support/memoryWorld.ts';

vi.setConfig({ testTimeout: 120_000 });

const FOLDER = 'file:///desk';
const DRAFT = `${FOLDER}/draft.txt`;
const MINUTES = `${FOLDER}/minutes.txt`;
const SAID = 'We will rebuild the old harbour wall before the first winter storms';
const TEXT =
  'Harbour wall to be rebuilt\n\nThe council has decided.\n\nIt was a long night in the hall.\n\n' +
  `“${SAID}.”\n`;
const REFRESH = 'workspace/codeLens/refresh';

/** An editor with the draft open, and the title that its line shows. */
async function editorOf(files: ReadonlyMap<string, string>): Promise<{
  server: MemoryServer;
  title: () => Promise<string>;
  ask: () => void;
}> {
  const capabilities = {
    ...CAPABILITIES,
    workspace: { ...CAPABILITIES.workspace, codeLens: { refreshSupport: true } },
  };
  const server = await MemoryServer.start(FOLDER, files, null, capabilities);
  const ask = (): void => {
    server.ask('textDocument/codeLens', { textDocument: { uri: DRAFT } });
  };
  const title = async (): Promise<string> => {
    const asked = server.asked.findLast(({ method }) => method === 'textDocument/codeLens')!;
    while (asked.answers === 0) await server.settle();
    return (asked.result as CodeLens[])[0]!.command!.title;
  };
  server.onRequested = (method) => {
    if (method === REFRESH) ask();
  };
  server.tell('textDocument/didOpen', {
    textDocument: { uri: DRAFT, languageId: 'plaintext', version: 1, text: TEXT },
  });
  ask();
  return { server, title, ask };
}

describe('the line above an article', () => {
  const SOURCES = new Map([[MINUTES, `Ana Ruiz said: “${SAID}.”\n`]]);

  it('waits for the sources that are being looked up, so that it need not be taken back', async () => {
    const { server, title } = await editorOf(SOURCES);
    await server.settle();
    const asked = server.asked.find(({ method }) => method === 'textDocument/codeLens')!;
    expect(asked.answers).toBe(0);
    await server.work(1_000);
    expect(await title()).toBe('1 fact · 1 with a source · 1 warning');
    expect(asked.result).toEqual(server.asked.findLast(({ method }) => method === asked.method)!.result);
  });

  it('counts what is known when that takes long, and a source that was looked up after it', async () => {
    const { server, title } = await editorOf(SOURCES);
    await server.settle();
    server.clock.pass(5_000);
    expect(await title()).toBe('1 fact · 0 with a source · 1 warning');
    await server.work(1_000);
    await server.settle();
    expect(await title()).toBe('1 fact · 1 with a source · 1 warning');
  });

  it('tells at once of a source that has changed on the disk, and again after that', async () => {
    const files = new Map([[MINUTES, 'Nothing was said.\n']]);
    const { server, title, ask } = await editorOf(files);
    await server.untilQuiet();
    for (const [text, sourced] of [
      [`Ana Ruiz said: “${SAID}.”\n`, 1],
      ['Nothing was said.\n', 0],
      [`RUIZ: ${SAID}.\n`, 1],
    ] as const) {
      files.set(MINUTES, text);
      server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: MINUTES, type: 2 }] });
      await server.untilQuiet();
      const shown = await title();
      expect(shown).toMatch(new RegExp(`^1 fact · ${sourced} with a source`));
      ask();
      expect(await title()).toBe(shown);
    }
  });
});

describe('calls that come many in a row', () => {
  it('are one at once and one at the end', () => {
    const timers: (() => void)[] = [];
    const clock = {
      after: (_: number, callback: () => void) => {
        timers.push(callback);
        return () => undefined;
      },
    };
    let calls = 0;
    const ask = gathered(clock, 300, () => calls++);
    ask();
    expect(calls).toBe(1);
    ask();
    ask();
    expect(calls).toBe(1);
    timers.shift()!();
    expect(calls).toBe(2);
    timers.shift()!();
    expect([calls, timers.length]).toEqual([2, 0]);
    ask();
    expect(calls).toBe(3);
  });
});
