/** What the server says it can do, given what the client can take. */
import type { ServerCapabilities } from 'vscode-languageserver-protocol';
import { TextDocumentSyncKind } from 'vscode-languageserver-protocol';
import type { ClientFeatures } from './clientFeatures.ts';

export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(client.diagnostics === 'pull' && {
      diagnosticProvider: { identifier: 'attest', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    definitionProvider: true,
  };
}
