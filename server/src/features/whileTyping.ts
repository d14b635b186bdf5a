/**
 * Warnings while a sentence is being written. A new warning in it waits until the writer pauses, because half a
 * sentence always lacks something; one that is already shown stays, and one that no longer holds goes at once.
 */
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { mapSpan } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { overlaps, touches } from '../text/span.ts';

/** A warning the writer can see: its rule, and its passage in the text as it is now. */
export interface Shown {
  readonly rule: string;
  readonly span: Span;
}

/** The shown warnings after an edit; one that was edited into keeps its place with what is left around the edit. */
export function moveShown(shown: readonly Shown[], edit: TextEdit): Shown[] {
  const grown = edit.newText.length - (edit.span.end - edit.span.start);
  return shown.map(({ rule, span }) => ({
    rule,
    span: mapSpan(span, [edit]) ?? {
      start: Math.min(span.start, edit.span.start),
      end: Math.max(span.end, edit.span.end) + grown,
    },
  }));
}

/** The warnings to show: all but the new ones that touch the sentence being typed. */
export function visibleWhileTyping(
  findings: readonly Finding[],
  shown: readonly Shown[],
  typing: Span | null,
): readonly Finding[] {
  if (!typing) return findings;
  return findings.filter(
    (finding) => !touchesEachOther(finding.span, typing) || shown.some((known) => isSame(known, finding)),
  );
}

function isSame(known: Shown, { rule, span }: Finding): boolean {
  return known.rule === rule && overlaps(known.span, span);
}

function touchesEachOther(a: Span, b: Span): boolean {
  return touches(a, b.start) || touches(b, a.start);
}
