/**
 * Where a figure's source is clear from the context although its own sentence does not name it: in a paragraph that
 * gives a source for figures of the same kind, or in the paragraphs after a poll, a report or statistics were named.
 */
import { textOf } from '../../text/span.ts';
import type { Quantity } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

/** How many blocks a named document is remembered for, for shares and percentages. */
const MEMORY = 4;
const DOCUMENT =
  /\b(?:polls?|polling|pollsters?|surveys?|surveyed|stud(?:y|ies)|reports?|data|figures|statistics|census|analysis|researchers?|index|audit|filings?|records|returns|results|according to|estimates?|averages?)\b/i;

/** Answers for quantities by index. Linear: every block is searched once. */
export function knownSources(
  { text, blocks }: ClaimContext,
  quantities: readonly Quantity[],
  sites: readonly Site[],
): (index: number) => boolean {
  const attributedKinds = new Set<string>();
  quantities.forEach(({ attribution, exempt, kind }, i) => {
    if (attribution !== null && exempt === null) attributedKinds.add(`${sites[i]!.block} ${kind}`);
  });
  const documents = new Map<number, boolean>();
  const namesDocument = (block: number): boolean => {
    const known = documents.get(block);
    if (known !== undefined) return known;
    const span = blocks[block]?.span;
    const named = span !== undefined && DOCUMENT.test(textOf(text, span));
    documents.set(block, named);
    return named;
  };
  return (index) => {
    const { block } = sites[index]!;
    const { kind } = quantities[index]!;
    if (attributedKinds.has(`${block} ${kind}`) || namesDocument(block)) return true;
    if (kind !== 'percent' && kind !== 'percentage-points' && kind !== 'ratio') return false;
    for (let back = 1; back <= MEMORY; back++) if (namesDocument(block - back)) return true;
    return false;
  };
}
