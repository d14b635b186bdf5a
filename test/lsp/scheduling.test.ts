/**
 * Messages, work and pauses in any order: every question is answered once, and what is shown in the end is what a server
 * shows that was given the last texts at once.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { linesOf } from '../../server/src/lsp/lines.ts';
import { positionAt } from '../../server/src/lsp/toProtocol.ts';
import { generateArticle } from '../support/generateArticle.ts';
import { MemoryServer } from '../support/memoryWorld.ts';

vi.setConfig({ testTimeout: 300_000 });

const FOLDER = 'file:///desk';
const SAID = 'We will rebuild the old harbour wall before the first winter storms';
const SOURCES: Readonly<Record<string, string>> = {
  [`${FOLDER}/council.txt`]: `Ana Ruiz told the council: “${SAID.replace('old ', '')}.”\n`,
  [`${FOLDER}/minutes.txt`]: 'The council heard that the ferry terminal in Northby will cost $2.4 million.\n',
  [`${FOLDER}/interview.txt`]: `RUIZ: ${SAID}, and not a day later.\n`,
};
const SHORT =
  `Harbour wall to be rebuilt\n\n“${SAID},” Ana Ruiz said.\n\n` +
  'The ferry terminal in Northby will cost $4.2 million, the council said.\n\nExperts say the wall will not last.\n\n' +
  '“We never wanted the ferry terminal to be built where it stands.”\n';
/** So long that a whole check of it is put off and taken in steps. */
const LONG = `${SHORT}\n${generateArticle(4_300, 6)}\n${SHORT}`;
const TEXTS: Readonly<Record<string, string>> = {
  [`${FOLDER}/draft.txt`]: SHORT,
  [`${FOLDER}/long.txt`]: LONG,
};

const QUESTIONS = [
  ...['hover', 'definition', 'references', 'documentHighlight', 'completion', 'documentSymbol'],
  ...['semanticTokens/full', 'codeLens', 'inlayHint', 'foldingRange', 'diagnostic'],
].map((name) => `textDocument/${name}`);

const uri = fc.constantFrom(...Object.keys(TEXTS));
const place = fc.double({ min: 0, max: 1, noNaN: true });
/** What happens: mostly letters, questions, work and time. */
const EVENT = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      uri,
      at: place,
      removed: fc.constantFrom(0, 0, 0, 1, 30),
      typed: fc.constantFrom(
        'e',
        ' ',
        '“',
        '”',
        '.',
        '\n\n',
        '7',
        ', Anna Veld said',
        `“${SAID},” she said.`,
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      uri,
      at: place,
      method: fc.constantFrom(...QUESTIONS),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('work' as const), turns: fc.nat(60) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), milliseconds: fc.nat(1_500) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('openOrClose' as const), uri }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('save' as const), uri }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('disk' as const),
      uri: fc.constantFrom(...Object.keys(SOURCES)),
      text: fc.constantFrom(...Object.values(SOURCES), null),
    }),
  },
);
type Event = typeof EVENT extends fc.Arbitrary<infer T> ? T : never;

/** A client that knows what it has sent. */
class Editor {
  readonly #texts = new Map<string, string>();
  readonly #versions = new Map<string, number>();

  constructor(
    readonly server: MemoryServer,
    private readonly files: Map<string, string>,
  ) {}

  get open(): ReadonlyMap<string, string> {
    return this.#texts;
  }

  versionOf(id: string): number {
    return this.#versions.get(id) ?? 0;
  }

