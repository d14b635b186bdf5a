/** Who was killed, hurt, held or driven out: counts that want a source however small they are. */
import { CASUALTY_NOUNS, CASUALTY_VERBS } from '../../language/en/countedNouns.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

const CASUALTY_REACH = 5;
const ACTIVE = /^(?:kill|wound|injur|arrest|detain|murder|displac|evacuat|deport|execut|infect)/;

/** `12 deaths`, `12 people were killed`, `killing 12`. */
export function isCasualty(pieces: readonly Piece[], { kind, head, from, to, dimension }: Draft): boolean {
  if (kind !== 'count' || dimension !== null) return false;
  if (head !== null && CASUALTY_NOUNS.has(head)) return true;
  if (ACTIVE.test(pieces[from - 1]?.lower ?? '')) return true;
  for (let i = to; i < Math.min(pieces.length, to + CASUALTY_REACH); i++) {
    const { lower, shape } = pieces[i]!;
    if (shape !== null || /^(?:[,;:.]|and|or|but)$/.test(lower)) return false;
    if (CASUALTY_VERBS.has(lower)) return true;
  }
  return false;
}
