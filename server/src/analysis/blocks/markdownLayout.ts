/**
 * The block structure of Markdown, after CommonMark (https://spec.commonmark.org/0.31.2/) with YAML front matter,
 * tables and footnotes, as far as an article needs it: what is prose, what is set off, and what is not read.
 *
 * It differs from CommonMark where a half-written text would lose its prose: an unclosed comment ends at the next
 * blank line, and block quotations are not searched for lists and headings.
 */
import type { Line } from '../../text/lines.ts';
import { linesOf, trimSpan } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { span } from '../../text/span.ts';
import type { BlockKind } from '../facts.ts';
import { reason } from '../reasons.ts';
import { frontMatterLines } from './frontMatter.ts';
import type { Passage } from './passage.ts';

/** Only this much of a line is looked at to tell its structure. */
const OPENING = 400;

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const ATX = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const SETEXT = /^ {0,3}(?:=+|-+)[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}>[ \t]?/;
const LIST = /^[ \t]{0,12}(?:[-+*]|\d{1,9}[.)])(?:[ \t]+(?:\[[ xX]\][ \t]+)?|$)/;
/** Only these lists may follow a paragraph without a blank line: `1984. …` may be the end of a sentence. */
const INTERRUPTING_LIST = /^[ \t]{0,12}(?:[-+*]|1[.)])[ \t]+\S/;
const INDENTED = /^(?: {4}| {0,3}\t)/;
const COMMENT = /^ {0,3}<!--/;
const RAW_ELEMENT = /^ {0,3}<(script|style|pre|textarea)\b/i;
const TAGS_ONLY = /^[ \t]*(?:<\/?[a-z][^<>]*>[ \t]*)+$/i;
const FOOTNOTE = /^ {0,3}\[\^[^\]\s]{1,100}\]:/;
const LINK_DEFINITION = /^ {0,3}\[[^\]^][^\]]{0,200}\]:[ \t]*\S+(?:[ \t]+["'(].*["')])?[ \t]*$/;
const TABLE_DELIMITER = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;
const IMAGE = /^[ \t]*(?:\[?!\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)*\)(?:\]\([^()]*\))?[ \t]*)+$/;
const EMPHASISED_LINE = /^[ \t]*([*_])(?![*_\s]).{0,390}\1[ \t]*$/;

export function markdownLayout(text: string): Passage[] {
  return new MarkdownReader(text).read();
}

/** Reads line by line; every `read…` takes what starts at `this.at` and moves `this.at` behind it. */
class MarkdownReader {
  private readonly lines: readonly Line[];
  private readonly passages: Passage[] = [];
  private at = 0;
  /** Whether an indented paragraph here would continue a list item. */
  private inList = false;
  private noMoreComments = false;

  constructor(private readonly text: string) {
    this.lines = linesOf(text);
  }

  read(): Passage[] {
    this.at = frontMatterLines(this.text, this.lines);
    if (this.at > 0) this.add('front-matter', 'front-matter', 0, this.at);
    while (this.at < this.lines.length) this.readBlock();
    return this.passages;
  }

  private readBlock(): void {
    const line = this.opening(this.at);
    if (this.isBlank(this.at)) this.at++;
    else if (INDENTED.test(line) && !this.inList) this.readIndentedCode();
    else if (FENCE.test(line)) this.readFence(FENCE.exec(line)![1]!);
    else if (COMMENT.test(line)) this.readComment();
    else if (RAW_ELEMENT.test(line)) this.readRawElement(RAW_ELEMENT.exec(line)![1]!);
    else if (ATX.test(line)) this.readHeading(ATX.exec(line)![0]);
    else if (RULE.test(line)) this.readWhile('furniture', 'separator', () => false);
    else if (QUOTE.test(line)) this.readQuote();
    else if (FOOTNOTE.test(line)) this.readFootnote(FOOTNOTE.exec(line)![0]);
    else if (LINK_DEFINITION.test(line)) this.readLinkDefinition();
    else if (LIST.test(line)) this.readListItem(LIST.exec(line)![0]);
    else if (IMAGE.test(line)) this.readImage();
    else if (line.includes('|') && TABLE_DELIMITER.test(this.opening(this.at + 1))) {
      this.readWhile('note', 'note-table', (i) => this.opening(i).includes('|'));
    } else if (TAGS_ONLY.test(line))
      this.readWhile('note', 'note-html', (i) => TAGS_ONLY.test(this.opening(i)));
    else this.readParagraph();
  }

