/**
 * What was found in other articles for the passages of open ones. Looking a passage up takes a while, and checking an
 * article asks about every quotation after every keystroke; so a passage that has not changed, in surroundings that have
 * not changed, is not looked up again, and a check never waits for a passage it is the first to ask about.
 */
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { ArticleId, ArticleInput, Counterpart, Workspace, WordChange } from '../workspace/types.ts';
import { paragraphAround } from '../workspace/matching/edges.ts';
import { WantedLookups, type LookupEvents } from './wantedLookups.ts';

const DEFAULT_LIMIT = 5;

/** What was found for one passage, with `here` spans counted from the start of the passage. */
interface Found {
  readonly counterparts: readonly Counterpart[];
  /** The state of the other articles it was found in. */
  readonly others: number;
}

interface Wanted {
  readonly id: ArticleId;
  readonly passage: Span;
  readonly limit: number;
}

export class PassageMemory implements Workspace {
  /** By asking article, then by limit and words of the passage. */
  readonly #found = new Map<ArticleId, Map<string, Found>>();
  /** How often each article itself was changed: its own changes do not matter for its own passages. */
  readonly #ownChanges = new Map<ArticleId, number>();
  readonly #wanted: WantedLookups<Wanted>;

  /**
   * The workspace as a check sees it: what is not known yet counts as not found, what may be out of date is taken as it
   * was, and both are looked up soon.
   */
  readonly patient: Workspace;

  constructor(
    private readonly workspace: Workspace,
    events: LookupEvents,
  ) {
    this.#wanted = new WantedLookups((wanted) => this.#lookUpInOneStep(wanted), events);
    this.patient = {
      set: (input) => {
        this.set(input);
      },
      delete: (id) => {
        this.delete(id);
      },
      has: (id) => workspace.has(id),
      ids: () => workspace.ids(),
      input: (id) => workspace.input(id),
      article: (id) => workspace.article(id),
      articleInSteps: (id) => workspace.articleInSteps(id),
      knownArticle: (id) => workspace.knownArticle(id),
      know: (id, article) => {
        workspace.know(id, article);
      },
      counterparts: (id, passage, limit) => this.#known({ id, passage, limit: limit ?? DEFAULT_LIMIT }),
      placesOf: (id, words, limit) => workspace.placesOf(id, words, limit),
      runsOf: (id, words, limit) => workspace.runsOf(id, words, limit),
      get version() {
        return workspace.version;
      },
    };
  }

  get version(): number {
    return this.workspace.version;
  }

