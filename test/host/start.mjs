/**
 * `npm start [-- FOLDER]`: builds Attest, prints what it finds, and opens it in VS Code: the desktop's where `code` is on
 * the PATH, else a workbench in the browser.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, HostError } from './install.mjs';
import { copyNewsroom } from './newsroom.mjs';
import { remoteUri, startServer, workbenchAddress } from './server.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const PORT = 8123;
const windows = process.platform === 'win32';

try {
  const { values, positionals } = parseArgs({
    options: { browser: { type: 'boolean' }, port: { type: 'string' } },
    allowPositionals: true,
  });
  const folder = positionals[0] === undefined ? sample() : existing(positionals[0]);
  run(process.execPath, ['esbuild.mjs'], ROOT);
  printFindings(folder);
  if (values.browser || !openOnDesktop(folder)) await openInBrowser(folder, Number(values.port ?? PORT));
} catch (error) {
  fail(error);
}

function sample() {
  const folder = copyNewsroom();
  console.log(`The sample newsroom, copied to ${folder} so that the clone stays clean.\n`);
  return folder;
}

function existing(path) {
  // npm runs scripts in the package's folder; INIT_CWD is where the person stands.
  const folder = resolve(process.env.INIT_CWD ?? '.', path);
  if (!existsSync(folder)) throw new HostError(`There is no folder ${folder}.`);
  if (!statSync(folder).isDirectory())
    throw new HostError(`${folder} is a file. Give the folder it lies in.`);
  return folder;
}

function printFindings(folder) {
  console.log('What `attest check` finds in it:\n');
  // Warnings are what is expected here: only a command that cannot run is a failure.
  run(process.execPath, [join(ROOT, 'dist', 'cli.js'), 'check', '.', '--fail-on', 'never'], folder);
}

function openOnDesktop(folder) {
  const options = { shell: windows, encoding: 'utf8' };
  if (spawnSync('code', ['--version'], options).status !== 0) return false;
  const quoted = (argument) => (windows ? `"${argument}"` : argument);
  const draft = firstDraft(folder);
  const { status } = spawnSync(
    'code',
    ['--new-window', `--extensionDevelopmentPath=${ROOT}`, folder, ...(draft ? [draft] : [])].map(quoted),
    { ...options, stdio: 'inherit' },
  );
  if (status === 0) console.log(`\nOpened ${folder} in VS Code with Attest loaded.`);
  return status === 0;
}

async function openInBrowser(folder, port) {
  console.log(
    '\nThere is no `code` on the PATH to open desktop VS Code with: opening a workbench in the browser.',
  );
  const server = await startServer({ version: 'oldest', port });
  const draft = firstDraft(folder);
  const address = workbenchAddress(server.port, folder, [
    ['extensionDevelopmentPath', remoteUri(server.port, ROOT)],
    ['skipWelcome', 'true'],
    ...(draft ? [['openFile', remoteUri(server.port, draft)]] : []),
  ]);
  console.log(`
Open this address in your browser:

  ${address}

Only this machine can reach it. Ctrl-C ends it.`);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    console.log('\nStopping VS Code …');
    await server.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
  await server.ended;
  if (!stopping) throw new HostError('VS Code ended.');
}

/** What to open first: the newsroom's first draft; in another folder the person chooses. */
function firstDraft(folder) {
  const drafts = join(folder, 'drafts');
  if (!existsSync(drafts)) return undefined;
  const name = readdirSync(drafts)
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .sort()[0];
  return name && join(drafts, name);
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new HostError(`This failed: ${[command, ...args].join(' ')}`);
}
