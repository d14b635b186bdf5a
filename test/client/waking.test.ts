/** When the client starts, and when it does not. VS Code is played. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { AttestExtension } from '../../client/src/client.ts';
import type * as waking from '../../client/src/waking.ts';

type Opened = Pick<vscode.TextDocument, 'languageId' | 'fileName'> & {
  readonly uri: { readonly scheme: string };
};

/** Enough of VS Code to register things in, and to open documents. */
const editor = vi.hoisted(() => ({
  documents: [] as unknown[],
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  views: new Map<string, { getChildren(): unknown }>(),
  opened: new Set<(document: unknown) => void>(),
  renaming: new Set<(event: unknown) => void>(),
  /** The paths of the files on the disk. */
  files: new Set<string>(),
}));

interface Uri {
  readonly path: string;
  readonly scheme: string;
  with(change: { path: string }): Uri;
}

vi.mock('vscode', () => {
  const uri = (path: string): Uri => ({ path, scheme: 'file', with: (change) => uri(change.path) });
  const registered = <K, V>(map: Map<K, V>, key: K, value: V) => {
    if (map.has(key)) throw new Error(`${String(key)} is registered already`);
    map.set(key, value);
    return { dispose: () => map.delete(key) };
  };
  return {
    Disposable: {
      from: (...all: { dispose(): void }[]) => ({
        dispose: () => {
          for (const one of all) one.dispose();
        },
      }),
    },
    commands: {
      registerCommand: (id: string, run: (...args: unknown[]) => unknown) =>
        registered(editor.commands, id, run),
      getCommands: () => new Promise((resolve) => setImmediate(resolve, [])),
      executeCommand: (id: string, ...args: unknown[]) => editor.commands.get(id)!(...args),
    },
    languages: {
      match: (selector: { scheme: string; language?: string; pattern?: string }[], document: Opened) =>
        selector.some(
          ({ scheme, language, pattern }) =>
            scheme === document.uri.scheme &&
            (language === document.languageId ||
              (pattern?.includes('.attest.') && document.fileName.endsWith('.attest.yaml'))),
        )
          ? 10
          : 0,
    },
    window: {
      // As VS Code does, it forgets what fills the view a moment later, whatever that is by then.
      registerTreeDataProvider: (id: string, view: { getChildren(): unknown }) => {
        const { dispose } = registered(editor.views, id, view);
        return { dispose: () => setImmediate(dispose) };
      },
    },
    Uri: { joinPath: (folder: Uri, name: string) => folder.with({ path: `${folder.path}/${name}` }) },
    workspace: {
      workspaceFolders: [{ uri: uri('/desk') }],
      fs: {
        stat: ({ path }: Uri) =>
          editor.files.has(path) ? Promise.resolve() : Promise.reject(new Error(path)),
      },
      onWillRenameFiles: (listener: (event: unknown) => void) => {
        editor.renaming.add(listener);
        return { dispose: () => editor.renaming.delete(listener) };
      },
      get textDocuments() {
        return editor.documents;
      },
      onDidOpenTextDocument: (listener: (document: unknown) => void) => {
        editor.opened.add(listener);
        return { dispose: () => editor.opened.delete(listener) };
      },
    },
  };
});

const ARTICLE: Opened = { languageId: 'plaintext', fileName: 'draft.txt', uri: { scheme: 'file' } };
const PROGRAM: Opened = { languageId: 'javascript', fileName: 'program.js', uri: { scheme: 'file' } };
const BOX_OF_THE_EDITOR: Opened = { languageId: 'plaintext', fileName: 'input', uri: { scheme: 'comment' } };
const PROJECT_FILE: Opened = { languageId: 'yaml', fileName: '.attest.yaml', uri: { scheme: 'file' } };

const packageJSON = {
  contributes: {
    commands: [{ command: 'attest.greet' }, { command: 'attest.showLog' }],
    views: { attest: [{ id: 'attest.facts' }] },
  },
};

let starts: number;
let loaded: (start: () => AttestExtension) => void;

/** Attest in a window with these documents; its client registers a command and a view of its own when it starts. */
async function inWindow(...documents: Opened[]): Promise<waking.Attest> {
  editor.documents = documents;
  const context = { extension: { packageJSON }, subscriptions: [] } as unknown as vscode.ExtensionContext;
  const { wakeWhenNeeded } = await import('../../client/src/waking.ts');
  return wakeWhenNeeded(context, () => {
    starts++;
    return new Promise((resolve) => (loaded = resolve));
  });
}

