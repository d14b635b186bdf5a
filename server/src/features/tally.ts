/** The article in figures: how many facts need a source, and how many have one. */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';

export interface Tally {
  /** Direct quotations and claims. */
  readonly facts: number;
  /** Those with an attribution, a counterpart or an annotation. */
  readonly sourced: number;
  readonly claims: number;
  readonly quotations: number;
}

/** @param isTraced whether a passage that nobody is given for has a source all the same */
export function tally(article: Article, isTraced: (passage: Span) => boolean): Tally {
  const claims = article.quantities.filter(({ exempt }) => exempt === null);
  const quotations = article.quotations.filter(
    ({ kind, role, parent }) =>
      kind !== 'partial' && parent === null && (role === 'speech' || role === 'writing'),
  );
  const sourced = [...claims, ...quotations].filter(
    ({ attribution, span }) => attribution !== null || isTraced(span),
  ).length;
  return {
    facts: claims.length + quotations.length,
    sourced,
    claims: claims.length,
    quotations: quotations.length,
  };
}
