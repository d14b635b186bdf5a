/** Calls that may come many in a row: the first is made at once, those that follow it too soon are one at the end. */
import type { Clock } from './ports.ts';

/**
 * @param pause milliseconds between two calls at least
 * @returns what asks for a call; the last one asked for is always made, unless the clock stops
 */
export function gathered(clock: Pick<Clock, 'after'>, pause: number, call: () => void): () => void {
  let isPausing = false;
  let isWanted = false;
  const ask = (): void => {
    isWanted = isPausing;
    if (isPausing) return;
    isPausing = true;
    clock.after(pause, () => {
      isPausing = false;
      if (isWanted) ask();
    });
    call();
  };
  return ask;
}
