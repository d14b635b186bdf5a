/**
 * Where an annotation's passage is in the text as it is now. The words decide, then the words around them, then the
 * place; and where none of these singles one place out, nothing is chosen: an annotation that moves to a look-alike is
 * worse than one that is lost and says so.
 */
import search from 'approx-string-match';
import { CodePoints } from '../text/codePoints.ts';
import type { Span } from '../text/span.ts';
import type { Anchor, AnchoredAnnotation, Annotation, TextQuote } from './annotation.ts';

/** How much of the text before and after a passage is remembered, in code units. */
export const CONTEXT_LENGTH = 32;

/** How much of it on each side tells a place from others. */
const NEAR_CONTEXT = CONTEXT_LENGTH / 2;

/** A passage of this many characters is told from others by its own words. */
const TELLING_LENGTH = 40;
/** Share of the remembered context that must still be there. */
const LEAST_CONTEXT = 0.5;
/** By how much the nearest place must beat the next in context. */
const CONTEXT_MARGIN = 0.2;
/** Share of a passage's characters that may have been edited. */
const MOST_ERRORS = 0.3;
/** Shorter passages are all alike after a few edits. */
const LEAST_FUZZY_LENGTH = 24;
/** More occurrences than this are not told apart. */
const MOST_OCCURRENCES = 500;

/** The selector for a passage: its words and what stands around it. Never cuts a surrogate pair. */
export function quoteOf(text: string, { start, end }: Span): TextQuote {
  const before = atPair(text, Math.max(0, start - CONTEXT_LENGTH));
  const after = atPair(text, Math.min(text.length, end + CONTEXT_LENGTH));
  return { exact: text.slice(start, end), prefix: text.slice(before, start), suffix: text.slice(end, after) };
}

function atPair(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

/** Every annotation with its place in the text. Never throws. */
export function anchorAll(text: string, annotations: readonly Annotation[]): AnchoredAnnotation[] {
  if (annotations.length === 0) return [];
  const codePoints = new CodePoints(text);
  return annotations.map((annotation) => {
    const { position } = annotation;
    const recorded = position && {
      start: codePoints.offsetOf(position.start),
      end: codePoints.offsetOf(position.end),
    };
    return { annotation, ...anchor(text, annotation.quote, recorded) };
  });
}

/**
 * @param recorded where the passage stood when it was annotated, in UTF-16 code units; a hint only
 */
export function anchor(text: string, quote: TextQuote, recorded: Span | null = null): Anchor {
  if (quote.exact === '') return ORPHAN;
  const places = occurrences(text, quote.exact);
  if (places === null) return ORPHAN;
  if (places.length > 0) return amongSame(text, quote, places, recorded);
  return betweenContexts(text, quote) ?? amongSimilar(text, quote);
}

const ORPHAN: Anchor = { state: 'orphan', span: null, candidates: [] };

/** Null for too many to tell apart. */
function occurrences(text: string, exact: string): Span[] | null {
  const found: Span[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length });
    if (found.length > MOST_OCCURRENCES) return null;
  }
  return found;
}

function amongSame(text: string, quote: TextQuote, places: readonly Span[], recorded: Span | null): Anchor {
  const scored = places
    .map((span) => ({ span, score: contextScore(text, quote, span) }))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scored as [Scored, Scored?];
  if (!next) {
    const telling = quote.exact.length >= TELLING_LENGTH || (quote.prefix === '' && quote.suffix === '');
    if (telling || best.score >= LEAST_CONTEXT || best.span.start === recorded?.start)
      return exactly(best.span);
    // The same short words in other surroundings are, more likely than not, another passage.
    return ambiguous([best.span]);
  }
  if (best.score >= LEAST_CONTEXT && best.score - next.score >= CONTEXT_MARGIN) return exactly(best.span);
  const near = scored.filter(({ score }) => best.score - score < CONTEXT_MARGIN).map(({ span }) => span);
  const unmoved = near.find(({ start }) => start === recorded?.start);
  return unmoved && best.score >= LEAST_CONTEXT ? exactly(unmoved) : ambiguous(near);
}

