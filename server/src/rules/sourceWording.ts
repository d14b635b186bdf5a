/**
 * The one change that Attest makes inside quotation marks, and only when asked: back to the words of the source. What
 * the writer put there openly, brackets and ellipses, stays.
 */
import type { Quotation } from '../analysis/facts.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { contains, textOf } from '../text/span.ts';
import type { Counterpart, WordChange } from '../workspace/types.ts';

const OPENING = /^["“”„«»‘‚']/;

/** Edits after which the quotation has the counterpart's words. */
export function sourceWording(
  here: string,
  quotation: Quotation,
  there: string,
  counterpart: Counterpart,
): TextEdit[] {
  const mark = here[quotation.span.start] ?? '';
  const changes = counterpart.changes.filter(({ here: span }) => contains(quotation.inner, span));
  if (changes.length < counterpart.changes.length || changes.some(({ kind }) => kind === 'moved')) {
    return [{ span: quotation.inner, newText: nested(mark, wholeWording(there, counterpart)) }];
  }
  return changes.map((change) =>
    wordEdit(here, quotation.inner, change, nested(mark, textOf(there, change.there))),
  );
}

/** Fragments joined by ellipses, without the marks that the other article put around them. */
function wholeWording(there: string, { span, fragments }: Counterpart): string {
  const parts = fragments.length > 0 ? fragments : [span];
  return parts
    .map((part) => {
      const words = textOf(there, part).replace(/\s+/g, ' ').trim();
      return OPENING.test(words) ? words.replace(OPENING, '').replace(/["”“»«’‘']$/, '') : words;
    })
    .join(' … ');
}

/** Replaces, takes out or puts in whole words, with one blank on each side where words meet. */
function wordEdit(here: string, inner: Span, { here: span }: WordChange, words: string): TextEdit {
  const newText = words.replace(/\s+/g, ' ').trim();
  let { start, end } = span;
  if (newText === '') {
    // With the blank before it, or at the start of the quotation the blank after it.
    if (start > inner.start && /\s/.test(here[start - 1]!)) start--;
    else while (end < inner.end && /\s/.test(here[end]!)) end++;
    return { span: { start, end }, newText: '' };
  }
  if (start < end) return { span: { start, end }, newText };
  return { span: { start, end }, newText: spaced(here, inner, start, newText) };
}

function spaced(here: string, inner: Span, at: number, words: string): string {
  const before = at > inner.start && !/[\s([“‘"—–-]/.test(here[at - 1]!) ? ' ' : '';
  const after = at < inner.end && /[\p{L}\p{N}([“‘]/u.test(here[at]!) ? ' ' : '';
  return before + words + after;
}

/** Quotation marks inside must differ from those around: double ones become single and the other way round. */
function nested(mark: string, words: string): string {
  if (mark === '"') return words.replace(/["“”]/g, "'");
  if (mark === '“' || mark === '”' || mark === '„') {
    return words
      .replace(/“/g, '‘')
      .replace(/”/g, '’')
      .replace(/(^|[\s([])"/g, '$1‘')
      .replace(/"/g, '’');
  }
  if (mark === '‘' || mark === "'") {
    return words.replace(/(^|[\s([])‘/g, '$1“').replace(/’(?=$|[\s.,;:!?)\]])(?<!s’)/g, '”');
  }
  return words;
}

/** Edits that put an ellipsis wherever words were left out, in the form the article uses; null where none were. */
export function omissionMarked(here: string, changes: readonly WordChange[]): TextEdit[] | null {
  const omissions = changes.filter(({ kind, here: span }) => kind === 'removed' && span.start === span.end);
  if (omissions.length === 0 || omissions.length < changes.length) return null;
  const dots = here.includes('…') || !here.includes('...') ? '…' : '...';
  return omissions.map(({ here: { start } }) => {
    const before = /\s/.test(here[start - 1] ?? ' ') ? '' : ' ';
    const after = /[\s.,;:!?”"’]/.test(here[start] ?? ' ') ? '' : ' ';
    return { span: { start, end: start }, newText: before + dots + after };
  });
}
