/**
 * The articles of the workspace, their passage index, and their facts on demand.
 *
 * An article is indexed when it comes, and analysed only when somebody asks for its facts. One that changes after that
 * is being edited: it is indexed again when a passage of another article is asked about. So a keystroke costs nothing
 * here, and what is found never depends on the order in which articles came or changed.
 */
import { analyzeInSteps } from '../analysis/analyze.ts';
import type { Article } from '../analysis/facts.ts';
import { scanWords } from '../text/comparison.ts';
import { contentHash } from '../text/contentHash.ts';
import { maskMarks } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { finish } from '../text/steps.ts';
import { findCounterparts } from './matching/counterparts.ts';
import { PassageIndex } from './index/passageIndex.ts';
import { encodeSnapshot, openSnapshot } from './index/snapshot.ts';
import type { ArticleId, ArticleInput, Counterpart, PersistentWorkspace, Place } from './types.ts';
import { WorkspaceChanged } from './types.ts';
import { findPlaces } from './places.ts';
import { findRuns } from './runs.ts';

/** Facts are kept for this many articles: those in editors, and those the last passages led to. */
const KEPT_ARTICLES = 48;

export function createWorkspace(): PersistentWorkspace {
  return new IndexedWorkspace();
}

class IndexedWorkspace implements PersistentWorkspace {
  readonly #inputs = new Map<ArticleId, ArticleInput>();
  /**
   * The inputs as they are searched, once that was asked: the writer's marks are blanks, for they are no words of the
   * article.
   */
  readonly #searched = new Map<ArticleId, ArticleInput>();
  /** Only to be entered by `claim` as long as nobody has looked through a kept one: see `#index`. */
  #entered = new PassageIndex();
  /** While nobody has looked through a kept index: what does that, and tells whether it is sound. */
  #lookingThrough: Steps<boolean> | undefined;
  /** Articles that changed since they were indexed: the index still has what they were, for nobody but themselves. */
  readonly #changed = new Set<ArticleId>();
  /** In the order of last use, the latest last. */
  readonly #articles = new Map<ArticleId, Article>();
  #version = 0;
  /** Articles that no kept index had. */
  #scanned = 0;

  get version(): number {
    return this.#version;
  }

  set(input: ArticleInput): void {
    const isNew = !this.#inputs.has(input.id);
    this.#inputs.set(input.id, input);
    this.#searched.delete(input.id);
    this.#articles.delete(input.id);
    this.#version++;
    if (isNew) this.#enter(input);
    else this.#changed.add(input.id);
  }

