/** The entry that VS Code's extension host calls: runs every test file of this folder with Mocha. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Nothing here sleeps; a wait that takes longer than this will not end. */
const TIMEOUT_MS = 60_000;

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TIMEOUT_MS, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./extension.test.ts');
  await import('./reading.test.ts');
  await import('./writing.test.ts');
  await import('./facts.test.ts');
  await import('./recording.test.ts');
  await import('./moving.test.ts');
  await import('./prompts.test.ts');
  await import('./grammar.test.ts');
  const { passed, failed, pending } = await runMocha(mocha);
  const results = process.env.ATTEST_TEST_RESULTS;
  if (results) writeFileSync(results, JSON.stringify({ passed, failed, pending }));
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
}

interface Counts {
  passed: number;
  failed: number;
  pending: number;
}

function runMocha(mocha: Mocha): Promise<Counts> {
  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, pending });
    });
  });
}
