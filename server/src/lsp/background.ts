/**
 * Work done between messages. The loop runs one small piece at a time and lets the connection answer what came in
 * meanwhile; with nothing to do there is no timer and no loop.
 */

/** Runs a callback after pending input has been read: `setImmediate` in Node. */
export type Defer = (callback: () => void) => void;

/** One kind of work. */
export interface Job {
  /** Does one piece and tells whether there is more. */
  readonly step: () => boolean;
  /** Whether nobody is waiting for it: then it makes way while somebody asks. */
  readonly canWait?: () => boolean;
}

/** What the loop needs of the clock. */
export interface Timing {
  readonly defer: Defer;
  readonly now: () => number;
  /** Calls back once, later; the result cancels. */
  readonly after: (milliseconds: number, callback: () => void) => () => void;
}

/** Somebody who asks once often asks again right away: a pointer on its way, a client that asks for several things. */
const REST_MS = 60;
/** Whoever goes on asking must not stop the work for good. */
const LONGEST_REST_MS = 250;
/** Nor must a flood of messages. */
const LONGEST_FLOOD_MS = 50;

export class Background {
  /** Most urgent first. */
  readonly #jobs: readonly Job[];
  readonly #waiting = new Set<Job>();
  readonly #timing: Timing;
  readonly #onError: (error: unknown) => void;
  #running = false;
  /** When somebody last asked, and when work that can wait was last done since the questions began. */
  #lastAsked = -Infinity;
  #lastPatient = 0;
  /** Whether a message was taken since the last turn, and when the first of those was that came without a pause. */
  #heard = false;
  #floodBegan: number | undefined;
  /** While work is waiting for that: takes back the call that goes on with it. */
  #stopResting: (() => void) | undefined;

  constructor(jobs: readonly Job[], timing: Timing, onError: (error: unknown) => void) {
    this.#jobs = jobs;
    this.#timing = timing;
    this.#onError = onError;
  }

  /** Tells that the job has something to do. */
  wake(job: Job): void {
    this.#waiting.add(job);
    this.#goOn();
  }

  /** Somebody asks about a place or types: the next question or letter is not to wait for what can wait itself. */
  makeWay(): void {
    const now = this.#timing.now();
    if (now - this.#lastAsked >= REST_MS) this.#lastPatient = now;
    this.#lastAsked = now;
    if (now - this.#lastPatient >= LONGEST_REST_MS) this.#goOn();
  }

  /** A message was taken. What came with it goes before all work: it may be about the same text, and make it needless. */
  heard(): void {
    this.#heard = true;
  }

  /** Nothing is left to be called back. */
  dispose(): void {
    this.#waiting.clear();
    this.#stopResting?.();
    this.#stopResting = undefined;
  }

  #goOn(): void {
    if (this.#running || this.#waiting.size === 0) return;
    this.#running = true;
    this.#timing.defer(this.#turn);
  }

  /** The most urgent job that may be done now. */
  #next(): Job | undefined {
    const now = this.#timing.now();
    const isResting = now - this.#lastAsked < REST_MS && now - this.#lastPatient < LONGEST_REST_MS;
    return this.#jobs.find((job) => this.#waiting.has(job) && !(isResting && job.canWait?.()));
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

  /** Whether messages are still coming in, one in every turn. */
  #isFlooded(): boolean {
    const isFlooded = this.#heard;
    this.#heard = false;
    const now = this.#timing.now();
    if (!isFlooded || now - (this.#floodBegan ??= now) >= LONGEST_FLOOD_MS) this.#floodBegan = undefined;
    return this.#floodBegan !== undefined;
  }

  readonly #turn = (): void => {
    if (this.#isFlooded()) {
      this.#timing.defer(this.#turn);
      return;
    }
    const job = this.#next();
    if (job) {
      if (!this.#step(job)) this.#waiting.delete(job);
      if (job.canWait?.()) this.#lastPatient = this.#timing.now();
    }
    this.#running = job !== undefined && this.#waiting.size > 0;
    if (this.#running) this.#timing.defer(this.#turn);
    else if (this.#waiting.size > 0) this.#rest();
  };

  /** What can wait is taken up when nobody has asked for a while; with nothing to do there is no timer. */
  #rest(): void {
    this.#stopResting ??= this.#timing.after(REST_MS - (this.#timing.now() - this.#lastAsked), () => {
      this.#stopResting = undefined;
      this.#goOn();
    });
  }
}
