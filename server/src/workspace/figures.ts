/**
 * The same quantity in two articles, and whether the two figures agree.
 *
 * Two quantities are about the same thing when they have the same unit, share what is measured, and name no different
 * period. Only then are their values compared, by tolerance: what one report rounds and another bounds is no
 * contradiction, and a percentage is never compared with percentage points.
 */
import type { Article, Quantity } from '../analysis/facts.ts';
import { isFunctionWord } from './grams.ts';
import { foldWord, hashWord } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { hull, overlaps } from '../text/span.ts';
import type { ArticleId, Workspace } from './types.ts';

/**
 * `equal`: the same value. `rounded`: one is the other, rounded or "about". `consistent`: within the other's bound.
 * `contradicting`: none of these.
 */
export type FigureRelation = 'equal' | 'rounded' | 'consistent' | 'contradicting';

export interface FigureCounterpart {
  readonly id: ArticleId;
  /** Index into that article's quantities. */
  readonly quantity: number;
  readonly relation: FigureRelation;
  /** Content words that both say they measure: what makes the two one fact. */
  readonly shared: readonly string[];
}

/** Facts are read of so few articles for one figure. */
const READ_ARTICLES = 4;

/**
 * The same figure in other articles, contradictions first. Analyses at most four other articles; finds nothing for
 * quantities that are exempt from being claims.
 */
export function findFigureCounterparts(
  workspace: Workspace,
  id: ArticleId,
  quantity: number,
): FigureCounterpart[] {
  const asked = workspace.article(id)?.quantities[quantity];
  if (!asked || asked.exempt !== null) return [];
  const subject = subjectOf(asked);
  const found: FigureCounterpart[] = [];
  const read = new Set<ArticleId>();
  for (const place of workspace.placesOf(id, [...subject])) {
    if (!read.has(place.id) && read.size === READ_ARTICLES) continue;
    read.add(place.id);
    const article = workspace.article(place.id);
    // The words that were found name the thing; its figure stands in the same sentence, often behind them.
    const around = article && sentencesAround(article, place.span);
    article?.quantities.forEach((other, i) => {
      if (
        !overlaps(other.span, around!) ||
        found.some((known) => known.id === place.id && known.quantity === i)
      )
        return;
      const compared = compareFigures(asked, other);
      if (compared) found.push({ id: place.id, quantity: i, ...compared });
    });
  }
  return found.sort(
    (a, b) =>
      Number(b.relation === 'contradicting') - Number(a.relation === 'contradicting') ||
      b.shared.length - a.shared.length,
  );
}

function sentencesAround({ sentences }: Article, span: Span): Span {
  const touched = sentences.map((sentence) => sentence.span).filter((sentence) => overlaps(sentence, span));
  return hull([span, ...touched])!;
}

/** The other figures of one article that speak of the same thing as this one. */
export function figuresWithin(id: ArticleId, article: Article, quantity: number): FigureCounterpart[] {
  const asked = article.quantities[quantity];
  if (!asked || asked.exempt !== null) return [];
  return article.quantities.flatMap((other, i) => {
    const compared = i === quantity ? undefined : compareFigures(asked, other);
    return compared ? [{ id, quantity: i, ...compared }] : [];
  });
}

/** How two quantities agree; undefined when they do not measure the same. */
export function compareFigures(
  a: Quantity,
  b: Quantity,
): { readonly relation: FigureRelation; readonly shared: readonly string[] } | undefined {
  if (a.exempt !== null || b.exempt !== null || !sameUnit(a, b) || differInPeriod(a, b)) return undefined;
  const [subjectA, subjectB] = [subjectOf(a), subjectOf(b)];
  const shared = [...subjectA].filter((word) => subjectB.has(word));
  const least = Math.max(2, Math.ceil(Math.min(subjectA.size, subjectB.size) * SHARED_SUBJECT));
  return shared.length < least ? undefined : { relation: relationOf(a, b), shared };
}

/** Of the shorter description's words, this share has to be in the other. */
const SHARED_SUBJECT = 0.5;

/** What a quantity is about: the content words of its concept and unit, folded, without years and periods. */
function subjectOf({ concept, unit }: Quantity): ReadonlySet<string> {
  const words = [...concept, ...(unit ?? '').split(/\s+/)]
    .flatMap((word) => word.split('-'))
    .map((word) => singular(foldWord(word)));
  return new Set(
    words.filter((word) => word.length > 1 && !/^\d/.test(word) && !isFunctionWord(hashWord(word))),
  );
}

function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.kind === b.kind && a.rate === b.rate && a.change === b.change && headOf(a.unit) === headOf(b.unit);
}

/** `troops` of `US troops`: what is counted, in the singular. */
function headOf(unit: string | null): string | null {
  const head = unit?.split(/\s+/).at(-1);
  return head === undefined ? null : singular(foldWord(head));
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function differInPeriod(a: Quantity, b: Quantity): boolean {
  const [here, there] = [periodOf(a), periodOf(b)];
  return here.length > 0 && there.length > 0 && !here.some((word) => there.includes(word));
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:1[5-9]|20)\d\d)$/;

function periodOf({ concept }: Quantity): readonly string[] {
  return concept.filter((word) => MONTH.test(word));
}

interface Interval {
  readonly least: number;
  readonly most: number;
}

/** "About" leaves room for so much of the value. */
const ABOUT = 0.1;

function relationOf(a: Quantity, b: Quantity): FigureRelation {
  if (a.value === b.value && a.upper === b.upper)
    return a.modifier === b.modifier || isBound(a) === isBound(b) ? 'equal' : 'consistent';
  if (isBound(a) || isBound(b) || a.upper !== null || b.upper !== null) {
    return meet(intervalOf(a), intervalOf(b)) ? 'consistent' : 'contradicting';
  }
  if (isRounded(a.value, b.value) || isRounded(b.value, a.value)) return 'rounded';
  const isAbout = a.modifier === '~' || b.modifier === '~';
  return isAbout && meet(intervalOf(a), intervalOf(b)) ? 'rounded' : 'contradicting';
}

function isBound({ modifier }: Quantity): boolean {
  return modifier === '>' || modifier === '<';
}

function intervalOf({ value, upper, modifier }: Quantity): Interval {
  const [least, most] = [Math.min(value, upper ?? value), Math.max(value, upper ?? value)];
  if (modifier === '>') return { least, most: Infinity };
  if (modifier === '<') return { least: -Infinity, most };
  const room = modifier === '~' ? Math.abs(value) * ABOUT : 0;
  return { least: least - room, most: most + room };
}

function meet(a: Interval, b: Interval): boolean {
  return a.least <= b.most && b.least <= a.most;
}

/** Whether `rough` is `exact` rounded to the digits that `rough` has, at least one of them. */
function isRounded(rough: number, exact: number): boolean {
  if (rough === 0 || exact === 0 || !Number.isFinite(rough) || !Number.isFinite(exact)) return false;
  const digits = significantDigits(rough);
  return digits < significantDigits(exact) && Number(exact.toPrecision(digits)) === rough;
}

function significantDigits(value: number): number {
  const [mantissa = ''] = Math.abs(value).toExponential().split('e');
  return mantissa.replace('.', '').length;
}