  private readIndentedCode(): void {
    const first = this.at;
    let end = first + 1;
    for (let i = end; i < this.lines.length; i++) {
      if (this.isBlank(i)) continue;
      if (!INDENTED.test(this.opening(i))) break;
      end = i + 1;
    }
    this.at = end;
    this.add('code', 'code-indented', first, end);
  }

  private readFence(fence: string): void {
    const first = this.at;
    const closing = new RegExp(`^ {0,3}${fence[0]!}{${fence.length},}[ \\t]*$`);
    let end = first + 1;
    while (end < this.lines.length && !closing.test(this.opening(end))) end++;
    this.at = Math.min(end + 1, this.lines.length);
    this.add('code', 'code-fence', first, this.at);
  }

  private readComment(): void {
    const first = this.at;
    const { start } = this.lines[first]!;
    const close = this.closingComment(start);
    let end = first;
    while (end < this.lines.length && (close === -1 ? !this.isBlank(end) : this.lines[end]!.start <= close))
      end++;
    const after = close === -1 ? undefined : trimSpan(this.text, span(close + 3, this.lines[end - 1]!.end));
    this.at = end;
    if (!after || after.start >= after.end) this.add('note', 'note-comment', first, end);
    else {
      const comment = trimSpan(this.text, span(start, close + 3));
      this.passages.push({
        span: comment,
        layout: { kind: 'note', reason: reason('note-comment') },
        apart: false,
      });
      this.passages.push({ span: after, layout: undefined, apart: this.isApart(end) });
    }
  }

  /** The next `-->`, or -1; looked for only once when there is none, so that many open comments stay cheap. */
  private closingComment(from: number): number {
    if (this.noMoreComments) return -1;
    const close = this.text.indexOf('-->', from);
    this.noMoreComments = close === -1;
    return close;
  }

  private readRawElement(name: string): void {
    const first = this.at;
    const closing = new RegExp(`</${name}>`, 'i');
    while (this.at < this.lines.length && !closing.test(this.line(this.at))) this.at++;
    this.at = Math.min(this.at + 1, this.lines.length);
    this.add('code', 'code-element', first, this.at);
  }

