/**
 * The status item, `Attest 9/12`: how many of the article's facts have a source. A click says why the file is or isn't
 * checked and offers the ways to change it.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { DocumentParams, DocumentStatus } from '../../server/src/lsp/attestProtocol.ts';
import { STATUS_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { activeArticle } from './selector.ts';
import { switchChoices } from './switches.ts';

export function registerStatusItem(client: BaseLanguageClient): vscode.Disposable {
  const status = new StatusItem(client);
  return vscode.Disposable.from(
    status,
    vscode.commands.registerCommand('attest.showStatus', () => status.explain()),
    vscode.window.onDidChangeActiveTextEditor(() => status.refresh()),
    // Diagnostics are published after every change: that is when the counts may have moved.
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const shown = activeArticle()?.uri.toString();
      if (uris.some((uri) => uri.toString() === shown)) void status.refresh();
    }),
    client.onDidChangeState(() => status.refresh()),
  );
}

class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('attest.status', vscode.StatusBarAlignment.Right, 100);
  readonly #client: BaseLanguageClient;
  /** Counts the refreshes, so that a late answer for another document is dropped. */
  #asked = 0;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#item.name = 'Attest';
    this.#item.command = 'attest.showStatus';
  }

  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const document = activeArticle();
    if (!document) {
      this.#item.hide();
      return;
    }
    const status = await this.#ask(document);
    if (asked !== this.#asked) return;
    this.#show(status);
  }

  async explain(): Promise<void> {
    const document = activeArticle();
    if (!document) return;
    const status = await this.#ask(document);
    const choices = [...switchChoices(document, status), ...this.#generalChoices(status)];
    const chosen = await vscode.window.showQuickPick(choices, {
      title: status ? summary(status) : this.#noAnswer(),
      placeHolder: status?.reason ?? vscode.l10n.t('The log says more.'),
    });
    await chosen?.run?.();
  }

  dispose(): void {
    this.#item.dispose();
  }

  async #ask(document: vscode.TextDocument): Promise<DocumentStatus | null> {
    if (this.#client.state !== State.Running) return null;
    const params: DocumentParams = {
      textDocument: { uri: this.#client.code2ProtocolConverter.asUri(document.uri) },
    };
    try {
      return await this.#client.sendRequest<DocumentStatus | null>(STATUS_REQUEST, params);
    } catch {
      // The server is stopping: its next state brings the next refresh.
      return null;
    }
  }

  #show(status: DocumentStatus | null): void {
    this.#item.text = !status
      ? '$(loading~spin) Attest'
      : status.checked
        ? `Attest ${status.sourced}/${status.facts}`
        : '$(circle-slash) Attest';
    if (!status && this.#client.state !== State.Starting) this.#item.text = '$(warning) Attest';
    const label = status ? `${summary(status)}\n\n${status.reason}` : this.#noAnswer();
    this.#item.tooltip = label;
    this.#item.accessibilityInformation = { label, role: 'button' };
    this.#item.show();
  }

  /** Why there is no status. */
  #noAnswer(): string {
    return this.#client.state === State.Starting
      ? vscode.l10n.t('Attest is starting.')
      : vscode.l10n.t('Attest is not running.');
  }

  #generalChoices(status: DocumentStatus | null): Choice[] {
    const choices: Choice[] = [
      command(vscode.l10n.t('Open Settings'), 'gear', 'workbench.action.openSettings', '@ext:attest.attest'),
      command(vscode.l10n.t('Show Log'), 'output', 'attest.showLog'),
      command(vscode.l10n.t('Restart'), 'debug-restart', 'attest.restartServer'),
      command(vscode.l10n.t('Copy Report for a Bug'), 'bug', 'attest.copyReport'),
    ];
    if (status && status.warnings > 0) {
      choices.unshift(command(vscode.l10n.t('Show Warnings'), 'warning', 'workbench.actions.view.problems'));
    }
    return [{ label: '', kind: vscode.QuickPickItemKind.Separator }, ...choices];
  }
}

export interface Choice extends vscode.QuickPickItem {
  run?: () => Thenable<unknown>;
}

function command(label: string, icon: string, id: string, ...args: unknown[]): Choice {
  return { label: `$(${icon}) ${label}`, run: () => vscode.commands.executeCommand(id, ...args) };
}

function summary({ checked, facts, sourced, warnings }: DocumentStatus): string {
  if (!checked) return vscode.l10n.t('Attest does not check this file');
  const tally = vscode.l10n.t('{0} of {1} facts have a source', sourced, facts);
  if (warnings === 0) return tally;
  return warnings === 1
    ? vscode.l10n.t('{0}, 1 warning', tally)
    : vscode.l10n.t('{0}, {1} warnings', tally, warnings);
}
