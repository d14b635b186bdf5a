/** The facts of an article while connections between its blocks are being added. */
import type { Span } from '../../text/span.ts';
import { compareSpans } from '../../text/span.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Attribution, Block, BlockKind, Quotation } from '../facts.ts';
import { PROSE_KINDS } from '../facts.ts';
import type { QuotationsAndAttributions } from '../continuation.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Prose that can carry a conversation on; a headline or heading ends it. */
const TALK_KINDS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'paragraph',
  'list-item',
  'block-quote',
  'turn',
]);

/** An attribution's own content has no more parts than this; what is added lies in other blocks. */
const FEW = 16;

export class Draft {
  readonly quotations: Mutable<Quotation>[];
  readonly attributions: Mutable<Attribution>[];
  /** Contents that have grown, by attribution. */
  private readonly added = new Map<number, Span[]>();
  /** Attributions that turned out to be none, by index. */
  private readonly removed = new Set<number>();
  /** Indices of the blocks with prose, in order. */
  readonly prose: readonly number[];
  /** For every block its quotations at the top level, by index. */
  readonly topQuotations: readonly (readonly number[])[];
  /** For every block the attributions that begin in it and were found there, by index. */
  readonly attributionsOf: readonly (readonly number[])[];

  constructor(
    readonly text: string,
    readonly blocks: readonly Block[],
    readonly facts: readonly BlockFacts[],
    { quotations, attributions }: QuotationsAndAttributions,
  ) {
    this.quotations = quotations.map((quotation) => ({ ...quotation }));
    this.attributions = attributions.map((attribution) => ({ ...attribution }));
    this.prose = blocks.flatMap(({ kind }, i) => (PROSE_KINDS.has(kind) ? [i] : []));
    this.topQuotations = this.byBlock(
      quotations,
      ({ parent }) => parent === null,
      ({ span }) => span.start,
    );
    this.attributionsOf = this.byBlock(attributions, () => true, firstOffset);
  }

  isTalk(block: number): boolean {
    return TALK_KINDS.has(this.blocks[block]!.kind);
  }

  /** Whether only white space and list marks stand before the offset in its block. */
  opensBlock(block: number, offset: number): boolean {
    return /^[\s>*•–—-]*$/.test(this.text.slice(this.blocks[block]!.span.start, offset));
  }

  /** Adds the passage to the attribution's content, unless the content holds it already. */
  extendContent(attribution: number, span: Span): void {
    const target = this.attributions[attribution]!;
    let added = this.added.get(attribution);
    if (!added) {
      added = [...target.content];
      this.added.set(attribution, added);
      target.content = added;
    }
    if (!added.some(({ start, end }, i) => i < FEW && start <= span.start && span.end <= end))
      added.push(span);
  }

  /** Makes these passages, in text order, the whole of the attribution's content. */
  setContent(attribution: number, spans: readonly Span[]): void {
    const content = [...spans];
    this.added.set(attribution, content);
    this.attributions[attribution]!.content = content;
  }

  add(attribution: Attribution): number {
    this.attributions.push({ ...attribution });
    return this.attributions.length - 1;
  }

  /** Takes an attribution out that gives no quotation its speaker; the index stays that of nothing else. */
  remove(attribution: number): void {
    this.removed.add(attribution);
  }

  /** The facts with the attributions and their contents in text order again. */
  finish(): QuotationsAndAttributions {
    for (const content of this.added.values()) content.sort(compareSpans);
    const order = this.attributions
      .map((_, i) => i)
      .filter((i) => !this.removed.has(i))
      .sort((a, b) => firstOffset(this.attributions[a]!) - firstOffset(this.attributions[b]!) || a - b);
    const place: number[] = [];
    order.forEach((old, index) => (place[old] = index));
    const moved = (index: number | null): number | null => (index === null ? null : (place[index] ?? null));
    return {
      quotations: this.quotations.map((quotation) => ({
        ...quotation,
        attribution: moved(quotation.attribution),
      })),
      attributions: order.map((old) => ({
        ...this.attributions[old]!,
        parent: moved(this.attributions[old]!.parent),
      })),
    };
  }

  private byBlock<T>(
    items: readonly T[],
    wanted: (item: T) => boolean,
    offsetOf: (item: T) => number,
  ): number[][] {
    const result: number[][] = this.blocks.map(() => []);
    let block = 0;
    const sorted = items.map((_, i) => i).sort((a, b) => offsetOf(items[a]!) - offsetOf(items[b]!) || a - b);
    for (const i of sorted) {
      const offset = offsetOf(items[i]!);
      while (block < this.blocks.length && this.blocks[block]!.span.end < offset) block++;
      if (block < this.blocks.length && wanted(items[i]!)) result[block]!.push(i);
    }
    return result;
  }
}

/** Where the first of all spans of an attribution begins. */
export function firstOffset({ source, cue, content }: Attribution): number {
  let first = Number.POSITIVE_INFINITY;
  for (const spans of [source, cue, content]) for (const { start } of spans) first = Math.min(first, start);
  return Number.isFinite(first) ? first : 0;
}
