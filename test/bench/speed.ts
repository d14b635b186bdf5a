/**
 * `npm run bench`: how fast analysis is and how it scales. Ratios come first, because they hold on any machine; the
 * milliseconds are this machine's. `npm run bench -- index 10000` fills one index with so many articles. Texts are generated (test/support/generateArticle.ts), so anyone can repeat it.
 */
import nlpCompromise from 'compromise';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import writeGood from 'write-good';
import { BlockCache } from '../../server/src/analysis/blockCache.ts';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import type { PersistentWorkspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { createRandom, generateArticle } from '../support/generateArticle.ts';

const SIZES = [1_000, 10_000, 100_000];

const [part, ...sizes] = process.argv.slice(2);
if (part === 'index') indexing(sizes.map(Number));
else {
  typing();
  analysis();
  indexing([500, 1_000, 2_000]);
}

/** One character typed in an article whose previous analysis is remembered: its facts and its warnings. */
function typing(): void {
  const rows = SIZES.map((words) => {
    const times = typeInto(generateArticle(words, 7), words >= 100_000 ? 40 : 120);
    return { words, p50: percentile(times, 50), p95: percentile(times, 95) };
  });
  print(
    'A keystroke: facts and warnings after one typed character',
    ['words', 'p50 ms', 'p95 ms', 'p50 to 10,000 words'],
    [
      ...rows.map(({ words, p50, p95 }) => [
        words.toLocaleString('en'),
        ms(p50),
        ms(p95),
        ratio(p50 / rows[1]!.p50),
      ]),
    ],
  );
}

function typeInto(start: string, edits: number): number[] {
  const random = createRandom(3);
  const cache = new BlockCache();
  const id = 'file:///draft.txt';
  let text = start;
  analyzeArticle(text, { format: 'plain', cache });
  const times: number[] = [];
  for (let i = 0; i < edits; i++) {
    const at = Math.floor(random() * text.length);
    text = text.slice(0, at) + 'e' + text.slice(at);
    times.push(
      time(() =>
        runRules({ id, article: analyzeArticle(text, { format: 'plain', cache }) }, DEFAULT_SETTINGS),
      ),
    );
  }
  return times;
}

/** The whole analysis against the tokeniser it stands on, and against two other libraries on the same text. */
function analysis(): void {
  const text = generateArticle(40_000, 11);
  const megabytes = text.length / 1e6;
  const nlp = winkNLP(model, ['pos']);
  const paragraphs = text.split('\n\n');
  const runs: [string, () => unknown][] = [
    ['Attest, everything', () => analyzeArticle(text, { format: 'plain' })],
    ['wink-nlp, tokens and parts of speech', () => paragraphs.map((p) => nlp.readDoc(p).tokens().out())],
    ['compromise, the same', () => paragraphs.map((p) => nlpCompromise(p).json() as unknown)],
    ['write-good, its warnings', () => paragraphs.map((p) => writeGood(p))],
  ];
  const results = runs.map(([name, run]) => ({ name, ms: best(run, 3) }));
  const wink = results[1]!.ms;
  print(
    'Analysis of 40,000 words',
    ['', 'MB/s', 'ms', 'speed to wink'],
    [...results.map((r) => [r.name, ((1000 * megabytes) / r.ms).toFixed(2), ms(r.ms), ratio(wink / r.ms)])],
  );

  const article = generateArticle(800, 5);
  analyzeArticle(article, { format: 'plain' });
  const scaling = [20_000, 40_000, 80_000].map((words) => {
    const long = generateArticle(words, 13);
    return { words, ms: best(() => analyzeArticle(long, { format: 'plain' }), 2) };
  });
  print(
    'Analysis against length',
    ['words', 'ms', 'to half the length'],
    [
      ['800', ms(best(() => analyzeArticle(article, { format: 'plain' }), 10)), '-'],
      ...scaling.map((row, i) => [
        row.words.toLocaleString('en'),
        ms(row.ms),
        i === 0 ? '-' : ratio(row.ms / scaling[i - 1]!.ms),
      ]),
    ],
  );
}

/** The passage index, built from nothing, asked, and taken up from a snapshot, by the number of articles. */
function indexing(numbers: readonly number[]): void {
  const rows: string[][] = [];
  let before = 0;
  for (const articles of numbers) {
    const texts = Array.from({ length: articles }, (_, i) => generateArticle(800, 100 + i));
    const memory = memoryMiB();
    const workspace = createWorkspace();
    const fill = (filled: PersistentWorkspace) => {
      texts.forEach((text, i) => {
        filled.set({ id: `file:///a/${i}.txt`, text, format: 'plain', isSource: true, metadata: {} });
      });
    };
    const built = time(() => {
      fill(workspace);
    });
    const questions = Array.from({ length: 200 }, (_, i) => i % articles);
    const times = questions.map((i) => {
      const start = texts[i]!.indexOf('“');
      const span = { start, end: texts[i]!.indexOf('”', start) + 1 };
      return time(() => workspace.counterparts(`file:///a/${i}.txt`, span));
    });
    const used = memoryMiB() - memory;
    const kept = new Uint8Array(Buffer.concat([...workspace.snapshot()]));
    const restored = createWorkspace();
    const taken = time(() => {
      restored.restore(kept);
      fill(restored);
    });
    rows.push([
      articles.toLocaleString('en'),
      ms(built),
      before === 0 ? '-' : ratio(built / before),
      ms(percentile(times, 50)),
      ms(percentile(times, 95)),
      used.toFixed(0),
      ms(taken),
    ]);
    before = built;
  }
  print(
    'The passage index, 800 words an article',
    ['articles', 'built ms', 'to the one before', 'asked p50 ms', 'p95 ms', 'heap MiB', 'taken up ms'],
    rows,
  );
}

function time(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function best(run: () => unknown, times: number): number {
  return Math.min(...Array.from({ length: times }, () => time(run)));
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0;
}

function memoryMiB(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

function ratio(value: number): string {
  return `${value.toFixed(2)} x`;
}

function print(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((cell, i) => Math.max(cell.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    '  ' + cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  console.log(`\n${title}\n\n${line(header)}`);
  for (const row of rows) console.log(line(row));
}
