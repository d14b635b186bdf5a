/**
 * An open document as an article: its facts, kept for the text they were found in, and its warnings.
 *
 * A long text is looked at in two goes while it is being typed: at once around the edit, for warnings that the edit has
 * made go away, and as a whole, in steps, when the writer rests for a moment.
 */
import type { Beginning } from '../analysis/analyze.ts';
import { analyzeBeginningInSteps, analyzeInSteps } from '../analysis/analyze.ts';
import { BlockCache } from '../analysis/blockCache.ts';
import type { Article, ArticleFormat } from '../analysis/facts.ts';
import type { Neighbourhood } from '../analysis/liveBlocks.ts';
import { LiveBlocks } from '../analysis/liveBlocks.ts';
import type { CheckDecision } from '../features/readsLikeArticle.ts';
import { decide } from '../features/readsLikeArticle.ts';
import type { Shown } from '../features/whileTyping.ts';
import {
  moveFindings,
  moveShown,
  sentenceBeingTyped,
  shiftFindings,
  stillHolding,
} from '../features/whileTyping.ts';
import type { Finding } from '../rules/rule.ts';
import type { Mark } from '../text/marks.ts';
import { findMarks, maskMarks } from '../text/marks.ts';
import type { Replacement } from '../text/edits.ts';
import { lastAtOrBefore } from '../text/search.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import type { DocumentChange, OpenDocument } from './documents.ts';
import type { Facts } from './knownFacts.ts';
import { KnownFacts } from './knownFacts.ts';
import { formatOf } from './sourceFiles.ts';
import { fileNameOf } from './uri.ts';

/** From so many code units on, some 4,000 words, a whole analysis at every keystroke would be felt. */
const LONG_TEXT = 24_000;

/** A line longer than this, some 16,000 words, is data, not prose; reading it in one go would keep the writer waiting. */
const MAX_LINE_LENGTH = 100_000;

export class OpenArticle {
  /** The warnings of the text last checked, and whether it is checked at all. */
  findings: readonly Finding[] = [];
  decision: CheckDecision = decide(false, 'empty');
  /** What the writer sees now, in the text as it is now. */
  shown: readonly Shown[] = [];
  /** What was published last. */
  published: { readonly version: number; readonly findings: readonly Finding[] } | undefined;
  /** A check was asked for that has not been made: on opening, on saving, by command. */
  checkWanted = false;
  wasChecked = false;
  /** Where the writer is typing; null when they have paused. */
  caret: number | null = null;
  /** Stops the wait for the pause. */
  stopWaiting: (() => void) | undefined;
  /** Stops the wait for the moment of rest after which a long article is checked as a whole. */
  stopResting: (() => void) | undefined;

  readonly #cache = new BlockCache();
  #facts: Facts | undefined;
  #known: KnownFacts | undefined;
  #isEdited = false;
  /** The analysis of the text as it is now, while it is under way. */
  #analysis: { readonly text: string; readonly steps: Steps<Facts> } | undefined;
  /** The blocks as they were looked at last, and the edits since; undefined when only a whole analysis can tell more. */
  #live: { readonly blocks: LiveBlocks; readonly edits: readonly Replacement[] } | undefined;
  /** What the rules that look nearby say around the block looked at last. */
  #around:
    | { readonly blocks: LiveBlocks; readonly block: number; readonly findings: readonly Finding[] }
    | undefined;

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

  /** Whether checking the whole article at every keystroke would keep the writer waiting. */
  get isLong(): boolean {
    return this.document.lines.text.length > LONG_TEXT;
  }

  /** Whether it was edited, in places that are known, since its facts were found. */
  get isEdited(): boolean {
    return this.#isEdited;
  }

  /** Whether the facts of the text as it is now are known. */
  get isAnalysed(): boolean {
    return this.#facts?.text === this.document.lines.text;
  }

  /**
   * The facts with which a question about the place can be answered without reading a long text again; undefined when the
   * paragraph at the offset has changed since it was read last, or has not been read, or the text is short.
   */
  factsAt(offset: number): Facts | undefined {
    if (this.isAnalysed) return this.#facts;
    return this.isLong ? this.#known?.at(offset, this.document.lines.text) : undefined;
  }

  /** The facts of the text as it is now. */
  get article(): Article {
    return finish(this.analyse()).article;
  }

  get marks(): readonly Mark[] {
    return finish(this.analyse()).marks;
  }

