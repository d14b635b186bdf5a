/**
 * `npm run story`: a working day with Attest in a real VS Code, by keyboard, with a picture of each step in
 * `test/host/out/story`. Every step is checked in the files or on the page, and at the end all of it is undone.
 */
import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail } from './install.mjs';
import { copyNewsroom } from './newsroom.mjs';
import { openWorkbench } from './workbench.mjs';

const PICTURES = join(import.meta.dirname, 'out', 'story');
const DRAFT = 'drafts/quarry-street.md';
const PLAIN = 'drafts/what-it-costs.txt';
const SHEET = 'drafts/quarry-street.facts.html';
const INTERVIEW = 'sources/interview-szabo.txt';
const SOURCE = 'sources/health-department.html';
const RENAMED = 'sources/asthma-figures.html';
/** The newest VS Code asks nothing while a script drives it. */
const VERSION = process.argv.includes('--newest') ? 'newest' : 'oldest';

const folder = copyNewsroom();
const original = { [DRAFT]: read(DRAFT), [PLAIN]: read(PLAIN), '.attest.yaml': read('.attest.yaml') };
rmSync(PICTURES, { recursive: true, force: true });
mkdirSync(PICTURES, { recursive: true });

try {
  const workbench = await openWorkbench({
    folder,
    file: PLAIN,
    viewport: { width: 1180, height: 760 },
    settings: { 'files.autoSave': 'off', 'editor.wordBasedSuggestions': 'off' },
    version: VERSION,
  });
  try {
    // A browser without a graphics card on a busy machine takes its time.
    workbench.page.setDefaultTimeout(120_000);
    await inPlainText(workbench);
    await inMarkdown(workbench);
    if (VERSION === 'oldest') await inTheExplorer(workbench);
    await inEveryTheme(workbench);
    await beginning(workbench);
  } catch (error) {
    await workbench.page.screenshot({ path: join(PICTURES, 'failed.png'), scale: 'css' });
    throw error;
  } finally {
    await workbench.close();
  }
} catch (error) {
  fail(error);
} finally {
  rmSync(dirname(folder), { recursive: true, force: true });
}

/** Quotations from the sources, whose origin goes into the file beside the article. */
async function inPlainText({ page, goTo, open, save, press, menu }) {
  const take = camera(page);
  await page.locator('.statusbar-item', { hasText: /Attest \d+\/\d+/ }).waitFor();
  await take('the draft as it was opened');

  await goTo(...after(PLAIN, 'have them find out in January," he said in an interview.'));
  await page.keyboard.type('\n\nHe made a promise, too. "Nobody is being');
  await page.locator('.ghost-text-decoration, .ghost-text').first().waitFor();
  await take('the rest of the words, offered while they are typed');
  await press('Tab');
  await until(() => annotations(PLAIN).length === 1, 'the source of the quotation is recorded');
  await save();
  assert.ok(read(PLAIN).includes('"Nobody is being laid off," Szabo said.'), 'in the house style');
  await take('the quotation with its marks');

  await open(INTERVIEW);
  await goTo(...after(INTERVIEW, 'SZABO: So do I. '));
  await press('Shift+End');
  await take('a passage of the interview, to be copied');
  await press('Control+c');
  await open(PLAIN);
  await goTo(...after(PLAIN, 'open on weekdays from 9 a.m. to 5 p.m.'));
  await page.keyboard.type('\n\n');
  await press('Control+v');
  await page.locator('.post-edit-widget').waitFor();
  await take('the passage pasted as it was, and the offer of more');
  await press('Control+.');
  await menu('Paste as Quotation', () => take('what can be pasted'));
  await until(() => annotations(PLAIN).length === 2, 'the source of what was pasted is recorded');
  await take('the passage as a quotation');

  await press('Control+z');
  await until(() => annotations(PLAIN).length === 1, 'undo takes the annotation with the words');
  await press('Control+Shift+z');
  await until(() => annotations(PLAIN).length === 2, 'redo brings both back');
  await undoAll(page, press, save, () => read(PLAIN) === original[PLAIN]);
  await until(() => annotations(PLAIN).length === 0, 'nothing is left in the annotation file');
  await take('everything undone');
}

