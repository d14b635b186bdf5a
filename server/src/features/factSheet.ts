/**
 * The fact sheet of an article: every quotation and claim with who says it, where it comes from, and what a person has
 * found out about it. A checker works through it; an editor signs it.
 */
import type { Article, BlockKind } from '../analysis/facts.ts';
import { PROSE_KINDS } from '../analysis/facts.ts';
import type { AnchoredAnnotation, AnnotationVerdict } from '../annotations/annotation.ts';
import type { Coverage } from '../annotations/coverage.ts';
import { coverage } from '../annotations/coverage.ts';
import { parseTarget } from '../annotations/targets.ts';
import { FUNCTION_WORDS } from '../language/en/functionWords.ts';
import { KnownSources } from '../rules/knownSources.ts';
import type { Finding } from '../rules/rule.ts';
import { comparisonWords } from '../text/comparison.ts';
import { lastStartingBefore } from '../text/cover.ts';
import { linesOf } from '../text/lines.ts';
import { Overlapping } from '../text/overlapping.ts';
import type { Span } from '../text/span.ts';
import { hull, textOf } from '../text/span.ts';
import type { ArticleId, Counterpart } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';
import { speakerOf } from './speakerNames.ts';
import { VERDICTS } from './wording.ts';

export type FactSheetInput = Pick<
  FeatureContext,
  | 'id'
  | 'article'
  | 'text'
  | 'marks'
  | 'annotations'
  | 'workspace'
  | 'findings'
  | 'nameOf'
  | 'folders'
  | 'say'
> &
  Partial<Pick<FeatureContext, 'locatorOf'>>;

export interface FactRow {
  /** A `statement` is what somebody is given for in the writer's words. */
  readonly kind: 'quotation' | 'claim' | 'statement';
  readonly span: Span;
  /** Counted from 1, as a reader counts them: no headings, bylines or captions. Null in a heading. */
  readonly paragraph: number | null;
  readonly line: number;
  readonly passage: string;
  readonly speaker: string | null;
  /**
   * Where it comes from, for people: the document somebody linked, else that of the nearest counterpart, with the line
   * where the words stand there.
   */
  readonly source: string | null;
  /** The same without the line. */
  readonly document: string | null;
  /** The TARGET alone; null where nobody linked one. */
  readonly target: string | null;
  /** The nearest counterpart, in the document somebody linked if it has one; null where none was found. */
  readonly counterpart: Counterpart | null;
  /** How the passage compares with its counterpart; null where none was found. */
  readonly comparison: string | null;
  readonly verdict: AnnotationVerdict | null;
  /** Whether the words were edited after somebody had checked them. */
  readonly changedSinceChecked: boolean;
  readonly note: string | null;
  /** The ids of its annotations. */
  readonly annotations: readonly string[];
  /** The messages of warnings; with the place that one is about where `source` is another document. */
  readonly warnings: readonly string[];
}

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

function rowsOf(input: FactSheetInput, facts: readonly Fact[]): FactRow[] {
  const { article } = input;
  const lines = linesOf(input.text);
  const paragraphs = paragraphsOf(article);
  const known: Known = {
    covered: new Overlapping(
      coverage(article, input.text, input.marks, input.annotations),
      ({ span }) => span,
    ),
    annotations: new Overlapping(input.annotations, ({ span }) => span),
    findings: new Overlapping(input.findings, ({ span }) => span),
    articleOf: articlesOf(input),
  };
  return [...facts]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .map((fact) =>
      rowOf(input, fact, known, {
        paragraph: paragraphAt(paragraphs, fact.span),
        line: lastStartingBefore(lines, fact.span.end) + 1,
      }),
    );
}

