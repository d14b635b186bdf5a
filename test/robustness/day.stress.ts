/**
 * A day of editing, replayed: articles typed with slips of the finger, paragraphs moved and moved back, questions asked
 * while typing, warnings dismissed, and colleagues who change the sources meanwhile. What the server then says is what
 * one says that has just been started; its log holds no trouble, and its memory does not grow with the hours. Run by
 * `npm run test:stress`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { afterEach, describe, expect, it } from 'vitest';
import { FACTS_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { createRandom, generateArticle } from '../support/generateArticle.ts';
import { TestClient, TestFolder } from '../support/lspClient.ts';
import { quiet, usage } from '../support/processes.ts';

const ARTICLES = join(import.meta.dirname, '..', 'articles');
const HOURS = 8;
const SOURCES = 60;
const SEED = Number(process.env.ATTEST_STRESS_SEED ?? 1);
/** What else editors ask about the place where somebody writes or points. */
const QUESTIONS = ['hover', 'definition', 'completion', 'documentHighlight', 'references'];

const clients: TestClient[] = [];
let newsroom: TestFolder | undefined;
afterEach(() => {
  for (const client of clients.splice(0)) client.kill();
  newsroom?.remove();
});

async function start(folder: TestFolder): Promise<TestClient> {
  const client = await TestClient.start({ folders: [folder] });
  clients.push(client);
  return client;
}

/** An article in an editor: what is typed here goes to the server as changes of ranges. */
class Draft {
  text = '';

  constructor(
    private readonly client: TestClient,
    readonly uri: string,
    private readonly language: string,
  ) {
    client.open(uri, '', language);
  }

  /** Puts `inserted` in the place of some characters; returns how to take that back. */
  replace(start: number, end: number, inserted: string): () => void {
    const removed = this.text.slice(start, end);
    const range = { start: this.position(start), end: this.position(end) };
    this.text = this.text.slice(0, start) + inserted + this.text.slice(end);
    this.client.change(this.uri, inserted, range);
    return () => this.replace(start, start + inserted.length, removed);
  }

  position(offset: number): { line: number; character: number } {
    const lines = this.text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  }

  ask(method: string, offset: number): Promise<unknown> {
    return this.client.request(`textDocument/${method}`, {
      textDocument: { uri: this.uri },
      position: this.position(offset),
      context: { includeDeclaration: true },
    });
  }

  openIn(client: TestClient): void {
    client.open(this.uri, this.text, this.language);
  }
}

const inOrder = (found: readonly Diagnostic[]): string[] =>
  found
    .map(({ range, code, severity, message }) => JSON.stringify({ range, code, severity, message }))
    .sort();

