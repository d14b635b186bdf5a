/** `attest analyze` on the two reports the project started from, compared whole with what a careful reader finds. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { AnalysisReport } from '../../server/src/features/analysisReport.ts';
import { hasShared, ROOT } from '../support/shared.ts';
import { differences } from './compare.ts';
import { readGold, readSeed, seedPath } from './gold.ts';

describe('attest analyze on the seeds', () => {
  if (!hasShared('seeds/gold.json')) {
    it.skip('not run: ../shared/seeds is missing', () => undefined);
    return;
  }
  const { documents } = readGold();
  const names = Object.keys(documents);

  it.each(names)('%s is read without one mistake', (name) => {
    const output = execFileSync('node', ['dist/cli.js', 'analyze', '--format', 'json', seedPath(name)], {
      cwd: ROOT,
    });
    const [report] = JSON.parse(output.toString('utf8')) as [AnalysisReport];
    expect(differences(readSeed(name), report, documents[name]!)).toEqual([]);
  });
});
