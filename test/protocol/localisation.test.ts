/**
 * A pseudo-locale: every message the server is given a translation for stands in ⟦…⟧, what is put into it in ⟪…⟫. What
 * is said outside of them, and is no word of an article, has gone past the localisation.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  Hover,
  InlineCompletionItem,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { DocumentStatus, FactsOfArticle, MadeText } from '../../server/src/lsp/attestProtocol.ts';
import { ANNOTATE_COMMAND } from '../../server/src/lsp/commands.ts';
import { RULE_IDS } from '../../server/src/rules/rule.ts';
import { CAPABILITIES, TestClient, TestFolder } from '../support/lspClient.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const INTERVIEW = [
  'OKONKWO: We will not rebuild the old harbour wall before the first winter storms.',
  'OKONKWO: Um, the harbour keeps this town alive, and it always has.',
  'OKONKWO: The ferry terminal in Northby will cost $4.7 million.',
  'PETER VANCE: The tide takes whatever the council forgets to mend.',
  'OKONKWO: Every quay in this town was paid for by people who fish, and nobody else.',
].join('\n\n');

const DRAFT = [
  '# Harbour wall to be rebuilt',
  '',
  '“We will rebuild the old harbour wall before the first winter storms,” said Ana Okonkwo, the harbour master. She said the work would cost 3 million euros. [source: gone.txt]',
  '',
  '“The harbour keeps this town alive, and it always has,” Okonkwo said. “Nobody asked any of us where the money for it went.”',
  '',
  'The ferry terminal in Northby will cost $4.2 million, Okonkwo said. Rents rose 14 percent. Fares rose 9 percent and 8 percent.',
  '',
  '“Nobody in this whole town will ever pay for that wall again.”',
  '',
  '“The tide takes whatever the council forgets to mend,” Okonkwo said.',
  '',
  'Experts say the wall is old. The owner has reportedly left. Okonkwa did not answer. [TK: her office]',
  '',
  'Some 5,000 people came, and about 300 stayed; the fee is at least 40 euros.[^1] It was “never closed.',
  '',
  '“Every quay in this town was paid for by people ',
].join('\n');

const OTHER = 'A second draft about the same wall.\n\n“It is done,” said Ana Okonkwo, the harbour master.\n';

const PROJECT_FILE = [
  'profil: desk',
  'attest.rules: {}',
  'codeLens: off',
  'maxFileSize: 0',
  'sources: 3',
  'knownFacts: [3]',
  'rules: {unclosed-quot: off, unclosed-quote: loud}',
  'style: x',
].join('\n');

/** A page in which every item is wrong in another way. */
const PAGE = {
  type: 'AnnotationPage',
  items: [
    3,
    { type: 'Note' },
    { type: 'Annotation' },
    { type: 'Annotation', id: 'a', target: 'b' },
    {
      type: 'Annotation',
      id: 'c',
      body: { type: 'TextualBody', purpose: 'assessing', value: 'perhaps' },
      target: { selector: { type: 'TextQuoteSelector', exact: 'wall' } },
    },
  ],
};

/** What is nobody's words: names of files, settings, formats and units, and what a library says. */
const NAMES =
  'attest https file attest-dismiss draft.md other.md interview.txt gone.txt sources attest.yaml Attest AnnotationPage ' +
  'Annotation items id exact TextQuoteSelector type profil profile style error warning information hint off codeLens ' +
  'curly straight verified disputed needs-checking sic lang en Implicit keys need to be on a single line OKONKWO million ' +
  'euro dollar 000 euro 000 dollar percent people';

const bundle = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
const pseudo = Object.fromEntries(
  Object.keys(bundle).map((english) => [english, `⟦${english.replace(/\{\d\}/g, '⟪$&⟫')}⟧`]),
);

const known = [INTERVIEW, DRAFT, OTHER, PROJECT_FILE, JSON.stringify(PAGE), NAMES, ...RULE_IDS]
  .join(' ')
  .replace(/\s+/g, ' ')
  .toLowerCase();

