/**
 * The same quantity in two articles, and whether the two figures agree.
 *
 * Two quantities are about the same thing when they have the same unit, their sentences share what they speak of, a name
 * or what is measured among it, nothing else becomes of those counted, and they name no different period. Only then are
 * their values compared, by tolerance (figureRelation.ts), and a percentage is never compared with percentage points.
 */
import { analyzeArticle } from '../analysis/analyze.ts';
import type { Article, Quantity } from '../analysis/facts.ts';
import { fateOf } from '../language/en/fates.ts';
import { SCALES, SMALL_NUMBERS, VAGUE_PLURALS } from '../language/en/numberWords.ts';
import { comparisonWords, foldWord } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { hull, overlaps, textOf } from '../text/span.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import { paragraphAround } from './matching/edges.ts';
import type { FigureRelation } from './figureRelation.ts';
import { relationOf } from './figureRelation.ts';
import { readOrdinaryWordsInSteps, subjectWord, subjectWords } from './subjectWords.ts';
import type { ArticleId, ArticleInput, Workspace } from './types.ts';

/** How two figures for one thing agree. */
export interface FigureComparison {
  readonly relation: FigureRelation;
  /** Content words that both say they measure: what makes the two one fact. */
  readonly shared: readonly string[];
  /** How much of the shorter sentence's content words those are, 0 to 1. */
  readonly share: number;
  /** Whether both sentences name the same people and places, for the most part. */
  readonly sameNames: boolean;
}

/** Another figure of the same article. */
export interface FigureWithin extends FigureComparison {
  /** Index into the article's quantities. */
  readonly quantity: number;
}

export interface FigureCounterpart extends FigureComparison {
  readonly id: ArticleId;
  readonly span: Span;
  /** As it is written there. */
  readonly words: string;
  /** Whether that article has no other figure for the same thing. */
  readonly isOnly: boolean;
}

/** Facts are read of so few articles for one figure. */
const READ_ARTICLES = 4;

/**
 * The same figure in other articles, contradictions first. Analyses at most four other articles, and only those where
 * the paragraph by itself has a comparable figure; finds nothing for quantities that are exempt from being claims.
 */
export function findFigureCounterparts(
  workspace: Workspace,
  id: ArticleId,
  quantity: number,
): FigureCounterpart[] {
  return finish(findFigureCounterpartsInSteps(workspace, id, quantity));
}

/** The same in steps, each about as long as reading a paragraph. */
export function* findFigureCounterpartsInSteps(
  workspace: Workspace,
  id: ArticleId,
  quantity: number,
): Steps<FigureCounterpart[]> {
  const asking = workspace.article(id);
  const asked = asking && figureAt(asking, quantity);
  if (asked?.quantity.exempt !== null) return [];
  // Without an anchor nothing is comparable; the words are asked for as they are written most often.
  if (asked.anchors.size === 0) return [];
  const words = [...asked.anchors, ...(asked.quantity.unit ?? '').split(/\s+/)].filter(Boolean);
  const found: FigureCounterpart[] = [];
  const read = new Set<ArticleId>();
  for (const place of workspace.placesOf(id, words)) {
    if (!read.has(place.id) && read.size === READ_ARTICLES) continue;
    const input = workspace.input(place.id);
    if (!input || !mayHoldFigure(asked, input, place.span)) continue;
    yield;
    const article = yield* workspace.articleInSteps(place.id);
    if (!article) continue;
    read.add(place.id);
    // The words that were found name the thing; its figure stands in the same sentence, often behind them.
    const around = sentencesAround(article, place.span);
    article.quantities.forEach((other, i) => {
      if (!overlaps(other.span, around)) return;
      if (found.some(({ id: known, span }) => known === place.id && span === other.span)) return;
      const compared = compareFigures(asked, figureAt(article, i)!);
      if (!compared) return;
      const isOnly = figuresWithin(article, i, 1).length === 0;
      found.push({
        id: place.id,
        span: other.span,
        words: textOf(article.text, other.span),
        isOnly,
        ...compared,
      });
    });
  }
  const rank = ({ relation }: FigureCounterpart) => (relation === 'contradicting' ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || b.shared.length - a.shared.length);
}

