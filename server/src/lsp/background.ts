/**
 * Work done between messages. The loop runs one small piece at a time and lets the connection answer what came in
 * meanwhile; with nothing to do there is no timer and no loop.
 */

/** Runs a callback after pending input has been read: `setImmediate` in Node. */
export type Defer = (callback: () => void) => void;

/** One kind of work. `step` does one piece and tells whether there is more. */
export interface Job {
  readonly step: () => boolean;
}

export class Background {
  /** Most urgent first. */
  readonly #jobs: readonly Job[];
  readonly #waiting = new Set<Job>();
  readonly #defer: Defer;
  readonly #onError: (error: unknown) => void;
  #running = false;

  constructor(jobs: readonly Job[], defer: Defer, onError: (error: unknown) => void) {
    this.#jobs = jobs;
    this.#defer = defer;
    this.#onError = onError;
  }

  /** Tells that the job has something to do. */
  wake(job: Job): void {
    this.#waiting.add(job);
    if (this.#running) return;
    this.#running = true;
    this.#defer(this.#turn);
  }

  #step(job: Job): boolean {
    try {
      return job.step();
    } catch (error) {
      // The piece is lost, not the session: a job takes a piece off its list before it starts on it.
      this.#onError(error);
      return true;
    }
  }

  readonly #turn = (): void => {
    const job = this.#jobs.find((candidate) => this.#waiting.has(candidate));
    if (job) {
      if (!this.#step(job)) this.#waiting.delete(job);
    }
    if (this.#waiting.size > 0) this.#defer(this.#turn);
    else this.#running = false;
  };
}
