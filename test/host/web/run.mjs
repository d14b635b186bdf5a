/** Runs the tests of what is made for browsers, in a headless Chromium. Needs a build. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { fail } from '../install.mjs';

/** Nothing here sleeps; a wait that takes longer than this will not end. */
const TIMEOUT_MS = 120_000;

try {
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT_MS, color: false });
  for (const file of readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.test.mjs'))
    .sort()) {
    mocha.addFile(join(import.meta.dirname, file));
  }
  await mocha.loadFilesAsync();
  const runner = mocha.run((failures) => {
    const { passes: passed = 0, pending = 0 } = runner.stats ?? {};
    const results = process.env.ATTEST_TEST_RESULTS;
    if (results) writeFileSync(results, JSON.stringify({ passed, failed: failures, pending }));
    process.exitCode = failures > 0 ? 1 : 0;
  });
} catch (error) {
  fail(error);
}
