/** Starts the VS Code server of the host: the same workbench and extension host as the desktop, in a browser. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostError, installServer } from './install.mjs';

/** What VS Code says about itself and the world it cannot reach; none of it concerns Attest. */
export const NOISE =
  /open-vsx|ENOTFOUND|spdlog|native-watchdog|watchdog\.node|bindings file|→|^\s+at |vscode-sqlite3|double free|NODE_MODULE_NOT_FOUND|connection token|[Ss]ocket|Service ?Worker|builtin extensions|workbench contribution|ChatSession|^\[[\w:-]+\]|authentication provider|ripgrep|esponsive\.$|onWillSave/;

const GRACE_MS = 2000;

/**
 * @param {object} options
 * @param {'oldest' | 'newest'} options.version
 * @param {boolean} [options.isDriven] whether a test drives the workbench, which then asks nobody anything: it refuses
 * dialogs or takes them as confirmed. The newest VS Code develops an extension in a browser only so.
 * @param {number} [options.port] the port wished for; a free one is taken when it is busy or not given
 * @param {(line: string) => void} [options.log] receives what the server prints
 * @returns {Promise<{ port: number, stop: () => Promise<void>, ended: Promise<void> }>}
 */
export async function startServer({ version, isDriven = false, port = 0, log = () => {} }) {
  const { node, server } = await installServer(version);
  const data = mkdtempSync(join(tmpdir(), 'attest-vscode-'));
  const child = spawn(
    node,
    [
      server,
      ...['--host', '127.0.0.1', '--port', String(port && (await isFree(port)) ? port : 0)],
      ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
      ...['--disable-telemetry', '--server-data-dir', data],
      ...(isDriven ? ['--enable-smoke-test-driver'] : []),
    ],
    // A group of its own: Ctrl-C reaches this script, which then ends the server and its children in order.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const onExit = () => signalGroup(child, 'SIGKILL');
  process.on('exit', onExit);
  let output = '';
  const listening = new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      for (const line of String(chunk).split('\n')) if (line.trim() && !NOISE.test(line)) log(line);
      const match = /listening on (\d+)/.exec(output);
      if (match) resolve(Number(match[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => reject(new HostError(`VS Code did not start: ${error.message}`)));
    child.on('close', (code) => reject(new HostError(`VS Code ended (${code}):\n${output.slice(-2000)}`)));
  });
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    // With a workbench still connected the server waits for its extension host: that is not waited for here.
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(force);
    process.off('exit', onExit);
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { port: await listening, stop, ended };
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    throw error;
  }
}

/** The workbench's address, with what it should open. */
export function workbenchAddress(port, folder, payload) {
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://localhost:${port}/?${query}`;
}

/** A path as the workbench in the browser names it. */
export function remoteUri(port, path) {
  return `vscode-remote://localhost:${port}${encodeURI(path)}`;
}

function signalGroup(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

async function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port, '127.0.0.1');
  });
}
