/**
 * What other articles give for the figures of open ones. To look a figure up, whole articles are read, so it is done
 * once for a figure in its sentence, in the background, and only while nobody is typing; a check takes what is known.
 */
import type { Article } from '../analysis/facts.ts';
import { lastAtOrBefore } from '../text/search.ts';
import { textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { FigureCounterpart } from '../workspace/figures.ts';
import { findFigureCounterpartsInSteps } from '../workspace/figures.ts';
import type { ArticleId } from '../workspace/types.ts';
import type { PassageMemory } from './passageMemory.ts';
import { WantedLookups, type LookupEvents } from './wantedLookups.ts';

interface Found {
  readonly counterparts: readonly FigureCounterpart[];
  /** The state of the other articles they were found in. */
  readonly others: number;
}

interface Wanted {
  readonly id: ArticleId;
  readonly article: Article;
  readonly quantity: number;
}

/** What one check asks. */
export interface FigureLookups {
  /** What is known of the quantity with this index. */
  readonly find: (quantity: number) => readonly FigureCounterpart[];
  /** To be called when the check has come to its end: forgets what it did not ask about. */
  readonly keep: () => void;
}

export interface FigureMemoryEvents extends LookupEvents {
  /** Whether there is time to read other articles. */
  readonly isCalm: () => boolean;
}

export class FigureMemory {
  /** By asking article, then by the words around the figure. */
  readonly #found = new Map<ArticleId, Map<string, Found>>();
  readonly #wanted: WantedLookups<Wanted>;

  constructor(
    private readonly workspace: PassageMemory,
    private readonly events: FigureMemoryEvents,
  ) {
    this.#wanted = new WantedLookups((wanted) => this.#lookUp(wanted), events);
  }

  /** A new check begins: what an earlier one asked about is no longer wanted. */
  lookups(id: ArticleId, article: Article): FigureLookups {
    this.#wanted.forgetWanted(id);
    const known = this.#found.get(id) ?? new Map<string, Found>();
    this.#found.set(id, known);
    const asked = new Set<string>();
    const others = this.workspace.othersVersion(id);
    return {
      find: (quantity) => {
        const key = keyOf(article, quantity);
        asked.add(key);
        const found = known.get(key);
        if (found?.others !== others) this.#wanted.add(key, { id, article, quantity });
        return (found?.counterparts ?? []).filter((counterpart) => this.workspace.has(counterpart.id));
      },
      keep: () => {
        for (const key of known.keys()) if (!asked.has(key)) known.delete(key);
      },
    };
  }

  /** Forgets all about the figures of an article that was closed. */
  forget(id: ArticleId): void {
    this.#wanted.forget(id);
    this.#found.delete(id);
  }

  /** Goes on for a moment with looking figures up. Returns whether there is more and the time for it. */
  readonly step = (): boolean => this.events.isCalm() && this.#wanted.step();

  *#lookUp({ id, article, quantity }: Wanted): Steps<void> {
    const { workspace } = this;
    const others = workspace.othersVersion(id);
    // The facts of the open article are known; read from its text they would cost as much as all the rest.
    const asking = {
      ...workspace.patient,
      article: (other: ArticleId) => (other === id ? article : workspace.article(other)),
    };
    const counterparts = yield* findFigureCounterpartsInSteps(asking, id, quantity);
    const ofArticle = this.#found.get(id);
    const key = keyOf(article, quantity);
    const known = ofArticle?.get(key)?.counterparts ?? [];
    ofArticle?.set(key, { counterparts, others });
    if (JSON.stringify(known) !== JSON.stringify(counterparts)) this.#wanted.changed(id);
  }
}

/** The figure's sentence, and which figure of it is meant. */
function keyOf({ text, sentences, quantities }: Article, index: number): string {
  const { number, unit, concept } = quantities[index]!;
  const before = lastAtOrBefore(sentences, number.start, ({ span }) => span.start);
  const sentence = sentences[before]?.span ?? number;
  const place = `${number.start - sentence.start} ${number.end - sentence.start}`;
  return `${place} ${unit ?? ''} ${concept.join(' ')}\n${textOf(text, sentence)}`;
}
