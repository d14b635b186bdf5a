/** What files held when they were last read, between sessions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileStamp } from '../../server/src/lsp/ports.ts';
import { Stamps } from '../../server/src/lsp/stamps.ts';
import { contentHash } from '../../server/src/text/contentHash.ts';

const NOTES = 'file:///desk/notes.txt';
const STAMP: FileStamp = { size: 120, modified: 1_700_000_000_123.25, changed: 1_700_000_000_124, inode: 77 };
const HASH = contentHash('The quay is open.');

function kept(): Uint8Array {
  const stamps = new Stamps();
  stamps.note(NOTES, STAMP, HASH);
  stamps.note('file:///desk/caf%C3%A9.txt', { ...STAMP, inode: 78 }, contentHash('Closed.'));
  return stamps.keep();
}

function restored(bytes: Uint8Array = kept()): Stamps {
  const stamps = new Stamps();
  expect(stamps.restore(bytes)).toBeDefined();
  return stamps;
}

describe('stamps', () => {
  it('tell the next session what files hold, and once only', () => {
    const stamps = restored();
    expect(stamps.takeKept(NOTES, { ...STAMP })).toBe(HASH);
    expect(stamps.takeKept(NOTES, { ...STAMP })).toBe(undefined);
    expect(stamps.takeKept('file:///desk/other.txt', STAMP)).toBe(undefined);
  });

  it.each(['size', 'modified', 'changed', 'inode'] as const)(
    'tell nothing where the %s is another',
    (part) => {
      expect(restored().takeKept(NOTES, { ...STAMP, [part]: STAMP[part] + 1 })).toBe(undefined);
    },
  );

  it('are worth keeping when one is new, and not when all were kept', () => {
    const stamps = restored();
    stamps.takeKept(NOTES, STAMP);
    stamps.note(NOTES, STAMP, HASH);
    expect(stamps.isNew).toBe(false);
    stamps.note(NOTES, { ...STAMP, modified: STAMP.modified + 1 }, HASH);
    expect(stamps.isNew).toBe(true);
    stamps.keep();
    expect(stamps.isNew).toBe(false);
  });

  it('are not kept for a file that has none now, or is gone', () => {
    const stamps = restored();
    stamps.takeKept(NOTES, STAMP);
    stamps.note('file:///desk/new.txt', STAMP, HASH);
    stamps.note(NOTES, undefined, HASH);
    stamps.forget('file:///desk/new.txt');
    expect(restored(stamps.keep()).hasKept).toBe(false);
  });

  it('leave what lies behind them, wherever the bytes lie', () => {
    const bytes = kept();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(9), (behind, before) => {
        const all = new Uint8Array([...new Uint8Array(before), ...bytes, ...behind]).subarray(before);
        const stamps = new Stamps();
        expect(stamps.restore(all)).toEqual(behind);
        expect(stamps.takeKept(NOTES, STAMP)).toBe(HASH);
      }),
    );
  });

  it('are nothing when a byte is wrong or missing, or when they are something else', () => {
    const bytes = kept();
    for (let at = 0; at < bytes.length; at++) {
      for (const change of [1, 0x20, 0xff]) {
        const damaged = bytes.slice();
        damaged[at]! ^= change;
        expect(new Stamps().restore(damaged), `byte ${at}`).toBe(undefined);
      }
      expect(new Stamps().restore(bytes.slice(0, at)), `cut at ${at}`).toBe(undefined);
    }
    fc.assert(fc.property(fc.uint8Array(), (other) => new Stamps().restore(other) === undefined));
  });
});
