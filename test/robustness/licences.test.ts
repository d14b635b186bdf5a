/** What is shipped may be shipped: every production dependency, however deep, has a licence that asks only for a notice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
]);

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};
const production = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

describe('production dependencies', () => {
  it('are there', () => {
    expect(production.length).toBeGreaterThan(0);
  });

  it.each(production)('%s', (path, locked) => {
    const { license } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as Locked;
    expect(PERMISSIVE).toContain(license);
    // What is installed is what was locked, and runs nothing while it is installed.
    expect(locked.integrity).toMatch(/^sha512-/);
    expect(locked.hasInstallScript ?? false).toBe(false);
  });
});
