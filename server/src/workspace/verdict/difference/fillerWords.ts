/** Finds in differing words what is only a filler or a false start, so that cleaning speech is not called altering it. */
import { FILLER_PHRASES, FILLER_SOUNDS } from '../../../language/en/fillers.ts';
import { agree } from './comparedWords.ts';
import type { Edit, Side, UnitRange } from './sides.ts';
import { unitsIn } from './sides.ts';

export interface Cleaned {
  /** Fillers, each on one side only. */
  readonly fillers: readonly Edit[];
  /** What differs besides; empty when the fillers were all. */
  readonly rest: readonly Edit[];
}

/** How many words a speaker may say twice. */
const MAX_REPEATED = 6;

/** Takes fillers off both ends of both sides of an edit. A filler between other differing words stays with them. */
export function withoutFillers(edit: Edit, a: Side, b: Side): Cleaned {
  const fillers: Edit[] = [];
  let { here, there } = edit;
  for (let found = true; found;) {
    found = false;
    for (const [range, of, other] of [[here, a, there] as const, [there, b, here] as const]) {
      const front = fillerLength(of, range, 1);
      const back = front > 0 ? 0 : fillerLength(of, range, -1);
      if (front + back === 0) continue;
      const filler =
        front > 0 ? { from: range.from, to: range.from + front } : { from: range.to - back, to: range.to };
      const left = { from: range.from + front, to: range.to - back };
      const place = front > 0 ? { from: other.from, to: other.from } : { from: other.to, to: other.to };
      if (of === a) here = left;
      else there = left;
      fillers.push(of === a ? { here: filler, there: place } : { here: place, there: filler });
      found = true;
      break;
    }
  }
  if (size(here) === 0 && size(there) === 0) return { fillers, rest: [] };
  if (size(here) === 0 && isRepeated(b, there)) return { fillers: [...fillers, { here, there }], rest: [] };
  if (size(there) === 0 && isRepeated(a, here)) return { fillers: [...fillers, { here, there }], rest: [] };
  const same =
    size(here) === size(there) && unitsIn(a, here).every((unit, i) => agree(unit, b.units[there.from + i]!));
  return { fillers, rest: same ? [] : [{ here, there }] };
}

/** How many units at the front (direction 1) or back (-1) of the range are one filler. */
function fillerLength({ text, units }: Side, range: UnitRange, direction: 1 | -1): number {
  if (size(range) === 0) return 0;
  const edge = units[direction === 1 ? range.from : range.to - 1]!;
  if (edge.forms.some((form) => FILLER_SOUNDS.has(form))) return 1;
  for (const phrase of FILLER_PHRASES) {
    if (phrase.length > size(range)) continue;
    const from = direction === 1 ? range.from : range.to - phrase.length;
    const matches = phrase.every((word, i) => units[from + i]!.forms.includes(word));
    if (matches && isSetOff(text, units[from]!.word.start, units[from + phrase.length - 1]!.word.end))
      return phrase.length;
  }
  return 0;
}

/** Parted from what follows by a comma or dash, and from what comes before by one too or by the start of a sentence. */
function isSetOff(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(end, end + 4);
  return /^\s*(?:,|--|[–—…])/.test(after) && /(?:^|[.,!?–—…:“"'‘’(\n-])\s*$/.test(before);
}

/** Said twice: the same words stand directly before or after. */
function isRepeated({ units }: Side, { from, to }: UnitRange): boolean {
  const length = to - from;
  if (length > MAX_REPEATED) return false;
  const equals = (other: number) =>
    other >= 0 &&
    other + length <= units.length &&
    units.slice(from, to).every((unit, i) => agree(unit, units[other + i]!));
  return equals(to) || equals(from - length);
}

function size({ from, to }: UnitRange): number {
  return to - from;
}
