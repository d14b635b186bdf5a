/** How long work goes on at a time while messages may be waiting. */
import type { Steps } from '../text/steps.ts';

/** Milliseconds. Nobody notices that an answer waited so long, and more turns would cost more than they give. */
const TURN_MS = 5;

/**
 * Takes steps until there are no more or the turn is over; one step is always taken.
 * @param now a clock in milliseconds
 * @returns whether the steps have come to their end. Throws what a step throws
 */
export function takeTurn(steps: Steps<unknown>, now: () => number): boolean {
  const end = now() + TURN_MS;
  do {
    if (steps.next().done) return true;
  } while (now() < end);
  return false;
}
