/** The sample newsroom, copied so that trying things out leaves the clone as it was. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const NEWSROOM = resolve(import.meta.dirname, '..', 'articles', 'newsroom');

/** @returns {string} the folder of the copy, named `newsroom`, in a fresh temporary folder */
export function copyNewsroom() {
  const folder = join(mkdtempSync(join(tmpdir(), 'attest-')), 'newsroom');
  cpSync(NEWSROOM, folder, {
    recursive: true,
    // It explains the sample to developers and quotes every passage: no newsroom has such a file.
    filter: (path) => path !== join(NEWSROOM, 'README.md'),
  });
  return folder;
}
