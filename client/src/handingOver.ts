/**
 * What leaves the desk: the fact sheet and the clean copy. They open as read-only documents, which "Save As" writes
 * anywhere: as drafts they would be read as articles, and every passage would be found in its own copy.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentParams, FactSheetParams, MadeText } from '../../server/src/lsp/attestProtocol.ts';
import { CLEAN_COPY_REQUEST, FACT_SHEET_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { activeArticle } from './selector.ts';

const SCHEME = 'attest-copy';

export function registerHandingOver(client: BaseLanguageClient): vscode.Disposable {
  const made = new MadeTexts();
  return vscode.Disposable.from(
    made,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, made),
    vscode.commands.registerCommand('attest.factSheet', () => showFactSheet(client, made)),
    vscode.commands.registerCommand('attest.cleanCopy', () => showCleanCopy(client, made)),
    vscode.commands.registerCommand('attest.copyClean', () => copyClean(client)),
  );
}

async function showFactSheet(client: BaseLanguageClient, made: MadeTexts): Promise<void> {
  const document = activeArticle();
  if (!document) return;
  const formats = [
    { label: 'Markdown', description: vscode.l10n.t('to read here'), format: 'md' },
    { label: 'HTML', description: vscode.l10n.t('to print, or to open in a browser'), format: 'html' },
    { label: 'CSV', description: vscode.l10n.t('for a spreadsheet'), format: 'csv' },
  ] as const;
  const chosen = await vscode.window.showQuickPick(formats, { title: vscode.l10n.t('Fact sheet as') });
  if (!chosen) return;
  const params: FactSheetParams = { ...asParams(client, document), format: chosen.format };
  const sheet = await client.sendRequest<MadeText | null>(FACT_SHEET_REQUEST, params);
  if (sheet) await made.show(sheet, `${nameOf(document)}.facts.${chosen.format}`);
}

async function showCleanCopy(client: BaseLanguageClient, made: MadeTexts): Promise<void> {
  const document = activeArticle();
  const copy = document && (await cleanCopyOf(client, document));
  if (!copy) return;
  const extension = copy.languageId === 'markdown' ? 'md' : 'txt';
  await made.show(copy, `${nameOf(document)}.clean.${extension}`);
}

async function copyClean(client: BaseLanguageClient): Promise<void> {
  const document = activeArticle();
  const copy = document && (await cleanCopyOf(client, document));
  if (!copy) return;
  await vscode.env.clipboard.writeText(copy.text);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The text without marks is in the clipboard.'), 3000);
}

async function cleanCopyOf(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<MadeText | null> {
  return client.sendRequest<MadeText | null>(CLEAN_COPY_REQUEST, asParams(client, document));
}

function asParams(client: BaseLanguageClient, document: vscode.TextDocument): DocumentParams {
  return { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
}

/** `quarry-street` of `drafts/quarry-street.md`. */
function nameOf({ uri }: vscode.TextDocument): string {
  const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return file.replace(/(?<=.)\.[^.]*$/, '');
}

/** Texts by URI; forgotten when their editor closes. A text made anew shows at once. */
class MadeTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
  });

  readonly onDidChange = this.#changed.event;

  async show({ text, languageId }: MadeText, name: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const known = await vscode.languages.getLanguages();
    if (document.languageId !== languageId && known.includes(languageId)) {
      await vscode.languages.setTextDocumentLanguage(document, languageId);
    }
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  dispose(): void {
    this.#closing.dispose();
    this.#changed.dispose();
    this.#texts.clear();
  }
}
