/** Typing a quotation in an editor: the words of the source as completion and as ghost text, and what is recorded. */
import { expect, it, vi } from 'vitest';
import type { CompletionList, InlineCompletionItem } from 'vscode-languageserver/node';
import type { QuotedPassage } from '../../server/src/lsp/attestProtocol.ts';
import { QUOTE_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const SOURCE =
  'Council meeting\n\nCHAIR: The meeting is open.\n\nOMAR HADDAD: The ferry needs a new engine 🚢, and nobody has paid for one.\n\nCHAIR: Thank you.\n';
const BEGUN = 'The ferry\n\nNobody knows when it comes back. “The ferry needs ';

it('accepting the rest of a quotation records where it comes from', async () => {
  const folder = testFolder({ 'hearing.txt': SOURCE });
  const client = await testClient({ folders: [folder] });
  await client.indexed();
  const uri = folder.uriOf('draft.txt');
  client.open(uri, BEGUN);
  await client.diagnostics(uri);
  const position = { line: 2, character: BEGUN.split('\n')[2]!.length };
  const asked = { textDocument: { uri }, position };

  const list = (await client.request('textDocument/completion', asked)) as CompletionList;
  expect(list.isIncomplete).toBe(true);
  expect(list.items[0]!.detail).toBe('Omar Haddad, hearing.txt');

  const context = { triggerKind: 2 };
  const [ghost] = (await client.request('textDocument/inlineCompletion', {
    ...asked,
    context,
  })) as InlineCompletionItem[];
  expect(ghost!.insertText).toBe('a new engine 🚢, and nobody has paid for one,” Omar Haddad said.');
  expect(ghost!.range).toEqual({ start: position, end: position });

  client.change(uri, ghost!.insertText as string, ghost!.range);
  const { command, arguments: args } = ghost!.command!;
  await client.request('workspace/executeCommand', { command, arguments: args });
  await client.diagnostics(uri);
  await vi.waitFor(() => {
    const page = JSON.parse(folder.read('draft.txt.annotations.jsonld')) as {
      items: { target: object; body: unknown }[];
    };
    expect(JSON.stringify(page.items[0]!.target)).toContain(
      '“The ferry needs a new engine 🚢, and nobody has paid for one,”',
    );
    expect(JSON.stringify(page.items[0]!.body)).toContain('hearing.txt#:~:text=');
  });
  expect(client.shown).toEqual([]);
});

it.each([
  [
    'hearing.vtt',
    'Omar Haddad, hearing.vtt at 00:12:04',
    'WEBVTT\n\n00:12:04.000 --> 00:12:09.000\n<v Omar Haddad>The ferry needs a new engine,\n\n00:12:09.000 --> 00:12:12.000\n<v Omar Haddad>and nobody has paid for one.\n',
  ],
  [
    'hearing.html',
    'Omar Haddad, hearing.html',
    '<!doctype html><title>Hearing</title><nav>Home News</nav><article><h1>Hearing</h1><p>Omar Haddad, who runs the line, spoke for an hour.</p><p>“The ferry needs a new engine, and nobody has paid for one,” Omar Haddad said.</p></article>',
  ],
])(
  'what was copied from the text of %s is offered as a quotation of its speaker',
  async (name, detail, source) => {
    const folder = testFolder({ [name]: source });
    const client = await testClient({ folders: [folder] });
    await client.indexed();
    const uri = folder.uriOf('draft.txt');
    client.open(uri, 'The ferry\n\n');
    await client.diagnostics(uri);
    const quoted = (await client.request(QUOTE_REQUEST, {
      textDocument: { uri },
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      text: 'The ferry needs a new engine, and nobody has paid for one',
      from: `${folder.uriOf(name).replace('file:', 'attest-source:')}.txt`,
    })) as QuotedPassage | null;
    expect(quoted).toMatchObject({
      detail,
      newText: '“The ferry needs a new engine, and nobody has paid for one,” Omar Haddad said.',
    });
    expect(quoted!.recording!.record.source).toMatch(
      new RegExp(`^${name.replace('.', '\\.')}#:~:text=The%20ferry`),
    );
  },
);