/** The parts of a text that no translator has seen. */
function unlocalised(text: string): string[] {
  const left: string[] = [];
  const keep = (part: string): string => {
    left.push(part);
    return '';
  };
  let rest = text.replace(/\\(?=[^\p{L}\p{N}])/gu, '').replace(/\]\([^)\s]*\)/g, ']');
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replace(/⟪([^⟦⟧⟪⟫]*)⟫/g, (_, value: string) => keep(value)).replace(/⟦[^⟦⟧⟪⟫]*⟧/g, '');
  }
  keep(rest);
  return left
    .flatMap((part) => part.split(/[,;:()·|\n“”"*[\]…{}]/))
    .map((part) => part.replace(/\s+/g, ' ').replace(/\.$/, '').trim())
    .filter((part) => /\p{L}{2}/u.test(part) && !known.includes(part.toLowerCase()));
}

/** The protocol allows Markdown, which Attest does not send. */
function messagesOf(found: readonly Diagnostic[]): string[] {
  return found.flatMap(({ message }) => (typeof message === 'string' ? [message] : []));
}

/** Whether something was said at all, and all of it by translators. */
function expectLocalised(texts: readonly (string | undefined)[], least = 1): void {
  const said = texts.filter((text) => text !== undefined && text !== '');
  expect(said.filter((text) => text!.includes('⟦')).length).toBeGreaterThanOrEqual(least);
  expect(said.flatMap((text) => unlocalised(text!).map((part) => `${part} ← ${text!}`))).toEqual([]);
}

let client: TestClient;
let folder: TestFolder;
let uri: string;

beforeAll(async () => {
  folder = new TestFolder({ 'sources/interview.txt': INTERVIEW, 'draft.md': DRAFT, 'other.md': OTHER });
  client = await TestClient.start({
    folders: [folder],
    capabilities: {
      ...CAPABILITIES,
      workspace: {
        ...CAPABILITIES.workspace,
        workspaceEdit: {
          documentChanges: true,
          resourceOperations: ['create'],
          changeAnnotationSupport: {},
        },
      },
    },
    initializationOptions: { l10n: pseudo },
    settings: () => ({ sources: ['sources/**'], codeLens: 'quotations', inlayHints: { speakers: true } }),
  });
  await client.indexed();
  uri = folder.uriOf('draft.md');
  client.open(uri, DRAFT, 'markdown');
  await client.diagnostics(uri, (found) => RULE_IDS.every((rule) => found.some(({ code }) => code === rule)));
});

afterAll(() => {
  client.kill();
  folder.remove();
});

const lines = DRAFT.split('\n');

describe('in another language are', () => {
  it('warnings and what they relate to', async () => {
    const found = await client.diagnostics(uri);
    expectLocalised(
      found.flatMap((one) => [
        ...messagesOf([one]),
        ...(one.relatedInformation ?? []).map(({ message }) => message),
      ]),
      9,
    );
  });

  it('hovers, wherever the pointer is', async () => {
    const places = lines.flatMap((line, i) =>
      [...line.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => ({ line: i, character: index })),
    );
    const hovers = await Promise.all(
      places.map(
        (position) =>
          client.request('textDocument/hover', { textDocument: { uri }, position }) as Promise<Hover | null>,
      ),
    );
    expectLocalised(
      hovers.map((hover) => (hover?.contents as { value: string } | undefined)?.value),
      40,
    );
  });

  it('actions', async () => {
    const actions = await Promise.all(
      lines.map(
        (line, i) =>
          client.request('textDocument/codeAction', {
            textDocument: { uri },
            range: { start: { line: i, character: 0 }, end: { line: i, character: line.length } },
            context: { diagnostics: [], triggerKind: 1 },
          }) as Promise<CodeAction[]>,
      ),
    );
    expectLocalised(
      actions.flat().map(({ title }) => title),
      30,
    );
  });

  it('code lenses, outline, links and status', async () => {
    const about = { textDocument: { uri } };
    const lenses = (await client.request('textDocument/codeLens', about)) as CodeLens[];
    const symbols = (await client.request('textDocument/documentSymbol', about)) as DocumentSymbol[];
    const links = (await client.request('textDocument/documentLink', about)) as DocumentLink[];
    const { reason } = (await client.request('attest/status', about)) as DocumentStatus;
    const named = (items: readonly DocumentSymbol[]): string[] =>
      items.flatMap(({ name, detail = '', children = [] }) => [name, detail, ...named(children)]);
    expectLocalised(lenses.map(({ command }) => command!.title));
    expectLocalised(named(symbols), 5);
    expectLocalised([reason, ...links.map(({ tooltip }) => tooltip)]);
  });

  it('the facts and the fact sheet', async () => {
    const facts = (await client.request('attest/facts', { textDocument: { uri } })) as FactsOfArticle;
    expectLocalised(
      facts.facts.flatMap(({ source, comparison, warnings }) => [
        source ?? '',
        comparison ?? '',
        ...warnings,
      ]),
      5,
    );
    for (const format of ['md', 'html', 'csv']) {
      const { text } = (await client.request('attest/factSheet', {
        textDocument: { uri },
        format,
      })) as MadeText;
      expectLocalised([text.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, '\n')]);
    }
  });

  it('completions and ghost text', async () => {
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const about = { textDocument: { uri }, position, context: { triggerKind: 1 } };
    const { items } = (await client.request('textDocument/completion', about)) as CompletionList;
    expect(items.map(({ detail }) => detail)).not.toEqual([]);
    expectLocalised(items.map(({ command }) => command?.title ?? '⟦⟧'));
    const ghosts = (await client.request('textDocument/inlineCompletion', about)) as InlineCompletionItem[];
    expect(ghosts).toHaveLength(1);
    expectLocalised(ghosts.map(({ command }) => command?.title ?? '⟦⟧'));
  });

  it('the question whether other articles are to follow a renaming, and why there is none', async () => {
    const edit = (await client.at('textDocument/rename', uri, 'Ana Okonkwo', {
      newName: 'Ann Okonkwo',
    })) as WorkspaceEdit;
    expectLocalised(
      Object.values(edit.changeAnnotations!).flatMap(({ label, description }) => [label, description]),
      2,
    );
    const refused = client.at('textDocument/rename', uri, 'Rents', { newName: 'Fares' });
    await expect(refused).rejects.toThrow(/⟦/);
  });

  it('mistakes and completion in the project file', async () => {
    const file = folder.uriOf('.attest.yaml');
    client.open(file, PROJECT_FILE, 'yaml');
    const found = await client.diagnostics(file, (all) => all.length >= 9);
    expectLocalised(messagesOf(found), 9);
    for (const [text, least] of [
      ['profile: desk\nprofile: off', 1],
      ['a: [b', 1],
      ['- 3', 1],
    ] as const) {
      client.change(file, text);
      const wrong = await client.diagnostics(file, (all) => all.length > 0);
      expectLocalised(
        // What the YAML library says stays as it is.
        messagesOf(wrong).map((message) =>
          message.replace(/(This is not YAML that can be read: )⟪.*⟫/s, '$1'),
        ),
        least,
      );
    }
    for (const [text, character] of [
      ['', 0],
      ['profile: ', 9],
    ] as const) {
      client.change(file, text);
      const items = (await client.request('textDocument/completion', {
        textDocument: { uri: file },
        position: { line: 0, character },
      })) as CompletionItem[];
      expectLocalised(items.map(({ detail }) => detail));
    }
    client.close(file);
  });

  it('mistakes in annotation files', async () => {
    const file = folder.uriOf('other.md.annotations.jsonld');
    client.open(file, JSON.stringify(PAGE), 'json');
    expectLocalised(messagesOf(await client.diagnostics(file, (all) => all.length === 5)), 5);
    for (const text of [
      '[',
      '[]',
      '<<<<<<< ours',
      '{"type":"Page"}',
      '{"type":"AnnotationPage","items":3}',
    ]) {
      client.change(file, text);
      expectLocalised(messagesOf(await client.diagnostics(file, (all) => all.length === 1)));
    }
    client.close(file);
  });

  it('what people are told when nothing can be recorded', async () => {
    const range = { start: { line: 0, character: 2 }, end: { line: 0, character: 14 } };
    const record = { verdict: 'verified' };
    const annotate = (words: string): Promise<unknown> =>
      client.request('workspace/executeCommand', {
        command: ANNOTATE_COMMAND,
        arguments: [{ textDocument: { uri }, range, words, record }],
      });
    folder.write('draft.md.annotations.jsonld', '{');
    expect(await annotate('Harbour gone')).toBe(null);
    expect(await annotate('Harbour wall')).toBe(null);
    folder.remove('draft.md.annotations.jsonld');
    folder.write('draft.md.annotations.jsonld/in-the-way', '');
    expect(await annotate('Harbour wall')).toBe(null);
    expect(client.shown).toHaveLength(3);
    expectLocalised(client.shown, 3);
  });

  it('the progress of reading', () => {
    const said = client.progress as { title?: string; message?: string }[];
    expectLocalised(
      said.flatMap(({ title, message }) => [title, message]),
      2,
    );
  });
});
