/**
 * The facts of an open article as they were found last, while it is being edited or read on. A question about a place
 * that nobody has touched since is answered from them, so that it never waits until a long article is read again.
 */
import type { Article } from '../analysis/facts.ts';
import { movedArticle } from '../analysis/movedArticle.ts';
import type { Replacement } from '../text/edits.ts';
import { placesAfter, withReplacement } from '../text/edits.ts';
import type { Mark } from '../text/marks.ts';
import { maskMarks } from '../text/marks.ts';
import { lastAtOrBefore } from '../text/search.ts';
import { touchEachOther } from '../text/span.ts';

/** What was found in a text. */
export interface Facts {
  readonly text: string;
  readonly article: Article;
  readonly marks: readonly Mark[];
}

export class KnownFacts {
  /** What has become of the text since, as one change. */
  #edits: readonly Replacement[] = [];
  /** The facts in the text as it is now, once somebody has asked. */
  #moved: Facts;

  /**
   * @param facts of the whole text, or of what has been read of it
   * @param settled up to where they hold
   */
  constructor(
    private readonly facts: Facts,
    private readonly settled = Infinity,
  ) {
    this.#moved = facts;
  }

  /** The text was edited, by one change after the other. */
  change(edits: readonly Replacement[]): void {
    this.#edits = edits.reduce(withReplacement, this.#edits);
  }

  /**
   * The facts at their places in the text as it is now, if the block at the offset is as it was; else undefined.
   * @param text as it is now
   */
  at(offset: number, text: string): Facts | undefined {
    const { blocks } = this.#in(text).article;
    const block = lastAtOrBefore(blocks, offset, ({ span }) => span.start);
    if (block < 0 || offset > blocks[block]!.span.end) return undefined;
    const before = this.facts.article.blocks[block]!.span;
    if (before.end > this.settled) return undefined;
    const isEdited = this.#edits.some(({ removed }) => touchEachOther(removed, before));
    return isEdited ? undefined : this.#moved;
  }

  #in(text: string): Facts {
    if (this.#moved.text !== text) {
      const { article } = this.facts;
      const place = placesAfter(this.#edits);
      const marks = this.facts.marks.map((mark) => ({
        ...mark,
        span: place(mark.span),
        content: place(mark.content),
      }));
      const masked = maskMarks(text, article.format, marks);
      this.#moved = { text, marks, article: movedArticle(article, this.#edits, masked) };
    }
    return this.#moved;
  }
}
