/**
 * The fact sheet of an article: every quotation and claim with who says it, where it comes from, and what a person has
 * found out about it. A checker works through it; an editor signs it.
 */
import type { Article } from '../analysis/facts.ts';
import type { AnchoredAnnotation, AnnotationVerdict } from '../annotations/annotation.ts';
import type { Coverage } from '../annotations/coverage.ts';
import { coverage } from '../annotations/coverage.ts';
import type { Finding } from '../rules/rule.ts';
import { lastStartingBefore } from '../text/cover.ts';
import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { overlaps, textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { speakerOf } from './speakerNames.ts';
import { VERDICTS } from './wording.ts';

export interface FactSheetInput extends Pick<
  FeatureContext,
  'id' | 'article' | 'text' | 'marks' | 'workspace' | 'findings' | 'nameOf'
> {
  /** From the annotation file, anchored in the text. */
  readonly annotations: readonly AnchoredAnnotation[];
}

export interface FactRow {
  readonly kind: 'quotation' | 'claim';
  /** Counted from 1 over all blocks of the article but furniture. */
  readonly paragraph: number;
  readonly line: number;
  readonly passage: string;
  readonly speaker: string | null;
  /** The TARGET somebody linked, else the nearest counterpart with its line. */
  readonly source: string | null;
  /** How the passage compares with its counterpart; null where none was found. */
  readonly comparison: string | null;
  readonly verdict: AnnotationVerdict | null;
  /** Whether the words were edited after somebody had checked them. */
  readonly changedSinceChecked: boolean;
  readonly note: string | null;
  /** The messages of warnings. */
  readonly warnings: readonly string[];
}

export interface LostAnnotation {
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
    readonly attributed: number;
    readonly sourced: number;
    readonly verified: number;
    readonly open: number;
  };
}

/** Makes the sheet. Never throws; an article without quotations and claims has one without rows. */
export function factSheet(input: FactSheetInput): FactSheet {
  const { article } = input;
  const lines = linesOf(input.text);
  const paragraphs = paragraphStarts(article);
  const covered = coverage(article, input.text, input.marks, input.annotations);
  const rows = passagesOf(article)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((fact) =>
      rowOf(input, fact, covered, {
        paragraph: lastStartingBefore(paragraphs, fact.span.end) + 1,
        line: lastStartingBefore(lines, fact.span.end) + 1,
      }),
    );
  return { title: titleOf(input), rows, lost: lostOf(input.annotations), totals: totalsOf(rows) };
}

interface Fact {
  readonly kind: FactRow['kind'];
  readonly span: Span;
  readonly attribution: number | null;
}

function passagesOf({ quotations, quantities }: Article): Fact[] {
  const spoken = quotations.filter(
    ({ parent, role }) => parent === null && (role === 'speech' || role === 'writing'),
  );
  const claims = quantities.filter(({ exempt }) => exempt === null);
  return [
    ...spoken.map(({ span, attribution }) => ({ kind: 'quotation' as const, span, attribution })),
    ...claims.map(({ span, attribution }) => ({ kind: 'claim' as const, span, attribution })),
  ];
}

function paragraphStarts({ blocks }: Article): Span[] {
  return blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'front-matter').map(({ span }) => span);
}

function rowOf(
  input: FactSheetInput,
  { kind, span, attribution }: Fact,
  covered: readonly Coverage[],
  place: { readonly paragraph: number; readonly line: number },
): FactRow {
  const { article, findings, annotations } = input;
  const own = covered.filter((area) => overlaps(area.span, span));
  const notes = annotations.filter((anchored) => anchored.span && overlaps(anchored.span, span));
  const given = attribution === null ? null : speakerOf(article, article.attributions[attribution]!);
  const linked = first(own, ({ target }) => target);
  const counterpart = counterpartOf(input, span);
  return {
    kind,
    ...place,
    passage: textOf(input.text, span).replace(/\s+/g, ' ').trim(),
    speaker: first(own, ({ speaker }) => speaker) ?? given,
    source: linked ?? counterpart?.source ?? null,
    comparison: counterpart?.comparison ?? null,
    verdict: first(own, ({ verdict }) => verdict),
    changedSinceChecked: notes.some(
      ({ state, annotation }) => state === 'changed' && annotation.verdict !== null,
    ),
    note: first(notes, ({ annotation }) => annotation.note ?? annotation.dismissal?.reason ?? null),
    warnings: findings
      .filter((finding: Finding) => overlaps(finding.span, span))
      .map(({ message }) => message),
  };
}

function first<T, V>(items: readonly T[], value: (item: T) => V | null): V | null {
  for (const item of items) {
    const found = value(item);
    if (found !== null) return found;
  }
  return null;
}

function counterpartOf(
  { id, workspace, nameOf }: FactSheetInput,
  span: Span,
): { source: string; comparison: string } | null {
  const [nearest] = workspace.counterparts(id, span, 1);
  const text = nearest && workspace.input(nearest.id)?.text;
  if (text === undefined) return null;
  const line = lastStartingBefore(linesOf(text), nearest!.span.start + 1) + 1;
  return { source: `${nameOf(nearest!.id)}, line ${line}`, comparison: VERDICTS[nearest!.verdict] };
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
  return annotations.flatMap(({ state, annotation: { quote, verdict, source, note } }) =>
    state === 'ambiguous' || state === 'orphan'
      ? [{ passage: quote.exact, why: state, verdict, source, note }]
      : [],
  );
}

function totalsOf(rows: readonly FactRow[]): FactSheet['totals'] {
  const count = (test: (row: FactRow) => boolean): number => rows.filter(test).length;
  return {
    facts: rows.length,
    attributed: count(({ speaker }) => speaker !== null),
    sourced: count(({ source }) => source !== null),
    verified: count(({ verdict, changedSinceChecked }) => verdict === 'verified' && !changedSinceChecked),
    open: count(
      ({ verdict, changedSinceChecked }) =>
        (verdict !== 'verified' && verdict !== 'dismissed') || changedSinceChecked,
    ),
  };
}
