/** What a person records and takes back, and what the settings of the client change. */
import { strict as assert } from 'node:assert';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { DocumentStatus } from '../../../server/src/lsp/attestProtocol.ts';
import { STATUS_REQUEST } from '../../../server/src/lsp/attestProtocol.ts';
import { attest, closeAll, find, open, ruleOf, untitled, uriOf, warnings, when } from './support.ts';

const MARKDOWN = 'drafts/quarry-street.md';
const PLAIN = 'drafts/what-it-costs.txt';
const ANNOTATIONS = `${PLAIN}.annotations.jsonld`;

async function actions(
  document: vscode.TextDocument,
  words: string,
  kind: string,
): Promise<vscode.CodeAction[]> {
  const { start } = find(document, words);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(start, start),
    kind,
    20,
  );
}

async function run({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** None where the last was taken back: the file goes with it. */
async function annotations(): Promise<unknown[]> {
  const bytes = await Promise.resolve(vscode.workspace.fs.readFile(uriOf(ANNOTATIONS))).catch(() => null);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as { items: unknown[] }).items : [];
}

/** Once the server has told of the change, as it does when it has read its annotation file anew. */
async function annotated(document: vscode.TextDocument, count: number): Promise<void> {
  const { facts } = await attest();
  await when(facts.onDidChange, () => {
    const { known } = facts;
    const ids = new Set(known?.facts.flatMap((fact) => fact.annotations));
    return known?.document === document && ids.size === count ? true : undefined;
  });
}

/** Once the annotation file holds so many: it is written a moment after the server has told of the change. */
async function written(count: number): Promise<void> {
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.workspace.workspaceFolders![0]!, ANNOTATIONS),
  );
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
          event(() => {
            resolve();
          });
      });
      if ((await annotations()).length === count) return;
      await changed;
    }
  } finally {
    watcher.dispose();
  }
}

describe('what is recorded', () => {
  before(attest);

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeAll();
    await vscode.workspace.fs.delete(uriOf(ANNOTATIONS)).then(undefined, () => undefined);
  });

  it('in Markdown is a mark, which undo takes away', async () => {
    const { document } = await open(MARKDOWN);
    await warnings(document.uri);
    const original = document.getText();
    const [link] = await actions(document, 'You do not keep a whole plant', 'refactor.attest.link');
    assert.match(link!.title, /^Link to interview-szabo\.txt/);
    await run(link!);
    assert.match(document.getText(), /can help it\.” \[source: \.\.\/sources\/interview-szabo\.txt#:~:text=/);
    const [removal] = await actions(document, 'You do not keep a whole plant', 'refactor.attest.remove');
    assert.match(removal!.title, /^Remove \[source: /);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
  });

  it('in plain text is an annotation, which an action takes back', async () => {
    const { document } = await open(PLAIN);
    await warnings(document.uri);
    const original = document.getText();
    const [link] = await actions(document, 'People will see it on the bill', 'refactor.attest.link');
    await run(link!);
    await annotated(document, 1);
    assert.equal((await annotations()).length, 1);
    const [removal, ...more] = await actions(
      document,
      'People will see it on the bill',
      'refactor.attest.remove',
    );
    assert.match(removal!.title, /^Remove the annotation/);
    assert.deepEqual(more, []);
    await run(removal!);
    assert.deepEqual(await annotations(), []);
    assert.equal(document.getText(), original);
  });

  it('with words goes with them when they are undone, and comes back with them', async () => {
    const editor = await open(PLAIN);
    const { document } = editor;
    await warnings(document.uri);
    const { end } = find(document, 'in an interview.');
    const typed = '\n\nHe made a promise. "Nobody is being';
    assert.ok(
      await editor.edit((edit) => {
        edit.insert(end, typed);
      }),
    );
    const caret = document.positionAt(document.offsetAt(end) + typed.length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      caret,
    );
    const item = items.find(({ command }) => command?.command === 'attest.server.annotate')!;
    assert.equal(typeof item.insertText, 'string');
    const replaced = item.range instanceof vscode.Range ? item.range : item.range!.replacing;
    assert.ok(
      await editor.edit((edit) => {
        edit.replace(replaced, item.insertText as string);
      }),
    );
    await vscode.commands.executeCommand(item.command!.command, ...(item.command!.arguments as unknown[]));
    assert.equal((await annotations()).length, 1);
    await annotated(document, 1);
    await vscode.commands.executeCommand('undo');
    await annotated(document, 0);
    await written(0);
    await vscode.commands.executeCommand('redo');
    await annotated(document, 1);
    await written(1);
  });

  it('about a warning can be said for every scope', async () => {
    const { document } = await open(MARKDOWN);
    await warnings(document.uri);
    const found = await actions(document, '38 percent', 'quickfix.attest.dismiss');
    assert.deepEqual(
      found.map(({ title }) => title.replace(/…$/, '').replace('unattributed-claim', 'RULE')),
      [
        'Dismiss for this passage',
        'Dismiss for this line',
        'Dismiss for this paragraph',
        'Dismiss as a known fact of this project',
        'Dismiss RULE in this file',
        'Dismiss RULE in this project',
      ],
    );
  });

  it('of a name is changed here, and in the other draft when it is confirmed', async () => {
    const { document } = await open(MARKDOWN);
    await warnings(document.uri);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      find(document, 'Martin Szabo').start,
      'Marton Szabo',
    );
    const files = edit.entries().map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
    assert.deepEqual(files.sort(), ['quarry-street.md', 'what-it-costs.txt']);
  });
});

