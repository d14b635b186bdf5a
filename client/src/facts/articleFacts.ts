/** The facts of the article in the active editor, kept up with the server. Views and decorations listen here. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { DocumentParams, FactsOfArticle } from '../../../server/src/lsp/attestProtocol.ts';
import { FACTS_REQUEST } from '../../../server/src/lsp/attestProtocol.ts';
import { activeArticle } from '../selector.ts';

export interface KnownFacts extends FactsOfArticle {
  readonly document: vscode.TextDocument;
}

/** The context key that commands and views about an article depend on. */
const IS_ARTICLE = 'attest.isArticle';

/** Several changes of diagnostics in a row are answered by one question. */
const GATHER_MS = 150;

export class ArticleFacts implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<KnownFacts | undefined>();
  readonly #listening: vscode.Disposable;
  /** Documents that were checked when they were asked about last. */
  readonly #areArticles = new WeakSet<vscode.TextDocument>();
  #known: KnownFacts | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the questions, so that a late answer about another document is dropped. */
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listening = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => void this.refresh()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = activeArticle()?.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#soon();
      }),
      client.onDidChangeState(() => void this.refresh()),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        if (this.#known && !isShown(this.#known.document)) this.#show(undefined);
      }),
    );
  }

  /**
   * Of the article in the active editor; beside anything else, a comparison or a fact sheet, of the last one. Undefined
   * where there is none or it is not checked.
   */
  get known(): KnownFacts | undefined {
    return this.#known;
  }

  async refresh(): Promise<KnownFacts | undefined> {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    const document = activeArticle();
    // What was known of it holds until the server answers: the commands are there at once on the way back.
    setIsArticle(document !== undefined && this.#areArticles.has(document));
    const found = document ? await this.#ask(document) : null;
    if (asked !== this.#asked) return this.#known;
    const isArticle = document !== undefined && found !== null;
    if (isArticle) this.#areArticles.add(document);
    else if (document) this.#areArticles.delete(document);
    setIsArticle(isArticle);
    if (isArticle) this.#show({ ...found, document });
    else if (document !== undefined || !isShown(this.#known?.document)) this.#show(undefined);
    return this.#known;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#changed.dispose();
  }

  #show(known: KnownFacts | undefined): void {
    this.#known = known;
    this.#changed.fire(known);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), GATHER_MS);
  }

  async #ask(document: vscode.TextDocument): Promise<FactsOfArticle | null> {
    if (this.#client.state !== State.Running) return null;
    const params: DocumentParams = {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) },
    };
    try {
      return await this.#client.sendRequest<FactsOfArticle | null>(FACTS_REQUEST, params);
    } catch {
      // The server is stopping: its next state brings the next question.
      return null;
    }
  }
}

function setIsArticle(isArticle: boolean): void {
  void vscode.commands.executeCommand('setContext', IS_ARTICLE, isArticle);
}

/** Whether a tab has the document; VS Code keeps documents for a while after their last tab. */
function isShown(document: vscode.TextDocument | undefined): boolean {
  const uri = document?.uri.toString();
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri),
  );
}

export function rangeOf({
  range: { start, end },
}: Pick<FactsOfArticle['facts'][number], 'range'>): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
