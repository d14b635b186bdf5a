/**
 * The passage index: every word of every article, and which articles share a gram with a passage.
 *
 * Articles are kept as numbers, one per word (see text/comparison.ts), eight bytes a word with its place; grams lead from
 * a passage to the few articles worth reading closely. Nothing here knows sentences, quotations or speakers: an
 * interview transcript has none of them marked, and reading 4 MB of text has to stay a matter of a second.
 */
import type { ScannedWords } from '../../text/comparison.ts';
import { gramsOf } from './grams.ts';
import type { PackedTable } from './gramTable.ts';
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

/** An index that is about to be kept; to be read before the index changes. */
export interface IndexToKeep {
  readonly articles: readonly PackedArticle[];
  /** How many entries and buckets the table has, and its numbers in pieces. */
  readonly entries: number;
  readonly buckets: number;
  readonly table: Iterable<Uint32Array | Int32Array>;
}

/** An index as it is kept between sessions. Articles are known by their contents, not by their names. */
export interface PackedIndex {
  /** By slot of the table. */
  readonly articles: readonly PackedArticle[];
  readonly table: PackedTable;
}

export interface PackedArticle extends ScannedWords {
  /** Of all that its words are made from; see text/contentHash.ts. */
  readonly contentHash: string;
}

export class PassageIndex {
  /** A kept index, whose arrays are taken over. Its articles are found once they are claimed. */
  static unpack({ articles, table }: PackedIndex): PassageIndex {
    const index = new PassageIndex();
    index.#table = GramTable.unpack(table);
    index.#articles.length = articles.length;
    articles.forEach(({ contentHash, hashes, starts }, slot) => {
      index.#keptWords.set(slot, { hashes, starts });
      const slots = index.#unclaimed.get(contentHash);
      if (slots) slots.push(slot);
      else index.#unclaimed.set(contentHash, [slot]);
    });
    return index;
  }