  openDocument(id: string, text: string): void {
    this.#texts.set(id, text);
    const textDocument = { uri: id, languageId: 'plaintext', version: this.#next(id), text };
    this.server.tell('textDocument/didOpen', { textDocument });
  }

  async take(event: Event): Promise<void> {
    const { server } = this;
    switch (event.kind) {
      case 'type':
        this.#type(event.uri, event.at, event.removed, event.typed);
        break;
      case 'ask':
        this.#ask(event.method, event.uri, event.at);
        break;
      case 'work':
        await server.work(event.turns);
        break;
      case 'pass':
        server.clock.pass(event.milliseconds);
        break;
      case 'cancel':
        server.asked.at(-1 - event.which)?.cancel();
        break;
      case 'openOrClose':
        if (this.#texts.delete(event.uri)) {
          server.tell('textDocument/didClose', { textDocument: { uri: event.uri } });
        } else this.openDocument(event.uri, TEXTS[event.uri]!);
        break;
      case 'save':
        server.tell('textDocument/didSave', { textDocument: { uri: event.uri } });
        break;
      case 'settings':
        server.tell('workspace/didChangeConfiguration', { settings: null });
        break;
      case 'disk': {
        if (event.text === null) this.files.delete(event.uri);
        else this.files.set(event.uri, event.text);
        const type = event.text === null ? 3 : 2;
        server.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: event.uri, type }] });
      }
    }
    // Whatever came in has been read.
    await server.settle();
  }

  /** The warnings that are shown of every open document, in any order. */
  shown(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.#texts.keys()].map((id) => {
        const last = this.server.published.findLast((params) => params.uri === id)!;
        expect(last.version).toBe(this.versionOf(id));
        return [id, last.diagnostics.map(essence).sort()];
      }),
    );
  }

  #type(id: string, at: number, removed: number, typed: string): void {
    const text = this.#texts.get(id);
    if (text === undefined) return;
    const start = Math.floor(at * text.length);
    const end = Math.min(text.length, start + removed);
    const lines = linesOf(text);
    const range = { start: positionAt(lines, start, 'utf-16'), end: positionAt(lines, end, 'utf-16') };
    this.#texts.set(id, text.slice(0, start) + typed + text.slice(end));
    const textDocument = { uri: id, version: this.#next(id) };
    this.server.tell('textDocument/didChange', { textDocument, contentChanges: [{ range, text: typed }] });
  }

  #ask(method: string, id: string, at: number): void {
    const text = this.#texts.get(id) ?? TEXTS[id]!;
    const lines = linesOf(text);
    const position = positionAt(lines, Math.floor(at * text.length), 'utf-16');
    const range = { start: { line: 0, character: 0 }, end: position };
    const context = { includeDeclaration: true, diagnostics: [] };
    this.server.ask(method, { textDocument: { uri: id }, position, range, context });
  }

  #next(id: string): number {
    const version = this.versionOf(id) + 1;
    this.#versions.set(id, version);
    return version;
  }
}

function essence({ code, range, severity, message }: Diagnostic): string {
  return JSON.stringify([range, code, severity, message]);
}

describe('a session', () => {
  it('loses no answer and shows in the end what the last texts show, whatever came in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(EVENT, { minLength: 5, maxLength: 40 }), async (events) => {
        const files = new Map(Object.entries(SOURCES));
        const server = await MemoryServer.start(FOLDER, files);
        const editor = new Editor(server, files);
        for (const [id, text] of Object.entries(TEXTS)) editor.openDocument(id, text);
        for (const event of events) await editor.take(event);
        await server.untilQuiet();

        for (const { method, answers } of server.asked) expect([method, answers]).toEqual([method, 1]);
        for (const { error } of server.asked) {
          // Only who no longer wants an answer gets none.
          if (error !== undefined) expect(error).toMatchObject({ code: -32800 });
        }
        expect(server.logged.filter((line) => line.includes('failed'))).toEqual([]);
        for (const id of Object.keys(TEXTS)) {
          const versions = server.published.flatMap((params) =>
            params.uri === id && params.version !== undefined ? [params.version] : [],
          );
          expect(versions).toEqual([...versions].sort((a, b) => a - b));
          if (!editor.open.has(id)) {
            expect(server.published.findLast((params) => params.uri === id)).toEqual({
              uri: id,
              diagnostics: [],
            });
          }
        }

        const fresh = new Editor(await MemoryServer.start(FOLDER, files), files);
        for (const [id, text] of editor.open) fresh.openDocument(id, text);
        await fresh.server.untilQuiet();
        const inOneGo = [...editor.open.keys()].map((id) => [
          id,
          fresh.server.published
            .findLast((params) => params.uri === id)!
            .diagnostics.map(essence)
            .sort(),
        ]);
        expect(editor.shown()).toEqual(Object.fromEntries(inOneGo));
      }),
      { numRuns: 10 },
    );
  });
});
