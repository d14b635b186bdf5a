/** The first report annotated from end to end, its quotations linked to the second: recorded, edited, handed over, taken back. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { linesOf } from '../../server/src/lsp/lines.ts';
import { spanOf } from '../../server/src/lsp/fromProtocol.ts';
import { textOf } from '../../server/src/text/span.ts';
import type { Fact, FactsOfArticle, MadeText, Settled } from '../../server/src/lsp/attestProtocol.ts';
import { TestClient, TestFolder } from '../support/lspClient.ts';
import { hasShared } from '../support/shared.ts';
import { readGold, readSeed } from './gold.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

describe('annotating the seeds', () => {
  if (!hasShared('seeds/gold.json')) {
    it.skip('not run: ../shared/seeds is missing', () => undefined);
    return;
  }
  const { documents } = readGold();
  const [draft, source] = Object.keys(documents) as [string, string];
  const text = readSeed(draft);
  const folder = new TestFolder({ [draft]: text, [source]: readSeed(source) });
  const uri = folder.uriOf(draft);
  const textDocument = { uri };
  let client: TestClient;

  beforeAll(async () => {
    client = await TestClient.start({ folders: [folder] });
    await client.indexed();
    client.open(uri, text);
  });

  afterAll(() => {
    client.kill();
    folder.remove();
  });

  /** Quotations and claims, once they are as they should be. */
  const factsWhen = async (isRight: (found: FactsOfArticle) => boolean): Promise<FactsOfArticle> => {
    for (;;) {
      const found = (await client.request('attest/facts', { textDocument })) as FactsOfArticle;
      if (isRight(found)) return found;
    }
  };
  const recorded = ({ facts }: FactsOfArticle): Fact[] =>
    facts.filter(({ kind, annotations }) => kind === 'quotation' && annotations.length > 0);
  const quotations = documents[draft]!.quotes.length;

  it('records the source of every quotation, at the very words where the other report has them', async () => {
    const { facts } = await factsWhen((found) => found.facts.length > 0);
    let traced = 0;
    for (const { kind, range } of facts) {
      if (kind !== 'quotation') continue;
      const actions = (await client.request('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [], only: ['refactor.attest.link'] },
      })) as CodeAction[];
      if (actions[0]) {
        traced++;
        await client.request('workspace/executeCommand', actions[0].command);
      } else {
        const span = spanOf(linesOf(text), range, 'utf-16');
        const params = { textDocument, range, words: textOf(text, span), record: { source } };
        expect((await client.request('attest/record', params)) as Settled).toMatchObject({ edit: null });
      }
    }
    expect(traced).toBeGreaterThan(0);
    const found = await factsWhen((known) => recorded(known).length >= quotations);
    expect(found.lost).toEqual([]);
    for (const { source: target } of recorded(found)) expect(target).toContain(encodeURIComponent(source));
  });

  it('finds every passage again after edits, and says so where its words were changed or taken away', async () => {
    const before = recorded(await factsWhen(() => true));
    const [first, second] = before as [Fact, Fact];
    const edited = `A paragraph that was not there before.\n\n${text}`
      .replace(first.passage, first.passage.replace(/(\p{L}+)(?=\P{L}*$)/u, '$1 indeed'))
      .replace(second.passage, '');
    client.change(uri, edited);
    const found = await factsWhen(({ lost }) => lost.length > 0);
    expect(found.lost.map(({ passage }) => passage.replace(/\s+/g, ' '))).toEqual([second.passage]);
    expect(recorded(found).length).toBeGreaterThanOrEqual(before.length - 2);
    client.change(uri, text);
    const again = await factsWhen(({ lost }) => lost.length === 0);
    expect(recorded(again).map(({ passage }) => passage)).toEqual(before.map(({ passage }) => passage));
  });

  it('hands over a sheet with every source, and a clean copy that is the article', async () => {
    const sheet = (await client.request('attest/factSheet', { textDocument, format: 'csv' })) as MadeText;
    const rows = sheet.text.split('\r\n').filter((row) => row.includes('quotation'));
    expect(rows.length).toBeGreaterThanOrEqual(quotations);
    for (const row of rows) expect(row).toContain(encodeURIComponent(source));
    const copy = (await client.request('attest/cleanCopy', { textDocument })) as MadeText;
    expect(copy.text).toBe(text);
    expect(folder.read(draft)).toBe(text);
  });

  it('takes it all back', async () => {
    const ids = recorded(await factsWhen(() => true)).flatMap(({ annotations }) => annotations);
    await client.request('workspace/executeCommand', {
      command: 'attest.server.removeAnnotations',
      arguments: [{ textDocument, annotations: ids }],
    });
    expect(existsSync(join(folder.path, `${draft}.annotations.jsonld`))).toBe(false);
  });
});
