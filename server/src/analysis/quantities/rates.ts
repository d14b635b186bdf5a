/** What a unit is reckoned by: `per barrel`, `a month`, `-a-year`, `/hour`, `per 100,000 people`. */
import { measureAt, SECOND } from './fixedUnits.ts';
import { isDash } from './numerals.ts';
import type { Piece } from './pieces.ts';
import type { UnitPhrase } from './unitPhrase.ts';
import { textBetween } from './unitPhrase.ts';

const RATE_WORDS = new Set(['a', 'an', 'per', 'each', 'every']);
const RATE_ADVERBS = new Set([
  'annually',
  'yearly',
  'daily',
  'weekly',
  'monthly',
  'hourly',
  'nightly',
  'quarterly',
]);
const PERIOD =
  /^(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|season|game|shift|person|head|share|barrel|bushel|carat|dozen|bottle|pint|pack|packet|box|bag|cup|plate|ticket|visit|trip|ride|call|copy|child|pupil|student|patient|vote|voter|word|annum|ton|tonne|ounce|gallon|litre|liter|kilo|pound|acre|unit|mile|kilometre|kilometer|head|household|employee|piece|capita|time|hectare|kilogram|kilogramme|metre|meter|foot|inch|minute)$/;

/** Adds `per barrel`, `a month`, `-a-year`, `/hour`, `each` to the unit. */
export function withRate(pieces: readonly Piece[], unit: UnitPhrase): UnitPhrase {
  const at = unit.to;
  const piece = pieces[at];
  if (piece === undefined) return unit;
  if (RATE_ADVERBS.has(piece.lower) || piece.lower === 'apiece') return { ...unit, rate: piece.lower };
  let i = at;
  const tied = piece.glued && isDash(piece.text);
  if (tied) i++;
  const word = pieces[i]?.lower ?? '';
  if (word === '/' && pieces[i]!.glued) {
    // `7 l/100km`, but `140/90 mmHg` and `180C/350F` are two figures
    const under = pieces[i + 1];
    const isFigure = under?.shape === 'number' && (unit.name === null || !/^10{1,6}$/.test(under.text));
    return isFigure ? unit : rated(pieces, unit, i + 1, 'per');
  }
  if (word === 'of') return behindSubstance(pieces, unit, i + 1);
  if (!RATE_WORDS.has(word)) return unit;
  if (isDash(pieces[i + 1]?.text ?? '') && pieces[i + 1]!.glued) return rated(pieces, unit, i + 2, word);
  return rated(pieces, unit, i + 1, word);
}

/** `2.4 billion gallons of jet fuel a year`: what is measured stands between the unit and its rate. */
function behindSubstance(pieces: readonly Piece[], unit: UnitPhrase, from: number): UnitPhrase {
  if (unit.kind === 'money' || unit.dimension === 'time') return unit;
  let at = from;
  while (at < from + LONGEST_SUBSTANCE && SUBSTANCE.test(pieces[at]?.pos ?? '')) at++;
  const word = pieces[at]?.lower ?? '';
  if (at === from || !RATE_WORDS.has(word) || !TIME.test(pieces[at + 1]?.lower ?? '')) return unit;
  const { name, rate } = rated(pieces, unit, at + 1, word);
  return { ...unit, name, rate };
}

const LONGEST_SUBSTANCE = 4;
const SUBSTANCE = /^(?:NOUN|ADJ|PROPN)$/;
const TIME = /^(?:second|minute|hour|day|night|week|month|quarter|year|season)$/;

function rated(pieces: readonly Piece[], unit: UnitPhrase, at: number, word: string): UnitPhrase {
  const piece = pieces[at];
  if (word === 'per' && piece?.shape === 'number') return perNumber(pieces, unit, at);
  if (piece?.shape !== null || !/^[\p{L}µ]/u.test(piece.text)) return unit;
  const period = PERIOD.test(piece.lower);
  if (word !== 'per' && /^(?:ago|earlier|later|before|after)$/.test(pieces[at + 1]?.lower ?? '')) return unit;
  const table = /^s\.?$/.test(piece.text) ? { to: at + 1, unit: SECOND } : measureAt(pieces, at);
  const isMeasure = unit.kind === 'money' && table?.unit.kind === 'measure';
  if (word !== 'per' && !period && !isMeasure) return unit;
  const name = table?.unit.name ?? piece.text;
  const rate = `${word} ${name}`;
  // `each month` says how often, in words that stand apart from the number.
  if (word === 'each' || word === 'every') return { ...unit, rate };
  return {
    ...unit,
    to: table?.to ?? at + 1,
    name: unit.name === null ? null : `${unit.name} per ${name}`,
    rate,
  };
}

/** `25 per 100,000 people`, `7.2 l/100km`. */
function perNumber(pieces: readonly Piece[], unit: UnitPhrase, at: number): UnitPhrase {
  const measure = measureAt(pieces, at + 1);
  const end = measure?.to ?? (pieces[at + 1]?.pos === 'NOUN' ? at + 2 : at + 1);
  const base = textBetween(pieces, at, measure === undefined ? end : at + 1);
  const rate = measure === undefined ? `per ${base}` : `per ${base} ${measure.unit.name}`;
  return { ...unit, to: end, name: unit.name === null ? rate : `${unit.name} ${rate}`, rate, kind: 'ratio' };
}
