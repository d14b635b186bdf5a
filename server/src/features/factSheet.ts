/**
 * The fact sheet of an article: every quotation and claim with who says it, where it comes from, and what a person has
 * found out about it. A checker works through it; an editor signs it.
 */
import type { AnchoredAnnotation, AnnotationVerdict } from '../annotations/annotation.ts';
import { textOf } from '../text/span.ts';
import { passagesOf, statementsOf } from './factPassages.ts';
import { type FactRow, type FactSheetInput, rowsOf } from './factRows.ts';

export interface LostAnnotation {
  readonly id: string;
  readonly passage: string;
  readonly why: 'ambiguous' | 'orphan';
  readonly verdict: AnnotationVerdict | null;
  readonly source: string | null;
  readonly note: string | null;
}

export interface FactSheet {
  readonly title: string;
  readonly rows: readonly FactRow[];
  /** What was annotated and cannot be found in the article any more. */
  readonly lost: readonly LostAnnotation[];
  readonly totals: {
    readonly facts: number;
    /** Somebody is given for them. */
    readonly attributed: number;
    /** Linked to a document, or found in one. */
    readonly traced: number;
    /** Neither, and no person vouches for them. */
    readonly unsourced: number;
    readonly verified: number;
    readonly open: number;
  };
}

/** Makes the sheet. Never throws; an article without quotations and claims has one without rows. */
export function factSheet(input: FactSheetInput): FactSheet {
  const rows = rowsOf(input, passagesOf(input.article));
  return { title: titleOf(input), rows, lost: lostOf(input.annotations), totals: totalsOf(rows) };
}

/** The rows of the sheet, and those of statements in the writer's own words; in text order. Never throws. */
export function allFacts(input: FactSheetInput): readonly FactRow[] {
  return rowsOf(input, [...passagesOf(input.article), ...statementsOf(input.article)]);
}

function titleOf({ article, id, nameOf }: FactSheetInput): string {
  const headline = article.blocks.find(({ kind }) => kind === 'headline');
  const words = headline
    ? textOf(article.text, headline.span)
        .replace(/^#+\s*/, '')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
  return words || nameOf(id);
}

function lostOf(annotations: readonly AnchoredAnnotation[]): LostAnnotation[] {
  return annotations.flatMap(({ state, annotation: { id, quote, verdict, source, note } }) =>
    state === 'ambiguous' || state === 'orphan'
      ? [{ id, passage: quote.exact, why: state, verdict, source, note }]
      : [],
  );
}

function totalsOf(rows: readonly FactRow[]): FactSheet['totals'] {
  const count = (test: (row: FactRow) => boolean): number => rows.filter(test).length;
  return {
    facts: rows.length,
    attributed: count(({ speaker }) => speaker !== null),
    traced: count(({ source }) => source !== null),
    unsourced: count(
      ({ speaker, source, verdict }) =>
        speaker === null && source === null && verdict !== 'verified' && verdict !== 'dismissed',
    ),
    verified: count(({ verdict, changedSinceChecked }) => verdict === 'verified' && !changedSinceChecked),
    open: count(
      ({ verdict, changedSinceChecked }) =>
        (verdict !== 'verified' && verdict !== 'dismissed') || changedSinceChecked,
    ),
  };
}
