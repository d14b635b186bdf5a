/**
 * What the words of a passage alone tell about it, kept by these words: while an article is being edited, nearly all
 * of its passages are those of a moment ago.
 */
import { ownCopy } from '../../text/ownCopy.ts';
import { span } from '../../text/span.ts';
import type { Dateline } from './dateline.ts';
import { findDateline } from './dateline.ts';
import type { Position, Recognised } from './furniture.ts';
import { recogniseLine } from './furniture.ts';
import type { TurnLabel } from './turns.ts';
import { turnLabel } from './turns.ts';

/** How much of a passage is looked at for a speaker's label. */
const LABEL_WINDOW = 100;

/** One passage, read as far as anybody asks. All spans count from its start. */
export class PassageWords {
  #label: TurnLabel | undefined | null = null;
  readonly #lines = new Map<number, Recognised | undefined>();
  readonly #datelines = new Map<boolean, Dateline | undefined>();

  constructor(readonly text: string) {}

  /** The speaker's label it begins with. */
  label(): TurnLabel | undefined {
    if (this.#label === null) this.#label = turnLabel(this.text.slice(0, LABEL_WINDOW));
    return this.#label;
  }

  /** What kind of line of a page it is, standing there; undefined for text to read. */
  line(position: Position): Recognised | undefined {
    return remembered(this.#lines, (position.atTop ? 1 : 0) + (position.atBottom ? 2 : 0), () =>
      recogniseLine(this.text, span(0, this.text.length), position),
    );
  }

  /** The dateline that opens it; see `findDateline`. */
  dateline(opensArticle: boolean): Dateline | undefined {
    return remembered(this.#datelines, opensArticle, () =>
      findDateline(this.text, span(0, this.text.length), opensArticle),
    );
  }
}

/** The passages of one article over its edits. */
export class PassageMemory {
  #known = new Map<string, PassageWords>();

  /** The words of every passage, those of an earlier call where they are the same; all others are forgotten. */
  read(passages: readonly string[]): readonly PassageWords[] {
    const known = new Map<string, PassageWords>();
    const result = passages.map((text) => {
      const words = known.get(text) ?? this.#known.get(text) ?? new PassageWords(ownCopy(text));
      known.set(words.text, words);
      return words;
    });
    this.#known = known;
    return result;
  }
}

function remembered<K, V>(map: Map<K, V>, key: K, find: () => V): V {
  if (!map.has(key)) map.set(key, find());
  return map.get(key)!;
}
