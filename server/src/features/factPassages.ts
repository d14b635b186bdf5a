/** Which passages of an article are facts: what is said in it, and its claims. */
import type { Article } from '../analysis/facts.ts';
import { FUNCTION_WORDS } from '../language/en/functionWords.ts';
import { comparisonWords } from '../text/comparison.ts';
import { Overlapping } from '../text/overlapping.ts';
import type { Span } from '../text/span.ts';
import { hull, textOf } from '../text/span.ts';

export interface Fact {
  /** A `statement` is what somebody is given for in the writer's words. */
  readonly kind: 'quotation' | 'claim' | 'statement';
  readonly span: Span;
  /** Index of the attribution that says it; null for none. */
  readonly attribution: number | null;
}

/** The quotations and claims. */
export function passagesOf({ quotations, quantities }: Article): Fact[] {
  const spoken = quotations.filter(
    ({ parent, role }) => parent === null && (role === 'speech' || role === 'writing'),
  );
  const claims = quantities.filter(({ exempt }) => exempt === null);
  return [
    ...spoken.map(({ span, attribution }) => ({ kind: 'quotation' as const, span, attribution })),
    ...claims.map(({ span, attribution }) => ({ kind: 'claim' as const, span, attribution })),
  ];
}

/** Where the quotations and claims stand. */
export function factPassages(article: Article): readonly Span[] {
  return passagesOf(article).map(({ span }) => span);
}

/** What is said without quotation marks of its own; full quotations beside it are facts themselves. */
export function statementsOf({ text, attributions, quotations }: Article): Fact[] {
  const quoted = new Overlapping(
    quotations.filter(({ parent, kind }) => parent === null && kind !== 'partial'),
    ({ span }) => span,
  );
  return attributions.flatMap(({ kind, content, parent }, attribution) => {
    if (kind === 'direct' || parent !== null) return [];
    const unquoted = content.flatMap((part) =>
      without(
        part,
        quoted.with(part).map(({ span }) => span),
      ),
    );
    const span = hull(unquoted.filter((part) => hasWords(text, part)));
    return span && saysSomething(text, span) ? [{ kind: 'statement' as const, span, attribution }] : [];
  });
}

/** What of a stretch lies in none of `others`, which are in text order. */
function without({ start, end }: Span, others: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = start;
  for (const other of others) {
    if (other.end <= from || other.start >= end) continue;
    if (other.start > from) left.push({ start: from, end: other.start });
    from = other.end;
  }
  return from < end ? [...left, { start: from, end }] : left;
}

function hasWords(text: string, part: Span): boolean {
  return /[\p{L}\p{N}]/u.test(textOf(text, part));
}

/** “That”, “the plan”: with fewer than two words of its own there is nothing in it that could be looked up. */
function saysSomething(text: string, statement: Span): boolean {
  const words = comparisonWords(textOf(text, statement)).filter((word) => !FUNCTION_WORDS.has(word.text));
  return words.length >= 2;
}
