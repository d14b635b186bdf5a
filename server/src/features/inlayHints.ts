/** Who is behind “he said” and “the ministry said”: the name, shown beside the words. */
import type { Article, MentionForm } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import { contains, overlaps } from '../text/span.ts';

export interface InlayHint {
  readonly offset: number;
  /** `Joseph Votel` */
  readonly name: string;
}

/** Forms that do not say the name themselves. */
const NAMELESS_FORMS: ReadonlySet<MentionForm> = new Set<MentionForm>(['pronoun', 'description', 'acronym']);

/** The hints in a stretch of the article, in text order. */
export function inlayHints(article: Article, within: Span): readonly InlayHint[] {
  const hints = new Map<number, string>();
  for (const { source, speaker } of article.attributions) {
    const { name, mentions } = (speaker === null ? null : article.speakers[speaker]) ?? {
      name: null,
      mentions: [],
    };
    if (name === null || !source.some((span) => overlaps(span, within))) continue;
    for (const { span, form } of mentions) {
      const isSource = source.some((part) => contains(part, span));
      if (isSource && NAMELESS_FORMS.has(form)) hints.set(span.end, name);
    }
  }
  return [...hints].map(([offset, name]) => ({ offset, name })).sort((a, b) => a.offset - b.offset);
}
