/** An open document as an article: its facts, kept for the text they were found in, and its warnings. */
import { analyzeArticle } from '../analysis/analyze.ts';
import { BlockCache } from '../analysis/blockCache.ts';
import type { Article, ArticleFormat } from '../analysis/facts.ts';
import type { CheckDecision } from '../features/readsLikeArticle.ts';
import { decide } from '../features/readsLikeArticle.ts';
import type { Shown } from '../features/whileTyping.ts';
import { moveShown } from '../features/whileTyping.ts';
import type { Finding } from '../rules/rule.ts';
import type { Mark } from '../text/marks.ts';
import { findMarks, maskMarks } from '../text/marks.ts';
import { mapSpan } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { DocumentChange, OpenDocument } from './documents.ts';
import { formatOf } from './sourceFiles.ts';
import { fileNameOf } from './uri.ts';

/** A line longer than this is data, not prose; reading it would keep the writer waiting. */
const MAX_LINE_LENGTH = 250_000;

export class OpenArticle {
  /** The warnings of the text last checked, and whether it is checked at all. */
  findings: readonly Finding[] = [];
  decision: CheckDecision = decide(false, 'empty');
  /** What the writer sees now, in the text as it is now. */
  shown: readonly Shown[] = [];
  /** A check was asked for that has not been made: on opening, on saving, by command. */
  checkWanted = false;
  wasChecked = false;
  /** Where the writer is typing; null when they have paused. */
  caret: number | null = null;
  /** Stops the wait for the pause. */
  stopWaiting: (() => void) | undefined;

  readonly #cache = new BlockCache();
  #facts: { text: string; article: Article; marks: readonly Mark[] } | undefined;

  /** @param maxLength how long a text may be, in code units, by the settings of now */
  constructor(
    public document: OpenDocument,
    private readonly maxLength: () => number,
  ) {}

  /** Whether the text is one that can be read at all; one that is not has no facts. */
  get isReadable(): boolean {
    return isReadable(this.document, this.maxLength());
  }

  get format(): ArticleFormat {
    return formatOf(fileNameOf(this.document.id), this.document.languageId);
  }

  /** The facts of the text as it is now. */
  get article(): Article {
    return this.#current().article;
  }

  get marks(): readonly Mark[] {
    return this.#current().marks;
  }

  /** Takes the document after a change, and moves along what is shown in it. */
  change({ document, replacements }: DocumentChange): void {
    this.document = document;
    if (!replacements) {
      this.findings = [];
      this.shown = [];
      this.caret = null;
      return;
    }
    for (const { removed, inserted } of replacements) {
      const edit = { span: removed, newText: ' '.repeat(inserted) };
      this.shown = moveShown(this.shown, edit);
      this.findings = this.findings.flatMap((finding) => {
        const span = mapSpan(finding.span, [edit]);
        return span ? [{ ...finding, span }] : [];
      });
      this.caret = removed.start + inserted;
    }
  }

  /** The sentence being typed; null when nobody is typing. */
  get sentenceBeingTyped(): Span | null {
    const { caret } = this;
    if (caret === null) return null;
    const { sentences, blocks } = this.article;
    const sentence = sentences.find(({ span }) => touches(span, caret));
    const block = blocks.find(({ span }) => touches(span, caret));
    return sentence?.span ?? block?.span ?? { start: caret, end: caret };
  }

  #current(): { article: Article; marks: readonly Mark[] } {
    const { text } = this.document.lines;
    if (this.#facts?.text !== text) {
      const readable = this.isReadable;
      const { format } = this;
      const marks = readable ? findMarks(text, format) : [];
      const masked = readable ? maskMarks(text, format, marks) : '';
      const article = analyzeArticle(masked, { format, cache: this.#cache });
      this.#facts = { text, article, marks };
    }
    return this.#facts;
  }
}

/** Whether neither the text nor one of its lines is longer than an article's can be. */
export function isReadable({ lines }: OpenDocument, maxLength: number): boolean {
  const { starts, text } = lines;
  if (text.length > maxLength) return false;
  if (text.length <= MAX_LINE_LENGTH) return true;
  return starts.every((start, i) => (starts[i + 1] ?? text.length) - start <= MAX_LINE_LENGTH);
}
