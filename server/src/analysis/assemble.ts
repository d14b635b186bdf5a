/** The facts of parts of a text, brought together: offsets count from its start, indices point into the joint arrays. */
import type { Span } from '../text/span.ts';
import { shift } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import type { BlockFacts } from './blockFacts.ts';
import type { Attribution, Quantity, Quotation } from './facts.ts';
import { shiftReason } from './reasons.ts';

/** A part, and where it begins. */
export interface PlacedPart {
  readonly facts: BlockFacts;
  readonly start: number;
}

export interface PlacedFacts {
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly quantities: readonly Quantity[];
}

/** So many parts are joined in one step. */
const PARTS_PER_STEP = 128;

/** @param parts in the order of the text */
export function assemble(parts: readonly PlacedPart[]): PlacedFacts {
  return finish(assembleInSteps(parts));
}

/** The same in steps. */
export function* assembleInSteps(parts: readonly PlacedPart[]): Steps<PlacedFacts> {
  const quotations: Quotation[] = [];
  const attributions: Attribution[] = [];
  const quantities: Quantity[] = [];
  for (const [i, { facts, start: by }] of parts.entries()) {
    if (i % PARTS_PER_STEP === 0) yield;
    const firstQuotation = quotations.length;
    const firstAttribution = attributions.length;
    for (const q of facts.quotations) {
      quotations.push({
        ...q,
        span: shift(q.span, by),
        inner: shift(q.inner, by),
        parent: moved(q.parent, firstQuotation),
        continues: moved(q.continues, firstQuotation),
        attribution: moved(q.attribution, firstAttribution),
        reason: shiftReason(q.reason, by),
      });
    }
    for (const a of facts.attributions) {
      attributions.push({
        ...a,
        source: shiftAll(a.source, by),
        cue: shiftAll(a.cue, by),
        content: shiftAll(a.content, by),
        parent: moved(a.parent, firstAttribution),
        reason: shiftReason(a.reason, by),
      });
    }
    for (const q of facts.quantities) {
      quantities.push({
        ...q,
        span: shift(q.span, by),
        number: shift(q.number, by),
        reason: shiftReason(q.reason, by),
      });
    }
  }
  return { quotations, attributions, quantities };
}

function moved(index: number | null, by: number): number | null {
  return index === null ? null : index + by;
}

function shiftAll(spans: readonly Span[], by: number): Span[] {
  return spans.map((span) => shift(span, by));
}
