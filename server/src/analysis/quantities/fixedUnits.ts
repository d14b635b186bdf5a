/** Units of the table after a number: by symbol, code or words, raised to an area, in brackets, money of a nation. */
import { LABELS_BEFORE } from '../../language/en/numberLabels.ts';
import { MONEY_NATIONS, MONEY_SIGNS, MONEY_WITH_NATIONALITY } from '../../language/en/money.ts';
import type { Unit } from '../../language/en/units.ts';
import { LONGEST_UNIT, money, moneyCode, startsUnit, symbolUnit, unitOf } from '../../language/en/units.ts';
import type { Numeral } from './numerals.ts';
import type { Piece } from './pieces.ts';
import type { UnitPhrase } from './unitPhrase.ts';
import { fromTable, textBetween } from './unitPhrase.ts';

/** A unit of the table at `at`, longest spelling first; money with a nationality before it counts too. */
export function fixedUnit(pieces: readonly Piece[], at: number, numeral: Numeral): UnitPhrase | undefined {
  const first = pieces[at];
  if (first?.shape !== null) return undefined;
  if (first.text === '(' && !first.glued) return bracketedUnit(pieces, at, numeral);
  const sign = MONEY_SIGNS.get(first.text);
  if (first.text === '′' && pieces[at + 1]?.glued === true && pieces[at + 1]!.lower === 's') return undefined;
  // `15€` and `10 €`, but `10 $30 shirts`
  const isBehind = first.glued || !/^[\d-]/.test(pieces[at + 1]?.text ?? '');
  if (sign !== undefined && first.text.length === 1 && !/[A-Z]/.test(first.text) && isBehind)
    return fromTable(at + 1, money(sign));
  // `9.58s`
  if (first.text === 's' && first.glued && !Number.isInteger(numeral.value)) return fromTable(at + 1, SECOND);
  const found = measureAt(pieces, at);
  if (found !== undefined && !isWord(pieces, at, found, numeral)) return raised(pieces, found);
  return nationalMoney(pieces, at);
}

/** Its letter alone is a unit only where it can be nothing else. */
export const SECOND = unitOf('second')!;

export interface FoundUnit {
  /** Index after its last piece. */
  readonly to: number;
  readonly unit: Unit;
}

/** A unit by its symbol, currency code or words. */
export function measureAt(pieces: readonly Piece[], at: number): FoundUnit | undefined {
  const first = pieces[at];
  if (first?.shape !== null) return undefined;
  // `It weighs 5 g.`: the sentence's full stop may stand on the symbol
  const text = at === pieces.length - 1 ? first.text.replace(/\.$/, '') : first.text;
  const symbol = symbolUnit(text, first.glued) ?? moneyCode(text, first.glued);
  const spelled = longestSpelling(pieces, at);
  if (symbol !== undefined && (spelled === undefined || spelled.to === at + 1))
    return { to: at + 1, unit: symbol };
  return spelled;
}

/** `20 (kg)`: the unit of a table's heading. */
function bracketedUnit(pieces: readonly Piece[], at: number, numeral: Numeral): UnitPhrase | undefined {
  const inside = measureAt(pieces, at + 1);
  if (inside === undefined || pieces[inside.to]?.text !== ')' || numeral.spelled) return undefined;
  return fromTable(inside.to + 1, inside.unit);
}

/** `4 km^2`, `4 km squared`: the unit as an area or a volume. */
function raised(pieces: readonly Piece[], { to, unit }: FoundUnit): UnitPhrase {
  const isLength = unit.dimension === 'length';
  const isMarked = isLength && pieces[to]?.text === '^' && pieces[to + 1]?.glued === true;
  const power = isMarked ? pieces[to + 1]!.text : (pieces[to]?.lower ?? '');
  const prefix = /^(?:2|squared)$/.test(power) ? 'square' : /^(?:3|cubed)$/.test(power) ? 'cubic' : undefined;
  const name = isLength && prefix !== undefined ? `${prefix} ${unit.name}` : undefined;
  if (name === undefined || (!isMarked && /^\d/.test(power))) return fromTable(to, unit);
  return fromTable(isMarked ? to + 2 : to + 1, unitOf(name) ?? { ...unit, name, dimension: prefix! });
}

