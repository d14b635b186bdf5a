/**
 * The facts of other articles that checks ask about. To find them a whole article is analysed, one at a time in the
 * background; a check takes what is known.
 */
import type { Article } from '../analysis/facts.ts';
import type { Steps } from '../text/steps.ts';
import type { ArticleId, Workspace } from '../workspace/types.ts';
import { WantedLookups, type LookupEvents } from './wantedLookups.ts';

interface Wanted {
  /** Who asks. */
  readonly id: ArticleId;
  readonly other: ArticleId;
  readonly tell: (article: Article) => void;
}

export class FactsMemory {
  readonly #wanted: WantedLookups<Wanted>;

  constructor(
    private readonly workspace: Workspace,
    events: LookupEvents,
  ) {
    this.#wanted = new WantedLookups((wanted) => this.#lookUp(wanted), events);
  }

  /** A new check begins: what an earlier one asked about is no longer wanted. */
  lookups(id: ArticleId): (other: ArticleId, tell: (article: Article) => void) => void {
    this.#wanted.forgetWanted(id);
    let asked = 0;
    return (other, tell) => {
      const known = this.workspace.knownArticle(other);
      if (known) tell(known);
      else this.#wanted.add(String(asked++), { id, other, tell });
    };
  }

  /** Forgets what an article that was closed has asked. */
  forget(id: ArticleId): void {
    this.#wanted.forget(id);
  }

  /** Goes on for a moment with finding facts. Returns whether there is more. */
  readonly step = (): boolean => this.#wanted.step();

  *#lookUp({ id, other, tell }: Wanted): Steps<void> {
    const article = yield* this.workspace.articleInSteps(other);
    if (!article) return;
    tell(article);
    this.#wanted.changed(id);
  }
}
