/** What asks before it acts: the fact sheet, a verdict's note, a dismissal's reason, the speaker, how facts are grouped. */
import { strict as assert } from 'node:assert';
import { after, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { KnownFacts } from '../../../client/src/facts/articleFacts.ts';
import { attest, closeAll, find, open, ruleOf, uriOf, warnings, when } from './support.ts';

const DRAFT = 'drafts/quarry-street.md';

/** Runs a command and accepts what it asks as it stands, as often as it asks. */
async function accepting(command: string, ...args: unknown[]): Promise<void> {
  const running = { isDone: false };
  const done = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => {
    running.isDone = true;
  });
  while (!running.isDone)
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await done;
}

async function knownFacts(): Promise<KnownFacts> {
  const { facts } = await attest();
  return when(facts.onDidChange, () =>
    facts.known?.document.uri.path.endsWith(DRAFT) ? facts.known : undefined,
  );
}

/** The draft, with the cursor in some of its words. */
async function at(words: string): Promise<vscode.TextEditor> {
  const editor = await open(DRAFT);
  await warnings(editor.document.uri);
  await knownFacts();
  const { start } = find(editor.document, words);
  editor.selection = new vscode.Selection(start.translate(0, 2), start.translate(0, 2));
  return editor;
}

describe('what asks first', () => {
  beforeEach(closeAll);
  after(closeAll);

  it('shows the fact sheet as a page', async () => {
    await at('6 to 3');
    await accepting('attest.factSheet');
    const tab = await when(vscode.window.tabGroups.onDidChangeTabs, () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof vscode.TabInputWebview),
    );
    assert.equal(tab.label, 'Fact sheet: quarry-street');
  });

  it('records a verdict, also without a note, and takes it back', async () => {
    const { document } = await at('11 days last year');
    await accepting('attest.markDisputed');
    const { facts } = await attest();
    const disputed = await when(facts.onDidChange, () =>
      facts.known?.facts.find(({ status }) => status === 'disputed'),
    );
    assert.equal(disputed.note, null);
    const annotations = uriOf(`${DRAFT}.annotations.jsonld`);
    assert.ok((await vscode.workspace.fs.stat(annotations)).size > 0);
    await vscode.commands.executeCommand('attest.removeAnnotation', { kind: 'fact', fact: disputed });
    await when(facts.onDidChange, () =>
      facts.known?.facts.some(({ status }) => status === 'disputed') ? undefined : true,
    );
    await assert.rejects(async () => vscode.workspace.fs.stat(annotations), 'an empty file stays behind');
    assert.equal(document.isDirty, false);
  });

  it('dismisses a warning, also without a reason, and undo brings it back', async () => {
    const { document } = await at('Experts say');
    const vague = (found: readonly vscode.Diagnostic[]): boolean =>
      found.some((diagnostic) => ruleOf(diagnostic) === 'vague-attribution');
    const [first] = (await warnings(document.uri, vague)).filter(
      (diagnostic) => ruleOf(diagnostic) === 'vague-attribution',
    );
    const { client } = await attest();
    await accepting('attest.dismiss', {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      range: client.code2ProtocolConverter.asRange(first!.range),
      rule: 'vague-attribution',
      scope: 'line',
    });
    await warnings(document.uri, (found) => !vague(found));
    assert.match(document.getText(), /recent years\. <!-- attest-dismiss-line vague-attribution -->/);
    await vscode.commands.executeCommand('undo');
    await warnings(document.uri, vague);
  });

  it('attributes a claim to the speaker quoted most, who is offered first', async () => {
    await at('More than 400 children');
    const { facts } = await attest();
    const counts = new Map<string, number>();
    for (const { speaker } of (await knownFacts()).facts) {
      if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    await accepting('attest.attribute');
    const claim = await when(facts.onDidChange, () =>
      facts.known?.facts.find(
        ({ passage, annotations }) => passage === 'More than 400 children' && annotations.length === 1,
      ),
    );
    assert.equal(counts.get(claim.speaker ?? ''), most);
    await vscode.commands.executeCommand('attest.removeAnnotation', { kind: 'fact', fact: claim });
    await when(facts.onDidChange, () =>
      facts.known?.facts.some(({ annotations }) => annotations.length > 0) ? undefined : true,
    );
  });

  it('copies a report that holds no text of the article', async () => {
    const { document } = await at('6 to 3');
    await vscode.commands.executeCommand('attest.copyReport');
    const report = await vscode.env.clipboard.readText();
    assert.match(report, /^Attest \d+\.\d+\.\d+\nVS Code 1\./);
    assert.match(report, /^facts: \{.*\}, sources \d+/m);
    const words = new Set(document.getText().match(/\p{Lu}\p{L}{4,}/gu));
    assert.ok(words.size > 20);
    assert.deepEqual(
      [...words].filter((word) => report.includes(word)),
      [],
    );
    assert.doesNotMatch(report, /quarry|newsroom|sources\/|\/tmp/);
  });
});
