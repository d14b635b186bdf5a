/** What follows files that are renamed and moved in an editor. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type {
  ClientCapabilities,
  Range,
  RenameFile,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { parseAnnotationFile } from '../../server/src/annotations/annotationFile.ts';
import { ANNOTATE_COMMAND } from '../../server/src/lsp/commands.ts';
import { CAPABILITIES, type TestClient, type TestFolder } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const RENAMING: ClientCapabilities = {
  ...CAPABILITIES,
  workspace: {
    ...CAPABILITIES.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename'] },
    fileOperations: { willRename: true },
  },
};
const SAID = 'We will rebuild the old harbour wall before the first winter storms.';
const MINUTES = `RUIZ: ${SAID}\n`;
const DRAFT = `Harbour wall\r\n\r\nIt is decided. “${SAID}” [source: ../sources/minutes.txt]\r\n`;
const OTHER = 'Wall\n\nThe wall is old.[^1]\n\n[^1]: [Minutes](../sources/minutes.txt), page 2.\n';

async function desk(
  files: Readonly<Record<string, string>> = {},
  capabilities: ClientCapabilities = RENAMING,
): Promise<{ client: TestClient; folder: TestFolder }> {
  const folder = testFolder({
    'sources/minutes.txt': MINUTES,
    'drafts/wall.txt': DRAFT,
    'drafts/other.md': OTHER,
    ...files,
  });
  const client = await testClient({
    folders: [folder],
    capabilities,
    settings: () => ({ sources: ['sources/**', 'material/**'] }),
  });
  await client.indexed();
  return { client, folder };
}

const asked = (folder: TestFolder, from: string, to: string): object => ({
  files: [{ oldUri: folder.uriOf(from), newUri: folder.uriOf(to) }],
});

/** Renames as an editor does: first what has to follow, then the file. */
async function rename(client: TestClient, folder: TestFolder, from: string, to: string): Promise<string[]> {
  const edit = (await client.request(
    'workspace/willRenameFiles',
    asked(folder, from, to),
  )) as WorkspaceEdit | null;
  const nameOf = (uri: string): string => decodeURIComponent(uri.slice(folder.uri.length + 1));
  const move = (name: string, other: string): void => {
    mkdirSync(dirname(join(folder.path, other)), { recursive: true });
    renameSync(join(folder.path, name), join(folder.path, other));
  };
  const changed = ((edit?.documentChanges ?? []) as (TextDocumentEdit | RenameFile)[]).map((change) => {
    if ('kind' in change) {
      move(nameOf(change.oldUri), nameOf(change.newUri));
      return `${nameOf(change.oldUri)} → ${nameOf(change.newUri)}`;
    }
    const name = nameOf(change.textDocument.uri);
    folder.write(name, edited(folder.read(name), change.edits as { range: Range; newText: string }[]));
    return name;
  });
  move(from, to);
  return changed;
}

function edited(text: string, edits: readonly { range: Range; newText: string }[]): string {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return [...edits].reverse().reduce((so, { range: { start, end }, newText }) => {
    const offset = ({ line, character }: Range['start']): number => starts[line]! + character;
    return so.slice(0, offset(start)) + newText + so.slice(offset(end));
  }, text);
}

/** An annotation of the draft, recorded by the server. */
async function annotate(client: TestClient, folder: TestFolder, name: string, text: string): Promise<void> {
  const uri = folder.uriOf(name);
  client.open(uri, text);
  await client.diagnostics(uri);
  const line = text.split(/\r?\n/).findIndex((part) => part.includes(SAID));
  const start = { line, character: text.split(/\r?\n/)[line]!.indexOf(SAID) };
  const range = { start, end: { line, character: start.character + SAID.length } };
  const record = { verdict: 'verified', source: '../sources/minutes.txt' };
  await client.request('workspace/executeCommand', {
    command: ANNOTATE_COMMAND,
    arguments: [{ textDocument: { uri }, range, words: SAID, record }],
  });
  client.close(uri);
}

