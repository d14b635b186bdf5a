/** Growing a selection by what belongs together: quoted words, quotation, statement, sentence, block, article. */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import { contains, hull, lengthOf, touches } from '../text/span.ts';

/** From the smallest to the largest; each holds the one before and is longer. The last is the whole article. */
export function selectionSpans(article: Article, offset: number): readonly Span[] {
  const candidates: Span[] = [
    ...article.quotations.flatMap(({ inner, span }) => [inner, span]),
    ...article.attributions.flatMap(({ source, cue, content }) => [
      ...source,
      ...cue,
      ...content,
      hull([...source, ...cue, ...content]) ?? { start: 0, end: 0 },
    ]),
    ...article.speakers.flatMap(({ mentions }) => mentions.map(({ span }) => span)),
    ...article.quantities.flatMap(({ number, span }) => [number, span]),
    ...article.sentences.map(({ span }) => span),
    ...article.blocks.map(({ span }) => span),
    { start: 0, end: article.text.length },
  ];
  const chain: Span[] = [];
  for (const span of candidates
    .filter((candidate) => touches(candidate, offset))
    .sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const last = chain.at(-1);
    if (!last || (contains(span, last) && lengthOf(span) > lengthOf(last))) chain.push(span);
  }
  return chain;
}
