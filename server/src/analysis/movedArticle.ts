/**
 * The facts of an article after edits, as far as they are known without reading it again: each at its place in the text
 * as it is now. What was edited keeps what is left around the edit.
 */
import type { Replacement } from '../text/edits.ts';
import { placesAfter } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import type { Article } from './facts.ts';
import type { Reason } from './reasons.ts';

/**
 * @param edits one change of the text: in order, apart from each other
 * @param text the text after them, without its marks
 */
export function movedArticle(article: Article, edits: readonly Replacement[], text: string): Article {
  const span = placesAfter(edits);
  const spans = (all: readonly Span[]): readonly Span[] => all.map(span);
  const reason = ({ code, evidence }: Reason): Reason => ({ code, evidence: spans(evidence) });
  return {
    text,
    format: article.format,
    blocks: article.blocks.map((block) => ({
      ...block,
      span: span(block.span),
      reason: reason(block.reason),
      ...(block.label && { label: span(block.label) }),
    })),
    sentences: article.sentences.map((sentence) => ({ ...sentence, span: span(sentence.span) })),
    quotations: article.quotations.map((quotation) => ({
      ...quotation,
      span: span(quotation.span),
      inner: span(quotation.inner),
      reason: reason(quotation.reason),
    })),
    attributions: article.attributions.map((attribution) => ({
      ...attribution,
      source: spans(attribution.source),
      cue: spans(attribution.cue),
      content: spans(attribution.content),
      reason: reason(attribution.reason),
    })),
    speakers: article.speakers.map((speaker) => ({
      ...speaker,
      introduction: span(speaker.introduction),
      mentions: speaker.mentions.map((mention) => ({
        ...mention,
        span: span(mention.span),
        antecedent: mention.antecedent && span(mention.antecedent),
        reason: reason(mention.reason),
      })),
    })),
    quantities: article.quantities.map((quantity) => ({
      ...quantity,
      span: span(quantity.span),
      number: span(quantity.number),
      reason: reason(quantity.reason),
    })),
  };
}
