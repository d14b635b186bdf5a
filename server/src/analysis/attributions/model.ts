/** The shipped models, unpacked on first use. To swap a tagger, implement `CueModel` or `RoleModel` and put it here. */
import { CUE_BOLDNESS, CUE_LABELS, LearnedCueModel, type CueModel } from './cueModel.ts';
import { unpackChain } from './learned/chainModel.ts';
import { bytesOfBase64, Unpacker } from './learned/packing.ts';
import { LearnedRoleModel, ROLE_BOLDNESS, ROLE_LABELS, type RoleModel } from './roleModel.ts';
import weights from './attributions.weights.json';
import { unpackCueRates, type WordKnowledge } from './wordKnowledge.ts';

export interface AttributionModels {
  readonly knowledge: WordKnowledge;
  readonly cues: CueModel;
  readonly roles: RoleModel;
}

let models: AttributionModels | undefined;

export function shippedModels(): AttributionModels {
  models ??= unpackModels(new Unpacker(bytesOfBase64(weights.base64)));
  return models;
}

/** In the order in which `training/train.ts` packs them. */
function unpackModels(from: Unpacker): AttributionModels {
  const knowledge = unpackCueRates(from);
  const cues = new LearnedCueModel(unpackChain(from, CUE_LABELS, CUE_BOLDNESS));
  const roles = new LearnedRoleModel(unpackChain(from, ROLE_LABELS, ROLE_BOLDNESS));
  return { knowledge, cues, roles };
}
