/** The part of the clock that Node and browsers share. */
import type { Clock } from './ports.ts';

export const timers: Pick<Clock, 'now' | 'after'> = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
