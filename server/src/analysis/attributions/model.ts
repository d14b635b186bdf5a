/** The shipped models, unpacked on first use. */
import { CUE_LABELS, LearnedCueModel, type CueModel } from './cueModel.ts';
import { unpackChain } from './learned/chainModel.ts';
import { bytesOfBase64, Unpacker } from './learned/packing.ts';
import weights from './weights.json';
import { unpackCueRates, type WordKnowledge } from './wordKnowledge.ts';

export interface AttributionModels {
  readonly knowledge: WordKnowledge;
  readonly cues: CueModel;
}

let models: AttributionModels | undefined;

export function shippedModels(): AttributionModels {
  models ??= unpackModels(new Unpacker(bytesOfBase64(weights.base64)));
  return models;
}

function unpackModels(from: Unpacker): AttributionModels {
  const knowledge = unpackCueRates(from);
  return { knowledge, cues: new LearnedCueModel(unpackChain(from, CUE_LABELS)) };
}
