import { describe, expect, it } from 'vitest';
import { Existence } from '../../server/src/lsp/existence.ts';
import type { Entry } from '../../server/src/lsp/ports.ts';
import { FileMissing } from '../../server/src/lsp/ports.ts';

const DRAFT = 'file:///desk/draft.txt';

/** A disk of one folder whose looks are counted, and a clock. */
function world(): {
  names: string[] | Error;
  time: number;
  looks: number;
  told: string[];
  existence: Existence;
  settle: () => Promise<void>;
} {
  const made = {
    names: ['report.pdf', 'Über uns.docx', 'sources'] as string[] | Error,
    time: 0,
    looks: 0,
    told: [] as string[],
    existence: undefined as unknown as Existence,
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const list = (): Promise<readonly Entry[]> => {
    made.looks++;
    const { names } = made;
    return names instanceof Error
      ? Promise.reject(names)
      : Promise.resolve(names.map((name): Entry => ({ name, kind: 'file' })));
  };
  made.existence = new Existence(
    { list },
    () => made.time,
    () => 'file:///desk',
    (ids) => made.told.push(...ids),
  );
  return made;
}

describe('whether a file exists', () => {
  it('is unknown until the folder has been looked into, which whoever asked is told', async () => {
    const desk = world();
    const asked = (name: string): boolean | undefined => desk.existence.of(DRAFT, `file:///desk/${name}`);
    expect([asked('report.pdf'), asked('gone.txt')]).toEqual([undefined, undefined]);
    await desk.settle();
    expect([desk.told, desk.looks]).toEqual([[DRAFT], 1]);
    expect(
      ['report.pdf', 'REPORT.pdf', '%C3%9Cber%20uns.docx', 'U%CC%88ber%20uns.docx', 'sources'].map(asked),
    ).toEqual(Array.from({ length: 5 }, () => true));
    expect([asked('gone.txt'), asked('100%.txt'), asked('')]).toEqual([false, false, false]);
    expect([desk.told.length, desk.looks]).toEqual([1, 1]);
  });

  it('is looked up again after a while or when something has happened, and told only where it has changed', async () => {
    const desk = world();
    const asked = (): boolean | undefined => desk.existence.of(DRAFT, 'file:///desk/gone.txt');
    asked();
    await desk.settle();
    desk.time += 5_000;
    expect(asked()).toBe(false);
    await desk.settle();
    expect([desk.looks, desk.told.length]).toEqual([2, 1]);
    desk.names = ['gone.txt'];
    desk.existence.fileChanged('file:///desk/gone.txt');
    desk.existence.fileChanged('file:///elsewhere/gone.txt');
    await desk.settle();
    expect([desk.looks, desk.told.length, asked()]).toEqual([3, 2, true]);
    desk.existence.forget(DRAFT);
    desk.existence.fileChanged('file:///desk/gone.txt');
    expect(desk.looks).toBe(3);
  });

  it('is no in a folder that is missing, and unknown in one that cannot be read', async () => {
    const desk = world();
    const asked = (): boolean | undefined => desk.existence.of(DRAFT, 'file:///desk/no/a.txt');
    desk.names = new FileMissing();
    asked();
    await desk.settle();
    expect(asked()).toBe(false);
    desk.names = new Error('you may not read it');
    desk.existence.fileChanged('file:///desk/no/a.txt');
    await desk.settle();
    expect(asked()).toBeUndefined();
  });
});
