/** All that belongs to one speaker: how they are named, and what they are given for. */
import type { Span } from '../text/span.ts';
import { compareSpans } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { factsAt } from './factsAt.ts';

export interface Highlight {
  readonly span: Span;
  /** `name`: a mention; `words`: a passage they are given for. */
  readonly kind: 'name' | 'words';
}

/** In text order; empty where no speaker is at the offset. */
export function highlightsAt({ article }: FeatureContext, offset: number): readonly Highlight[] {
  const at = factsAt(article, offset);
  const attribution = at.attribution === null ? undefined : article.attributions[at.attribution];
  const speaker = at.mention?.speaker ?? attribution?.speaker ?? null;
  if (speaker === null) {
    return (attribution?.content ?? []).map((span): Highlight => ({ span, kind: 'words' }));
  }
  const names = article.speakers[speaker]!.mentions.map(({ span }): Highlight => ({ span, kind: 'name' }));
  const words = article.attributions
    .filter((candidate) => candidate.speaker === speaker)
    .flatMap(({ content }) => content.map((span): Highlight => ({ span, kind: 'words' })));
  return [...names, ...words].sort((a, b) => compareSpans(a.span, b.span));
}
