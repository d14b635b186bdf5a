import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type {
  CodeAction,
  Command,
  DefinitionLink,
  DocumentDiagnosticReport,
  Hover,
  Location,
} from 'vscode-languageserver/node';
import { CAPABILITIES, type TestClient } from '../support/lspClient.ts';
import { spawnedClient, testClient, testFolder } from '../support/whileTesting.ts';

const DRAFT =
  'Harbour wall to be rebuilt\n\n“We will rebuild the old harbour wall before the first winter storms,” Ana Ruiz said.\n';
const SOURCE =
  'Council meeting\n\nAna Ruiz told the council: “We will rebuild the harbour wall before the first winter storms.”\n';
const UNATTRIBUTED =
  'The meeting ended after midnight.\n\n“We never wanted the bridge to be built where it stands.”\n\nThe council meets again on Monday.\n';

// Every test starts a process; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const codes = (diagnostics: readonly { code?: unknown }[]): unknown[] => diagnostics.map(({ code }) => code);
const targets = (links: unknown): string[] =>
  ((links ?? []) as DefinitionLink[]).map(({ targetUri }) => targetUri);

describe('the life of a session', () => {
  it('ends with 0 after shutdown and exit', async () => {
    const client = await testClient();
    expect(client.initializeResult.serverInfo?.name).toBe('Attest');
    expect(await client.stop()).toBe(0);
  });

  it('ends with 1 after exit alone, and when the client goes away', async () => {
    const client = await testClient();
    client.notify('exit', undefined);
    expect(await client.exited).toBe(1);
  });

  it('refuses requests before initialize and after shutdown', async () => {
    const client = await spawnedClient();
    const params = { textDocument: { uri: 'file:///a.txt' }, position: { line: 0, character: 0 } };
    await expect(client.request('textDocument/hover', params)).rejects.toMatchObject({ code: -32002 });
    await client.request('initialize', { processId: null, rootUri: null, capabilities: {} });
    await expect(client.request('initialize', { capabilities: {} })).rejects.toMatchObject({ code: -32600 });
    await client.request('shutdown', undefined);
    await expect(client.request('textDocument/hover', params)).rejects.toMatchObject({ code: -32600 });
  });

  it('refuses what it does not know and outlives what it cannot read', async () => {
    const client = await testClient();
    await expect(client.request('no/such/request', {})).rejects.toMatchObject({ code: -32601 });
    await expect(client.request('textDocument/hover', null)).rejects.toMatchObject({ code: -32602 });
    client.notify('no/such/notification', {});
    client.notify('textDocument/didChange', { textDocument: { uri: 'file:///x.txt', version: 2 } });
    client.notify('$/cancelRequest', undefined);
    client.open('file:///a.txt', DRAFT);
    expect(await client.at('textDocument/hover', 'file:///a.txt', 'rebuild')).not.toBeNull();
  });

  it('answers every request of a client that declares nothing', async () => {
    const client = await testClient({ capabilities: {} });
    client.open('file:///a.txt', DRAFT);
    const hover = (await client.at('textDocument/hover', 'file:///a.txt', 'old harbour')) as Hover;
    expect(hover.contents).toMatchObject({ kind: 'plaintext' });
    expect(await client.diagnostics('file:///a.txt')).toEqual([]);
  });

  it('answers a cancelled request with the error for it', async () => {
    const client = await testClient();
    client.open('file:///a.txt', DRAFT.repeat(50));
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri: 'file:///a.txt' }, position: { line: 2, character: 9 } };
    const answer = client.connection.sendRequest('textDocument/hover', params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });
});

