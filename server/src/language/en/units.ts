/**
 * Units of measurement and money by their spellings, with the name that a quantity carries for each. `m` after digits is
 * metres or millions, `C` a degree or a letter: the grammar decides.
 */
import { GLUED_MONEY_CODES, MONEY_SIGNS, MONEY_WORDS } from './money.ts';
import { GLUED_SYMBOLS, PERCENT, POINTS, SINGULAR_UNITS, SYMBOLS, UNIT_SPELLINGS } from './unitSpellings.ts';

export type UnitKind = 'money' | 'percent' | 'percentage-points' | 'measure' | 'ratio';

export interface Unit {
  readonly name: string;
  readonly kind: UnitKind;
  /** What is measured: two figures are conversions of each other only within one dimension. */
  readonly dimension: string;
}

const UNITS = new Map<string, Unit>();
const CASED = new Map<string, Unit>();
const GLUED = new Map<string, Unit>();
/** `μg` may come as two tokens. */
const FIRST_WORDS = new Set<string>(['µ', 'μ']);
let longest = 1;

for (const [dimension, lines] of Object.entries(UNIT_SPELLINGS)) addGroup(dimension, lines, 's');
for (const [dimension, lines] of Object.entries(SINGULAR_UNITS)) addGroup(dimension, lines, '');
for (const spelling of PERCENT) add(spelling, { name: 'percent', kind: 'percent', dimension: 'percent' });
for (const [spelling, name] of Object.entries(POINTS)) {
  add(spelling, { name, kind: 'percentage-points', dimension: 'points' });
}
for (const [spelling, name] of MONEY_WORDS) add(spelling, money(name));
for (const [symbol, name] of Object.entries(SYMBOLS)) CASED.set(symbol, unitNamed(name));
for (const [symbol, name] of Object.entries(GLUED_SYMBOLS)) GLUED.set(symbol, unitNamed(name));
for (const [symbol, name] of Object.entries({ p: 'pence', c: 'cent', '¢': 'cent', 元: 'yuan', 円: 'yen' })) {
  GLUED.set(symbol, money(name));
}

/** The unit of this name that is money. */
export function money(name: string): Unit {
  return { name, kind: 'money', dimension: 'money' };
}

/** The lines of one dimension; a line that does not name its unit goes on with the spellings of the one before. */
function addGroup(dimension: string, lines: string, plural: string): void {
  for (const line of lines.replace(/\|\n/g, '|').split('\n')) {
    const [name, spellings = ''] = line.split('=').map((part) => part.trim()) as [string, string?];
    const unit: Unit = { name, kind: dimension === 'share' ? 'ratio' : 'measure', dimension };
    for (const spelling of [name, name + plural, ...spellings.split('|')]) add(spelling.trim(), unit);
  }
}

function add(spelling: string, unit: Unit): void {
  if (spelling === '') return;
  const key = spelling.toLowerCase();
  UNITS.set(key, unit);
  const words = key.split(/[ /-]/);
  FIRST_WORDS.add(words[0]!);
  longest = Math.max(longest, words.length);
}

function unitNamed(name: string): Unit {
  return UNITS.get(name.toLowerCase()) ?? { name, kind: 'measure', dimension: name };
}

/** The most words or marks a unit's spelling has. */
export const LONGEST_UNIT = 2 * longest - 1;

/** Whether some unit's spelling starts with this lower-case word. */
export function startsUnit(word: string): boolean {
  return FIRST_WORDS.has(word);
}

/** The unit of a spelling in lower case, its words joined by single blanks. */
export function unitOf(spelling: string): Unit | undefined {
  return UNITS.get(spelling);
}

/** The unit of a symbol as written after digits; `glued` when nothing stands between. */
export function symbolUnit(symbol: string, glued: boolean): Unit | undefined {
  return CASED.get(symbol) ?? (glued ? GLUED.get(symbol) : undefined);
}

/** `500 EUR`: a currency's code of three capitals as it follows a figure, or one that may touch it: `20Rs`. */
export function moneyCode(text: string, glued: boolean): Unit | undefined {
  const isCode = glued ? GLUED_MONEY_CODES.has(text) : /^[A-Z]{3}$/.test(text);
  const name = isCode ? MONEY_SIGNS.get(text) : undefined;
  return name === undefined ? undefined : money(name);
}
