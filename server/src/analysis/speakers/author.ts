/** Who writes the article: the `I` outside quotation marks. */
import { textOf } from '../../text/span.ts';
import type { Block } from '../facts.ts';
import type { Entity, NameMention } from './entity.ts';

/** A note on the author at the end of a column: `Ana Vale is a nurse and the author of …`. */
const NOTE = /^\s*(?:,[^,]{1,60},)?\s*(?:is|teaches|writes|lives)\b/;

/**
 * The author as the end of the article says: its last paragraph begins with a full name that stands nowhere else. Null
 * when it does not, or when the name is in the byline only, which is not read as prose.
 */
export function findAuthor(
  text: string,
  blocks: readonly Block[],
  mentions: readonly NameMention[],
): Entity | null {
  const last = blocks.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'credit');
  const block = blocks[last];
  if (!block) return null;
  const first = mentions.find((mention) => mention.block === last);
  if (first?.entity.kind !== 'person' || first.phrase.words.length < 2) return null;
  const opens = textOf(text, { start: block.span.start, end: first.span.start }).trim() === '';
  const elsewhere = first.entity.mentions.some((mention) => mention.block !== last);
  return opens && !elsewhere && NOTE.test(text.slice(first.name.end, first.name.end + 80))
    ? first.entity
    : null;
}
