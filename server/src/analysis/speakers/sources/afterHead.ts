/** What the words after the head of a description add: whose it is, what else somebody is, what something is called. */
import type { Span } from '../../../text/span.ts';
import { singularRole } from '../../../language/en/roles.ts';
import { TITLE_OBJECTS } from '../../../language/en/titles.ts';
import type { Token } from '../../tokens.ts';
import { RELATIVE_PRONOUNS } from './pronounPhrase.ts';

const INDEFINITE = new Set(['a', 'an']);
const TITLED = new Set(['titled', 'called', 'entitled', 'named', 'headlined', 'dubbed']);
const QUOTES = new Set(['"', '“', '”', '‘', '’']);

/** Whether what follows the head says whose or which it is; `of state` is part of the office itself. */
export function saysWhose(rest: readonly Token[]): boolean {
  const [first, second] = rest;
  if (RELATIVE_PRONOUNS.has(first?.lower ?? '')) return true;
  if (first?.pos !== 'ADP' || second?.pos === 'NUM') return false;
  return !(first.lower === 'of' && TITLE_OBJECTS.has(second?.lower ?? 'the') && second?.lower !== 'the');
}

/** `surgeon` in `, a heart surgeon who …`; null when no such apposition follows. */
export function roleInApposition(rest: readonly Token[]): string | null {
  if (rest[0]?.text !== ',' || !INDEFINITE.has(rest[1]?.lower ?? '')) return null;
  const end = rest.findIndex(({ pos }, i) => i > 1 && pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'PROPN');
  const role = singularRole(rest[(end < 0 ? rest.length : end) - 1]!.lower);
  return role?.plural === false ? role.noun : null;
}

/** `of the harbor board` after a head: whose it is; up to the next comma or verb. */
export function relation(rest: readonly Token[]): readonly Token[] {
  if (rest[0]?.lower !== 'of' && rest[0]?.lower !== 'for') return [];
  const end = rest.findIndex(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || text === ',');
  return rest.slice(1, end < 0 ? rest.length : end).filter(({ pos }) => pos !== 'DET' && pos !== 'ADP');
}

/** The title that follows `titled`, `called`: in quotation marks or in capitals. */
export function titleIn(rest: readonly Token[]): Span | null {
  const at = rest.findIndex(({ lower }) => TITLED.has(lower));
  if (at < 0) return null;
  const words = rest.slice(at + 1);
  const quoted = QUOTES.has(words[0]?.text ?? '');
  const from = quoted ? 1 : 0;
  const end = words.findIndex(
    ({ text }, i) => i >= from && (quoted ? QUOTES.has(text) || text === ',' : text === ','),
  );
  const title = words.slice(from, end < 0 ? words.length : end);
  const first = title[0];
  return first ? { start: first.start, end: title.at(-1)!.end } : null;
}
