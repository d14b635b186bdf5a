import { expect } from 'vitest';
import { findBlocks } from '../../../server/src/analysis/blocks/blocks.ts';
import { BLOCK_REASONS } from '../../../server/src/analysis/blocks/reasons.ts';
import type { ArticleFormat, Block } from '../../../server/src/analysis/facts.ts';
import { readMarked, writeMarked } from '../../support/marked.ts';

const KINDS =
  'front-matter headline heading dateline byline paragraph list-item block-quote caption credit furniture turn code note'.split(
    ' ',
  );

/** Blocks are written as tags of their kind: `<headline>Plant to close</headline>`. Returns them for further checks. */
export function checkBlocks(marked: string, format: ArticleFormat = 'plain'): readonly Block[] {
  const { text } = readMarked(marked, KINDS);
  const blocks = findBlocks(text, format);
  expect(
    writeMarked(
      text,
      blocks.map(({ span, kind }) => ({ ...span, tag: kind })),
    ),
  ).toBe(marked);
  for (const { reason } of blocks) expect(BLOCK_REASONS).toHaveProperty(reason.code);
  return blocks;
}

/** Wraps lines as a paragraph each: for articles where only some lines matter. */
export function prose(...lines: readonly string[]): string {
  return lines.map((line) => `<paragraph>${line}</paragraph>`).join('\n\n');
}

export const LEDE =
  'The council of Tarn voted on Monday to repair the old bridge over the river, and to pay for it with a new toll.';
export const SECOND =
  'The work will begin in the spring and last for two years, the city’s engineer told the council before the vote.';
