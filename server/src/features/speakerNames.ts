/** How features name a speaker. */
import type { Attribution } from '../analysis/facts.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { NAMELESS, excerpt } from './wording.ts';

/** The article with the speaker, and the language of the person who reads the name. */
export type Said = Pick<FeatureContext, 'article' | 'say'>;

/** The name; for a speaker without one, the words that describe them in the article. */
export function speakerName({ article, say }: Said, index: number): string {
  const speaker = article.speakers[index]!;
  return speaker.name ?? (excerpt(textOf(article.text, speaker.introduction)) || say(NAMELESS[speaker.kind]));
}

/** Who says the content of an attribution; null when nobody is given. */
export function speakerOf(said: Said, attribution: Attribution): string | null {
  if (attribution.speaker !== null) return speakerName(said, attribution.speaker);
  const source = attribution.source.map((span) => textOf(said.article.text, span)).join(' ');
  return source === '' ? null : excerpt(source);
}
