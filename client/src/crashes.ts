/** What happens when the server dies: it is started again once, with one message; a second time the writer decides. */
import * as vscode from 'vscode';
import type { CloseHandlerResult, ErrorHandler, ErrorHandlerResult } from 'vscode-languageclient';
import { CloseAction, ErrorAction } from 'vscode-languageclient';

/** Two deaths within this time are one trouble. */
const CALM_MS = 5 * 60_000;

export class CrashHandler implements ErrorHandler {
  #lastCrash = -Infinity;

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    const again = now - this.#lastCrash < CALM_MS;
    this.#lastCrash = now;
    void this.#tell(again);
    return { action: again ? CloseAction.DoNotRestart : CloseAction.Restart, handled: true };
  }

  async #tell(again: boolean): Promise<void> {
    const restart = vscode.l10n.t('Restart');
    const showLog = vscode.l10n.t('Show Log');
    const choice = again
      ? await vscode.window.showErrorMessage(
          vscode.l10n.t('Attest stopped twice within a few minutes and was not started again.'),
          restart,
          showLog,
        )
      : await vscode.window.showWarningMessage(
          vscode.l10n.t('Attest stopped unexpectedly and was started again. Your text is untouched.'),
          showLog,
        );
    if (choice === restart) await vscode.commands.executeCommand('attest.restartServer');
    if (choice === showLog) await vscode.commands.executeCommand('attest.showLog');
  }
}
