/** Bearers by a word of their names. */
import type { Entity } from '../entity.ts';

/** Of very many bearers of one word only the latest are asked. */
const MOST_BEARERS = 40;

export class Bearers {
  private readonly byWord = new Map<string, Entity[]>();

  add(word: string, entity: Entity): void {
    const list = this.byWord.get(word);
    if (list) list.push(entity);
    else this.byWord.set(word, [entity]);
  }

  /** In the order in which they were added. */
  of(word: string): readonly Entity[] {
    return this.byWord.get(word) ?? [];
  }

  latestOf(word: string): readonly Entity[] {
    return this.of(word).slice(-MOST_BEARERS);
  }
}
