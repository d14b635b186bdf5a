/** The facts at a caret. Every index points into the article's arrays; null where there is no such fact. */
import type { Article, Attribution } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import { hull, lengthOf, touches } from '../text/span.ts';

export interface MentionAt {
  readonly speaker: number;
  readonly mention: number;
}

export interface FactsAt {
  readonly mention: MentionAt | null;
  readonly quantity: number | null;
  /** The outermost quotation: what a writer would look up as a whole. */
  readonly quotation: number | null;
  /** The attribution whose source, cue or content is here; of nested ones the inner. */
  readonly attribution: number | null;
  readonly attributionPart: 'source' | 'cue' | 'content' | null;
  readonly sentence: number | null;
}

export function factsAt(article: Article, offset: number): FactsAt {
  const quotation = indexAt(article.quotations, offset, (q) => (q.parent === null ? [q.span] : []));
  const { attribution, part } = attributionAt(article, offset);
  return {
    mention: mentionAt(article, offset),
    quantity: indexAt(article.quantities, offset, (quantity) => [quantity.span]),
    quotation,
    attribution: attribution ?? (quotation === null ? null : article.quotations[quotation]!.attribution),
    attributionPart: part,
    sentence: indexAt(article.sentences, offset, (sentence) => [sentence.span]),
  };
}

/** The shortest mention at the offset: in `the ministry's spokesman` the ministry, where it is one of its own. */
function mentionAt({ speakers }: Article, offset: number): MentionAt | null {
  let found: MentionAt | null = null;
  let shortest = Infinity;
  speakers.forEach(({ mentions }, speaker) => {
    mentions.forEach(({ span }, mention) => {
      if (touches(span, offset) && lengthOf(span) < shortest) {
        shortest = lengthOf(span);
        found = { speaker, mention };
      }
    });
  });
  return found;
}

function attributionAt(
  { attributions }: Article,
  offset: number,
): { attribution: number | null; part: FactsAt['attributionPart'] } {
  for (const part of ['cue', 'source', 'content'] as const) {
    const attribution = indexAt(attributions, offset, (candidate) => candidate[part]);
    if (attribution !== null) return { attribution, part };
  }
  return { attribution: null, part: null };
}

/** The index of the item with the shortest span at the offset; a caret at the end still counts. */
function indexAt<T>(
  items: readonly T[],
  offset: number,
  spansOf: (item: T) => readonly Span[],
): number | null {
  let found: number | null = null;
  let shortest = Infinity;
  items.forEach((item, i) => {
    for (const span of spansOf(item)) {
      if (touches(span, offset) && lengthOf(span) < shortest) {
        shortest = lengthOf(span);
        found = i;
      }
    }
  });
  return found;
}

/** From the first to the last word of what an attribution says; undefined for one without content. */
export function contentHull({ content }: Attribution): Span | undefined {
  return hull(content);
}
