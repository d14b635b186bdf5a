/** The article as it goes out: without the marks of those who wrote and checked it, and without a trace of them. */
import type { TextEdit } from '../text/edits.ts';
import { applyEdits } from '../text/edits.ts';
import type { Mark, MarkFormat } from '../text/marks.ts';
import { findMarks } from '../text/marks.ts';
import { textOf } from '../text/span.ts';
import { footnoteTargets } from './coverage.ts';
import { isDismissal } from './dismissals.ts';
import { withoutTrace } from './removal.ts';
import { isNoteForReaders } from './targets.ts';

/** Taking a mark away may join what stood around it to another one: `[[CQ]TK]`. */
const MOST_PASSES = 10;

/** The text without marks: no blank too many, none before a comma, no empty line left behind. Never throws. */
export function cleanCopy(text: string, format: MarkFormat): string {
  let clean = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const edits = cleaningEdits(clean, format);
    if (edits.length === 0) break;
    clean = applyEdits(clean, edits);
  }
  return clean;
}

/**
 * The edits that take the marks out. Footnotes go when they name a source and nothing else, or a file of the newsroom; a
 * footnote in words is the reader's, also one with a web address in it. Of comments only dismissals go.
 */
export function cleaningEdits(text: string, format: MarkFormat): TextEdit[] {
  const marks = findMarks(text, format);
  const targets = footnoteTargets(text, marks);
  return removingEdits(
    text,
    marks.filter((mark) => leaves(text, mark, targets)),
    format,
  );
}

/** The edits that take some of a text's marks out, in their order, with the blanks and lines that only they needed. */
export function removingEdits(text: string, marks: readonly Mark[], format: MarkFormat): TextEdit[] {
  return withoutTrace(text, marks, format).map((span) => ({ span, newText: '' }));
}

function leaves(text: string, { kind, id, content }: Mark, targets: ReadonlyMap<string, string>): boolean {
  switch (kind) {
    case 'footnote':
    case 'definition': {
      const definition = targets.get(id);
      return definition === undefined || !isNoteForReaders(definition);
    }
    case 'comment':
      return isDismissal(textOf(text, content));
    default:
      return true;
  }
}
