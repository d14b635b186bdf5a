/** Commands that are about one article. */
import { resolve } from 'node:path';
import type { FileProblem } from './files.ts';
import { UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

/** The absolute path of the only file that was named. @throws UsageError */
export function onlyPath(paths: readonly string[], { cwd }: Terminal): string {
  const [path, ...more] = paths;
  if (path === undefined || path === '') throw new UsageError('Which file? Give one.');
  if (more.length > 0) throw new UsageError('This takes one file.');
  return resolve(cwd, path);
}

/** Tells of files that could not be read, but goes on. */
export function complainTo(terminal: Terminal): (problem: FileProblem) => void {
  return ({ message }) => {
    terminal.err(`attest: ${message}\n`);
  };
}