  private readHeading(mark: string): void {
    const line = this.lines[this.at++]!;
    this.inList = false;
    const whole = trimSpan(this.text, span(line.start + mark.length, line.end));
    const closing = /(?:^|[ \t])#+$/.exec(
      this.text.slice(Math.max(whole.start, whole.end - 20), whole.end),
    )?.[0];
    const content = trimSpan(this.text, span(whole.start, whole.end - (closing?.length ?? 0)));
    if (content.start >= content.end) return;
    const layout = { kind: 'heading', reason: reason('heading-mark') } as const;
    this.passages.push({ span: content, layout, apart: true });
  }

  private readQuote(): void {
    const first = this.at;
    this.inList = false;
    while (this.at < this.lines.length && this.continuesQuote(this.at, first)) this.at++;
    // Blank quoted lines separate the quoted paragraphs.
    let start = first;
    for (let i = first; i <= this.at; i++) {
      const rest = i < this.at ? this.line(i).replace(/^[ \t>]+/, '') : '';
      if (rest.trim() !== '') continue;
      if (i > start) this.addQuoted(start, i);
      start = i + 1;
    }
  }

  private continuesQuote(index: number, first: number): boolean {
    const line = this.opening(index);
    if (QUOTE.test(line)) return true;
    const before = this.opening(index - 1).replace(/^[ \t>]+/, '');
    return index > first && before.trim() !== '' && !this.isBlank(index) && !this.interrupts(index);
  }

  private addQuoted(first: number, end: number): void {
    const mark = /^[ \t]*(?:>[ \t]*)*/.exec(this.opening(first))![0];
    const { start } = this.lines[first]!;
    const content = trimSpan(this.text, span(start + mark.length, this.lines[end - 1]!.end));
    if (content.start >= content.end) return;
    const why = reason('block-quote', trimSpan(this.text, span(start, start + mark.length)));
    this.passages.push({
      span: content,
      layout: { kind: 'block-quote', reason: why },
      apart: this.isApart(end),
    });
  }

  private readFootnote(label: string): void {
    const first = this.at;
    this.at++;
    this.skipContinuation();
    const { start } = this.lines[first]!;
    this.add(
      'note',
      'note-footnote',
      first,
      this.at,
      trimSpan(this.text, span(start, start + label.length - 1)),
    );
  }

  private readLinkDefinition(): void {
    const { start, end } = this.lines[this.at]!;
    const id = trimSpan(this.text, span(start, Math.min(end, this.text.indexOf(']', start) + 1)));
    this.at++;
    this.add('note', 'note-link', this.at - 1, this.at, id);
  }

  private readListItem(mark: string): void {
    const first = this.at;
    this.at++;
    this.skipContinuation(true);
    this.inList = true;
    const { start } = this.lines[first]!;
    const content = trimSpan(this.text, span(start + mark.length, this.lines[this.at - 1]!.end));
    if (content.start >= content.end) return;
    const why = reason('list-marker', trimSpan(this.text, span(start, start + mark.length)));
    this.passages.push({
      span: content,
      layout: { kind: 'list-item', reason: why },
      apart: this.isApart(this.at),
    });
  }

  /** An image, and the emphasised line below it that names it. */
  private readImage(): void {
    const first = this.at;
    this.at++;
    if (this.at < this.lines.length && EMPHASISED_LINE.test(this.opening(this.at))) this.at++;
    this.add('caption', 'caption-image', first, this.at);
  }

  private readParagraph(): void {
    const first = this.at;
    this.at++;
    while (this.at < this.lines.length && !this.isBlank(this.at)) {
      if (SETEXT.test(this.opening(this.at)) && !this.inList) {
        const content = this.spanOf(first, this.at);
        this.at++;
        this.passages.push({
          span: content,
          layout: { kind: 'heading', reason: reason('heading-mark') },
          apart: true,
        });
        return;
      }
      if (this.interrupts(this.at)) break;
      this.at++;
    }
    if (!INDENTED.test(this.opening(first)) && !/^ {2}/.test(this.opening(first))) this.inList = false;
    this.passages.push({
      span: this.spanOf(first, this.at),
      layout: undefined,
      apart: this.isApart(this.at),
    });
  }

  /** Inside a list every further marker is an item, whatever its number. */
  private skipContinuation(inItem = false): void {
    while (this.at < this.lines.length && !this.isBlank(this.at)) {
      if (this.interrupts(this.at) || (inItem && LIST.test(this.opening(this.at)))) return;
      this.at++;
    }
  }

  private readWhile(kind: BlockKind, code: string, more: (index: number) => boolean): void {
    const first = this.at;
    this.at++;
    while (this.at < this.lines.length && !this.isBlank(this.at) && more(this.at)) this.at++;
    this.inList = false;
    this.add(kind, code, first, this.at);
  }

  /** Whether the line starts a block of its own even right behind a paragraph. */
  private interrupts(index: number): boolean {
    const line = this.opening(index);
    return (
      FENCE.test(line) ||
      ATX.test(line) ||
      QUOTE.test(line) ||
      RULE.test(line) ||
      COMMENT.test(line) ||
      FOOTNOTE.test(line) ||
      INTERRUPTING_LIST.test(line)
    );
  }

  private add(kind: BlockKind, code: string, first: number, end: number, ...evidence: readonly Span[]): void {
    const whole = this.spanOf(first, end);
    if (whole.start >= whole.end) return;
    this.passages.push({
      span: whole,
      layout: { kind, reason: reason(code, ...evidence) },
      apart: this.isApart(end),
    });
  }

  private spanOf(first: number, end: number): Span {
    return trimSpan(this.text, span(this.lines[first]!.start, this.lines[end - 1]!.end));
  }

  private isApart(next: number): boolean {
    return next >= this.lines.length || this.isBlank(next);
  }

  private isBlank(index: number): boolean {
    const line = this.lines[index];
    if (!line) return true;
    const { start, end } = trimSpan(this.text, line);
    return start === end;
  }

  private line(index: number): string {
    const line = this.lines[index];
    return line ? this.text.slice(line.start, line.end) : '';
  }

  /** The line's beginning without a byte order mark; empty behind the last line. */
  private opening(index: number): string {
    const line = this.lines[index];
    if (!line) return '';
    const start = this.text.charCodeAt(line.start) === 0xfeff ? line.start + 1 : line.start;
    return this.text.slice(start, Math.min(line.end, start + OPENING));
  }
}
