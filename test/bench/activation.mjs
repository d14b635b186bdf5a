/**
 * `npm run bench:activation`: how long VS Code waits for Attest when an article is opened, as its own list of running
 * extensions says it, in fresh windows; that it sleeps where no article is open, without a server; and what all of the activation
 * costs the extension host in processor time. Measures the build of a package: `node esbuild.mjs --production` is run
 * first.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { fail } from '../host/install.mjs';
import { openWorkbench } from '../host/workbench.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');
const WINDOWS = 5;
const ARTICLE =
  'The harbour wall is to be rebuilt\n\n“We will rebuild it before the winter,” said Ana Ruiz, the harbour master.\n\n' +
  'The work begins in May, she said, and goes on through the summer.\n';

try {
  execFileSync(process.execPath, ['esbuild.mjs', '--production'], { stdio: 'inherit' });
  await report('VS Code waits, ms', async () => (await activation('article.txt', ARTICLE)).ms);
  const suite = await builtSuite();
  await report('processor time of the extension host, ms', () => cost(suite));
  const { ms, servers } = await activation('program.js', 'export const answer = 42;\n');
  console.log(
    `with no article open: ${ms === undefined ? 'not activated' : `asleep after ${ms} ms`}, servers: ${servers}`,
  );
} catch (error) {
  fail(error);
}

/** Measures in several windows, one after the other, and prints the values in order. */
async function report(what, measure) {
  const times = [];
  for (let i = 0; i < WINDOWS; i++) times.push(await measure());
  times.sort((a, b) => a - b);
  console.log(`${what}, ${WINDOWS} windows: ${times.join(' ')}; median ${times[WINDOWS >> 1]}`);
}

async function builtSuite() {
  const outfile = join(ROOT, 'test', 'host', 'out', 'activation.js');
  const entryPoints = [join(ROOT, 'test', 'bench', 'activationCost.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  return outfile;
}

/** Milliseconds of processor time until Attest is active in a window without an article. */
async function cost(extensionTestsPath) {
  const folder = mkdtempSync(join(tmpdir(), 'attest-activation-'));
  const result = join(folder, 'result.log');
  try {
    await runTests({
      vscodeExecutablePath: join(ROOT, 'test', 'host', 'vscode.mjs'),
      extensionDevelopmentPath: ROOT,
      extensionTestsPath,
      launchArgs: [folder, '--disable-extensions'],
      extensionTestsEnv: { ATTEST_BENCH_RESULT: result },
    });
    return Math.round(Number(readFileSync(result, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The milliseconds in the list of running extensions, undefined where Attest is not in it; how many servers run. */
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
    return { ms: row && Number(/(\d+)\s*ms/.exec(row)[1]), servers: runningServers() };
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function runningServers() {
  const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
  return processes.filter((args) => args.includes(join(ROOT, 'dist', 'server.js'))).length;
}