function longestSpelling(pieces: readonly Piece[], at: number): FoundUnit | undefined {
  if (!startsUnit(withoutStop(pieces[at]!.lower))) return undefined;
  let spelling = '';
  let best: FoundUnit | undefined;
  for (let i = at; i < pieces.length && i < at + LONGEST_UNIT; i++) {
    const piece = pieces[i]!;
    if (piece.text === '.' && piece.glued && i > at) {
      if (best?.to === i && pieces[i + 1]?.shape === null && /^\p{Ll}/u.test(pieces[i + 1]!.text))
        best = { ...best, to: i + 1 };
      continue;
    }
    const word = i === pieces.length - 1 ? piece.lower.replace(/\.$/, '') : withoutStop(piece.lower);
    spelling = i === at || piece.glued ? spelling + word : `${spelling} ${word}`;
    const unit = unitOf(spelling);
    if (unit !== undefined) best = { to: i + 1, unit };
  }
  return best;
}

/** `in.` */
function withoutStop(word: string): string {
  return word.length > 2 && word.endsWith('.') ? word.slice(0, -1) : word;
}

/** What may follow the inches of `2 in thick`, `2.5 in of rain` and `12 in by 8 in`. */
const AFTER_INCHES = /^(?:of|by|x|thick|long|wide|tall|deep|high|across|in|and|or|to|[,;:.)])$/;

/**
 * Whether the letters are something else here: `2 in` before a noun is a preposition, `second` after a number mostly an
 * ordinal's tail, `30 C Street` an address, `flat 12 m` a label, `5 stone walls` are of stone.
 */
function isWord(pieces: readonly Piece[], at: number, { to }: FoundUnit, numeral: Numeral): boolean {
  const { text, lower, glued } = pieces[at]!;
  const next = pieces[to];
  if (lower === 'bar' || lower === 'stone') {
    return numeral.value === 1 || next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.glued === true;
  }
  if (to !== at + 1 || glued) return false;
  if (withoutStop(lower) === 'in') {
    const isRest = /^(?:ft|feet|foot)\.?$/.test(pieces[numeral.from - 1]?.lower ?? '');
    return numeral.spelled || !(isRest || next === undefined || AFTER_INCHES.test(next.lower));
  }
  if (/^[CFKlmt]\.?$/.test(text)) {
    const isLabelled = LABELS_BEFORE.has(pieces[numeral.from - 1]?.lower ?? '');
    const isDegree = /^[CFK]/.test(text);
    const isName = isDegree && next !== undefined && (/^\p{Lu}/u.test(next.text) || isOthers(next));
    return numeral.spelled || isLabelled || isName || next?.text === "'";
  }
  return lower === 'ha' || lower === 'second' || (lower === 'st' && next?.shape !== 'number');
}

/** `the 10 C students`, unlike `30 C days`. */
function isOthers({ pos, lower }: Piece): boolean {
  return pos === 'NOUN' && lower.endsWith('s') && !/^(?:temperatures|days|nights|highs|lows)$/.test(lower);
}

/** `Australian dollars`, `South Korean won`, `danish crowns`: up to two words of a nation before the money's name. */
function nationalMoney(pieces: readonly Piece[], at: number): UnitPhrase | undefined {
  for (let i = at + 1; i <= at + 2 && i < pieces.length; i++) {
    const nationWord = pieces[i - 1]!;
    if (!isCapitalised(nationWord) && !MONEY_NATIONS.has(nationWord.lower)) return undefined;
    const { lower } = pieces[i]!;
    const unit = unitOf(lower);
    const name = unit?.kind === 'money' ? unit.name : MONEY_WITH_NATIONALITY.get(lower);
    if (name === undefined) continue;
    return fromTable(i + 1, money(`${textBetween(pieces, at, i)} ${name}`));
  }
  return undefined;
}

function isCapitalised({ text, pos }: Piece): boolean {
  return /^\p{Lu}/u.test(text) && pos !== 'PUNCT';
}