/** What is known about stretches of the article. */
interface Known {
  readonly covered: Overlapping<Coverage>;
  readonly annotations: Overlapping<AnchoredAnnotation>;
  readonly findings: Overlapping<Finding>;
  /** The article of the workspace that a TARGET means; undefined for none. */
  readonly articleOf: (target: string) => ArticleId | undefined;
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

/** What is said without quotation marks of its own; full quotations beside it are facts themselves. */
function statementsOf({ text, attributions, quotations }: Article): Fact[] {
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

/** Where the quotations and claims of an article stand. */
export function factPassages(article: Article): readonly Span[] {
  return passagesOf(article).map(({ span }) => span);
}

const PARAGRAPHS: ReadonlySet<BlockKind> = new Set<BlockKind>(
  [...PROSE_KINDS].filter((kind) => kind !== 'headline' && kind !== 'heading'),
);

function paragraphsOf({ blocks }: Article): Span[] {
  return blocks.filter(({ kind }) => PARAGRAPHS.has(kind)).map(({ span }) => span);
}

/** The number of the paragraph in which a passage ends; null outside them. */
function paragraphAt(paragraphs: readonly Span[], { end }: Span): number | null {
  const index = lastStartingBefore(paragraphs, end);
  return index >= 0 && end <= paragraphs[index]!.end ? index + 1 : null;
}

function rowOf(
  input: FactSheetInput,
  { kind, span, attribution }: Fact,
  known: Known,
  place: Pick<FactRow, 'paragraph' | 'line'>,
): FactRow {
  const { article } = input;
  const own = known.covered.with(span);
  const notes = known.annotations.with(span);
  const given = attribution === null ? null : speakerOf(input, article.attributions[attribution]!);
  const linked = newest(own, ({ target }) => target);
  const counterparts = input.workspace.counterparts(input.id, span);
  const named = linked === null ? undefined : known.articleOf(linked);
  const counterpart = counterparts.find(({ id }) => id === named) ?? counterparts[0] ?? null;
  const document = documentOf(input, linked, named, counterpart);
  return {
    kind,
    span,
    ...place,
    passage: textOf(input.text, span).replace(/\s+/g, ' ').trim(),
    speaker: newest(own, ({ speaker }) => speaker) ?? given,
    source:
      counterpart && (linked === null || counterpart.id === named) ? placeOf(input, counterpart) : document,
    document,
    target: linked,
    counterpart,
    comparison: counterpart && input.say(VERDICTS[counterpart.verdict]),
    verdict: newest(own, ({ verdict }) => verdict),
    changedSinceChecked: notes.findLast(({ annotation }) => annotation.verdict !== null)?.state === 'changed',
    note: newest(notes, ({ annotation }) => annotation.note ?? annotation.dismissal?.reason ?? null),
    annotations: notes.map(({ annotation }) => annotation.id),
    warnings: known.findings.with(span).map((finding) => warningOf(input, finding, counterpart)),
  };
}

function warningOf(
  input: FactSheetInput,
  { message, related }: Finding,
  counterpart: Counterpart | null,
): string {
  const there = related.find(({ id }) => id !== input.id && id !== counterpart?.id);
  return there ? input.say('{0} ({1})', message, placeOf(input, there)) : message;
}

/** What was recorded last holds: whoever marks a passage again has changed their mind. Annotations stand in that order. */
function newest<T, V>(items: readonly T[], value: (item: T) => V | null): V | null {
  for (const item of items.toReversed()) {
    const found = value(item);
    if (found !== null) return found;
  }
  return null;
}

/** The names of all articles are read only where somebody has linked one. */
function articlesOf({ id, folders, workspace }: FactSheetInput): Known['articleOf'] {
  let sources: KnownSources | undefined;
  return (written) => {
    const target = parseTarget(written);
    if (!target) return undefined;
    sources ??= new KnownSources(id, folders, workspace);
    const found = sources.find(target);
    return found.kind === 'article' ? found.id : undefined;
  };
}

/** `interview.txt`; a TARGET that is no article of the workspace as it is written. */
function documentOf(
  { nameOf }: FactSheetInput,
  linked: string | null,
  named: ArticleId | undefined,
  counterpart: Counterpart | null,
): string | null {
  if (linked === null) return counterpart && nameOf(counterpart.id);
  return named === undefined ? linked : nameOf(named);
}

/** `interview.txt, line 14`, `hearing.vtt, 00:12:04` */
function placeOf(
  { workspace, nameOf, locatorOf, say }: FactSheetInput,
  { id, span, fragments = [] }: Pick<Counterpart, 'id' | 'span'> & Partial<Pick<Counterpart, 'fragments'>>,
): string {
  const time = locatorOf?.({ id, span: fragments[0] ?? span }) ?? null;
  if (time !== null) return `${nameOf(id)}, ${time}`;
  const text = workspace.input(id)?.text ?? '';
  return say('{0}, line {1}', nameOf(id), lastStartingBefore(linesOf(text), span.start + 1) + 1);
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
