/**
 * What is remembered of an article between two analyses of it, so that a keystroke costs by the paragraph and not by
 * the article: the facts of every block, and what every passage was recognised as.
 *
 * A block that lies in what the two texts have in common at their beginning or end is found by its place, without
 * looking at its text; one that was moved or came back is found by its text.
 */
import { commonEnds } from '../text/commonEnds.ts';
import { ownCopy } from '../text/ownCopy.ts';
import type { BlockFacts } from './blockFacts.ts';
import { PassageMemory } from './blocks/passageMemory.ts';
import type { Block, BlockKind } from './facts.ts';

/** Remembers one article over its edits. Holds only what belongs to the text analysed last. */
export class BlockCache {
  readonly passages = new PassageMemory();
  #text = '';
  #blocks: readonly Block[] = [];
  #facts: readonly BlockFacts[] = [];

  /** How many blocks are remembered. */
  get size(): number {
    return this.#facts.length;
  }

  /**
   * The facts of every block of `text`: remembered, or made by `analyze`, which gets a copy of the block's text that
   * does not keep the whole article in memory.
   */
  factsOf(
    text: string,
    blocks: readonly Block[],
    analyze: (blockText: string, kind: BlockKind) => BlockFacts,
  ): readonly BlockFacts[] {
    const unmoved = this.#unmoved(text, blocks);
    let elsewhere: Map<string, BlockFacts> | undefined;
    const facts = blocks.map(({ span, kind }, i): BlockFacts => {
      const known = unmoved[i];
      if (known) return known;
      elsewhere ??= this.#byText(unmoved);
      const blockText = text.slice(span.start, span.end);
      return elsewhere.get(keyOf(kind, blockText)) ?? analyze(ownCopy(blockText), kind);
    });
    this.#text = text;
    this.#blocks = blocks;
    this.#facts = facts;
    return facts;
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
    const placed = new Set(unmoved);
    const result = new Map<string, BlockFacts>();
    for (const facts of this.#facts) {
      if (!placed.has(facts)) result.set(keyOf(facts.kind, facts.text), facts);
    }
    return result;
  }
}

function keyOf(kind: BlockKind, text: string): string {
  return `${kind}\n${text}`;
}
