/** The language server as a worker of a browser. Its files are the client's; nothing is kept between sessions. */
import type { InitializeParams } from 'vscode-languageserver/browser';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createMessageConnection,
} from 'vscode-languageserver/browser';
import { version } from '../../../../package.json';
import { DATA_FOLDER_OPTION } from '../attestProtocol.ts';
import { clientFiles } from '../clientFiles.ts';
import type { Clock } from '../ports.ts';
import { serve } from '../server.ts';
import { timers } from '../timers.ts';
import { dataLiesIn } from './sharedData.ts';

declare const self: { close(): void };
declare const MessageChannel: new () => {
  readonly port1: { onmessage: () => void };
  readonly port2: { postMessage(message: null): void };
};

const waiting: (() => void)[] = [];
/** A message to oneself comes after those that are here already; browsers have no `setImmediate`. */
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();

const clock: Clock = {
  ...timers,
  defer(callback) {
    waiting.push(callback);
    port2.postMessage(null);
  },
};

const connection = createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve({
  connection,
  world: { files: clientFiles(connection), clock },
  version,
  loadCore(params) {
    dataLiesIn(dataFolderOf(params));
    return import('../core.ts');
  },
  exit: () => {
    self.close();
  },
});
connection.listen();

function dataFolderOf({ initializationOptions: options }: InitializeParams): string {
  const given: unknown = options;
  const folder =
    typeof given === 'object' && given !== null
      ? (given as Record<string, unknown>)[DATA_FOLDER_OPTION]
      : undefined;
  if (typeof folder !== 'string')
    throw new Error(`In a browser the option ${DATA_FOLDER_OPTION} must name a folder`);
  return folder;
}
