/** What is in the installable package: nothing more and nothing less. Needs a build. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('the package', () => {
  it('holds only what the extension needs', () => {
    const files = execFileSync(process.execPath, ['client/packaging/package.mjs', '--list'], { encoding: 'utf8' });
    expect(files.trim().split('\n')).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'client/attest.schema.json',
      'client/media/icon.png',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/attribution-weights.js',
      'dist/cli.js',
      'dist/extension.js',
      'dist/language-model.js',
      'dist/server.js',
      'package.json',
      'package.nls.json',
      'syntaxes/attest.tmLanguage.json',
      'syntaxes/plaintext.tmLanguage.json',
    ]);
  });
});