interface Scored {
  readonly span: Span;
  readonly score: number;
}

function exactly(span: Span): Anchor {
  return { state: 'exact', span, candidates: [] };
}

function changed(span: Span): Anchor {
  return { state: 'changed', span, candidates: [] };
}

function ambiguous(spans: readonly Span[]): Anchor {
  const candidates = [...spans].sort((a, b) => a.start - b.start);
  return { state: 'ambiguous', span: null, candidates };
}

/**
 * How much of the remembered context, 0 to 1, stands around a place, counted from the passage outwards. The nearest
 * words count; a sentence that moved takes only those along.
 */
function contextScore(text: string, { prefix, suffix }: TextQuote, { start, end }: Span): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after++;
  const sides = [
    { matched: before, of: prefix.length },
    { matched: after, of: suffix.length },
  ].filter(({ of }) => of > 0);
  const shares = sides.map(({ matched, of }) => Math.min(1, matched / Math.min(of, NEAR_CONTEXT)));
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** A passage that was rewritten while the words on both sides stayed: only one place has both. */
function betweenContexts(text: string, { exact, prefix, suffix }: TextQuote): Anchor | null {
  if (prefix.trim().length < CONTEXT_LENGTH / 4 || suffix.trim().length < CONTEXT_LENGTH / 4) return null;
  const furthest = exact.length * 2 + CONTEXT_LENGTH;
  const found: Span[] = [];
  for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
    const start = at + prefix.length;
    const end = text.slice(start, start + furthest + suffix.length).indexOf(suffix);
    if (end >= 0) found.push({ start, end: start + end });
    if (found.length > 1) return ambiguous(found);
  }
  const [only] = found;
  if (!only) return null;
  // Nothing between them: the passage was deleted.
  return text.slice(only.start, only.end).trim() === '' ? ORPHAN : changed(only);
}

/** A long passage with some edits in it, beside at least some of its context, and no other place nearly as near. */
function amongSimilar(text: string, quote: TextQuote): Anchor {
  const { exact } = quote;
  if (exact.length < LEAST_FUZZY_LENGTH || exact.length > 4096) return ORPHAN;
  const limit = Math.floor(exact.length * MOST_ERRORS);
  const best = nearestMatch(text, exact, 0, text.length, limit);
  if (!best || !hasContext(text, quote, best.span)) return ORPHAN;
  const margin = Math.max(2, Math.ceil(exact.length * 0.1));
  const rivalLimit = Math.min(limit, best.errors + margin);
  const rivals = [
    nearestMatch(text, exact, 0, best.span.start, rivalLimit),
    nearestMatch(text, exact, best.span.end, text.length, rivalLimit),
  ].filter((rival) => rival !== null);
  return rivals.length > 0 ? ambiguous([best.span, ...rivals.map(({ span }) => span)]) : changed(best.span);
}

function nearestMatch(
  text: string,
  exact: string,
  from: number,
  to: number,
  limit: number,
): { span: Span; errors: number } | null {
  // The search returns only the matches with the fewest errors.
  const [match] = search(text.slice(from, to), exact, limit);
  return match ? { span: { start: from + match.start, end: from + match.end }, errors: match.errors } : null;
}

/** Whether the end of the prefix or the start of the suffix is near the place, a few edits apart. */
function hasContext(text: string, { prefix, suffix }: TextQuote, { start, end }: Span): boolean {
  if (prefix === '' && suffix === '') return true;
  const near = (context: string, area: string): boolean =>
    context.length >= CONTEXT_LENGTH / 4 && search(area, context, Math.floor(context.length / 4)).length > 0;
  const slack = CONTEXT_LENGTH / 2;
  return (
    near(prefix, text.slice(Math.max(0, start - prefix.length - slack), start + slack)) ||
    near(suffix, text.slice(Math.max(0, end - slack), end + suffix.length + slack))
  );
}
