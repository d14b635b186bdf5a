/**
 * One article in, its facts out. Pure and total: no input makes it throw.
 *
 * Blocks are analysed one by one and remembered by their text (`BlockCache`), so that after a keystroke only the
 * changed paragraph is read again; the stages that need the whole article work on facts, not on text.
 */
import { maskMarks } from '../text/marks.ts';
import { shift } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import type { Article, ArticleFormat, Block, Sentence } from './facts.ts';
import type { PlacedFacts } from './assemble.ts';
import { assembleInSteps } from './assemble.ts';
import { findBlocksInSteps } from './blocks/blocks.ts';
import { BlockCache } from './blockCache.ts';
import type { BlockFacts } from './blockFacts.ts';
import { analyzeBlock } from './blockFacts.ts';
import { carryOver } from './continuation.ts';
import { judgeClaims, judgeClaimsInSteps } from './claims/claims.ts';
import type { KeptBlocks } from './perBlock.ts';
import { keepBlocks } from './perBlock.ts';
import { resolveSpeakers } from './speakers/speakers.ts';

export interface AnalyzeOptions {
  readonly format: ArticleFormat;
  /** What is remembered of the article's previous analysis; it is brought up to date. */
  readonly cache?: BlockCache;
}

export function analyzeArticle(written: string, options: AnalyzeOptions): Article {
  return finish(analyzeInSteps(written, options));
}

/**
 * The same in steps, each about as long as reading a paragraph. Steps that are given up cost nothing but themselves:
 * the paragraphs they have read are remembered.
 */
export function* analyzeInSteps(written: string, { format, cache: kept }: AnalyzeOptions): Steps<Article> {
  const cache = kept ?? new BlockCache();
  const text = maskMarks(written, format);
  yield;
  const blocks = yield* findBlocksInSteps(text, format, cache.passages);
  yield;
  const facts = yield* cache.factsOf(text, blocks, analyzeBlock);
  const { article, inConversation } = yield* joinBlocks(text, format, blocks, facts);
  if (kept) keepBlocks(article, { facts, inConversation, lineage: kept });
  return article;
}

/** So many blocks on each side show whose words a paragraph gives: a speaker is carried over eight paragraphs. */
export const REACH = 8;

/** What is known of an article of which only the beginning has been read. */
export interface Beginning {
  /** With the whole text, and the blocks and facts of its beginning. */
  readonly article: Article;
  /** Up to this offset, what has not been read yet changes hardly anything. */
  readonly settled: number;
}

/**
 * The first blocks of a long article, in steps, before anybody knows the rest; what was read is kept for the analysis of
 * the whole.
 * @param length how many code units of the text are read
 */
export function* analyzeBeginningInSteps(
  written: string,
  { format, cache }: Required<AnalyzeOptions>,
  length: number,
): Steps<Beginning> {
  const text = maskMarks(written, format);
  const all = yield* findBlocksInSteps(text, format, cache.passages);
  const blocks = all.filter(({ span }) => span.end <= length);
  yield;
  const facts = yield* cache.readAhead(text, blocks, analyzeBlock);
  const { article, inConversation } = yield* joinBlocks(text, format, blocks, facts);
  keepBlocks(article, { facts, inConversation });
  return { article, settled: blocks.at(-1 - REACH)?.span.end ?? 0 };
}

/** The article that these blocks make together; `text` is without its marks. */
function* joinBlocks(
  text: string,
  format: ArticleFormat,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
): Steps<{ readonly article: Article; readonly inConversation: boolean }> {
  const local = yield* assembleBlocks(blocks, facts);
  yield;
  const carried = yield* carryOver(text, blocks, facts, local);
  yield;
  const { quotations, inConversation } = carried;
  const said = yield* resolveSpeakers(text, blocks, facts, carried);
  yield;
  const quantities = yield* judgeClaimsInSteps({ ...local, ...carried, text, blocks }, local.quantities);
  const { sentences } = local;
  return { article: { ...said, text, format, blocks, sentences, quotations, quantities }, inConversation };
}

/**
 * The same of a few blocks, without finding out who the speakers are: what is attributed, and to which words, does not
 * depend on that.
 */
export function joinNearby(
  text: string,
  format: ArticleFormat,
  blocks: readonly Block[],
  { facts, inConversation }: KeptBlocks,
): Article {
  const local = finish(assembleBlocks(blocks, facts));
  const { quotations, attributions } = finish(carryOver(text, blocks, facts, local, inConversation));
  const { sentences } = local;
  const known = { text, blocks, sentences, quotations, attributions };
  const article = { ...known, format, quantities: judgeClaims(known, local.quantities), speakers: [] };
  keepBlocks(article, { facts, inConversation });
  return article;
}

interface Assembled extends PlacedFacts {
  readonly sentences: readonly Sentence[];
}

/** The facts of all blocks at their places in the article. */
function* assembleBlocks(blocks: readonly Block[], facts: readonly BlockFacts[]): Steps<Assembled> {
  const placed = yield* assembleInSteps(
    facts.map((fact, block) => ({ facts: fact, start: blocks[block]!.span.start })),
  );
  yield;
  const sentences = facts.flatMap((fact, block) => {
    const { start } = blocks[block]!.span;
    return fact.sentences.map((sentence): Sentence => ({ span: shift(sentence, start), block }));
  });
  return { ...placed, sentences };
}