describe('documents', () => {
  it('are kept up to date edit by edit, and published with their version even when nothing changed', async () => {
    const client = await testClient();
    const uri = 'untitled:Untitled-1';
    client.open(uri, '😀 The meeting.\r\n\r\n“We never wanted the bridge to be built there.”\r\n');
    expect(codes(await client.diagnostics(uri))).toEqual(['unattributed-quote']);
    const at = { line: 2, character: '“We never wanted the bridge to be built there.”'.length };
    client.change(uri, ' Ana Ruiz said.', { start: at, end: at });
    expect(await client.diagnostics(uri)).toEqual([]);
    const version = client.change(uri, '', { start: at, end: at });
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.published.at(-1)).toMatchObject({ uri, version });
  });

  it('are counted in the encoding the client offers', async () => {
    const client = await testClient({
      capabilities: { ...CAPABILITIES, general: { positionEncodings: ['utf-8'] } },
    });
    expect(client.initializeResult.capabilities.positionEncoding).toBe('utf-8');
    const uri = 'file:///a.txt';
    client.open(uri, `The meeting ended.\n\n😀 “We never wanted the bridge to be built there.”\n`);
    const [diagnostic] = await client.diagnostics(uri, (found) => found.length > 0);
    // The face takes four bytes, the blank one.
    expect(diagnostic?.range.start).toEqual({ line: 2, character: 5 });
  });

  it('lose their diagnostics when they are closed', async () => {
    const client = await testClient();
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    expect(codes(await client.diagnostics(uri))).toEqual(['unattributed-quote']);
    client.close(uri);
    await client.until(
      () => client.published.at(-1)?.diagnostics.length === 0 || undefined,
      'the empty list',
    );
  });

  it('in other languages, and those that are no articles, are left alone', async () => {
    const client = await testClient();
    const uri = 'file:///project/README.md';
    client.open('file:///a.json', UNATTRIBUTED, 'json');
    client.open(uri, UNATTRIBUTED, 'markdown');
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(client.published.map((params) => params.uri)).not.toContain('file:///a.json');
    expect(await client.request('attest/status', { textDocument: { uri } })).toMatchObject({
      checked: false,
      reason: expect.stringContaining('name') as unknown,
    });
  });
});

describe('the status of an article', () => {
  const status = (client: TestClient, uri: string): Promise<unknown> =>
    client.request('attest/status', { textDocument: { uri } });

  it('waits for the settings, also when it is asked for at once', async () => {
    const client = await testClient({ settings: () => ({ profile: 'off' }) });
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    expect(await status(client, uri)).toMatchObject({
      checked: false,
      reason: expect.stringContaining('profile') as unknown,
    });
  });

  it('tells the same right after a keystroke as later, so that it does not flicker', async () => {
    const words = 'We will rebuild the old harbour wall before the first winter storms.';
    const folder = testFolder({ 'interview.txt': `RUIZ: ${words}\n` });
    const client = await testClient({ folders: [folder] });
    await client.indexed();
    const uri = folder.uriOf('draft.txt');
    client.open(uri, 'The council met for hours on Monday.\n\n“We');
    await client.diagnostics(uri);
    const told: unknown[] = [];
    for (let length = 30; length <= words.length; length++) {
      client.change(uri, `The council met for hours on Monday.\n\n“${words.slice(0, length)}`);
      told.push(await status(client, uri));
    }
    expect(told).toEqual(told.map(() => expect.objectContaining({ facts: 1, sourced: 1 }) as unknown));
  });

  it('says whether an article is checked that is checked only on demand, and warns of nothing', async () => {
    const client = await testClient({ settings: () => ({ check: { on: 'manual' } }) });
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    expect(await status(client, uri)).toMatchObject({ checked: true, facts: 1, warnings: 0 });
    expect(await client.diagnostics(uri)).toEqual([]);
  });
});

