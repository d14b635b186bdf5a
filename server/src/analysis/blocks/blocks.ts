import type { ArticleFormat, Block } from '../facts.ts';
import { reason } from '../reasons.ts';

/** The blocks of an article in order. */
export function findBlocks(text: string, _format: ArticleFormat): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    if (match[0].trim() === '') continue;
    blocks.push({
      span: { start: match.index, end: match.index + match[0].length },
      kind: 'paragraph',
      reason: reason('paragraph'),
    });
  }
  return blocks;
}
