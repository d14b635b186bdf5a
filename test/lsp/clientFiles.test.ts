/** Files that only the client can reach, asked for over a connection in memory. */
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageConnection } from 'vscode-languageserver/node';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { byPlace, clientFiles } from '../../server/src/lsp/clientFiles.ts';
import type { FilePort } from '../../server/src/lsp/ports.ts';
import { FileChanged, FileMissing, FileRefused, FileTooLarge, reasonOf } from '../../server/src/lsp/ports.ts';

let server: MessageConnection;
let client: MessageConnection;
let files: FilePort;

beforeEach(() => {
  const [there, back] = [new PassThrough(), new PassThrough()];
  server = createMessageConnection(new StreamMessageReader(back), new StreamMessageWriter(there));
  client = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
  server.listen();
  client.listen();
  files = clientFiles(server);
});

afterEach(() => {
  server.dispose();
  client.dispose();
});

describe('files of the client', () => {
  it('are listed and read, byte by byte', async () => {
    client.onRequest('attest/listFolder', ({ uri }: { uri: string }) => ({
      value: [{ name: `of ${uri}`, kind: 'file' }],
    }));
    client.onRequest('attest/readFile', () => ({ value: 'AP+AIuKAnA==' }));
    expect(await files.list('memfs:/desk')).toEqual([{ name: 'of memfs:/desk', kind: 'file' }]);
    expect([...(await files.read('memfs:/desk/a', 100, 'memfs:/desk'))]).toEqual([
      0, 255, 128, 34, 226, 128, 156,
    ]);
  });

  it('are written with what they are expected to hold, and removed by writing nothing', async () => {
    const asked: unknown[] = [];
    client.onRequest('attest/writeFile', (params: unknown) => {
      asked.push(params);
      return { value: null };
    });
    await files.write('memfs:/a', 'new', null);
    await files.remove('memfs:/a', 'new');
    expect(asked).toEqual([
      { uri: 'memfs:/a', text: 'new', expected: null },
      { uri: 'memfs:/a', text: null, expected: 'new' },
    ]);
  });

  it.each([
    ['missing', FileMissing],
    ['too-large', FileTooLarge],
    ['changed', FileChanged],
    ['read-only', FileRefused],
    ['refused', FileRefused],
    ['other', Error],
  ] as const)('that are %s reject with a reason', async (problem, kind) => {
    client.onRequest('attest/readFile', () => ({ problem, size: 7 }));
    const error: unknown = await files.read('memfs:/a', 5, 'memfs:/').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    expect(reasonOf(error)).not.toBe('');
  });

  it('of a client that offers none are refused', async () => {
    const error: unknown = await files.list('memfs:/').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FileRefused);
    expect(reasonOf(error)).toBe('the editor does not offer its files');
  });
});

it('files of the disk are not asked of the client', async () => {
  const disk: FilePort = {
    list: (folder) => Promise.resolve([{ name: folder, kind: 'file' }]),
    read: () => Promise.resolve(Uint8Array.of(1)),
    write: () => Promise.resolve(),
    remove: () => Promise.resolve(),
  };
  client.onRequest('attest/listFolder', () => ({ value: [] }));
  const both = byPlace(disk, files);
  expect(await both.list('file:///desk')).toHaveLength(1);
  expect(await both.list('memfs:/desk')).toEqual([]);
  expect(await both.read('file:///desk/a.txt', 5, 'file:///desk')).toEqual(Uint8Array.of(1));
});
