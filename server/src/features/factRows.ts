/** What is known of each fact of an article: who says it, where it comes from, what a person has found out about it. */
import type { Article, BlockKind } from '../analysis/facts.ts';
import { PROSE_KINDS } from '../analysis/facts.ts';
import type { AnchoredAnnotation, AnnotationVerdict } from '../annotations/annotation.ts';
import type { Coverage } from '../annotations/coverage.ts';
import { coverage } from '../annotations/coverage.ts';
import { parseTarget } from '../annotations/targets.ts';
import { KnownSources } from '../rules/knownSources.ts';
import type { Finding } from '../rules/rule.ts';
import { lastStartingBefore } from '../text/cover.ts';
import { linesOf } from '../text/lines.ts';
import { Overlapping } from '../text/overlapping.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { ArticleId, Counterpart } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';
import type { Fact } from './factPassages.ts';
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
  readonly kind: Fact['kind'];
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

/** What is known about stretches of the article. */
interface Known {
  readonly covered: Overlapping<Coverage>;
  readonly annotations: Overlapping<AnchoredAnnotation>;
  readonly findings: Overlapping<Finding>;
  /** The article of the workspace that a TARGET means; undefined for none. */
  readonly articleOf: (target: string) => ArticleId | undefined;
}

/** A row for each of the facts, in text order. Never throws. */
export function rowsOf(input: FactSheetInput, facts: readonly Fact[]): FactRow[] {
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
