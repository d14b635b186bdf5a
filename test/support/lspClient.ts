/**
 * A language client over standard input and output, as an editor is one: a real process, real messages. It waits for
 * events, never for time.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  LogMessageParams,
  MessageConnection,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver/node';
import {
  MessageType,
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from 'vscode-languageserver/node';
import { builtServer } from './server.ts';

/** What the client of an ordinary editor declares. */
export const CAPABILITIES: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    workspaceFolders: true,
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
  },
};

/** A folder that is removed by `remove`. */
export class TestFolder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'attest-test-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.path, name)).href;
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  remove(name = '.'): void {
    rmSync(join(this.path, name), { recursive: true, force: true });
  }
}

export interface StartOptions {
  readonly folders?: readonly TestFolder[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration` for the section `attest`. */
  readonly settings?: () => unknown;
}

type Listener = () => void;

interface Registration {
  readonly id: string;
  readonly registerOptions?: { readonly watchers?: TestClient['watched'] };
}

export class TestClient {
  readonly connection: MessageConnection;
  /** The latest diagnostics of each document, and all of them in order. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  /** What of it is an error or a warning. */
  readonly troubles: string[] = [];
  /** What people were told by `window/showMessage`. */
  readonly shown: string[] = [];
  readonly registered: string[] = [];
  /** The globs of the files that the server wants to be told of. */
  readonly watched: { readonly globPattern: string; readonly kind?: number }[] = [];
  readonly progress: { kind: string }[] = [];
  readonly exited: Promise<number | null>;
  initializeResult!: InitializeResult;
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();
  readonly #listeners = new Set<Listener>();

  private constructor(
    private readonly process: ChildProcessWithoutNullStreams,
    settings: () => unknown,
  ) {
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.exited = new Promise((resolve) => {
      process.once('exit', (code) => {
        this.connection.dispose();
        resolve(code);
      });
    });
    // A test that ends the server writes into a closed pipe.
    process.stdin.on('error', () => undefined);
    const { connection } = this;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#tell();
    });
    connection.onNotification('window/logMessage', ({ type, message }: LogMessageParams) => {
      this.logged.push(message);
      if (type === MessageType.Error || type === MessageType.Warning) this.troubles.push(message);
      this.#tell();
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
      this.#tell();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) =>
      items.map(() => settings() ?? null),
    );
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: Registration[] }) => {
        for (const { id, registerOptions } of registrations) {
          this.registered.push(id);
          this.watched.push(...(registerOptions?.watchers ?? []));
        }
        return null;
      },
    );
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onUnhandledProgress(({ value }) => {
      this.progress.push(value as { kind: string });
      this.#tell();
    });
    connection.listen();
  }

  /** A process that has been sent nothing yet. */
  static async spawn(settings: () => unknown = () => null): Promise<TestClient> {
    return new TestClient(spawn(process.execPath, [await builtServer(), '--stdio']), settings);
  }

  /** A server that has been initialized and has read its folders. */
  static async start(options: StartOptions = {}): Promise<TestClient> {
    const { folders = [], capabilities = CAPABILITIES, initializationOptions, settings } = options;
    const client = await TestClient.spawn(settings);
    client.initializeResult = await client.connection.sendRequest('initialize', {
      processId: null,
      rootUri: folders[0]?.uri ?? null,
      workspaceFolders: folders.map(({ uri }, i) => ({ uri, name: `folder ${i}` })),
      capabilities,
      initializationOptions,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  request(method: string, params: unknown): Promise<unknown> {
    return this.connection.sendRequest(method, params);
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = 'plaintext'): void {
    this.#versions.set(uri, 1);
    this.#texts.set(uri, text);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Sends one change and returns its version. */
  change(uri: string, text: string, range?: Range): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range ? { range, text } : { text }],
    });
    return version;
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  /** Asks about the place of `words` in the text that was opened. */
  at(method: string, uri: string, words: string, extra: object = {}): Promise<unknown> {
    const text = this.#texts.get(uri) ?? '';
    const offset = text.indexOf(words);
    if (offset === -1) throw new Error(`“${words}” is not in the document`);
    const before = text.slice(0, offset + 1).split(/\r\n|\n|\r/);
    const position = { line: before.length - 1, character: before.at(-1)!.length };
    return this.request(method, { textDocument: { uri }, position, ...extra });
  }

  /** The diagnostics of a document once they pass the test; those of its latest version by default. */
  diagnostics(
    uri: string,
    isRight: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<readonly Diagnostic[]> {
    return this.until(() => {
      const last = this.published.findLast((params) => params.uri === uri);
      const isCurrent = last && (last.version ?? 0) >= (this.#versions.get(uri) ?? 0);
      return isCurrent && isRight(last.diagnostics) ? last.diagnostics : undefined;
    }, `diagnostics of ${uri}`);
  }

  /** Until the workspace has been read. */
  indexed(): Promise<true> {
    return this.until(() => (this.progress.at(-1)?.kind === 'end' ? true : undefined), 'the end of indexing');
  }

  /** Asks again and again, each time the server has said something, until the answer passes. */
  async until<T>(look: () => T | undefined, what: string): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve, reject) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
        void this.exited.then((code) => {
          reject(new Error(`The server ended with ${code ?? 'a signal'} while waiting for ${what}`));
        });
      });
    }
  }

  async stop(): Promise<number | null> {
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    return this.exited;
  }

  /** Of the server's process. */
  get pid(): number {
    return this.process.pid!;
  }

  /** For a test that has failed half-way, too. */
  kill(): void {
    this.process.kill('SIGKILL');
  }

  write(bytes: string): void {
    this.process.stdin.write(bytes);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
