import { afterEach, expect, it, vi } from 'vitest';

const before = process.argv;

afterEach(() => {
  process.argv = before;
  vi.resetModules();
});

it.each([['--clientProcessId=123'], ['--clientProcessId', '123']])(
  'the process of the editor is not watched for %s',
  async (...argument) => {
    process.argv = ['node', 'server.js', '--stdio', ...argument, '--other'];
    await import('../../server/src/lsp/node/noWatchdog.ts');
    expect(process.argv).toEqual(['node', 'server.js', '--stdio', '--other']);
  },
);
