/**
 * Which stretches of an article a person has already accounted for: by a mark after them or by an annotation. A mark
 * speaks for the part of its sentence that stands before it, back to the mark before.
 */
import type { Article } from '../analysis/facts.ts';
import type { Mark } from '../text/marks.ts';
import { textOf, type Span } from '../text/span.ts';
import type { AnchoredAnnotation, AnnotationVerdict } from './annotation.ts';

export interface Coverage {
  readonly span: Span;
  /** The TARGET it is traced to; null for none. */
  readonly target: string | null;
  readonly verdict: AnnotationVerdict | null;
  readonly speaker: string | null;
  /** What says so. */
  readonly mark: Mark | null;
  readonly annotation: AnchoredAnnotation | null;
}

/**
 * What marks and annotations account for: the marks first, then the annotations in the order given. Annotations whose
 * passage was changed since, cannot be found or is ambiguous account for nothing; a dismissal does not either.
 */
export function coverage(
  article: Article,
  text: string,
  marks: readonly Mark[],
  annotations: readonly AnchoredAnnotation[],
): Coverage[] {
  const covered: Coverage[] = [];
  const definitions = footnoteTargets(text, marks);
  let previous: Mark | null = null;
  let next = 0;
  for (const mark of marks) {
    if (mark.kind !== 'source' && mark.kind !== 'checked' && mark.kind !== 'footnote') continue;
    while (next < article.sentences.length && article.sentences[next]!.span.start < mark.span.start) next++;
    const target = mark.kind === 'footnote' ? definitions.get(mark.id) : textOf(text, mark.content);
    const sentence = article.sentences[next - 1]?.span;
    const last = previous;
    previous = mark;
    if (!sentence || (mark.kind !== 'checked' && !target)) continue;
    if (/\S|\n[ \t\r]*\n/.test(article.text.slice(sentence.end, mark.span.start))) continue;
    const start =
      last && last.span.start > sentence.start
        ? afterMark(article.text, last, mark, sentence)
        : sentence.start;
    covered.push({
      span: { start, end: mark.span.start },
      target: mark.kind === 'checked' ? null : target!,
      verdict: mark.kind === 'checked' ? 'verified' : null,
      speaker: null,
      mark,
      annotation: null,
    });
  }
  for (const anchored of annotations) {
    const { annotation, state, span } = anchored;
    if (state !== 'exact' || !span || annotation.dismissal) continue;
    const { source: target, verdict, speaker } = annotation;
    covered.push({ span, target, verdict, speaker, mark: null, annotation: anchored });
  }
  return covered;
}

/** Two marks side by side speak for the same words. */
function afterMark(masked: string, last: Mark, mark: Mark, sentence: Span): number {
  const between = masked.slice(last.span.end, mark.span.start);
  return between.trim() === '' ? sentence.start : last.span.end;
}

/** Footnote targets by id; the first definition counts, as in Markdown. */
export function footnoteTargets(text: string, marks: readonly Mark[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const mark of marks) {
    if (mark.kind === 'definition' && !targets.has(mark.id)) targets.set(mark.id, textOf(text, mark.content));
  }
  return targets;
}
