/**
 * What was recorded in this window about words in the text. Undo that takes the words away takes the annotation with
 * them, and redo brings both back. Words that a person deletes keep theirs: that is no undo.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { AnnotateArguments } from '../../../server/src/lsp/attestProtocol.ts';
import { ANNOTATE_COMMAND, REMOVE_ANNOTATIONS_COMMAND } from '../../../server/src/lsp/commands.ts';

interface Entry {
  readonly uri: string;
  readonly words: string;
  readonly record: AnnotateArguments['record'];
  /** The annotation's id; null while it is taken away by an undo. */
  id: string | null;
}

/** Older ones are beyond what anybody undoes. */
const MAX_ENTRIES = 200;

export class RecordedPassages implements vscode.Disposable {
  readonly #client: BaseLanguageClient;
  #entries: Entry[] = [];
  /** One change after the other: an undo may come while its annotation is still being written. */
  #working: Promise<void> = Promise.resolve();
  readonly #listening: vscode.Disposable;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
        if (reason !== undefined) this.#undone(document);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        const closed = client.code2ProtocolConverter.asUri(uri);
        this.#entries = this.#entries.filter((entry) => entry.uri !== closed);
      }),
    );
  }

  /** Writes an annotation about words that have just been put into a document. */
  async annotate(passage: AnnotateArguments): Promise<void> {
    // The server must hear of the words first, and its client may listen to the same change after us.
    await Promise.resolve();
    const id = await this.#write(passage);
    if (id !== null) this.remember(passage, id);
  }

  remember({ textDocument: { uri }, words, record }: AnnotateArguments, id: string): void {
    this.#entries = [...this.#entries.slice(1 - MAX_ENTRIES), { uri, words, record, id }];
    // Undone while it was being written.
    const article = this.#client.protocol2CodeConverter.asUri(uri).toString();
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === article);
    if (document) this.#undone(document);
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #undone(document: vscode.TextDocument): void {
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const own = this.#entries.filter((entry) => entry.uri === uri);
    if (own.length === 0) return;
    const text = document.getText();
    const gone = own.filter(({ id, words }) => id !== null && !text.includes(words));
    const back = own.filter(({ id, words }) => id === null && text.includes(words));
    if (gone.length === 0 && back.length === 0) return;
    this.#working = this.#working.then(async () => {
      await this.#remove(uri, gone);
      for (const entry of back) await this.#bringBack(document, entry);
    });
  }

  async #remove(uri: string, entries: readonly Entry[]): Promise<void> {
    const annotations = entries.map(({ id }) => id).filter((id) => id !== null);
    for (const entry of entries) entry.id = null;
    if (annotations.length > 0) {
      await this.#run(REMOVE_ANNOTATIONS_COMMAND, { textDocument: { uri }, annotations });
    }
  }

  async #bringBack(document: vscode.TextDocument, entry: Entry): Promise<void> {
    const { uri, words, record } = entry;
    const start = document.getText().indexOf(words);
    if (start < 0 || entry.id !== null) return;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
    entry.id = await this.#write({
      textDocument: { uri },
      range: this.#client.code2ProtocolConverter.asRange(range),
      words,
      record,
    });
  }

  async #write(passage: AnnotateArguments): Promise<string | null> {
    const id = await this.#run(ANNOTATE_COMMAND, passage);
    return typeof id === 'string' ? id : null;
  }

  async #run(command: string, argument: object): Promise<unknown> {
    return this.#client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
  }
}
