import { describe, expect, it } from 'vitest';
import { saidElsewhere } from '../../server/src/features/saidElsewhere.ts';
import { PassageMemory } from '../../server/src/lsp/passageMemory.ts';
import { Preparation } from '../../server/src/lsp/preparation.ts';
import { sayInEnglish } from '../../server/src/text/say.ts';
import type { Workspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const QUOTATION = '“The lock gates will be open again before the herring boats come home,”';
const DRAFT = `${QUOTATION} she said.\n`;
const SOURCE = `The lock keeper, Ines Halloran, met the press on Monday.\n\n${QUOTATION} Halloran said.\n`;

/** A draft beside a source, and what was asked of the index and of whole articles. */
function newsroom(): { workspace: PassageMemory; preparation: Preparation; asked: string[] } {
  const inner = createWorkspace();
  const asked: string[] = [];
  const watched: Workspace = new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name === 'counterparts' || name === 'articleInSteps') asked.push(name);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
  const workspace = new PassageMemory(watched, {
    now: () => 0,
    wanted: () => undefined,
    answered: () => undefined,
  });
  for (const [id, text] of Object.entries({ draft: DRAFT, source: SOURCE })) {
    workspace.set({ id, text, format: 'plain', isSource: id === 'source', metadata: {} });
  }
  return { workspace, preparation: new Preparation(workspace, () => 0, sayInEnglish), asked };
}

describe('what a pointer will ask', () => {
  const passage = { start: 0, end: QUOTATION.length };

  it('is known when it asks', () => {
    const { workspace, preparation, asked } = newsroom();
    preparation.want('draft', workspace.article('draft')!);
    while (preparation.step());
    const before = asked.length;
    const [found] = workspace.counterparts('draft', passage, 3);
    expect(saidElsewhere(workspace, found!, sayInEnglish)?.who).toBe('Ines Halloran');
    expect(asked).toHaveLength(before);
  });

  it('is read again where the other article has changed', () => {
    const { workspace, preparation } = newsroom();
    preparation.want('draft', workspace.article('draft')!);
    while (preparation.step());
    const text = SOURCE.replaceAll('Halloran', 'Brandvold');
    workspace.set({ id: 'source', text, format: 'plain', isSource: true, metadata: {} });
    const [found] = workspace.counterparts('draft', passage, 3);
    expect(saidElsewhere(workspace, found!, sayInEnglish)?.who).toBe('Ines Brandvold');
  });

  it('is found out first where somebody has asked already', () => {
    const { workspace, preparation, asked } = newsroom();
    preparation.want('draft', workspace.article('draft')!);
    const [found] = workspace.counterparts('draft', passage, 3);
    asked.length = 0;
    preparation.ask(found!);
    preparation.step();
    expect(asked).toEqual(['articleInSteps']);
    expect(saidElsewhere(workspace, found!, sayInEnglish)?.who).toBe('Ines Halloran');
    while (preparation.step());
    expect(asked).toEqual(['articleInSteps']);
  });

  it('is of no more interest when the article has changed', () => {
    const { workspace, preparation, asked } = newsroom();
    preparation.want('draft', workspace.article('draft')!);
    preparation.step();
    preparation.forget('draft');
    const before = asked.length;
    expect(preparation.step()).toBe(false);
    expect(asked).toHaveLength(before);
  });
});
