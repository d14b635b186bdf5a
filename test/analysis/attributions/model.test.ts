import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashWord } from '../../../server/src/analysis/attributions/learned/hash.ts';
import { bytesOfBase64 } from '../../../server/src/analysis/attributions/learned/packing.ts';
import { shippedModels } from '../../../server/src/analysis/attributions/model.ts';
import { ROOT } from '../../support/shared.ts';

const FOLDER = join(ROOT, 'server/src/analysis/attributions');
const MEGABYTE = 1_000_000;

describe('the shipped weights', () => {
  const file = readFileSync(join(FOLDER, 'attributions.weights.json'), 'utf8');
  const bytes = bytesOfBase64((JSON.parse(file) as { base64: string }).base64);

  it('are the ones that the model card speaks of', () => {
    const card = readFileSync(join(FOLDER, 'MODEL-CARD.md'), 'utf8');
    expect(card).toContain(`\`${createHash('sha256').update(bytes).digest('hex')}\``);
  });

  it('add at most three megabytes to the package', () => {
    expect(file.length).toBeLessThan(3 * MEGABYTE);
  });

  it('unpack to what was learned', () => {
    const { knowledge } = shippedModels();
    expect(knowledge.cueRate(hashWord('say'))).toBe(5);
    expect(knowledge.cueRate(hashWord('table'))).toBeLessThan(3);
  });
});
