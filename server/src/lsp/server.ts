/**
 * The protocol surface of the language server, whole. A handler decodes, asks one feature and encodes; what the server
 * knows and does between messages is in `session.ts`.
 */
import type {
  CancellationToken,
  InitializeParams,
  InitializeResult,
  MessageConnection,
} from 'vscode-languageserver';
import * as lsp from 'vscode-languageserver';
import type {
  CompareParams,
  Comparison,
  DismissParams,
  DocumentParams,
  DocumentStatus,
  FactSheetParams,
  FactsOfArticle,
  MadeText,
  QuoteParams,
  QuotedPassage,
  RecordParams,
  Settled,
} from './attestProtocol.ts';
import {
  CLEAN_COPY_REQUEST,
  COMPARE_REQUEST,
  DISMISS_REQUEST,
  FACTS_REQUEST,
  FACT_SHEET_REQUEST,
  QUOTE_REQUEST,
  RECORD_REQUEST,
  STATUS_REQUEST,
} from './attestProtocol.ts';
import { serverCapabilities } from './capabilities.ts';
import { readClientFeatures, readInitializeParams } from './clientFeatures.ts';
import type * as answersOfCore from './answers/index.ts';
import { Guard, cancelled, describe } from './guard.ts';
import { logTo } from './log.ts';
import type { Clock, World } from './ports.ts';
import type { Need } from './checker.ts';
import type { Session } from './session.ts';

/** The part of the server that is loaded when `initialize` has been answered. */
type Answers = typeof answersOfCore;

interface Core {
  readonly Session: typeof Session;
  readonly answers: Answers;
}

interface Loaded {
  readonly session: Session;
  readonly answers: Answers;
}

/** Lets so many turns of the event loop pass. */
function afterTurns(turns: number, clock: Clock, callback: () => void): void {
  if (turns === 0) callback();
  else
    clock.defer(() => {
      afterTurns(turns - 1, clock, callback);
    });
}

/** A message by its name, and the types the protocol gives its parameters and result. */
interface Named<Params, Result = unknown> {
  readonly method: string;
  readonly _: [Params, Result, ...unknown[]] | [Params, ...unknown[]] | undefined;
}

type Answer<P> = (session: Session, params: P, token: CancellationToken) => unknown;

/** What is asked about a place while somebody looks at it: answered from the facts, whatever is still being checked. */
const ABOUT_PLACES: ReadonlySet<keyof Answers> = new Set([
  'definition',
  'references',
  'documentHighlight',
  'selectionRanges',
  'completion',
  'inlineCompletion',
]);

function needOf(name: keyof Answers): Need {
  if (ABOUT_PLACES.has(name)) return 'facts';
  return name === 'hover' ? 'known-warnings' : 'warnings';
}

/** The answers that fit a request: the compiler checks the table below. */
type AnswerName<P, R> = {
  [K in keyof Answers]: Answers[K] extends (
    s: Session,
    params: P,
    token: CancellationToken,
  ) => R | null | Promise<R | null>
    ? K
    : never;
}[keyof Answers];

type HandlerName<P> = {
  [K in keyof Session]: Session[K] extends (params: P) => void ? K : never;
}[keyof Session];

const STATUS = new lsp.RequestType<DocumentParams, DocumentStatus | null, void>(STATUS_REQUEST);
const COMPARE = new lsp.RequestType<CompareParams, Comparison[], void>(COMPARE_REQUEST);
const FACTS = new lsp.RequestType<DocumentParams, FactsOfArticle | null, void>(FACTS_REQUEST);
const FACT_SHEET = new lsp.RequestType<FactSheetParams, MadeText | null, void>(FACT_SHEET_REQUEST);
const QUOTE = new lsp.RequestType<QuoteParams, QuotedPassage | null, void>(QUOTE_REQUEST);
const RECORD = new lsp.RequestType<RecordParams, Settled | null, void>(RECORD_REQUEST);
const DISMISS = new lsp.RequestType<DismissParams, Settled | null, void>(DISMISS_REQUEST);
const CLEAN_COPY = new lsp.RequestType<DocumentParams, MadeText | null, void>(CLEAN_COPY_REQUEST);

export interface ServerOptions {
  readonly connection: MessageConnection;
  readonly world: World;
  readonly version: string;
  /** Called once, with what `initialize` came with. */
  readonly loadCore: (params: InitializeParams) => Promise<Core>;
  /** Ends the process with the exit code the protocol asks for. */
  readonly exit: (code: number) => void;
}

/**
 * Installs every handler. The connection is not listening yet.
 * @returns what to call when the client has gone without saying so
 */
