/**
 * Readings of an article's words that look at one block at a time, for what comes after analysis. A block is read once:
 * while an article is being edited, the reading of an unchanged block is kept.
 */
import type { BlockFacts } from './blockFacts.ts';
import type { Article } from './facts.ts';
import { textOf } from '../text/span.ts';

/** What an article that is being edited was made of. */
export interface KeptBlocks {
  /** Of all its blocks; unchanged ones keep their identity. */
  readonly facts: readonly BlockFacts[];
  readonly inConversation: boolean;
}

const blocksOfArticles = new WeakMap<Article, KeptBlocks>();

/** Says what an article that is being edited was made of. */
export function keepBlocks(article: Article, blocks: KeptBlocks): void {
  blocksOfArticles.set(article, blocks);
}

/** What an article that is being edited was made of; undefined for another one. */
export function blocksOf(article: Article): KeptBlocks | undefined {
  return blocksOfArticles.get(article);
}

/**
 * A function that reads the block `index` of an article by `read`, which gets the block's text and must look at
 * nothing else.
 */
export function perBlock<T>(read: (blockText: string) => T): (article: Article, index: number) => T {
  const ofBlocks = new WeakMap<BlockFacts, { readonly result: T }>();
  const ofArticles = new WeakMap<Article, T[]>();
  return (article, index) => {
    const facts = blocksOfArticles.get(article)?.facts[index];
    if (!facts) return ofArticle(article, index, read, ofArticles);
    let reading = ofBlocks.get(facts);
    if (!reading) ofBlocks.set(facts, (reading = { result: read(facts.text) }));
    return reading.result;
  };
}

/** The reading of a block of an article that is not being edited; all of them are read at once. */
function ofArticle<T>(
  article: Article,
  index: number,
  read: (blockText: string) => T,
  known: WeakMap<Article, T[]>,
): T {
  let readings = known.get(article);
  if (!readings) {
    readings = article.blocks.map(({ span }) => read(textOf(article.text, span)));
    known.set(article, readings);
  }
  return readings[index]!;
}
