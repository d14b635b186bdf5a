/**
 * The quotations of one block. `marks.ts` finds the marks, `pairing.ts` tells which belong together, `kinds.ts` what
 * each quotation is. What runs over several paragraphs, and who speaks, is found later, over the whole article.
 */
import { trimSpan } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { span } from '../text/span.ts';
import type { BlockText } from './blockFacts.ts';
import type { Quotation } from './facts.ts';
import { QuotationDescriber } from './quotations/kinds.ts';
import type { Mark } from './quotations/marks.ts';
import { familyOf, findMarks } from './quotations/marks.ts';
import { inlineMarkup } from './quotations/masks.ts';
import type { Pairing } from './quotations/pairing.ts';
import { pairMarks } from './quotations/pairing.ts';
import { reason } from './reasons.ts';

/** Pairs with nothing but blank space between them are no quotations. */
const SPEAKABLE = /[\p{L}\p{N}\p{S}!?…]/u;

/**
 * The quotations of one block, in text order, outer before inner; spans nest or are apart. Offsets and `parent` count
 * from the block's start.
 *
 * `unclosed` is local: no closing mark stands in the block. Such a quotation reaches to the end of the block, or to where
 * the next mark of its form opens another. A closing mark that nothing opened gives a quotation from the block's start, if
 * no other mark stands before it (the opening mark was forgotten, or the paragraph goes on with a quotation). A block
 * quotation is a quotation of kind `block` even without marks, up to a line that only names its source.
 *
 * Linear in the length of the block; never throws.
 */
export function findQuotations(block: BlockText): Quotation[] {
  const found = stretches(block);
  if (block.kind === 'block-quote') addBlockQuotation(block.text, found);
  if (found.length === 0) return [];
  found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return describeAll(block, nested(found));
}

interface Stretch {
  readonly span: Span;
  readonly inner: Span;
  readonly form: 'closed' | 'unclosed' | 'unopened' | 'block';
  readonly openingMark: Span;
}

/** What the marks enclose, in no particular order. */
function stretches({ text, kind }: BlockText): Stretch[] {
  const marks = findMarks(text, inlineMarkup(text));
  if (marks.length === 0) return [];
  const pairing = pairMarks(marks);
  const { pairs, unclosed, unopened } = pairing;
  const limits = reaches(text, marks, pairing);
  const found: Stretch[] = [];
  for (const { open, close } of pairs) {
    const [opening, closing] = [marks[open]!, marks[close]!];
    const inner = span(opening.end, closing.start);
    if (!SPEAKABLE.test(text.slice(inner.start, inner.end))) continue;
    found.push({ span: span(opening.start, closing.end), inner, form: 'closed', openingMark: opening });
  }
  for (const index of unclosed) {
    const stretch = unclosedStretch(text, marks[index]!, limits[index]!);
    if (stretch) found.push(stretch);
  }
  // In a transcript the label stands in front, and whole turns are speech anyway.
  const lost = kind === 'turn' ? undefined : unopened[0];
  if (lost !== undefined && found.every(({ span: { start } }) => start > marks[lost]!.start)) {
    const stretch = unopenedStretch(text, marks[lost]!);
    if (stretch) found.push(stretch);
  }
  return found;
}

function unclosedStretch(text: string, mark: Mark, limit: number): Stretch | undefined {
  const { end } = trimSpan(text, span(mark.end, Math.max(mark.end, limit)));
  const inner = span(mark.end, end);
  if (!SPEAKABLE.test(text.slice(inner.start, inner.end))) return undefined;
  return { span: span(mark.start, inner.end), inner, form: 'unclosed', openingMark: mark };
}

/**
 * How far a quotation opened by each mark reaches if it is never closed: to the next opening mark of its form, to the
 * end of the quotation around it, or to the end of the text.
 */
