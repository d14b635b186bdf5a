/**
 * Where a passage is used: its counterparts in all other articles, whichever of the two is the source; and every
 * mention of a speaker.
 */
import type { FeatureContext, Place } from './context.ts';
import { factsAt } from './factsAt.ts';
import { traceAt } from './tracing.ts';

const MAX_REFERENCES = 100;

/** In the order of relevance. `includeSelf` asks for the passage itself (or a speaker's introduction) too. */
export function referencesAt(
  context: FeatureContext,
  offset: number,
  includeSelf: boolean,
): readonly Place[] {
  const { id, article } = context;
  const at = factsAt(article, offset);
  if (at.mention && at.quotation === null) {
    const { mentions, introduction } = article.speakers[at.mention.speaker]!;
    return mentions
      .filter(({ span }) => includeSelf || span.start !== introduction.start || span.end !== introduction.end)
      .map(({ span }) => ({ id, span }));
  }
  const trace = traceAt(context, offset, MAX_REFERENCES);
  if (!trace) return [];
  const uses = trace.counterparts.map((counterpart) => ({ id: counterpart.id, span: counterpart.span }));
  return includeSelf && uses.length > 0 ? [{ id, span: trace.passage }, ...uses] : uses;
}