describe('a source that gets another name', () => {
  it('is still what marks, footnotes and annotations lead to', async () => {
    const { client, folder } = await desk();
    await annotate(client, folder, 'drafts/wall.txt', DRAFT);
    const changed = await rename(client, folder, 'sources/minutes.txt', 'sources/council (May).txt');
    expect(changed.sort()).toEqual([
      'drafts/other.md',
      'drafts/wall.txt',
      'drafts/wall.txt.annotations.jsonld',
    ]);
    expect(folder.read('drafts/wall.txt')).toBe(DRAFT.replace('minutes.txt', 'council%20%28May%29.txt'));
    expect(folder.read('drafts/other.md')).toBe(OTHER.replace('minutes.txt', 'council%20%28May%29.txt'));
    const { annotations, problems } = parseAnnotationFile(folder.read('drafts/wall.txt.annotations.jsonld'));
    expect(problems).toEqual([]);
    expect(annotations[0]).toMatchObject({ source: '../sources/council%20(May).txt', verdict: 'verified' });
    client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: folder.uriOf('sources/minutes.txt'), type: 3 },
        { uri: folder.uriOf('sources/council (May).txt'), type: 1 },
      ],
    });
    client.open(folder.uriOf('drafts/wall.txt'), folder.read('drafts/wall.txt'));
    const warnings = await client.diagnostics(folder.uriOf('drafts/wall.txt'));
    expect(warnings.filter(({ code }) => code === 'missing-source')).toEqual([]);
  });

  it('and so is one whose folder does', async () => {
    const { client, folder } = await desk();
    expect(await rename(client, folder, 'sources', 'material')).toEqual(
      expect.arrayContaining(['drafts/other.md', 'drafts/wall.txt']),
    );
    expect(folder.read('drafts/wall.txt')).toBe(DRAFT.replace('../sources/', '../material/'));
  });

  it('and what the project file calls sources', async () => {
    const ours = '# The desk\nsources:\n  - sources/** # interviews\n';
    const { client, folder } = await desk({ '.attest.yaml': ours });
    expect(await rename(client, folder, 'sources', 'material')).toContain('.attest.yaml');
    expect(folder.read('.attest.yaml')).toBe(ours.replace('sources/**', 'material/**'));
  });

  it('changes no other source, whatever that says of it', async () => {
    const note = 'See [source: minutes.txt] for the rest.\n';
    const { client, folder } = await desk({ 'sources/note.txt': note });
    await rename(client, folder, 'sources/minutes.txt', 'sources/council.txt');
    expect(folder.read('sources/note.txt')).toBe(note);
  });
});

describe('an article that is moved', () => {
  it('takes its annotations along, and leads where it led', async () => {
    const { client, folder } = await desk();
    await annotate(client, folder, 'drafts/wall.txt', DRAFT);
    const changed = await rename(client, folder, 'drafts/wall.txt', 'done/2026/harbour wall.txt');
    expect(changed.at(-1)).toBe(
      'drafts/wall.txt.annotations.jsonld → done/2026/harbour wall.txt.annotations.jsonld',
    );
    expect(folder.read('done/2026/harbour wall.txt')).toBe(DRAFT.replace('../sources', '../../sources'));
    const beside = folder.read('done/2026/harbour wall.txt.annotations.jsonld');
    expect(beside).toContain('"harbour%20wall.txt.annotations.jsonld"');
    expect(parseAnnotationFile(beside).annotations[0]).toMatchObject({
      source: '../../sources/minutes.txt',
      verdict: 'verified',
    });
  });

  it('as it stands in the editor, with what was not saved', async () => {
    const { client, folder } = await desk();
    const uri = folder.uriOf('drafts/wall.txt');
    client.open(uri, `New.\r\n${DRAFT}`);
    const edit = (await client.request(
      'workspace/willRenameFiles',
      asked(folder, 'drafts/wall.txt', 'wall.txt'),
    )) as WorkspaceEdit;
    const [change] = edit.documentChanges as TextDocumentEdit[];
    expect(change!.textDocument).toEqual({ uri, version: 1 });
    expect(edited(`New.\r\n${DRAFT}`, change!.edits as { range: Range; newText: string }[])).toBe(
      `New.\r\n${DRAFT.replace('../sources', 'sources')}`,
    );
  });
});

describe('nothing follows', () => {
  it('a file that nothing leads to', async () => {
    const { client, folder } = await desk({ 'drafts/list.txt': 'Milk\n' });
    expect(
      await client.request('workspace/willRenameFiles', asked(folder, 'drafts/list.txt', 'list.txt')),
    ).toBeNull();
  });

  it('what a client asks that makes no sense, or is about files elsewhere', async () => {
    const { client } = await desk();
    const elsewhere = testFolder({ 'a.txt': 'A.\n', 'a.txt.annotations.jsonld': '{}\n' });
    for (const params of [
      {},
      { files: 1 },
      { files: [null, { oldUri: 2 }] },
      asked(elsewhere, 'a.txt', 'b.txt'),
    ])
      expect(await client.request('workspace/willRenameFiles', params)).toBeNull();
  });

  it('where the editor cannot rename a file for a server, which then does not ask to be told', async () => {
    const { client } = await desk({}, CAPABILITIES);
    expect(client.initializeResult.capabilities.workspace).not.toHaveProperty('fileOperations');
  });
});
