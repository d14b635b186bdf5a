/**
 * What the writer says around a passage, in the same sentence and outside the passage. What is left out of a quotation may
 * stand there: she denied that “the quay was sold”.
 */
import { BOUND_LAST_WORDS } from '../../language/en/boundWords.ts';
import { DENIALS, NEGATIONS } from '../../language/en/negations.ts';
import { CONDITIONAL_WORDS, NEAR_MISSES } from '../../language/en/statementFrames.ts';
import { comparisonWords } from '../../text/comparison.ts';
import type { Span } from '../../text/span.ts';
import { paragraphAround } from '../matching/edges.ts';

export class WritersWords {
  /** In comparison form, in order. */
  readonly #before: readonly string[];
  readonly #after: readonly string[];

  /** Reads the sentence around the passage `span` of `text`; costs its paragraph. */
  constructor(text: string, span: Span) {
    const paragraph = paragraphAround(text, span);
    const before = text.slice(paragraph.start, span.start).replace(/^.*[.!?…]["”’')\]]*\s/su, '');
    const after = /[.!?…]["”’')\]]*\s*$/.test(text.slice(span.start, span.end))
      ? ''
      : (/^.*?[.!?…](?=["”’')\]]*(?:\s|$))/su.exec(text.slice(span.end, paragraph.end))?.[0] ??
        text.slice(span.end, paragraph.end));
    const wordsOf = (part: string): string[] => comparisonWords(part).map(({ text: word }) => word);
    this.#before = wordsOf(before);
    this.#after = wordsOf(after);
  }

  /** Whether they negate or deny what follows: she ruled out that “they sell the harbour”. */
  get deny(): boolean {
    return this.#before.some((word) => NEGATIONS.has(word) || word.endsWith("n't") || DENIALS.test(word));
  }

  /** Whether they say that the passage depends on something. */
  get setCondition(): boolean {
    return [...this.#before, ...this.#after].some((word) => CONDITIONAL_WORDS.test(word));
  }

  /** Whether they end in what makes less of a number or a deed: nearly “all of the dockers”. */
  get makeLess(): boolean {
    return this.#before.slice(-2).some((word) => NEAR_MISSES.has(word) || BOUND_LAST_WORDS.has(word));
  }
}
