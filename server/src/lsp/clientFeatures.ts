/** What the client can do, read once from its capabilities. A client that declares nothing still gets every answer. */
import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { PositionEncoding } from './encoding.ts';
import { negotiateEncoding } from './encoding.ts';

export interface ClientFeatures {
  readonly encoding: PositionEncoding;
  readonly markdownHover: boolean;
  /** Whether the editor shows the warnings of a place in its hover by itself, as VS Code does. */
  readonly hoverShowsDiagnostics: boolean;
  readonly locationLinks: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly codeActionLiterals: boolean;
  /** The client's own commands that code lenses and code actions may run. */
  readonly commands: readonly string[];
  readonly prepareRename: boolean;
  /** Whether the person is asked before edits that want it, as those in other articles do. */
  readonly asksBeforeEdits: boolean;
  /** Whether a workspace edit may make a file. */
  readonly createsFiles: boolean;
  /** Whether it may give a file another name. */
  readonly renamesFiles: boolean;
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
  /** Whether the client can show a document whose text the server has: the text of subtitles or a web page. */
  readonly sourceTexts: boolean;
  readonly refresh: {
    readonly diagnostics: boolean;
    readonly inlayHints: boolean;
    readonly codeLenses: boolean;
    readonly semanticTokens: boolean;
  };
}

/** What `initialize` came with, as far as it is what the protocol asks for; the rest is left out. Never throws. */
export function readInitializeParams(params: unknown): InitializeParams {
  const given = isObject(params) ? (params as Partial<InitializeParams>) : {};
  const folders: unknown = given.workspaceFolders;
  const { rootUri } = given as { rootUri?: unknown };
  const read: Omit<InitializeParams, 'rootUri'> & { rootUri: string | null } = {
    ...given,
    processId: given.processId ?? null,
    rootUri: typeof rootUri === 'string' ? rootUri : null,
    capabilities: isObject(given.capabilities) ? given.capabilities : {},
    workspaceFolders: Array.isArray(folders) ? folders.filter(isFolder) : null,
  };
  return read;
}

function isFolder(value: unknown): value is WorkspaceFolder {
  return isObject(value) && 'uri' in value && typeof value.uri === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Never throws, whatever capabilities the client declares. */
export function readClientFeatures({ capabilities }: InitializeParams): ClientFeatures {
  const { general, window, workspace, textDocument } = capabilities;
  const takesPushes = isObject(textDocument?.publishDiagnostics);
  const pulls = isObject(textDocument?.diagnostic);
  return {
    encoding: negotiateEncoding(general?.positionEncodings),
    markdownHover: includes(textDocument?.hover?.contentFormat, 'markdown'),
    hoverShowsDiagnostics:
      isObject(capabilities.experimental) && 'hoverShowsDiagnostics' in capabilities.experimental,
    locationLinks: textDocument?.definition?.linkSupport ?? false,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false,
    codeActionLiterals: isObject(textDocument?.codeAction?.codeActionLiteralSupport),
    commands: readCommands(capabilities.experimental),
    asksBeforeEdits:
      workspace?.workspaceEdit?.documentChanges === true &&
      isObject(workspace.workspaceEdit.changeAnnotationSupport),
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      includes(workspace.workspaceEdit.resourceOperations, 'create'),
    renamesFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      includes(workspace.workspaceEdit.resourceOperations, 'rename'),
    prepareRename: textDocument?.rename?.prepareSupport ?? false,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation ?? false,
    codeDescription: textDocument?.publishDiagnostics?.codeDescriptionSupport ?? false,
    diagnosticData: textDocument?.publishDiagnostics?.dataSupport ?? false,
    // Pushed where both are possible: a push carries the version, and can wait until a sentence has been typed.
    diagnostics: pulls && !takesPushes ? 'pull' : 'push',
    configuration: workspace?.configuration ?? false,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    workspaceFolders: workspace?.workspaceFolders ?? false,
    sourceTexts: workspace?.textDocumentContent !== undefined,
    progress: window?.workDoneProgress ?? false,
    refresh: {
      diagnostics: workspace?.diagnostics?.refreshSupport ?? false,
      inlayHints: workspace?.inlayHint?.refreshSupport ?? false,
      codeLenses: workspace?.codeLens?.refreshSupport ?? false,
      semanticTokens: workspace?.semanticTokens?.refreshSupport ?? false,
    },
  };
}

function includes(list: unknown, item: string): boolean {
  return Array.isArray(list) && list.includes(item);
}

/** As other servers and clients agree on it: `{ commands: { commands: ["name"] } }`. */
function readCommands(experimental: unknown): readonly string[] {
  const { commands } = ((experimental as { commands?: unknown } | null | undefined)?.commands ?? {}) as {
    commands?: unknown;
  };
  return Array.isArray(commands) ? commands.filter((command) => typeof command === 'string') : [];
}