  delete(id: ArticleId): void {
    if (!this.#inputs.delete(id)) return;
    this.#searched.delete(id);
    this.#index.delete(id);
    this.#changed.delete(id);
    this.#articles.delete(id);
    this.#version++;
  }

  has(id: ArticleId): boolean {
    return this.#inputs.has(id);
  }

  ids(): readonly ArticleId[] {
    return [...this.#inputs.keys()];
  }

  input(id: ArticleId): ArticleInput | undefined {
    return this.#inputs.get(id);
  }

  article(id: ArticleId): Article | undefined {
    return finish(this.articleInSteps(id));
  }

  *articleInSteps(id: ArticleId): Steps<Article | undefined> {
    const input = this.#inputs.get(id);
    if (!input) return undefined;
    const article = this.#articles.get(id) ?? (yield* analyzeInSteps(input.text, { format: input.format }));
    if (this.#inputs.get(id) !== input) return undefined;
    this.#keep(id, article);
    return article;
  }

  know(id: ArticleId, article: Article): void {
    const input = this.#inputs.get(id);
    if (input?.format !== article.format || this.#articles.has(id)) return;
    if (maskMarks(input.text, input.format) === article.text) this.#keep(id, article);
  }

  #keep(id: ArticleId, article: Article): void {
    this.#articles.delete(id);
    this.#articles.set(id, article);
    if (this.#articles.size > KEPT_ARTICLES) this.#articles.delete(this.#articles.keys().next().value!);
  }

  knownArticle(id: ArticleId): Article | undefined {
    return this.#articles.has(id) ? this.article(id) : undefined;
  }

  counterparts(id: ArticleId, passage: Span, limit = 5): readonly Counterpart[] {
    if (!this.has(id)) return [];
    this.#bringUpToDate(id);
    return findCounterparts(
      this.#asSearched(id),
      passage,
      { index: this.#index, inputOf: (other) => this.#asSearched(other) },
      limit,
    );
  }

  placesOf(id: ArticleId, words: readonly string[], limit = 8): readonly Place[] {
    this.#bringUpToDate(id);
    return findPlaces(words, this.#index, id, (other) => this.#inputs.get(other)!.text, limit);
  }

  runsOf(id: ArticleId, words: readonly string[], limit = 8): readonly Place[] {
    this.#bringUpToDate(id);
    return findRuns(words, this.#index, id, (other) => this.#inputs.get(other)!, limit);
  }

  *snapshot(): Generator<Uint8Array> {
    for (const id of this.#changed) this.#index.delete(id);
    const packed = this.#index.pack((id) => indexKey(this.#inputs.get(id)!));
    const version = this.#version;
    for (const piece of encodeSnapshot(packed)) {
      yield piece;
      if (this.#version !== version) throw new WorkspaceChanged();
    }
  }

  restore(snapshot: Uint8Array): boolean {
    const opened = openSnapshot(snapshot);
    if (!opened) return false;
    this.#entered = PassageIndex.unpack(opened.index);
    this.#lookingThrough = opened.isSound();
    for (const [id, input] of this.#inputs) {
      this.#changed.delete(id);
      if (!this.#entered.claim(id, indexKey(input))) this.#changed.add(id);
    }
    return true;
  }

  *checkSnapshot(): Steps<void> {
    const lookingThrough = this.#lookingThrough;
    if (!lookingThrough) return;
    const isSound = yield* lookingThrough;
    // Somebody could not wait, and has taken the steps that were left.
    if (this.#lookingThrough !== lookingThrough) return;
    this.#lookingThrough = undefined;
    if (isSound) return;
    this.#entered = new PassageIndex();
    this.#scanned += this.#inputs.size;
    for (const id of this.#inputs.keys()) this.#changed.add(id);
    for (const id of [...this.#changed]) {
      if (this.#changed.has(id)) this.#indexAgain(id);
      yield;
    }
  }

  forgetSnapshot(): number {
    if (this.#entered.hasUnclaimed) this.#index.dropUnclaimed();
    const scanned = this.#scanned;
    this.#scanned = 0;
    return scanned;
  }

  /** The index, sure to be sound. */
  get #index(): PassageIndex {
    if (this.#lookingThrough) finish(this.checkSnapshot());
    return this.#entered;
  }

  #asSearched(id: ArticleId): ArticleInput {
    let searched = this.#searched.get(id);
    if (!searched) this.#searched.set(id, (searched = withoutMarks(this.#inputs.get(id)!)));
    return searched;
  }

  #enter(input: ArticleInput): void {
    const { id } = input;
    if (this.#entered.hasUnclaimed && this.#entered.claim(id, indexKey(input))) return;
    this.#scanned++;
    this.#indexAgain(id);
  }

  /** Indexes what has changed, apart from the article that asks: it is never searched for its own passages. */
  #bringUpToDate(asking: ArticleId): void {
    for (const id of this.#changed) {
      if (id !== asking) this.#indexAgain(id);
    }
  }

  #indexAgain(id: ArticleId): void {
    this.#index.delete(id);
    this.#index.add(id, scanWords(this.#asSearched(id).text));
    this.#changed.delete(id);
  }
}

/** What the index holds of an article depends on this alone: its text, and where its format finds marks in it. */
function indexKey(input: ArticleInput): string {
  return contentHash(`${input.format} ${input.contentHash ?? contentHash(input.text)}`);
}

function withoutMarks(input: ArticleInput): ArticleInput {
  const { id, format, isSource, metadata } = input;
  const text = maskMarks(input.text, format);
  return text === input.text ? input : { id, text, format, isSource, metadata };
}
