/** Attest in the extension host that VS Code has in a browser: no process of Node runs any of it. */
/* global describe, before, after, it */
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { copyNewsroom } from '../newsroom.mjs';
import { openWorkbench } from '../workbench.mjs';
import { startSite } from './site.mjs';

const DRAFT = 'drafts/quarry-street.md';
const PLAIN = 'drafts/what-it-costs.txt';
/** A browser without a graphics card on a busy machine takes its time. */
const PATIENCE_MS = 100_000;
const LOOK_AGAIN_MS = 100;

/** Empty where there is no such file. */
function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/**
 * Resolves when `ready` holds of the files on disk. It looks again and again: on Linux a recursive watch misses what is
 * written into a folder as it is made.
 */
async function onDisk(what, ready) {
  for (const end = Date.now() + PATIENCE_MS; !ready(); await delay(LOOK_AGAIN_MS)) {
    if (Date.now() > end) throw new Error(`Not on disk after ${PATIENCE_MS / 1000} s: ${what}`);
  }
}

describe('VS Code in a browser', () => {
  let site, folder, workbench;

  before(async () => {
    site = await startSite();
    folder = copyNewsroom();
    workbench = await openWorkbench({
      folder,
      file: DRAFT,
      site: site.address,
      viewport: { width: 1180, height: 760 },
      settings: { 'files.autoSave': 'off' },
    });
    workbench.page.setDefaultTimeout(PATIENCE_MS);
  });

  after(async () => {
    await workbench?.close();
    await site?.stop();
    if (folder) rmSync(dirname(folder), { recursive: true, force: true });
  });

  /** Line and column, from 1, behind the first occurrence of words. */
  function behind(path, words) {
    const text = readFileSync(join(folder, path), 'utf8');
    const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
    return [before.length, before.at(-1).length + 1];
  }

  it('checks the article that is open', async () => {
    const { page } = workbench;
    await page.locator('.statusbar-item', { hasText: /Attest \d+\/\d+/ }).waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
  });

  it('leads from a quotation to its source', async () => {
    const { page, goTo, press } = workbench;
    await goTo(...behind(DRAFT, 'The turbines are'));
    // The browser keeps F12 to itself.
    await press('Control+F12');
    await page.locator('.tab.active', { hasText: 'interview-szabo.txt' }).waitFor();
  });

  it('records a verdict in the file beside the article, and takes it back', async () => {
    const { open, goTo, run, answer, press, menu } = workbench;
    const file = join(folder, `${PLAIN}.annotations.jsonld`);
    await open(PLAIN);
    await goTo(...behind(PLAIN, 'will come to $17.5 mil'));
    await run('Attest: Mark as Verified…');
    await answer('bond schedule');
    await press('Enter');
    await onDisk('the annotation', () => textOf(file) !== '');
    const [{ target }] = JSON.parse(readFileSync(file, 'utf8')).items;
    assert.equal(target.selector[0].exact, '$17.5 million');
    await run('Attest: Remove Annotation');
    await menu('Remove the annotation');
    await onDisk('no annotation any more', () => !existsSync(file));
  });

  it('copies the sample newsroom, whose files come from the web site', async () => {
    const { page, run } = workbench;
    const parent = join(folder, 'copies');
    mkdirSync(parent);
    await run('Attest: Open the Sample Newsroom…');
    const input = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-title', { hasText: 'Where to put the sample newsroom' }).waitFor();
    await input.first().fill(`${parent}/`);
    // The dialog takes no answer while it reads a folder: it has read the empty one when nothing else is listed.
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'drafts' })
      .waitFor({ state: 'hidden' });
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'Copy It Here' }).click();
    const files = ['.attest.yaml', DRAFT, 'sources/council-hearing.vtt', 'sources/mayor-press-release.md'];
    await onDisk('the whole sample newsroom', () =>
      files.every((path) => textOf(join(parent, 'attest-sample', path)) === textOf(join(folder, path))),
    );
  });
});
