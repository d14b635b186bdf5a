#!/usr/bin/env node
/**
 * Plays the VS Code executable for `@vscode/test-electron` where VS Code cannot be downloaded or has no display: starts
 * the VS Code server, opens the workbench in a headless Chromium, relays the extension host's console and ends with
 * the test suite's exit code. Takes the arguments test-electron gives to the desktop's executable.
 */
import { resolve } from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { fail, HostError } from './install.mjs';
import { NOISE, remoteUri, startServer, workbenchAddress } from './server.mjs';

/** A suite that hangs must not hang the build. */
const LIMIT_MS = 10 * 60_000;

const { values, positionals } = parseArgs({
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});

try {
  process.exitCode = await run(process.env.ATTEST_TEST_VSCODE === 'newest' ? 'newest' : 'oldest');
} catch (error) {
  fail(error);
}

async function run(version) {
  const server = await startServer({ version, isDriven: true });
  try {
    const browser = await launchBrowser();
    try {
      return await runSuite(browser, server.port);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function runSuite(browser, port) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  let finish;
  const finished = new Promise((resolve, reject) => {
    finish = resolve;
    setTimeout(() => reject(new HostError('The tests did not finish in time.')), LIMIT_MS).unref();
    page.on('crash', () => reject(new HostError('The browser page crashed.')));
  });
  // One after the other: of two at the same time the page sees only the first.
  await page.exposeFunction('codeAutomationExit', finish);
  await page.exposeFunction('codeAutomationLog', (_, args) => {
    const line = format(...args);
    if (!NOISE.test(line)) console.log(line);
  });
  await page.goto(
    workbenchAddress(port, resolve(positionals[0] ?? '.'), [
      ['extensionDevelopmentPath', remoteUri(port, resolve(values.extensionDevelopmentPath))],
      ['extensionTestsPath', remoteUri(port, resolve(values.extensionTestsPath))],
      ['skipWelcome', 'true'],
    ]),
  );
  return finished;
}