describe('diagnostics', () => {
  it('say what, where, why, and where to read on', async () => {
    const client = await testClient();
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    const [diagnostic] = await client.diagnostics(uri, (found) => found.length > 0);
    expect(diagnostic).toMatchObject({
      source: 'attest',
      code: 'unattributed-quote',
      severity: 2,
      codeDescription: { href: expect.stringMatching(/^https:.*unattributed-quote$/) as unknown },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 57 } },
    });
  });

  it('are pulled by a client that only pulls', async () => {
    const { hover, definition } = CAPABILITIES.textDocument!;
    const client = await testClient({
      capabilities: {
        ...CAPABILITIES,
        textDocument: { hover: hover!, definition: definition!, diagnostic: {} },
      },
    });
    expect(client.initializeResult.capabilities.diagnosticProvider).toBeDefined();
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    const pull = (previousResultId?: string): Promise<unknown> =>
      client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const first = (await pull()) as DocumentDiagnosticReport & { resultId: string };
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'unattributed-quote' }] });
    expect(await pull(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    client.change(uri, DRAFT);
    expect(await pull(first.resultId)).toMatchObject({ kind: 'full', items: [] });
    expect(client.published).toEqual([]);
  });

  it('follow the settings, which the client is asked for', async () => {
    let settings: unknown = { rules: { 'unattributed-quote': 'error' } };
    const client = await testClient({ settings: () => settings });
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    expect((await client.diagnostics(uri, (found) => found.length > 0))[0]?.severity).toBe(1);
    settings = { rules: { 'unattributed-quote': 'off' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await client.diagnostics(uri, (found) => found.length === 0)).toEqual([]);
    expect(client.registered).toContain('attest/settings');
  });

  it('follow the initialization options of a client that cannot be asked', async () => {
    const client = await testClient({
      capabilities: {},
      initializationOptions: { attest: { profile: 'off' } },
    });
    const uri = 'file:///a.txt';
    client.open(uri, UNATTRIBUTED);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  it('follow the project file over the editor', async () => {
    const root = testFolder({ '.attest.yaml': 'profile: writing\n', 'a.txt': UNATTRIBUTED });
    const client = await testClient({ folders: [root], settings: () => ({ profile: 'strict' }) });
    client.open(root.uriOf('a.txt'), UNATTRIBUTED);
    const found = await client.diagnostics(root.uriOf('a.txt'), (list) => list.length > 0);
    expect(found[0]?.severity).toBe(4);
  });
});

describe('the workspace', () => {
  it('leads from a quotation to its source and back', async () => {
    const root = testFolder({ 'draft.txt': DRAFT, 'sources/meeting.md': SOURCE });
    const client = await testClient({ folders: [root] });
    const draft = root.uriOf('draft.txt');
    const source = root.uriOf('sources/meeting.md');
    client.open(draft, DRAFT);
    client.open(source, SOURCE, 'markdown');
    await client.indexed();
    expect(targets(await client.at('textDocument/definition', draft, 'old harbour'))).toEqual([source]);
    expect(targets(await client.at('textDocument/definition', source, 'harbour wall'))).toEqual([draft]);
    const uses = await client.at('textDocument/references', source, 'harbour wall', { context: {} });
    expect((uses as Location[]).map(({ uri }) => uri)).toEqual([draft]);
    const hover = (await client.at('textDocument/hover', draft, 'old harbour')) as {
      contents: { value: string };
    };
    expect(hover.contents.value).toContain('“old”');
    expect(hover.contents.value).toContain(`](${source}`);
  });

  it('takes the text of an open editor over the disk, and the disk again when it is closed', async () => {
    const root = testFolder({
      'draft.txt': DRAFT,
      'source.txt': 'Nothing of the kind was said at the meeting.\n',
    });
    const client = await testClient({ folders: [root] });
    const [draft, source] = [root.uriOf('draft.txt'), root.uriOf('source.txt')];
    client.open(draft, DRAFT);
    client.open(source, SOURCE);
    await client.indexed();
    expect(targets(await client.at('textDocument/definition', draft, 'old harbour'))).toEqual([source]);
    // The watcher reports the file the editor holds: the editor still wins.
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: source, type: 2 }] });
    expect(targets(await client.at('textDocument/definition', draft, 'old harbour'))).toEqual([source]);
    client.close(source);
    await expectSoon(
      client,
      async () => targets(await client.at('textDocument/definition', draft, 'old harbour')),
      [],
    );
  });

  it('takes untitled documents as sources', async () => {
    const client = await testClient();
    client.open('untitled:Untitled-1', SOURCE);
    client.open('untitled:Untitled-2', DRAFT);
    expect(targets(await client.at('textDocument/definition', 'untitled:Untitled-2', 'old harbour'))).toEqual(
      ['untitled:Untitled-1'],
    );
  });

  it('follows files that come, change and go, and folders that go', async () => {
    const root = testFolder({ 'draft.txt': DRAFT });
    const client = await testClient({ folders: [root] });
    const draft = root.uriOf('draft.txt');
    client.open(draft, DRAFT);
    await client.indexed();
    expect(client.registered).toContain('attest/files');
    const ask = async (): Promise<string[]> =>
      targets(await client.at('textDocument/definition', draft, 'old harbour'));
    expect(await ask()).toEqual([]);
    root.write('sources/new.txt', SOURCE);
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: root.uriOf('sources/new.txt'), type: 1 }],
    });
    await expectSoon(client, ask, [root.uriOf('sources/new.txt')]);
    root.remove('sources');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: root.uriOf('sources'), type: 3 }] });
    await expectSoon(client, ask, []);
  });

  it('may have several folders, which come and go', async () => {
    const [first, second] = [testFolder({ 'draft.txt': DRAFT }), testFolder({ 'source.txt': SOURCE })];
    const client = await testClient({ folders: [first] });
    const draft = first.uriOf('draft.txt');
    client.open(draft, DRAFT);
    const ask = async (): Promise<string[]> =>
      targets(await client.at('textDocument/definition', draft, 'old harbour'));
    const added = [{ uri: second.uri, name: 'second' }];
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    await expectSoon(client, ask, [second.uriOf('source.txt')]);
    client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: added } });
    await expectSoon(client, ask, []);
  });

  it('leaves out what is no text, too large, hidden, a tool’s, or reached by a link', async () => {
    const root = testFolder({
      'draft.txt': DRAFT,
      'binary.txt': new Uint8Array([80, 75, 3, 4, 0, 0, 0, 1]),
      'large.txt': `${SOURCE}${'x'.repeat(3_000_000)}`,
      '.hidden/source.txt': SOURCE,
      'node_modules/package/source.txt': SOURCE,
    });
    const outside = testFolder({ 'source.txt': SOURCE });
    symlinkSync(outside.path, join(root.path, 'linked'));
    mkdirSync(join(root.path, 'loop'));
    symlinkSync(root.path, join(root.path, 'loop', 'again'));
    const client = await testClient({ folders: [root] });
    const draft = root.uriOf('draft.txt');
    client.open(draft, DRAFT);
    await client.indexed();
    expect(await client.at('textDocument/definition', draft, 'old harbour')).toBeNull();
    expect(client.logged.join('\n')).toMatch(/binary\.txt is left alone: it is a binary file/);
    expect(client.logged.join('\n')).toMatch(/large\.txt is left alone: it is too large/);
  });

  it('reads invalid UTF-8 as well as it can', async () => {
    const bytes = new TextEncoder().encode(SOURCE);
    const root = testFolder({
      'draft.txt': DRAFT,
      'damaged.txt': new Uint8Array([...bytes, 0xff, 0xfe, 0x2e, 0xc3]),
    });
    const client = await testClient({ folders: [root] });
    client.open(root.uriOf('draft.txt'), DRAFT);
    await client.indexed();
    expect(
      targets(await client.at('textDocument/definition', root.uriOf('draft.txt'), 'old harbour')),
    ).toEqual([root.uriOf('damaged.txt')]);
    expect(client.logged.join('\n')).toContain('not valid UTF-8');
  });

  it('may be missing', async () => {
    const root = testFolder();
    root.remove();
    const client = await testClient({ folders: [root] });
    client.open('file:///a.txt', DRAFT);
    expect(await client.at('textDocument/hover', 'file:///a.txt', 'rebuild')).not.toBeNull();
    await client.until(
      () => client.logged.some((line) => line.includes('cannot be read')) || undefined,
      'the log',
    );
  });
});

