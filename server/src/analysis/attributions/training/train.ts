/**
 * Trains the shipped models from PolNeAR articles: `npm run train`. Deterministic; see MODEL-CARD.md.
 */
import { writeFileSync } from 'node:fs';
import { viewBlock, type BlockView } from '../blockView.ts';
import { cueFeatures, edgeClass, EDGE_CLASSES, MAX_CUE_FEATURES } from '../cueFeatures.ts';
import { CUE_LABELS } from '../cueModel.ts';
import { packChain } from '../learned/chainModel.ts';
import { Packer } from '../learned/packing.ts';
import { packCueRates } from '../wordKnowledge.ts';
import { trainChain } from './chainTrainer.ts';
import { readArticles, trainingBlocks } from './corpus.ts';
import { countCues } from './cueRates.ts';
import { encodeSequences } from './encode.ts';
import { goldLabels } from './goldLabels.ts';
import { prune } from './prune.ts';

const [
  corpus = '../shared/corpora/polnear/train.jsonl',
  output = 'server/src/analysis/attributions/weights.json',
] = process.argv.slice(2);

const log = (line: string): void => void process.stdout.write(`${line}\n`);
const blocks = trainingBlocks(readArticles(corpus));
log(`${blocks.length} blocks`);
const rates = countCues(blocks);
const views: BlockView[] = blocks.map(({ block, quotations, article }) =>
  viewBlock(block, quotations, rates.without(article)),
);
const encoded = encodeSequences(
  views.map((view, k) => ({
    length: view.length,
    labels: goldLabels(blocks[k]!, view.length),
    features: (i, out) => cueFeatures(view, i, out),
    edge: (i) => edgeClass(view, i),
  })),
  { cutoff: 3, maxFeatures: MAX_CUE_FEATURES },
);
log(`${encoded.hashes.length} features`);
const weights = trainChain(encoded.sequences, [...blocks.keys()], {
  features: encoded.hashes.length,
  edgeClasses: EDGE_CLASSES,
  labels: CUE_LABELS,
  epochs: 5,
  rate: 0.05,
  l2: 0,
  dropout: 0.6,
  seed: 1,
  log,
});
const out = new Packer();
packCueRates(out, rates.steps());
packChain(out, prune(weights.nodes, encoded.hashes, CUE_LABELS.size, 60_000), weights.transitions.weights);
const bytes = out.toBytes();
writeFileSync(output, `{ "base64": "${Buffer.from(bytes).toString('base64')}" }\n`);
log(`${bytes.length} bytes`);
