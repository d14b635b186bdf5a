import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import {
  StreamMessageReader,
  StreamMessageWriter,
  createMessageConnection,
} from 'vscode-languageserver/node';
import type { World } from '../../server/src/lsp/ports.ts';
import { serve } from '../../server/src/lsp/server.ts';

it('answers initialize before it loads what takes long', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const connection = createMessageConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const events: string[] = [];
  const client = createMessageConnection(new StreamMessageReader(output), new StreamMessageWriter(input));
  output.once('data', () => events.push('answered'));
  const loaded = new Promise<void>((resolve) => {
    serve({
      connection,
      world: { clock: { defer: setImmediate } } as unknown as World,
      version: '0',
      loadCore: () => {
        events.push('loading');
        resolve();
        return new Promise(() => undefined);
      },
      exit: () => undefined,
    });
  });
  connection.listen();
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await loaded;
  expect(events).toEqual(['answered', 'loading']);
  connection.dispose();
  client.dispose();
});
