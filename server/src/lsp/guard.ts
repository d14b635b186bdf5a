/**
 * Around every handler: the protocol's order (initialize first, nothing after shutdown), and a net. A fault in one
 * feature costs the one answer that needed it; the session goes on.
 */
import type { CancellationToken, ProtocolConnection } from 'vscode-languageserver-protocol';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver-protocol';
import type { Log } from './ports.ts';

export type Phase = 'starting' | 'running' | 'shut down';

/** Calls back with the session: at once when it is there, else in the order of the calls. */
export type WithSession<Session> = <R>(use: (session: Session) => R) => R | Promise<R>;

/** A request by its name and the types the protocol gives it. */
interface RequestName<Params, Result> {
  readonly method: string;
  readonly _: [Params, Result, ...unknown[]] | undefined;
}

interface NotificationName<Params> {
  readonly method: string;
  readonly _: [Params, ...unknown[]] | undefined;
}

export class Guard<Session> {
  phase: Phase = 'starting';
  readonly #connection: ProtocolConnection;
  readonly #withSession: WithSession<Session>;
  readonly #log: Log;

  constructor(connection: ProtocolConnection, withSession: WithSession<Session>, log: Log) {
    this.#connection = connection;
    this.#withSession = withSession;
    this.#log = log;
  }

  /** Answers a request with what `answer` returns, or with null when it throws. */
  readonly request = <P, R>(
    { method }: RequestName<P, R>,
    answer: (session: Session, params: P, token: CancellationToken) => R | null | Promise<R | null>,
  ): void => {
    this.#connection.onRequest(method, (params: P, token?: CancellationToken) => {
      this.mustRun();
      return this.#withSession(async (session) => {
        if (token?.isCancellationRequested) throw cancelled();
        if (typeof params !== 'object' || params === null) throw invalid(method);
        try {
          return await answer(session, params, token!);
        } catch (error) {
          if (error instanceof ResponseError) throw error;
          this.#log.error(`${method} failed: ${describe(error)}`);
          return null;
        }
      });
    });
  };

  /** Takes a notification; what comes before `initialize` or after `shutdown` is dropped, as the protocol asks. */
  readonly notification = <P>(
    { method }: NotificationName<P>,
    take: (session: Session, params: P) => void,
  ): void => {
    this.#connection.onNotification(method, (params: P) => {
      if (this.phase !== 'running' || typeof params !== 'object' || params === null) return;
      void this.#withSession((session) => {
        try {
          take(session, params);
        } catch (error) {
          this.#log.error(`${method} failed: ${describe(error)}`);
        }
      });
    });
  };

  mustRun(): void {
    if (this.phase === 'starting') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.');
    }
    if (this.phase === 'shut down') {
      throw new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down.');
    }
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
}

function invalid(method: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, `${method} needs an object of parameters.`);
}

/** An error for the log: where it happened, but no message that could hold article text. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const place = frames.slice(0, 4).map((line) => line.trim());
  return [error.name, ...place].join(' ');
}