describe('light bulbs', () => {
  const actionsIn = async (
    client: TestClient,
    uri: string,
    line = 2,
  ): Promise<(CodeAction & { command?: Command })[]> =>
    (await client.request('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 5 }, end: { line, character: 5 } },
      context: { diagnostics: [] },
    })) as (CodeAction & { command?: Command })[];

  const dismissPassage = async (client: TestClient, uri: string): Promise<void> => {
    const dismiss = (await actionsIn(client, uri)).find(({ title }) => title === 'Dismiss for this passage');
    const { command, arguments: args } = dismiss!.command!;
    await client.request('workspace/executeCommand', { command, arguments: args });
  };

  it('dismiss a warning in plain text through the annotation file, which is written whole', async () => {
    const root = testFolder({ 'a.txt': UNATTRIBUTED });
    const client = await testClient({ folders: [root] });
    const uri = root.uriOf('a.txt');
    client.open(uri, UNATTRIBUTED);
    await client.diagnostics(uri, (found) => found.length === 1);
    await dismissPassage(client, uri);
    expect(await client.diagnostics(uri, (found) => found.length === 0)).toEqual([]);
    const written = JSON.parse(root.read('a.txt.annotations.jsonld')) as { items: unknown[] };
    expect(written.items).toHaveLength(1);
  });

  it('never write over an annotation file that cannot be read', async () => {
    const damaged = '{ "type": "AnnotationPage", "items": [';
    const root = testFolder({ 'a.txt': UNATTRIBUTED, 'a.txt.annotations.jsonld': damaged });
    const client = await testClient({ folders: [root] });
    const uri = root.uriOf('a.txt');
    client.open(uri, UNATTRIBUTED);
    await client.diagnostics(uri, (found) => found.length === 1);
    await dismissPassage(client, uri);
    await client.until(() => client.shown.length > 0 || undefined, 'the message');
    expect(client.shown[0]).toContain('has mistakes');
    expect(root.read('a.txt.annotations.jsonld')).toBe(damaged);
  });

  it('dismiss in Markdown by a comment, and offer speakers', async () => {
    const client = await testClient();
    const uri = 'file:///a.md';
    const text = `${UNATTRIBUTED}\nAna Ruiz spoke before that.\n`;
    client.open(
      uri,
      `Ana Ruiz said it was late. Tom Keane said it was early.\n\nThe council met again on Monday.\n\n${text.slice(text.indexOf('“'))}`,
      'markdown',
    );
    await client.diagnostics(uri, (found) => found.length === 1);
    const titles = (await actionsIn(client, uri, 4)).map(({ title }) => title);
    expect(titles).toContain('Attribute to Ana Ruiz');
    expect(titles).toContain('Dismiss for this passage');
  });
});