export function serve({ connection, world, version, loadCore, exit }: ServerOptions): () => void {
  const log = logTo(connection);
  let start: (params: InitializeParams) => void = () => undefined;
  const loading = new Promise<Loaded>((resolve, reject) => {
    start = (params) => {
      // Not before the answer to `initialize` is written, which the connection does one turn after it has it: loading
      // keeps the thread busy for a while.
      afterTurns(2, world.clock, () => {
        loadCore(params)
          .then(({ Session: LoadedSession, answers }) => {
            loaded = {
              answers,
              session: new LoadedSession(connection, world, readClientFeatures(params), log, params),
            };
            resolve(loaded);
          })
          .catch(reject);
      });
    };
  });
  loading.catch((error: unknown) => {
    log.error(`The server cannot start: ${describe(error)}`);
  });
  let loaded: Loaded | undefined;
  // Once loaded at once, and before in the order of the messages.
  const withLoaded = (use: (loaded: Loaded) => unknown): unknown => {
    if (!loaded) return loading.then(use);
    loaded.session.heard();
    return use(loaded);
  };
  const guard = new Guard(connection, withLoaded, log);
  const request = <P, R>(type: Named<P, R>, name: AnswerName<P, R>): void => {
    guard.request(type.method, ({ session, answers }, params, token) => {
      const answer = (): unknown => (answers[name] as Answer<P>)(session, params as P, token);
      return (
        session.whenWhole(params, needOf(name))?.then(() => {
          if (token.isCancellationRequested) throw cancelled();
          return answer() ?? null;
        }) ?? answer()
      );
    });
  };
  const notification = <P>(type: Named<P>, name: HandlerName<P>): void => {
    guard.notification(type.method, ({ session }, params) => {
      (session[name] as (params: P) => void)(params as P);
    });
  };

  // Lifecycle
  connection.onRequest(lsp.InitializeRequest.method, (received: unknown): InitializeResult => {
    guard.mustStart();
    const params = readInitializeParams(received);
    start(params);
    const capabilities = serverCapabilities(readClientFeatures(params));
    return { capabilities, serverInfo: { name: 'Attest', version } };
  });
  notification(lsp.InitializedNotification.type, 'start');
  connection.onRequest(lsp.ShutdownRequest.method, () => {
    guard.mustRun();
    guard.phase = 'shut down';
    loaded?.session.dispose();
    return null;
  });
  const end = (): void => {
    exit(guard.phase === 'shut down' ? 0 : 1);
  };
  connection.onNotification(lsp.ExitNotification.method, end);

  // Documents, files, settings
  notification(lsp.DidOpenTextDocumentNotification.type, 'didOpen');
  notification(lsp.DidChangeTextDocumentNotification.type, 'didChange');
  notification(lsp.DidCloseTextDocumentNotification.type, 'didClose');
  notification(lsp.DidSaveTextDocumentNotification.type, 'didSave');
  notification(lsp.DidChangeConfigurationNotification.type, 'didChangeConfiguration');
  notification(lsp.DidChangeWatchedFilesNotification.type, 'didChangeWatchedFiles');
  notification(lsp.DidChangeWorkspaceFoldersNotification.type, 'didChangeWorkspaceFolders');

  // Questions about a place
  request(lsp.HoverRequest.type, 'hover');
  request(lsp.DefinitionRequest.type, 'definition');
  request(lsp.ReferencesRequest.type, 'references');
  request(lsp.DocumentHighlightRequest.type, 'documentHighlight');
  request(lsp.SelectionRangeRequest.type, 'selectionRanges');
  request(lsp.PrepareRenameRequest.type, 'prepareRename');
  request(lsp.RenameRequest.type, 'rename');
  request(lsp.CompletionRequest.type, 'completion');
  request(lsp.InlineCompletionRequest.type, 'inlineCompletion');
  request(COMPARE, 'compare');
  request(QUOTE, 'quote');
  request(RECORD, 'record');
  request(DISMISS, 'dismiss');

  // Questions about a document
  request(lsp.DocumentDiagnosticRequest.type, 'documentDiagnostics');
  request(lsp.DocumentSymbolRequest.type, 'documentSymbols');
  request(lsp.SemanticTokensRequest.type, 'semanticTokens');
  request(lsp.SemanticTokensRangeRequest.type, 'semanticTokensInRange');
  request(lsp.FoldingRangeRequest.type, 'foldingRanges');
  request(lsp.InlayHintRequest.type, 'inlayHints');
  request(lsp.CodeActionRequest.type, 'codeActionsIn');
  request(lsp.CodeLensRequest.type, 'codeLensesOf');
  request(lsp.DocumentLinkRequest.type, 'documentLinksOf');
  request(STATUS, 'status');
  request(FACTS, 'facts');
  request(FACT_SHEET, 'factSheet');
  request(CLEAN_COPY, 'cleanCopy');

  // Questions about the workspace
  request(lsp.TextDocumentContentRequest.type, 'sourceText');
  request(lsp.WorkspaceSymbolRequest.type, 'workspaceSymbols');
  request(lsp.WillRenameFilesRequest.type, 'editsBeforeRenames');
  request(lsp.ExecuteCommandRequest.type, 'executeCommand');

  // Whatever else: unknown notifications are dropped, unknown requests refused.
  connection.onRequest((method: string) => {
    guard.mustRun();
    return new lsp.ResponseError(lsp.ErrorCodes.MethodNotFound, `${method} is not supported.`);
  });
  connection.onNotification(() => undefined);
  connection.onUnhandledProgress(() => undefined);
  connection.onError(([error]) => {
    log.error(`A message could not be read: ${describe(error)}`);
  });
  return end;
}
