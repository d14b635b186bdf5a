/** Work-done progress of the indexing, where the client shows it: begun late enough not to flicker, ended for certain. */
import type { MessageConnection } from 'vscode-languageserver';
import { WorkDoneProgress, WorkDoneProgressCreateRequest } from 'vscode-languageserver';
import type { Say } from '../text/say.ts';
import { ignore } from './log.ts';
import type { Clock } from './ports.ts';

const REPORT_EVERY_MS = 200;

export class IndexingProgress {
  #token: string | undefined;
  #count = 0;
  #lastReport = 0;

  constructor(
    private readonly connection: MessageConnection,
    private readonly clock: Clock,
    private readonly supported: boolean,
    private readonly say: Say,
  ) {}

  /** Reports, and begins where nothing is going on yet. */
  report(done: number, found: number): void {
    if (!this.supported) return;
    const isDue = this.#token === undefined || this.clock.now() - this.#lastReport >= REPORT_EVERY_MS;
    if (!isDue) return;
    const message = this.say('{0} of {1} articles', done, found);
    if (this.#token === undefined) this.#begin(message);
    else {
      this.#lastReport = this.clock.now();
      const percentage = found === 0 ? 0 : Math.min(100, Math.floor((100 * done) / found));
      this.#send(this.#token, { kind: 'report', message, percentage });
    }
  }

  end(): void {
    if (this.#token === undefined) return;
    this.#send(this.#token, { kind: 'end' });
    this.#token = undefined;
  }

  #begin(message: string): void {
    const token = `attest/indexing/${++this.#count}`;
    this.#token = token;
    this.#lastReport = this.clock.now();
    // Messages keep their order, so the beginning may follow at once: clients know the token by then.
    this.connection.sendRequest(WorkDoneProgressCreateRequest.type, { token }).catch(ignore);
    this.#send(token, { kind: 'begin', title: this.say('Attest: reading articles'), message, percentage: 0 });
  }

  #send(
    token: string,
    value:
      | { kind: 'begin'; title: string; message: string; percentage: number }
      | { kind: 'report'; message: string; percentage: number }
      | { kind: 'end' },
  ): void {
    this.connection.sendProgress(WorkDoneProgress.type, token, value).catch(ignore);
  }
}
