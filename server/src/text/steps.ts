/**
 * Work that can be put down between two of its steps: a long text is read while a writer goes on typing. Whoever wants
 * the result at once takes all the steps in one go, and gets the same.
 */

/** Yields where it may be interrupted, or given up, and returns its result. */
export type Steps<T> = Generator<void, T, void>;

/** Takes all the steps that are left. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