describe('an annotation file', () => {
  after(closeAll);

  it('shows its mistakes while it is mended by hand', async () => {
    const file = uriOf('drafts/nobody.txt.annotations.jsonld');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{ "items": [\n=======\n'));
    try {
      const editor = await vscode.window.showTextDocument(file);
      const [mistake] = await warnings(file);
      assert.equal(ruleOf(mistake!), 'annotation-file');
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((edit) => {
        edit.replace(whole, '{ "type": "AnnotationPage", "items": [] }');
      });
      await warnings(file, (found) => found.length === 0);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      await vscode.workspace.fs.delete(file);
    }
  });
});

describe('the settings', () => {
  const settings = vscode.workspace.getConfiguration('attest');

  async function having(key: string, value: unknown, check: () => Promise<void>): Promise<void> {
    await settings.update(key, value, vscode.ConfigurationTarget.Workspace);
    try {
      await check();
    } finally {
      await settings.update(key, undefined, vscode.ConfigurationTarget.Workspace);
    }
  }

  /** Asks until the answer is as it should be: the server learns of a setting in its own time. */
  async function eventually<T>(ask: () => Thenable<T>, isRight: (answer: T) => boolean): Promise<void> {
    for (;;) {
      if (isRight(await ask())) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  before(attest);
  after(closeAll);

  it('turn code lenses, inlay hints and colours by meaning on and off', async () => {
    const { document } = await open(MARKDOWN);
    await warnings(document.uri);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
    const tokens = () =>
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
    await eventually(lenses, (found) => found.length === 1);
    await having('codeLens', 'off', () => eventually(lenses, (found) => found.length === 0));
    await having('codeLens', 'quotations', () => eventually(lenses, (found) => found.length > 1));
    await having('inlayHints.speakers', true, () => eventually(hints, (found) => found.length > 0));
    await having('semanticTokens', false, () => eventually(tokens, (found) => !found?.data.length));
    await eventually(tokens, (found) => found !== undefined && found.data.length > 0);
  });

  it('say which files are checked', async () => {
    const { client } = await attest();
    const reasonFor = (uri: vscode.Uri) => () =>
      client.sendRequest<DocumentStatus | null>(STATUS_REQUEST, {
        textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      });
    const list = uriOf('drafts/list.txt');
    await vscode.workspace.fs.writeFile(list, new TextEncoder().encode('milk\neggs\n2 onions\nrice\n'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(list));
    await eventually(reasonFor(list), (status) => status?.checked === false);
    await having('include', ['drafts/list.txt'], () =>
      eventually(reasonFor(list), (status) => status?.checked === true),
    );
    const { document } = await open(PLAIN);
    await eventually(reasonFor(document.uri), (status) => status?.checked === true);
    await having('maxFileSize', 1, () =>
      eventually(reasonFor(document.uri), (status) => status?.reason.includes('maxFileSize') === true),
    );
    await having('exclude', ['drafts/**'], () =>
      eventually(reasonFor(document.uri), (status) => status?.reason.includes('attest.exclude') === true),
    );
    await vscode.workspace.fs.delete(list);
  });

  it('silence a rule', async () => {
    const { document } = await untitled(
      'The mill closed in May. The town had not been told.\n\n“Nobody asked any of us before the gates were locked.”\n\nThe mill had run for a hundred years.\n',
    );
    await warnings(document.uri, (found) => found.some((one) => ruleOf(one) === 'unattributed-quote'));
    await having('rules', { 'unattributed-quote': 'off' }, async () => {
      await warnings(document.uri, (found) => found.length === 0);
    });
  });
});
