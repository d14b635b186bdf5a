/**
 * The numbers of one block with what they count, how sure and which way they move. A linear scan per sentence:
 * pieces → numerals → units → ranges → bounds → direction → exemptions. The classes (value, unit, bound or change,
 * concept) follow CQE (Almasian et al., A Comprehensive Quantity Extractor, EMNLP 2023).
 */
import type { BlockText } from '../blockFacts.ts';
import type { Exemption, Quantity } from '../facts.ts';
import { reason } from '../reasons.ts';
import type { Reason } from '../reasons.ts';
import type { Span } from '../../text/span.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { conceptOf, periodsOf } from './concept.ts';
import { directionOf } from './direction.ts';
import type { Draft } from './drafts.ts';
import type { SentenceContext } from './exemptions.ts';
import { exemptionOf, NOT_COUNTED } from './exemptions.ts';
import type { Piece } from './pieces.ts';
import { nextNumber, piecesOf } from './pieces.ts';
import { shareUnits, shareUnitsBack, tellMinutes } from './sharedUnits.ts';
import { joinSpaced } from './spacedText.ts';
import { draftOf, rangeFrom, termAt, withCents } from './terms.ts';
import { weightOf } from './weight.ts';

/** The quantities of one block, in text order, exempt ones included. Never throws. */
export function findQuantities({ text, kind, tokens, sentences }: BlockText): Quantity[] {
  const quantities: Quantity[] = [];
  let number = nextNumber(tokens, 0);
  for (let index = 0; index < sentences.length && number < tokens.length; index++) {
    const { end } = sentences[index]!;
    if (tokens[number]!.start >= end) continue;
    const start = index === 0 ? 0 : sentences[index - 1]!.end;
    let from = number;
    while (from > 0 && tokens[from - 1]!.start >= start) from--;
    let to = number + 1;
    while (to < tokens.length && tokens[to]!.start < end) to++;
    const pieces = joinSpaced(piecesOf(text, tokens, from, to));
    for (const quantity of readSentence({ pieces, kind, opensBlock: index === 0 })) quantities.push(quantity);
    number = nextNumber(tokens, to);
  }
  return quantities;
}

function readSentence(context: SentenceContext): Quantity[] {
  const { pieces } = context;
  const drafts = findDrafts(pieces);
  if (drafts.length === 0) return [];
  shareUnits(pieces, drafts);
  shareUnitsBack(pieces, drafts);
  tellMinutes(pieces, drafts);
  drafts.forEach((draft, i) => {
    setBounds(pieces, draft, drafts[i - 1]?.to ?? 0);
  });
  const stated: Draft[] = [];
  let previous: Draft | undefined;
  for (const draft of drafts) {
    setDirection(pieces, draft, previous);
    const converts = previous !== undefined && convert(pieces, previous, draft);
    const found = exemptionOf(context, draft);
    draft.exempt = found?.exempt ?? (converts ? 'conversion' : null);
    draft.evidence = found?.evidence;
    if (draft.exempt !== null && NOT_COUNTED.has(draft.exempt)) bare(draft);
    else if (!isStated(draft)) continue;
    if (draft.exempt === 'age') draft.unit ??= 'years old';
    stated.push(draft);
    previous = draft;
  }
  const years = new Set(stated.filter(({ exempt }) => exempt === 'year').map(({ numberFrom }) => numberFrom));
  const periods = periodsOf(pieces, years);
  return stated.map((draft) => quantityOf(pieces, draft, years, periods));
}

/** Every number of the sentence, ranges as one, without bounds and exemptions. */
function findDrafts(pieces: readonly Piece[]): Draft[] {
  const drafts: Draft[] = [];
  let i = 0;
  while (i < pieces.length) {
    const { shape } = pieces[i]!;
    if (shape !== null && shape !== 'number' && shape !== 'fraction') {
      drafts.push(shapeDraft(pieces, i));
      i++;
      continue;
    }
    const term = termAt(pieces, i);
    if (term === undefined) {
      i++;
      continue;
    }
    const draft = rangeFrom(pieces, term) ?? withCents(pieces, draftOf(term));
    for (let inner = draft.numberFrom + 1; inner < draft.numberTo; inner++) {
      if (/^(?:date|time|year)$/.test(pieces[inner]!.shape ?? '')) drafts.push(shapeDraft(pieces, inner));
    }
    drafts.push(draft);
    i = Math.max(draft.to, i + 1);
  }
  return drafts.length < 2 ? drafts : drafts.sort((a, b) => a.numberFrom - b.numberFrom);
}

