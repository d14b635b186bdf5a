/**
 * One article in, its facts out. Pure and total: no input makes it throw.
 *
 * Blocks are analysed one by one and remembered by their text (`BlockCache`), so that after a keystroke only the
 * changed paragraph is read again; the stages that need the whole article work on facts, not on text.
 */
import type { Span } from '../text/span.ts';
import { maskMarks } from '../text/marks.ts';
import { shift } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import type { Article, ArticleFormat, Attribution, Block, Quantity, Quotation, Sentence } from './facts.ts';
import { findBlocks } from './blocks/blocks.ts';
import { BlockCache } from './blockCache.ts';
import type { BlockFacts } from './blockFacts.ts';
import { analyzeBlock } from './blockFacts.ts';
import { carryOver } from './continuation.ts';
import { judgeClaims, judgeClaimsInSteps } from './claims/claims.ts';
import { shiftReason } from './reasons.ts';
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
  const blocks = findBlocks(text, format, cache.passages);
  yield;
  const facts = yield* cache.factsOf(text, blocks, analyzeBlock);
  const { article, inConversation } = yield* joinBlocks(text, format, blocks, facts);
  if (kept) keepBlocks(article, { facts, inConversation, lineage: kept });
  return article;
}

/** The article that these blocks make together; `text` is without its marks. */
function* joinBlocks(
  text: string,
  format: ArticleFormat,
  blocks: readonly Block[],
  facts: readonly BlockFacts[],
): Steps<{ readonly article: Article; readonly inConversation: boolean }> {
  const local = assemble(blocks, facts);
  yield;
  const carried = yield* carryOver(text, blocks, facts, local);
  yield;
  const { quotations, inConversation } = carried;
  const said = yield* resolveSpeakers(text, blocks, facts, carried.attributions, quotations);
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
  const local = assemble(blocks, facts);
  const { quotations, attributions } = finish(carryOver(text, blocks, facts, local, inConversation));
  const { sentences } = local;
  const known = { text, blocks, sentences, quotations, attributions };
  const article = { ...known, format, quantities: judgeClaims(known, local.quantities), speakers: [] };
  keepBlocks(article, { facts, inConversation });
  return article;
}

interface Assembled {
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly quantities: readonly Quantity[];
}

/** Moves the facts of every block to their place in the article and their indices into the article's arrays. */
function assemble(blocks: readonly Block[], facts: readonly BlockFacts[]): Assembled {
  const sentences: Sentence[] = [];
  const quotations: Quotation[] = [];
  const attributions: Attribution[] = [];
  const quantities: Quantity[] = [];
  facts.forEach((fact, block) => {
    const by = blocks[block]!.span.start;
    const firstQuotation = quotations.length;
    const firstAttribution = attributions.length;
    for (const sentence of fact.sentences) sentences.push({ span: shift(sentence, by), block });
    for (const q of fact.quotations) {
      quotations.push({
        ...q,
        span: shift(q.span, by),
        inner: shift(q.inner, by),
        parent: moved(q.parent, firstQuotation),
        continues: moved(q.continues, firstQuotation),
        attribution: moved(q.attribution, firstAttribution),
        reason: shiftReason(q.reason, by),
      });
    }
    for (const a of fact.attributions) {
      attributions.push({
        ...a,
        source: shiftAll(a.source, by),
        cue: shiftAll(a.cue, by),
        content: shiftAll(a.content, by),
        parent: moved(a.parent, firstAttribution),
        reason: shiftReason(a.reason, by),
      });
    }
    for (const q of fact.quantities) {
      quantities.push({
        ...q,
        span: shift(q.span, by),
        number: shift(q.number, by),
        reason: shiftReason(q.reason, by),
      });
    }
  });
  return { sentences, quotations, attributions, quantities };
}

function moved(index: number | null, by: number): number | null {
  return index === null ? null : index + by;
}

function shiftAll(spans: readonly Span[], by: number): Span[] {
  return spans.map((span) => shift(span, by));
}
