/** How features name a speaker. */
import type { Article, Attribution } from '../analysis/facts.ts';
import { textOf } from '../text/span.ts';
import { NAMELESS, excerpt } from './wording.ts';

/** The name; for a speaker without one, the words that describe them in the article. */
export function speakerName(article: Article, index: number): string {
  const speaker = article.speakers[index]!;
  return speaker.name ?? (excerpt(textOf(article.text, speaker.introduction)) || NAMELESS[speaker.kind]);
}

/** Who says the content of an attribution; null when nobody is given. */
export function speakerOf(article: Article, attribution: Attribution): string | null {
  if (attribution.speaker !== null) return speakerName(article, attribution.speaker);
  const source = attribution.source.map((span) => textOf(article.text, span)).join(' ');
  return source === '' ? null : excerpt(source);
}