/** A piece whose form decides what it is: `F-16`, `10:30`, `22nd`. Its value is its first number. */
function shapeDraft(pieces: readonly Piece[], i: number): Draft {
  const piece = pieces[i]!;
  const isHeight = piece.shape === 'height';
  const numbers = piece.text.match(/\d{1,15}(?:\.\d{1,9})?/g) ?? ['0'];
  return {
    from: i,
    to: i + 1,
    numberFrom: i,
    numberTo: i + 1,
    value: isHeight ? piece.value : Number(numbers[0]),
    upper: piece.shape === 'ratio' ? Number(numbers[1]) : null,
    unit: isHeight ? 'foot' : null,
    kind: isHeight ? 'measure' : 'other',
    dimension: isHeight ? 'length' : null,
    rate: null,
    head: null,
    hyphenated: false,
    modifier: '=',
    change: '=',
    form: piece.shape!,
    spelled: false,
    scale: 1,
    pair: piece.shape === 'ratio',
    exempt: null,
    evidence: undefined,
  };
}

const INSIDE_DURATION = /^(?:over|under|around|about)$/;

/** Widens the draft by what bounds it: `some 5,000 troops`, `5,000 or more`. */
function setBounds(pieces: readonly Piece[], draft: Draft, previousEnd: number): void {
  if (pieces[draft.numberFrom]!.shape === 'date') return;
  const after = draft.modifier === '=' ? boundAfter(pieces, draft.to) : undefined;
  if (after !== undefined) {
    draft.modifier = after.modifier;
    draft.to = Math.max(draft.to, after.edge);
  }
  const before = boundBefore(pieces, draft.from);
  if (before === undefined || before.edge < previousEnd) return;
  if (isDuring(pieces, before.edge, draft) || isDirection(pieces, before.edge)) return;
  // `about 500 or more` are 500 at least
  const bounded = draft.modifier === '>' || draft.modifier === '<';
  if (!bounded || before.modifier !== '~') draft.modifier = before.modifier;
  // A verb says what was done with the number; it is not part of how the number is written.
  if (pieces[before.edge]!.pos !== 'VERB') draft.from = before.edge;
}

/** `spread over five years`: the time something took, not more than it. */
function isDuring(pieces: readonly Piece[], edge: number, draft: Draft): boolean {
  if (draft.dimension !== 'time' || !INSIDE_DURATION.test(pieces[edge]!.lower)) return false;
  const before = pieces[edge - 1]?.lower ?? '';
  return (
    pieces[edge]!.lower === 'over' &&
    !/^(?:for|well|just|in|after|than|of|is|was|took|lasted|last)$/.test(before)
  );
}

/** `climbed up to 5 percent`, `more than doubled to over`: a level reached rather than a limit. */
function isDirection(pieces: readonly Piece[], edge: number): boolean {
  const isUpTo = pieces[edge]!.lower === 'up' && pieces[edge + 1]?.lower === 'to';
  return isUpTo && /^(?:went|rose|climbed|goes|moved|jumped|shot|grew)$/.test(pieces[edge - 1]?.lower ?? '');
}

/** A number gets its direction from the verb before it, or shares that of the number it restates: `190 points, or 0.6%`. */
function setDirection(pieces: readonly Piece[], draft: Draft, previous: Draft | undefined): void {
  if (draft.change !== '=' || draft.pair) return;
  if (draft.hyphenated && draft.kind !== 'multiple') return;
  draft.change = directionOf(pieces, draft.from, draft.to, draft.kind, draft.unit, false);
  if (draft.change === '=' && previous !== undefined && restates(pieces, previous, draft))
    draft.change = previous.change;
}

