/**
 * Trains the shipped models from PolNeAR articles and writes `attributions.weights.json`: `npm run train [CORPUS [OUTPUT]]`.
 * Seeded: the same articles and the same analysis of blocks, sentences and quotations give the same bytes.
 * MODEL-CARD.md says what it learns, from what, and how well.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { viewBlock } from '../blockView.ts';
import { cueFeatures, CueToken, MAX_CUE_FEATURES } from '../cueFeatures.ts';
import { CUE_BOLDNESS, CUE_LABELS, type CueReading } from '../cueModel.ts';
import { EDGE_CLASSES } from '../edges.ts';
import { bestPath, posterior } from '../learned/chain.ts';
import { emboldened, mapped, packChain } from '../learned/chainModel.ts';
import type { LabelSet } from '../learned/labels.ts';
import { Packer } from '../learned/packing.ts';
import { MAX_ROLE_FEATURES } from '../roleFeatures.ts';
import { ROLE_LABELS } from '../roleModel.ts';
import { packCueRates } from '../wordKnowledge.ts';
import { scoreNodes, trainChain, type ChainWeights } from './chainTrainer.ts';
import { readArticles, trainingBlocks } from './corpus.ts';
import { countCues } from './cueRates.ts';
import { encodeSequences, type Encoded } from './encode.ts';
import { goldLabels } from './goldLabels.ts';
import { prune } from './prune.ts';
import { roleExamples } from './roleExamples.ts';

const [
  corpus = '../shared/corpora/polnear/train.jsonl',
  output = 'server/src/analysis/attributions/attributions.weights.json',
] = process.argv.slice(2);

/** Rarer features are not learned. */
const CUTOFF = 3;
const EPOCHS = 4;
const RATE = 0.05;
const SEED = 1;
const CUE_TRAINING = { dropout: 0.5, kept: 48_000 };
const ROLE_TRAINING = { dropout: 0.5, kept: 48_000 };
/** Parts into which the articles are split, so that the second tagger learns from readings of unseen articles. */
const FOLDS = 2;

const started = performance.now();
const blocks = trainingBlocks(readArticles(corpus));
const rates = countCues(blocks);
const views = blocks.map(({ block, quotations, article }) =>
  viewBlock(block, quotations, rates.without(article)),
);

const token = new CueToken();
const cueData = encodeSequences(
  views.map((view, k) => ({
    length: view.length,
    labels: goldLabels(blocks[k]!, view.length),
    features: (i, out) => {
      if (i === 0) token.open(view);
      token.look(view, i);
      return cueFeatures(token, out);
    },
    edge: (i) => view.edge[i]!,
  })),
  { cutoff: CUTOFF, maxFeatures: MAX_CUE_FEATURES },
);
log(`${blocks.length} blocks, ${cueData.hashes.length} features of the cue tagger`);

const readings: CueReading[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (k: number): boolean => blocks[k]!.article % FOLDS === fold;
  const weights = learn(
    cueData,
    [...blocks.keys()].filter((k) => !inFold(k)),
    CUE_LABELS,
    CUE_TRAINING.dropout,
  );
  for (const k of blocks.keys()) if (inFold(k)) readings[k] = readCues(cueData, k, weights);
  log(`read part ${fold + 1} of ${FOLDS} unseen`);
}
const roleData = encodeSequences(
  blocks.flatMap(({ gold }, k) => roleExamples(views[k]!, readings[k]!, gold)),
  { cutoff: CUTOFF, maxFeatures: MAX_ROLE_FEATURES },
);
log(`${roleData.sequences.starts.length - 1} cues, ${roleData.hashes.length} features of the role tagger`);

const packed = new Packer();
packCueRates(packed, rates.steps());
packModel(cueData, CUE_LABELS, CUE_TRAINING);
packModel(roleData, ROLE_LABELS, ROLE_TRAINING);
const bytes = packed.toBytes();
writeFileSync(output, `{ "base64": "${Buffer.from(bytes).toString('base64')}" }\n`);
log(`${bytes.length} bytes, SHA-256 ${createHash('sha256').update(bytes).digest('hex')}`);

function log(line: string): void {
  process.stdout.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}\n`);
}

function learn(data: Encoded, which: readonly number[], labels: LabelSet, dropout: number): ChainWeights {
  return trainChain(data.sequences, which, {
    features: data.hashes.length,
    edgeClasses: EDGE_CLASSES,
    labels,
    epochs: EPOCHS,
    rate: RATE,
    dropout,
    seed: SEED,
    log,
  });
}

function packModel(
  data: Encoded,
  labels: LabelSet,
  { dropout, kept }: { dropout: number; kept: number },
): void {
  const all = Array.from({ length: data.sequences.starts.length - 1 }, (_, k) => k);
  const { nodes, transitions } = learn(data, all, labels, dropout);
  packChain(packed, prune(nodes, data.hashes, labels.size, kept), transitions.steps);
}

/** What the first tagger with these weights says of a block. */
function readCues({ sequences }: Encoded, k: number, { nodes, transitions }: ChainWeights): CueReading {
  const { size } = CUE_LABELS;
  const start = sequences.starts[k]!;
  const length = sequences.starts[k + 1]! - start;
  const scores = new Float64Array(length * size);
  const { tokenStarts, features } = sequences;
  scoreNodes({ tokenStarts: tokenStarts.subarray(start), features }, length, nodes, size, scores);
  const edges = sequences.edges.subarray(start, start + length);
  const bold = emboldened(transitions, CUE_BOLDNESS);
  return {
    labels: bestPath(scores, edges, length, bold),
    marginals: posterior(scores.map(Math.exp), edges, length, mapped(bold, Math.exp)).marginals,
  };
}
