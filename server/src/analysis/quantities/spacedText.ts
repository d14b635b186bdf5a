/**
 * Text that a program took apart, each word and mark between blanks: `sales rose 6 . 2 % to hk $ 1.45 billion .`. What
 * belongs to one number is put together again; nothing is changed in text that people wrote.
 */
import { wordOf } from '../words.ts';
import type { Piece } from './pieces.ts';

/** The pieces of one sentence, with numbers in one piece and hyphens tied to their words where the text is so spaced. */
export function joinSpaced(pieces: readonly Piece[]): readonly Piece[] {
  if (!isSpaced(pieces)) return pieces;
  const joined: Piece[] = [];
  let i = 0;
  while (i < pieces.length) {
    const number = numberFrom(pieces, i);
    if (number !== undefined) {
      joined.push(number.piece);
      i = number.to;
    } else if (isHyphen(pieces, i)) {
      joined.push({ ...pieces[i]!, glued: true, gap: '' }, { ...pieces[i + 1]!, glued: true, gap: '' });
      i += 2;
    } else joined.push(pieces[i++]!);
  }
  return joined;
}

/** People put no blank before a comma or full stop, and none behind a dollar sign. */
function isSpaced(pieces: readonly Piece[]): boolean {
  for (let i = 0; i < pieces.length; i++) {
    const { text, glued } = pieces[i]!;
    if (text.length !== 1) continue;
    if (i > 0 && !glued && (text === ',' || text === '.')) return true;
    const next = pieces[i + 1];
    if ((text === '$' || text === '£') && next?.glued === false && next.shape === 'number') return true;
  }
  return false;
}

/** What may go on with thousands: at most trillions. */
const MILLIONS = /^\d{1,3}(?:,\d{3}){0,3}$/;

/** `6 . 2`, `10 , 000`, `1 / 4`, `7 3 / 4` as one number. */
function numberFrom(pieces: readonly Piece[], i: number): { piece: Piece; to: number } | undefined {
  const first = pieces[i]!;
  if (!isDigits(first)) return undefined;
  let to = i + 1;
  let text = first.text;
  while (isMark(pieces[to], ',') && isThousand(pieces[to + 1]) && MILLIONS.test(text)) {
    text += `,${pieces[to + 1]!.text}`;
    to += 2;
  }
  const decimals = pieces[to + 1];
  if (isMark(pieces[to], '.') && decimals !== undefined && isDigits(decimals) && !decimals.glued) {
    text += `.${decimals.text}`;
    to += 2;
  }
  if (to > i + 1) return { piece: merged(first, pieces[to - 1]!, text, 'number', valueOf(text)), to };
  const under = pieces[i + 2];
  if (!isMark(pieces[i + 1], '/') || under === undefined || !isDigits(under)) return undefined;
  const value = Number(first.text) / Number(under.text);
  if (!(value > 0 && value < 1)) return undefined;
  return { piece: merged(first, under, `${first.text}/${under.text}`, 'fraction', value), to: i + 3 };
}

function valueOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function merged(first: Piece, last: Piece, text: string, shape: Piece['shape'], value: number): Piece {
  const word = wordOf(text);
  return { ...first, end: last.end, text, lower: word.lower, word, lemma: word.lower, shape, value };
}

function isDigits({ text, shape }: Piece): boolean {
  return (shape === 'number' || shape === 'address') && /^[\d,]{1,12}$/.test(text);
}

function isThousand(piece: Piece | undefined): boolean {
  return piece !== undefined && /^\d{3}$/.test(piece.text);
}

function isMark(piece: Piece | undefined, mark: string): boolean {
  return piece?.text === mark && !piece.glued;
}

/** `30 - year bonds`, `one - third`, `$ 70 - a - share`; not the dash of `up 5 percent - to 30`. */
function isHyphen(pieces: readonly Piece[], i: number): boolean {
  const [before, hyphen, after] = [pieces[i - 1], pieces[i]!, pieces[i + 1]];
  if (hyphen.text !== '-' || hyphen.glued || before === undefined || after === undefined) return false;
  if (before.text.startsWith('-') || after.glued) return false;
  return after.shape === null && /^\p{Ll}/u.test(after.text) && before.text !== ',';
}
