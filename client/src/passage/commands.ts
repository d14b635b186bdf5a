/** What a person does about a passage: link, verify, dispute, attribute, dismiss, mark as [sic]. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { DismissParams, Recordable, Settled } from '../../../server/src/lsp/attestProtocol.ts';
import { DISMISS_REQUEST } from '../../../server/src/lsp/attestProtocol.ts';
import { DISMISS_COMMAND, REMOVE_ANNOTATIONS_COMMAND } from '../../../server/src/lsp/commands.ts';
import type { ArticleFacts } from '../facts/articleFacts.ts';
import { activeArticle } from '../selector.ts';
import { annotationsOf } from '../facts/factsView.ts';
import { chooseSource } from './chooseSource.ts';
import type { Passage } from './passage.ts';
import { passageHere } from './passage.ts';
import { applyEdit, record } from './record.ts';
import type { RecordedPassages } from './recordedPassages.ts';

export function registerPassageCommands(
  client: BaseLanguageClient,
  facts: ArticleFacts,
  recorded: RecordedPassages,
): vscode.Disposable {
  const say = (passage: Passage, about: Recordable) => record(client, recorded, passage, about);
  const mark = (verdict: Verdict) => () => markAs(facts, verdict, say);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('attest.linkToSource', () => link(client, facts, say)),
    vscode.commands.registerCommand('attest.markVerified', mark('verified')),
    vscode.commands.registerCommand('attest.markDisputed', mark('disputed')),
    vscode.commands.registerCommand('attest.markNeedsChecking', mark('needs-checking')),
    vscode.commands.registerCommand('attest.attribute', () => attribute(facts, say)),
    vscode.commands.registerCommand('attest.insertSic', insertSic),
    vscode.commands.registerCommand(DISMISS_COMMAND, (asked?: Partial<DismissParams>) =>
      // The light bulb says which warning and how far; the palette and menus mean the warnings at the cursor.
      asked?.rule
        ? dismiss(client, asked as DismissParams)
        : offer('quickfix.attest.dismiss', vscode.l10n.t('There is no warning here to dismiss.')),
    ),
    vscode.commands.registerCommand('attest.removeAnnotation', (node?: unknown) => {
      const annotations = annotationsOf(node);
      const document = facts.known?.document;
      return annotations.length > 0 && document
        ? removeAnnotations(client, document, annotations)
        : offer('refactor.attest.remove', vscode.l10n.t('Nothing is recorded about this passage.'));
    }),
    vscode.commands.registerCommand('attest.openSourceBeside', () =>
      vscode.commands.executeCommand('editor.action.revealDefinitionAside'),
    ),
  );
}

type Verdict = NonNullable<Recordable['verdict']>;

type Say = (passage: Passage, about: Recordable) => Promise<void>;

async function link(client: BaseLanguageClient, facts: ArticleFacts, say: Say): Promise<void> {
  const passage = await passageHere(facts);
  const source = passage && (await chooseSource(client, facts, passage));
  if (source) await say(passage, { source });
}

async function markAs(facts: ArticleFacts, verdict: Verdict, say: Say): Promise<void> {
  const passage = await passageHere(facts);
  if (!passage) return;
  const note = await vscode.window.showInputBox({
    title: titleFor(verdict),
    prompt: vscode.l10n.t('A note for those who check after you, or nothing.'),
    placeHolder: passage.document.getText(passage.range).replace(/\s+/g, ' ').slice(0, 120),
  });
  if (note === undefined) return;
  await say(passage, { verdict, ...(note.trim() === '' ? {} : { note: note.trim() }) });
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
async function attribute(facts: ArticleFacts, say: Say): Promise<void> {
  const passage = await passageHere(facts);
  const speaker = passage && (await chooseSpeaker(facts));
  if (speaker) await say(passage, { speaker });
}

/** What a file beside the article holds is saved at once: it counts when it is on the disk. */
async function dismiss(client: BaseLanguageClient, asked: Omit<DismissParams, 'reason'>): Promise<void> {
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Why is this in order?'),
    prompt: vscode.l10n.t('A reason for those who read after you, or nothing.'),
  });
  if (reason === undefined) return;
  const params: DismissParams = { ...asked, reason };
  const settled = await client.sendRequest<Settled | null>(DISMISS_REQUEST, params);
  if (!settled?.edit) return;
  const article = vscode.Uri.parse(asked.textDocument.uri).path;
  const edit = await applyEdit(client, settled.edit);
  for (const [uri] of edit.entries()) {
    if (uri.path !== article) await (await vscode.workspace.openTextDocument(uri)).save();
  }
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

async function removeAnnotations(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  annotations: readonly string[],
): Promise<void> {
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  await client.sendRequest(ExecuteCommandRequest.type, {
    command: REMOVE_ANNOTATIONS_COMMAND,
    arguments: [{ textDocument, annotations }],
  });
}

/** The menu of the light bulb with one kind of action; what is said where it would be empty. */
async function offer(kind: string, otherwise: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    editor.selection,
    kind,
  );
  if (actions.length > 0) {
    await vscode.commands.executeCommand('editor.action.codeAction', { kind, apply: 'never' });
  } else void vscode.window.showInformationMessage(otherwise);
}
