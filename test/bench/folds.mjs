/**
 * `npm run bench:folds`: how good the taggers are on articles that they have not learned from. The training articles of
 * `../shared/corpora/polnear` are cut into four parts; each is read by taggers trained on the other three, and scored by
 * `../shared/score/attributions.mjs`. The rules after the taggers were written with these articles in view: they are what
 * such figures may flatter. About ten minutes.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..', '..');
const SHARED = join(ROOT, '..', 'shared');
const CORPUS = join(SHARED, 'corpora', 'polnear', 'train.jsonl');
const SCORER = join(SHARED, 'score', 'attributions.mjs');
const ANALYSIS = join(ROOT, 'server', 'src', 'analysis', 'attributions');
const PLACE = join(ROOT, 'node_modules', '.cache', 'attest', 'folds');
const FOLDS = 4;

const missing = [CORPUS, SCORER].filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`Not measured, because these files are missing:\n  ${missing.join('\n  ')}`);
} else {
  mkdirSync(PLACE, { recursive: true });
  const articles = readFileSync(CORPUS, 'utf8').split('\n').filter(Boolean);
  const trainer = join(PLACE, 'train.cjs');
  await bundle(join(ANALYSIS, 'training', 'train.ts'), trainer);
  const reports = [];
  for (let fold = 0; fold < FOLDS; fold++) reports.push(await scored(articles, fold, trainer));
  print(reports);
}

/** The scorer's report on every fourth article, read by taggers that learned from the others. */
async function scored(articles, fold, trainer) {
  const file = (name) => join(PLACE, `${name}-${fold}`);
  const part = (test) => `${articles.filter((_, k) => test(k % FOLDS === fold)).join('\n')}\n`;
  writeFileSync(
    file('others'),
    part((isIn) => !isIn),
  );
  writeFileSync(
    file('held-out'),
    part((isIn) => isIn),
  );
  run(['--max-old-space-size=6144', trainer, file('others'), file('weights')]);
  await bundle(join(ROOT, 'server', 'src', 'cli', 'main.ts'), file('cli'), file('weights'));
  const printed = run([SCORER, '--cli', `node ${file('cli')}`, '--gold', file('held-out'), '--json']);
  return JSON.parse(printed);
}

/** @param {string} [weights] in place of the shipped ones */
async function bundle(entry, outfile, weights) {
  const swapped = {
    name: 'weights',
    setup({ onLoad }) {
      onLoad({ filter: /attributions\.weights\.json$/ }, () => ({
        contents: readFileSync(weights, 'utf8'),
        loader: 'json',
      }));
    },
  };
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
    plugins: weights ? [swapped] : [],
  });
}

function run(args) {
  const { status, stdout, stderr } = spawnSync('node', args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed: ${stderr.trim()}`);
  return stdout;
}

function print(reports) {
  const percent = (fraction) => (100 * fraction).toFixed(1).padStart(8);
  const row = (name, figureOf) =>
    console.log(`${name.padEnd(40)}${reports.map((report) => percent(figureOf(report))).join('')}`);
  console.log(`${''.padEnd(40)}${reports.map((_, k) => `part ${k + 1}`.padStart(8)).join('')}`);
  for (const role of ['source', 'cue', 'content'])
    row(`${role}, exact F1`, ({ spans }) => spans.trimmed[role].exact.f1);
  row('attributions, F1', ({ relations }) => relations.all.f1);
  row('direct quotations, right speaker', ({ quotes }) => quotes.direct.speakerAccuracy);
  row('in longer contents, right speaker', ({ quotes }) => quotes.mixed.speakerAccuracy);
  row('unattributed claims, F1', ({ claims }) => claims.unattributed.f1);
  const [tp, wrong] = [sum(reports, ({ tp }) => tp), sum(reports, ({ fp, fn }) => fp + fn)];
  console.log(`Unattributed claims of all parts: F1${percent((2 * tp) / (2 * tp + wrong))}`);
}

function sum(reports, of) {
  return reports.reduce((total, { claims }) => total + of(claims.unattributed), 0);
}
