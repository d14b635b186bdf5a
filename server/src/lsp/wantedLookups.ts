/** What checks asked about and nobody has looked up yet: answered one after the other, in steps, in the background. */
import type { Steps } from '../text/steps.ts';
import type { ArticleId } from '../workspace/types.ts';
import { takeTurn } from './turn.ts';

export interface LookupEvents {
  /** Something was asked that `step` should look up. */
  readonly wanted: () => void;
  /** Everything wanted is looked up; for these articles something new was found. */
  readonly answered: (ids: readonly ArticleId[]) => void;
  /** A clock, in milliseconds. */
  readonly now: () => number;
}

export class WantedLookups<T extends { readonly id: ArticleId }> {
  readonly #wanted = new Map<string, T>();
  readonly #changedAnswers = new Set<ArticleId>();
  #waiting: (() => void)[] = [];
  #work: Steps<void> | undefined;

  /** @param lookUp looks one thing up, and says `changed` when the answer is another than before */
  constructor(
    private readonly lookUp: (wanted: T) => Steps<void>,
    private readonly events: LookupEvents,
  ) {}

  /** @param key tells the things of one article apart: what is wanted already is not wanted twice */
  add(key: string, wanted: T): void {
    this.#wanted.set(`${wanted.id}\n${key}`, wanted);
    this.events.wanted();
  }

  /** Something new was found for the article. */
  changed(id: ArticleId): void {
    this.#changedAnswers.add(id);
  }

  /** When everything wanted is looked up; undefined for now, where nothing is wanted. */
  whenKnown(): Promise<void> | undefined {
    if (this.#wanted.size === 0 && !this.#work) return undefined;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  /** Goes on for a moment with looking things up. Returns whether there is more. */
  step(): boolean {
    this.#work ??= this.#lookUpAll();
    let isDone = true;
    try {
      isDone = takeTurn(this.#work, () => this.events.now());
    } finally {
      // What failed is lost, and nothing else.
      if (isDone) this.#work = undefined;
    }
    if (!isDone || this.#wanted.size > 0) return true;
    const changed = [...this.#changedAnswers];
    this.#changedAnswers.clear();
    if (changed.length > 0) this.events.answered(changed);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
    return false;
  }

  *#lookUpAll(): Steps<void> {
    for (const [key, wanted] of this.#wanted) {
      this.#wanted.delete(key);
      yield* this.lookUp(wanted);
      yield;
    }
  }

  /** What was asked at an earlier state of the article's text is no longer wanted, unless it is being looked up already. */
  forgetWanted(id: ArticleId): void {
    for (const [key, wanted] of this.#wanted) if (wanted.id === id) this.#wanted.delete(key);
  }

  /** Forgets all about an article that was closed. */
  forget(id: ArticleId): void {
    this.forgetWanted(id);
    this.#changedAnswers.delete(id);
  }
}
