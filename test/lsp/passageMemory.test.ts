import { describe, expect, it } from 'vitest';
import { PassageMemory } from '../../server/src/lsp/passageMemory.ts';
import type { Workspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const QUOTATION = '“We will rebuild the old harbour wall before the first winter storms,”';
const SOURCE = 'The council heard “We will rebuild the harbour wall before the first winter storms.”';

function memory(): {
  remembered: PassageMemory;
  set: (id: string, text: string) => void;
  lookUps: () => number;
  answered: string[][];
  settle: () => void;
} {
  const inner = createWorkspace();
  let lookUps = 0;
  const counted: Workspace = new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'counterparts') lookUps++;
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
  const answered: string[][] = [];
  const remembered = new PassageMemory(counted, {
    wanted: () => undefined,
    now: () => 0,
    answered: (ids) => answered.push([...ids]),
  });
  return {
    remembered,
    set: (id, text) => {
      remembered.set({ id, text, format: 'plain', isSource: false, metadata: {} });
    },
    lookUps: () => lookUps,
    answered,
    settle: () => {
      while (remembered.step());
    },
  };
}

const spanIn = (text: string): { start: number; end: number } => {
  const start = text.indexOf(QUOTATION);
  return { start, end: start + QUOTATION.length };
};

describe('what was found for a passage', () => {
  it('is not looked up again while neither the passage nor another article has changed', () => {
    const { remembered, set, lookUps } = memory();
    set('source', SOURCE);
    set('draft', `${QUOTATION} she said.`);
    const first = remembered.counterparts('draft', spanIn(`${QUOTATION} she said.`));
    expect(first).toHaveLength(1);
    // The article itself grows before the passage: the answer moves along.
    const longer = `It rained all day. ${QUOTATION} she said.`;
    set('draft', longer);
    const moved = remembered.counterparts('draft', spanIn(longer));
    expect(lookUps()).toBe(1);
    expect(moved).toEqual(createFresh(longer).counterparts('draft', spanIn(longer)));
  });

  it('is looked up again when another article has changed', () => {
    const { remembered, set } = memory();
    const draft = `${QUOTATION} she said.`;
    set('draft', draft);
    expect(remembered.counterparts('draft', spanIn(draft))).toEqual([]);
    set('source', SOURCE);
    expect(remembered.counterparts('draft', spanIn(draft))).toHaveLength(1);
    remembered.delete('source');
    expect(remembered.counterparts('draft', spanIn(draft))).toEqual([]);
  });

  it('is ranked for each place where an article has the same words, by who says them there', () => {
    const { remembered, set } = memory();
    const saidBy = (name: string) => `${QUOTATION} said ${name}, who lives at the quay.`;
    set('falk', `In the hall, ${QUOTATION} Imre Falk said.`);
    set('amsel', `In the street, ${QUOTATION} Ruth Amsel said.`);
    const draft = `${saidBy('Imre Falk')}\n\n${saidBy('Ruth Amsel')}`;
    set('draft', draft);
    const second = draft.lastIndexOf(QUOTATION);
    const first = (span: { start: number; end: number }) => remembered.counterparts('draft', span)[0]?.id;
    expect(first(spanIn(draft))).toBe('falk');
    expect(first({ start: second, end: second + QUOTATION.length })).toBe('amsel');
    expect(first(spanIn(draft))).toBe('falk');
  });

  it('never keeps a check waiting: unknown passages are looked up afterwards', () => {
    const { remembered, set, lookUps, answered, settle } = memory();
    const draft = `${QUOTATION} she said.`;
    set('source', SOURCE);
    set('draft', draft);
    expect(remembered.patient.counterparts('draft', spanIn(draft))).toEqual([]);
    expect(lookUps()).toBe(0);
    settle();
    expect(answered).toEqual([['draft']]);
    expect(remembered.patient.counterparts('draft', spanIn(draft))).toHaveLength(1);
    settle();
    expect(answered).toHaveLength(1);
  });

  it('is taken as it was while it is looked up again, but never from an article that is gone', () => {
    const { remembered, set, settle } = memory();
    const draft = `${QUOTATION} she said.`;
    set('source', SOURCE);
    set('draft', draft);
    remembered.patient.counterparts('draft', spanIn(draft));
    settle();
    set('other', 'Nothing was said.');
    expect(remembered.patient.counterparts('draft', spanIn(draft))).toHaveLength(1);
    remembered.delete('source');
    expect(remembered.patient.counterparts('draft', spanIn(draft))).toEqual([]);
  });
});

function createFresh(draft: string): Workspace {
  const workspace = createWorkspace();
  const common = { format: 'plain', isSource: false, metadata: {} } as const;
  workspace.set({ ...common, id: 'source', text: SOURCE });
  workspace.set({ ...common, id: 'draft', text: draft });
  return workspace;
}