function start(): AttestExtension {
  editor.commands.set('attest.greet', (...names) => `Hello ${names.join(' and ')}`);
  editor.views.set('attest.facts', { getChildren: () => ['a fact'] });
  return { started: Promise.resolve() } as AttestExtension;
}

beforeEach(() => {
  starts = 0;
  editor.commands.clear();
  editor.views.clear();
  editor.opened.clear();
  editor.renaming.clear();
  editor.files.clear();
});

const open = (document: Opened) => {
  for (const listener of [...editor.opened]) listener(document);
};

describe('the client starts', () => {
  it('at once where an article is open', async () => {
    const attest = await inWindow(PROGRAM, ARTICLE);
    expect(starts).toBe(1);
    loaded(start);
    expect(await attest.wake()).toBe(attest.running);
    expect(starts).toBe(1);
  });

  it.each([
    ['an article', ARTICLE],
    ['a project file', PROJECT_FILE],
  ])('with the first %s that is opened', async (_, document) => {
    await inWindow(PROGRAM);
    expect(starts).toBe(0);
    open(document);
    expect(starts).toBe(1);
  });

  it('not for programs, nor for boxes of the editor that hold plain text', async () => {
    const attest = await inWindow(PROGRAM, BOX_OF_THE_EDITOR);
    open(PROGRAM);
    open(BOX_OF_THE_EDITOR);
    expect(starts).toBe(0);
    expect(attest.running).toBeUndefined();
  });

  it('with a command, which then runs as it was asked for', async () => {
    await inWindow();
    const answer = editor.commands.get('attest.greet')!('Ana', 'Ruiz');
    expect(starts).toBe(1);
    loaded(start);
    expect(await answer).toBe('Hello Ana and Ruiz');
  });

  it('once, however much is asked for while it loads', async () => {
    await inWindow();
    const first = editor.commands.get('attest.greet')!('Ana');
    open(ARTICLE);
    const second = editor.commands.get('attest.greet')!('Ruiz');
    loaded(start);
    expect(await Promise.all([first, second])).toEqual(['Hello Ana', 'Hello Ruiz']);
    expect(starts).toBe(1);
  });

  it('when one of its views is looked at, which the client then fills', async () => {
    const attest = await inWindow();
    expect(editor.views.get('attest.facts')!.getChildren()).toEqual([]);
    loaded(start);
    await attest.wake();
    await new Promise((resolve) => setImmediate(resolve));
    expect(editor.views.get('attest.facts')!.getChildren()).toEqual(['a fact']);
    expect(editor.opened.size).toBe(0);
  });

  describe('when a file is renamed', () => {
    const uri = (path: string): Uri => ({ path, scheme: 'file', with: (change) => uri(change.path) });
    /** What the editor waits for before it renames the file. */
    const rename = (from: string, to: string): Promise<unknown>[] => {
      const waited: Promise<unknown>[] = [];
      const event = {
        files: [{ oldUri: uri(from), newUri: uri(to) }],
        token: 'token',
        waitUntil: (edit: Promise<unknown>) => waited.push(edit),
      };
      for (const listener of [...editor.renaming]) listener(event);
      return waited;
    };

    it.each([
      ['that has annotations', '/desk/a.txt.annotations.jsonld'],
      ['in a folder that is set up for Attest', '/desk/.attest.yaml'],
    ])('%s, and the server says what follows it', async (_, sign) => {
      editor.files.add(sign);
      await inWindow(PROGRAM);
      const waited = rename('/desk/a.txt', '/desk/b.txt');
      await vi.waitFor(() => {
        expect(starts).toBe(1);
      });
      const asked: unknown[] = [];
      const client = {
        isRunning: () => true,
        code2ProtocolConverter: { asUri: ({ path }: Uri) => `file://${path}` },
        protocol2CodeConverter: { asWorkspaceEdit: (edit: unknown) => ['as the editor has it', edit] },
        sendRequest: (...request: unknown[]) => {
          asked.push(request);
          return Promise.resolve('edits');
        },
      };
      loaded(() => ({ ...start(), client }) as unknown as AttestExtension);
      expect(await Promise.all(waited)).toEqual([['as the editor has it', 'edits']]);
      const files = [{ oldUri: 'file:///desk/a.txt', newUri: 'file:///desk/b.txt' }];
      expect(asked).toEqual([['workspace/willRenameFiles', { files }, 'token']]);
      // The client hears of the next one by itself.
      expect(editor.renaming.size).toBe(0);
    });

    it('that it knows nothing of: not at all', async () => {
      await inWindow(PROGRAM);
      expect(await Promise.all(rename('/desk/a.txt', '/desk/b.txt'))).toEqual([undefined]);
      expect(starts).toBe(0);
    });
  });
});
