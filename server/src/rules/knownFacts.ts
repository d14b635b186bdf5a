/** Where an article states what its workspace holds to be known. */
import type { Span } from '../text/span.ts';
import { findPassages, searchable } from '../text/wordSearch.ts';
import type { KnownFact } from './rule.ts';

/** The passages with the words of a known fact; case, typography and spacing may differ. */
export function findKnownFacts(text: string, facts: readonly KnownFact[]): Span[] {
  if (facts.length === 0) return [];
  const prepared = searchable(text);
  return facts.flatMap((fact) => findPassages(prepared, fact.text));
}
