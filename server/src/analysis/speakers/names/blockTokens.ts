/** The tokens of one block, with what the reading of names asks of each place. */
import type { Span } from '../../../text/span.ts';
import { lastAtOrBefore } from '../../../text/search.ts';
import type { BlockFacts } from '../../blockFacts.ts';
import type { Token } from '../../tokens.ts';
import { hasCapital } from '../wordForms.ts';

const QUOTE_MARKS = new Set(['"', '“', '”', '‘', '’', "'"]);

export class BlockTokens {
  readonly tokens: readonly Token[];
  private readonly sentences: readonly Span[];
  private readonly sentenceStarts: Uint8Array;

  constructor({ tokens, sentences }: BlockFacts) {
    this.tokens = tokens;
    this.sentences = sentences;
    this.sentenceStarts = new Uint8Array(tokens.length);
    let i = 0;
    for (const { start } of sentences) {
      while (i < tokens.length && tokens[i]!.start < start) i++;
      if (i < tokens.length) this.sentenceStarts[i] = 1;
    }
  }

  opensSentence(i: number): boolean {
    return this.sentenceStarts[i] === 1;
  }

  /** A capital here need not mean a name: the word begins a sentence or a quotation. */
  opensClause(i: number): boolean {
    return this.opensSentence(i) || this.isQuoteMark(i - 1) || this.tokens[i - 1]?.text === ':';
  }

  isCapitalised(i: number): boolean {
    return i < this.tokens.length && hasCapital(this.tokens[i]!);
  }

  isQuoteMark(i: number): boolean {
    return QUOTE_MARKS.has(this.tokens[i]?.text ?? '');
  }

  /** Whether it is written together with the token before. */
  isGlued(i: number): boolean {
    const before = this.tokens[i - 1];
    return before !== undefined && this.tokens[i]?.start === before.end;
  }

  /** From the first token to the last. */
  spanOf(first: number, last: number): Span {
    return { start: this.tokens[first]!.start, end: this.tokens[last]!.end };
  }

  /** Index of the sentence that holds the token. */
  sentenceOf(i: number): number {
    const offset = this.tokens[i]!.start;
    return Math.max(
      0,
      lastAtOrBefore(this.sentences, offset, ({ start }) => start),
    );
  }
}
