/** What a person does about warnings and passages, in an editor with Attest's commands and in one without. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  TextEdit,
  WorkspaceEdit,
  WorkspaceEditClientCapabilities,
} from 'vscode-languageserver/node';
import type { FactsOfArticle, Settled } from '../../server/src/lsp/attestProtocol.ts';
import { CAPABILITIES, type TestClient, type TestFolder } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const SOURCE = 'RUIZ: We will rebuild the old harbour wall before the first winter storms.\n';
const DRAFT =
  'Harbour wall to be rebuilt\n\n“We will rebuild the old harbour wall before the first winter storms,” Ana Ruiz said.\n\nThe wall cost 4.2 million euros, more than the council had put aside for it.\n';
const OWN_COMMANDS = ['attest.dismiss', 'attest.linkToSource', 'attest.markVerified', 'attest.markDisputed'];
const CLAIM = { line: 4, character: 16 };
const QUOTATION = { line: 2, character: 20 };

/** Those that the functions below ask. */
let client: TestClient;
let folder: TestFolder;

/** A client that makes edits of these kinds. */
function editing(workspaceEdit: WorkspaceEditClientCapabilities): ClientCapabilities {
  return { ...CAPABILITIES, workspace: { ...CAPABILITIES.workspace, workspaceEdit } };
}

async function openDraft(
  name: string,
  { files = {}, commands = [] as readonly string[] } = {},
): Promise<string> {
  folder = testFolder({ 'minutes.txt': SOURCE, ...files });
  client = await testClient({
    folders: [folder],
    capabilities: {
      ...editing({ documentChanges: true, resourceOperations: ['create'] }),
      experimental: { commands: { commands } },
    },
  });
  await client.indexed();
  const uri = folder.uriOf(name);
  client.open(uri, DRAFT);
  await client.diagnostics(uri, (found) => found.some(({ code }) => code === 'unattributed-claim'));
  return uri;
}

async function actionsAt(
  uri: string,
  position: object,
  only?: string,
  triggerKind = 1,
): Promise<CodeAction[]> {
  return (await client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind, ...(only !== undefined && { only: [only] }) },
  })) as CodeAction[];
}

function editsOf(edit: WorkspaceEdit | null | undefined, uri: string): TextEdit[] {
  return edit?.changes?.[uri] ?? [];
}

describe('code actions', () => {
  it('record and take back in an editor that knows nothing of Attest', async () => {
    const uri = await openDraft('draft.txt');
    const found = await actionsAt(uri, QUOTATION);
    const titles = found.map(({ title }) => title);
    expect(titles).toContain('Link to minutes.txt (word for word)');
    expect(titles).toContain('Mark as disputed');
    const mark = found.find(({ title }) => title === 'Mark as disputed')!;
    expect(mark.kind).toBe('refactor.attest.verdict');
    const { published } = client!;
    const told = published.length;
    const id: unknown = await client.request('workspace/executeCommand', mark.command);
    expect(JSON.parse(folder.read('draft.txt.annotations.jsonld'))).toMatchObject({ items: [{ id }] });
    // no warning has changed, but what a view shows of the facts has
    await client.until(() => published.length > told || undefined, 'the article to be published again');

    const [removal, ...more] = await actionsAt(uri, QUOTATION, 'refactor.attest.remove');
    expect(removal!.title).toBe('Remove the annotation: disputed');
    expect(more).toEqual([]);
    await client.request('workspace/executeCommand', removal!.command);
    expect(existsSync(join(folder.path, 'draft.txt.annotations.jsonld'))).toBe(false);
  });

  it('light no bulb of themselves where there is no warning', async () => {
    const uri = await openDraft('draft.txt');
    expect(await actionsAt(uri, QUOTATION, undefined, 2)).toEqual([]);
    expect(
      (await actionsAt(uri, CLAIM, undefined, 2)).every(({ kind }) => kind!.startsWith('quickfix')),
    ).toBe(true);
  });

  it('ask for a reason or a note in an editor that can ask', async () => {
    const uri = await openDraft('draft.md', { commands: OWN_COMMANDS });
    const dismissals = await actionsAt(uri, CLAIM, 'quickfix.attest.dismiss');
    expect(dismissals.map(({ title }) => title)).toEqual([
      'Dismiss for this passage…',
      'Dismiss for this line…',
      'Dismiss for this paragraph…',
      'Dismiss as a known fact of this project…',
      'Dismiss unattributed-claim in this file…',
      'Dismiss unattributed-claim in this project…',
    ]);
    expect(dismissals.every(({ command, edit }) => command?.command === 'attest.dismiss' && !edit)).toBe(
      true,
    );
    const commands = (await actionsAt(uri, QUOTATION, 'refactor')).map(({ command }) => command?.command);
    expect(commands).toEqual(expect.arrayContaining(['attest.markDisputed', 'attest.linkToSource']));
  });

  it('make the project file where there is none', async () => {
    const uri = await openDraft('draft.txt');
    const found = await actionsAt(uri, CLAIM, 'quickfix.attest.dismiss');
    const inProject = found.find(({ title }) => title.endsWith('in this project'))!;
    expect(inProject.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: folder.uriOf('.attest.yaml') },
      { edits: [{ newText: 'rules:\n  unattributed-claim: off\n' }] },
    ]);
  });
});

