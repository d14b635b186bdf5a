import { describe, expect, it } from 'vitest';
import { Background } from '../../server/src/lsp/background.ts';
import type { Job } from '../../server/src/lsp/background.ts';

/** A loop that runs when the test says so. */
function loop(): { defer: (callback: () => void) => void; turn: () => boolean } {
  const queue: (() => void)[] = [];
  return {
    defer: (callback) => queue.push(callback),
    turn: () => {
      const next = queue.shift();
      next?.();
      return next !== undefined;
    },
  };
}

function counting(name: string, pieces: number, done: string[]): Job {
  return {
    step: () => {
      done.push(name);
      return --pieces > 0;
    },
  };
}

describe('work between messages', () => {
  it('does the most urgent piece first, one at a time, and rests when there is none', () => {
    const done: string[] = [];
    const { defer, turn } = loop();
    const [urgent, idle] = [counting('urgent', 1, done), counting('idle', 3, done)];
    const background = new Background([urgent, idle], defer, () => undefined);
    background.wake(idle);
    turn();
    background.wake(urgent);
    while (turn());
    expect(done).toEqual(['idle', 'urgent', 'idle', 'idle']);
    expect(turn()).toBe(false);
  });

  it('goes on after a piece that fails', () => {
    const done: string[] = [];
    const errors: unknown[] = [];
    const { defer, turn } = loop();
    let fails = true;
    const job: Job = {
      step: () => {
        if (fails) {
          fails = false;
          throw new Error('x');
        }
        done.push('piece');
        return false;
      },
    };
    const background = new Background([job], defer, (error) => errors.push(error));
    background.wake(job);
    while (turn());
    expect(done).toEqual(['piece']);
    expect(errors).toHaveLength(1);
  });
});
