import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { scanWords } from '../../server/src/text/comparison.ts';
import { GramTable } from '../../server/src/workspace/index/gramTable.ts';
import { PassageIndex } from '../../server/src/workspace/index/passageIndex.ts';
import type { Workspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const VOCABULARY =
  'the of to not will we harbour council quarry mayor bridge winter seven million Corran Dumont opened promised lost never'.split(
    ' ',
  );

const text = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 60 }).map((words) => words.join(' '));
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');

interface Edit {
  readonly id: string;
  readonly text: string | null;
}
const edit: fc.Arbitrary<Edit> = fc.record({ id, text: fc.option(text, { freq: 4 }) });

const input = (name: string, contents: string) =>
  ({ id: name, text: contents, format: 'plain', isSource: false, metadata: {} }) as const;

function everythingFound(workspace: Workspace): unknown {
  return [...workspace.ids()].sort().map((name) => {
    const { length } = workspace.input(name)!.text;
    const passages = [
      { start: 0, end: length },
      { start: length >> 2, end: length >> 1 },
    ];
    return [
      name,
      passages.map((passage) => workspace.counterparts(name, passage)),
      workspace.placesOf(name, ['harbour', 'council', 'Corran']),
    ];
  });
}

it('finds after any edits what a workspace made from scratch finds', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), fc.array(fc.nat(24)), (edits, questions) => {
      const edited = createWorkspace();
      const last = new Map<string, string>();
      edits.forEach((step, i) => {
        if (step.text === null) {
          edited.delete(step.id);
          last.delete(step.id);
        } else {
          edited.set(input(step.id, step.text));
          last.set(step.id, step.text);
        }
        // Questions in between must leave no trace.
        if (questions.includes(i)) everythingFound(edited);
      });
      const fresh = createWorkspace();
      for (const [name, contents] of last) fresh.set(input(name, contents));
      expect(everythingFound(edited)).toEqual(everythingFound(fresh));
    }),
  );
});

it('holds after any edits what an index made from scratch holds', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const edited = new PassageIndex();
      const last = new Map<string, string>();
      for (const step of edits) {
        edited.delete(step.id);
        last.delete(step.id);
        if (step.text === null) continue;
        edited.add(step.id, scanWords(step.text));
        last.set(step.id, step.text);
      }
      const fresh = new PassageIndex();
      for (const [name, contents] of last) fresh.add(name, scanWords(contents));
      expect(edited.size).toBe(fresh.size);
      const words = scanWords(VOCABULARY.join(' ')).hashes;
      expect(edited.candidates(words, '', 9)).toEqual(fresh.candidates(words, '', 9));
      for (const name of last.keys()) expect(edited.get(name)).toEqual(fresh.get(name));
    }),
  );
});

it('keeps every pair of gram and article while it grows and shrinks', () => {
  const table = new GramTable();
  const grams = Uint32Array.from({ length: 3000 }, (_, i) => i * 7 + 1);
  for (let slot = 0; slot < 20; slot++) table.add(slot, grams);
  for (let slot = 0; slot < 20; slot += 2) table.remove(slot, grams);
  expect(table.size).toBe(10 * grams.length);
  const holders: number[] = [];
  const count = table.holdersOf(8, holders);
  expect(holders.slice(0, count).sort((a, b) => a - b)).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
  expect(table.count(9)).toBe(0);
});

it('keeps the facts that an editor has found, and none of another text', () => {
  const workspace = createWorkspace();
  workspace.set(input('a', 'The mayor said 40 boats sank. [TK]'));
  const masked = 'The mayor said 40 boats sank.     ';
  const found = analyzeArticle(masked, { format: 'plain' });
  workspace.know('a', analyzeArticle('The mayor said 50 boats sank.', { format: 'plain' }));
  expect(workspace.knownArticle('a')).toBeUndefined();
  workspace.know('a', found);
  expect(workspace.knownArticle('a')).toBe(found);
  workspace.set(input('a', 'The mayor said 60 boats sank.'));
  expect(workspace.knownArticle('a')).toBeUndefined();
});
