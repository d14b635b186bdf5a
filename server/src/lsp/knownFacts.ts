/**
 * The facts of an open article as they were found last, while it is being edited or read on. A question about a place
 * that nobody has touched since is answered from them, so that it never waits until a long article is read again.
 */
import type { Article } from '../analysis/facts.ts';
import { movedArticle } from '../analysis/movedArticle.ts';
import type { Replacement } from '../text/edits.ts';
import { grownSpan } from '../text/edits.ts';
import type { Mark } from '../text/marks.ts';
import { maskMarks } from '../text/marks.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { touchEachOther } from '../text/span.ts';

/** What was found in a text. */
export interface Facts {
  readonly text: string;
  readonly article: Article;
  readonly marks: readonly Mark[];
}

export class KnownFacts {
  /** Where the text was edited since, as it is now. */
  #edited: readonly Span[] = [];
  /** Edits after which nobody has asked yet. */
  #edits: readonly Replacement[] = [];

  /** @param facts of the whole text, or of its beginning: all the blocks that they have are known */
  constructor(private facts: Facts) {}

  /** The text was edited, by one change after the other. */
  change(edits: readonly Replacement[]): void {
    for (const edit of edits) {
      const { start } = edit.removed;
      const moved = this.#edited.map((span) => grownSpan(span, edit));
      this.#edited = joined(moved, { start, end: start + edit.inserted });
    }
    this.#edits = [...this.#edits, ...edits];
  }

  /**
   * The facts at their places in the text as it is now, if the block at the offset is as it was; else undefined.
   * @param text as it is now
   */
  at(offset: number, text: string): Facts | undefined {
    const { blocks } = this.#moved(text).article;
    const block = blocks[lastAtOrBefore(blocks, offset, ({ span }) => span.start)];
    if (!block || offset > block.span.end) return undefined;
    const isEdited = this.#edited.some((span) => touchEachOther(span, block.span));
    return isEdited ? undefined : this.facts;
  }

  #moved(text: string): Facts {
    const edits = this.#edits;
    if (edits.length > 0) {
      const { article } = this.facts;
      const marks = this.facts.marks.map((mark) => ({
        ...mark,
        span: edits.reduce(grownSpan, mark.span),
        content: edits.reduce(grownSpan, mark.content),
      }));
      const masked = maskMarks(text, article.format, marks);
      this.facts = { text, marks, article: movedArticle(article, edits, masked) };
      this.#edits = [];
    }
    return this.facts;
  }
}

/** With one stretch more; whoever types a word edits one stretch. */
function joined(spans: readonly Span[], added: Span): readonly Span[] {
  const apart = spans.filter((span) => !touchEachOther(span, added));
  const together = spans.filter((span) => touchEachOther(span, added));
  const start = Math.min(added.start, ...together.map((span) => span.start));
  const end = Math.max(added.end, ...together.map((span) => span.end));
  return [...apart, { start, end }];
}
