/**
 * Any message in any order: the server lives, answers every request once, and still knows the article that nobody
 * touched. One server takes all the messages of one kind of client.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import { CAPABILITIES } from '../support/lspClient.ts';
import { spawnedClient, testClient, testFolder } from '../support/whileTesting.ts';

vi.setConfig({ testTimeout: 180_000 });

const CANARY = 'The kiln reopens in May.\n\n“We fired 4,812 bricks last winter,” Tove Alm said.\n';

const CLIENTS: Readonly<Record<string, ClientCapabilities>> = {
  'an ordinary client': CAPABILITIES,
  'a client that declares nothing': {},
  'a client that counts in UTF-8': { general: { positionEncodings: ['utf-8'] } },
  'a client that counts in UTF-32 and pulls': {
    general: { positionEncodings: ['utf-32'] },
    textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] } },
  },
};

const REQUESTS = [
  ...['hover', 'definition', 'references', 'documentHighlight', 'completion', 'documentSymbol', 'codeLens'],
  ...[
    'foldingRange',
    'documentLink',
    'semanticTokens/full',
    'semanticTokens/range',
    'inlayHint',
    'codeAction',
  ],
  ...['selectionRange', 'diagnostic', 'prepareRename', 'rename', 'no/such/request'],
].map((name) => `textDocument/${name}`);
const OTHER_REQUESTS = [
  'workspace/symbol',
  'workspace/executeCommand',
  'attest/status',
  'initialize',
  '$/nothing',
];
const NOTIFICATIONS = [
  ...['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose', 'textDocument/didSave'],
  ...['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles', 'initialized'],
  ...[
    'workspace/didChangeWorkspaceFolders',
    '$/cancelRequest',
    '$/setTrace',
    '$/progress',
    'no/such/notification',
  ],
];

const uri = fc.constantFrom(
  'file:///a.txt',
  'file:///b.md',
  'untitled:1',
  'file:///%zz',
  'git:/a.txt',
  '',
  '\u0000',
);
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '“',
        '”',
        '"',
        'said ',
        'she ',
        '5,000 ',
        'Mr. ',
        '\n\n',
        '\r\n',
        '\r',
        '[TK]',
        '[^1]',
        '---\n',
        '😀',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
const count = fc.oneof(fc.nat(40), fc.constantFrom(-1, 0.5, 2 ** 31, 1e300, null, '1'));
const position = fc.oneof(fc.record({ line: count, character: count }), fc.constantFrom(null, {}, 7));
const range = fc.record({ start: position, end: position });
const garbage = fc.oneof(
  fc.constantFrom(undefined, null, {}, [], { textDocument: null }),
  fc.jsonValue({ maxDepth: 2 }),
);
const about = fc.record({
  textDocument: fc.record({ uri }),
  position,
  range,
  positions: fc.array(position, { maxLength: 3 }),
  context: fc.constant({ diagnostics: [], includeDeclaration: true }),
  newName: text,
  query: text,
  command: fc.constantFrom('attest.check', 'nothing', ''),
  arguments: fc.array(garbage, { maxLength: 2 }),
});
const change = fc.oneof(fc.record({ range, text }), fc.record({ text }), garbage);
const version = fc.oneof(fc.integer(), fc.constant(null));
const document = fc.record({
  uri,
  languageId: fc.constantFrom('plaintext', 'markdown', 'c', null),
  version,
  text,
});
const told = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ textDocument: document, contentChanges: fc.array(change, { maxLength: 3 }) }),
  },
  fc.record({ settings: fc.oneof(fc.constant({ attest: { inlayHints: false } }), garbage) }),
  fc.record({ changes: fc.array(fc.record({ uri, type: fc.constantFrom(1, 2, 3, 9) }), { maxLength: 3 }) }),
  fc.record({ id: fc.constantFrom(1, 7, 'x', null) }),
  garbage,
);
const message = fc.oneof(
  fc.tuple(
    fc.constant('ask' as const),
    fc.constantFrom(...REQUESTS, ...OTHER_REQUESTS),
    fc.oneof(about, garbage),
  ),
  fc.tuple(fc.constant('tell' as const), fc.constantFrom(...NOTIFICATIONS), told),
);

describe('a server that is sent anything', () => {
  it.each(Object.keys(CLIENTS))('by %s answers every request and stays right', async (name) => {
    const folder = testFolder({ 'canary.txt': CANARY });
    const client = await testClient({ folders: [folder], capabilities: CLIENTS[name]! });
    const canary = folder.uriOf('canary.txt');
    client.open(canary, CANARY);
    const ask = (): Promise<unknown> => client.at('textDocument/hover', canary, '4,812');
    const before = await ask();
    expect(before).not.toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 5, maxLength: 25 }), async (messages) => {
        const answers = messages.flatMap(([kind, method, params]) => {
          if (kind === 'ask') return [settled(client.request(method, params))];
          client.notify(method, params);
          return [];
        });
        // An error is an answer; a promise that never settles fails the test by its time limit.
        for (const answer of await Promise.all(answers)) expect(answer).toBe('answered');
        expect(await ask()).toEqual(before);
      }),
      { numRuns: 10, endOnFailure: true },
    );
    // Wrong parameters cost their own message, and never the work between messages.
    expect(client.logged.filter((line) => /Background work|Reading the workspace failed/.test(line))).toEqual(
      [],
    );
    expect(await client.stop()).toBe(0);
  });

  it('starts for a client that sends no parameters, or wrong ones, with initialize', async () => {
    const wrong = [
      undefined,
      null,
      {},
      { capabilities: null },
      { capabilities: { general: { positionEncodings: 5 } } },
    ];
    for (const params of [
      ...wrong,
      { capabilities: {}, workspaceFolders: [null, {}, { uri: 5 }], rootUri: 7 },
    ]) {
      const client = await spawnedClient();
      await client.request('initialize', params);
      client.notify('initialized', {});
      client.open('file:///a.txt', CANARY);
      expect(await client.at('textDocument/hover', 'file:///a.txt', '4,812')).not.toBeNull();
      expect(await client.stop()).toBe(0);
    }
  });
});

async function settled(answer: Promise<unknown>): Promise<unknown> {
  try {
    await answer;
    return 'answered';
  } catch (error) {
    return typeof (error as { code?: unknown }).code === 'number' ? 'answered' : error;
  }
}
