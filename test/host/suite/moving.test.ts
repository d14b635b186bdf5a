/** What goes along when files are renamed in VS Code, as in its Explorer. */
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { attest, closeAll, open, uriOf, when } from './support.ts';

const DRAFT = 'drafts/pier.txt';
const MOVED = 'drafts/done/the pier.txt';
const SOURCE = 'sources/pier-minutes.txt';
const RENAMED = 'sources/pier minutes.txt';
const SAID = 'The pier will be closed to cars from the first day of May.';
const FILES: readonly string[] = [DRAFT, MOVED].flatMap((name) => [name, `${name}.annotations.jsonld`]);

const textOf = (target: string): string =>
  `Pier to close to cars\n\nIt is decided. “${SAID}” [source: ${target}]\n`;

const page = (source: string, name: string): object => ({
  type: 'AnnotationPage',
  items: [
    {
      id: 'urn:uuid:0b5fd5f4-6f2f-4f0a-9a53-6c2f7a3d9a11',
      type: 'Annotation',
      body: [{ type: 'SpecificResource', purpose: 'linking', source }],
      target: { source: name, selector: [{ type: 'TextQuoteSelector', exact: 'It is decided.' }] },
    },
  ],
});

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));

const read = async (name: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** What the file holds in the end: VS Code saves what it has changed with a rename in its own time. */
async function written(name: string, words: string): Promise<string> {
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.workspace.workspaceFolders![0]!, '{drafts,sources}/**'),
  );
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        for (const event of [watcher.onDidChange, watcher.onDidCreate])
          event(() => {
            resolve();
          });
      });
      const text = await read(name).catch(() => '');
      if (text.includes(words)) return text;
      await changed;
    }
  } finally {
    watcher.dispose();
  }
}

interface Item {
  readonly body: readonly { readonly source: string }[];
  readonly target: { readonly source: string };
}

async function annotationOf(name: string, source: string): Promise<Item> {
  const text = await written(`${name}.annotations.jsonld`, JSON.stringify(source));
  return (JSON.parse(text) as { items: Item[] }).items[0]!;
}

describe('files that are renamed', () => {
  before(async () => {
    const { facts } = await attest();
    await write(SOURCE, `RUIZ: ${SAID}\n`);
    await write(DRAFT, textOf('../sources/pier-minutes.txt'));
    await write(
      `${DRAFT}.annotations.jsonld`,
      JSON.stringify(page('../sources/pier-minutes.txt', 'pier.txt')),
    );
    const { document } = await open(DRAFT);
    await when(facts.onDidChange, () => (facts.known?.document === document ? true : undefined));
  });

  after(async () => {
    await closeAll();
    for (const name of [...FILES, SOURCE, RENAMED])
      await vscode.workspace.fs.delete(uriOf(name)).then(undefined, () => undefined);
  });

  it('are still what marks and annotations lead to', async () => {
    await rename(SOURCE, RENAMED);
    const target = '../sources/pier%20minutes.txt';
    assert.equal(await written(DRAFT, target), textOf(target));
    const { body } = await annotationOf(DRAFT, target);
    assert.equal(body[0]!.source, target);
  });

  it('take their annotations along', async () => {
    await rename(DRAFT, MOVED);
    const source = '../../sources/pier%20minutes.txt';
    assert.equal(await written(MOVED, source), textOf(source));
    const { body, target } = await annotationOf(MOVED, source);
    assert.equal(body[0]!.source, source);
    assert.equal(target.source, 'the%20pier.txt');
    await assert.rejects(Promise.resolve(read(`${DRAFT}.annotations.jsonld`)));
  });
});
