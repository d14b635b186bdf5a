/**
 * The quotation marks of a text, and what can be told about each from its neighbours. Apostrophes inside words and
 * measures such as `6'2"` are left out here when nothing else is possible; what stays may still be no quotation mark.
 */
import { ELIDED_ENDS, ELIDED_STARTS } from '../../language/en/elisions.ts';
import type { Span } from '../../text/span.ts';

/** `''` and ` `` ` are the double marks of typewriters and TeX; two straight singles count as one `''`. */
export type Shape = '"' | '“' | '”' | '„' | '«' | '»' | "''" | '``' | "'" | '‘' | '’' | '‚' | '‹' | '›' | '`';

export type Family = 'double' | 'single';

/** What stands next to a mark, emphasis marks and further quotation marks skipped. */
export type Neighbour = 'edge' | 'word' | 'opener' | 'dash' | 'ellipsis' | 'comma' | 'stop' | 'closer';

export interface Mark extends Span {
  readonly shape: Shape;
  readonly before: Neighbour;
  readonly after: Neighbour;
  /** What it costs to read the mark as no quotation mark: apostrophe, feet, inches; Infinity where it cannot be one. */
  readonly noQuote: number;
  /** Whether only blank space and other marks stand between the text's start and the mark. */
  readonly first: boolean;
  /** Whether a colon and a blank stand before the mark and a capital behind it: `said: 'We`. */
  readonly introduced: boolean;
}

const DOUBLE: ReadonlySet<Shape> = new Set<Shape>(['"', '“', '”', '„', '«', '»', "''", '``']);

export function familyOf(shape: Shape): Family {
  return DOUBLE.has(shape) ? 'double' : 'single';
}

/** The marks of a text in order, those inside `masks` left out. Linear; never throws. */
export function findMarks(text: string, masks: readonly Span[]): Mark[] {
  const marks: Mark[] = [];
  let mask = 0;
  const neighbours = new Neighbours(text);
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at)) {
    const start = at;
    if (isApostrophe(text, start)) {
      at++;
      continue;
    }
    const runEnd = endOfMarks(text, start);
    const run = text.slice(start, runEnd);
    for (let i = 0; i < run.length;) {
      const { shape, length } = shapeAt(text, run, i, start);
      const mark = { start: start + i, end: start + i + length, shape };
      i += length;
      while (mask < masks.length && masks[mask]!.end <= mark.start) mask++;
      if (mask < masks.length && masks[mask]!.start <= mark.start) continue;
      const read = readMark(text, mark, neighbours);
      if (read) marks.push(read);
    }
    at = runEnd;
  }
  return marks;
}

/** The mark with what its neighbours tell; undefined for an apostrophe inside a word. */
function readMark(
  text: string,
  { start, end, shape }: Span & { readonly shape: Shape },
  neighbours: Neighbours,
): Mark | undefined {
  const introduced = introducesSpeech(text, start, end);
  const noQuote = costOfNoQuote(text, start, end, shape, introduced);
  if (noQuote === 0 && familyOf(shape) === 'single' && isInsideWord(text, start, end)) return undefined;
  const { before, first } = neighbours.before(start);
  return { start, end, shape, before, after: neighbours.after(end), noQuote, first, introduced };
}

/** Whether a code unit is one of `"'` and a backtick, or of `“”„‟«»‘’‚‛‹›`. */
function isMark(unit: number): boolean {
  if (unit < 0x80) return unit === 0x22 || unit === 0x27 || unit === 0x60;
  if (unit < 0x2018) return unit === 0xab || unit === 0xbb;
  return unit <= 0x201f || unit === 0x2039 || unit === 0x203a;
}

/** Where the next mark stands from `from` on; the text's length for none. */
function nextMark(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isMark(text.charCodeAt(at))) at++;
  return at;
}

function endOfMarks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isMark(text.charCodeAt(at))) at++;
  return at;
}

/** `don't`, `don’t`: a single mark between letters of English, which needs no further look. */
function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit === 0x27 || unit === 0x2019) && isAsciiLetter(text, at - 1) && isAsciiLetter(text, at + 1);
}

function isAsciiLetter(text: string, at: number): boolean {
  const lower = text.charCodeAt(at) | 0x20;
  return lower >= 97 && lower <= 122;
}

/** Two equal single marks side by side are one double mark; of three, the middle one goes with the outer. */
function shapeAt(text: string, run: string, i: number, offset: number): { shape: Shape; length: number } {
  const mark = run[i]!;
  if (mark === '‟') return { shape: '“', length: 1 };
  if (mark === '‛') return { shape: '‘', length: 1 };
  const twice = run[i + 1] === mark;
  const thrice = twice && run[i + 2] === mark;
  // `'''` at the end of speech is a closing single mark and a closing double one.
  const closing = thrice && run[i + 3] !== mark && /\S/.test(text[offset - 1] ?? ' ') && i === 0;
  if (twice && !closing) {
    if (mark === "'") return { shape: "''", length: 2 };
    if (mark === '`') return { shape: '``', length: 2 };
    if (mark === '’') return { shape: '”', length: 2 };
    if (mark === '‘') return { shape: '“', length: 2 };
  }
  return { shape: mark as Shape, length: 1 };
}

