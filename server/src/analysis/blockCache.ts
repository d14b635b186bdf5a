/**
 * What is remembered of an article between two analyses of it, so that a keystroke costs by the paragraph and not by
 * the article: the facts of every block, and what every passage was recognised as.
 *
 * A block that lies in what the two texts have in common at their beginning or end is found by its place, without
 * looking at its text; one that was moved or came back is found by its text.
 */
import { commonEnds } from '../text/commonEnds.ts';
import { ownCopy } from '../text/ownCopy.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import type { BlockFacts } from './blockFacts.ts';
import { PassageMemory } from './blocks/passageMemory.ts';
import type { Block, BlockKind } from './facts.ts';
import { isLongBlock, joinPieces, piecesOf } from './longBlocks.ts';

/** Far more paragraphs than anybody changes before an analysis comes to its end. */
const MOST_AHEAD = 20_000;

export type AnalyzeBlock = (blockText: string, kind: BlockKind) => BlockFacts;

/** Remembers one article over its edits. Holds only what belongs to the text analysed last. */
export class BlockCache {
  readonly passages = new PassageMemory();
  #text = '';
  #blocks: readonly Block[] = [];
  #facts: readonly BlockFacts[] = [];
  /**
   * Blocks read since, by an analysis that was given up or for a paragraph alone, by their text: the next one takes
   * them over.
   */
  readonly #ahead = new Map<string, BlockFacts>();
  /** The pieces of long blocks, and which of them each was made of. */
  readonly #pieces = new Map<string, BlockFacts>();
  readonly #piecesOf = new WeakMap<BlockFacts, readonly BlockFacts[]>();

  /** How many blocks are remembered. */
  get size(): number {
    return this.#facts.length;
  }

  /**
   * The facts of every block of `text`: remembered, or made by `analyze`, which gets a copy of the block's text that
   * does not keep the whole article in memory. What has been read is kept when the steps are given up.
   */
  *factsOf(text: string, blocks: readonly Block[], analyze: AnalyzeBlock): Steps<readonly BlockFacts[]> {
    const unmoved = this.#unmoved(text, blocks);
    let elsewhere: Map<string, BlockFacts> | undefined;
    const facts: BlockFacts[] = [];
    for (const [i, { span, kind }] of blocks.entries()) {
      let known = unmoved[i];
      if (!known) {
        elsewhere ??= this.#byText(unmoved);
        const blockText = text.slice(span.start, span.end);
        if (elsewhere.size > 0) known = ofKind(elsewhere.get(blockText), kind);
        if (!known) {
          known = yield* this.#readInSteps(blockText, kind, analyze);
          yield;
        }
      }
      facts.push(known);
    }
    this.#text = text;
    this.#blocks = blocks;
    this.#facts = facts;
    this.#ahead.clear();
    this.#forgetPieces();
    return facts;
  }

  /** The facts of the first blocks of a text of which nothing is remembered, for the analysis to come. */
  *readAhead(text: string, blocks: readonly Block[], analyze: AnalyzeBlock): Steps<readonly BlockFacts[]> {
    const facts: BlockFacts[] = [];
    for (const { span, kind } of blocks) {
      facts.push(yield* this.#readInSteps(text.slice(span.start, span.end), kind, analyze));
      yield;
    }
    return facts;
  }

  /** The facts of one block that is not remembered, for the analysis to come. */
  read(blockText: string, kind: BlockKind, analyze: AnalyzeBlock): BlockFacts {
    return finish(this.#readInSteps(blockText, kind, analyze));
  }

  *#readInSteps(blockText: string, kind: BlockKind, analyze: AnalyzeBlock): Steps<BlockFacts> {
    const own = ownCopy(blockText);
    const known = ofKind(this.#ahead.get(own), kind);
    if (known) return known;
    if (this.#ahead.size === MOST_AHEAD) this.#ahead.clear();
    const facts = isLongBlock(own) ? yield* this.#readPieces(own, kind, analyze) : analyze(own, kind);
    this.#ahead.set(own, facts);
    return facts;
  }

  *#readPieces(blockText: string, kind: BlockKind, analyze: AnalyzeBlock): Steps<BlockFacts> {
    const pieces: BlockFacts[] = [];
    for (const { start, end } of piecesOf(blockText)) {
      const text = ownCopy(blockText.slice(start, end));
      let piece = ofKind(this.#pieces.get(text), kind);
      if (!piece) {
        piece = analyze(text, kind);
        this.#pieces.set(text, piece);
        yield;
      }
      pieces.push(piece);
    }
    const facts = joinPieces(blockText, kind, pieces);
    this.#piecesOf.set(facts, pieces);
    return facts;
  }

  /** Keeps the pieces of the blocks of now. */
  #forgetPieces(): void {
    this.#pieces.clear();
    for (const block of this.#facts) {
      for (const piece of this.#piecesOf.get(block) ?? []) this.#pieces.set(piece.text, piece);
    }
  }

  /** For every block the facts of the one that stood at its place, if nothing between them was edited. */
  #unmoved(text: string, blocks: readonly Block[]): (BlockFacts | undefined)[] {
    const { start: head, tail } = commonEnds(this.#text, text);
    const shifted = text.length - this.#text.length;
    const tailStart = text.length - tail;
    let old = 0;
    return blocks.map(({ span: { start, end }, kind }) => {
      const by = end <= head ? 0 : start >= tailStart ? shifted : null;
      if (by === null) return undefined;
      while (old < this.#blocks.length && this.#blocks[old]!.span.start + by < start) old++;
      const before = this.#blocks[old];
      const same = before?.kind === kind && before.span.start + by === start && before.span.end + by === end;
      return same ? this.#facts[old] : undefined;
    });
  }

  /** The remembered facts that are not at their place any more. */
  #byText(unmoved: readonly (BlockFacts | undefined)[]): Map<string, BlockFacts> {
    const result = new Map<string, BlockFacts>();
    if (this.#facts.length === 0) return result;
    const placed = new Set(unmoved);
    for (const facts of this.#facts) {
      if (!placed.has(facts)) result.set(facts.text, facts);
    }
    return result;
  }
}

/** The facts, if they were found in a block of this kind: the same words may be a heading or a paragraph. */
function ofKind(facts: BlockFacts | undefined, kind: BlockKind): BlockFacts | undefined {
  return facts?.kind === kind ? facts : undefined;
}
