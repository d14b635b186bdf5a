/**
 * Attest sleeps until somebody needs it. VS Code activates every extension for plain text in nearly every window, for
 * boxes of its own that hold some; the client and the server start with the first article, with the first file beside
 * one, or when one of Attest's commands or views is used.
 */
import * as vscode from 'vscode';
import type { AttestExtension } from './client.ts';
import { isAttests } from './selector.ts';

/** What the extension is to others: perhaps asleep. */
export interface Attest {
  /** What runs; undefined while asleep. */
  readonly running: AttestExtension | undefined;
  /** Wakes it, if it sleeps. */
  wake(): Promise<AttestExtension>;
}

interface Contributions {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

/**
 * @param load called once, when Attest is first needed, at once where an article is open: loads what starts it
 * @returns at once
 */
export function wakeWhenNeeded(
  context: vscode.ExtensionContext,
  load: () => Promise<() => AttestExtension>,
): Attest {
  let running: AttestExtension | undefined;
  let waking: Promise<AttestExtension> | undefined;
  const wake = () => (waking ??= wakeUp());
  const wakeUp = async () => {
    const start = await load();
    // Not before: what is asked for while it loads waits for it.
    sleeping.dispose();
    // VS Code forgets what fills a view when it has been told to and has answered, whatever fills it by then.
    await vscode.commands.getCommands(true);
    return (running = start());
  };

  const { contributes } = context.extension.packageJSON as Contributions;
  // No empty views where they would be filled at once.
  const isNeeded = vscode.workspace.textDocuments.some(isAttests);
  const sleeping = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isAttests(document)) void wake();
    }),
    ...contributes.commands.map(({ command }) =>
      vscode.commands.registerCommand(command, async (...args: unknown[]): Promise<unknown> => {
        await (
          await wake()
        ).started;
        return vscode.commands.executeCommand(command, ...args);
      }),
    ),
    ...(isNeeded ? [] : Object.values(contributes.views).flat()).map(({ id }) =>
      vscode.window.registerTreeDataProvider(id, wakingView(wake)),
    ),
  );
  context.subscriptions.push(sleeping);

  if (isNeeded) void wake();
  return {
    get running() {
      return running;
    },
    wake,
  };
}

/** An empty view, until VS Code asks what is in it because somebody looks. */
function wakingView(wake: () => Promise<AttestExtension>): vscode.TreeDataProvider<never> {
  return {
    getTreeItem: (element) => element,
    getChildren() {
      void wake();
      return [];
    },
  };
}
