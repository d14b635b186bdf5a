/** What happens while a person writes. */
import { strict as assert } from 'node:assert';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import { attest, closeAll, find, open, ruleOf, untitled, warnings, when } from './support.ts';

const DRAFT = 'drafts/quarry-street.md';
const UNCLOSED = '“They had this in September, he said.';

function has(rule: string) {
  return (found: readonly vscode.Diagnostic[]) => found.some((diagnostic) => ruleOf(diagnostic) === rule);
}

function lacks(rule: string) {
  return (found: readonly vscode.Diagnostic[]) => !has(rule)(found);
}

async function replace(editor: vscode.TextEditor, before: string, after: string): Promise<void> {
  const range = find(editor.document, before);
  assert.ok(
    await editor.edit((edit) => {
      edit.replace(range, after);
    }),
  );
}

describe('writing', () => {
  before(attest);

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  after(closeAll);

  it('takes a warning away as soon as its cause is gone', async () => {
    const editor = await open(DRAFT);
    await warnings(editor.document.uri, has('unresolved-mark'));
    await replace(editor, ' [TK: names and reasons of the three]', '');
    await warnings(editor.document.uri, lacks('unresolved-mark'));
  });

  it('closes a quotation by quick fix, and undoes it', async () => {
    const editor = await open(DRAFT);
    const { document } = editor;
    await warnings(document.uri, has('unclosed-quote'));
    const original = document.getText();
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      find(document, UNCLOSED),
      vscode.CodeActionKind.QuickFix.value,
      // So many are resolved to their edits.
      10,
    );
    const fix = actions.find(({ title }) => title.startsWith('Close the quotation'));
    assert.ok(fix?.edit, JSON.stringify(actions));
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await warnings(document.uri, lacks('unclosed-quote'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original);
    await warnings(document.uri, has('unclosed-quote'));
  });

  it('uses the open text of a source, saved or not', async () => {
    const draft = await open(DRAFT);
    await warnings(draft.document.uri, (found) => found.some((one) => one.message.includes('“not”')));
    const source = await open('sources/interview-szabo.txt');
    await replace(source, 'We are not going to run', 'We are going to run');
    await warnings(draft.document.uri, (found) => !found.some((one) => one.message.includes('“not”')));
  });

  it('keeps up with a hundred keystrokes, line breaks and emoji', async () => {
    const { client } = await attest();
    const { document } = await untitled('');
    const text = 'The gates were locked. 🚧\r\n\r\n“Nobody asked any of us,” said nobody at all.';
    for (const character of text) await vscode.commands.executeCommand('type', { text: character });
    await vscode.commands.executeCommand('editor.action.selectAll');
    await vscode.commands.executeCommand('type', {
      text: 'The mill closed in May. The town had not been told of it.\n\n“Nobody asked any of us before the gates were locked.”\n\nThe mill had run for a hundred years.\n',
    });
    await warnings(document.uri, has('unattributed-quote'));
    assert.equal(client.state, State.Running);
  });

  it('waits for the command where warnings are wanted only by hand', async () => {
    const settings = vscode.workspace.getConfiguration('attest');
    await settings.update('check.on', 'manual', vscode.ConfigurationTarget.Workspace);
    try {
      const { document } = await untitled(
        'The mill closed in May. The town had not been told.\n\n“Nobody asked any of us before the gates were locked.”\n',
      );
      await vscode.commands.executeCommand('attest.checkNow');
      await warnings(document.uri, has('unattributed-quote'));
    } finally {
      await settings.update('check.on', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('goes on after the server was killed', async () => {
    const { client } = await attest();
    const server = (client as unknown as { _serverProcess: { pid: number } })._serverProcess;
    const states: State[] = [];
    const recording = client.onDidChangeState(({ newState }) => states.push(newState));
    const restarted = when(client.onDidChangeState, () =>
      states.at(-1) === State.Running ? true : undefined,
    );
    process.kill(server.pid, 'SIGKILL');
    await restarted;
    recording.dispose();
    const { document } = await open('drafts/what-it-costs.txt');
    await warnings(document.uri, has('altered-quote'));
  });
});
