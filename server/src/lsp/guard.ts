/**
 * Around every handler: the protocol's order (initialize first, nothing after shutdown), and a net. A fault in one
 * feature costs the one answer that needed it; the session goes on.
 */
import type { CancellationToken, MessageConnection } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Log } from './ports.ts';

export type Phase = 'starting' | 'running' | 'shut down';

/** Calls back with what handlers need: at once when it is there, else in the order of the calls. */
export type WithLoaded<Loaded> = (use: (loaded: Loaded) => unknown) => unknown;

export class Guard<Loaded> {
  phase: Phase = 'starting';

  constructor(
    private readonly connection: MessageConnection,
    private readonly withLoaded: WithLoaded<Loaded>,
    private readonly log: Log,
  ) {}

  /** Answers a request with what `answer` returns, or with null when it throws. */
  request(
    method: string,
    answer: (loaded: Loaded, params: object, token: CancellationToken) => unknown,
  ): void {
    this.connection.onRequest(method, (...args: unknown[]) => {
      this.mustRun();
      // A request without parameters is called with the token alone.
      const token = args.at(-1) as CancellationToken;
      const params = args.length > 1 ? args[0] : undefined;
      if (!isObject(params)) throw new ResponseError(ErrorCodes.InvalidParams, `${method} needs parameters.`);
      return this.withLoaded((loaded) => {
        if (token.isCancellationRequested) {
          throw cancelled();
        }
        try {
          const answered = answer(loaded, params, token);
          return answered instanceof Promise
            ? answered.catch((error: unknown) => this.#failed(method, error))
            : (answered ?? null);
        } catch (error) {
          return this.#failed(method, error);
        }
      });
    });
  }

  #failed(method: string, error: unknown): null {
    if (error instanceof ResponseError) throw error;
    this.log.error(`${method} failed: ${describe(error)}`);
    return null;
  }

  /** Takes a notification; what comes before `initialize` or after `shutdown` is dropped, as the protocol asks. */
  notification(method: string, take: (loaded: Loaded, params: object) => void): void {
    this.connection.onNotification(method, (params: unknown) => {
      if (this.phase !== 'running' || !isObject(params)) return;
      void this.withLoaded((loaded) => {
        try {
          take(loaded, params);
        } catch (error) {
          this.log.error(`${method} failed: ${describe(error)}`);
        }
      });
    });
  }

  /** Called by `initialize`, which may come once. */
  mustStart(): void {
    if (this.phase !== 'starting') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been initialized before.');
    }
    this.phase = 'running';
  }

  mustRun(): void {
    if (this.phase === 'starting') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.');
    }
    if (this.phase === 'shut down') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    }
  }
}

/** The error for a request that its client no longer wants answered. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * An error for the log: what the system calls it (`ENOSPC`) and where it happened, but no message, which could hold
 * article text.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const name =
    typeof code === 'string' && /^[A-Z_\d]{1,40}$/.test(code) ? `${error.name} ${code}` : error.name;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const place = frames.slice(0, 4).map((line) => line.trim());
  return [name, ...place].join(' ');
}
