/** What the server says it can do, given what the client can take. */
import type { ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import { ANNOTATE_COMMAND, CHECK_COMMAND, REMOVE_ANNOTATIONS_COMMAND } from './commands.ts';
import { SOURCE_SCHEME } from './sourceUris.ts';
import type { ClientFeatures } from './clientFeatures.ts';

export function serverCapabilities(client: ClientFeatures): ServerCapabilities {
  return {
    positionEncoding: client.encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: true,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      // Folders, too, and whatever else a mark may lead to.
      ...(client.renamesFiles && {
        fileOperations: { willRename: { filters: [{ pattern: { glob: '**' } }] } },
      }),
      ...(client.sourceTexts && { textDocumentContent: { schemes: [SOURCE_SCHEME] } }),
    },
    ...(client.diagnostics === 'pull' && {
      diagnosticProvider: { identifier: 'attest', interFileDependencies: true, workspaceDiagnostics: false },
    }),
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    selectionRangeProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: true,
      range: true,
    },
    foldingRangeProvider: true,
    inlayHintProvider: true,
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.Refactor,
        `${CodeActionKind.SourceFixAll}.attest`,
      ],
    },
    codeLensProvider: {},
    documentLinkProvider: {},
    completionProvider: { triggerCharacters: ['[', '^', ':', '/', '#', '“', '"', '«', '„', '‘'] },
    inlineCompletionProvider: true,
    renameProvider: client.prepareRename ? { prepareProvider: true } : true,
    executeCommandProvider: { commands: [ANNOTATE_COMMAND, REMOVE_ANNOTATIONS_COMMAND, CHECK_COMMAND] },
  };
}
