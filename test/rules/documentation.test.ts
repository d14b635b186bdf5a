import { expect, it } from 'vitest';
import { rulesPage } from '../../server/src/rules/documentation.ts';
import { RULES } from '../../server/src/rules/registry.ts';

it('the page of rules is what the rules say', async () => {
  await expect(rulesPage()).toMatchFileSnapshot('../../docs/rules.md');
});

it('every rule has its heading on the page', () => {
  const headings = rulesPage().match(/(?<=^## ).*$/gm);
  expect(headings).toEqual(RULES.map(({ id }) => id));
});
