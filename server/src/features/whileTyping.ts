/**
 * Warnings while a sentence is being written. A new warning in it waits until the writer pauses, because half a
 * sentence always lacks something; one that is already shown stays, and one that no longer holds goes at once.
 */
import type { Article } from '../analysis/facts.ts';
import type { Finding } from '../rules/rule.ts';
import type { Replacement } from '../text/edits.ts';
import { grownSpan } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { overlaps, shift, textOf, touchEachOther, touches } from '../text/span.ts';
import type { ArticleId } from '../workspace/types.ts';

/** A warning the writer can see: its rule, and its passage in the text as it is now. */
export interface Shown {
  readonly rule: string;
  readonly span: Span;
}

/** The shown warnings after an edit; one that was edited into keeps its place with what is left around the edit. */
export function moveShown(shown: readonly Shown[], edit: Replacement): Shown[] {
  return shown.map(({ rule, span }) => ({ rule, span: grownSpan(span, edit) }));
}

/** The same of warnings with all they say, for as long as nobody has looked whether they still hold. */
export function moveFindings(id: ArticleId, findings: readonly Finding[], edit: Replacement): Finding[] {
  return findings.map((finding) => placed(id, finding, (span) => grownSpan(span, edit)));
}

/** Warnings of a part of the article that begins at `offset`, with offsets of the whole article. */
export function shiftFindings(id: ArticleId, findings: readonly Finding[], offset: number): Finding[] {
  return findings.map((finding) => placed(id, finding, (span) => shift(span, offset)));
}

function placed(id: ArticleId, finding: Finding, place: (span: Span) => Span): Finding {
  const { span: there, related, fixes } = finding;
  const span = place(there);
  if (span === there && related.length + fixes.length === 0) return finding;
  return {
    ...finding,
    span,
    related: related.map((passage) =>
      passage.id === id ? { ...passage, span: place(passage.span) } : passage,
    ),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span: edited, newText }) => ({ span: place(edited), newText })),
    })),
  };
}

/**
 * The warnings without those that an edit has made go away: the paragraphs around it showed them before, and do not any
 * more. What these paragraphs show of the others is taken as it is now. None is new.
 * @param before what the paragraphs showed before the edit, moved to the text as it is now
 * @param after what they show now
 */
export function stillHolding(
  findings: readonly Finding[],
  before: readonly Finding[],
  after: readonly Finding[],
): Finding[] {
  const held = findings.flatMap((finding) => {
    const now = after.find((other) => isSame(other, finding));
    if (now) return [now];
    return before.some((other) => isSame(other, finding)) ? [] : [finding];
  });
  return [...new Set(held)];
}

/** What closes a quotation at the end of a sentence: who says it may come next. */
const CLOSED_QUOTATION = /["”»’']$/;

/** So many blanks nobody types between two words. */
const MOST_BLANKS = 8;

/**
 * What is being typed at an offset: the sentence around it, also when blanks stand between, because a blank between two
 * words ends no sentence; the one before it, where that ends with a quotation whose speaker may come now; and all of a
 * quotation that is still open. Null in a new paragraph. Never throws.
 */
export function sentenceBeingTyped(
  { text, sentences, quotations }: Pick<Article, 'text' | 'sentences' | 'quotations'>,
  offset: number,
): Span | null {
  const [blanks] = /[^\S\n\r]*$/.exec(text.slice(Math.max(0, offset - MOST_BLANKS), offset))!;
  const around = (span: Span) => touches(span, offset) || touches(span, offset - blanks.length);
  const at = sentences.findIndex(({ span }) => around(span));
  const sentence = sentences[at]?.span;
  if (!sentence) return null;
  const previous = sentences[at - 1]?.span;
  const open = quotations.find(({ span, unclosed }) => unclosed && around(span))?.span;
  const start = Math.min(
    sentence.start,
    previous && mayGoOn(text, previous, sentence) ? previous.start : sentence.start,
    open?.start ?? sentence.start,
  );
  return { start, end: Math.max(sentence.end, offset) };
}

function mayGoOn(text: string, previous: Span, next: Span): boolean {
  return (
    CLOSED_QUOTATION.test(textOf(text, previous)) && !/[\n\r]/.test(text.slice(previous.end, next.start))
  );
}

/** The warnings to show: all but the new ones that touch the sentence being typed. */
export function visibleWhileTyping(
  findings: readonly Finding[],
  shown: readonly Shown[],
  typing: Span | null,
): readonly Finding[] {
  if (!typing) return findings;
  return findings.filter(
    (finding) => !touchEachOther(finding.span, typing) || shown.some((known) => isSame(known, finding)),
  );
}

function isSame(known: Shown, { rule, span }: Finding): boolean {
  return known.rule === rule && overlaps(known.span, span);
}
