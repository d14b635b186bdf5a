/**
 * The blocks of an article that is being typed in, followed from edit to edit without reading the article again: what
 * lies around a changed paragraph can be looked at in the time that these few paragraphs take, however long the text is.
 * Only an analysis of the whole article knows better, and replaces this.
 */
import type { Replacement } from '../text/edits.ts';
import { maskMarks } from '../text/marks.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { shift, touches } from '../text/span.ts';
import { joinNearby, REACH } from './analyze.ts';
import type { BlockCache } from './blockCache.ts';
import type { BlockFacts } from './blockFacts.ts';
import { analyzeBlock } from './blockFacts.ts';
import type { Article, ArticleFormat, Block } from './facts.ts';
import { PROSE_KINDS } from './facts.ts';
import { isLongBlock } from './longBlocks.ts';
import { blocksOf } from './perBlock.ts';
import { shiftReason } from './reasons.ts';

/** More than this on one side, in code units, is no surroundings but a text of its own. */
const WIDE = 6_000;
/** Edits in more paragraphs than this at once are a change of the whole article. */
const MOST_TOUCHED = 4;

/** A few blocks as an article of their own, whose speakers nobody has looked for. */
export interface Neighbourhood {
  readonly article: Article;
  /** With the marks. */
  readonly text: string;
  /** Where it begins in the whole article. */
  readonly offset: number;
}

export interface EditedBlocks {
  readonly blocks: LiveBlocks;
  /** Indices of the blocks that were edited. */
  readonly touched: readonly number[];
}

export class LiveBlocks {
  private constructor(
    private readonly text: string,
    private readonly format: ArticleFormat,
    /** As the whole article was read last. */
    private readonly blocks: readonly Block[],
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
    private readonly facts: readonly BlockFacts[],
    private readonly inConversation: boolean,
  ) {}

  /** The blocks of an article as it has been analysed; undefined when nothing is remembered of it. */
  static of(article: Article, written: string): LiveBlocks | undefined {
    const kept = blocksOf(article);
    if (!kept) return undefined;
    const { blocks, format } = article;
    const starts = blocks.map(({ span }) => span.start);
    const ends = blocks.map(({ span }) => span.end);
    return new LiveBlocks(written, format, blocks, starts, ends, kept.facts, kept.inConversation);
  }

  /**
   * The blocks after some edits, made one after the other. A paragraph that was divided counts as one until the whole
   * article is read again. Undefined when an edit reaches over several blocks, or into one that takes long to read, and
   * nothing is known any more.
   * @param written the text after them
   * @param cache is told of what is read, for the analysis to come
   */
  edited(written: string, edits: readonly Replacement[], cache: BlockCache): EditedBlocks | undefined {
    const starts = [...this.starts];
    const ends = [...this.ends];
    const touched = new Set<number>();
    for (const { removed, inserted } of edits) {
      const block = lastAtOrBefore(starts, removed.start, (start) => start);
      const grown = inserted - (removed.end - removed.start);
      if (removed.start <= (ends[block] ?? -1)) {
        if (removed.end > ends[block]!) return undefined;
        if (this.isWords(block, removed.start - starts[block]!)) touched.add(block);
        ends[block]! += grown;
      } else if (removed.end > (starts[block + 1] ?? removed.end)) return undefined;
      for (let later = block + 1; later < starts.length; later++) {
        starts[later]! += grown;
        ends[later]! += grown;
      }
    }
    if (touched.size > MOST_TOUCHED) return undefined;
    const facts = [...this.facts];
    const { format, blocks, inConversation } = this;
    const after = new LiveBlocks(written, format, blocks, starts, ends, facts, inConversation);
    for (const block of touched) {
      const text = maskMarks(written.slice(starts[block], ends[block]), format);
      if (isLongBlock(text)) return undefined;
      facts[block] = cache.read(text, blocks[block]!.kind, analyzeBlock);
    }
    return { blocks: after, touched: [...touched] };
  }

  /** The block and those around it as an article of their own. */
  around(block: number): Neighbourhood {
    const { starts, ends } = this;
    let first = block;
    while (first > 0 && block - first < REACH && starts[block]! - starts[first]! < WIDE) first--;
    let last = block;
    while (last + 1 < starts.length && last - block < REACH && ends[last]! - ends[block]! < WIDE) last++;
    const offset = starts[first]!;
    const text = this.text.slice(offset, ends[last]);
    const facts = this.facts.slice(first, last + 1);
    const blocks = facts.map((_, i) => this.placed(first + i, offset));
    const { format, inConversation } = this;
    const article = joinNearby(maskMarks(text, format), format, blocks, { facts, inConversation });
    return { article, text, offset };
  }

  /** The sentence at an offset, or else its block. */
  sentenceAt(offset: number): Span | null {
    const block = lastAtOrBefore(this.starts, offset, (start) => start);
    if (block < 0 || offset > this.ends[block]!) return null;
    const at = this.starts[block]!;
    const sentence = this.facts[block]!.sentences.find((span) => touches(span, offset - at));
    return sentence ? shift(sentence, at) : { start: at, end: this.ends[block]! };
  }

  /** Whether an edit there changes words of prose, and not the label of a turn. */
  private isWords(block: number, at: number): boolean {
    const { kind, label, span } = this.blocks[block]!;
    return PROSE_KINDS.has(kind) && (label === undefined || at > label.end - span.start);
  }

  /** The block, counted from `offset`. */
  private placed(block: number, offset: number): Block {
    const { kind, label, span, reason } = this.blocks[block]!;
    const [start, end] = [this.starts[block]! - offset, this.ends[block]! - offset];
    const by = start - span.start;
    const why = shiftReason(reason, by);
    return { span: { start, end }, kind, reason: why, ...(label && { label: shift(label, by) }) };
  }
}
