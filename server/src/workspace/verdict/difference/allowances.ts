/** What newsrooms allow: words that are the same and are written differently. */
import type { ComparedWord } from './comparedWords.ts';
import { isNumeral } from './changeKinds.ts';
import type { Edit, JudgedEdit, Side, UnitRange } from './sides.ts';
import { textOf } from '../../../text/span.ts';

/** What was overlooked, because newsrooms allow it, on the way to a verdict. */
export type Allowance =
  | 'typography'
  | 'first-letter-case'
  | 'closing-punctuation'
  | 'bracket'
  | 'ellipsis'
  | 'sic'
  | 'hyphenation'
  | 'number-style'
  | 'spelling'
  | 'speaker-label'
  | 'reopened-mark';

/** Equal words can still be written differently: allowances, and contractions taken apart. */
export function judgeEqual(
  { here, there }: Edit,
  a: Side,
  b: Side,
  allowances: Set<Allowance>,
): JudgedEdit[] {
  const contractions: JudgedEdit[] = [];
  for (let k = 0; k < here.to - here.from; k++) {
    const x = a.units[here.from + k]!;
    const y = b.units[there.from + k]!;
    if (x.contracted !== y.contracted) {
      // A contraction that lost a part, as in `can` for `can't`, is reported for what it lost.
      if (!isWhole(a, here, here.from + k) || !isWhole(b, there, there.from + k)) continue;
      contractions.push({
        kind: 'contraction',
        here: { from: here.from + k, to: here.from + k + 1 },
        there: { from: there.from + k, to: there.from + k + 1 },
      });
    } else {
      const allowance = writtenDifferently(x, y, a.text, b.text, here.from + k === 0);
      if (allowance) allowances.add(allowance);
    }
  }
  return contractions;
}

/** Whether all units of the word that the unit belongs to lie in the range. */
function isWhole({ units }: Side, { from, to }: UnitRange, unit: number): boolean {
  const { word } = units[unit]!;
  return units[from - 1]?.word !== word && units[to]?.word !== word;
}

function writtenDifferently(
  x: ComparedWord,
  y: ComparedWord,
  textX: string,
  textY: string,
  isFirst: boolean,
): Allowance | undefined {
  const rawX = textOf(textX, x.word);
  const rawY = textOf(textY, y.word);
  if (rawX === rawY) return undefined;
  if (x.word.text !== y.word.text) return isNumeral(x) || isNumeral(y) ? 'number-style' : 'spelling';
  if (/[-‐]\s/.test(rawX + rawY)) return 'hyphenation';
  return isFirst && rawX.slice(1) === rawY.slice(1) ? 'first-letter-case' : 'typography';
}

/** Whether the passage ends, and quotations reopen, with other marks than in the source. */
export function noteEnds(a: Side, b: Side, allowances: Set<Allowance>): void {
  const lastHere = a.units.at(-1)?.word.end ?? 0;
  const lastThere = b.units.at(-1)?.word.end ?? 0;
  if (stopAt(a.text, lastHere) !== stopAt(b.text, lastThere)) allowances.add('closing-punctuation');
  const from = b.units[0]?.word.start ?? 0;
  if (/\n\s*[“"„«][\p{L}\p{N}]/u.test(b.text.slice(from, lastThere))) allowances.add('reopened-mark');
}

/** The punctuation mark right after a place, behind quotation marks; empty for none. */
export function stopAt(text: string, offset: number): string {
  return /^[”"’']*([.,;:!?…]?)/.exec(text.slice(offset, offset + 4))?.[1] ?? '';
}
