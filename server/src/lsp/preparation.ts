/**
 * What a pointer on a passage of an open article will ask: where else the passage stands, and who says it there. It is
 * looked up while nothing else is to do, for somebody who asks does not like to wait until another article is read; what
 * was asked before it was known comes first, for whoever asks again.
 */
import type { Article } from '../analysis/facts.ts';
import { saidElsewhereInSteps } from '../features/saidElsewhere.ts';
import type { Say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { hull } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { ArticleId, Place, Workspace } from '../workspace/types.ts';
import { takeTurn } from './turn.ts';

export class Preparation {
  readonly #wanted = new Map<ArticleId, Article>();
  #work: { readonly id: ArticleId; readonly steps: Steps<void> } | undefined;
  /** Passages of other articles. */
  readonly #asked: Place[] = [];
  #answering: Steps<unknown> | undefined;

  /** @param now a clock, in milliseconds */
  constructor(
    private readonly workspace: Workspace,
    private readonly now: () => number,
    private readonly say: Say,
  ) {}

  /** The facts of the article as it is now are known: `step` prepares what is asked of them. */
  want(id: ArticleId, article: Article): void {
    this.forget(id);
    this.#wanted.set(id, article);
  }

  /** The article has changed, or was closed. */
  forget(id: ArticleId): void {
    this.#wanted.delete(id);
    if (this.#work?.id === id) this.#work = undefined;
  }

  /** Somebody has asked who says a passage of another article, and nobody knew: `step` finds that out first. */
  ask(place: Place): void {
    this.#asked.push(place);
  }

  /** Goes on for a moment. Returns whether there is more. */
  readonly step = (): boolean => {
    const asked = this.#answering ? undefined : this.#asked.shift();
    if (asked) this.#answering = saidElsewhereInSteps(this.workspace, asked, this.say);
    if (this.#answering) {
      if (takeTurn(this.#answering, this.now)) this.#answering = undefined;
    } else this.#prepareMore();
    const isAnswering = this.#answering !== undefined || this.#asked.length > 0;
    return isAnswering || this.#work !== undefined || this.#wanted.size > 0;
  };

  #prepareMore(): void {
    const [next] = this.#wanted;
    if (!this.#work && next) {
      const [id, article] = next;
      this.#wanted.delete(id);
      this.#work = { id, steps: this.#prepare(id, article) };
    }
    if (this.#work && takeTurn(this.#work.steps, this.now)) this.#work = undefined;
  }

  *#prepare(id: ArticleId, article: Article): Steps<void> {
    for (const passage of passagesOf(article)) {
      const [first] = this.workspace.counterparts(id, passage);
      yield;
      if (first) yield* saidElsewhereInSteps(this.workspace, first, this.say);
    }
  }
}

/** The passages that are looked up when somebody points into them. */
function* passagesOf({ quotations, attributions }: Article): Generator<Span> {
  for (const { span, parent } of quotations) if (parent === null) yield span;
  for (const { content } of attributions) {
    const span = hull(content);
    if (span) yield span;
  }
}
