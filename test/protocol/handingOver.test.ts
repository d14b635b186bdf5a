/** What Attest's own client asks for its views and for handing an article over. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { CodeLens } from 'vscode-languageserver/node';
import type { FactsOfArticle, MadeText } from '../../server/src/lsp/attestProtocol.ts';
import { CAPABILITIES } from '../support/lspClient.ts';
import { testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 120_000 });

const DRAFT =
  'Harbour wall to be rebuilt\n\n“We will rebuild the old harbour wall before the first winter storms,” Ana Ruiz said.[CQ]\n\nThe wall cost 4.2 million euros, more than the council had put aside for it.\n';
const SOURCE =
  'Council meeting\n\nAna Ruiz told the council: “We will rebuild the old harbour wall before the first winter storms.”\n';

it('the facts of an article with their sources, the fact sheet and the clean copy', async () => {
  const folder = testFolder({ 'minutes.txt': SOURCE, 'draft.txt': DRAFT });
  const client = await testClient({ folders: [folder] });
  await client.indexed();
  const uri = folder.uriOf('draft.txt');
  client.open(uri, DRAFT);
  await client.diagnostics(uri, (found) => found.length > 0);
  const textDocument = { uri };

  // What is not known yet is looked up, and then diagnostics come again.
  let found: FactsOfArticle;
  for (;;) {
    const before = client.published.length;
    found = (await client.request('attest/facts', { textDocument })) as FactsOfArticle;
    if (found.facts[0]?.place) break;
    await client.until(() => (client.published.length > before ? true : undefined), 'another check');
  }
  expect(found.facts.map(({ kind, status, range }) => [kind, status, range.start.line])).toEqual([
    ['quotation', 'verified', 2],
    ['claim', 'warned', 4],
  ]);
  expect(found.facts[0].place).toMatchObject({
    uri: folder.uriOf('minutes.txt'),
    range: { start: { line: 2 } },
  });
  expect(found.sources).toMatchObject([{ name: 'minutes.txt', uses: [0] }]);
  expect(found.version).toBe(1);

  const sheet = (await client.request('attest/factSheet', { textDocument, format: 'csv' })) as MadeText;
  expect(sheet.languageId).toBe('csv');
  expect(sheet.text).toContain('minutes.txt, line 3');
  const copy = (await client.request('attest/cleanCopy', { textDocument })) as MadeText;
  expect(copy.text).toBe(DRAFT.replace('[CQ]', ''));
});

it('nothing of a document nobody knows', async () => {
  const client = await testClient();
  const textDocument = { uri: 'file:///nowhere.txt' };
  for (const method of ['attest/facts', 'attest/factSheet', 'attest/cleanCopy']) {
    expect(await client.request(method, { textDocument })).toBeNull();
  }
});

it('a code lens compares its quotation with the source, in a client that can', async () => {
  const folder = testFolder({ 'minutes.txt': SOURCE });
  for (const commands of [['attest.compareWithSource'], []]) {
    const client = await testClient({
      folders: [folder],
      capabilities: { ...CAPABILITIES, experimental: { commands: { commands } } },
      settings: () => ({ codeLens: 'quotations' }),
    });
    await client.indexed();
    const uri = folder.uriOf('draft.txt');
    client.open(uri, DRAFT);
    await client.diagnostics(uri);
    const [tally, quotation] = (await client.request('textDocument/codeLens', {
      textDocument: { uri },
    })) as CodeLens[];
    expect(tally!.command!.command).toBe('');
    expect(quotation!.command).toMatchObject({
      title: 'minutes.txt: word for word',
      command: commands[0] ?? '',
    });
    if (commands.length > 0) {
      const compared = await client.request('attest/compare', quotation!.command!.arguments![0]);
      expect(compared).toMatchObject([{ verdict: 'verbatim', there: { uri: folder.uriOf('minutes.txt') } }]);
    }
    client.kill();
  }
});

it('mistakes of an annotation file are shown in it while its article is open, and go when they are mended', async () => {
  const broken = '<<<<<<< HEAD\n{ "items": [] }\n=======\n{ "items": [] }\n>>>>>>> other\n';
  const folder = testFolder({ 'draft.txt': DRAFT, 'draft.txt.annotations.jsonld': broken });
  const client = await testClient({ folders: [folder] });
  const [uri, file] = [folder.uriOf('draft.txt'), folder.uriOf('draft.txt.annotations.jsonld')];
  client.open(uri, DRAFT);
  const [conflict] = await client.diagnostics(file, (found) => found.length > 0);
  expect(conflict).toMatchObject({ severity: 1, code: 'annotation-file', source: 'attest' });
  writeFileSync(
    join(folder.path, 'draft.txt.annotations.jsonld'),
    '{ "type": "AnnotationPage", "items": [] }',
  );
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });
  await client.diagnostics(file, (found) => found.length === 0);
  writeFileSync(join(folder.path, 'draft.txt.annotations.jsonld'), broken);
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: 2 }] });
  await client.diagnostics(file, (found) => found.length > 0);
  // Nobody sees the article any more, nor its annotations.
  client.notify('textDocument/didClose', { textDocument: { uri } });
  await client.diagnostics(file, (found) => found.length === 0);
});

it('the status counts warnings, as the line above the article does', async () => {
  const draft = `${DRAFT}\nExperts say that the wall will hold for a hundred years.\n`;
  const client = await testClient();
  client.open('untitled:draft', draft);
  const found = await client.diagnostics('untitled:draft', (all) => all.length > 1);
  const graver = found.filter(({ severity }) => severity! <= 2);
  expect(graver.length).toBeLessThan(found.length);
  const textDocument = { uri: 'untitled:draft' };
  expect(await client.request('attest/status', { textDocument })).toMatchObject({ warnings: graver.length });
});

it('annotations are recorded and taken back, in the file beside the article', async () => {
  const folder = testFolder();
  const client = await testClient({ folders: [folder] });
  const uri = folder.uriOf('draft.txt');
  client.open(uri, DRAFT);
  await client.diagnostics(uri, (found) => found.length > 0);
  const textDocument = { uri };
  const start = { line: 4, character: 0 };
  const words = 'The wall cost 4.2 million euros';
  const range = { start, end: { line: 4, character: words.length } };
  const record = { verdict: 'verified', source: 'budget.pdf' };
  const command = 'attest.server.annotate';
  await client.request('workspace/executeCommand', {
    command,
    arguments: [{ textDocument, range, words, record }],
  });
  await client.diagnostics(
    uri,
    (found) => found.length === 0 || found.every(({ code }) => code !== 'unattributed-claim'),
  );
  const { facts } = (await client.request('attest/facts', { textDocument })) as FactsOfArticle;
  const claim = facts.find(({ kind }) => kind === 'claim')!;
  expect(claim.annotations).toHaveLength(1);
  expect(claim).toMatchObject({ status: 'verified', source: 'budget.pdf' });

  await client.request('workspace/executeCommand', {
    command: 'attest.server.removeAnnotations',
    arguments: [{ textDocument, annotations: claim.annotations }],
  });
  await client.diagnostics(uri, (found) => found.some(({ code }) => code === 'unattributed-claim'));
  expect(existsSync(join(folder.path, 'draft.txt.annotations.jsonld'))).toBe(false);
});

it('the fact sheet of an article that is not open has its annotations and marks all the same', async () => {
  const words = 'more than the council had put aside';
  const folder = testFolder({
    'minutes.txt': SOURCE,
    'draft.txt': DRAFT,
    'draft.txt.annotations.jsonld': JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationPage',
      items: [
        {
          id: 'urn:a:1',
          type: 'Annotation',
          target: {
            source: 'draft.txt',
            selector: { type: 'TextQuoteSelector', exact: `4.2 million euros, ${words}` },
          },
          body: [{ type: 'TextualBody', purpose: 'commenting', value: 'see the budget' }],
        },
      ],
    }),
  });
  const client = await testClient({ folders: [folder] });
  await client.indexed();
  const textDocument = { uri: folder.uriOf('draft.txt') };
  const sheet = (await client.request('attest/factSheet', { textDocument })) as MadeText;
  expect(sheet.text).toContain('see the budget');
  expect(sheet.text).toContain('verified');
  const { facts } = (await client.request('attest/facts', { textDocument })) as FactsOfArticle;
  expect(facts.map(({ status, note }) => [status, note])).toEqual([
    ['verified', null],
    ['warned', 'see the budget'],
  ]);
});
