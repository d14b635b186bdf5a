/** Names that somebody is spoken to by: `“Come, Darcy,”` · `“Anna! Wait.”` · `“Are you cold, my dear Mr. Bond?”` */
import type { Span } from '../../text/span.ts';

/** How many characters before a name are read. */
const NEAR = 40;

const JOINED = /,\s*(?:(?:my|dear|dearest|old)\s+)*$/i;
const OPENING = /(?:^|[.!?]\s+)(?:(?:my|dear|dearest|old|oh|o|but|and|come|no|yes|well|why|now),?\s+)*$/i;

/**
 * Whether a name speaks to its bearer: it stands between commas, after a comma at the end of a sentence, or first before
 * a comma or an exclamation mark.
 * @param inner what is said, without marks
 * @param name the name with its title, inside `inner`
 */
export function isVocative(text: string, inner: Span, { start, end }: Span): boolean {
  const after = text.slice(end, Math.min(inner.end, end + 2)).trimStart();
  const from = Math.max(inner.start, start - NEAR);
  // Where something was cut off, the rest does not begin what is said.
  const before = (from > inner.start ? 'x' : '') + text.slice(from, start);
  if (JOINED.test(before)) return after === '' || /^[,.!?;]/.test(after);
  return /^[,!]/.test(after) && OPENING.test(before);
}
