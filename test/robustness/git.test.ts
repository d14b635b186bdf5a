/** `--changed-since` asks git; neither the revision nor the repository can make it run or write anything. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { changedSince } from '../../server/src/cli/changedLines.ts';
import type { TestFolder } from '../support/lspClient.ts';
import { testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 60_000 });

function repository(): { folder: TestFolder; git: (...args: string[]) => string } {
  const folder = testFolder({ 'draft.txt': 'one\ntwo\nthree\n', '.gitattributes': '*.txt diff=words\n' });
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  folder.write('draft.txt', 'one\n2\nthree\n');
  return { folder, git };
}

describe('--changed-since', () => {
  it('sees what differs in a renamed file, whatever it is called, and both sides of what was taken out', async () => {
    const { folder, git } = repository();
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`);
    const name = 'a b/«приморск» "港" 🚢.txt';
    for (const path of ['moved.txt', 'cut.txt', 'same.txt']) folder.write(path, lines.join(''));
    git('add', '.');
    git('commit', '--quiet', '--message', 'second');
    mkdirSync(join(folder.path, 'a b'));
    git('mv', 'moved.txt', name);
    git('mv', 'same.txt', 'the same.txt');
    folder.write(name, lines.with(9, 'line ten\n').join(''));
    folder.write('cut.txt', lines.toSpliced(4, 2).join(''));
    folder.write('new.txt', 'all of it\n');
    const changed = await changedSince(join(folder.path, 'a b'), 'HEAD');
    expect(Object.fromEntries(changed)).toEqual({
      [join(folder.path, name)]: [[10, 10]],
      [join(folder.path, 'cut.txt')]: [[4, 5]],
      [join(folder.path, 'new.txt')]: [[1, Infinity]],
    });
  });

  it('needs a repository, and a revision in it', async () => {
    const nowhere = testFolder({ 'a.txt': 'one' });
    await expect(changedSince(nowhere.path, 'HEAD')).rejects.toThrow('This needs a git repository here.');
    execFileSync('git', ['init', '--quiet'], { cwd: nowhere.path });
    await expect(changedSince(nowhere.path, 'HEAD')).rejects.toThrow('There is no revision “HEAD”.');
  });

  it.each([
    '--output=stolen.txt',
    '-O/dev/null',
    '--upload-pack=touch stolen.txt',
    '$(touch stolen.txt)',
    '; touch stolen.txt',
    'HEAD --output=stolen.txt',
    '',
    '\n',
  ])('takes %j for the name of a revision, which there is not', async (revision) => {
    const { folder } = repository();
    await expect(changedSince(folder.path, revision)).rejects.toThrow('There is no revision');
    expect(existsSync(join(folder.path, 'stolen.txt'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('runs no program that the repository names', async () => {
    const { folder, git } = repository();
    const touch = `touch ${join(folder.path, 'ran.txt')}; cat`;
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.words.textconv',
      'diff.words.command',
    ]) {
      git('config', key, touch);
    }
    const changed = await changedSince(folder.path, 'HEAD');
    expect(changed.get(join(folder.path, 'draft.txt'))).toEqual([[2, 2]]);
    expect(existsSync(join(folder.path, 'ran.txt'))).toBe(false);
  });
});
