/** The language server as a Node process: `node dist/server.js --stdio`, or `--node-ipc` when forked. */
import './node/frugalMemory.ts';
import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from 'vscode-languageserver/node';
import type { MessageReader, MessageWriter } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { byPlace, clientFiles } from './clientFiles.ts';
import { describe } from './guard.ts';
import { nodeFiles } from './node/files.ts';
import { nodeIndexStore } from './node/indexStore.ts';
import type { Clock } from './ports.ts';
import { serve } from './server.ts';
import { timers } from './timers.ts';

const USAGE = `Attest language server ${version}

Usage: node server.js --stdio      messages over standard input and output
       node server.js --node-ipc   messages over the channel of a forked Node process
`;

const clock: Clock = {
  ...timers,
  defer: (callback) => {
    setImmediate(callback);
  },
};

function transport(): [MessageReader, MessageWriter] | undefined {
  if (process.argv.includes('--stdio')) {
    return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)];
  }
  if (process.argv.includes('--node-ipc') && process.send) {
    return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  }
  return undefined;
}

const streams = transport();
if (!streams) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const connection = createMessageConnection(...streams);
  const clientGone = serve({
    connection,
    world: { files: byPlace(nodeFiles, clientFiles(connection)), clock, indexes: nodeIndexStore },
    version,
    loadCore: () => import('./core.ts'),
    exit: (code) => process.exit(code),
  });
  process.stdin.once('end', clientGone);
  process.once('disconnect', clientGone);
  // The last net, under every other: the session outlives what nobody foresaw.
  process.on('uncaughtException', (error) => process.stderr.write(`Unexpected: ${describe(error)}\n`));
  process.on('unhandledRejection', (error) => process.stderr.write(`Unexpected: ${describe(error)}\n`));
  connection.listen();
}
