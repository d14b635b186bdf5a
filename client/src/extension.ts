/** The extension on the desktop and on remote machines: the server is a Node.js process. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { AttestExtension } from './client.ts';
import { startAttest } from './client.ts';

let running: AttestExtension | undefined;

export function activate(context: vscode.ExtensionContext): AttestExtension {
  const module = context.asAbsolutePath('dist/server.js');
  running = startAttest(
    context,
    (options) =>
      new LanguageClient(
        'attest',
        'Attest',
        {
          run: { module, transport: TransportKind.stdio },
          debug: {
            module,
            transport: TransportKind.stdio,
            options: { execArgv: ['--nolazy', '--inspect=6009'] },
          },
        },
        options,
      ),
  );
  return running;
}

/** VS Code waits for this: the server ends with the window. */
export async function deactivate(): Promise<void> {
  if (running?.client.needsStop()) await running.client.stop();
}
