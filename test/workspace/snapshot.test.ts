import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish } from '../../server/src/text/steps.ts';
import { openSnapshot } from '../../server/src/workspace/index/snapshot.ts';
import type { PersistentWorkspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const TEXTS = {
  a: 'The mayor said the old mill is beyond repair and has to come down before the winter.',
  b: 'He added that “the old mill is beyond repair” and left.',
  c: '',
};

function workspaceOf(texts: Readonly<Record<string, string>>, snapshot?: Uint8Array): PersistentWorkspace {
  const workspace = createWorkspace();
  if (snapshot) expect(workspace.restore(snapshot.slice())).toBe(true);
  for (const [id, text] of Object.entries(texts)) {
    workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
  }
  workspace.forgetSnapshot();
  return workspace;
}

/** The index of a snapshot that is whole. */
function indexIn(bytes: Uint8Array) {
  const opened = openSnapshot(bytes);
  return opened && finish(opened.isSound()) ? opened.index : undefined;
}

const bytesOf = (workspace: PersistentWorkspace) => new Uint8Array(Buffer.concat([...workspace.snapshot()]));

const found = (workspace: PersistentWorkspace) => workspace.counterparts('b', { start: 14, end: 45 });

describe('a snapshot', () => {
  const snapshot = bytesOf(workspaceOf(TEXTS));

  it('restores what was found before', () => {
    expect(found(workspaceOf(TEXTS))).toHaveLength(1);
    expect(found(workspaceOf(TEXTS, snapshot))).toEqual(found(workspaceOf(TEXTS)));
  });

  it('is not believed about a text that has changed', () => {
    const changed = { ...TEXTS, a: TEXTS.a.replace('repair', 'rescue').replace('winter', 'summer') };
    expect(found(workspaceOf(changed, snapshot))).toEqual(found(workspaceOf(changed)));
  });

  it('spares reading what it has, also under another name and twice', () => {
    const workspace = createWorkspace();
    workspace.restore(snapshot.slice());
    for (const [id, text] of Object.entries({ a: TEXTS.a, b2: TEXTS.b, c: TEXTS.c, new: TEXTS.a })) {
      workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
    }
    expect(workspace.forgetSnapshot()).toBe(1);
    expect(workspace.counterparts('b2', { start: 14, end: 45 }).map(({ id }) => id)).toEqual(['a', 'new']);
  });

  it('makes the same workspace as building it anew, whatever has changed since, before and after it settles', () => {
    const words = fc.constantFrom(
      'harbour',
      'mill',
      'ferry',
      'winter',
      'the',
      'of',
      'council',
      'sold',
      'quay',
      'Ina',
    );
    const text = fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
    const texts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), text);
    fc.assert(
      fc.property(texts, texts, texts, text, (before, open, now, asked) => {
        const kept = bytesOf(workspaceOf(before));
        const [restored, fresh] = [createWorkspace(), createWorkspace()];
        const set = (workspace: PersistentWorkspace, files: Readonly<Record<string, string>>) => {
          for (const [id, words] of Object.entries(files))
            workspace.set({ id, text: words, format: 'plain', isSource: false, metadata: {} });
        };
        const places = (workspace: PersistentWorkspace) => {
          set(workspace, { asked });
          return workspace.counterparts('asked', { start: 0, end: asked.length });
        };
        set(restored, open);
        expect(restored.restore(kept)).toBe(true);
        set(restored, now);
        for (const files of [open, now]) set(fresh, files);
        expect(places(restored)).toEqual(places(fresh));
        restored.forgetSnapshot();
        expect(places(restored)).toEqual(places(fresh));
        expect(indexIn(bytesOf(restored))?.table.grams.toSorted()).toEqual(
          indexIn(bytesOf(fresh))?.table.grams.toSorted(),
        );
      }),
    );
  });

  it('is not finished after the workspace has changed', () => {
    const workspace = workspaceOf(TEXTS);
    const pieces = workspace.snapshot()[Symbol.iterator]();
    pieces.next();
    workspace.delete('c');
    expect(() => pieces.next()).toThrow('changed');
  });

  it('is rejected when a byte is wrong, missing or too many', () => {
    expect(indexIn(snapshot)?.articles).toHaveLength(3);
    fc.assert(
      fc.property(fc.nat(snapshot.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = snapshot.slice();
        damaged[at]! ^= change;
        expect(indexIn(damaged)).toBe(undefined);
      }),
    );
    fc.assert(
      fc.property(fc.nat(snapshot.length - 1), (length) => indexIn(snapshot.slice(0, length)) === undefined),
    );
    expect(indexIn(new Uint8Array([...snapshot, 0, 0, 0, 0]))).toBe(undefined);
  });

  it('that is damaged finds what a new index finds, searched at once or looked through before', () => {
    fc.assert(
      fc.property(
        fc.nat(snapshot.length - 1),
        fc.integer({ min: 1, max: 255 }),
        fc.nat(30),
        fc.nat(4),
        (at, change, steps, articles) => {
          const damaged = snapshot.slice();
          damaged[at]! ^= change;
          const workspace = createWorkspace();
          workspace.restore(damaged);
          const texts = { ...TEXTS, d: 'It is true that the old mill is beyond repair.' };
          for (const [id, text] of Object.entries(texts).slice(0, articles))
            workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
          const checking = workspace.checkSnapshot();
          for (let i = 0; i < steps; i++) checking.next();
          for (const [id, text] of Object.entries(texts).slice(articles))
            workspace.set({ id, text, format: 'plain', isSource: false, metadata: {} });
          expect(found(workspace)).toEqual(found(workspaceOf(texts)));
          finish(checking);
          expect(found(workspace)).toEqual(found(workspaceOf(texts)));
          // None of it came from the snapshot, so that another is worth keeping.
          expect(workspace.forgetSnapshot()).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });

  it('is rejected when it is something else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => indexIn(bytes) === undefined));
    expect(createWorkspace().restore(new TextEncoder().encode('not a snapshot at all'))).toBe(false);
  });
});