describe('a dismissal', () => {
  const dismiss = async (uri: string, scope: string, reason: string | null): Promise<Settled | null> =>
    (await client.request('attest/dismiss', {
      textDocument: { uri },
      range: { start: CLAIM, end: CLAIM },
      rule: 'unattributed-claim',
      scope,
      reason,
    })) as Settled | null;

  it('changes nothing of the project file but the line it needs', async () => {
    const uri = await openDraft('draft.md', {
      files: { '.attest.yaml': '# Ours\nrules: # few\n  unclosed-quote: error\nprofile: desk\n' },
    });
    const project = folder.uriOf('.attest.yaml');
    const settled = await dismiss(uri, 'project', 'columns');
    expect(editsOf(settled?.edit, project)).toEqual([
      {
        range: { start: { line: 2, character: 23 }, end: { line: 2, character: 23 } },
        newText: '\n  unattributed-claim: off # columns',
      },
    ]);
    const known = await dismiss(uri, 'known-fact', null);
    expect(editsOf(known?.edit, project)[0]!.newText).toContain('knownFacts:\n  - "The wall cost');
  });

  it('keeps its reason in the text or in the annotation file', async () => {
    const markdown = await openDraft('draft.md');
    const settled = await dismiss(markdown, 'line', 'the --> budget');
    expect(editsOf(settled?.edit, markdown)[0]!.newText).toBe(
      ' <!-- attest-dismiss-line unattributed-claim: the budget -->',
    );
    const plain = await openDraft('draft.txt');
    expect((await dismiss(plain, 'line', 'the budget'))?.annotation).toMatch(/^urn:uuid:/);
    await client.diagnostics(plain, (found) => found.every(({ code }) => code !== 'unattributed-claim'));
    expect(folder.read('draft.txt.annotations.jsonld')).toContain('the budget');
  });

  it('is nothing where there is no such warning, or no such scope', async () => {
    const uri = await openDraft('draft.md');
    expect(await dismiss(uri, 'galaxy', null)).toBeNull();
    const range = { start: QUOTATION, end: QUOTATION };
    const params = { textDocument: { uri }, range, rule: 'unattributed-claim', scope: 'line', reason: null };
    expect(await client.request('attest/dismiss', params)).toBeNull();
  });
});

it('what is recorded goes into the text or beside it, as the place says', async () => {
  const uri = await openDraft('draft.md');
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 70 } };
  const words = DRAFT.split('\n')[2]!.slice(0, 70);
  const record = { textDocument: { uri }, range, words };
  const linked = await client.request('attest/record', { ...record, record: { source: 'minutes.txt' } });
  expect(editsOf((linked as Settled).edit, uri)[0]!.newText).toBe(' [source: minutes.txt]');
  const noted = await client.request('attest/record', {
    ...record,
    record: { verdict: 'disputed', note: 'ask again' },
  });
  expect((noted as Settled).annotation).toMatch(/^urn:uuid:/);
  const { facts } = (await client.request('attest/facts', { textDocument: { uri } })) as FactsOfArticle;
  expect(facts[0]).toMatchObject({ status: 'disputed', note: 'ask again' });
  for (const nothing of [undefined, {}, { verdict: 'dismissed' }, { note: '  ' }, 5]) {
    expect(await client.request('attest/record', { ...record, record: nothing })).toBeNull();
  }
});

