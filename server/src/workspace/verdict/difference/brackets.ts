/** What a quotation's brackets may stand for. */
import { LEADING_ABBREVIATIONS } from '../../../language/en/abbreviations.ts';
import { comparisonWords } from '../../../text/comparison.ts';
import type { PassageWord } from '../../../text/passageWords.ts';
import { textOf } from '../../../text/span.ts';
import type { Allowance } from './allowances.ts';
import type { WordPair } from './changeKinds.ts';
import { isNegation, isNumeral, kindOfChange } from './changeKinds.ts';
import type { ComparedWord } from './comparedWords.ts';
import { agree, comparedWords } from './comparedWords.ts';
import { isNameAt } from './nameWords.ts';
import type { Edit, Side, UnitRange } from './sides.ts';
import { unitsIn } from './sides.ts';

/** How many of the speaker's words one bracket may stand for. */
const WORDS_PER_BRACKET = 6;

/**
 * What is left of an edit when its brackets have been granted: words in the source's brackets were not spoken; words in
 * the passage's own stand for a few spoken ones, as long as no negation or number disappears behind them, no number
 * becomes another, and no name another name.
 */
export function withoutBrackets(edit: Edit, a: Side, b: Side, allowances: Set<Allowance>): Edit | undefined {
  const inHere = unitsIn(a, edit.here).filter(({ word }) => word.bracketed).length;
  const inThere = unitsIn(b, edit.there).filter(({ word }) => word.bracketed).length;
  const here = edit.here.to - edit.here.from;
  const there = edit.there.to - edit.there.from;
  if (inThere === there && here === 0) {
    allowances.add('bracket');
    return undefined;
  }
  if (inHere === 0) return edit;
  if (inHere === here) {
    const hidden = unitsIn(b, edit.there);
    const shown = unitsIn(a, edit.here);
    const hides = (test: (word: ComparedWord) => boolean) => hidden.some(test) && !shown.some(test);
    if (there > WORDS_PER_BRACKET || hides(isNegation) || hides(isNumeral)) return edit;
    const pair: WordPair = { here: shown, there: hidden };
    if (hidden.some(isNumeral) && kindOfChange(pair, () => false) !== 'replaced') return edit;
    if (namesAnother(edit, a, b)) return edit;
    allowances.add('bracket');
    return undefined;
  }
  // Brackets beside words that differ as well: the bracket stands for one end of the source's words.
  allowances.add('bracket');
  const own = Math.min(there, here - inHere);
  const bracketFirst = a.units[edit.here.from]!.word.bracketed;
  return bracketFirst
    ? {
        here: { from: edit.here.from + inHere, to: edit.here.to },
        there: { from: edit.there.to - own, to: edit.there.to },
      }
    : {
        here: { from: edit.here.from, to: edit.here.to - inHere },
        there: { from: edit.there.from, to: edit.there.from + own },
      };
}

/**
 * Whether a bracket names somebody else than the speaker does. A single name may be another one of the same person:
 * `[Veld]` for `Marta`; then the source decides, where it has the full name.
 */
function namesAnother(edit: Edit, a: Side, b: Side): boolean {
  const ours = namesIn(a, edit.here);
  const theirs = namesIn(b, edit.there);
  if (ours.length === 0 || theirs.length === 0) return false;
  const full = theirs.length > 1 ? [theirs] : fullNames(b.text, theirs[0]!.word);
  return full.length > 0 && !full.some((name) => name.some((x) => ours.some((y) => agree(x, y))));
}

/** The names in a range of units, with those that stand right beside it: `Marta` of `Marta Veld` too. */
function namesIn({ text, units }: Side, { from, to }: UnitRange): readonly ComparedWord[] {
  const isName = (unit: ComparedWord | undefined) => unit !== undefined && isNameAt(text, unit.word);
  let [first, last] = [from, to];
  if (isName(units[first])) while (isName(units[first - 1])) first--;
  if (isName(units[last - 1])) while (isName(units[last])) last++;
  return units.slice(first, last).filter(isName);
}

/** Every way in which the text names somebody in full, or with a title, by this word: each as its words. */
function fullNames(text: string, word: PassageWord): readonly (readonly ComparedWord[])[] {
  const name = String.raw`\p{Lu}[\p{L}’'-]+`;
  const known = textOf(text, word).replaceAll('.', '[.]');
  const found = text.matchAll(
    new RegExp(String.raw`\b(?:${name}[.]? )+${known}\b|\b${known}(?: ${name})+`, 'gu'),
  );
  return Array.from(found, (match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    const words = comparisonWords(text, span);
    // A full stop that belongs to no title ends a sentence, and what stands before it names nobody.
    const ended = words.findLastIndex(
      (each) => text.startsWith('. ', each.end) && !LEADING_ABBREVIATIONS.has(each.text),
    );
    const names = words.slice(ended + 1).filter((each) => isNameAt(text, each));
    return comparedWords(names.map((each) => ({ ...each, bracketed: false })));
  }).filter((names) => names.length > 1);
}
