/**
 * The matching contract: what differs between a passage and its source, and what of that is allowed.
 *
 * Folded, never reported: spacing, line breaks, soft hyphens, hyphens and dashes between words.
 *
 * Allowed, reported as an allowance (`MATCHING_CONTRACT` has an example of each; they are tests and the README's table):
 * typography, first-letter case, closing punctuation, brackets, ellipses, [sic], hyphenation, number style, spelling,
 * speaker labels, quotation marks reopened at a paragraph.
 *
 * Reported as a change, one for each stretch of differing words, with its kind: `filler` (`um`, `you know`, a word said
 * twice) and `contraction` (`do not` for `don't`) are cleaning; `removed` is a silent omission; every other kind alters
 * what was said. Words missing before the first and after the last matched word are no omission: a quotation may begin
 * and end where it likes.
 *
 * The raw difference is that of Myers (1986), from the `diff` package; this file decides what it means.
 */
import { diffArrays } from 'diff';
import type { ChangeKind, WordPair } from './changeKinds.ts';
import { isNegation, isNumeral, isScaleWord, kindOfChange } from './changeKinds.ts';
import type { ComparedWord } from './comparedWords.ts';
import { agree, comparedWords } from './comparedWords.ts';
import { withoutFillers } from './fillerWords.ts';
import { isNameAt } from './nameWords.ts';
import { valueOf } from './spelledNumbers.ts';
import type { PassageWord } from '../../text/passageWords.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../text/span.ts';
import { withoutSpeakerLabels } from './speakerLabels.ts';

export type { ChangeKind } from './changeKinds.ts';

/** One difference between a passage and its counterpart. */
export interface WordChange {
  readonly kind: ChangeKind;
  /** The words in the passage that was asked about; empty span where words are missing there. */
  readonly here: Span;
  /** The words in the counterpart; empty span where words are missing there. */
  readonly there: Span;
}

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

/** The words of one side, and the text their spans belong to. */
export interface WordsInText {
  readonly text: string;
  readonly words: readonly PassageWord[];
}

export interface WordDifference {
  /** In the order of the passage. */
  readonly changes: readonly WordChange[];
  readonly allowances: ReadonlySet<Allowance>;
}

/**
 * What differs between a stretch of a passage without ellipses and the stretch of a source it was matched with. Never
 * throws. Costs the length of both times the number of differing words.
 */
export function wordDifference(here: WordsInText, there: WordsInText): WordDifference {
  const allowances = new Set<Allowance>();
  const a = side(here, allowances);
  const b = side(there, allowances);
  const steps = rawDifference(a.units, b.units);
  const judged: JudgedEdit[] = [];
  const surroundings: UnitRange[] = [];
  for (const step of steps) {
    if (step.equal) judged.push(...judgeEqual(step, a, b, allowances));
    else if (step.here.from === step.here.to && isAtEdge(step, b)) {
      const cut = restOfWord(step, b);
      surroundings.push({ from: cut.there.to, to: step.there.to });
      // `I would` of `I wouldn't.` is a statement; of `I wouldn't go` it is a fragment that says nothing yet.
      if (unitsIn(b, cut.there).some((unit) => isNegation(unit) && stopAt(b.text, unit.word.end) !== ''))
        judged.push({ ...cut, kind: 'negation' });
    } else {
      judged.push(...judgeEdit(withinEdges(step, a, b), a, b, allowances));
    }
  }
  noteEnds(a, b, allowances);
  const changes = joinMoved(joinNeighbours(judged), surroundings, a, b).map((edit) => ({
    kind: edit.kind,
    here: spanOf(a, edit.here),
    there: spanOf(b, edit.there),
  }));
  return { changes, allowances };
}

interface Side {
  readonly text: string;
  readonly units: readonly ComparedWord[];
}

/** Indices of units, half-open. */
interface UnitRange {
  readonly from: number;
  readonly to: number;
}

interface Edit {
  readonly here: UnitRange;
  readonly there: UnitRange;
}

interface Step extends Edit {
  readonly equal: boolean;
}

interface JudgedEdit extends Edit {
  readonly kind: ChangeKind;
}

function side({ text, words }: WordsInText, allowances: Set<Allowance>): Side {
  const spoken = withoutSpeakerLabels(text, words);
  if (spoken.length < words.length) allowances.add('speaker-label');
  return { text, units: comparedWords(spoken) };
}

/** Beyond so many differing words the rest counts as one replaced stretch. */
const MAX_EDITS = 1500;