/** Checking and handing over, with marks and comments in the text. */
async function inMarkdown({ page, goTo, open, run, save, press, menu, answer }) {
  const take = camera(page);
  await open(DRAFT);
  await page.locator('.squiggly-warning').first().waitFor();
  await take('a draft with its troubles');

  await goTo(...after(DRAFT, 'More than 4'));
  await run('Attest: Link to Source…');
  const source = page.locator('.quick-input-list .monaco-list-row', { hasText: 'health-department.html' });
  await source.first().waitFor();
  await page.keyboard.type('health');
  await take('where a figure comes from');
  await press('Enter');
  await shown(page, 'five years. [source:');
  await take('the figure with its source');

  await goTo(...after(DRAFT, 'Exp'));
  await press('Control+.');
  await menu('Dismiss for this line…', () => take('ways to dismiss a warning'));
  await answer('three of them, in the energy department');
  await take('a warning dismissed, with the reason');
  await press('Enter');
  await shown(page, 'attest-dismiss-line');
  await take('the dismissal, which no reader sees');

  await goTo(...after(DRAFT, 'power on only 11 da'));
  await run('Attest: Mark as Disputed…');
  await answer('the log says twelve');
  await take('a figure disputed, with a note');
  await press('Enter');
  await until(() => annotations(DRAFT).length === 1, 'the verdict is in the annotation file');

  await goTo(...after(DRAFT, 'Martin Szab'));
  await press('F2');
  await page.locator('.rename-box input').waitFor();
  await take('a speaker about to be renamed');
  await page.keyboard.type('Marton Szabo');
  await press('Enter');
  const apply = page.locator('.monaco-button', { hasText: 'Apply' });
  await apply.waitFor();
  await take('the same speaker in another draft, if that is wanted');
  await apply.press('Enter');
  await shown(page, 'Marton Szabo, the general');

  await goTo(...after(DRAFT, 'We are going to run'));
  await press('Control+.');
  await menu('Use the source’s wording');
  await shown(page, 'We are not going to run');
  await take('the altered quotation in the words of its source');

  await run('Attest: Show Facts');
  await page.locator('.pane-body .monaco-list-row', { hasText: '6 to 3' }).waitFor();
  await take('the facts');

  await save();
  await run('Attest: Fact Sheet…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Save as HTML' }).waitFor();
  await take('what the fact sheet is wanted for');
  await press('Enter');
  await page.locator('.tab.active', { hasText: 'Fact sheet: quarry-street' }).waitFor();
  const sheet = page.frameLocator('iframe.webview').frameLocator('iframe');
  await sheet.locator('td', { hasText: 'the log says twelve' }).first().waitFor();
  await take('the fact sheet');

  await open(DRAFT);
  await run('Attest: Fact Sheet…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Save as HTML' }).click();
  await page.locator('.quick-input-title', { hasText: 'Where to save the fact sheet' }).waitFor();
  await press('Enter');
  await until(() => existsSync(join(folder, SHEET)), 'the fact sheet is saved beside the article');
  await printed(page, read(SHEET));

  await open(DRAFT);
  await run('Attest: Clean Copy');
  await page.locator('.tab.active', { hasText: 'quarry-street.clean.md' }).waitFor();
  await take('the clean copy');
  const copy = await textOf(page);
  assert.doesNotMatch(copy, /\[CQ\]|\[source|attest-dismiss/);

  await open(DRAFT);
  await goTo(...after(DRAFT, 'power on only 11 da'));
  await run('Attest: Remove Annotation');
  await menu('Remove the annotation');
  await until(() => annotations(DRAFT).length === 0, 'the verdict is taken back');
  await undoAll(page, press, save, () => read(DRAFT) === original[DRAFT]);
  await take('the draft as it was');
}

/** A source gets another name, and what leads to it follows, when VS Code has asked; undo takes both back. */
async function inTheExplorer({ page, goTo, open, run, press, save }) {
  const take = camera(page);
  const row = (path) =>
    page.locator('.explorer-folders-view .monaco-list-row', { hasText: path.slice(path.indexOf('/') + 1) });
  const leadsTo = async (path) => {
    await open(DRAFT);
    await goTo(...after(DRAFT, 'the pattern has held for five years.”'));
    await shown(page, `../${path}`);
  };
  await run('View: Show Explorer');
  // The Explorer unfolds the folder of what is open.
  await open(INTERVIEW);
  await row(SOURCE).click();
  await page.locator('.explorer-folders-view .monaco-list:focus').waitFor();
  await press('F2');
  await page.locator('.explorer-item-edited input').waitFor();
  await press('Control+a');
  await page.keyboard.type(RENAMED.slice(RENAMED.indexOf('/') + 1));
  await press('Enter');
  const question = page.locator('.monaco-dialog-box', { hasText: 'Attest' });
  await question.waitFor();
  await take('a source renamed, and the question whether what leads to it follows');
  await question.locator('.monaco-button', { hasText: 'OK' }).click();
  await until(() => existsSync(join(folder, RENAMED)), 'the source has its new name');
  await leadsTo(RENAMED);
  await take('the mark that leads to its new name');

  await row(RENAMED).click();
  await page.locator('.explorer-folders-view .monaco-list:focus').waitFor();
  await press('Control+z');
  await until(() => existsSync(join(folder, SOURCE)), 'the source has its old name back');
  await leadsTo(SOURCE);
  await save();
  assert.equal(read(DRAFT), original[DRAFT], 'the draft is as it was');
}

