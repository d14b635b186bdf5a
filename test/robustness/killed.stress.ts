/** A crash in the middle of writing, a thousand times. */
import { expect, it } from 'vitest';
import { killWriters, WRITERS } from '../support/killedWriter.ts';

const TIMES = 1_000;

it.each(Object.keys(WRITERS) as (keyof typeof WRITERS)[])(
  '%s, killed a thousand times at random moments while it writes, never leaves half a file',
  async (writer) => {
    expect(await killWriters(writer, TIMES)).toEqual({ found: TIMES, broken: [] });
  },
);