/** Runs of equal units and runs of differing ones, in order; neighbouring differing runs are one. */
function rawDifference(a: readonly ComparedWord[], b: readonly ComparedWord[]): Step[] {
  const raw = diffArrays([...b], [...a], { comparator: agree, maxEditLength: MAX_EDITS });
  if (!raw) return [{ equal: false, here: { from: 0, to: a.length }, there: { from: 0, to: b.length } }];
  const steps: Step[] = [];
  let i = 0;
  let j = 0;
  for (const { added, removed, count } of raw) {
    const here = { from: i, to: removed ? i : i + count };
    const there = { from: j, to: added ? j : j + count };
    i = here.to;
    j = there.to;
    const equal = !added && !removed;
    const last = steps.at(-1);
    if (last && !equal && !last.equal) {
      steps[steps.length - 1] = {
        equal,
        here: { from: last.here.from, to: here.to },
        there: { from: last.there.from, to: there.to },
      };
    } else steps.push({ equal, here, there });
  }
  return steps;
}

/** Before the first or after the last shared word, where the source's words are only surroundings. */
function isAtEdge({ there }: Edit, b: Side): boolean {
  return there.from === 0 || there.to === b.units.length;
}

/** What belongs to the last shared word of the source: `not` where the passage ends with `would` of `wouldn't`. */
function restOfWord({ here, there }: Edit, { units }: Side): Edit {
  let to = there.from;
  while (there.from > 0 && to < there.to && units[to]!.word === units[there.from - 1]!.word) to++;
  return { here, there: { from: there.from, to } };
}

/**
 * At an edge, opposite to changed words stand as many words of the source, and not all its surroundings; one more where
 * a hyphen makes two words of one.
 */
function withinEdges({ here, there }: Edit, a: Side, b: Side): Edit {
  const length = here.to - here.from;
  const available = there.to - there.from;
  const atFront = there.from === 0;
  if (available <= length || !isAtEdge({ here, there }, b)) return { here, there };
  const nearest = (count: number): UnitRange =>
    atFront ? { from: there.to - count, to: there.to } : { from: there.from, to: there.from + count };
  const hyphenated = nearest(length + 1);
  return { here, there: joined(a, here) === joined(b, hyphenated) ? hyphenated : nearest(length) };
}

