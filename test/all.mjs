/** `npm test`: every check there is, one after the other, and a summary. All run, whatever fails before them. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const BIN = join(ROOT, 'node_modules', '.bin');
const RESULTS = join(ROOT, 'node_modules', '.cache', 'attest');
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const unitResults = join(RESULTS, 'unit.json');
const webResults = join(RESULTS, 'web.json');
const hostResults = join(RESULTS, 'host.json');

const STEPS = [
  { name: 'types', command: ['tsc'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'build', command: ['node', 'esbuild.mjs'] },
  {
    name: 'unit, protocol, grammar',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`],
    counts: () => {
      const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = readJson(unitResults);
      return { passed: numPassedTests, failed: numFailedTests, pending: numPendingTests };
    },
  },
  {
    name: 'in a browser',
    command: ['node', 'test/host/web/run.mjs'],
    env: { ATTEST_TEST_RESULTS: webResults },
    counts: () => ({ passed: 0, failed: 0, pending: 0, ...readJson(webResults) }),
  },
  {
    name: 'in VS Code',
    command: ['node', 'test/host/run.mjs'],
    env: { ATTEST_TEST_RESULTS: hostResults },
    counts: () => ({ passed: 0, failed: 0, pending: 0, ...readJson(hostResults) }),
  },
];

const rows = STEPS.map(runStep);

console.log('');
for (const { name, ok, seconds, detail } of rows) {
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${seconds.padStart(6)} s  ${detail}`);
}
const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed, ${total('pending')} not run`);
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;

/** A step without counts of its own counts as one check. */
function runStep({ name, command: [program, ...args], env, counts }) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    env: { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH}`, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counted = counts?.() ?? { passed: 1, failed: 0, pending: 0 };
  // A crash before or after the tests is a failure too, though no test failed.
  const failed = status !== 0 && counted.failed === 0 ? 1 : counted.failed;
  const passed = counts ? counted.passed : 1 - failed;
  const detail = counts
    ? `${passed} passed, ${failed} failed${counted.pending ? `, ${counted.pending} not run` : ''}`
    : '';
  return { name, ok: failed === 0, seconds, detail, passed, failed, pending: counted.pending };
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
