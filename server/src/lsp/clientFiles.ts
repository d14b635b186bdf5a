/** Files that only the client can reach: those of a browser, of a repository that is not checked out, of any other place. */
import type { MessageConnection } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { saidLater } from '../text/say.ts';
import type { FileAnswer, FileProblem, ListedEntry } from './attestProtocol.ts';
import { LIST_FOLDER_REQUEST, READ_FILE_REQUEST, WRITE_FILE_REQUEST } from './attestProtocol.ts';
import type { FilePort, StampedFiles } from './ports.ts';
import { FileChanged, FileMissing, FileRefused, FileTooLarge } from './ports.ts';

/** Asks the client for everything. A client that has no files to offer makes every promise reject with `FileRefused`. */
export function clientFiles(connection: MessageConnection): FilePort {
  const ask = async <T>(method: string, params: object): Promise<T> => {
    const answer = await connection.sendRequest<FileAnswer<T>>(method, params).catch(notOffered);
    if ('problem' in answer) throw errorFor(answer);
    return answer.value;
  };
  return {
    list: (folder) => ask<readonly ListedEntry[]>(LIST_FOLDER_REQUEST, { uri: folder }),
    async read(uri, limit) {
      const base64 = await ask<string>(READ_FILE_REQUEST, { uri, limit });
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
    write: (uri, text, expected) => ask(WRITE_FILE_REQUEST, { uri, text, expected }),
    remove: (uri, expected) => ask(WRITE_FILE_REQUEST, { uri, text: null, expected }),
  };
}

/** Files of this machine's disk from `disk`, all others from `elsewhere`. */
export function byPlace(disk: FilePort, elsewhere: FilePort): FilePort {
  const of = (uri: string): FilePort => (uri.startsWith('file:') ? disk : elsewhere);
  return {
    list: (folder) => of(folder).list(folder),
    read: (uri, limit, folder) => of(uri).read(uri, limit, folder),
    write: (uri, text, expected) => of(uri).write(uri, text, expected),
    remove: (uri, expected) => of(uri).remove(uri, expected),
    ...(disk.stamped && { stamped: stampedFiles(disk.stamped, elsewhere) }),
  };
}

/** Of what lies elsewhere there are no stamps. */
function stampedFiles(disk: StampedFiles, elsewhere: FilePort): StampedFiles {
  const isOnDisk = (uri: string): boolean => uri.startsWith('file:');
  return {
    stampsIn: async (folder, names) => (isOnDisk(folder) ? disk.stampsIn(folder, names) : []),
    async read(uri, limit, folder) {
      if (isOnDisk(uri)) return disk.read(uri, limit, folder);
      return { bytes: await elsewhere.read(uri, limit, folder), stamp: undefined };
    },
    readNow: (uri, limit, folder) => disk.readNow(uri, limit, folder),
  };
}

function notOffered(error: unknown): never {
  if (error instanceof ResponseError && error.code === ErrorCodes.MethodNotFound) {
    throw new FileRefused(saidLater('the editor does not offer its files'));
  }
  throw error;
}

function errorFor({ problem, size }: FileProblem): Error {
  switch (problem) {
    case 'missing':
      return new FileMissing('there is no such file');
    case 'too-large':
      return new FileTooLarge(size ?? 0);
    case 'changed':
      return new FileChanged(saidLater('it was changed meanwhile'));
    case 'read-only':
      return new FileRefused(saidLater('it is read-only'));
    case 'refused':
      return new FileRefused(saidLater('it is no regular file'));
    case 'other':
      return new Error('the editor could not do it');
  }
}