/** The saved fact sheet, as a browser shows it. */
async function printed(workbench, html) {
  const page = await workbench.context().newPage();
  await page.setViewportSize({ width: 1180, height: 760 });
  await page.setContent(html);
  await camera(page)('the fact sheet as a browser shows and prints it');
  await page.close();
}

/** The signs and colours on every kind of background. */
async function inEveryTheme({ page, open, goTo, run, change }) {
  const take = camera(page);
  await open(DRAFT);
  await goTo(11, 1);
  for (const theme of ['Default Dark Modern', 'Default High Contrast', 'Default High Contrast Light']) {
    change({ 'workbench.colorTheme': theme });
    const kind =
      { 'Default Dark Modern': 'vs-dark', 'Default High Contrast': 'hc-black' }[theme] ?? 'hc-light';
    await page.locator(`.monaco-workbench.${kind}`).waitFor();
    await take(`the theme ${theme}`);
  }
  change({ 'workbench.colorTheme': 'Default Dark Modern' });
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await run('Attest: Fact Sheet…');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Show' }).first().click();
  await page.locator('.tab.active', { hasText: 'Fact sheet: quarry-street' }).waitFor();
  const sheet = page.frameLocator('iframe.webview').frameLocator('iframe').locator('body:has(td)');
  const { color, backgroundColor } = await sheet.evaluate((body) => {
    const style = body.ownerDocument.defaultView.getComputedStyle(body);
    return { color: style.color, backgroundColor: style.backgroundColor };
  });
  assert.ok(
    brightness(color) - brightness(backgroundColor) > 100,
    `${color} on ${backgroundColor} can be read`,
  );
  await take('the fact sheet on a dark background');
  await open(DRAFT);
  change({});
  await page.locator('.monaco-workbench.vs').waitFor();
}

/** From 0 to 255, of a colour as the page names it: `rgb(31, 31, 31)`. */
function brightness(color) {
  const [red, green, blue] = color.match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 3;
}

/** What somebody sees who has just installed it. */
async function beginning({ page, run, press }) {
  const take = camera(page);
  await run('Welcome: Open Walkthrough...');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Attest' }).first().waitFor();
  await page.keyboard.type('Trace Every Fact');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Trace Every Fact' }).first().waitFor();
  await press('Enter');
  await page.locator('.getting-started-step.expanded').first().waitFor();
  await take('the walkthrough');
}

/** Waits until a line of an editor has these words; blanks are shown as no-break spaces. */
async function shown(page, words) {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s');
  await page
    .locator('.view-line', { hasText: new RegExp(pattern) })
    .first()
    .waitFor();
}

/** What an editor shows, from its first line on; blanks are shown as no-break spaces. */
async function textOf(page) {
  const lines = await page.locator('.editor-instance .view-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

function camera(page) {
  return async (what) => {
    camera.count = (camera.count ?? 0) + 1;
    const name = `${String(camera.count).padStart(2, '0')}-${what.replace(/[^a-z]+/gi, '-')}.png`;
    // Where nothing answers to the mouse: what lies under it would show its tooltip.
    await page.mouse.move(24, 520);
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(PICTURES, name), scale: 'css' });
    console.log(`test/host/out/story/${name}`);
  };
}

function read(path) {
  return readFileSync(join(folder, path), 'utf8');
}

function annotations(path) {
  const file = `${path}.annotations.jsonld`;
  return existsSync(join(folder, file)) ? JSON.parse(read(file)).items : [];
}

/** Line and column, from 1, behind the first occurrence of `words`. */
function after(path, words) {
  const text = read(path);
  assert.ok(text.includes(words), `“${words}” is not in ${path}`);
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return [before.length, before.at(-1).length + 1];
}

async function undoAll(page, press, save, done) {
  for (let i = 0; i < 60; i++) {
    await press('Control+z');
    await save();
    if (done()) return;
  }
  assert.fail('Undoing everything does not lead back to the text as it was.');
}

async function until(holds, what) {
  for (const end = performance.now() + 60_000; performance.now() < end;) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It does not happen that ${what}.`);
}
