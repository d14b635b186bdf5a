/** The language status of articles (the `{}` in the status bar): busy while the workspace is being indexed. */
import * as vscode from 'vscode';
import type {
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient';
import { ARTICLE_SELECTOR } from './selector.ts';

type Progress = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

export class IndexingStatus implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('attest.indexing', ARTICLE_SELECTOR);
  readonly #running = new Set<string | number>();

  constructor() {
    this.#item.name = 'Attest';
    this.#item.command = { command: 'attest.showLog', title: vscode.l10n.t('Show Log') };
    this.#rest();
  }

  report(token: string | number, progress: Progress): void {
    if (progress.kind === 'end') {
      this.#running.delete(token);
      if (this.#running.size === 0) this.#rest(progress.message);
      return;
    }
    this.#running.add(token);
    this.#item.busy = true;
    if (progress.kind === 'begin') this.#item.text = progress.title;
    this.#item.detail = progress.message ?? '';
  }

  dispose(): void {
    this.#item.dispose();
  }

  #rest(message?: string): void {
    this.#item.busy = false;
    this.#item.text = 'Attest';
    this.#item.detail = message ?? vscode.l10n.t('All articles are read.');
  }
}
