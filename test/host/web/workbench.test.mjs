/** Attest in the extension host that VS Code has in a browser: no process of Node runs any of it. */
/* global describe, before, after, it */
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, rmSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyNewsroom } from '../newsroom.mjs';
import { openWorkbench } from '../workbench.mjs';
import { startSite } from './site.mjs';

const DRAFT = 'drafts/quarry-street.md';
const PLAIN = 'drafts/what-it-costs.txt';
/** A browser without a graphics card on a busy machine takes its time. */
const PATIENCE_MS = 100_000;

/** Empty where there is no such file. */
function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Resolves when something below the folder has changed so that `ready` holds. */
function changed(folder, ready) {
  return new Promise((resolve) => {
    const watcher = watch(folder, { recursive: true }, () => {
      if (!ready()) return;
      watcher.close();
      resolve();
    });
  });
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
    const written = changed(dirname(file), () => textOf(file) !== '');
    await run('Attest: Mark as Verified…');
    await answer('bond schedule');
    await press('Enter');
    await written;
    const [{ target }] = JSON.parse(readFileSync(file, 'utf8')).items;
    assert.equal(target.selector[0].exact, '$17.5 million');
    const removed = changed(dirname(file), () => !existsSync(file));
    await run('Attest: Remove Annotation');
    await menu('Remove the annotation');
    await removed;
  });

  it('copies the sample newsroom, whose files come from the web site', async () => {
    const { page, run } = workbench;
    const parent = join(folder, 'copies');
    mkdirSync(parent);
    await run('Attest: Open the Sample Newsroom…');
    const input = page.locator('.quick-input-widget input');
    await page.locator('.quick-input-title', { hasText: 'Where to put the sample newsroom' }).waitFor();
    await input.first().fill(`${parent}/`);
    const files = ['.attest.yaml', DRAFT, 'sources/council-hearing.vtt', 'sources/mayor-press-release.md'];
    const copied = changed(parent, () =>
      files.every((path) => textOf(join(parent, 'attest-sample', path)) === textOf(join(folder, path))),
    );
    await page.locator('.quick-input-widget .monaco-button', { hasText: 'Copy It Here' }).click();
    await copied;
  });
});
