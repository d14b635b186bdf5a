/** The library of a workspace on a disk whose answers the test gives. */
import { describe, expect, it } from 'vitest';
import { Documents } from '../../server/src/lsp/documents.ts';
import { Library } from '../../server/src/lsp/library.ts';
import type { FilePort } from '../../server/src/lsp/ports.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

const FOLDER = 'file:///desk';
const NOTES = `${FOLDER}/notes.txt`;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function setUp() {
  /** What the disk is still to answer, the first question first. */
  const asked: { readonly answer: (text: Uint8Array) => void }[] = [];
  const files: FilePort = {
    list: () => Promise.resolve([]),
    read: () => new Promise((answer) => asked.push({ answer })),
    write: () => Promise.reject(new Error('nothing is written here')),
    remove: () => Promise.resolve(),
  };
  const workspace = createWorkspace();
  const rules = { excluded: (path: string) => hidden.has(path), isSource: () => false, maxFileSize: 1_000 };
  const hidden = new Set<string>();
  const log = { error: () => undefined, warn: () => undefined, info: () => undefined };
  let settle: () => void = () => undefined;
  const library = new Library(
    workspace,
    new Documents('utf-16'),
    files,
    () => rules,
    {
      progress: () => undefined,
      arrived: () => {
        while (library.indexOne());
      },
      settled: () => {
        settle();
      },
      converted: () => undefined,
    },
    log,
  );
  library.setFolders([FOLDER]);
  const settled = (): Promise<void> => new Promise((resolve) => (settle = resolve));
  return { library, workspace, asked, hidden, settled };
}

describe('a file that is being read', () => {
  it('is not brought back by what was read of it before it went', async () => {
    const { library, workspace, asked, settled } = setUp();
    library.fileChanged(NOTES);
    library.fileDeleted(NOTES);
    const end = settled();
    asked[0]!.answer(bytes('The quay is open.'));
    await end;
    expect(workspace.ids()).toEqual([]);
  });

  it('keeps its newest text, in whatever order the disk answers', async () => {
    const { library, workspace, asked, settled } = setUp();
    library.fileChanged(NOTES);
    library.fileChanged(NOTES);
    const end = settled();
    asked[1]!.answer(bytes('The quay is closed.'));
    asked[0]!.answer(bytes('The quay is open.'));
    await end;
    expect(workspace.input(NOTES)?.text).toBe('The quay is closed.');
  });

  it('is left out when it was excluded meanwhile', async () => {
    const { library, workspace, asked, hidden, settled } = setUp();
    library.fileChanged(NOTES);
    hidden.add('notes.txt');
    library.rulesChanged();
    const end = settled();
    asked[0]!.answer(bytes('The quay is open.'));
    await end;
    expect(workspace.ids()).toEqual([]);
  });
});

it('holds what was open before its folder was known, also where no file lies on a disk', () => {
  const workspace = createWorkspace();
  const documents = new Documents('utf-16');
  const nothing = (): void => undefined;
  const library = new Library(
    workspace,
    documents,
    {
      list: () => Promise.resolve([]),
      read: () => Promise.reject(new Error('nothing is read here')),
      write: () => Promise.reject(new Error('nothing is written here')),
      remove: () => Promise.resolve(),
    },
    () => ({ excluded: () => false, isSource: () => false, maxFileSize: 1_000 }),
    { progress: nothing, arrived: nothing, settled: nothing, converted: nothing },
    { error: nothing, warn: nothing, info: nothing },
  );
  const uri = 'memfs:/desk/draft.txt';
  const open = documents.open({ uri, languageId: 'plaintext', version: 1, text: 'The quay is open.' });
  library.setOpen(open!);
  expect(workspace.ids()).toEqual([]);
  library.setFolders(['memfs:/desk']);
  expect(workspace.ids()).toEqual([uri]);
});

it('forgets the text of a file that is no text any more', async () => {
  const { library, workspace, asked, settled } = setUp();
  library.fileChanged(NOTES);
  const first = settled();
  asked[0]!.answer(bytes('The quay is open.'));
  await first;
  expect(workspace.has(NOTES)).toBe(true);
  library.fileChanged(NOTES);
  const second = settled();
  asked[1]!.answer(Uint8Array.of(0, 1, 2));
  await second;
  expect(workspace.has(NOTES)).toBe(false);
});
