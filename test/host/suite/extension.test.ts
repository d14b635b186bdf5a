/** The extension itself: it starts, is quiet when nothing concerns it, and survives its server. */
import { strict as assert } from 'node:assert';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { State } from 'vscode-languageclient';
import { attest, closeAll, installed, open, warnings, when } from './support.ts';

describe('the extension', () => {
  after(closeAll);

  // The first test of the window: nothing has been opened yet.
  it('sleeps until an article is opened', async () => {
    const extension = await installed().activate();
    await vscode.workspace.openTextDocument({ content: 'export {};\n', language: 'javascript' });
    assert.equal(extension.running, undefined);
    const { document } = await open('drafts/quarry-street.md');
    await warnings(document.uri);
    assert.equal(installed().exports.running?.client.state, State.Running);
  });

  it('contributes every command it registers', async () => {
    await attest();
    const known = await vscode.commands.getCommands(true);
    const manifest = vscode.extensions.getExtension('attest.attest')!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    for (const { command } of manifest.contributes.commands) assert.ok(known.includes(command), command);
  });

  it('takes no key that VS Code has in the same place', async () => {
    const { contributes } = vscode.extensions.getExtension('attest.attest')!.packageJSON as {
      contributes: { keybindings: { key: string; mac: string; command: string }[] };
    };
    const defaults = await vscode.workspace.openTextDocument(
      vscode.Uri.parse('vscode://defaultsettings/keybindings.json'),
    );
    const bound = [...defaults.getText().matchAll(/"key": "([^"]+)",\s*"command": "([^"]+)"/g)];
    assert.ok(bound.length > 500);
    for (const { key, mac } of contributes.keybindings) {
      const others = bound.filter(
        ([, taken, command]) => (taken === key || taken === mac) && !command!.startsWith('attest.'),
      );
      assert.deepEqual(
        others.map(([whole]) => whole),
        [],
        key,
      );
    }
  });

  it('restarts its server on command', async () => {
    const { client } = await attest();
    const stopped = when(client.onDidChangeState, () => (client.state === State.Stopped ? true : undefined));
    await vscode.commands.executeCommand('attest.restartServer');
    await stopped;
    assert.equal(client.state, State.Running);
  });
});