  set(input: ArticleInput): void {
    this.#countOwn(input.id, () => {
      this.workspace.set(input);
    });
  }

  delete(id: ArticleId): void {
    this.#countOwn(id, () => {
      this.workspace.delete(id);
    });
  }

  has(id: ArticleId): boolean {
    return this.workspace.has(id);
  }

  ids(): readonly ArticleId[] {
    return this.workspace.ids();
  }

  input(id: ArticleId): ArticleInput | undefined {
    return this.workspace.input(id);
  }

  article(id: ArticleId): ReturnType<Workspace['article']> {
    return this.workspace.article(id);
  }

  articleInSteps(id: ArticleId): ReturnType<Workspace['articleInSteps']> {
    return this.workspace.articleInSteps(id);
  }

  know(...known: Parameters<Workspace['know']>): void {
    this.workspace.know(...known);
  }

  knownArticle(id: ArticleId): ReturnType<Workspace['knownArticle']> {
    return this.workspace.knownArticle(id);
  }

  counterparts(id: ArticleId, passage: Span, limit = DEFAULT_LIMIT): readonly Counterpart[] {
    const asked = { id, passage, limit };
    return movedTo(passage.start, this.#lookUp(asked).counterparts).slice(0, limit);
  }

  placesOf(id: ArticleId, words: readonly string[], limit?: number): ReturnType<Workspace['placesOf']> {
    return this.workspace.placesOf(id, words, limit);
  }

  runsOf(id: ArticleId, words: readonly string[], limit?: number): ReturnType<Workspace['runsOf']> {
    return this.workspace.runsOf(id, words, limit);
  }

  /** Goes on for a moment with looking passages up. Returns whether there is more. */
  readonly step = (): boolean => this.#wanted.step();

  /** When the passages that `patient` was asked about are looked up; undefined for now, where all of them are known. */
  whenKnown(): Promise<void> | undefined {
    return this.#wanted.whenKnown();
  }

  /** Passages asked about at an earlier state of the text are no longer wanted. */
  forgetWanted(id: ArticleId): void {
    this.#wanted.forgetWanted(id);
  }

  /** Forgets all about the passages of an article that was closed. */
  forget(id: ArticleId): void {
    this.#wanted.forget(id);
    this.#found.delete(id);
  }

  /** Keeps only what the article's passages of now were asked about. */
  prune(id: ArticleId, passages: readonly Span[]): void {
    const found = this.#found.get(id);
    if (!found || found.size <= 2 * passages.length + 100) return;
    const text = this.workspace.input(id)?.text ?? '';
    const alive = new Set(passages.map(({ start, end }) => text.slice(start, end)));
    for (const key of found.keys()) if (!alive.has(key.slice(key.indexOf('\n') + 1))) found.delete(key);
  }

  #known(asked: Wanted): readonly Counterpart[] {
    const { id, passage } = asked;
    const key = this.#key(asked);
    const found = this.#found.get(id)?.get(key);
    if (found?.others !== this.othersVersion(id)) this.#wanted.add(key, asked);
    const counterparts = found?.counterparts ?? [];
    const present = counterparts.filter((counterpart) => this.workspace.has(counterpart.id));
    return movedTo(passage.start, present.slice(0, asked.limit));
  }

  *#lookUpInOneStep(asked: Wanted): Steps<void> {
    this.#lookUp(asked);
    yield;
  }

  #lookUp(asked: Wanted): Found {
    const key = this.#key(asked);
    const others = this.othersVersion(asked.id);
    const known = this.#found.get(asked.id)?.get(key);
    if (known?.others === others) return known;
    const counterparts = movedTo(
      -asked.passage.start,
      this.workspace.counterparts(asked.id, asked.passage, sharedLimit(asked)),
    );
    const found: Found = { counterparts, others };
    const ofArticle = this.#found.get(asked.id) ?? new Map<string, Found>();
    this.#found.set(asked.id, ofArticle);
    ofArticle.set(key, found);
    if (JSON.stringify(known?.counterparts ?? []) !== JSON.stringify(counterparts)) {
      this.#wanted.changed(asked.id);
    }
    return found;
  }

  /** The words of the passage and, where the article has them twice, the paragraph, whose names tell who says them. */
  #key({ id, passage, limit }: Wanted): string {
    const text = this.workspace.input(id)?.text ?? '';
    const words = textOf(text, passage);
    const isRepeated = text.indexOf(words) !== text.lastIndexOf(words);
    const paragraph = isRepeated ? textOf(text, paragraphAround(text, passage)) : '';
    return `${sharedLimit({ limit })} ${paragraph}\n${words}`;
  }

  /** Changes exactly when an article other than `id` does. */
  othersVersion(id: ArticleId): number {
    return this.workspace.version - (this.#ownChanges.get(id) ?? 0);
  }

  #countOwn(id: ArticleId, change: () => void): void {
    const before = this.workspace.version;
    change();
    this.#ownChanges.set(id, (this.#ownChanges.get(id) ?? 0) + this.workspace.version - before);
  }
}

/** Whoever asks for a few is given the first of what others ask for: a passage is looked up once. */
function sharedLimit({ limit }: Pick<Wanted, 'limit'>): number {
  return Math.max(limit, DEFAULT_LIMIT);
}

function movedTo(by: number, counterparts: readonly Counterpart[]): readonly Counterpart[] {
  if (by === 0) return counterparts;
  return counterparts.map((counterpart) => ({
    ...counterpart,
    changes: counterpart.changes.map((change: WordChange) => ({
      ...change,
      here: { start: change.here.start + by, end: change.here.end + by },
    })),
  }));
}