function isInsideWord(text: string, start: number, end: number): boolean {
  return isWordCharacter(text, start - 1) && isWordCharacter(text, end);
}

function introducesSpeech(text: string, start: number, end: number): boolean {
  return /:\s$/.test(text.slice(Math.max(0, start - 2), start)) && /^\p{Lu}/u.test(characterAt(text, end));
}

const FEET_AND_INCHES = /\d(?:['’′]|-?ft\.?| feet| foot)[ -]?\d{1,2}(?:[.\d]{1,3}|[½¼¾]| ?\d\/\d)?$/;

function costOfNoQuote(text: string, start: number, end: number, shape: Shape, introduced: boolean): number {
  const before = text.slice(Math.max(0, start - 16), start);
  if (shape === '"' || shape === '”' || shape === "''") {
    if (!/[\d½¼¾]$/.test(before)) return Infinity;
    return FEET_AND_INCHES.test(before) ? 0.2 : 1.5;
  }
  if (shape !== "'" && shape !== '’' && shape !== '‘') return Infinity;
  if (isInsideWord(text, start, end)) return 0;
  const after = text.slice(end, end + 12);
  if (isWordCharacter(text, end)) return costOfElidedStart(before, after, shape, introduced);
  if (/\d$/.test(before)) return 0.4;
  if (!/[\p{L}.]$/u.test(before)) return 5;
  const word = /[\p{L}\p{M}]+\.?$/u.exec(before)?.[0].toLowerCase() ?? '';
  if (ELIDED_ENDS.has(word) || /^.{2,}in$/.test(word)) return 0.4;
  if (/[szxe]$/.test(word)) return word.endsWith('e') ? 2.5 : 0.6;
  return /[.]$/.test(word) ? 5 : 3;
}

/** An elision hardly ever opens the speech that a colon introduces. */
const INTRODUCED_ELISION = 8;

function costOfElidedStart(before: string, after: string, shape: Shape, introduced: boolean): number {
  const word = /^[\p{L}\p{M}]+/u.exec(after)?.[0].toLowerCase();
  const decade = /^\d\ds?(?![\d\p{L}])/u.test(after);
  const between = /^n['’‘]/i.test(after);
  if (decade || between || (word !== undefined && ELIDED_STARTS.has(word))) return 0;
  if (introduced) return INTRODUCED_ELISION;
  // `M‘Kay` and the like apart, an unknown elision is possible, a left-turned mark for it less so.
  return /\p{L}$/u.test(before) ? 1 : shape === '‘' ? 5 : 4;
}

function isWordCharacter(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && /[\p{L}\p{M}\p{N}]/u.test(characterAt(text, offset));
}

function characterAt(text: string, offset: number): string {
  const unit = text.charCodeAt(offset);
  if (unit >= 0xd800 && unit < 0xdc00) return text.slice(offset, offset + 2);
  if (unit >= 0xdc00 && unit < 0xe000) return text.slice(offset - 1, offset + 1);
  return text[offset]!;
}

const SKIPPED = /["“”„‟«»‘’‚‛‹›`'*_~\u200b\u2060\ufeff]/;

/** Looks past further marks, remembering where the last run ended, so that long runs are walked once. */
class Neighbours {
  private runStart = -1;
  private runEnd = -1;

  constructor(private readonly text: string) {}

  before(offset: number): { before: Neighbour; first: boolean } {
    const { start } = this.runAround(offset);
    const before = start === 0 ? 'edge' : classify(this.text, start - 1, true);
    return { before, first: start === 0 || (before === 'edge' && this.isLeading(start)) };
  }

  after(offset: number): Neighbour {
    const { end } = this.runAround(offset);
    return end >= this.text.length ? 'edge' : classify(this.text, end, false);
  }

  private runAround(offset: number): Span {
    if (offset < this.runStart || offset > this.runEnd) {
      let start = offset;
      while (start > 0 && SKIPPED.test(this.text[start - 1]!)) start--;
      let end = offset;
      while (end < this.text.length && SKIPPED.test(this.text[end]!)) end++;
      this.runStart = start;
      this.runEnd = end;
    }
    return { start: this.runStart, end: this.runEnd };
  }

  private isLeading(offset: number): boolean {
    return offset < 40 && this.text.slice(0, offset).trim() === '';
  }
}

function classify(text: string, offset: number, before: boolean): Neighbour {
  const character = characterAt(text, offset);
  if (/[\s\u200b\ufeff]/.test(character)) return 'edge';
  if (/[\p{L}\p{M}\p{N}$£€%#@&+]/u.test(character)) return 'word';
  if (/[—–―‒-]/.test(character)) return 'dash';
  if (character === '…') return 'ellipsis';
  if (character === '.') {
    const neighbour = text[before ? offset - 1 : offset + 1];
    return neighbour === '.' ? 'ellipsis' : 'stop';
  }
  if (/[,:;]/.test(character)) return 'comma';
  if (/[!?]/.test(character)) return 'stop';
  if (/[([{<¿¡/|]/.test(character)) return 'opener';
  if (/[)\]}>]/.test(character)) return 'closer';
  return 'word';
}
