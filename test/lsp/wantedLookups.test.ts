import { describe, expect, it } from 'vitest';
import { WantedLookups } from '../../server/src/lsp/wantedLookups.ts';
import type { Steps } from '../../server/src/text/steps.ts';

interface Wanted {
  readonly id: string;
  readonly steps: number;
}

/** Every step takes four milliseconds. */
function lookups(fails: (wanted: Wanted) => boolean = () => false): {
  wanted: WantedLookups<Wanted>;
  done: string[];
  answered: string[][];
} {
  let time = 0;
  const done: string[] = [];
  const answered: string[][] = [];
  function* lookUp(asked: Wanted): Steps<void> {
    for (let i = 0; i < asked.steps; i++) {
      time += 4;
      yield;
    }
    if (fails(asked)) throw new Error('x');
    done.push(asked.id);
    wanted.changed(asked.id);
  }
  const wanted = new WantedLookups<Wanted>(lookUp, {
    now: () => time,
    wanted: () => undefined,
    answered: (ids) => answered.push([...ids]),
  });
  return { wanted, done, answered };
}

describe('what was asked and nobody knows yet', () => {
  it('is looked up a few steps at a time, and told when all of it is known', () => {
    const { wanted, done, answered } = lookups();
    wanted.add('first', { id: 'a', steps: 5 });
    wanted.add('second', { id: 'b', steps: 1 });
    const turns: string[] = [];
    while (wanted.step()) turns.push(done.join(' '));
    expect(turns).toEqual(['', '', 'a']);
    expect(answered).toEqual([['a', 'b']]);
  });

  it('can be waited for', async () => {
    const { wanted, done } = lookups();
    expect(wanted.whenKnown()).toBeUndefined();
    wanted.add('first', { id: 'a', steps: 5 });
    const waited = wanted.whenKnown()!.then(() => [...done]);
    while (wanted.step());
    expect(await waited).toEqual(['a']);
    expect(wanted.whenKnown()).toBeUndefined();
  });

  it('is looked up to the end once it was begun, and not at all when it was forgotten before', () => {
    const { wanted, done, answered } = lookups();
    wanted.add('first', { id: 'a', steps: 5 });
    wanted.add('second', { id: 'a', steps: 5 });
    wanted.step();
    wanted.forgetWanted('a');
    while (wanted.step());
    expect(done).toEqual(['a']);
    expect(answered).toEqual([['a']]);
  });

  it('costs only itself when it cannot be looked up', () => {
    const { wanted, done, answered } = lookups(({ id }) => id === 'bad');
    wanted.add('first', { id: 'bad', steps: 1 });
    wanted.add('second', { id: 'good', steps: 1 });
    expect(() => wanted.step()).toThrow('x');
    while (wanted.step());
    expect(done).toEqual(['good']);
    expect(answered).toEqual([['good']]);
  });
});
