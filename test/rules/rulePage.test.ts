import { expect, it } from 'vitest';
import { homepage, repository } from '../../package.json';
import { REPOSITORY, rulePage } from '../../server/src/rules/rulePage.ts';

it('a warning leads to its rule in the README of the repository', () => {
  expect(rulePage('altered-quote')).toBe(`${REPOSITORY}/blob/main/README.md#altered-quote`);
});

it('the package names the same repository', () => {
  expect(repository.url).toBe(`git+${REPOSITORY}.git`);
  expect(homepage).toBe(`${REPOSITORY}#readme`);
});
