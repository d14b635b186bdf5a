/**
 * Prices and moves of shares, indices, currencies and commodities: anybody can see them on an exchange. What a company
 * earns, sells or owes is not among them.
 */
import { FALL_VERBS, GAIN_VERBS, LOSS_VERBS, RISE_VERBS } from '../../language/en/changeWords.ts';
import { INDICES, PRICED, PRICES, QUOTING_VERBS, SESSIONS, TRADED } from '../../language/en/marketWords.ts';
import { perWord } from '../words.ts';
import type { Draft } from './drafts.ts';
import type { Piece } from './pieces.ts';

/** How far from its number a verb or a subject may stand, in pieces. */
const REACH = 16;

/** Whether the number is a price, level, yield or move of what is traded in public. Looks at its own clause only. */
export function isMarketFigure(pieces: readonly Piece[], draft: Draft): boolean {
  const { kind, unit } = draft;
  if (kind === 'count' && unit !== null && !/^(?:points?|shares)$/.test(unit)) return false;
  if (kind === 'measure') return false;
  if (isCapitalisation(pieces, draft) || isSession(pieces, draft)) return true;
  if (unit === 'shares') return isTurnover(pieces, draft);
  const verb = verbBefore(pieces, draft.from);
  return verb >= 0 && isTraded(pieces, verb);
}

/** `a market value of about $21 billion`, `a market capitalisation of £3bn`. */
function isCapitalisation(pieces: readonly Piece[], { kind, from }: Draft): boolean {
  if (kind !== 'money' || pieces[from - 1]?.lower !== 'of') return false;
  return (
    pieces[from - 3]?.lower === 'market' && /^(?:value|cap|capitali[sz]ation)$/.test(pieces[from - 2]!.lower)
  );
}

/** `rose 2.3 percent in afternoon trading`. */
function isSession(pieces: readonly Piece[], { change, to }: Draft): boolean {
  if (change === '=') return false;
  for (let i = to + 1; i < Math.min(pieces.length, to + REACH / 2); i++) {
    if (endsClause(pieces[i]!)) return false;
    if (pieces[i]!.lower === 'trading' && SESSIONS.has(pieces[i - 1]!.lower)) return true;
  }
  return false;
}

/** `9.8 billion shares changed hands`. */
function isTurnover(pieces: readonly Piece[], { to }: Draft): boolean {
  return /^(?:changed|traded)$/.test(pieces[to]?.lower ?? '');
}

/** The verb that governs the number: `lost` for both figures of `lost 1.1 percent to 13,020`; -1 for none. */
function verbBefore(pieces: readonly Piece[], from: number): number {
  for (let i = from - 1; i >= 0 && i >= from - REACH; i--) {
    if (endsClause(pieces[i]!)) return -1;
    if (isMove(pieces[i]!)) return i;
  }
  return -1;
}

const endsClause = perWord(({ text }) => /^[;:()—–.!?"“”]$/.test(text));

const isMove = perWord(
  ({ lower }) =>
    RISE_VERBS.has(lower) ||
    FALL_VERBS.has(lower) ||
    GAIN_VERBS.has(lower) ||
    LOSS_VERBS.has(lower) ||
    QUOTING_VERBS.has(lower),
);

/** Whether the subject before the verb is traded: `shares of Harrow & Pell`, `the yield on the note`, `Hong Kong’s Hang Seng`. */
function isTraded(pieces: readonly Piece[], verb: number): boolean {
  let end = verb;
  while (end > 0 && isBetween(pieces[end - 1]!)) end--;
  if (pieces[end - 1]?.text === ',') end = beforeInsertion(pieces, end - 1);
  let start = end;
  while (start > 0 && start > end - REACH && isInSubject(pieces, start - 1)) start--;
  const link = indexOfLink(pieces, start, end);
  if (link > start && /^(?:in|of|on)$/.test(pieces[link]!.lower) && isGoods(pieces, start, link, end))
    return false;
  return endsTraded(pieces, start, link);
}

/** `has`, `was`, `still`, and verbs before the one that tells: `closed down`. */
function isBetween(piece: Piece): boolean {
  return piece.pos === 'AUX' || piece.pos === 'ADV' || piece.pos === 'PART' || isMove(piece);
}

/** The end of the phrase before `, the international standard,`. */
function beforeInsertion(pieces: readonly Piece[], closing: number): number {
  for (let i = closing - 1; i > 0 && i > closing - REACH; i--) if (pieces[i]!.text === ',') return i;
  return closing;
}

const SUBJECT = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/;

function isInSubject(pieces: readonly Piece[], at: number): boolean {
  const { pos, text, lower } = pieces[at]!;
  if (SUBJECT.test(pos) || TRADED.has(lower) || /^(?:of|in|on|for)$/.test(lower)) return true;
  // `Sales of shares and bonds`, unlike `rose 2 percent and the yen`
  if (lower === 'and') return /^(?:NOUN|PROPN)$/.test(pieces[at - 1]?.pos ?? '');
  return /^(?:['’]s?|&|-)$/.test(text);
}

/** The first `of`, `in`, `on` of the phrase, or its end. */
function indexOfLink(pieces: readonly Piece[], start: number, end: number): number {
  for (let i = start; i < end; i++) if (/^(?:of|in|on|for)$/.test(pieces[i]!.lower)) return i;
  return end;
}

/** `stocks of grain` lie in a barn. */
function isGoods(pieces: readonly Piece[], start: number, link: number, end: number): boolean {
  const isStock = /^stocks?$/.test(pieces[link - 1]!.lower) && pieces[link]!.lower === 'of';
  return isStock && pieces.slice(link + 1, end).every(({ text }) => /^\p{Ll}/u.test(text)) && start < link;
}

/** Whether what is traded ends the phrase: `Jet fuel futures`, `the Nikkei 225`, `oil prices`; not `oil output`. */
function endsTraded(pieces: readonly Piece[], start: number, end: number): boolean {
  let last = end - 1;
  while (last > start && !/^\p{L}/u.test(pieces[last]!.text)) last--;
  const head = pieces[last];
  if (head === undefined || last < start) return false;
  if (PRICES.has(head.lower)) return last > start && PRICED.has(pieces[last - 1]!.lower);
  if (TRADED.has(head.lower)) return true;
  if (/^ind(?:ex|exes|ices)$/.test(head.lower)) return isShareIndex(pieces, start, last);
  const isName = head.pos === 'PROPN' || /^(?:composite|averages?|group|benchmark)$/.test(head.lower);
  return isName && pieces.slice(start, last + 1).some(isIndex);
}

/** `the index`, `the benchmark index`, `the Nasdaq index`; not `the consumer price index`. */
function isShareIndex(pieces: readonly Piece[], start: number, last: number): boolean {
  const before = pieces[last - 1];
  if (last === start || before!.pos === 'DET') return true;
  return (
    /^(?:benchmark|stock|share|blue-chip|chip|main|key|broader)$/.test(before!.lower) ||
    pieces.slice(start, last).some(isIndex)
  );
}

const isIndex = perWord(
  ({ lower, text }) => (INDICES.has(lower) && /^\p{Lu}/u.test(text)) || lower === 'seng',
);
