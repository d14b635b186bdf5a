/** On the desktop and on remote machines the server is a Node.js process. */
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { AttestExtension } from './client.ts';
import { startAttest } from './client.ts';

/** Returns at once; the server starts in the background. */
export function startOnDesktop(context: vscode.ExtensionContext): AttestExtension {
  const module = context.asAbsolutePath('dist/server.js');
  return startAttest(
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
}
