/** Files that are not what they seem, and writes that go wrong. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFiles } from '../../server/src/lsp/node/files.ts';
import { FileChanged, FileMissing, FileRefused, FileTooLarge } from '../../server/src/lsp/ports.ts';
import type { TestFolder } from '../support/lspClient.ts';
import { testFolder } from '../support/whileTesting.ts';

const text = async (bytes: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await bytes);

describe('reading', () => {
  it('follows no link out of the folder, of the file or of a folder above it', async () => {
    const outside = testFolder({ 'secret.txt': 'secret' });
    const inside = testFolder({ 'real/a.txt': 'a' });
    symlinkSync(join(outside.path, 'secret.txt'), join(inside.path, 'file.txt'));
    symlinkSync(outside.path, join(inside.path, 'linked'));
    symlinkSync(join(inside.path, 'real'), join(inside.path, 'within'));
    const read = (name: string): Promise<Uint8Array> => nodeFiles.read(inside.uriOf(name), 1_000, inside.uri);
    await expect(read('file.txt')).rejects.toThrow(FileRefused);
    await expect(read('linked/secret.txt')).rejects.toThrow(FileRefused);
    expect(await text(read('within/a.txt'))).toBe('a');
  });

  it.skipIf(process.platform === 'win32')('lists no folder that a link leads to outside', async () => {
    const inside = testFolder({ 'real/a.txt': 'a' });
    const outside = testFolder({ 'secret.txt': 'not for Attest' });
    symlinkSync(outside.path, join(inside.path, 'linked'));
    symlinkSync(join(inside.path, 'real'), join(inside.path, 'within'));
    const list = (name: string): Promise<unknown> => nodeFiles.list(inside.uriOf(name), inside.uri);
    await expect(list('linked')).rejects.toThrow(FileRefused);
    await expect(list('none')).rejects.toThrow(FileMissing);
    expect(await list('within')).toEqual([{ name: 'a.txt', kind: 'file' }]);
    expect(await nodeFiles.list(inside.uri, inside.uri)).toHaveLength(3);
  });

  it('is not confused by a folder whose name begins like another’s', async () => {
    const parent = testFolder({ 'desk/a.txt': 'a', 'desk2/b.txt': 'b', 'desk/..b.txt': 'c' });
    const desk = parent.uriOf('desk');
    await expect(nodeFiles.read(parent.uriOf('desk2/b.txt'), 1_000, desk)).rejects.toThrow(FileRefused);
    expect(await text(nodeFiles.read(parent.uriOf('desk/..b.txt'), 1_000, desk))).toBe('c');
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe and ends in no circle of links', async () => {
    const place = testFolder();
    execFileSync('mkfifo', [join(place.path, 'pipe.txt')]);
    symlinkSync(join(place.path, 'circle.txt'), join(place.path, 'circle.txt'));
    const read = (name: string): Promise<Uint8Array> => nodeFiles.read(place.uriOf(name), 1_000, place.uri);
    // The first file of a folder is read in the background, the next ones at once.
    for (let round = 0; round < 3; round++) {
      await expect(read('pipe.txt')).rejects.toThrow(FileRefused);
      await expect(read('circle.txt')).rejects.toMatchObject({ code: 'ELOOP' });
    }
  });

  it('says what is missing, too large, or no file', async () => {
    const place = testFolder({ 'large.txt': 'x'.repeat(2_000) });
    mkdirSync(join(place.path, 'folder.txt'));
    const read = (name: string): Promise<Uint8Array> => nodeFiles.read(place.uriOf(name), 1_000, place.uri);
    await expect(read('none.txt')).rejects.toThrow(FileMissing);
    await expect(read('large.txt/below')).rejects.toThrow(FileMissing);
    await expect(read('large.txt')).rejects.toThrow(FileTooLarge);
    await expect(read('folder.txt')).rejects.toThrow(FileRefused);
  });

  it('finds files whatever they are called', async () => {
    const names = [
      'a b.txt',
      '100%.txt',
      '#1?.txt',
      'приморск.txt',
      '港.txt',
      '🚢.txt',
      'é.txt',
      'e\u0301.txt',
      "'&+;=.txt",
    ];
    const place = testFolder(Object.fromEntries(names.map((name) => [name, name])));
    for (const { name } of await nodeFiles.list(place.uri)) {
      const uri = `${place.uri}/${encodeURIComponent(name)}`;
      expect(await text(nodeFiles.read(uri, 1_000, place.uri))).toBe(name);
    }
    expect(await nodeFiles.list(place.uri)).toHaveLength(names.length);
  });
});

describe('writing', () => {
  it('replaces a link and leaves what it led to alone', async () => {
    const outside = testFolder({ 'theirs.txt': 'theirs' });
    const inside = testFolder();
    symlinkSync(join(outside.path, 'theirs.txt'), join(inside.path, 'a.txt'));
    await nodeFiles.write(inside.uriOf('a.txt'), 'mine', 'theirs');
    expect([inside.read('a.txt'), outside.read('theirs.txt')]).toEqual(['mine', 'theirs']);
  });

  it('writes nothing when another program was first', async () => {
    const place = testFolder({ 'a.txt': 'of the other window' });
    await expect(nodeFiles.write(place.uriOf('a.txt'), 'mine', 'as I read it')).rejects.toThrow(FileChanged);
    await expect(nodeFiles.write(place.uriOf('a.txt'), 'mine', null)).rejects.toThrow(FileChanged);
    await expect(nodeFiles.write(place.uriOf('b.txt'), 'mine', 'gone')).rejects.toThrow(FileChanged);
    expect(place.read('a.txt')).toBe('of the other window');
    expect(readdirSync(place.path)).toEqual(['a.txt']);
  });

  it('keeps a file’s permissions, and a read-only file as it is', async () => {
    const place = testFolder({ 'a.txt': 'old', 'b.txt': 'old' });
    chmodSync(join(place.path, 'a.txt'), 0o600);
    chmodSync(join(place.path, 'b.txt'), 0o444);
    await nodeFiles.write(place.uriOf('a.txt'), 'new', 'old');
    await expect(nodeFiles.write(place.uriOf('b.txt'), 'new', 'old')).rejects.toThrow(FileRefused);
    expect([place.read('a.txt'), place.read('b.txt')]).toEqual(['new', 'old']);
    expect(process.platform === 'win32' || (statSync(join(place.path, 'a.txt')).mode & 0o777) === 0o600).toBe(
      true,
    );
    expect(readdirSync(place.path).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it('rejects where there is no folder', async () => {
    const place = testFolder();
    await expect(nodeFiles.write(place.uriOf('none/a.txt'), 'new', null)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});

describe('a stamp', () => {
  /** Waits until files were written long enough ago. */
  const stampsOf = (place: TestFolder, names: readonly string[]) =>
    vi.waitFor(async () => {
      const stamps = await nodeFiles.stamped!.stampsIn(place.uri, names);
      expect(stamps.every((stamp) => stamp !== undefined)).toBe(true);
      return stamps;
    }, 10_000);

  it('is none for a file written just now, whatever time somebody has given it', async () => {
    const place = testFolder({ 'a b.txt': 'a' });
    const { atime } = statSync(join(place.path, 'a b.txt'));
    const [stamp] = await stampsOf(place, ['a b.txt']);
    expect(await nodeFiles.stamped!.stampsIn(place.uri, ['a b.txt'])).toEqual([stamp]);
    place.write('a b.txt', 'b');
    utimesSync(join(place.path, 'a b.txt'), atime, new Date(stamp!.modified));
    expect(await nodeFiles.stamped!.stampsIn(place.uri, ['a b.txt'])).toEqual([undefined]);
    const [later] = await stampsOf(place, ['a b.txt']);
    expect(later).toMatchObject({ size: 1, inode: stamp!.inode });
    expect(later!.changed).toBeGreaterThan(stamp!.changed);
  });

  it('comes with what is read', async () => {
    const place = testFolder({ 'a.txt': 'a' });
    const [stamp] = await stampsOf(place, ['a.txt']);
    const read = await nodeFiles.stamped!.read(place.uriOf('a.txt'), 1_000, place.uri);
    expect(read.stamp).toEqual(stamp);
    expect(await text(Promise.resolve(read.bytes))).toBe('a');
  });

  it('is none for what is no regular file', async () => {
    const place = testFolder({ 'a.txt': 'a' });
    await stampsOf(place, ['a.txt']);
    mkdirSync(join(place.path, 'folder.txt'));
    symlinkSync(join(place.path, 'a.txt'), join(place.path, 'link.txt'));
    const names = ['folder.txt', 'link.txt', 'none.txt'];
    expect(await nodeFiles.stamped!.stampsIn(place.uri, names)).toEqual([undefined, undefined, undefined]);
  });
});

describe('reading while everything waits', () => {
  it('gives the same, and refuses the same', () => {
    const outside = testFolder({ 'secret.txt': 'secret' });
    const place = testFolder({ 'a.txt': 'a', 'large.txt': 'x'.repeat(2_000) });
    symlinkSync(join(outside.path, 'secret.txt'), join(place.path, 'link.txt'));
    const readNow = (name: string) => nodeFiles.stamped!.readNow(place.uriOf(name), 1_000, place.uri);
    expect(new TextDecoder().decode(readNow('a.txt'))).toBe('a');
    expect(() => readNow('link.txt')).toThrow(FileRefused);
    expect(() => readNow('large.txt')).toThrow(FileTooLarge);
    expect(() => readNow('none.txt')).toThrow(FileMissing);
  });
});