/**
 * Whether the paragraphs around a place have a comparable figure, as far as can be seen without the rest of the article:
 * words found close together are mostly about something else, and a paragraph is read much faster than its article.
 */
function mayHoldFigure(asked: Figure, { text, format }: ArticleInput, place: Span): boolean {
  const paragraph = textOf(text, paragraphAround(text, place));
  if (!hasNumber(paragraph)) return false;
  const article = analyzeArticle(paragraph, { format });
  return article.quantities.some((_, i) => compareFigures(asked, figureAt(article, i)!) !== undefined);
}

function hasNumber(text: string): boolean {
  return /\p{N}/u.test(text) || comparisonWords(text).some(({ text: word }) => NUMBER_WORDS.has(word));
}

const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...[SMALL_NUMBERS, SCALES, VAGUE_PLURALS].flatMap((words) => [...words.keys()]),
  'half',
  'third',
  'quarter',
]);

/** Reads all that `figuresWithin` compares, in steps: for a long article that is the most of its work. */
export function* readFiguresInSteps(article: Article): Steps<void> {
  yield* readOrdinaryWordsInSteps(article);
  for (const [i, { exempt }] of article.quantities.entries()) {
    if (exempt !== null) continue;
    figureAt(article, i);
    yield;
  }
}

/** The other figures of one article that speak of the same thing as this one, in text order; `most` at most. */
export function figuresWithin(article: Article, quantity: number, most = Infinity): FigureWithin[] {
  const asked = figureAt(article, quantity);
  if (!asked) return [];
  const claims = claimsByAnchor(article);
  const others = new Set([...asked.anchors].flatMap((anchor) => claims.get(keyOf(asked, anchor)) ?? []));
  const found: FigureWithin[] = [];
  for (const i of [...others].sort((x, y) => x - y)) {
    if (found.length >= most) break;
    const compared = i === quantity ? undefined : compareFigures(asked, figureAt(article, i)!);
    if (compared) found.push({ quantity: i, ...compared });
  }
  return found;
}

const anchoredIn = new WeakMap<Article, ReadonlyMap<string, readonly number[]>>();

/** The claims of an article by what they are counted in and each of their anchors: only among those are figures the same. */
function claimsByAnchor(article: Article): ReadonlyMap<string, readonly number[]> {
  const known = anchoredIn.get(article);
  if (known) return known;
  const claims = new Map<string, number[]>();
  article.quantities.forEach(({ exempt }, i) => {
    if (exempt !== null) return;
    const figure = figureAt(article, i)!;
    for (const anchor of figure.anchors) {
      const key = keyOf(figure, anchor);
      const others = claims.get(key);
      if (others) others.push(i);
      else claims.set(key, [i]);
    }
  });
  anchoredIn.set(article, claims);
  return claims;
}

function keyOf({ measure }: Figure, anchor: string): string {
  return `${measure} ${anchor}`;
}

/** A quantity with what its sentence speaks of. */
export interface Figure {
  readonly quantity: Quantity;
  /** What it is counted in. */
  readonly measure: string;
  /** Content words of the sentence, folded, in the singular, without numbers, periods and the unit. */
  readonly subject: ReadonlySet<string>;
  /** Those of them that are names, or that say what is measured: `syria`, `unemployment`. */
  readonly anchors: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** What becomes of those counted, as far as the sentence says. */
  readonly fates: ReadonlySet<number>;
}

/** Figures that were read, for as long as their article is kept: each is compared with many. */
const readFigures = new WeakMap<Article, Map<number, Figure>>();

/** The figure of an article's quantity; undefined when there is no such quantity. */
export function figureAt(article: Article, index: number): Figure | undefined {
  const quantity = article.quantities[index];
  if (!quantity) return undefined;
  const known = readFigures.get(article) ?? new Map<number, Figure>();
  readFigures.set(article, known);
  const figure = known.get(index) ?? readFigure(article, quantity);
  known.set(index, figure);
  return figure;
}

