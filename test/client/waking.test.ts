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
}));

vi.mock('vscode', () => {
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
    workspace: {
      workspaceFolders: [],
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
});