it('a speaker is renamed here, and in other articles when the person says so', async () => {
  const folder = testFolder({
    'second.txt': 'Ana Ruiz spoke first. “I am Ana Ruiz,” she said. Ruiz left early.\n',
  });
  for (const asks of [true, false]) {
    const client = await testClient({
      folders: [folder],
      capabilities: editing({ documentChanges: true, ...(asks && { changeAnnotationSupport: {} }) }),
    });
    await client.indexed();
    const uri = folder.uriOf('draft.txt');
    client.open(uri, DRAFT);
    await client.diagnostics(uri);
    const params = { textDocument: { uri }, position: { line: 2, character: 76 }, newName: 'Eva Soler' };
    const edit = (await client.request('textDocument/rename', params)) as WorkspaceEdit;
    if (asks) {
      expect(edit.changeAnnotations).toMatchObject({ neighbours: { needsConfirmation: true } });
      expect(edit.documentChanges).toMatchObject([
        { textDocument: { uri, version: 1 }, edits: [{ newText: 'Eva Soler' }] },
        {
          textDocument: { uri: folder.uriOf('second.txt'), version: null },
          edits: [
            { newText: 'Eva Soler', annotationId: 'neighbours' },
            { newText: 'Soler', annotationId: 'neighbours' },
          ],
        },
      ]);
    } else {
      expect(edit.documentChanges).toBeUndefined();
      expect(editsOf(edit, uri)).toHaveLength(1);
    }
    client.kill();
  }
});

it('giving a speaker the name of another one asks first, where the editor can', async () => {
  const folder = testFolder({});
  const client = await testClient({
    folders: [folder],
    capabilities: editing({ documentChanges: true, changeAnnotationSupport: {} }),
  });
  const uri = folder.uriOf('draft.txt');
  client.open(uri, 'Ana Ruiz said it was late. “It is not,” Eva Soler said.\n');
  await client.diagnostics(uri);
  const rename = async (newName: string): Promise<WorkspaceEdit> =>
    (await client.at('textDocument/rename', uri, 'Ana', { newName })) as WorkspaceEdit;
  const { changeAnnotations, documentChanges } = await rename('Eva Soler');
  expect(Object.keys(changeAnnotations!)).toEqual(['merge']);
  expect(changeAnnotations).toMatchObject({ merge: { needsConfirmation: true } });
  expect(documentChanges).toMatchObject([{ edits: [{ newText: 'Eva Soler', annotationId: 'merge' }] }]);
  expect(await rename('Eva Ruiz')).toMatchObject({ changes: { [uri]: [{ newText: 'Eva Ruiz' }] } });
});

it('the marks of sources that were moved are mended all at once, for who asks for that', async () => {
  folder = testFolder({ 'sources/minutes.txt': SOURCE, 'sources/log.txt': 'Nothing happened.\n' });
  client = await testClient({ folders: [folder] });
  await client.indexed();
  const uri = folder.uriOf('draft.txt');
  const marks =
    'It rained [source: minutes.txt]. It snowed [source: log.txt#L1], and more [source: no.txt].\n';
  client.open(uri, `${DRAFT}\n${marks}`);
  await client.diagnostics(
    uri,
    (found) => found.filter(({ code }) => code === 'missing-source').length === 3,
  );
  const top = { line: 0, character: 0 };
  const [all, ...others] = await actionsAt(uri, top, 'source.fixAll');
  expect(others).toEqual([]);
  expect(all!.kind).toBe('source.fixAll.attest');
  expect(all!.edit!.changes![uri]!.map(({ newText }) => newText)).toEqual([
    'sources/minutes.txt',
    'sources/log.txt#L1',
  ]);
  expect((await actionsAt(uri, top)).filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
});
