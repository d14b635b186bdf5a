/**
 * Attest sleeps until somebody needs it. VS Code activates every extension for plain text in nearly every window, for
 * boxes of its own that hold some; the client and the server start with the first article, with the first file beside
 * one, when one of Attest's commands or views is used, or when files are renamed that Attest knows something of.
 */
import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
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
    vscode.workspace.onWillRenameFiles((event) => {
      event.waitUntil(followRenames(event, wake));
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

/** What has to follow the renamed files; once awake, the client asks for it by itself. */
async function followRenames(
  { files, token }: vscode.FileWillRenameEvent,
  wake: () => Promise<AttestExtension>,
): Promise<vscode.WorkspaceEdit | undefined> {
  const signs = [
    ...files.map(({ oldUri }) => oldUri.with({ path: `${oldUri.path}.annotations.jsonld` })),
    ...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => vscode.Uri.joinPath(uri, '.attest.yaml')),
  ];
  if (!(await Promise.all(signs.map(exists))).includes(true)) return undefined;
  const { client, started } = await wake();
  await started;
  if (!client.isRunning()) return undefined;
  const spelled = client.code2ProtocolConverter;
  const params = {
    files: files.map(({ oldUri, newUri }) => ({
      oldUri: spelled.asUri(oldUri),
      newUri: spelled.asUri(newUri),
    })),
  };
  const edit = await client.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', params, token);
  return client.protocol2CodeConverter.asWorkspaceEdit(edit, token);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
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
