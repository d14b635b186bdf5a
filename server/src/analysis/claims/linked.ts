/** Sources given beside the text: a Markdown link around or right after a figure, or a footnote in its sentence. */
import type { Span } from '../../text/span.ts';
import type { Quantity } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

const LINK = /\[[^\][\n]{0,300}\]\([^()\s]{1,500}\)/g;
const FOOTNOTE = /\[\^[^\]\s]{1,50}\]/g;
/** A link this near after the figure is taken for its source; around the figure it always is. */
const NEAR = 60;
/** How far the passage is searched before and after the figure, in code units. */
const REACH = 400;

/** The link or footnote that names the quantity's source, if there is one in its sentence. */
export function linkedAt(
  { text, sentences }: ClaimContext,
  { number }: Quantity,
  site: Site,
): Span | undefined {
  const sentence = sentences[site.sentence]?.span;
  if (sentence === undefined) return undefined;
  const from = Math.max(sentence.start, number.start - REACH);
  const passage = text.slice(from, Math.min(sentence.end + NEAR, number.end + REACH));
  if (!passage.includes('[')) return undefined;
  const at = number.start - from;
  for (const pattern of [LINK, FOOTNOTE]) {
    for (const found of passage.matchAll(pattern)) {
      const end = found.index + found[0].length;
      const serves = end > at && (pattern === FOOTNOTE || found.index < at + NEAR);
      if (serves) return { start: from + found.index, end: from + end };
    }
  }
  return undefined;
}
