/** What checks asked about and nobody has looked up yet: answered one at a time, in the background. */
import type { ArticleId } from '../workspace/types.ts';

export interface LookupEvents {
  /** Something was asked that `step` should look up. */
  readonly wanted: () => void;
  /** Everything wanted is looked up; for these articles something new was found. */
  readonly answered: (ids: readonly ArticleId[]) => void;
}

export class WantedLookups<T extends { readonly id: ArticleId }> {
  readonly #wanted = new Map<string, T>();
  readonly #changedAnswers = new Set<ArticleId>();

  /** @param lookUp looks one thing up, and says `changed` when the answer is another than before */
  constructor(
    private readonly lookUp: (wanted: T) => void,
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

  /** Looks one thing up. Returns whether there is another. */
  step(): boolean {
    const [next] = this.#wanted;
    if (next) {
      const [key, wanted] = next;
      this.#wanted.delete(key);
      this.lookUp(wanted);
    }
    if (this.#wanted.size > 0) return true;
    const changed = [...this.#changedAnswers];
    this.#changedAnswers.clear();
    if (changed.length > 0) this.events.answered(changed);
    return false;
  }

  /** What was asked at an earlier state of the article's text is no longer wanted. */
  forgetWanted(id: ArticleId): void {
    for (const [key, wanted] of this.#wanted) if (wanted.id === id) this.#wanted.delete(key);
  }

  /** Forgets all about an article that was closed. */
  forget(id: ArticleId): void {
    this.forgetWanted(id);
    this.#changedAnswers.delete(id);
  }
}
