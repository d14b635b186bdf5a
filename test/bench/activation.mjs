/**
 * `npm run bench:activation`: how long VS Code waits for Attest when an article is opened, as its own list of running
 * extensions says it, in fresh windows; and that it does not run where no article is open. Measures the build of a
 * package: `node esbuild.mjs --production` is run first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail } from '../host/install.mjs';
import { openWorkbench } from '../host/workbench.mjs';

const WINDOWS = 5;
const ARTICLE =
  'The harbour wall is to be rebuilt\n\n“We will rebuild it before the winter,” said Ana Ruiz, the harbour master.\n\n' +
  'The work begins in May, she said, and goes on through the summer.\n';

try {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
  const times = [];
  for (let i = 0; i < WINDOWS; i++) times.push(await activation('article.txt', ARTICLE));
  times.sort((a, b) => a - b);
  console.log(`activation, ms, ${WINDOWS} windows: ${times.join(' ')}; median ${times[WINDOWS >> 1]}`);
  const without = await activation('program.js', 'export const answer = 42;\n');
  console.log(
    `with no article open: ${without === undefined ? 'not activated' : `activated, ${without} ms`}`,
  );
} catch (error) {
  fail(error);
}

/** The milliseconds in the list of running extensions; undefined where Attest is not in it. */
async function activation(name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'attest-activation-'));
  writeFileSync(join(folder, name), text);
  const { page, run, close } = await openWorkbench({ folder, file: name });
  try {
    await page.locator('.tab.active', { hasText: name }).waitFor();
    const runs = page.locator('.statusbar-item', { hasText: /Attest \d+\/\d+/ });
    if (name.endsWith('.txt')) await runs.waitFor();
    await run('Developer: Show Running Extensions');
    const rows = page.locator('.runtime-extensions-editor .monaco-list-row');
    await rows.first().waitFor();
    // The time comes when the activation is over.
    if (name.endsWith('.txt')) await rows.filter({ hasText: /attest\.attest[^]*\d+ms/ }).waitFor();
    const row = (await rows.allInnerTexts()).find((shown) => /^attest\.attest\b/m.test(shown));
    return row && Number(/(\d+)\s*ms/.exec(row)[1]);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
