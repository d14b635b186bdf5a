/** The library of a workspace on a disk whose answers the test gives. */
import { describe, expect, it } from 'vitest';
import { Documents } from '../../server/src/lsp/documents.ts';
import { Library } from '../../server/src/lsp/library.ts';
import type { FilePort, FileStamp } from '../../server/src/lsp/ports.ts';
import { Stamps } from '../../server/src/lsp/stamps.ts';
import { contentHash } from '../../server/src/text/contentHash.ts';
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
    new Stamps(),
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
    new Stamps(),
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

describe('a file that the session before has read', () => {
  const STAMP: FileStamp = { size: 17, modified: 1_700_000_000_123, changed: 1_700_000_000_124, inode: 7 };

  function indexOf(text: string): Uint8Array {
    const workspace = createWorkspace();
    workspace.set({ id: NOTES, text, format: 'plain', isSource: false, metadata: {} });
    return new Uint8Array(Buffer.concat([...workspace.snapshot()]));
  }

  /** A session that finds the file with this stamp and this text, after one that found it with the text `before`. */
  function nextSession(before: string, now: string, stamp: FileStamp | undefined) {
    const session = new Stamps();
    session.note(NOTES, STAMP, contentHash(before));
    const stamps = new Stamps();
    stamps.restore(session.keep());
    const read: string[] = [];
    const readBytes = (uri: string): Uint8Array => {
      read.push(uri);
      return bytes(now);
    };
    const files: FilePort = {
      list: () => Promise.resolve([{ name: 'notes.txt', kind: 'file' }]),
      read: (uri) => Promise.resolve(readBytes(uri)),
      write: () => Promise.reject(new Error('nothing is written here')),
      remove: () => Promise.resolve(),
      stamped: {
        stampsIn: (_, names) => Promise.resolve(names.map(() => stamp)),
        read: (uri) => Promise.resolve({ bytes: readBytes(uri), stamp }),
        readNow: readBytes,
      },
    };
    const workspace = createWorkspace();
    workspace.restore(indexOf(before));
    /** How often all files were known, and what was read and found changed until then. */
    const settled: { readonly read: number; readonly changed: boolean }[] = [];
    let settle: () => void = () => undefined;
    const end = new Promise<void>((resolve) => (settle = resolve));
    const nothing = (): void => undefined;
    const library = new Library(
      workspace,
      new Documents('utf-16'),
      files,
      stamps,
      () => ({ excluded: () => false, isSource: () => false, maxFileSize: 1_000 }),
      {
        progress: nothing,
        arrived: () => {
          while (library.indexOne());
        },
        settled: (changed) => {
          settled.push({ read: read.length, changed });
          if (!library.isChecking) settle();
        },
        converted: nothing,
      },
      { error: nothing, warn: nothing, info: nothing },
    );
    library.setFolders([FOLDER]);
    return { workspace, library, settled, read, stamps, end };
  }

  it('is known at once when its stamp is the same, and read after that', async () => {
    const { workspace, settled, end } = nextSession('The quay is open.', 'The quay is open.', STAMP);
    await end;
    expect(settled).toEqual([
      { read: 0, changed: true },
      { read: 1, changed: false },
    ]);
    expect(workspace.input(NOTES)?.text).toBe('The quay is open.');
  });

  it('is set right when it proves to hold something else, although its size and times are the same', async () => {
    const { workspace, settled, stamps, end } = nextSession('The quay is open.', 'The quay is shut.', STAMP);
    await end;
    expect(settled.map(({ changed }) => changed)).toEqual([true, true]);
    expect(workspace.input(NOTES)?.contentHash).toBe(contentHash('The quay is shut.'));
    expect(workspace.input(NOTES)?.text).toBe('The quay is shut.');
    expect(stamps.isNew).toBe(true);
  });

  it('is read at once when it has been written since, or may have been', async () => {
    for (const stamp of [{ ...STAMP, changed: STAMP.changed + 1 }, undefined]) {
      const { workspace, settled, end } = nextSession('The quay is open.', 'The quay is shut.', stamp);
      await end;
      expect(settled).toEqual([{ read: 1, changed: true }]);
      expect(workspace.input(NOTES)?.text).toBe('The quay is shut.');
    }
  });

  it('is read when somebody asks for its text sooner', async () => {
    const { workspace, settled, read, end } = nextSession('The quay is open.', 'The quay is shut.', STAMP);
    while (!workspace.has(NOTES)) await Promise.resolve();
    expect(read).toEqual([]);
    expect(workspace.input(NOTES)?.text).toBe('The quay is shut.');
    await end;
    expect(settled.at(-1)?.changed).toBe(true);
    expect(workspace.input(NOTES)?.contentHash).toBe(contentHash('The quay is shut.'));
  });

  it('is read when the watcher has seen it change, whatever its stamp', async () => {
    const { workspace, library, end } = nextSession('The quay is open.', 'The quay is shut.', STAMP);
    library.fileChanged(NOTES);
    await end;
    expect(workspace.input(NOTES)?.text).toBe('The quay is shut.');
  });
});
