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
  /** The same for all versions of one article, where there are several. */
  readonly lineage?: object;
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

/** The words of articles, by what one block has of them. */
export interface WordsOfBlocks {
  /** Whether some block of the article has the word. */
  readonly has: (article: Article, word: string) => boolean;
  /** Reads a block ahead, where it is kept: `has` reads all of those that have not been read. */
  readonly read: (article: Article, index: number) => void;
}

/**
 * Words that stand somewhere in an article, `read` giving those of one block. In an article that is being edited only
 * the blocks that are new or gone are counted again.
 */
export function wordsOfBlocks(read: (blockText: string) => ReadonlySet<string>): WordsOfBlocks {
  const wordsOf = perBlock(read);
  const ofBlocks = new WeakMap<BlockFacts, ReadonlySet<string>>();
  const wordsIn = (facts: BlockFacts): ReadonlySet<string> => {
    let words = ofBlocks.get(facts);
    if (!words) ofBlocks.set(facts, (words = read(facts.text)));
    return words;
  };
  const ofArticles = new WeakMap<Article, ReadonlySet<string>>();
  const counted = new WeakMap<object, WordCounts>();
  return {
    has: (article, word) => {
      const kept = blocksOf(article);
      if (!kept?.lineage) {
        let words = ofArticles.get(article);
        if (!words) {
          words = new Set(article.blocks.flatMap((_, index) => [...wordsOf(article, index)]));
          ofArticles.set(article, words);
        }
        return words.has(word);
      }
      let counts = counted.get(kept.lineage);
      if (!counts) counted.set(kept.lineage, (counts = new WordCounts(wordsIn)));
      counts.count(kept.facts);
      return counts.has(word);
    },
    read: (article, index) => {
      const facts = blocksOf(article)?.facts[index];
      if (facts) wordsIn(facts);
    },
  };
}

/** In how many blocks of an article each word stands. */
class WordCounts {
  readonly #blocksWith = new Map<string, number>();
  #facts: readonly BlockFacts[] = [];

  constructor(private readonly wordsIn: (facts: BlockFacts) => ReadonlySet<string>) {}

  has(word: string): boolean {
    return this.#blocksWith.has(word);
  }

  /** Goes over from the blocks counted last to these. */
  count(facts: readonly BlockFacts[]): void {
    const before = this.#facts;
    if (before === facts) return;
    this.#facts = facts;
    const shorter = Math.min(before.length, facts.length);
    let first = 0;
    while (first < shorter && before[first] === facts[first]) first++;
    let last = 0;
    while (last < shorter - first && before.at(-1 - last) === facts.at(-1 - last)) last++;
    for (const block of facts.slice(first, facts.length - last)) this.#add(block, 1);
    for (const block of before.slice(first, before.length - last)) this.#add(block, -1);
  }

  #add(block: BlockFacts, by: number): void {
    for (const word of this.wordsIn(block)) {
      const blocks = (this.#blocksWith.get(word) ?? 0) + by;
      if (blocks === 0) this.#blocksWith.delete(word);
      else this.#blocksWith.set(word, blocks);
    }
  }
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
