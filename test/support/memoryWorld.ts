/**
 * A server and its client in one process, on a disk and a clock that the test holds in its hands: nothing happens but
 * what the test lets happen, so any order of messages, work and pauses can be tried, and tried again.
 */
import type {
  CancellationToken,
  ClientCapabilities,
  MessageConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import * as core from '../../server/src/lsp/core.ts';
import type { Entry, World } from '../../server/src/lsp/ports.ts';
import { FileMissing } from '../../server/src/lsp/ports.ts';
import { serve } from '../../server/src/lsp/server.ts';
import { CAPABILITIES } from './lspClient.ts';

type Handler = (...args: unknown[]) => unknown;

/** A clock that goes when the test says so, and work that is done when the test says so. */
class HeldClock {
  #time = 0;
  readonly #deferred: (() => void)[] = [];
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();

  /** Every look at the clock takes a while: work that goes on until a time comes to the end of its turn. */
  readonly now = (): number => (this.#time += 1);

  readonly defer = (callback: () => void): void => {
    this.#deferred.push(callback);
  };

  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    const timer = { at: this.#time + milliseconds, callback };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  };

  /** Lets one piece of work be done. Returns whether there was one. */
  turn(): boolean {
    const next = this.#deferred.shift();
    next?.();
    return next !== undefined;
  }

  /** Lets time pass. Returns whether anybody is still waiting for it. */
  pass(milliseconds: number): boolean {
    this.#time += milliseconds;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) {
      if (timer.at > this.#time || !this.#timers.delete(timer)) continue;
      timer.callback();
    }
    return this.#timers.size > 0;
  }
}

/** One request, and what has become of it. */
export interface Asked {
  readonly method: string;
  /** How often it was answered, by a result or an error. */
  answers: number;
  result: unknown;
  error: unknown;
  readonly cancel: () => void;
}

export class MemoryServer {
  readonly clock = new HeldClock();
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly asked: Asked[] = [];
  /** Called with the method of each request of the server to its client. */
  onRequested: (method: string) => void = () => undefined;
  readonly #requests = new Map<string, Handler>();
  readonly #notifications = new Map<string, Handler>();

  private constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly settings: unknown,
  ) {
    const world: World = {
      clock: this.clock,
      files: {
        list: (folder) => Promise.resolve(this.#list(folder)),
        read: (uri) => {
          const text = this.files.get(uri);
          return text === undefined
            ? Promise.reject(new FileMissing())
            : Promise.resolve(new TextEncoder().encode(text));
        },
        write: () => Promise.reject(new Error('nothing is written here')),
        remove: () => Promise.resolve(),
      },
    };
    const connection = this.#connection();
    serve({ connection, world, version: '0', loadCore: () => Promise.resolve(core), exit: () => undefined });
  }

  /**
   * A server that has been initialized and has read its folder.
   * @param files by URI; all lie directly in `folder`
   */
  static async start(
    folder: string,
    files: ReadonlyMap<string, string>,
    settings: unknown = null,
    capabilities: ClientCapabilities = CAPABILITIES,
  ): Promise<MemoryServer> {
    const server = new MemoryServer(files, settings);
    server.ask('initialize', {
      processId: null,
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'folder' }],
      capabilities,
    });
    server.tell('initialized', {});
    await server.untilQuiet();
    return server;
  }

  ask(method: string, params: unknown): Asked {
    const source = new CancellationTokenSource();
    const asked: Asked = {
      method,
      answers: 0,
      result: undefined,
      error: undefined,
      cancel: () => {
        source.cancel();
      },
    };
    this.asked.push(asked);
    void this.#answer(asked, params, source.token);
    return asked;
  }

  tell(method: string, params: unknown): void {
    this.#notifications.get(method)?.(params);
  }

  /** Lets what has been promised be kept, without any work or time. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets so many pieces of work be done. */
  async work(turns: number): Promise<void> {
    for (let i = 0; i < turns && this.clock.turn(); i++) await this.settle();
  }

  /** Until nothing is left to be done and nobody waits for time to pass. */
  async untilQuiet(): Promise<void> {
    for (let isWaiting = true; isWaiting;) {
      await this.settle();
      while (this.clock.turn()) await this.settle();
      isWaiting = this.clock.pass(500);
      await this.settle();
      if (this.clock.turn()) isWaiting = true;
    }
  }

  async #answer(asked: Asked, params: unknown, token: CancellationToken): Promise<void> {
    try {
      asked.result = await this.#requests.get(asked.method)!(params, token);
    } catch (error) {
      asked.error = error;
    }
    asked.answers++;
  }

  #list(folder: string): Entry[] {
    return [...this.files.keys()].map((uri) => ({ name: uri.slice(folder.length + 1), kind: 'file' }));
  }

  /** As much of a connection as the server uses. */
  #connection(): MessageConnection {
    const register =
      (handlers: Map<string, Handler>) =>
      (method: string | { method: string } | Handler, handler?: Handler): void => {
        if (typeof method !== 'function')
          handlers.set(typeof method === 'string' ? method : method.method, handler!);
      };
    const notified: Record<string, (params: never) => void> = {
      'textDocument/publishDiagnostics': (params: PublishDiagnosticsParams) => this.published.push(params),
      'window/logMessage': ({ message }: { message: string }) => this.logged.push(message),
    };
    const connection = {
      onRequest: register(this.#requests),
      onNotification: register(this.#notifications),
      onUnhandledProgress: () => undefined,
      onError: () => undefined,
      sendNotification: ({ method }: { method: string }, params: never) => {
        notified[method]?.(params);
        return Promise.resolve();
      },
      sendRequest: ({ method }: { method: string }, params: { items?: readonly unknown[] }) => {
        this.onRequested(method);
        return Promise.resolve(
          method === 'workspace/configuration' ? params.items!.map(() => this.settings) : null,
        );
      },
      sendProgress: () => Promise.resolve(),
    };
    return connection as unknown as MessageConnection;
  }
}
