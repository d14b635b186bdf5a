/** Takes words that differ apart, so that each change is judged by itself. */
import type { ChangeKind, WordPair } from './changeKinds.ts';
import { isNumeral, isScaleWord, kindOfChange } from './changeKinds.ts';
import type { ComparedWord } from './comparedWords.ts';
import { isNameAt } from './nameWords.ts';
import type { Edit, JudgedEdit, Side, UnitRange } from './sides.ts';
import { unitsIn } from './sides.ts';

/** Kinds that a single pair of words shows beyond doubt. */
const PLAIN_KINDS: ReadonlySet<ChangeKind> = new Set([
  'number',
  'magnitude',
  'modal',
  'tense',
  'person',
  'name',
]);

/** Pairs of words at both ends that are plainly one another's are judged apart; the rest is judged as a whole. */
export function judgeWords({ here, there }: Edit, a: Side, b: Side): JudgedEdit[] {
  const kind = (x: UnitRange, y: UnitRange) => kindOf({ here: x, there: y }, a, b);
  const front: JudgedEdit[] = [];
  const back: JudgedEdit[] = [];
  let edit: Edit = { here, there };
  while (edit.here.to > edit.here.from && edit.there.to > edit.there.from) {
    const first: Edit = { here: at(edit.here.from), there: at(edit.there.from) };
    const last: Edit = { here: at(edit.here.to - 1), there: at(edit.there.to - 1) };
    const firstKind = kind(first.here, first.there);
    const lastKind = kind(last.here, last.there);
    if (PLAIN_KINDS.has(firstKind)) {
      front.push({ ...first, kind: firstKind });
      edit = {
        here: { ...edit.here, from: edit.here.from + 1 },
        there: { ...edit.there, from: edit.there.from + 1 },
      };
    } else if (PLAIN_KINDS.has(lastKind)) {
      back.unshift({ ...last, kind: lastKind });
      edit = {
        here: { ...edit.here, to: edit.here.to - 1 },
        there: { ...edit.there, to: edit.there.to - 1 },
      };
    } else break;
  }
  if (edit.here.to === edit.here.from && edit.there.to === edit.there.from) return [...front, ...back];
  const rest = kind(edit.here, edit.there);
  // `found` for `did not find` is one change, of the negation.
  const isTense = (judged: JudgedEdit) => judged.kind === 'tense';
  if (rest === 'negation' && [...front, ...back].every(isTense)) return [{ here, there, kind: rest }];
  return [...front, { ...edit, kind: rest }, ...back];
}

function at(index: number): UnitRange {
  return { from: index, to: index + 1 };
}

function kindOf(edit: Edit, a: Side, b: Side): ChangeKind {
  const pair: WordPair = { here: unitsIn(a, edit.here), there: unitsIn(b, edit.there) };
  const isName = (word: ComparedWord) => isNameAt((pair.here.includes(word) ? a : b).text, word.word);
  return (
    partOfNumber(edit.here, pair.there, a) ??
    partOfNumber(edit.there, pair.here, b) ??
    kindOfChange(pair, isName)
  );
}

/** A numeral lost or gained next to another one changes the number: `5 million` for `5`. */
function partOfNumber(
  range: UnitRange,
  others: readonly ComparedWord[],
  { units }: Side,
): ChangeKind | undefined {
  const words = units.slice(range.from, range.to);
  if (others.length > 0 || words.length === 0 || !words.every(isNumeral)) return undefined;
  const before = units[range.from - 1];
  const after = units[range.to];
  if (!(before && isNumeral(before)) && !(after && isNumeral(after))) return undefined;
  return words.every(isScaleWord) ? 'magnitude' : 'number';
}
