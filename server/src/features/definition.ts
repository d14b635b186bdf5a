/**
 * Go to source: from a passage to where it stands in another article, from a mark to what it names, from a name or
 * pronoun to where its bearer is introduced.
 */
import type { Span } from '../text/span.ts';
import type { FeatureContext, Place } from './context.ts';
import { factsAt } from './factsAt.ts';
import { markAt, placeOfMark } from './markAt.ts';
import { traceAt } from './tracing.ts';

export interface Definition {
  /** What in this article the answer is about. */
  readonly origin: Span;
  /** Best first. */
  readonly targets: readonly Place[];
}

export function definitionAt(context: FeatureContext, offset: number): Definition | null {
  const mark = markAt(context, offset);
  if (mark) {
    const place = placeOfMark(context, mark);
    return place && { origin: mark.span, targets: [place] };
  }
  const at = factsAt(context.article, offset);
  // Inside quotation marks the words are looked up, not the people they name.
  if (at.mention && at.quotation === null) {
    const speaker = context.article.speakers[at.mention.speaker]!;
    const origin = speaker.mentions[at.mention.mention]!.span;
    return { origin, targets: [{ id: context.id, span: speaker.introduction }] };
  }
  const trace = traceAt(context, offset);
  if (!trace || trace.counterparts.length === 0) return null;
  return { origin: trace.passage, targets: trace.counterparts.map(({ id, span }) => ({ id, span })) };
}