describe.skipIf(process.platform !== 'linux')('a day in a newsroom', () => {
  it(`ends as it would have begun (seed ${SEED})`, async () => {
    const random = createRandom(SEED);
    const below = (n: number) => Math.floor(random() * n);
    const folder = (newsroom = new TestFolder());
    for (let i = 0; i < SOURCES; i++) folder.write(`sources/${i}.txt`, generateArticle(600, i + 1));
    for (const name of readdirSync(join(ARTICLES, 'newsroom', 'sources'))) {
      folder.write(`sources/${name}`, readFileSync(join(ARTICLES, 'newsroom', 'sources', name)));
    }
    const stories = [
      ...['drafts/quarry-street.md', 'drafts/what-it-costs.txt'].map((name) =>
        join(ARTICLES, 'newsroom', name),
      ),
      ...readdirSync(join(ARTICLES, 'domains')).map((name) => join(ARTICLES, 'domains', name)),
    ];
    const client = await start(folder);
    const memory: number[] = [];
    let edits = 0;
    let questions = 0;
    let warnings = 0;
    let dismissals = 0;

    for (let hour = 0; hour < HOURS; hour++) {
      const path = stories[hour % stories.length]!;
      const story = readFileSync(path, 'utf8').replace(/\r\n/g, '\n');
      const ending = path.endsWith('.md') ? 'md' : 'txt';
      const name = `drafts/${hour}.${ending}`;
      const draft = new Draft(client, folder.uriOf(name), ending === 'md' ? 'markdown' : 'plaintext');
      const asked: Promise<unknown>[] = [];
      for (const word of story.match(/\s*\S+|\s+$/g)!) {
        const atOnce = random() < 0.7;
        for (const typed of atOnce ? [word] : word) {
          draft.replace(draft.text.length, draft.text.length, typed);
          edits++;
        }
        if (random() < 0.05) {
          draft.replace(draft.text.length, draft.text.length, 'xz')();
          edits += 2;
        }
        if (/[.!?]["”’]?$/.test(word)) {
          const method = QUESTIONS[below(QUESTIONS.length)]!;
          asked.push(
            draft.ask(method, method === 'completion' ? draft.text.length : below(draft.text.length)),
          );
        }
        if (!word.startsWith('\n\n')) continue;
        const from = draft.text.indexOf('\n\n', below(draft.text.length));
        const to = draft.text.indexOf('\n\n', from + 2);
        if (from !== -1 && to !== -1) {
          const back = [draft.replace(from, to, ''), draft.replace(0, 0, story.slice(0, 80) + '\n\n')];
          if (random() < 0.5) await client.diagnostics(draft.uri);
          for (const undo of back.reverse()) undo();
          edits += 4;
        }
        folder.write(name, draft.text);
        client.notify('textDocument/didSave', { textDocument: { uri: draft.uri } });
        changeSource(client, folder, `sources/${below(SOURCES)}.txt`, below(1000));
      }
      questions += (await Promise.all(asked)).length;
      folder.write(name, draft.text);
      dismissals += await dismissFirst(client, draft.uri);

      const fresh = await start(folder);
      draft.openIn(fresh);
      const expected = inOrder(await settled(fresh, draft.uri));
      expect(inOrder(await settled(client, draft.uri))).toEqual(expected);
      expect(await factsOf(client, draft.uri)).toEqual(await factsOf(fresh, draft.uri));
      warnings += expected.length;
      expect(await fresh.stop()).toBe(0);
      memory.push(usage(client.pid).megabytes);
      client.close(draft.uri);
    }

    console.log(
      `${edits} edits, ${questions} questions, ${warnings} warnings, ${dismissals} dismissed, memory after each hour ${memory.map((m) => m.toFixed(0)).join(' ')} MB`,
    );
    expect(warnings).toBeGreaterThan(HOURS);
    expect(dismissals).toBeGreaterThan(0);
    expect(client.troubles).toEqual([]);
    expect(client.shown).toEqual([]);
    expect(Math.max(...memory.slice(HOURS / 2))).toBeLessThan(1.5 * Math.max(...memory.slice(0, HOURS / 2)));
    expect(await client.stop()).toBe(0);
  });
});

/** A colleague rewrites a source, with words of its own or as it was long ago; or it goes and comes back. */
function changeSource(client: TestClient, folder: TestFolder, name: string, seed: number): void {
  const uri = folder.uriOf(name);
  if (seed % 3 === 0) {
    folder.remove(name);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
  }
  folder.write(name, generateArticle(600, seed));
  const type = seed % 3 === 0 ? 1 : 2;
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
}

/** What a server says of an article when it has nothing left to do. */
async function settled(client: TestClient, uri: string): Promise<readonly Diagnostic[]> {
  await client.indexed();
  await quiet(client.pid);
  return client.diagnostics(uri);
}

/** What the views show of an article; the version counts the edits, which a server just started has not seen. */
async function factsOf(client: TestClient, uri: string): Promise<object> {
  const facts = (await client.request(FACTS_REQUEST, { textDocument: { uri } })) as object;
  return { ...facts, version: 0 };
}

/** @returns how many warnings were dismissed: none where there is none */
async function dismissFirst(client: TestClient, uri: string): Promise<number> {
  const [first] = await client.diagnostics(uri);
  if (!first) return 0;
  const actions = (await client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: first.range,
    context: { diagnostics: [first] },
  })) as CodeAction[];
  const dismissal = actions.find(({ command }) => command?.command === 'attest.server.annotate');
  if (!dismissal) return 0;
  await client.request('workspace/executeCommand', dismissal.command);
  return 1;
}
