/** Tells the editor that something it shows has become old: it asks again only when it is told. */
import type { MessageConnection } from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  TextDocumentContentRefreshRequest,
} from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { gathered } from './gathered.ts';
import { ignore } from './log.ts';
import type { Clock } from './ports.ts';

/** Between two reasons to show the code lenses anew; many in a row are one. */
const LENS_PAUSE_MS = 300;

export class Refreshes {
  /** The tally counts what has been found so far. */
  readonly lenses: () => void;
  /** Texts made from files that the editor has asked for, by the file's id. */
  readonly #shownTexts = new Set<string>();
  #isDisposed = false;

  constructor(
    private readonly connection: MessageConnection,
    private readonly client: ClientFeatures,
    clock: Clock,
  ) {
    this.lenses = gathered(clock, LENS_PAUSE_MS, () => {
      if (this.#isDisposed || !client.refresh.codeLenses) return;
      connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore);
    });
  }

  /** Whatever the editor shows of facts. */
  all(): void {
    const { refresh } = this.client;
    if (refresh.inlayHints) this.connection.sendRequest(InlayHintRefreshRequest.type).catch(ignore);
    this.lenses();
    if (refresh.semanticTokens) this.connection.sendRequest(SemanticTokensRefreshRequest.type).catch(ignore);
  }

  /** The editor shows the text that was made from this file. */
  textIsShown(id: string): void {
    this.#shownTexts.add(id);
  }

  /** The text that was made from a file is another one; `uri` is the text's own, where it has one. */
  text(id: string, uri: string | undefined): void {
    if (uri === undefined || !this.#shownTexts.has(id)) return;
    this.connection.sendRequest(TextDocumentContentRefreshRequest.type, { uri }).catch(ignore);
  }

  dispose(): void {
    this.#isDisposed = true;
  }
}