/** Equal words can still be written differently: allowances, and contractions taken apart. */
function judgeEqual({ here, there }: Edit, a: Side, b: Side, allowances: Set<Allowance>): JudgedEdit[] {
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

function judgeEdit(edit: Edit, a: Side, b: Side, allowances: Set<Allowance>): JudgedEdit[] {
  const unbracketed = withoutBrackets(edit, a, b, allowances);
  if (!unbracketed) return [];
  if (joined(a, unbracketed.here) === joined(b, unbracketed.there)) {
    allowances.add('hyphenation');
    return [];
  }
  const value = valueOf(unitsIn(a, unbracketed.here));
  if (value !== null && value === valueOf(unitsIn(b, unbracketed.there))) {
    allowances.add('number-style');
    return [];
  }
  const { fillers, rest } = withoutFillers(unbracketed, a, b);
  const judged: JudgedEdit[] = fillers.map((filler) => ({ ...filler, kind: 'filler' }));
  for (const part of rest) judged.push(...judgeWords(part, a, b));
  return judged.sort((x, y) => x.here.from - y.here.from || x.there.from - y.there.from);
}

/** How many of the speaker's words one bracket may stand for. */
const WORDS_PER_BRACKET = 6;

/**
 * What is left of an edit when its brackets have been granted: words in the source's brackets were not spoken; words in
 * the passage's own stand for a few spoken ones, as long as no negation or number disappears behind them, no number
 * becomes another, and no name another name.
 */
function withoutBrackets(edit: Edit, a: Side, b: Side, allowances: Set<Allowance>): Edit | undefined {
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
 * Whether a bracket names somebody else than the speaker does, by a title or full name. A single name may be another one
 * of the same person: `[Veld]` for `Marta`.
 */
function namesAnother(edit: Edit, a: Side, b: Side): boolean {
  const namesIn = (of: Side, range: UnitRange) =>
    unitsIn(of, range).filter(({ word }) => isNameAt(of.text, word));
  const [ours, theirs] = [namesIn(a, edit.here), namesIn(b, edit.there)];
  return ours.length > 0 && theirs.length > 1 && !ours.some((x) => theirs.some((y) => agree(x, y)));
}

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
function judgeWords({ here, there }: Edit, a: Side, b: Side): JudgedEdit[] {
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

/** Neighbouring changes of one kind are one change. */
function joinNeighbours(edits: readonly JudgedEdit[]): JudgedEdit[] {
  const result: JudgedEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last?.kind === edit.kind && last.here.to === edit.here.from && last.there.to === edit.there.from) {
      result[result.length - 1] = {
        kind: edit.kind,
        here: { from: last.here.from, to: edit.here.to },
        there: { from: last.there.from, to: edit.there.to },
      };
    } else result.push(edit);
  }
  return result;
}

/**
 * Words added in one place and removed in another, the same or nearly so, were moved; so were words that stand in the
 * source right before or after the shared ones. A moved negation stays one.
 */
function joinMoved(
  edits: readonly JudgedEdit[],
  surroundings: readonly UnitRange[],
  a: Side,
  b: Side,
): JudgedEdit[] {
  const result = [...edits];
  for (const [i, added] of result.entries()) {
    if (added === NOTHING || added.there.to > added.there.from) continue;
    const removed = result.filter((edit) => edit.here.from === edit.here.to && edit !== NOTHING);
    const words = joined(a, added.here);
    const there =
      removed.find((edit) => joined(b, edit.there) === words)?.there ??
      runOf(words, added.here.to - added.here.from, surroundings, b) ??
      reworded(added.here, [...removed.map((edit) => edit.there), ...surroundings], a, b);
    if (!there) continue;
    const kind = added.kind === 'negation' ? 'negation' : 'moved';
    result[i] = { kind, here: added.here, there };
    const taken = removed.find((edit) => edit.there.from <= there.from && there.to <= edit.there.to);
    if (taken) result[result.indexOf(taken)] = NOTHING;
  }
  return result.filter((edit) => edit !== NOTHING);
}

/** Where in the ranges a run of so many units reads like the words. */
function runOf(words: string, length: number, ranges: readonly UnitRange[], b: Side): UnitRange | undefined {
  for (const range of ranges) {
    for (let from = range.from; from + length <= range.to; from++) {
      if (joined(b, { from, to: from + length }) === words) return { from, to: from + length };
    }
  }
  return undefined;
}

/** A clause that was moved and reworded keeps at least so many words in order, and this share of both. */
const MOVED_WORDS = 3;
const MOVED_SHARE = 0.55;
/** Beyond it nothing is searched for a clause. */
const LONGEST_CLAUSE = 80;

/** The stretch among the places that has most of the words in order, as far as they make a clause. */
function reworded(here: UnitRange, places: readonly UnitRange[], a: Side, b: Side): UnitRange | undefined {
  const length = here.to - here.from;
  if (length < MOVED_WORDS || length > LONGEST_CLAUSE) return undefined;
  let best: UnitRange | undefined;
  let most = MOVED_WORDS - 1;
  for (const place of places) {
    if (place.to - place.from > LONGEST_CLAUSE) continue;
    const found = sharedInOrder(unitsIn(a, here), unitsIn(b, place));
    if (found.length <= most || found.length < MOVED_SHARE * length) continue;
    const whole = place.to - place.from;
    const [first, last] = [found[0]!, found.at(-1)!];
    // The words that lead to the clause belong to it, unless the place holds much else.
    const there =
      found.length >= MOVED_SHARE * whole ? place : { from: place.from + first, to: place.from + last + 1 };
    if (found.length < MOVED_SHARE * (there.to - there.from)) continue;
    most = found.length;
    best = there;
  }
  return best;
}

/** The longest common subsequence of two short stretches, as indices into the second. */
function sharedInOrder(x: readonly ComparedWord[], y: readonly ComparedWord[]): number[] {
  const width = y.length + 1;
  const lengths = new Uint16Array((x.length + 1) * width);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let j = y.length - 1; j >= 0; j--) {
      lengths[i * width + j] = agree(x[i]!, y[j]!)
        ? lengths[(i + 1) * width + j + 1]! + 1
        : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const found: number[] = [];
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    if (agree(x[i]!, y[j]!)) {
      found.push(j);
      i++;
      j++;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return found;
}

const NOTHING: JudgedEdit = { kind: 'moved', here: { from: 0, to: 0 }, there: { from: 0, to: 0 } };

/** Whether the passage ends, and quotations reopen, with other marks than in the source. */
function noteEnds(a: Side, b: Side, allowances: Set<Allowance>): void {
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

function unitsIn({ units }: Side, { from, to }: UnitRange): readonly ComparedWord[] {
  return units.slice(from, to);
}

function joined(of: Side, range: UnitRange): string {
  return unitsIn(of, range)
    .map(({ forms }) => forms[0])
    .join('');
}

/** The raw span of units; for none, the empty span after the unit before. */
function spanOf({ units }: Side, { from, to }: UnitRange): Span {
  if (from < to) return { start: units[from]!.word.start, end: units[to - 1]!.word.end };
  const place = from > 0 ? units[from - 1]!.word.end : (units[0]?.word.start ?? 0);
  return { start: place, end: place };
}
