/** Which attribution gives each quotation its speaker. */
import type { Span } from '../../text/span.ts';
import { lengthOf, overlaps } from '../../text/span.ts';
import type { Draft } from './draft.ts';

/** Share of a quotation that a content must cover to be about it. */
const ENOUGH = 0.5;

const TURNS: ReadonlySet<string> = new Set(['turn-label', 'interview-answer']);

interface Fragment {
  readonly span: Span;
  readonly attribution: number;
  readonly sourced: boolean;
  readonly confidence: number;
  /** Length of the whole content: of two contents that cover a quotation the shorter one is the inner. */
  readonly size: number;
  /** A whole turn of a transcript: whatever is quoted in it is somebody else's words where the text says so. */
  readonly isTurn: boolean;
}

/** Links every quotation to the surest attribution whose content covers it. */
export function linkQuotations(draft: Draft): void {
  const fragments = draft.attributions.flatMap(({ content, source, confidence, reason }, attribution) => {
    const size = content.reduce((sum, span) => sum + lengthOf(span), 0);
    return content.map((span): Fragment => ({
      span,
      attribution,
      sourced: source.length > 0,
      confidence,
      size,
      isTurn: TURNS.has(reason.code),
    }));
  });
  fragments.sort((a, b) => a.span.start - b.span.start);
  const order = draft.quotations
    .map((_, i) => i)
    .sort((a, b) => draft.quotations[a]!.span.start - draft.quotations[b]!.span.start);
  let next = 0;
  let active: Fragment[] = [];
  for (const index of order) {
    const quotation = draft.quotations[index]!;
    while (next < fragments.length && fragments[next]!.span.start < quotation.span.end)
      active.push(fragments[next++]!);
    active = active.filter(({ span }) => span.end > quotation.span.start);
    quotation.attribution = surest(active, quotation.inner) ?? quotation.attribution;
  }
}

/**
 * Of the contents that cover the quotation's words, one with a source, then one inside a turn, then the one that the
 * analysis is surest of, then the shortest.
 */
function surest(fragments: readonly Fragment[], inner: Span): number | null {
  let best: Fragment | null = null;
  for (const fragment of fragments) {
    if (!overlaps(fragment.span, inner)) continue;
    const shared = Math.min(fragment.span.end, inner.end) - Math.max(fragment.span.start, inner.start);
    if (shared < ENOUGH * lengthOf(inner)) continue;
    if (best === null || isBetter(fragment, best)) best = fragment;
  }
  return best?.attribution ?? null;
}

function isBetter(a: Fragment, b: Fragment): boolean {
  if (a.sourced !== b.sourced) return a.sourced;
  if (a.isTurn !== b.isTurn) return b.isTurn;
  return a.confidence === b.confidence ? a.size < b.size : a.confidence > b.confidence;
}
