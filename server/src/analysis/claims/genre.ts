/** The kind of text, where the article's front matter names it: a review or a story asks for no sources. */
import { UNSOURCED_GENRES } from '../../language/en/genres.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../text/span.ts';
import type { ClaimContext } from './claims.ts';

const GENRE = /^(?:genre|category|type)[ \t]*:[ \t]*(["']?)([^"'\n\r#]{1,40}?)\1[ \t]*(?:#.*)?$/im;

/** The words of the front matter that exempt the whole article; undefined when there are none. Never throws. */
export function exemptGenre({ text, blocks }: ClaimContext): Span | undefined {
  const front = blocks[0];
  if (front?.kind !== 'front-matter') return undefined;
  const found = GENRE.exec(textOf(text, front.span));
  if (found === null || !UNSOURCED_GENRES.has(found[2]!.toLowerCase())) return undefined;
  const start = front.span.start + found.index;
  return { start, end: start + found[0].length };
}
