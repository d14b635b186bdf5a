/** Which lines git says were changed since a revision. */
import { execFile } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from './options.ts';

const exec = promisify(execFile);
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Changed lines by absolute path, each from the first to the last line, counted from 1. */
export type ChangedLines = ReadonlyMap<string, readonly (readonly [first: number, last: number])[]>;

/**
 * Lines that were added or changed since `revision` in the repository around `folder`, staged or not, and those beside
 * lines that were taken out; new files whole, renamed ones as far as they differ.
 * @throws UsageError when there is no git, no repository, or no such revision
 */
export async function changedSince(folder: string, revision: string): Promise<ChangedLines> {
  const top = (
    await git(folder, ['rev-parse', '--show-toplevel'], 'This needs a git repository here.')
  ).trim();
  const commit = await git(
    folder,
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    `There is no revision “${revision}”.`,
  );
  const options = [
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    // A file that was only renamed has not changed.
    '--find-renames',
    '--unified=0',
    '--no-prefix',
    '--relative',
  ];
  const diff = await git(
    top,
    ['-c', 'core.quotePath=false', 'diff', ...options, commit.trim(), '--'],
    'git diff failed.',
  );
  const changed = readDiff(top, diff);
  const untracked = await git(
    top,
    ['ls-files', '--others', '--exclude-standard', '-z'],
    'git ls-files failed.',
  );
  for (const path of untracked.split('\0')) if (path !== '') changed.set(join(top, path), [[1, Infinity]]);
  return changed;
}

/** Runs git, but no program that the repository's own settings name: it may have come from anywhere. */
async function git(folder: string, args: readonly string[], complaint: string): Promise<string> {
  const about = ['-C', folder, '-c', 'core.fsmonitor=false'];
  try {
    // Not from within the folder: Windows would look for git in it first.
    const cwd = dirname(process.execPath);
    return (await exec('git', [...about, ...args], { cwd, maxBuffer: MAX_OUTPUT })).stdout;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(
      `--changed-since: ${missing ? 'git is not installed, or not on the PATH.' : complaint}`,
    );
  }
}

function readDiff(top: string, diff: string): Map<string, (readonly [number, number])[]> {
  const changed = new Map<string, (readonly [number, number])[]>();
  let lines: (readonly [number, number])[] | undefined;
  for (const line of diff.split('\n')) {
    const file = /^\+\+\+ (?:"(.*)"|([^\t\r]*))/.exec(line);
    const hunk = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (file) {
      const path = file[1] === undefined ? file[2]! : unescaped(file[1]);
      changed.set(resolve(top, path), (lines = []));
    } else if (hunk && lines) {
      const first = Number(hunk[1]);
      const count = Number(hunk[2] ?? '1');
      // What was taken out may have been the source of what stands on either side.
      lines.push(count > 0 ? [first, first + count - 1] : [first, first + 1]);
    }
  }
  return changed;
}

/** git writes quotation marks, backslashes and control characters of a name with backslashes. */
function unescaped(path: string): string {
  return path.replace(/\\([abfnrtv"\\]|[0-7]{3})/g, (_, code: string) => {
    const simple = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '"': '"', '\\': '\\' }[
      code
    ];
    return simple ?? String.fromCharCode(parseInt(code, 8));
  });
}
