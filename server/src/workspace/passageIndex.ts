/**
 * The passage index: every word of every article, and which articles share a gram with a passage.
 *
 * Articles are kept as numbers, one per word (see text/comparison.ts), eight bytes a word with its place; grams lead from
 * a passage to the few articles worth reading closely. Nothing here knows sentences, quotations or speakers: an
 * interview transcript has none of them marked, and reading 4 MB of text has to stay a matter of a second.
 */
import type { ScannedWords } from '../text/comparison.ts';
import { gramsOf } from './grams.ts';
import { GramTable } from './gramTable.ts';

/** An article as the index holds it. */
export interface IndexedArticle extends ScannedWords {
  readonly id: string;
}

/** An article that may hold the passage, with the information (in bits) that the shared grams carry. */
export interface Candidate {
  readonly article: IndexedArticle;
  readonly bits: number;
}

export class PassageIndex {
  readonly #table = new GramTable();
  readonly #articles: (IndexedArticle | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #freeSlots: number[] = [];
  #votes = new Float64Array(64);

  get articleCount(): number {
    return this.#slots.size;
  }

  /** How many pairs of gram and article the index holds: its size in memory is proportional to it. */
  get size(): number {
    return this.#table.size;
  }

  has(id: string): boolean {
    return this.#slots.has(id);
  }

  get(id: string): IndexedArticle | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#articles[slot];
  }

  /** Adds an article that is not in the index. */
  add(id: string, words: ScannedWords): void {
    const slot = this.#freeSlots.pop() ?? this.#articles.length;
    this.#articles[slot] = { id, hashes: words.hashes, starts: words.starts };
    this.#slots.set(id, slot);
    this.#table.add(slot, gramsOf(words.hashes));
  }

  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#table.remove(slot, gramsOf(this.#articles[slot]!.hashes));
    this.#articles[slot] = undefined;
    this.#slots.delete(id);
    this.#freeSlots.push(slot);
  }

  /**
   * How telling a word is: the bits it takes to say that an article has it, by how many articles other than
   * `except` do. A word of every article tells nothing.
   */
  bitsOf(word: number, except: string): number {
    const own = this.#slots.get(except);
    let others = 0;
    this.#table.forEach(word, (slot) => {
      if (slot !== own) others++;
    });
    return this.#bits(others, own);
  }

  /** The articles other than `except` that share the most telling grams with the words, best first. */
  candidates(words: Uint32Array, except: string, limit: number): Candidate[] {
    if (this.#votes.length < this.#articles.length) this.#votes = new Float64Array(this.#articles.length * 2);
    const votes = this.#votes;
    const own = this.#slots.get(except);
    const met: number[] = [];
    const holders: number[] = [];
    for (const gram of gramsOf(words)) {
      holders.length = 0;
      this.#table.forEach(gram, (slot) => {
        if (slot !== own) holders.push(slot);
      });
      const bits = this.#bits(holders.length, own);
      for (const slot of holders) {
        if (votes[slot] === 0) met.push(slot);
        votes[slot]! += bits;
      }
    }
    const found = met.map((slot) => ({ article: this.#articles[slot]!, bits: votes[slot]! }));
    for (const slot of met) votes[slot] = 0;
    return found.sort((a, b) => b.bits - a.bits || (a.article.id < b.article.id ? -1 : 1)).slice(0, limit);
  }

  #bits(holders: number, own: number | undefined): number {
    const articles = this.articleCount - (own === undefined ? 0 : 1);
    return Math.log2((articles + SMALL_WORKSPACE) / (holders + 1));
  }
}

/**
 * Added to the number of articles, so that in a workspace of two articles a word of both still tells something: it
 * stands for the articles the writer might have had.
 */
const SMALL_WORKSPACE = 64;
