/** The Facts view's data, the commands on a passage, and what is handed over. */
import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { QuotationPaste } from '../../../client/src/paste.ts';
import type { KnownFacts } from '../../../client/src/facts/articleFacts.ts';
import { groupsOf } from '../../../client/src/facts/groups.ts';
import { copySample } from '../../../client/src/sample.ts';
import { attest, closeAll, find, open, ruleOf, uriOf, warnings, when } from './support.ts';

const DRAFT = 'drafts/quarry-street.md';

function hasAltered(found: readonly vscode.Diagnostic[]): boolean {
  return found.some((diagnostic) => ruleOf(diagnostic) === 'altered-quote');
}

/** The draft's facts, once they satisfy `accept`. */
async function factsOf(
  document: vscode.TextDocument,
  accept: (facts: KnownFacts) => boolean,
): Promise<KnownFacts> {
  const { facts } = await attest();
  return when(facts.onDidChange, () => {
    const { known } = facts;
    return known?.document === document && accept(known) ? known : undefined;
  });
}

describe('the facts of a draft', () => {
  let editor: vscode.TextEditor;

  before(async () => {
    await attest();
    editor = await open(DRAFT);
    await warnings(editor.document.uri, hasAltered);
  });

  afterEach(async () => {
    editor = await open(DRAFT);
    if (editor.document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  after(closeAll);

  it('are known with their status, speaker and source', async () => {
    const known = await factsOf(editor.document, ({ facts }) => facts.some(({ place }) => place !== null));
    const checked = known.facts.find(({ passage }) => passage === '6 to 3');
    assert.equal(checked?.status, 'verified');
    const spoken = known.facts.find(({ passage }) => passage.includes('The lights will stay on'));
    assert.equal(spoken?.speaker, 'Martin Szabo');
    assert.ok(known.totals.facts > 10);
  });

  it('are grouped without losing one', async () => {
    const known = await factsOf(editor.document, ({ facts }) => facts.length > 0);
    for (const grouping of ['paragraph', 'speaker', 'status', 'source'] as const) {
      const grouped = groupsOf(known.facts, grouping).flatMap(({ facts }) => facts);
      assert.equal(grouped.length, known.facts.length, grouping);
    }
  });

  it('come with the sources that are used, and those that are not', async () => {
    const known = await factsOf(editor.document, ({ sources }) => sources.length > 0);
    assert.ok(known.sources.some(({ name, uses }) => name === 'interview-szabo.txt' && uses.length > 0));
  });

  it('are reached one after the other by command', async () => {
    const { facts } = await factsOf(editor.document, (known) => known.facts.length > 1);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('attest.nextFact');
    assert.equal(editor.selection.start.line, facts[0]!.range.start.line);
    await vscode.commands.executeCommand('attest.previousFact');
    assert.equal(editor.selection.start.line, facts.at(-1)!.range.start.line);
  });

  it('are marked as sic after the word at the cursor', async () => {
    const { start } = find(editor.document, 'Okafur');
    editor.selection = new vscode.Selection(start, start);
    await vscode.commands.executeCommand('attest.insertSic');
    assert.ok(editor.document.getText().includes('Okafur [sic] said'));
    await vscode.commands.executeCommand('undo');
    assert.ok(!editor.document.getText().includes('[sic]'));
  });

  it('can be dismissed by a quick fix of its own kind', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      find(editor.document, 'Experts say'),
      'quickfix.attest.dismiss',
    );
    assert.ok(actions.length > 0);
    for (const { kind } of actions) assert.equal(kind?.value, 'quickfix.attest.dismiss');
  });

  it('go out without their marks', async () => {
    await vscode.commands.executeCommand('attest.copyClean');
    const clean = await vscode.env.clipboard.readText();
    assert.ok(clean.includes('The vote was 6 to 3. It came'));
    assert.ok(!clean.includes('[source:') && !clean.includes('[TK'));
    await vscode.commands.executeCommand('attest.cleanCopy');
    const shown = vscode.window.activeTextEditor?.document;
    assert.ok(shown?.uri.path.endsWith('quarry-street.clean.md'));
    assert.equal(shown?.getText(), clean);
  });
});

describe('pasting', () => {
  after(closeAll);

  it('offers words of a source as a quotation, and other words only as they are', async () => {
    const { client } = await attest();
    const { document } = await open(DRAFT);
    await warnings(document.uri, hasAltered);
    const paste = new QuotationPaste(client);
    const source = await vscode.workspace.openTextDocument(uriOf('sources/interview-szabo.txt'));
    const end = document.positionAt(document.getText().length);
    const pasted = async (text: string) => {
      const data = new vscode.DataTransfer();
      data.set('text/plain', new vscode.DataTransferItem(text));
      paste.prepareDocumentPaste(source, [], data);
      return paste.provideDocumentPasteEdits(
        document,
        [new vscode.Range(end, end)],
        data,
        { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic },
        new vscode.CancellationTokenSource().token,
      );
    };
    const words = source.getText(find(source, 'nobody makes the bearings any more'));
    const [edit] = await pasted(words);
    assert.ok(typeof edit?.insertText === 'string', 'the words are known');
    assert.match(edit.insertText, /^“nobody makes the bearings any more/i);
    assert.ok(edit.insertText.includes('[source: ../sources/interview-szabo.txt'));
    assert.deepEqual(await pasted('These words stand in no document of the newsroom at all.'), []);
  });
});

/** Paths below a folder; the README explains the sample to developers and is not copied. */
function filesIn({ fsPath }: vscode.Uri): string[] {
  return readdirSync(fsPath, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ parentPath, name }) => relative(fsPath, join(parentPath, name)))
    .sort();
}

describe('the sample newsroom', () => {
  it('is copied beside an older copy', async () => {
    const { extensionUri } = vscode.extensions.getExtension('attest.attest')!;
    // Beside the workspace: inside it the copy of a draft would be everybody's counterpart for a moment.
    const parent = uriOf('../copies');
    await vscode.workspace.fs.createDirectory(parent);
    try {
      const [first, second] = [
        await copySample(extensionUri, parent),
        await copySample(extensionUri, parent),
      ];
      assert.notEqual(first.path, second.path);
      const original = vscode.Uri.joinPath(extensionUri, 'test', 'articles', 'newsroom');
      assert.deepEqual(filesIn(second), filesIn(original));
    } finally {
      await vscode.workspace.fs.delete(parent, { recursive: true });
    }
  });
});
