/**
 * `npm run bench`: how fast analysis is and how it scales. Ratios come first, because they hold on any machine; the
 * milliseconds are this machine's. `npm run bench -- typing` measures keystrokes alone, `npm run bench -- index 10000`
 * fills one index with so many articles. Texts are generated (test/support/generateArticle.ts), so anyone can repeat it.
 */
import nlpCompromise from 'compromise';
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import writeGood from 'write-good';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { Documents } from '../../server/src/lsp/documents.ts';
import { OpenArticle } from '../../server/src/lsp/openArticle.ts';
import { positionAt } from '../../server/src/lsp/toProtocol.ts';
import { runNearbyRules, runRulesInSteps } from '../../server/src/rules/runRules.ts';
import type { Steps } from '../../server/src/text/steps.ts';
import { finish } from '../../server/src/text/steps.ts';
import type { PersistentWorkspace } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { createRandom, generateArticle } from '../support/generateArticle.ts';

const SIZES = [1_000, 10_000, 100_000];

const [part, ...sizes] = process.argv.slice(2);
if (part === 'index') indexing(sizes.map(Number));
else if (part === 'typing') typing();
else {
  typing();
  analysis();
  indexing([500, 1_000, 2_000]);
}

/**
 * One character typed in an open article: the first answer, which in a long article is what the paragraphs around it
 * show, and then the check of the whole article, in steps between which everything else goes first.
 */
function typing(): void {
  const rows = SIZES.map((words) => ({
    words,
    ...typeInto(generateArticle(words, 7), words >= 100_000 ? 40 : 120),
  }));
  const middle = percentile(rows[1]!.first, 50);
  print(
    'A keystroke: facts and warnings after one typed character',
    ['words', 'first p50 ms', 'p95 ms', 'p50 to 10,000 words', 'whole p50 ms', 'step p99 ms'],
    rows.map(({ words, first, whole, steps }) => [
      words.toLocaleString('en'),
      ms(percentile(first, 50)),
      ms(percentile(first, 95)),
      ratio(percentile(first, 50) / middle),
      whole.length > 0 ? ms(percentile(whole, 50)) : 'the first',
      steps.length > 0 ? ms(percentile(steps, 99)) : '-',
    ]),
  );
}

interface Typed {
  readonly first: readonly number[];
  /** Of the check that follows, where one does. */
  readonly whole: readonly number[];
  readonly steps: readonly number[];
}

function typeInto(text: string, edits: number): Typed {
  const random = createRandom(3);
  const id = 'file:///draft.txt';
  const documents = new Documents('utf-16');
  const opened = documents.open({ uri: id, languageId: 'plaintext', version: 1, text })!;
  const open = new OpenArticle(opened, () => Infinity);
  const check = function* (): Steps<void> {
    const { article, marks } = yield* open.analyse();
    const checked = { id, article, marks, text: open.document.lines.text };
    open.findings = yield* runRulesInSteps(checked, DEFAULT_SETTINGS);
  };
  finish(check());
  const [first, whole, steps]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < edits; i++) {
    const { lines } = open.document;
    const at = positionAt(lines, Math.floor(random() * lines.text.length), 'utf-16');
    first.push(
      time(() => {
        const edit = { range: { start: at, end: at }, text: 'e' };
        open.change(documents.change({ uri: id, version: i + 2 }, [edit])!, true);
        if (!open.isLong) finish(check());
        else open.lookAround((paragraphs) => runNearbyRules({ id, ...paragraphs }, DEFAULT_SETTINGS));
      }),
    );
    if (!open.isLong) continue;
    const times = timeSteps(check());
    steps.push(...times);
    whole.push(times.reduce((sum, step) => sum + step, 0));
  }
  return { first, whole, steps };
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

function timeSteps(steps: Steps<void>): number[] {
  const times: number[] = [];
  for (;;) {
    const started = performance.now();
    const { done } = steps.next();
    times.push(performance.now() - started);
    if (done) return times;
  }
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