  /** The facts of the text as it is now, in steps. Goes on where an analysis of the same text was left. */
  *analyse(): Steps<Facts> {
    const { text } = this.document.lines;
    if (this.#facts?.text === text) return this.#facts;
    if (this.#analysis?.text !== text) this.#analysis = { text, steps: this.#read(text) };
    const { steps } = this.#analysis;
    // Not by `yield*`, which would end the analysis for good when whoever takes these steps gives up.
    for (;;) {
      if (steps.next().done) return this.#facts!;
      yield;
    }
  }

  /**
   * The first paragraphs of a text of which nothing is known, in steps; undefined for one that cannot be read.
   * @param length in code units
   */
  *readBeginning(length: number): Steps<(Beginning & Pick<Facts, 'marks'>) | undefined> {
    if (!this.isReadable) return undefined;
    const { text } = this.document.lines;
    const { format } = this;
    const marks = findMarks(text, format);
    const masked = maskMarks(text, format, marks);
    const beginning = yield* analyzeBeginningInSteps(masked, { format, cache: this.#cache }, length);
    this.#known = new KnownFacts({ text, marks, article: beginning.article }, beginning.settled);
    return { ...beginning, marks };
  }

  /**
   * Takes the document after a change, and moves along what is shown in it.
   * @param staysOpen whether somebody will look again if the warnings hold; else those that were edited go
   */
  change({ document, replacements }: DocumentChange, staysOpen: boolean): void {
    this.document = document;
    if (!replacements) {
      this.findings = [];
      this.shown = [];
      this.caret = null;
      this.#live = undefined;
      this.#known = undefined;
      this.#isEdited = false;
      return;
    }
    this.#isEdited = true;
    this.#known?.change(replacements);
    for (const edit of replacements) {
      const { removed, inserted } = edit;
      this.shown = moveShown(this.shown, edit);
      const kept = staysOpen ? this.findings : this.findings.filter(({ span }) => !isEditedBy(span, edit));
      this.findings = moveFindings(document.id, kept, edit);
      this.caret = removed.start + inserted;
    }
    if (this.#live) this.#live = { ...this.#live, edits: [...this.#live.edits, ...replacements] };
  }

  /**
   * Leaves out the warnings that the last edits have made go away, as far as the paragraphs around them show it. Takes
   * no longer in a long text than in a short one.
   * @param judge what the rules say of some paragraphs
   */
  lookAround(judge: (paragraphs: Neighbourhood) => readonly Finding[]): void {
    const { document } = this;
    const live = this.#live;
    if (!live || live.edits.length === 0) return;
    const edited = live.blocks.edited(document.lines.text, live.edits, this.#cache);
    this.#live = edited && { blocks: edited.blocks, edits: [] };
    for (const block of edited?.touched ?? []) {
      const before = live.edits.reduce(
        (findings, edit) => moveFindings(document.id, findings, edit),
        this.#findingsAround(live.blocks, block, judge),
      );
      this.findings = stillHolding(this.findings, before, this.#findingsAround(edited!.blocks, block, judge));
    }
  }

  #findingsAround(
    blocks: LiveBlocks,
    block: number,
    judge: (paragraphs: Neighbourhood) => readonly Finding[],
  ): readonly Finding[] {
    const known = this.#around;
    if (known?.blocks === blocks && known.block === block) return known.findings;
    const paragraphs = blocks.around(block);
    const findings = shiftFindings(this.document.id, judge(paragraphs), paragraphs.offset);
    this.#around = { blocks, block, findings };
    return findings;
  }

  /** The sentence being typed; null when nobody is typing. */
  get sentenceBeingTyped(): Span | null {
    const { caret } = this;
    if (caret === null) return null;
    if (this.isLong && !this.isAnalysed) {
      const live = this.#live?.edits.length === 0 ? this.#live.blocks : undefined;
      return live?.sentenceAt(caret) ?? this.#lineAt(caret);
    }
    const { article } = this;
    const block = article.blocks.find(({ span }) => touches(span, caret));
    return sentenceBeingTyped(article, caret) ?? block?.span ?? { start: caret, end: caret };
  }

  #lineAt(offset: number): Span {
    const { starts, text } = this.document.lines;
    const line = lastAtOrBefore(starts, offset, (start) => start);
    return { start: starts[line]!, end: starts[line + 1] ?? text.length };
  }

  *#read(text: string): Steps<Facts> {
    const readable = this.isReadable;
    const { format } = this;
    const marks = readable ? findMarks(text, format) : [];
    const masked = readable ? maskMarks(text, format, marks) : '';
    const article = yield* analyzeInSteps(masked, { format, cache: this.#cache });
    const facts = { text, article, marks };
    this.#facts = facts;
    this.#known = new KnownFacts(facts);
    this.#isEdited = false;
    this.#analysis = undefined;
    const blocks = readable ? LiveBlocks.of(article, text) : undefined;
    this.#live = blocks && { blocks, edits: [] };
    return facts;
  }
}

function isEditedBy(span: Span, { removed }: Replacement): boolean {
  return removed.start < span.end && removed.end > span.start;
}

/** Whether neither the text nor one of its lines is longer than an article's can be. */
export function isReadable({ lines }: OpenDocument, maxLength: number): boolean {
  const { starts, text } = lines;
  if (text.length > maxLength) return false;
  if (text.length <= MAX_LINE_LENGTH) return true;
  return starts.every((start, i) => (starts[i + 1] ?? text.length) - start <= MAX_LINE_LENGTH);
}
