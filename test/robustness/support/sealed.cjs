/**
 * Loaded before the program under test (`node --require`). Whatever would reach beyond the process, to the network or to
 * another program, fails and is written down in the file that ATTEST_SEALED_REPORT names.
 */
const { appendFileSync } = require('node:fs');
const process = require('node:process');

function seal(owner, names, what) {
  for (const name of names) {
    if (typeof owner[name] !== 'function') continue;
    owner[name] = () => {
      appendFileSync(process.env.ATTEST_SEALED_REPORT, `${what}.${name}\n`);
      throw new Error(`${what}.${name} is sealed`);
    };
  }
}

const net = require('node:net');
seal(net.Socket.prototype, ['connect'], 'net.Socket');
seal(net.Server.prototype, ['listen'], 'net.Server');
seal(require('node:dgram'), ['createSocket'], 'dgram');
seal(require('node:tls'), ['connect', 'createServer'], 'tls');
seal(require('node:http'), ['request', 'get', 'createServer'], 'http');
seal(require('node:https'), ['request', 'get', 'createServer'], 'https');
seal(require('node:http2'), ['connect', 'createServer', 'createSecureServer'], 'http2');
for (const dns of [require('node:dns'), require('node:dns/promises')]) {
  seal(dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'], 'dns');
}
seal(
  require('node:child_process'),
  ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  'child_process',
);
seal(require('node:cluster'), ['fork'], 'cluster');
seal(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'globalThis');
