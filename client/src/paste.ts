/** Words copied from a source are offered as a quotation when they are pasted into an article. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { AnnotateArguments, QuotedPassage, QuoteParams } from '../../server/src/lsp/attestProtocol.ts';
import { QUOTE_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import type { RecordedPassages } from './passage/recordedPassages.ts';
import { ARTICLE_SELECTOR } from './selector.ts';

/** Where the words were copied; travels with them inside the window. */
const COPIED_FROM = 'application/vnd.attest.copied-from';
const TEXT = 'text/plain';
/** Also the text that was made from subtitles or a saved web page is copied from. */
const SELECTOR: vscode.DocumentFilter[] = [...ARTICLE_SELECTOR, { scheme: 'attest-source' }];

const KIND = vscode.DocumentDropOrPasteEditKind.Text.append('attest', 'quotation');

export function registerPaste(client: BaseLanguageClient, recorded: RecordedPassages): vscode.Disposable {
  const pasting = new QuotationPaste(client);
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(SELECTOR, pasting, {
      providedPasteEditKinds: [KIND],
      copyMimeTypes: [COPIED_FROM],
      // What was noted on copying comes along only to those who say that they want it.
      pasteMimeTypes: [TEXT, COPIED_FROM],
    }),
    vscode.workspace.onDidChangeTextDocument((change) => {
      const pasted = pasting.pastedBy(change);
      if (pasted) void recorded.annotate(pasted);
    }),
  );
}

/** A quotation that was offered, until it is taken. */
interface Offer {
  readonly uri: string;
  readonly newText: string;
  readonly recording: NonNullable<QuotedPassage['recording']>;
}

/** A plain paste stays what Ctrl+V does: the quotation is offered beside it. */
export class QuotationPaste implements vscode.DocumentPasteEditProvider {
  readonly #client: BaseLanguageClient;
  #offer: Offer | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  prepareDocumentPaste(
    document: vscode.TextDocument,
    _ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): void {
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    data.set(COPIED_FROM, new vscode.DataTransferItem(uri));
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const [range] = ranges;
    const text = await data.get(TEXT)?.asString();
    // One passage at one place: with several cursors nobody means a quotation.
    if (!range || ranges.length > 1 || !text || this.#client.state !== State.Running) return [];
    const from = (await data.get(COPIED_FROM)?.asString()) ?? null;
    const own = this.#client.code2ProtocolConverter.asUri(document.uri);
    if (from === own) return [];
    const params: QuoteParams = {
      textDocument: { uri: own },
      range: this.#client.code2ProtocolConverter.asRange(range),
      text,
      from,
    };
    const found = await this.#client.sendRequest<QuotedPassage | null>(QUOTE_REQUEST, params, token);
    this.#offer = undefined;
    if (!found) return [];
    const { newText, recording } = found;
    if (recording) this.#offer = { uri: own, newText, recording };
    const title = vscode.l10n.t('Paste as Quotation ({0})', found.detail);
    const edit = new vscode.DocumentPasteEdit(newText, title, KIND);
    edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
    return [edit];
  }

  /** What is to be recorded when a change puts the offered quotation into its document: a paste edit runs no command. */
  pastedBy({
    document,
    contentChanges,
    reason,
  }: vscode.TextDocumentChangeEvent): AnnotateArguments | undefined {
    const offer = this.#offer;
    if (!offer || reason !== undefined || contentChanges.length === 0) return undefined;
    const uri = this.#client.code2ProtocolConverter.asUri(document.uri);
    const change = contentChanges.find(({ text }) => withoutReturns(text) === withoutReturns(offer.newText));
    if (uri !== offer.uri || !change) return undefined;
    this.#offer = undefined;
    const { words, record } = offer.recording;
    const end = document.positionAt(change.rangeOffset + words.length);
    const range = new vscode.Range(change.range.start, end);
    return {
      textDocument: { uri },
      range: this.#client.code2ProtocolConverter.asRange(range),
      words,
      record,
    };
  }
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r', '');
}
