/** What a person does about a passage: link, verify, dispute, attribute, dismiss, mark as [sic]. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ArticleFacts } from '../facts/articleFacts.ts';
import { activeArticle } from '../selector.ts';
import { chooseSource } from './chooseSource.ts';
import { passageHere } from './passage.ts';
import { annotate, inText, writeMark } from './record.ts';

export function registerPassageCommands(client: BaseLanguageClient, facts: ArticleFacts): vscode.Disposable {
  const mark = (verdict: Verdict) => () => markAs(client, facts, verdict);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('attest.linkToSource', () => link(client, facts)),
    vscode.commands.registerCommand('attest.markVerified', mark('verified')),
    vscode.commands.registerCommand('attest.markDisputed', mark('disputed')),
    vscode.commands.registerCommand('attest.markNeedsChecking', mark('needs-checking')),
    vscode.commands.registerCommand('attest.attribute', () => attribute(client, facts)),
    vscode.commands.registerCommand('attest.insertSic', insertSic),
    vscode.commands.registerCommand('attest.dismiss', () => offer('quickfix.attest.dismiss')),
    vscode.commands.registerCommand('attest.openSourceBeside', () =>
      vscode.commands.executeCommand('editor.action.revealDefinitionAside'),
    ),
  );
}

type Verdict = 'verified' | 'disputed' | 'needs-checking';

async function link(client: BaseLanguageClient, facts: ArticleFacts): Promise<void> {
  const passage = await passageHere(facts);
  const target = passage && (await chooseSource(client, facts, passage));
  if (!target) return;
  if (inText(passage)) await writeMark(passage, `[source: ${target}]`);
  else await annotate(client, passage, { source: target });
}

/** A mark can only say that something was checked as it stands; what else there is to say goes into the file. */
async function markAs(client: BaseLanguageClient, facts: ArticleFacts, verdict: Verdict): Promise<void> {
  const passage = await passageHere(facts);
  if (!passage) return;
  const note = await vscode.window.showInputBox({
    title: titleFor(verdict),
    prompt: vscode.l10n.t('A note for those who check after you, or nothing.'),
    placeHolder: passage.document.getText(passage.range).replace(/\s+/g, ' ').slice(0, 120),
  });
  if (note === undefined) return;
  if (verdict === 'verified' && note.trim() === '' && inText(passage)) await writeMark(passage, '[CQ]');
  else await annotate(client, passage, { verdict, ...(note.trim() === '' ? {} : { note: note.trim() }) });
}

function titleFor(verdict: Verdict): string {
  switch (verdict) {
    case 'verified':
      return vscode.l10n.t('Mark as verified');
    case 'disputed':
      return vscode.l10n.t('Mark as disputed');
    case 'needs-checking':
      return vscode.l10n.t('Mark as in need of checking');
  }
}

/** In the text where a warning says that nobody is given; else beside it. */
async function attribute(client: BaseLanguageClient, facts: ArticleFacts): Promise<void> {
  const passage = await passageHere(facts);
  if (!passage) return;
  const speaker = await chooseSpeaker(facts);
  if (!speaker) return;
  const { editor, document, range } = passage;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    'quickfix.attest.attribute',
  );
  const written = actions.find(({ edit }) => edit && inserts(edit, speaker))?.edit;
  if (written && (await vscode.workspace.applyEdit(written))) {
    await vscode.window.showTextDocument(document, { selection: editor.selection });
  } else {
    await annotate(client, passage, { speaker });
  }
}

function inserts(edit: vscode.WorkspaceEdit, words: string): boolean {
  return edit.entries().some(([, edits]) => edits.some(({ newText }) => newText.includes(words)));
}

/** The speakers of the article first, most quoted before others; any other name can be typed. */
function chooseSpeaker(facts: ArticleFacts): Promise<string | undefined> {
  const counts = new Map<string, number>();
  for (const { speaker } of facts.known?.facts ?? []) {
    if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const known = [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => ({ label }));
  const pick = vscode.window.createQuickPick();
  pick.title = vscode.l10n.t('Attribute to whom?');
  pick.placeholder = vscode.l10n.t('A speaker of the article, or another name');
  pick.items = known;
  pick.onDidChangeValue((value) => {
    const typed = value.trim();
    const isNew = typed !== '' && !counts.has(typed);
    pick.items = isNew ? [...known, { label: typed, description: vscode.l10n.t('as typed') }] : known;
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** After the word at the cursor, or after what is selected. */
async function insertSic(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const document = activeArticle();
  if (!editor || !document) return;
  const { selection } = editor;
  const word = document.getWordRangeAtPosition(selection.active);
  const at = selection.isEmpty ? (word?.end ?? selection.active) : selection.end;
  await editor.edit((edit) => {
    edit.insert(at, ' [sic]');
  });
}

/** The menu of the light bulb with one kind of action. */
function offer(kind: string): Thenable<unknown> {
  return vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'never' });
}
