/**
 * Runs the suite in a real VS Code: downloaded where that is possible and there is a display, else the server and
 * browser of `vscode.mjs`. The suite is the same. `--newest` takes the newest tested version.
 */
import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { build } from 'esbuild';
import { fail } from './install.mjs';
import { copyNewsroom } from './newsroom.mjs';

const HERE = import.meta.dirname;
const ROOT = resolve(HERE, '..', '..');
const SUITE = join(HERE, 'out', 'suite.js');
const RELEASES = { oldest: '1.100.3', newest: '1.139.1' };
const DOWNLOAD_TIMEOUT_MS = 10_000;

const version = process.argv.includes('--newest') ? 'newest' : 'oldest';

try {
  await build({
    entryPoints: [join(HERE, 'suite', 'index.ts')],
    outfile: SUITE,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha', 'vscode-oniguruma'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const vscodeExecutablePath = (await downloadedVsCode()) ?? join(HERE, 'vscode.mjs');
  const workspace = copyNewsroom();
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: SUITE,
      launchArgs: [workspace, '--disable-extensions'],
      extensionTestsEnv: { ATTEST_TEST_VSCODE: version },
    });
  } finally {
    rmSync(dirname(workspace), { recursive: true, force: true });
  }
} catch (error) {
  fail(error);
}

async function downloadedVsCode() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    console.log('No display: running VS Code in a headless browser.');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({
      version: RELEASES[version],
      cachePath: join(ROOT, '.vscode-test'),
      timeout: DOWNLOAD_TIMEOUT_MS,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    console.log(`VS Code cannot be downloaded here (${error.message}): running it in a headless browser.`);
    return undefined;
  }
}
