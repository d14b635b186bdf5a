/** Which stretch of an article is looked up in other articles, and what is found there. */
import type { Article } from '../analysis/facts.ts';
import { countWords } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { hull } from '../text/span.ts';
import type { Counterpart } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';
import type { FactsAt } from './factsAt.ts';
import { factsAt } from './factsAt.ts';

export interface Trace {
  /** The passage that was looked up. */
  readonly passage: Span;
  /** Best first; empty when it stands nowhere else. */
  readonly counterparts: readonly Counterpart[];
}

/** The passage at an offset with its counterparts; null where there is nothing to look up. */
export function traceAt(context: FeatureContext, offset: number, limit?: number): Trace | null {
  const passages = passagesAt(context.article, factsAt(context.article, offset));
  for (const passage of passages) {
    const counterparts = context.workspace.counterparts(context.id, passage, limit);
    if (counterparts.length > 0) return { passage, counterparts };
  }
  return passages[0] ? { passage: passages[0], counterparts: [] } : null;
}

/** So many quoted words can be placed, or stand nowhere. */
const ENOUGH_WORDS = 8;

/**
 * The passages to try, in order. A quotation of a full utterance, or of many words, stands for itself: if they are
 * nowhere, a neighbour that matches would only mislead. A few quoted words may be too short to place, so the statement
 * around them is tried next.
 */
export function passagesAt(article: Article, at: FactsAt): readonly Span[] {
  const quotation = at.quotation === null ? undefined : article.quotations[at.quotation];
  if (
    quotation &&
    (quotation.kind !== 'partial' || countWords(article.text, quotation.inner) >= ENOUGH_WORDS)
  )
    return [quotation.span];
  const content = at.attribution === null ? undefined : hull(article.attributions[at.attribution]!.content);
  const sentence = at.sentence === null ? undefined : article.sentences[at.sentence]!.span;
  return distinct([quotation?.span, content, sentence]);
}

function distinct(spans: readonly (Span | undefined)[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    if (span && !found.some(({ start, end }) => start === span.start && end === span.end)) found.push(span);
  }
  return found;
}
