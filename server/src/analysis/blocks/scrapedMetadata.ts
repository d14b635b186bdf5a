import { trimSpan } from '../../text/lines.ts';
import { span } from '../../text/span.ts';
import type { Block } from '../facts.ts';
import { reason } from '../reasons.ts';
import type { Passage } from './passage.ts';

const GLUED_DATE =
  /^(?:date|published|updated|posted|timestamp)\b:?[ \t]*(\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)[ \t\u00a0]+(?=\S)/i;

/**
 * Takes a date that a scraper glued to the front of the text (`date 2018-07-24 The council …`) off the first passage:
 * a front-matter block, and the passages that remain.
 */
export function scrapedMetadata(
  text: string,
  passages: readonly Passage[],
): { metadata: Block[]; passages: readonly Passage[] } {
  const first = passages[0];
  if (!first || first.layout) return { metadata: [], passages };
  const { start, end } = first.span;
  const match = GLUED_DATE.exec(text.slice(start, Math.min(end, start + 80)));
  if (!match) return { metadata: [], passages };
  const dateEnd = start + match[0].trimEnd().length;
  const date = span(dateEnd - match[1]!.length, dateEnd);
  const rest = trimSpan(text, span(start + match[0].length, end));
  return {
    metadata: [{ span: span(start, dateEnd), kind: 'front-matter', reason: reason('page-date', date) }],
    passages: [{ ...first, span: rest }, ...passages.slice(1)],
  };
}
