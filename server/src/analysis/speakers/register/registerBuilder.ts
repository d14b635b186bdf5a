/** Gives every mention of a name its bearer: full names first, then in text order the short ones. */
import type { Span } from '../../../text/span.ts';
import {
  addRole,
  contradictsGender,
  type Entity,
  type EntityKind,
  type NameMention,
  newEntity,
} from '../entity.ts';
import { isAcronym } from '../wordForms.ts';
import { Bodies } from './bodies.ts';
import { kindOfFullName, kindOfSingleName, type NameGroup } from './nameGroups.ts';
import { Persons } from './persons.ts';

/** What a title or a gendered role counts for a person's gender, a pronoun beside the name counting 1. */
const TITLE_EVIDENCE = 10;

export class RegisterBuilder {
  readonly entities: Entity[] = [];
  private readonly persons: Persons;
  private readonly bodies = new Bodies();
  /** Those whose name is one word. */
  private readonly singles = new Map<string, Entity>();

  constructor(
    private readonly text: string,
    mentions: readonly NameMention[],
  ) {
    this.persons = new Persons(mentions);
  }

  /** A name of several words; `alone` are the names that stand in the article by themselves. */
  addFullName(group: NameGroup, alone: ReadonlySet<string>): void {
    const kind = kindOfFullName(group, alone);
    const entity =
      this.persons.ofSurname(group.words) ??
      (kind === 'person' ? this.personNamed(group) : this.bodyNamed(group, kind));
    for (const mention of group.mentions) this.attach(mention, entity);
  }

  private personNamed({ words, mentions }: NameGroup): Entity {
    const gender = mentions.find(({ phrase }) => phrase.gender)?.phrase.gender ?? null;
    const known = this.persons.named(words, gender);
    if (known) return known;
    const entity = this.create('person', words, mentions[0]!.name);
    this.persons.add(entity);
    return entity;
  }

  private bodyNamed({ words, mentions }: NameGroup, kind: EntityKind): Entity {
    const known = this.bodies.named(words);
    if (known) {
      if (kind === 'organisation') known.kind = 'organisation';
      return known;
    }
    const entity = this.create(kind, words, mentions[0]!.name);
    this.bodies.add(entity, mentions);
    return entity;
  }

  /** In text order, with the short names between: the bearer of a full name is now the one named last. */
  noteFullName({ entity }: NameMention): void {
    if (entity.kind === 'person') this.persons.noteFullName(entity);
  }

  /** A name of one word; `group` are all its mentions. */
  addShortName(mention: NameMention, group: NameGroup): void {
    const word = mention.phrase.words[0]!;
    const people = this.persons.withSurname(word, mention);
    const entity =
      people.length > 0 && !isNoSurname(mention, group)
        ? this.persons.choose(mention, word, people)
        : (this.acronymed(word, mention) ??
          this.single(word, mention) ??
          this.bodies.endingIn(word, mention) ??
          this.persons.byFirstName(word, mention) ??
          this.addSingle(mention, group));
    this.attach(mention, entity);
  }

  private acronymed(word: string, { name }: NameMention): Entity | undefined {
    return isAcronym(this.text.slice(name.start, name.end)) ? this.bodies.ofAcronym(word) : undefined;
  }

  /** Whoever has only this word for a name; `Mrs. Hale` is not `Mr. Hale`. */
  private single(word: string, { phrase }: NameMention): Entity | undefined {
    const known = this.singles.get(word);
    return known && !contradictsGender(known, phrase.gender) ? known : undefined;
  }

  private addSingle(mention: NameMention, group: NameGroup): Entity {
    const word = group.words[0]!;
    const entity = this.create(kindOfSingleName(group), group.words, mention.name);
    this.singles.set(word, entity);
    if (entity.kind === 'person') this.persons.addSingle(word, entity);
    return entity;
  }

  private create(kind: EntityKind, words: readonly string[], name: Span): Entity {
    const entity = newEntity(kind, words, name);
    this.entities.push(entity);
    return entity;
  }

  private attach(mention: NameMention, entity: Entity): void {
    const { phrase } = mention;
    mention.entity = entity;
    entity.mentions.push(mention);
    for (const role of phrase.roles) addRole(entity, role, mention.at);
    if (phrase.gender) entity[phrase.gender] += TITLE_EVIDENCE;
    if (phrase.beforeVerb && !phrase.afterPreposition) entity.subject = true;
    if (phrase.afterArticle) entity.articles = true;
    if (phrase.acronym) {
      const acronym = this.text
        .slice(phrase.acronym.start + mention.at, phrase.acronym.end + mention.at)
        .toLowerCase()
        .replaceAll('.', '');
      if (entity.kind === 'thing') entity.kind = 'organisation';
      this.bodies.addAcronym(acronym, entity);
    }
  }
}

/** `the Hale`, which nothing in the article shows to be somebody. */
function isNoSurname({ phrase }: NameMention, group: NameGroup): boolean {
  return phrase.afterArticle && group.person === 0 && !phrase.attributive && phrase.roles.length === 0;
}