describe('Attest’s own files', () => {
  it('show their mistakes while they are open', async () => {
    const client = await testClient();
    client.open('file:///n/.attest.yaml', 'profil: desk\n', 'yaml');
    expect(codes(await client.diagnostics('file:///n/.attest.yaml'))).toEqual(['project-file']);
    const [fix] = (await client.request('textDocument/codeAction', {
      textDocument: { uri: 'file:///n/.attest.yaml' },
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } },
      context: { diagnostics: [] },
    })) as CodeAction[];
    expect(fix).toMatchObject({
      title: 'Change to “profile”',
      edit: { changes: { 'file:///n/.attest.yaml': [{ newText: 'profile' }] } },
    });
    client.open('file:///n/a.txt.annotations.jsonld', '{', 'json');
    expect(codes(await client.diagnostics('file:///n/a.txt.annotations.jsonld'))).toContain(
      'annotation-file',
    );
  });
});

describe('the project files of two folders', () => {
  it('hold for their own articles, from the moment they are saved until they are gone', async () => {
    const article =
      'The harbour is closed\n\nThere are some 5,000 dockers out of work in the port. Nobody had expected it.\n';
    const [first, second] = [testFolder({ '.attest.yaml': 'profile: "off"\n' }), testFolder()];
    const client = await testClient({ folders: [first, second] });
    const [a, b, settings] = [first.uriOf('a.txt'), second.uriOf('b.txt'), first.uriOf('.attest.yaml')];
    const severities = (found: readonly { severity?: number }[]): unknown[] =>
      found.map(({ severity }) => severity);
    for (const uri of [a, b]) client.open(uri, article);
    expect(severities(await client.diagnostics(b, (found) => found.length > 0))).toEqual([2]);
    expect(await client.diagnostics(a)).toEqual([]);

    client.open(settings, 'profile: "off"\n', 'yaml');
    client.change(settings, 'profile: writing\n');
    first.write('.attest.yaml', 'profile: writing\n');
    client.notify('textDocument/didSave', { textDocument: { uri: settings } });
    expect(severities(await client.diagnostics(a, (found) => found.length > 0))).toEqual([4]);
    client.close(settings);

    first.remove('.attest.yaml');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: settings, type: 3 }] });
    await client.diagnostics(a, (found) => found[0]?.severity === 2);
    expect(severities(await client.diagnostics(b))).toEqual([2]);
  });
});

describe('bad input', () => {
  it('a line of five million characters is declined, with the reason in the status', async () => {
    const client = await testClient();
    const uri = 'file:///a.txt';
    client.open(uri, '“We will win 5,000 votes,” Ana Ruiz said. '.repeat(120_000));
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.request('attest/status', { textDocument: { uri } })).toMatchObject({
      checked: false,
      reason: expect.stringContaining('too long') as unknown,
    });
  });

  it('says nothing of an article in the log', async () => {
    const client = await testClient();
    client.open('file:///a.txt', UNATTRIBUTED);
    await client.diagnostics('file:///a.txt');
    expect(client.logged.join('\n')).not.toContain('bridge');
  });
});

/** Asks until the answer is the expected one; each time after the server has published something. */
async function expectSoon(client: TestClient, ask: () => Promise<unknown>, expected: unknown): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await ask();
    if (JSON.stringify(answer) === JSON.stringify(expected)) return;
    await client.request('textDocument/foldingRange', { textDocument: { uri: 'untitled:nothing' } });
  }
  expect(await ask()).toEqual(expected);
}
