/**
 * `npm run bench:accuracy`: every accuracy table at once, measured from outside by the scorers in `../shared/score` on
 * the corpora in `../shared/corpora`. Build first. Corpora that are missing are named and left out.
 *
 * Columns: what we measure now, what the product must reach, what it aims for, and published figures for orientation.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const SHARED = join(ROOT, '../shared');
const CLI = 'node dist/cli.js';
const SERVER = 'node dist/server.js --stdio';
const POLNEAR = join(SHARED, 'corpora/polnear/dev.jsonl');
const TRAIN = join(SHARED, 'corpora/polnear/train.jsonl');
const SPEAKERS = join(SHARED, 'corpora/polnear/speakers-dev.json');
const PAIRS = join(SHARED, 'corpora/polnear/natural-pairs-dev.jsonl');
const NEWSQUANT = join(SHARED, 'corpora/newsquant/dev.json');

const missing = [];

attributions();
speakers();
quantities();
noise();
links();

if (missing.length > 0)
  console.log(`\nNot measured, because these files are missing:\n  ${missing.join('\n  ')}`);

function attributions() {
  const report = score('attributions.mjs', ['--cli', CLI, '--gold', POLNEAR], [POLNEAR]);
  if (!report) return;
  const { trimmed } = report.spans;
  const { direct, mixed } = report.quotes;
  print(`Attributions, quotations and claims: PolNeAR dev, ${report.documents} articles`, [
    ['source, exact F1', share(trimmed.source.exact.f1), 72, 83.2, 'BiLSTM-CRF 69.6, BERT Cofe 83.2'],
    ['cue, exact F1', share(trimmed.cue.exact.f1), 68, 75.3, 'BiLSTM-CRF 66.7, BERT Cofe 75.3'],
    ['content, exact F1', share(trimmed.content.exact.f1), 60, 72.9, 'BiLSTM-CRF 59.0, BERT Cofe 72.9'],
    ['direct quotations found', share(direct.recall), 99.5, 100, ''],
    ['direct quotations, right speaker', share(direct.speakerAccuracy), 93, 97, 'GenderGapTracker 87'],
    ['quotations in longer contents, right speaker', share(mixed.speakerAccuracy), 85, 92, ''],
    ['attributions, F1', share(report.relations.all.f1), 66, 80, ''],
    ['unattributed claims, F1', share(report.claims.unattributed.f1), 90, 95, ''],
    ['numbers covered', share(report.claims.coverage), 90, 97, ''],
  ]);
}

function speakers() {
  const report = score(
    'speakers.mjs',
    ['--cli', CLI, '--gold', SPEAKERS, '--corpus', POLNEAR],
    [SPEAKERS, POLNEAR],
  );
  if (!report) return;
  const all = report.rows.find(({ group }) => group === 'all');
  print(`Speakers: ${all.entries} sources with a named speaker in 20 PolNeAR dev articles`, [
    ['source found', share(all.foundRate), 80, 92, ''],
    ['right speaker, of those found', share(all.resolvedOfFound), 88, 95, ''],
    ['nameless sources given a name', share(report.nameless.invented / report.nameless.entries), '', '', ''],
  ]);
}

function quantities() {
  const report = score('quantities.mjs', ['--cli', CLI, '--gold', NEWSQUANT], [NEWSQUANT]);
  if (!report) return;
  const of = (name) => report.published[name].f1;
  print(`Quantities: NewsQuant, first half, ${report.gold} quantities`, [
    ['value, F1', of('value'), 92, 95, 'CQE 92.0'],
    ['value and unit, F1', of('value+unit'), 84, 90, 'CQE 85.6'],
    ['value and change, F1', of('value+change'), 87, 92, 'CQE 88.1'],
  ]);
}

function noise() {
  const report = score('noise.mjs', ['--cli', CLI, '--gold', POLNEAR], [POLNEAR]);
  if (!report) return;
  const rate = (severity) => report.rows.find(([s, code]) => s === severity && code === 'all')?.[3] ?? 0;
  print(
    `Warnings per 1,000 words of finished copy: PolNeAR dev, ${Math.round(report.thousands * 1000)} words`,
    [
      ['errors', rate('error'), 0, 0, ''],
      ['warnings', rate('warning'), 4, 1, ''],
      ['information', rate('information'), '', '', ''],
      ['hints', rate('hint'), '', '', ''],
    ],
  );
}

function links() {
  const needed = [TRAIN, POLNEAR, PAIRS];
  const report = score(
    'source-links.mjs',
    ['--server', SERVER, '--corpus', `${TRAIN},${POLNEAR}`, '--pairs', PAIRS],
    needed,
  );
  if (!report) return;
  const types = { ...report.natural.types, ...report.altered.types };
  print(
    'Go-to-source: recall at 1, and invented quotations that were linked (false)',
    Object.entries(types).map(([type, t]) =>
      t.falsePositiveRate === undefined
        ? [type, share(t.recallAt1), 97, 99, '']
        : [`${type} (false)`, share(t.falsePositiveRate), 1, 0, ''],
    ),
  );
}

/** Runs one scorer and returns its report; undefined (and a note) when a file it needs is missing. */
function score(script, options, files) {
  const path = join(SHARED, 'score', script);
  const absent = [path, ...files].filter((file) => !existsSync(file));
  if (absent.length > 0) {
    missing.push(`${script}: ${absent.map((file) => file.slice(SHARED.length + 1)).join(', ')}`);
    return undefined;
  }
  const run = spawnSync('node', [path, ...options, '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (run.stdout.trim() === '') throw new Error(`${script} failed: ${run.stderr.trim()}`);
  return JSON.parse(run.stdout);
}

function print(title, rows) {
  console.log(`\n${title}\n`);
  console.log(line(['', 'now', 'must', 'aim', 'published']));
  for (const [name, now, must, aim, published] of rows) {
    console.log(line([name, now.toFixed(1), String(must), String(aim), published]));
  }
}

function share(fraction) {
  return 100 * fraction;
}

function line([name, now, must, aim, published]) {
  return `  ${name.padEnd(46)}${now.padStart(7)}${must.padStart(7)}${aim.padStart(7)}  ${published}`.trimEnd();
}