function reaches(text: string, marks: readonly Mark[], { pairs, unclosed }: Pairing): number[] {
  const closingOf = new Map(pairs.map(({ open, close }) => [open, close]));
  const opening = new Set([...closingOf.keys(), ...unclosed]);
  const result: number[] = new Array<number>(marks.length).fill(text.length);
  const next = new Map<string, number>();
  for (let i = marks.length - 1; i >= 0; i--) {
    const { shape, start } = marks[i]!;
    result[i] = next.get(shape) ?? text.length;
    if (opening.has(i)) next.set(shape, start);
  }
  const around: number[] = [];
  marks.forEach((_mark, i) => {
    while (around.length > 0 && around.at(-1)! <= i) around.pop();
    const enclosing = around.at(-1);
    if (enclosing !== undefined) result[i] = Math.min(result[i]!, marks[enclosing]!.start);
    const close = closingOf.get(i);
    if (close !== undefined) around.push(close);
  });
  return result;
}

/** A forgotten opening mark: the closing one must stand behind the punctuation of speech, and close a double pair. */
function unopenedStretch(text: string, mark: Mark): Stretch | undefined {
  if (familyOf(mark.shape) !== 'double' || !/[,.!?…—–-]$/.test(text.slice(0, mark.start))) return undefined;
  const { start } = trimSpan(text, span(0, mark.start));
  const inner = span(start, mark.start);
  if (!/\p{L}.*\s.*\p{L}/su.test(text.slice(start, mark.start))) return undefined;
  return { span: span(start, mark.end), inner, form: 'unopened', openingMark: mark };
}

const SIGNATURE = /(?:^|\n)[ \t>]*(?:[—–―]|--?)[ \t*_]*\p{Lu}[^\n]{0,120}$/u;

/** The quoted paragraph itself, without a last line that names its source. */
function addBlockQuotation(text: string, found: Stretch[]): void {
  const tail = text.slice(-160);
  const signature = SIGNATURE.exec(tail);
  const end = signature ? text.length - tail.length + signature.index : text.length;
  const whole = trimSpan(text, span(0, end));
  if (whole.start >= whole.end) return;
  const same = found.findIndex(({ span: { start, end } }) => start === whole.start && end === whole.end);
  const inner = same === -1 ? whole : found[same]!.inner;
  if (same !== -1) found.splice(same, 1);
  found.push({ span: whole, inner, form: 'block', openingMark: span(whole.start, whole.start + 1) });
}

interface Nested extends Stretch {
  readonly parent: number | null;
}

/** The parent of each stretch; one that would cross another's end is left out. */
function nested(sorted: readonly Stretch[]): Nested[] {
  const result: Nested[] = [];
  const open: number[] = [];
  for (const stretch of sorted) {
    while (open.length > 0 && result[open.at(-1)!]!.span.end <= stretch.span.start) open.pop();
    const parent = open.at(-1) ?? null;
    if (parent !== null && result[parent]!.span.end < stretch.span.end) continue;
    open.push(result.length);
    result.push({ ...stretch, parent });
  }
  return result;
}

function describeAll(block: BlockText, sorted: readonly Nested[]): Quotation[] {
  const describer = new QuotationDescriber(block);
  const quotations: Quotation[] = [];
  /** By parent, the last quotation inside it. */
  const last = new Map<number | null, Quotation>();
  for (const { span, inner, form, openingMark, parent } of sorted) {
    if (form === 'unopened' && !describer.readsAsClause(inner)) continue;
    const described =
      form === 'block'
        ? ({ kind: 'block', role: 'speech', code: 'quotation-block' } as const)
        : describer.describe(span, inner, last.get(parent), parent !== null);
    const code = form === 'unclosed' || form === 'unopened' ? `quotation-${form}` : described.code;
    const quotation: Quotation = {
      span,
      inner,
      kind: form === 'unopened' ? 'direct' : described.kind,
      role: described.role,
      unclosed: form === 'unclosed',
      continues: null,
      parent,
      attribution: null,
      reason: reason(code, { start: openingMark.start, end: openingMark.end }),
    };
    last.set(parent, quotation);
    quotations.push(quotation);
  }
  return quotations;
}
