/** `npm run screenshots`: the pictures of the README, taken of the sample newsroom in a real VS Code. */
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail } from './install.mjs';
import { copyNewsroom } from './newsroom.mjs';
import { openWorkbench } from './workbench.mjs';

const PICTURES = resolve(import.meta.dirname, '..', '..', 'client', 'media');
const DRAFT = 'drafts/quarry-street.md';
/** The draft dropped a "not" from this quotation. */
const ALTERED = 'We are going to run the plant';

const folder = copyNewsroom();
try {
  const workbench = await openWorkbench({ folder, file: DRAFT, viewport: { width: 1180, height: 720 } });
  try {
    await takeAll(workbench);
  } finally {
    await workbench.close();
  }
} catch (error) {
  fail(error);
} finally {
  rmSync(dirname(folder), { recursive: true, force: true });
}

async function takeAll({ page, goTo, run }) {
  // A browser without a graphics card on a busy machine takes its time.
  page.setDefaultTimeout(120_000);
  const take = async (name) => {
    await settled(page);
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    console.log(`client/media/${name}.png`);
  };
  const [line, column] = positionOf(ALTERED);

  // The tally comes with the first warnings.
  await page.locator('.statusbar-item', { hasText: /Attest \d+\/\d+/ }).waitFor();
  await page.locator('.squiggly-warning').first().waitFor();
  await take('draft');

  await goTo(line, column);
  await run('Show or Focus Hover');
  await page.locator('.monaco-hover .hover-contents', { hasText: 'Said by' }).first().waitFor();
  await take('hover');
  await page.keyboard.press('Escape');

  await run('Peek Definition');
  await page.locator('.peekview-widget .monaco-editor .view-line').first().waitFor();
  await take('go-to-source');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+Shift+o');
  await page.locator('.quick-input-list .monaco-list-row').nth(3).waitFor();
  await take('outline');
  await page.keyboard.press('Escape');

  await run('Attest: Show Facts');
  await page.locator('.pane-body .monaco-list-row', { hasText: '6 to 3' }).waitFor();
  await take('facts');

  await goTo(line, column);
  await run('Attest: Compare Quotation with Source');
  await page.locator('.monaco-diff-editor .char-insert, .monaco-diff-editor .char-delete').first().waitFor();
  await take('compare');
}

/** Line and column, from 1, of the first occurrence in the draft. */
function positionOf(text) {
  const before = readFileSync(join(folder, DRAFT), 'utf8').split(text)[0].split('\n');
  return [before.length, before.at(-1).length + 2];
}

/** Waits until two looks at the page in a row are the same. */
async function settled(page) {
  let last;
  for (;;) {
    const look = await page.screenshot({ scale: 'css' });
    if (last?.equals(look)) return;
    last = look;
    await page.waitForTimeout(400);
  }
}
