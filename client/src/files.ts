/** Files for the server where it cannot reach them itself: in a browser, and in folders that lie on no disk. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  FileAnswer,
  FileProblem,
  ListedEntry,
  ListFolderParams,
  ReadFileParams,
  WriteFileParams,
} from '../../server/src/lsp/attestProtocol.ts';
import {
  LIST_FOLDER_REQUEST,
  READ_FILE_REQUEST,
  WRITE_FILE_REQUEST,
} from '../../server/src/lsp/attestProtocol.ts';

/** What the server writes; nothing else is written for it. */
const WRITTEN_ENDING = '.annotations.jsonld';
/** As many arguments as a call takes everywhere. */
const CHUNK = 0x2000;

export function offerFiles(client: BaseLanguageClient): void {
  client.onRequest(LIST_FOLDER_REQUEST, ({ uri }: ListFolderParams) =>
    answer(() => list(parse(client, uri))),
  );
  client.onRequest(READ_FILE_REQUEST, ({ uri, limit }: ReadFileParams) =>
    answer(() => read(parse(client, uri), limit)),
  );
  client.onRequest(WRITE_FILE_REQUEST, ({ uri, text, expected }: WriteFileParams) =>
    answer(() => write(parse(client, uri), text, expected)),
  );
}

function parse(client: BaseLanguageClient, uri: string): vscode.Uri {
  return client.protocol2CodeConverter.asUri(uri);
}

/** What hinders an answer, known by its kind. */
class Hindered extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.problem);
  }
}

async function answer<T>(find: () => Promise<T>): Promise<FileAnswer<T>> {
  try {
    return { value: await find() };
  } catch (error) {
    return error instanceof Hindered ? error.problem : { problem: problemOf(error) };
  }
}

function problemOf(error: unknown): FileProblem['problem'] {
  switch (error instanceof vscode.FileSystemError ? error.code : '') {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return 'missing';
    case 'NoPermissions':
      return 'read-only';
    case 'FileIsADirectory':
      return 'refused';
    default:
      return 'other';
  }
}

async function list(folder: vscode.Uri): Promise<ListedEntry[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  return entries.map(([name, type]) => ({ name, kind: kindOf(type) }));
}

function kindOf(type: vscode.FileType): ListedEntry['kind'] {
  if (type & vscode.FileType.SymbolicLink) return 'link';
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : 'other';
}

async function read(file: vscode.Uri, limit: number): Promise<string> {
  const { type, size } = await vscode.workspace.fs.stat(file);
  if ((type & vscode.FileType.File) === 0) throw new Hindered({ problem: 'refused' });
  if (size > limit) throw new Hindered({ problem: 'too-large', size });
  const bytes = await vscode.workspace.fs.readFile(file);
  if (bytes.length > limit) throw new Hindered({ problem: 'too-large', size: bytes.length });
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

async function write(file: vscode.Uri, text: string | null, expected: string | null): Promise<null> {
  if (!file.path.endsWith(WRITTEN_ENDING)) throw new Hindered({ problem: 'refused' });
  const now = await textNow(file);
  if (now !== expected && !(text === null && now === null)) throw new Hindered({ problem: 'changed' });
  if (text !== null) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  else if (now !== null) await vscode.workspace.fs.delete(file);
  return null;
}

async function textNow(file: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch (error) {
    if (problemOf(error) === 'missing') return null;
    throw error;
  }
}
