/** What the client can do, read once from its capabilities. A client that declares nothing still gets every answer. */
import type { InitializeParams } from 'vscode-languageserver';
import type { PositionEncoding } from './encoding.ts';
import { negotiateEncoding } from './encoding.ts';

export interface ClientFeatures {
  readonly encoding: PositionEncoding;
  readonly markdownHover: boolean;
  readonly locationLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActionLiterals: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  /** Diagnostics go one way only, or a client that takes both would show each twice. */
  readonly diagnostics: 'push' | 'pull';
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly watchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly progress: boolean;
  readonly refresh: {
    readonly diagnostics: boolean;
    readonly inlayHints: boolean;
    readonly codeLenses: boolean;
    readonly semanticTokens: boolean;
  };
}

/** Never throws, whatever the client sent. */
export function readClientFeatures({ capabilities }: InitializeParams): ClientFeatures {
  const { general, window, workspace, textDocument } = capabilities;
  const takesPushes = textDocument?.publishDiagnostics !== undefined;
  const pulls = textDocument?.diagnostic !== undefined;
  return {
    encoding: negotiateEncoding(general?.positionEncodings),
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    locationLinks: textDocument?.definition?.linkSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    diagnosticData: textDocument?.publishDiagnostics?.dataSupport ?? false,
    // Pushed where both are possible: a push carries the version, and can wait until a sentence has been typed.
    diagnostics: pulls && !takesPushes ? 'pull' : 'push',
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    progress: window?.workDoneProgress ?? false,
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport ?? false,
      inlayHints: workspace?.inlayHint?.refreshSupport ?? false,
      codeLenses: workspace?.codeLens?.refreshSupport ?? false,
      semanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    },
  };
}
