/** Articles so long that a writer would feel a whole check at every keystroke. */
import { expect, it, vi } from 'vitest';
import type { Hover, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../support/lspClient.ts';
import { generateArticle } from '../support/generateArticle.ts';
import { testClient } from '../support/whileTesting.ts';

// Every test starts a process; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const uri = 'file:///long.txt';
const QUOTATION = '“We never wanted the bridge to be built where it stands.”';
const CLAIM = 'Some 5,300 people have left the town since the summer.';
const ARTICLE = `Bridge to close\n\n${QUOTATION}\n\nThe council meets again on Monday.\n\n${CLAIM}\n\n${generateArticle(4_500, 3)}`;
const END_OF_QUOTATION = { line: 2, character: QUOTATION.length };
const END_OF_CLAIM = { line: 6, character: CLAIM.length };

/** The warnings in the first lines, with which the tests begin. */
function atTop({ diagnostics }: Pick<PublishDiagnosticsParams, 'diagnostics'>): unknown[] {
  return diagnostics.filter(({ range }) => range.end.line <= 6).map(({ code }) => code);
}

it('show what their beginning shows, and answer about it, before all of a very long one has been read', async () => {
  const client = await testClient();
  client.open(uri, `${ARTICLE}\n\n${generateArticle(36_000, 4)}\n\n${CLAIM}\n`);
  const first = await client.diagnostics(uri);
  expect(atTop({ diagnostics: [...first] })).toEqual(['unattributed-quote', 'unattributed-claim']);
  const hover = (await client.request('textDocument/hover', {
    textDocument: { uri },
    position: { line: 6, character: 8 },
  })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('5,300');
  expect(client.published.filter((params) => params.uri === uri)).toHaveLength(1);
  const whole = await client.diagnostics(uri, (diagnostics) => diagnostics.length > first.length);
  // Whatever was shown first still holds.
  expect(whole).toEqual(expect.arrayContaining([...first]));
  expect(whole.at(-1)!.range.start.line).toBeGreaterThan(first.at(-1)!.range.start.line);
});

it('lose a warning at the keystroke that settles it, and say so with its version', async () => {
  const client = await testClient();
  client.open(uri, ARTICLE);
  const opened = await client.diagnostics(uri);
  expect(atTop({ diagnostics: [...opened] })).toEqual(['unattributed-quote', 'unattributed-claim']);
  const version = client.change(uri, ' Ana Ruiz said.', { start: END_OF_QUOTATION, end: END_OF_QUOTATION });
  await client.diagnostics(uri);
  const first = client.published.find((params) => params.version === version)!;
  expect(atTop(first)).toEqual(['unattributed-claim']);
});

it('show in the end what the whole article shows', async () => {
  const client = await testClient({ settings: () => ({ hideWhileTyping: 0 }) });
  client.open(uri, ARTICLE);
  await client.diagnostics(uri);
  client.change(uri, '.', { start: END_OF_CLAIM, end: END_OF_CLAIM });
  client.change(uri, ` ${QUOTATION.slice(0, -1)}`, { start: END_OF_QUOTATION, end: END_OF_QUOTATION });
  const typed = await client.diagnostics(uri, (diagnostics) =>
    diagnostics.some(({ code }) => code === 'unclosed-quote'),
  );
  const fresh = await testClient();
  const text = ARTICLE.replace(CLAIM, `${CLAIM}.`).replace(
    QUOTATION,
    `${QUOTATION} ${QUOTATION.slice(0, -1)}`,
  );
  fresh.open(uri, text);
  expect(typed).toEqual(await fresh.diagnostics(uri));
});

it('are answered about as they are now, also while they are being read', async () => {
  const client = await testClient();
  client.open(uri, ARTICLE);
  await client.diagnostics(uri);
  client.change(uri, ' Ana Ruiz said.', { start: END_OF_QUOTATION, end: END_OF_QUOTATION });
  const hover = (await client.request('textDocument/hover', {
    textDocument: { uri },
    position: { line: 2, character: 10 },
  })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('Ana Ruiz');
  client.change(uri, 'Zoe Veld', {
    start: { line: 2, character: QUOTATION.length + 1 },
    end: { line: 2, character: QUOTATION.length + 9 },
  });
  const symbols = JSON.stringify(
    await client.request('textDocument/documentSymbol', { textDocument: { uri } }),
  );
  expect(symbols).toContain('Zoe Veld');
  expect(symbols).not.toContain('Ana Ruiz');
});

it('leave no question open when they are closed or get short', async () => {
  const client = await testClient();
  client.open(uri, ARTICLE);
  await client.diagnostics(uri);
  const ask = (): Promise<unknown> =>
    client.request('textDocument/documentSymbol', { textDocument: { uri } });
  client.change(uri, 'x', { start: END_OF_CLAIM, end: END_OF_CLAIM });
  const [first] = [ask(), client.change(uri, '“I never wanted to see this bridge,” Zoe Veld said.')];
  expect(JSON.stringify(await first)).toContain('Zoe Veld');
  client.change(uri, ARTICLE);
  const last = ask();
  client.close(uri);
  expect(await last).toBeNull();
});

it('are pulled as a whole', async () => {
  const { hover, definition } = CAPABILITIES.textDocument!;
  const textDocument = { hover: hover!, definition: definition!, diagnostic: {} };
  const client = await testClient({ capabilities: { ...CAPABILITIES, textDocument } });
  client.open(uri, ARTICLE);
  const pull = async (): Promise<unknown[]> => {
    const report = (await client.request('textDocument/diagnostic', { textDocument: { uri } })) as {
      items: PublishDiagnosticsParams['diagnostics'];
    };
    return atTop({ diagnostics: report.items });
  };
  expect(await pull()).toEqual(['unattributed-quote', 'unattributed-claim']);
  client.change(uri, ' Ana Ruiz said.', { start: END_OF_QUOTATION, end: END_OF_QUOTATION });
  expect(await pull()).toEqual(['unattributed-claim']);
});

it('are checked when they are saved, for those who want it so', async () => {
  const client = await testClient({ settings: () => ({ checkOn: 'save' }) });
  client.open(uri, ARTICLE);
  await client.diagnostics(uri, (diagnostics) => diagnostics.length > 0);
  client.change(uri, ` ${QUOTATION}`, { start: END_OF_CLAIM, end: END_OF_CLAIM });
  const unsaved = await client.diagnostics(uri);
  expect(atTop({ diagnostics: [...unsaved] })).toEqual(['unattributed-quote', 'unattributed-claim']);
  expect(await client.request('textDocument/foldingRange', { textDocument: { uri } })).toBeDefined();
  client.notify('textDocument/didSave', { textDocument: { uri } });
  await client.diagnostics(uri, (diagnostics) => atTop({ diagnostics: [...diagnostics] }).length > 2);
});
