/**
 * What leaves the desk: the fact sheet and the clean copy. The sheet shows as a page, or is saved as a file for others;
 * texts open as read-only documents, which "Save As" writes anywhere: as drafts they would be read as articles, and every
 * passage would be found in its own copy.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentParams, FactSheetParams, MadeText } from '../../server/src/lsp/attestProtocol.ts';
import { CLEAN_COPY_REQUEST, FACT_SHEET_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { activeArticle } from './selector.ts';
import { inEditorColors } from './sheetColors.ts';

const SCHEME = 'attest-copy';

export function registerHandingOver(client: BaseLanguageClient): vscode.Disposable {
  const made = new MadeTexts();
  const sheets = new SheetPages();
  return vscode.Disposable.from(
    made,
    sheets,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, made),
    vscode.commands.registerCommand('attest.factSheet', () => showFactSheet(client, made, sheets)),
    vscode.commands.registerCommand('attest.cleanCopy', () => showCleanCopy(client, made)),
    vscode.commands.registerCommand('attest.copyClean', () => copyClean(client)),
  );
}

async function showFactSheet(client: BaseLanguageClient, made: MadeTexts, sheets: SheetPages): Promise<void> {
  const document = activeArticle();
  if (!document) return;
  const make = (format: FactSheetParams['format']) =>
    client.sendRequest<MadeText | null>(FACT_SHEET_REQUEST, { ...asParams(client, document), format });
  const name = `${nameOf(document)}.facts`;
  const choices = [
    {
      label: vscode.l10n.t('Show'),
      description: vscode.l10n.t('to read here'),
      run: async () => {
        const sheet = await make('html');
        if (sheet) sheets.show(nameOf(document), sheet.text);
      },
    },
    {
      label: vscode.l10n.t('Save as HTML…'),
      description: vscode.l10n.t('to print, or to open in a browser'),
      run: async () => {
        const file = await saveAs(document, `${name}.html`, 'HTML', await make('html'));
        if (file) await showSaved(file);
      },
    },
    {
      label: vscode.l10n.t('Save as CSV…'),
      description: vscode.l10n.t('for a spreadsheet'),
      run: async () => {
        await saveAs(document, `${name}.csv`, 'CSV', await make('csv'));
      },
    },
    {
      label: vscode.l10n.t('Open as Markdown'),
      description: vscode.l10n.t('to copy from'),
      run: async () => {
        const sheet = await make('md');
        if (sheet) await made.show(sheet, `${name}.md`);
      },
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, { title: vscode.l10n.t('Fact sheet') });
  await chosen?.run();
}

/** @returns the file; undefined when the writer thinks better of it */
async function saveAs(
  article: vscode.TextDocument,
  name: string,
  kind: string,
  made: MadeText | null,
): Promise<vscode.Uri | undefined> {
  if (!made) return undefined;
  const beside = vscode.Uri.joinPath(article.uri, '..', name);
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Where to save the fact sheet'),
    filters: { [kind]: [name.slice(name.lastIndexOf('.') + 1)] },
    ...(article.uri.scheme === 'untitled' ? {} : { defaultUri: beside }),
  });
  if (!file) return undefined;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(made.text));
  return file;
}

/** In the browser that prints it, where one can open the file; else its text. */
async function showSaved(file: vscode.Uri): Promise<void> {
  const isHere = file.scheme === 'file' && vscode.env.remoteName === undefined;
  if (isHere && (await vscode.env.openExternal(file))) return;
  await vscode.window.showTextDocument(file);
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

/** Fact sheets as pages, one for each article: asked for again, it is made anew in its place. */
class SheetPages implements vscode.Disposable {
  readonly #pages = new Map<string, vscode.WebviewPanel>();

  show(article: string, html: string): void {
    const page = this.#pages.get(article) ?? this.#open(article);
    page.webview.html = inEditorColors(html);
    page.reveal();
  }

  dispose(): void {
    for (const page of [...this.#pages.values()]) page.dispose();
  }

  /** Nothing runs in it: the page is a table. */
  #open(article: string): vscode.WebviewPanel {
    const title = vscode.l10n.t('Fact sheet: {0}', article);
    const page = vscode.window.createWebviewPanel('attest.factSheet', title, vscode.ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.#pages.set(article, page);
    page.onDidDispose(() => this.#pages.delete(article));
    return page;
  }
}

/** Texts by URI; forgotten when their editor closes. A text made anew shows at once. */
class MadeTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    if (uri.scheme === SCHEME) this.#texts.delete(uri.toString());
  });

  readonly onDidChange = this.#changed.event;

  async show(made: MadeText, name: string): Promise<void> {
    await vscode.window.showTextDocument(await this.#open(made, name), { preview: false });
  }

  async #open({ text, languageId }: MadeText, name: string): Promise<vscode.TextDocument> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const known = await vscode.languages.getLanguages();
    if (document.languageId === languageId || !known.includes(languageId)) return document;
    return vscode.languages.setTextDocumentLanguage(document, languageId);
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
