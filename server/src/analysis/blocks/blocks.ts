/**
 * The blocks of an article: first the layout (which lines belong together), then what each stretch is for.
 */
import { trimSpan } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { shift, span, textOf } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import { finish } from '../../text/steps.ts';
import type { ArticleFormat, Block } from '../facts.ts';
import { reason, shiftReason } from '../reasons.ts';
import { positionOf } from './furniture.ts';
import { readsLikeHeading, readsLikeHeadline, readsLikeTime } from './headline.ts';
import { markdownLayout } from './markdownLayout.ts';
import type { Passage } from './passage.ts';
import type { PassageWords } from './passageMemory.ts';
import { PassageMemory } from './passageMemory.ts';
import { plainLayout } from './plainLayout.ts';
import { scrapedMetadata } from './scrapedMetadata.ts';
import type { TurnLabel } from './turns.ts';
import { speakingLabels } from './turns.ts';

/**
 * From this share of labelled paragraphs on, an article is a transcript, and its other paragraphs continue a turn: up
 * to the last label, or to the end where nearly everything is labelled.
 */
const TRANSCRIPT_SHARE = 0.4;
const WHOLE_TRANSCRIPT_SHARE = 0.6;

/**
 * The blocks of an article, in order and without overlap; blank lines, the marks of Markdown's layout and spaces around
 * the text belong to none. A Markdown heading is its text without `#`, a list item its text without the bullet.
 * Linear in the length of the text; never throws.
 * @param memory of the article's earlier versions
 */
export function findBlocks(text: string, format: ArticleFormat, memory = new PassageMemory()): Block[] {
  return finish(findBlocksInSteps(text, format, memory));
}

/** The same in steps. */
export function* findBlocksInSteps(
  text: string,
  format: ArticleFormat,
  memory: PassageMemory,
): Steps<Block[]> {
  const laidOut = format === 'markdown' ? markdownLayout(text) : yield* plainLayout(text);
  const { metadata, passages } = scrapedMetadata(text, laidOut);
  yield;
  const words = memory.read(passages.map(({ span }) => textOf(text, span)));
  yield;
  const reader = new BlockReader(text, passages, words);
  yield;
  return [...metadata, ...(yield* reader.read())];
}

/** So many passages are read in one step. */
const PASSAGES_PER_STEP = 128;

class BlockReader {
  private readonly blocks: Block[] = [];
  private readonly labels: readonly (TurnLabel | undefined)[];
  private readonly speaking: ReadonlySet<TurnLabel>;
  /** Paragraphs before this passage may continue a turn. */
  private readonly transcriptEnd: number;
  /** Whether nothing of the article's text has been read: a headline may still come. */
  private atTop = true;
  private beforeParagraphs = true;
  private lastLabel: Span | undefined;

  constructor(
    private readonly text: string,
    private readonly passages: readonly Passage[],
    private readonly words: readonly PassageWords[],
  ) {
    this.labels = passages.map(({ layout }, i) => (layout ? undefined : this.words[i]!.label()));
    this.speaking = speakingLabels(this.labels);
    const share = this.speaking.size / passages.length;
    const lastLabelled = this.labels.findLastIndex((label) => label && this.speaking.has(label));
    this.transcriptEnd =
      share >= WHOLE_TRANSCRIPT_SHARE ? passages.length : share >= TRANSCRIPT_SHARE ? lastLabelled : 0;
  }

  *read(): Steps<Block[]> {
    for (const [index, passage] of this.passages.entries()) {
      if (index % PASSAGES_PER_STEP === 0) yield;
      if (passage.layout) this.readLaidOut(passage, passage.layout);
      else this.readText(passage, index);
    }
    return this.blocks;
  }

  private readLaidOut({ span }: Passage, { kind, reason: why }: NonNullable<Passage['layout']>): void {
    const isHeadline = kind === 'heading' && this.atTop;
    this.blocks.push(
      isHeadline
        ? { span, kind: 'headline', reason: reason('headline-heading') }
        : { span, kind, reason: why },
    );
    if (kind !== 'front-matter' && kind !== 'note' && kind !== 'furniture') this.atTop = false;
  }

  private readText(passage: Passage, index: number): void {
    const { text } = this;
    const label = this.labels[index];
    if (label && this.speaking.has(label)) {
      this.readTurn(passage, shift(label.span, passage.span.start));
      return;
    }
    const line = this.words[index]!.line(positionOf(index, this.passages.length));
    if (line) {
      const { kind, reason: why } = line;
      this.blocks.push({ span: passage.span, kind, reason: shiftReason(why, passage.span.start) });
    } else if (this.isHeadline(passage, index)) this.add(passage.span, 'headline', 'headline-first-line');
    else if (readsLikeTime(text, passage.span)) this.add(passage.span, 'heading', 'heading-time');
    else if (this.isHeading(passage, index)) this.add(passage.span, 'heading', 'heading-line');
    else this.readParagraph(passage.span, index);
  }

  private readTurn({ span: whole }: Passage, label: Span): void {
    this.blocks.push({ span: whole, kind: 'turn', label, reason: reason('turn-label', label) });
    this.lastLabel = label;
    this.atTop = false;
  }

  private readParagraph(whole: Span, index: number): void {
    const dateline = this.words[index]!.dateline(this.beforeParagraphs);
    this.atTop = false;
    this.beforeParagraphs = false;
    if (dateline) {
      const why = shiftReason(dateline.reason, whole.start);
      this.blocks.push({ span: shift(dateline.span, whole.start), kind: 'dateline', reason: why });
    }
    const rest = dateline ? trimSpan(this.text, span(whole.start + dateline.rest, whole.end)) : whole;
    if (index < this.transcriptEnd && this.lastLabel) {
      this.blocks.push({ span: rest, kind: 'turn', reason: reason('turn-continues', this.lastLabel) });
    } else this.blocks.push({ span: rest, kind: 'paragraph', reason: reason('paragraph') });
  }

  private add(whole: Span, kind: Block['kind'], code: string): void {
    this.blocks.push({ span: whole, kind, reason: reason(code) });
    this.atTop = false;
  }

  /** A headline stands first and has text below it. */
  private isHeadline({ span: whole, apart }: Passage, index: number): boolean {
    if (!this.atTop || !readsLikeHeadline(this.text, whole)) return false;
    if (this.words[index]!.dateline(true)) return false;
    const rest = this.passages.slice(index + 1, index + 6).filter(({ layout }) => !layout);
    const length = whole.end - whole.start;
    return rest.some(({ span: { start, end } }) => end - start > (apart ? 60 : Math.max(90, length * 1.5)));
  }

  /** A heading stands between blank lines and before longer text. */
  private isHeading({ span: whole, apart }: Passage, index: number): boolean {
    const next = this.passages[index + 1];
    const before = this.passages[index - 1];
    if (!apart || !next || (before && !before.apart) || index < this.transcriptEnd) return false;
    return (
      readsLikeHeading(this.text, whole) && next.span.end - next.span.start > (whole.end - whole.start) * 1.5
    );
  }
}
