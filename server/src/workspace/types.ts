/** What is known across articles. Spans belong to the text of the article named beside them. */
import type { Article, ArticleFormat } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { Allowance, WordChange } from './verdict/difference/wordDifference.ts';

/** Names an article of the workspace: its URI as the client spells it. The core never takes it apart. */
export type ArticleId = string;

export interface ArticleInput {
  readonly id: ArticleId;
  /**
   * The text people see: for a web page or subtitles what was extracted from it, else the file's text. It may be made
   * only when it is first asked for, and so may the metadata.
   */
  readonly text: string;
  /** The `contentHash` of the text, where that is known without making it. */
  readonly contentHash?: string;
  readonly format: ArticleFormat;
  /** Whether it lies under the `attest.sources` globs; those are ranked first. */
  readonly isSource: boolean;
  readonly metadata: SourceMetadata;
}

/** From YAML front matter or a page's metadata; every field is what the file says, untrusted. */
export interface SourceMetadata {
  readonly title?: string;
  readonly author?: string;
  readonly speaker?: string;
  readonly publisher?: string;
  /** ISO 8601 date. */
  readonly date?: string;
  readonly url?: string;
  /** Short name used in `[source: ID]` marks. */
  readonly id?: string;
}

export type Verdict = 'verbatim' | 'cleaned' | 'trimmed' | 'altered' | 'paraphrase' | 'ambiguous';

export type { Allowance, ChangeKind, WordChange } from './verdict/difference/wordDifference.ts';

/** A passage in another article that says the same. */
export interface Counterpart {
  readonly id: ArticleId;
  /** The whole passage in the other article: the quotation with its marks where it is quoted there. */
  readonly span: Span;
  /** The stretches that matched, in the order of the asked passage: more than one around an ellipsis. */
  readonly fragments: readonly Span[];
  readonly verdict: Verdict;
  readonly changes: readonly WordChange[];
  readonly allowances: readonly Allowance[];
  /** 0 to 1: share of the passage's words (by weight) found in order. Locates; never judges. */
  readonly likeness: number;
  /** Fragments joined by an ellipsis that stand far apart in the other article. */
  readonly farApart: boolean;
}

/** The articles of the workspace and what connects them. Synchronous; updates cost by the size of the article. */
export interface Workspace {
  /** Adds an article or replaces its text. */
  set(input: ArticleInput): void;
  delete(id: ArticleId): void;
  has(id: ArticleId): boolean;
  ids(): readonly ArticleId[];
  input(id: ArticleId): ArticleInput | undefined;
  /** The article's facts, analysed on first use and kept for the most recently used articles. */
  article(id: ArticleId): Article | undefined;
  /** The same in steps. Undefined as well when the article has changed before they were taken. */
  articleInSteps(id: ArticleId): Steps<Article | undefined>;
  /** The same where they are kept; undefined where they would have to be found first. */
  knownArticle(id: ArticleId): Article | undefined;
  /** Keeps the facts that an editor has found already, if they are those of the article's present text. */
  know(id: ArticleId, article: Article): void;
  /**
   * Where else the passage stands, best first: at most `limit` (default 5). The passage may be a quotation, the content
   * of an attribution, or any selection. Never returns a passage of `id` itself.
   */
  counterparts(id: ArticleId, passage: Span, limit?: number): readonly Counterpart[];
  /**
   * Where other articles use these words close together, in any order, best first: at most `limit` (default 8). For
   * facts that are worded freely, such as figures. At least half of the words have to be there.
   */
  placesOf(id: ArticleId, words: readonly string[], limit?: number): readonly Place[];
  /**
   * Where other articles have these words in this order, one after the other: at most `limit` (default 8), those under
   * the `attest.sources` globs first. Empty where every one of the words is too common to lead anywhere.
   */
  runsOf(id: ArticleId, words: readonly string[], limit?: number): readonly Place[];
  /** Changes with every update, for caches built on the workspace. */
  readonly version: number;
}

/** A stretch of an article. */
export interface Place {
  readonly id: ArticleId;
  readonly span: Span;
}

/** A workspace that can be put away and taken up again. */
export interface PersistentWorkspace extends Workspace {
  /**
   * The index of all articles, as bytes in pieces; joined, they are to be handed to `restore` in another session. Throws
   * a `WorkspaceChanged` when the workspace has changed before all pieces are taken.
   */
  snapshot(): Iterable<Uint8Array>;
  /**
   * Takes a snapshot up, and its bytes with it: articles need not be indexed again where the snapshot has the same
   * contents. False for a foreign snapshot or one with a damaged list of articles, which is left aside.
   */
  restore(snapshot: Uint8Array): boolean;
  /**
   * Looks through the snapshot that was taken up, and indexes all articles again where it proves to be damaged. Done in
   * one go before anything is searched, if it has not been done until then.
   */
  checkSnapshot(): Steps<void>;
  /**
   * Forgets the snapshot; to be called when all articles are set. Returns how many articles it could not give since the
   * last call: whether a new one is worth keeping.
   */
  forgetSnapshot(): number;
}

/** What was begun with the articles as they were cannot be finished. */
export class WorkspaceChanged extends Error {
  constructor() {
    super('articles have changed meanwhile');
  }
}