function readFigure(article: Article, quantity: Quantity): Figure {
  const nearest = lastAtOrBefore(article.sentences, quantity.span.start, ({ span }) => span.start);
  const sentence = article.sentences[nearest];
  const unit = new Set(unitWords(quantity));
  const subject = new Set<string>();
  const anchors = new Set<string>();
  const names = new Set<string>();
  const fates = new Set<number>();
  const measured = new Set(quantity.concept.map((word) => subjectWord(foldWord(word))));
  for (const word of sentence ? subjectWords(article, sentence) : []) {
    const fate = fateOf(word.folded);
    if (fate !== undefined) fates.add(fate);
    const folded = word.subject;
    if (!word.isName && word.isFunctionWord) continue;
    if (
      folded.length < 2 ||
      /^\P{L}/u.test(folded) ||
      SMALL_NUMBERS.has(folded) ||
      PERIOD.test(folded) ||
      unit.has(folded)
    )
      continue;
    subject.add(folded);
    if (word.isName) names.add(folded);
    if (word.isName || measured.has(folded)) anchors.add(folded);
  }
  return { quantity, measure: measureOf(quantity), subject, anchors, names, fates };
}

/** Two sentences on one thing share at least so many content words, and this share of the shorter one's. */
const SHARED_WORDS = 2;
const SHARED_SUBJECT = 0.25;

/** How two figures agree; undefined when they do not measure the same. */
export function compareFigures(a: Figure, b: Figure): FigureComparison | undefined {
  if (a.quantity.exempt !== null || b.quantity.exempt !== null) return undefined;
  if (a.measure !== b.measure || differInPeriod(a.quantity, b.quantity) || differInFate(a, b))
    return undefined;
  const shared = [...a.subject].filter((word) => b.subject.has(word));
  const least = Math.max(SHARED_WORDS, Math.ceil(Math.min(a.subject.size, b.subject.size) * SHARED_SUBJECT));
  if (shared.length < least || !shared.some((word) => a.anchors.has(word) && b.anchors.has(word)))
    return undefined;
  return {
    relation: relationOf(a.quantity, b.quantity),
    shared,
    share: shared.length / Math.min(a.subject.size, b.subject.size),
    sameNames: haveSameNames(a, b),
  };
}

/** At least half of the names of the sentence that has fewer: `New Jersey` has one word in common with `New Hampshire`. */
function haveSameNames({ names: a }: Figure, { names: b }: Figure): boolean {
  const both = [...a].filter((name) => b.has(name)).length;
  return both > 0 && both * 2 >= Math.min(a.size, b.size);
}

/** One counts the dead, the other those who serve; where a sentence names several fates, one of them may be meant. */
function differInFate({ fates: a }: Figure, { fates: b }: Figure): boolean {
  return a.size + b.size > 0 && ![...a].some((fate) => b.has(fate));
}

function sentencesAround({ sentences }: Article, span: Span): Span {
  const touched = sentences.map((sentence) => sentence.span).filter((sentence) => overlaps(sentence, span));
  return hull([span, ...touched])!;
}

function unitWords({ unit }: Quantity): string[] {
  return comparisonWords(unit ?? '').map(({ text }) => subjectWord(text));
}

/** What a quantity is counted in, whatever its value: kind, head of the unit (`troop` of `US troops`), rate, change. */
export function measureOf({ kind, unit, rate, change }: Quantity): string {
  const head = comparisonWords(unit ?? '').at(-1)?.text;
  return `${kind} ${head === undefined ? '' : subjectWord(head)} ${rate && periodOfRate(rate)} ${change}`;
}

/** `a month`, `per month` and `monthly` are one rate. */
function periodOfRate(rate: string): string {
  const period = rate.replace(/^(?:an?|per|each|every) /, '');
  return RATE_PERIODS[period] ?? period;
}

const RATE_PERIODS: Readonly<Record<string, string>> = {
  annually: 'year',
  yearly: 'year',
  annum: 'year',
  quarterly: 'quarter',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  nightly: 'night',
  hourly: 'hour',
};

function differInPeriod(a: Quantity, b: Quantity): boolean {
  const [here, there] = [periodOf(a), periodOf(b)];
  return here.length > 0 && there.length > 0 && !here.some((word) => there.includes(word));
}

const PERIOD =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:1[5-9]|20)\d\d)$/;

function periodOf({ concept }: Quantity): readonly string[] {
  return concept.filter((word) => PERIOD.test(word));
}
