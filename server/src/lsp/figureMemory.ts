/**
 * What other articles give for the figures of open ones. To look a figure up, whole articles are read, so it is done
 * once for a figure in its sentence, in the background, and only while nobody is typing; a check takes what is known.
 */
import type { Article, Sentence } from '../analysis/facts.ts';
import { textOf } from '../text/span.ts';
import type { FigureCounterpart } from '../workspace/figures.ts';
import { findFigureCounterparts } from '../workspace/figures.ts';
import type { ArticleId } from '../workspace/types.ts';
import type { PassageMemory } from './passageMemory.ts';

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

export interface FigureMemoryEvents {
  /** Whether there is time to read other articles. */
  readonly isCalm: () => boolean;
  /** Something was asked that `step` should look up. */
  readonly wanted: () => void;
  /** Everything wanted is looked up; for these articles something new was found. */
  readonly answered: (ids: readonly ArticleId[]) => void;
}

export class FigureMemory {
  /** By asking article, then by the words around the figure. */
  readonly #found = new Map<ArticleId, Map<string, Found>>();
  readonly #wanted = new Map<string, Wanted>();
  readonly #changedAnswers = new Set<ArticleId>();

  constructor(
    private readonly workspace: PassageMemory,
    private readonly events: FigureMemoryEvents,
  ) {}

  /** A new check begins: what an earlier one asked about is no longer wanted, and what it did not is forgotten. */
  lookups(id: ArticleId, article: Article): (quantity: number) => readonly FigureCounterpart[] {
    this.#forgetWanted(id);
    const before = this.#found.get(id);
    const now = new Map<string, Found>();
    this.#found.set(id, now);
    const others = this.workspace.othersVersion(id);
    return (quantity) => {
      const key = keyOf(article, quantity);
      const found = now.get(key) ?? before?.get(key);
      if (found) now.set(key, found);
      if (found?.others !== others) {
        this.#wanted.set(`${id}\n${key}`, { id, article, quantity });
        this.events.wanted();
      }
      return (found?.counterparts ?? []).filter((counterpart) => this.workspace.has(counterpart.id));
    };
  }

  /** Forgets all about the figures of an article that was closed. */
  forget(id: ArticleId): void {
    this.#forgetWanted(id);
    this.#found.delete(id);
    this.#changedAnswers.delete(id);
  }

  /** Looks one wanted figure up. Returns whether there is another and the time for it. */
  readonly step = (): boolean => {
    if (!this.events.isCalm()) return false;
    const [next] = this.#wanted;
    if (next) {
      const [key, wanted] = next;
      this.#wanted.delete(key);
      this.#lookUp(wanted);
    }
    if (this.#wanted.size > 0) return true;
    const changed = [...this.#changedAnswers];
    this.#changedAnswers.clear();
    if (changed.length > 0) this.events.answered(changed);
    return false;
  };

  #lookUp({ id, article, quantity }: Wanted): void {
    const { workspace } = this;
    const others = workspace.othersVersion(id);
    // The facts of the open article are known; read from its text they would cost as much as all the rest.
    const asking = {
      ...workspace.patient,
      article: (other: ArticleId) => (other === id ? article : workspace.article(other)),
    };
    const counterparts = findFigureCounterparts(asking, id, quantity);
    const ofArticle = this.#found.get(id);
    const key = keyOf(article, quantity);
    const known = ofArticle?.get(key)?.counterparts ?? [];
    ofArticle?.set(key, { counterparts, others });
    if (JSON.stringify(known) !== JSON.stringify(counterparts)) this.#changedAnswers.add(id);
  }

  #forgetWanted(id: ArticleId): void {
    for (const [key, wanted] of this.#wanted) if (wanted.id === id) this.#wanted.delete(key);
  }
}

/** The figure's sentence, and which figure of it is meant. */
function keyOf({ text, sentences, quantities }: Article, index: number): string {
  const { number, unit, concept } = quantities[index]!;
  const sentence = sentenceAt(sentences, number.start)?.span ?? number;
  const place = `${number.start - sentence.start} ${number.end - sentence.start}`;
  return `${place} ${unit ?? ''} ${concept.join(' ')}\n${textOf(text, sentence)}`;
}

/** The sentence that starts last at or before the offset. */
function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return sentences[low - 1];
}
