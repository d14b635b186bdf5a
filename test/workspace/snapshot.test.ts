import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../../server/src/workspace/snapshot.ts';
import type { PersistentWorkspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const TEXTS = {
  a: 'The mayor said the old mill is beyond repair and has to come down before the winter.',
  b: 'He added that “the old mill is beyond repair” and left.',
  c: '',
};

function workspaceOf(texts: Readonly<Record<string, string>>, snapshot?: Uint8Array): PersistentWorkspace {
  const workspace = createWorkspace();
  if (snapshot) workspace.restore(snapshot);
  for (const [id, text] of Object.entries(texts)) {
    workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
  }
  workspace.forgetSnapshot();
  return workspace;
}

const found = (workspace: PersistentWorkspace) => workspace.counterparts('b', { start: 14, end: 45 });

describe('a snapshot', () => {
  const snapshot = workspaceOf(TEXTS).snapshot();

  it('restores what was found before', () => {
    expect(found(workspaceOf(TEXTS))).toHaveLength(1);
    expect(found(workspaceOf(TEXTS, snapshot))).toEqual(found(workspaceOf(TEXTS)));
  });

  it('is not believed about a text that has changed', () => {
    const changed = { ...TEXTS, a: TEXTS.a.replace('repair', 'rescue').replace('winter', 'summer') };
    expect(found(workspaceOf(changed, snapshot))).toEqual(found(workspaceOf(changed)));
  });

  it('is rejected when a byte is wrong, missing or too many', () => {
    expect(decodeSnapshot(snapshot)?.size).toBe(3);
    fc.assert(
      fc.property(fc.nat(snapshot.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = snapshot.slice();
        damaged[at]! ^= change;
        expect(decodeSnapshot(damaged)).toBe(undefined);
      }),
    );
    fc.assert(
      fc.property(
        fc.nat(snapshot.length - 1),
        (length) => decodeSnapshot(snapshot.slice(0, length)) === undefined,
      ),
    );
    expect(decodeSnapshot(new Uint8Array([...snapshot, 0, 0, 0, 0]))).toBe(undefined);
  });

  it('is rejected when it is something else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => decodeSnapshot(bytes) === undefined));
    expect(createWorkspace().restore(new TextEncoder().encode('not a snapshot at all'))).toBe(false);
  });
});