  #table = new GramTable();
  readonly #articles: (IndexedArticle | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #freeSlots: number[] = [];
  /** Slots of a kept index whose articles have not come yet, by content: to every search they are not there. */
  readonly #unclaimed = new Map<string, number[]>();
  readonly #keptWords = new Map<number, ScannedWords>();
  /** How many articles have a gram, for those that many have, until the next change: to count them takes a while. */
  readonly #commonGrams = new Map<number, number>();
  /** The article that asked last, and its grams. */
  #asking: { readonly slot: number; readonly grams: ReadonlySet<number> } | undefined;
  #votes = new Float64Array(64);
  /** Scratch space for the articles that have one gram. */
  readonly #holders: number[] = [];

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
    this.#forgetCounts();
    this.#table.add(slot, gramsOf(words.hashes));
  }

  delete(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#forgetCounts();
    this.#table.remove(slot, gramsOf(this.#articles[slot]!.hashes));
    this.#articles[slot] = undefined;
    this.#slots.delete(id);
    this.#freeSlots.push(slot);
  }

  /** The index for keeping; `hashOf` gives the content hash that an article is to be known by. */
  pack(hashOf: (id: string) => string): IndexToKeep {
    this.dropUnclaimed();
    const slotOf = new Int32Array(this.#articles.length);
    const articles: PackedArticle[] = [];
    this.#articles.forEach((article, slot) => {
      if (!article) return;
      slotOf[slot] = articles.length;
      articles.push({ contentHash: hashOf(article.id), hashes: article.hashes, starts: article.starts });
    });
    const { size: entries, bucketCount: buckets } = this.#table;
    return { articles, entries, buckets, table: this.#table.packed(slotOf) };
  }

  /** Whether articles of a kept index are still to be claimed. */
  get hasUnclaimed(): boolean {
    return this.#keptWords.size > 0;
  }

  /** Adds an article that is not in the index from the kept one, if that has its contents; costs next to nothing. */
  claim(id: string, contentHash: string): boolean {
    const slots = this.#unclaimed.get(contentHash);
    const slot = slots?.at(-1);
    const words = slot === undefined ? undefined : this.#keptWords.get(slot);
    if (slot === undefined || !words) return false;
    slots!.pop();
    this.#keptWords.delete(slot);
    this.#forgetCounts();
    this.#articles[slot] = { id, ...words };
    this.#slots.set(id, slot);
    return true;
  }

  /** Takes out what nobody has claimed; the index then is as if built from its articles. */
  dropUnclaimed(): void {
    for (const [slot, { hashes }] of this.#keptWords) {
      this.#table.remove(slot, gramsOf(hashes));
      this.#freeSlots.push(slot);
    }
    this.#keptWords.clear();
    this.#unclaimed.clear();
  }

  /** How telling a word is, in bits, by how many articles other than `except` have it. */
  bitsOf(word: number, except: string): number {
    return this.bits(this.#countOthers(word, this.#slots.get(except)), except);
  }

  /** What it tells, in bits, that one of so many articles other than `except` is meant. */
  bits(holders: number, except: string): number {
    const articles = this.articleCount - (this.has(except) ? 1 : 0);
    return Math.log2((articles + SMALL_WORKSPACE) / (holders + 1));
  }

  /**
   * The articles other than `except` that share the most telling grams with the words, best first; none that has less
   * than the share `least` of what all the words tell.
   */
  candidates(words: Uint32Array, except: string, limit: number, least = 0): Candidate[] {
    if (this.#votes.length < this.#articles.length) this.#votes = new Float64Array(this.#articles.length * 2);
    const votes = this.#votes;
    const holders = this.#holders;
    const own = this.#slots.get(except);
    const common = this.#common;
    const met: number[] = [];
    let total = 0;
    for (const gram of gramsOf(words)) {
      const count = this.#countOthers(gram, own);
      if (count > common) continue;
      const bits = this.bits(count, except);
      total += bits;
      for (let i = 0; i < count; i++) {
        const slot = holders[i]!;
        if (votes[slot] === 0) met.push(slot);
        votes[slot]! += bits;
      }
    }
    const found: Candidate[] = [];
    for (const slot of met) {
      if (votes[slot]! >= total * least) found.push({ article: this.#articles[slot]!, bits: votes[slot]! });
      votes[slot] = 0;
    }
    return found.sort((a, b) => b.bits - a.bits || (a.article.id < b.article.id ? -1 : 1)).slice(0, limit);
  }

  /** How many articles have a gram, apart from one; leaves them in `#holders` unless they are many. */
  #countOthers(gram: number, except: number | undefined): number {
    const known = this.#commonGrams.get(gram);
    if (known !== undefined) return known - (this.#hasGram(except, gram) ? 1 : 0);
    const holders = this.#holders;
    const all = this.#table.holdersOf(gram, holders);
    let present = 0;
    let others = 0;
    for (let i = 0; i < all; i++) {
      const slot = holders[i]!;
      if (this.#articles[slot] === undefined) continue;
      present++;
      if (slot !== except) holders[others++] = slot;
    }
    if (present <= this.#common + 1) return others;
    this.#commonGrams.set(gram, present);
    return others;
  }

  /** Whether an article has a gram, as it was indexed; the grams of the last one that was asked about are known. */
  #hasGram(slot: number | undefined, gram: number): boolean {
    if (slot === undefined) return false;
    if (this.#asking?.slot !== slot)
      this.#asking = { slot, grams: new Set(gramsOf(this.#articles[slot]!.hashes)) };
    return this.#asking.grams.has(gram);
  }

  #forgetCounts(): void {
    this.#commonGrams.clear();
    this.#asking = undefined;
  }

  /** A gram of more articles leads nowhere. */
  get #common(): number {
    return SMALL_WORKSPACE + this.articleCount / COMMON_SHARE;
  }
}

/** A gram that more than one article in so many has is common. */
const COMMON_SHARE = 8;

/**
 * Added to the number of articles, so that in a workspace of two articles a word of both still tells something: it
 * stands for the articles the writer might have had.
 */
const SMALL_WORKSPACE = 64;
