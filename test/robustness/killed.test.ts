/** A crash in the middle of writing; `killed.stress.ts` does the same a thousand times. */
import { expect, it } from 'vitest';
import { killWriters, WRITERS } from '../support/killedWriter.ts';

const TIMES = 25;

it.each(Object.keys(WRITERS) as (keyof typeof WRITERS)[])(
  '%s, killed at random moments while it writes, leaves the old file or the new one',
  async (writer) => {
    expect(await killWriters(writer, TIMES)).toEqual({ found: TIMES, broken: [] });
  },
  120_000,
);
