/** The language server as a worker of a browser, spoken to by a page: no disk, no Node, no extension host. */
/* global window, describe, before, after, it */
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser } from '../browser.mjs';
import { clientInPage } from './lspPage.mjs';
import { startSite } from './site.mjs';

const NEWSROOM = resolve(import.meta.dirname, '..', '..', 'articles', 'newsroom');
const ROOT = 'memfs:/newsroom';
const DRAFT = `${ROOT}/drafts/quarry-street.md`;
const PLAIN = `${ROOT}/drafts/what-it-costs.txt`;
const INTERVIEW = `${ROOT}/sources/interview-szabo.txt`;
const HEARING = `${ROOT}/sources/council-hearing.vtt`;

const files = Object.fromEntries(
  readdirSync(NEWSROOM, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [`${ROOT}${path.slice(NEWSROOM.length).replaceAll('\\', '/')}`, readFileSync(path, 'utf8')];
    }),
);

/** The position of words in a file, as the protocol counts. */
function at(uri, words) {
  const text = files[uri];
  assert.ok(text.includes(words), `“${words}” is not in ${uri}`);
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}

describe('the server in a browser', () => {
  let site, browser, page;
  const fetched = [];

  before(async () => {
    site = await startSite();
    browser = await launchBrowser();
    page = await browser.newPage();
    page.context().on('request', (request) => fetched.push(request.url()));
    await page.goto(site.address);
    await page.evaluate(clientInPage, {
      script: `${site.address}/dist/browser/server.js`,
      dataFolder: `${site.address}/dist`,
      root: ROOT,
      files,
    });
    const { serverInfo } = await page.evaluate(() => window.lsp.start());
    assert.equal(serverInfo.name, 'Attest');
    await page.evaluate((uri) => window.lsp.open(uri, 'markdown'), DRAFT);
  });

  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  const diagnostics = (uri, code) =>
    page.evaluate(([document, wanted]) => window.lsp.diagnostics(document, wanted), [uri, code]);
  const ask = (method, params) =>
    page.evaluate(([name, given]) => window.lsp.request(name, given), [method, params]);

  it('warns of a quotation that differs from its source, which only the client can read', async () => {
    const found = await diagnostics(DRAFT, 'altered-quote');
    const missing = found.find(({ message }) => message.includes('“not”'));
    assert.equal(missing.relatedInformation[0].location.uri, INTERVIEW);
    assert.deepEqual(missing.range.start, at(DRAFT, '“We are going to run'));
  });

  it('says in a hover who speaks and where the words stand', async () => {
    const position = at(DRAFT, 'We are going to run');
    const { contents } = await ask('textDocument/hover', { textDocument: { uri: DRAFT }, position });
    const text = typeof contents === 'string' ? contents : contents.value;
    assert.match(text, /Martin Szabo/);
    assert.match(text, /interview-szabo\.txt/);
  });

  it('leads from a quotation to its source', async () => {
    const position = at(DRAFT, 'The turbines are fifty-one');
    const found = await ask('textDocument/definition', { textDocument: { uri: DRAFT }, position });
    const [place] = [found].flat();
    assert.equal(place.uri, INTERVIEW);
    assert.equal(place.range.start.line, at(INTERVIEW, 'The turbines').line);
  });

  it('shows the text of subtitles that lie in no folder of a disk', async () => {
    const position = at(DRAFT, 'Politeness does not clean');
    const found = await ask('textDocument/definition', { textDocument: { uri: DRAFT }, position });
    const [place] = [found].flat();
    assert.equal(place.uri, HEARING.replace('memfs:', 'attest-source:').concat('.txt?memfs'));
    const { text } = await ask('workspace/textDocumentContent', { uri: place.uri });
    assert.match(text.split('\n')[place.range.start.line], /Politeness/);
  });

  it('records an annotation through the client, and writes over nothing that it has not read', async () => {
    const file = `${PLAIN}.annotations.jsonld`;
    await page.evaluate((uri) => window.lsp.open(uri, 'plaintext'), PLAIN);
    await diagnostics(PLAIN, 'altered-quote');
    const words = '$17.5 million';
    const start = at(PLAIN, words);
    const range = { start, end: { line: start.line, character: start.character + words.length } };
    const record = (note) =>
      ask('workspace/executeCommand', {
        command: 'attest.server.annotate',
        arguments: [{ textDocument: { uri: PLAIN }, range, words, record: { verdict: 'verified', note } }],
      });
    assert.equal(typeof (await record('bond schedule')), 'string');
    const written = await page.evaluate((uri) => window.lsp.textOf(uri), file);
    assert.equal(JSON.parse(written).items.length, 1);
    await page.evaluate((uri) => window.lsp.write(uri, '{ "items": ['), file);
    await record('once more');
    assert.equal(await page.evaluate((uri) => window.lsp.textOf(uri), file), '{ "items": [');
  });

  it('fetches nothing but itself and its data', () => {
    const names = fetched.map((url) => url.replace(site.address, ''));
    const own = ['/', '/dist/attribution-weights.js', '/dist/browser/server.js', '/dist/language-model.js'];
    assert.deepEqual([...new Set(names)].filter((name) => name !== '/favicon.ico').sort(), own);
  });
});
