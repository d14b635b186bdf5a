/** What a person sees on opening the sample newsroom's drafts. */
import { strict as assert } from 'node:assert';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { DocumentStatus } from '../../../server/src/lsp/attestProtocol.ts';
import { STATUS_REQUEST } from '../../../server/src/lsp/attestProtocol.ts';
import { attest, closeAll, find, hoverText, open, ruleOf, untitled, uriOf, warnings } from './support.ts';

const DRAFT = 'drafts/quarry-street.md';
const INTERVIEW = 'sources/interview-szabo.txt';
/** The draft dropped a "not". */
const ALTERED = 'We are going to run the plant past March';
const ORIGINAL = 'We are not going to run the plant past March';

async function statusOf(uri: vscode.Uri): Promise<DocumentStatus | null> {
  const { client } = await attest();
  return client.sendRequest<DocumentStatus | null>(STATUS_REQUEST, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });
}

function hasAltered(found: readonly vscode.Diagnostic[]): boolean {
  return found.some((diagnostic) => ruleOf(diagnostic) === 'altered-quote');
}

describe('a draft', () => {
  let document: vscode.TextDocument;

  before(async () => {
    await attest();
    ({ document } = await open(DRAFT));
    // The sources have been read when the altered quotation is known.
    await warnings(document.uri, hasAltered);
  });

  after(closeAll);

  it('has a warning for each of its troubles', () => {
    const found = vscode.languages.getDiagnostics(document.uri);
    const about = (rule: string) =>
      found.filter((diagnostic) => ruleOf(diagnostic) === rule).map(({ range }) => document.getText(range));
    assert.ok(about('altered-quote').some((text) => text.includes(ALTERED)));
    assert.ok(about('vague-attribution').some((text) => text.includes('Experts')));
    assert.ok(about('unattributed-claim').some((text) => text.includes('38 percent')));
    assert.equal(about('unclosed-quote').length, 1);
    assert.equal(about('unresolved-mark').length, 1);
    assert.deepEqual(about('unattributed-quote'), []);
  });

  it("leads from a warning to the rule's page and to the other passage", () => {
    const altered = vscode.languages
      .getDiagnostics(document.uri)
      .find((diagnostic) => document.getText(diagnostic.range).includes(ALTERED));
    assert.ok(altered && typeof altered.code === 'object' && altered.code.target);
    const related = altered.relatedInformation?.map(({ location }) => location.uri.path) ?? [];
    assert.ok(related.some((path) => path.endsWith(INTERVIEW)));
  });

  it('says in the hover who speaks and what differs', async () => {
    const text = await hoverText(document.uri, find(document, ALTERED).start);
    assert.match(text, /Szabo/);
    assert.match(text, /\bnot\b/);
    assert.match(text, /interview-szabo\.txt/);
  });

  it('leads from a quotation to its source', async () => {
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      find(document, ALTERED).start,
    );
    const place = found
      .map((link) => ('targetUri' in link ? new vscode.Location(link.targetUri, link.targetRange) : link))
      .find(({ uri }) => uri.path.endsWith(INTERVIEW));
    assert.ok(place);
    const source = await vscode.workspace.openTextDocument(place.uri);
    assert.ok(source.getText(place.range).includes(ORIGINAL));
  });

  it('is found from its source', async () => {
    const source = await vscode.workspace.openTextDocument(uriOf(INTERVIEW));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      source.uri,
      find(source, ORIGINAL).start,
    );
    assert.ok(found.some(({ uri }) => uri.path.endsWith(DRAFT)));
  });

  it('has an outline by speakers', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = symbols.flatMap((symbol) => [symbol, ...symbol.children]).map(({ name }) => name);
    for (const speaker of ['Martin Szabo', 'Ruth Calloway']) {
      assert.ok(
        names.some((name) => name.includes(speaker)),
        `${speaker} in ${names.join(', ')}`,
      );
    }
  });

  it('is searched with the other articles of the workspace', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Calloway',
    );
    assert.ok(symbols.some(({ location }) => location.uri.path.endsWith(DRAFT)));
  });

  it('highlights every mention of a speaker', async () => {
    const highlights = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      find(document, 'Calloway').start,
    );
    assert.ok(highlights.length > 2);
  });

  it('has colours by meaning', async () => {
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    assert.ok(tokens && tokens.data.length > 0);
  });

  it('is checked, and the status item can say why', async () => {
    const status = await statusOf(document.uri);
    assert.ok(status?.checked);
    assert.notEqual(status.reason, '');
    assert.ok(status.sourced < status.facts);
    assert.ok(status.warnings > 0);
  });

  it('is compared with its source side by side', async () => {
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(find(document, ALTERED).start, find(document, ALTERED).start);
    await vscode.commands.executeCommand('attest.compareWithSource');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    assert.ok(tab?.input instanceof vscode.TabInputTextDiff);
    const [original, modified] = await Promise.all([
      vscode.workspace.openTextDocument(tab.input.original),
      vscode.workspace.openTextDocument(tab.input.modified),
    ]);
    assert.ok(original.getText().includes(ORIGINAL));
    assert.ok(modified.getText().includes(ALTERED));
  });
});

describe('other files', () => {
  after(closeAll);

  it('are read when nothing is on disk yet', async () => {
    const { document } = await untitled(
      'The mill closed in May. The town had not been told.\n\n“Nobody asked any of us before the gates were locked.”\n\nThe mill had run for a hundred years.\n',
    );
    const found = await warnings(document.uri);
    assert.deepEqual(found.map(ruleOf), ['unattributed-quote']);
  });

  it('that come while the editor is open are sources as well, and none any more when they go', async () => {
    const recording = uriOf('sources/harbour-walk.vtt');
    const words = 'We will not rebuild the old harbour wall before the first winter storms.';
    const { document } = await untitled(
      'The harbour wall leaks. The town was told in May.\n\n“We will rebuild the old harbour wall before the first winter storms,” Ana Ruiz said.\n\nThe wall is a hundred years old.\n',
    );
    const isAltered = (diagnostic: vscode.Diagnostic): boolean => ruleOf(diagnostic) === 'altered-quote';
    const text = `WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ana Ruiz>${words}\n`;
    await vscode.workspace.fs.writeFile(recording, new TextEncoder().encode(text));
    await warnings(document.uri, (found) => found.some(isAltered));
    await vscode.workspace.fs.delete(recording);
    await warnings(document.uri, (found) => !found.some(isAltered));
  });

  it('that do not read like articles are left alone, and the status item can say why', async () => {
    const { document } = await untitled('milk\neggs\n2 onions\nrice\n');
    const status = await statusOf(document.uri);
    assert.equal(status?.checked, false);
    assert.notEqual(status.reason, '');
  });
});
