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
 * The raw difference is that of Myers (1986), from the `diff` package. What it means is decided step by step: words are made
 * comparable (comparedWords.ts), equal ones noted where they are written differently (allowances.ts), brackets granted
 * (brackets.ts) and fillers taken off (fillerWords.ts); what is left is taken apart (changedWords.ts) and classified
 * (changeKinds.ts), and what was only moved is joined again (moves.ts).
 */
import { diffArrays } from 'diff';
import type { PassageWord } from '../../../text/passageWords.ts';
import type { Span } from '../../../text/span.ts';
import type { Allowance } from './allowances.ts';
import { judgeEqual, noteEnds, stopAt } from './allowances.ts';
import { withoutBrackets } from './brackets.ts';
import { judgeWords } from './changedWords.ts';
import type { ChangeKind } from './changeKinds.ts';
import { isNegation } from './changeKinds.ts';
import type { ComparedWord } from './comparedWords.ts';
import { agree, comparedWords } from './comparedWords.ts';
import { withoutFillers } from './fillerWords.ts';
import { joinMoved } from './moves.ts';
import type { Edit, JudgedEdit, Side, UnitRange } from './sides.ts';
import { joined, spanOf, unitsIn } from './sides.ts';
import { withoutSpeakerLabels } from './speakerLabels.ts';
import { valueOf } from './spelledNumbers.ts';

export type { Allowance } from './allowances.ts';
export type { ChangeKind } from './changeKinds.ts';

/** One difference between a passage and its counterpart. */
export interface WordChange {
  readonly kind: ChangeKind;
  /** The words in the passage that was asked about; empty span where words are missing there. */
  readonly here: Span;
  /** The words in the counterpart; empty span where words are missing there. */
  readonly there: Span;
}

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
  const changes = joinMoved(joinNeighbours(judged), surroundings, a, b).map((edit) => {
    const { here, there } = edit.kind === 'moved' ? edit : ofWholeWords(edit, a, b);
    return { kind: edit.kind, here: spanOf(a, here), there: spanOf(b, there) };
  });
  return { changes, allowances };
}

/** With what else the first and the last word are made of: `can` became `can't`, and not nothing `n't`. */
function ofWholeWords(edit: Edit, a: Side, b: Side): Edit {
  const isInWord = ({ units }: Side, { from, to }: UnitRange, at: number): boolean =>
    from < to && units[at - 1] !== undefined && units[at - 1]?.word === units[at]?.word;
  let { here, there } = edit;
  while (isInWord(a, here, here.from) || isInWord(b, there, there.from)) {
    if (here.from === 0 || there.from === 0) break;
    here = { ...here, from: here.from - 1 };
    there = { ...there, from: there.from - 1 };
  }
  while (isInWord(a, here, here.to) || isInWord(b, there, there.to)) {
    if (here.to === a.units.length || there.to === b.units.length) break;
    here = { ...here, to: here.to + 1 };
    there = { ...there, to: there.to + 1 };
  }
  return { here, there };
}

interface Step extends Edit {
  readonly equal: boolean;
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