function restates(pieces: readonly Piece[], previous: Draft, draft: Draft): boolean {
  const gap = draft.from - previous.to;
  if (gap < 1 || gap > 2) return false;
  const last = pieces[draft.from - 1]!.lower;
  return last === 'or' && (gap === 1 || pieces[previous.to]!.text === ',');
}

/** `100 km (60 miles)`: the second figure is the first in another unit, with its bound and direction. */
function convert(pieces: readonly Piece[], previous: Draft, draft: Draft): boolean {
  if (draft.unit === null || draft.unit === previous.unit || draft.dimension === null) return false;
  const opening = pieces[draft.from - 1]?.text;
  const slashed = opening === '/' && (previous.exempt === 'conversion' || previous.to === draft.from - 1);
  const opensHere = opening === '(' && draft.from - 1 - previous.to <= 2;
  if (!slashed && !opensHere) return false;
  const undeclared = previous.unit === null && draft.kind === 'money' && previous.scale > 1;
  if (previous.dimension !== draft.dimension && !undeclared) return false;
  if (draft.modifier === '=' || draft.modifier === 'range') {
    draft.modifier = draft.modifier === 'range' && previous.modifier === '=' ? 'range' : previous.modifier;
  }
  if (draft.change === '=') draft.change = previous.change;
  return true;
}

/** What is no quantity is only its number: a year counts nothing, however plural the word after it. */
function bare(draft: Draft): void {
  draft.unit = null;
  draft.head = null;
  draft.rate = null;
  draft.dimension = null;
  draft.from = draft.numberFrom;
  draft.to = draft.numberTo;
  draft.modifier = '=';
  draft.change = '=';
  draft.kind =
    draft.exempt === 'date' || draft.exempt === 'year' || draft.exempt === 'time' ? 'date' : 'other';
}

/** `the two met`, `no one`, `this one`: a small word without anything counted is a pronoun. */
function isStated(draft: Draft): boolean {
  if (!draft.spelled || draft.unit !== null || draft.form !== 'words' || draft.scale > 1) return true;
  if (draft.value < 0 || !Number.isInteger(draft.value)) return true;
  return draft.value > 12 || draft.modifier !== '=' || draft.upper !== null || draft.exempt === 'age';
}

function quantityOf(
  pieces: readonly Piece[],
  draft: Draft,
  years: ReadonlySet<number>,
  periods: readonly number[],
): Quantity {
  const number = spanOf(pieces, draft.numberFrom, draft.numberTo);
  const { value, upper, unit, kind, modifier, change, rate, exempt } = draft;
  return {
    span: spanOf(pieces, draft.from, draft.to),
    number,
    value,
    upper,
    unit,
    kind,
    modifier,
    change,
    rate,
    concept: conceptOf(pieces, draft, years, periods),
    exempt,
    weight: weightOf(pieces, draft),
    attribution: null,
    reason: reasonOf(pieces, draft, exempt, number),
  };
}

function reasonOf(pieces: readonly Piece[], draft: Draft, exempt: Exemption | null, number: Span): Reason {
  if (exempt !== null) {
    const { evidence } = draft;
    const whole = spanOf(
      pieces,
      Math.min(draft.from, evidence ?? draft.from),
      Math.max(draft.to, (evidence ?? 0) + 1),
    );
    return reason(`exempt-${exempt}`, whole);
  }
  if (draft.to <= draft.numberTo) return reason('quantity', number);
  return reason('quantity-of', number, spanOf(pieces, draft.numberTo, draft.to));
}

function spanOf(pieces: readonly Piece[], from: number, to: number): Span {
  const last = pieces[to - 1]!;
  // The tokenizer leaves the sentence's full stop on `ft.` and `U.S.`.
  const endsSentence = to === pieces.length && /^\p{L}+\.$/u.test(last.text);
  return { start: pieces[from]!.start, end: endsSentence ? last.end - 1 : last.end };
}
