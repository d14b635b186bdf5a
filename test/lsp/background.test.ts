import { describe, expect, it } from 'vitest';
import { Background } from '../../server/src/lsp/background.ts';
import type { Job, Timing } from '../../server/src/lsp/background.ts';

/** A loop that runs when the test says so, and a clock that goes when it says so. */
function loop(): Timing & { turn: () => boolean; pass: (milliseconds: number) => void } {
  const queue: (() => void)[] = [];
  const timers = new Set<{ at: number; callback: () => void }>();
  let time = 0;
  return {
    defer: (callback) => queue.push(callback),
    now: () => time,
    after: (milliseconds, callback) => {
      const timer = { at: time + milliseconds, callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    turn: () => {
      const next = queue.shift();
      next?.();
      return next !== undefined;
    },
    pass: (milliseconds) => {
      time += milliseconds;
      for (const timer of timers) {
        if (timer.at > time) continue;
        timers.delete(timer);
        timer.callback();
      }
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
    const timing = loop();
    const { turn } = timing;
    const [urgent, idle] = [counting('urgent', 1, done), counting('idle', 3, done)];
    const background = new Background([urgent, idle], timing, () => undefined);
    background.wake(idle);
    turn();
    background.wake(urgent);
    while (turn());
    expect(done).toEqual(['idle', 'urgent', 'idle', 'idle']);
    expect(turn()).toBe(false);
  });

  it('begins when messages that came together are all taken, and before long when they never stop', () => {
    const done: string[] = [];
    const timing = loop();
    const job = counting('check', 2, done);
    const checking = new Background([job], timing, () => undefined);
    checking.wake(job);
    checking.heard();
    timing.turn();
    checking.heard();
    timing.turn();
    expect(done).toEqual([]);
    timing.turn();
    expect(done).toEqual(['check']);
    for (let i = 0; i < 10; i++) {
      checking.heard();
      timing.turn();
      timing.pass(10);
    }
    expect(done).toEqual(['check', 'check']);
  });

  it('goes on after a piece that fails', () => {
    const done: string[] = [];
    const errors: unknown[] = [];
    const timing = loop();
    const { turn } = timing;
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
    const background = new Background([job], timing, (error) => errors.push(error));
    background.wake(job);
    while (turn());
    expect(done).toEqual(['piece']);
    expect(errors).toHaveLength(1);
  });

  it('lets what can wait wait while somebody asks, and never for good', () => {
    const done: string[] = [];
    const timing = loop();
    const { turn, pass } = timing;
    const urgent = counting('urgent', 1, done);
    const patient: Job = { ...counting('patient', 100, done), canWait: () => true };
    const background = new Background([urgent, patient], timing, () => undefined);
    background.makeWay();
    background.wake(patient);
    background.wake(urgent);
    while (turn());
    expect(done).toEqual(['urgent']);

    for (let asked = 0; asked < 15; asked++) {
      pass(20);
      background.makeWay();
      while (turn());
    }
    expect(done).toEqual(['urgent', 'patient']);

    pass(100);
    expect(turn()).toBe(true);
    expect(turn()).toBe(true);
    background.dispose();
    while (turn());
    expect(done).toEqual(['urgent', 'patient', 'patient', 'patient']);
  });

  it('lets nobody wait for what somebody waits for', () => {
    const done: string[] = [];
    const timing = loop();
    const { turn, pass } = timing;
    let isAwaited = false;
    const check: Job = { ...counting('check', 2, done), canWait: () => !isAwaited };
    const background = new Background([check], timing, () => undefined);
    background.makeWay();
    background.wake(check);
    while (turn());
    expect(done).toEqual([]);

    isAwaited = true;
    pass(20);
    background.wake(check);
    while (turn());
    expect(done).toEqual(['check', 'check']);
  });
});
