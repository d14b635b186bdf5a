/**
 * One article in, its facts out. Pure and total: no input makes it throw.
 *
 * Blocks are analysed one by one and remembered by their text (`BlockCache`), so that after a keystroke only the
 * changed paragraph is read again; the stages that need the whole article work on facts, not on text.
 */
import type { Span } from '../text/span.ts';
import { maskMarks } from '../text/marks.ts';
import { shift } from '../text/span.ts';
import type { Article, ArticleFormat, Attribution, Block, Quantity, Quotation, Sentence } from './facts.ts';
import { findBlocks } from './blocks/blocks.ts';
import { BlockCache } from './blockCache.ts';
import type { BlockFacts } from './blockFacts.ts';
import { analyzeBlock } from './blockFacts.ts';
import { carryOver } from './continuation.ts';
import { judgeClaims } from './claims/claims.ts';
import { shiftReason } from './reasons.ts';
import { keepBlocks } from './perBlock.ts';
import { resolveSpeakers } from './speakers/speakers.ts';

export interface AnalyzeOptions {
  readonly format: ArticleFormat;
  /** What is remembered of the article's previous analysis; it is brought up to date. */
  readonly cache?: BlockCache;
}

export function analyzeArticle(written: string, { format, cache: kept }: AnalyzeOptions): Article {
  const cache = kept ?? new BlockCache();
  const text = maskMarks(written, format);
  const blocks = findBlocks(text, format, cache.passages);
  const facts = cache.factsOf(text, blocks, analyzeBlock);

  const local = assemble(blocks, facts);
  const carried = carryOver(text, blocks, facts, local);
  const { speakers, attributions } = resolveSpeakers(
    text,
    blocks,
    facts,
    carried.attributions,
    carried.quotations,
  );
  const { quotations } = carried;
  const quantities = judgeClaims(
    { text, blocks, sentences: local.sentences, quotations, attributions },
    local.quantities,
  );
  const { sentences } = local;
  const article = { text, format, blocks, sentences, quotations, attributions, speakers, quantities };
  if (kept) keepBlocks(article, facts);
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
