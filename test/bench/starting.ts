/**
 * `npm run bench:start`: how long the built server (`npm run build`) takes to be ready in a folder of 924 generated
 * articles: the first time, and when it finds the index that it kept. From the start of the process to the end of
 * indexing, each way five times.
 */
import { generateArticle } from '../support/generateArticle.ts';
import { TestClient, TestFolder } from '../support/lspClient.ts';

const ARTICLES = 924;
const WORDS = 800;
const ROUNDS = 5;

const workspace = new TestFolder(
  Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, i) => [`${i}.txt`, generateArticle(WORDS, 100 + i)]),
  ),
);
const storages: TestFolder[] = [];
try {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const storage = new TestFolder({});
    storages.push(storage);
    first.push(await start(storage.path, /is kept/));
    second.push(await start(storage.path, /taken up/));
  }
  console.log(
    `\nReady in a folder of ${ARTICLES} articles of ${WORDS} words, ms: middle of ${ROUNDS}, worst`,
  );
  for (const [name, times] of [
    ['with nothing kept', first],
    ['with the index of the session before', second],
  ] as const) {
    const sorted = [...times].sort((a, b) => a - b);
    console.log(`  ${name.padEnd(38)}${shown(sorted[ROUNDS >> 1]!)}${shown(sorted.at(-1)!)}`);
  }
} finally {
  for (const folder of [workspace, ...storages]) folder.remove();
}

/** Starts a server, waits until it is ready and has logged `line`, and stops it. */
async function start(storagePath: string, line: RegExp): Promise<number> {
  const started = performance.now();
  const client = await TestClient.start({ folders: [workspace], initializationOptions: { storagePath } });
  await client.indexed();
  const ready = performance.now() - started;
  await client.until(
    () => client.logged.find((logged) => line.test(logged)),
    `a log line like ${String(line)}`,
  );
  await client.stop();
  return ready;
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(8);
}
