/** Finds persons by their roles and bodies by the words of their names, near a place of the article. */
import { ROLE_SYNONYMS, WIDER_ROLES } from '../../language/en/roles.ts';
import { kindsOfBody } from './bodyKinds.ts';
import type { Entity } from './entity.ts';
import { lastAtOrBefore } from '../../text/search.ts';

/** How many entries before and after the place are looked at: a limit for very long texts only. */
const NEAR = 40;

interface Place {
  readonly at: number;
  readonly entity: Entity;
}

export class EntityIndex {
  private readonly byRole = new Map<string, Place[]>();
  private readonly byWord = new Map<string, Place[]>();

  constructor(entities: readonly Entity[]) {
    for (const entity of entities) {
      if (entity.kind === 'person') this.indexPerson(entity);
      else if (entity.kind !== 'place')
        for (const word of new Set(entity.words)) add(this.byWord, word, entity.name.start, entity);
    }
    for (const places of [...this.byRole.values(), ...this.byWord.values()])
      places.sort((a, b) => a.at - b.at);
  }

  private indexPerson(entity: Entity): void {
    for (const { head, words, span } of entity.roles) {
      const one = ROLE_SYNONYMS.get(head) ?? head;
      for (const key of new Set([one, ...words, ...(WIDER_ROLES.get(one) ?? [])]))
        add(this.byRole, key, span.start, entity);
    }
  }

  /** Persons with a role that `noun` may stand for. */
  persons(noun: string, offset: number): readonly Entity[] {
    const one = ROLE_SYNONYMS.get(noun) ?? noun;
    const places = [
      ...near(this.byRole.get(one), offset),
      ...(one === noun ? [] : near(this.byRole.get(noun), offset)),
    ];
    return [...new Set(places.map(({ entity }) => entity))];
  }

  /** Bodies that may be called `the ${noun}`. */
  bodies(noun: string, offset: number): readonly Entity[] {
    const places = kindsOfBody(noun).flatMap((word) => near(this.byWord.get(word), offset));
    return [...new Set(places.map(({ entity }) => entity))];
  }
}

function near(places: readonly Place[] | undefined, offset: number): readonly Place[] {
  if (!places || places.length <= 2 * NEAR) return places ?? [];
  const at = lastAtOrBefore(places, offset, (place) => place.at);
  return places.slice(Math.max(0, at - NEAR), at + NEAR);
}

function add(map: Map<string, Place[]>, key: string, at: number, entity: Entity): void {
  const list = map.get(key);
  if (list) list.push({ at, entity });
  else map.set(key, [{ at, entity }]);
}
