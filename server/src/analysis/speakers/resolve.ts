/** Resolves one source after the other, in text order. */
import type { Span } from '../../text/span.ts';
import { hull, overlaps, textOf } from '../../text/span.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Attribution, Block, Mention, MentionForm, Quotation, SpeakerKind } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import { PEOPLES } from '../../language/en/organisationWords.ts';
import { ROLE_NOUNS, ROLE_SYNONYMS, WIDER_ROLES } from '../../language/en/roles.ts';
import type { Gender } from '../../language/en/titles.ts';
import { agrees, Discourse, lastAtOrBefore } from './discourse.ts';
import { plain } from './names.ts';
import type { Entity, NameMention, PlacedRole, Register } from './register.ts';
import { entityGender, isKindOfBody } from './register.ts';
import type { SourcePhrase } from './sources.ts';
import { isUtterance, readSource } from './sources.ts';
import type { Who } from './who.ts';

/** Two candidates nearer to each other than this share of the better one's score are ambiguous. */
const AMBIGUITY_MARGIN = 0.04;
/** How far back, in sentences, `the 45-year-old` may mean whoever was spoken of. */
const DESCRIBED_AGAIN_REACH = 2;

const MALE_PRONOUNS = new Set(['he', 'him', 'his', 'himself']);
const FEMALE_PRONOUNS = new Set(['she', 'her', 'hers', 'herself']);
const THING_PRONOUNS = new Set(['it', 'its', 'itself']);
const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL_THIRD = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** A resolved source: whom it means and its mention. */
export interface Resolution {
  readonly who: Who;
  readonly mention: Mention;
}

export class Resolver {
  private readonly discourse: Discourse;
  private readonly byEntity = new Map<Entity, Who>();
  private readonly groups = new Map<string, Who>();
  private readonly bodies = new Map<string, Who>();
  private readonly persons: readonly Entity[];
  private readonly organisations: readonly Entity[];
  private readonly blockStarts: readonly number[];
  /** Speakers of the quotations resolved so far, in text order. */
  private readonly quotedSpeakers: { readonly content: Span; readonly who: Who; readonly source: Span }[] =
    [];

  constructor(
    private readonly text: string,
    blocks: readonly Block[],
    private readonly facts: readonly BlockFacts[],
    private readonly register: Register,
    quotations: readonly Quotation[],
  ) {
    this.persons = register.entities.filter(({ kind }) => kind === 'person');
    this.organisations = register.entities.filter(({ kind }) => kind === 'organisation' || kind === 'thing');
    this.blockStarts = blocks.map(({ span }) => span.start);
    this.discourse = new Discourse(blocks, facts, quotations, register.mentions, ({ entity }) =>
      this.whoIs(entity),
    );
  }

  /** Whom the source of the attribution means; null when it has none. */
  resolve(attribution: Attribution): Resolution | null {
    const span = hull(attribution.source);
    if (!span) return null;
    const resolution = this.resolveSource(attribution.source, span);
    resolution.who.speaks = true;
    this.discourse.note(resolution.who, resolution.mention.span);
    for (const content of attribution.content)
      this.quotedSpeakers.push({ content, who: resolution.who, source: span });
    return resolution;
  }

  private resolveSource(source: readonly Span[], span: Span): Resolution {
    const phrase = readSource(this.tokensIn(source), this.namesIn(source));
    return phrase ? this.resolvePhrase(phrase, span) : this.unknown(source[0]!);
  }

  private resolvePhrase(phrase: SourcePhrase, span: Span): Resolution {
    switch (phrase.kind) {
      case 'name':
        return this.named(phrase, span);
      case 'pronoun':
        return this.pronoun(phrase);
      case 'role':
        return this.role(phrase, span);
      case 'organisation':
        return this.organisation(phrase, span);
      case 'document':
        return this.document(phrase, span);
      case 'group':
        return this.group(span);
      default:
        return this.unnamed(phrase, span);
    }
  }

  private tokensIn(source: readonly Span[]): Token[] {
    const block = lastAtOrBefore(this.blockStarts, source[0]!.start, (start) => start);
    const facts = this.facts[block];
    if (!facts) return [];
    const at = this.blockStarts[block]!;
    const result: Token[] = [];
    for (const { start, end } of source) {
      let i = lastAtOrBefore(facts.tokens, start - at, (token) => token.start);
      i = Math.max(0, i);
      for (; i < facts.tokens.length && facts.tokens[i]!.start + at < end; i++) {
        const token = facts.tokens[i]!;
        if (token.end + at > start) result.push({ ...token, start: token.start + at, end: token.end + at });
      }
    }
    return result;
  }

  private namesIn(source: readonly Span[]): NameMention[] {
    const { mentions } = this.register;
    const whole = hull(source)!;
    const result: NameMention[] = [];
    let i = Math.max(
      0,
      lastAtOrBefore(mentions, whole.start, ({ name }) => name.start),
    );
    for (; i < mentions.length && mentions[i]!.name.start < whole.end; i++) {
      if (source.some((span) => overlaps(span, mentions[i]!.name))) result.push(mentions[i]!);
    }
    return result;
  }

  private whoIs(entity: Entity): Who {
    const known = this.byEntity.get(entity);
    if (known) return known;
    const kind: SpeakerKind = entity.kind === 'person' ? 'person' : 'organisation';
    const name = textOf(this.text, entity.name).replace(/\s+/g, ' ');
    const who = newWho(kind, name, introductionOf(entity), entity);
    who.gender = entity.kind === 'person' ? entityGender(entity) : null;
    this.byEntity.set(entity, who);
    return who;
  }

  private named(phrase: SourcePhrase, span: Span): Resolution {
    const mention = phrase.name!;
    const { entity } = mention;
    const who = this.whoIs(entity);
    const { form, why } = nameMention(mention);
    return {
      who,
      mention: {
        span: overlaps(span, mention.span) ? mention.span : span,
        form,
        antecedent: form === 'full-name' ? null : entity.name,
        reason: why,
      },
    };
  }

  private pronoun({ head, base }: SourcePhrase): Resolution {
    if (MALE_PRONOUNS.has(head)) return this.personPronoun(base, 'male');
    if (FEMALE_PRONOUNS.has(head)) return this.personPronoun(base, 'female');
    if (FIRST_PERSON.has(head)) return this.firstPerson(base);
    if (RELATIVES.has(head)) return this.relative(base, head);
    if (THING_PRONOUNS.has(head)) {
      const [best] = this.discourse.candidates(
        base.start,
        ({ kind, plural }) => !plural && (kind === 'organisation' || kind === 'document'),
      );
      return best
        ? resolvedBy(best.who, base, best.antecedent, 'pronoun', 'speaker-pronoun')
        : this.unknown(base);
    }
    if (PLURAL_THIRD.has(head)) return this.plural(base);
    return this.group(base, 'pronoun');
  }

  private personPronoun(base: Span, gender: Gender): Resolution {
    const own = this.speakerAround(base);
    const admits = (who: Who): boolean =>
      who.kind !== 'organisation' &&
      who.kind !== 'document' &&
      !who.plural &&
      agrees(who.gender, gender) &&
      who !== own;
    const candidates = this.discourse.candidates(base.start, admits);
    // A known gender counts for more than an unknown one.
    const ranked = candidates
      .map((candidate) => ({
        ...candidate,
        score: candidate.score * (candidate.who.gender === gender ? 1 : 0.6),
      }))
      .sort((a, b) => b.score - a.score);
    const [best, second] = ranked;
    if (!best) return this.unknown(base);
    if (second && second.score > best.score * (1 - AMBIGUITY_MARGIN)) {
      return this.unresolved(base, reason('speaker-ambiguous', base, best.antecedent, second.antecedent));
    }
    if (best.who.gender === null) best.who.gender = gender;
    return resolvedBy(best.who, base, best.antecedent, 'pronoun', 'speaker-pronoun');
  }

  /** The speaker of the quotation the span stands in. */
  private speakerAround(span: Span): Who | null {
    for (let i = this.quotedSpeakers.length - 1; i >= 0 && i > this.quotedSpeakers.length - 8; i--) {
      const { content, who } = this.quotedSpeakers[i]!;
      if (content.start <= span.start && span.end <= content.end && this.discourse.isQuoted(span.start))
        return who;
    }
    return null;
  }

  private firstPerson(base: Span): Resolution {
    const own = this.speakerAround(base);
    if (!own) return this.unknown(base);
    return resolvedBy(own, base, own.introduction, 'pronoun', 'speaker-own-words');
  }

  /** `Hale, who said`, `the report, which says`: what stands directly before. */
  private relative(base: Span, head: string): Resolution {
    const { mentions } = this.register;
    const block = lastAtOrBefore(this.blockStarts, base.start, (start) => start);
    const at = this.blockStarts[block] ?? 0;
    const tokens = this.facts[block]?.tokens ?? [];
    let i = lastAtOrBefore(tokens, base.start - at - 1, (token) => token.start);
    if (tokens[i]?.text === ',') i--;
    const before = tokens[i];
    if (!before) return this.unknown(base);
    const offset = before.start + at;
    const index = lastAtOrBefore(mentions, offset, ({ span }) => span.start);
    const name = mentions[index];
    if (name && name.full.end >= before.end + at && !name.phrase.possessive) {
      const who = this.whoIs(name.entity);
      if (head !== 'who' || who.kind !== 'organisation' || name.name.end >= before.end + at)
        return resolvedBy(who, base, name.name, 'pronoun', 'speaker-relative');
    }
    const noun = plain(before.lower);
    const span = { start: offset, end: before.end + at };
    return ROLE_NOUNS.has(noun) ? this.unnamedNew(base, 'pronoun') : this.group(base, 'pronoun', span);
  }

  private plural(base: Span): Resolution {
    const candidates = this.discourse.candidates(
      base.start,
      ({ plural, kind }) => plural || kind === 'organisation',
    );
    const best = candidates[0];
    if (best?.who.plural) return resolvedBy(best.who, base, best.antecedent, 'pronoun', 'speaker-pronoun');
    const speaker = this.discourse.lastSpeaker(base.start);
    if (best && speaker?.who === best.who)
      return resolvedBy(best.who, base, best.antecedent, 'pronoun', 'speaker-pronoun');
    return this.group(base, 'pronoun');
  }

  private role(phrase: SourcePhrase, span: Span): Resolution {
    const { base } = phrase;
    if (
      !phrase.definite &&
      phrase.owner === null &&
      /^(?:an?|one|another)$/i.test(firstWord(this.text, base))
    )
      return this.unnamed(phrase, span);
    const gender = ROLE_NOUNS.get(phrase.head) ?? null;
    const matches = this.persons
      .map((entity) => ({ entity, fit: bestFit(entity, phrase) }))
      .filter(({ entity, fit }) => fit > 0 && agrees(entityGender(entity), gender));
    const best = this.preferRecent(matches, base.start);
    if (best) {
      const who = this.whoIs(best);
      const later =
        best.name.start > base.start && !best.mentions.some(({ name }) => name.start < base.start);
      return resolvedBy(
        who,
        base,
        introductionOf(best),
        'description',
        later ? 'speaker-role-later' : 'speaker-role',
      );
    }
    if (phrase.definite && phrase.owner === null && phrase.ownerPronoun === null) {
      const again = this.describedAgain(base, gender);
      if (again) return again;
    }
    return this.unnamed(phrase, span);
  }

  private preferRecent(matches: readonly { entity: Entity; fit: number }[], offset: number): Entity | null {
    const top = Math.max(...matches.map(({ fit }) => fit), 0);
    const best = matches.filter(({ fit }) => fit >= top - 0.01);
    if (best.length === 0) return null;
    if (best.length === 1) return best[0]!.entity;
    const whos = new Map(best.map(({ entity }) => [this.whoIs(entity), entity]));
    const [recent] = this.discourse.candidates(offset, (who) => whos.has(who));
    return recent ? whos.get(recent.who)! : null;
  }

  private describedAgain(base: Span, gender: Gender | null): Resolution | null {
    const [best] = this.discourse.candidates(
      base.start,
      (who) => who.kind === 'person' && agrees(who.gender, gender),
    );
    if (!best) return null;
    const distance = this.discourse.sentenceAt(base.start) - this.discourse.sentenceAt(best.antecedent.start);
    if (distance > DESCRIBED_AGAIN_REACH) return null;
    return resolvedBy(best.who, base, best.antecedent, 'description', 'speaker-described-again');
  }

  private organisation(phrase: SourcePhrase, span: Span): Resolution {
    const { head, base, modifiers } = phrase;
    const words = modifiers.filter((word) => word !== head);
    const matches = this.organisations.filter(
      (entity) => isKindOfBody(entity, head) && words.every((word) => entity.words.includes(word)),
    );
    if (matches.length > 0 && (phrase.definite || words.length > 0)) {
      const best =
        this.preferRecent(
          matches.map((entity) => ({ entity, fit: 1 })),
          base.start,
        ) ?? (matches.length === 1 ? matches[0]! : null);
      if (best) return resolvedBy(this.whoIs(best), base, best.name, 'description', 'speaker-organisation');
    }
    if (phrase.owner && words.length > 0) return this.ownedBody(phrase, phrase.owner);
    if (phrase.ownerPronoun) {
      const owner = this.pronoun({
        ...phrase,
        kind: 'pronoun',
        head: phrase.ownerPronoun.lower,
        base: { start: phrase.ownerPronoun.start, end: phrase.ownerPronoun.end },
      });
      const surname = owner.who.entity?.words.at(-1);
      const known = surname === undefined ? undefined : this.bodies.get(`${surname} ${head}`);
      if (known) return resolvedBy(known, base, known.introduction, 'description', 'speaker-organisation');
    }
    if (phrase.definite && words.length === 0) {
      const [best] = this.discourse.candidates(
        base.start,
        (who) => who.kind === 'organisation' && who.entity?.kind !== 'place',
      );
      if (best) return resolvedBy(best.who, base, best.antecedent, 'description', 'speaker-organisation');
    }
    return this.unnamed(phrase, span);
  }

  /** `the Hale campaign`, `Hale’s office`: a body that is named by its owner's name. */
  private ownedBody({ base, head, modifiers }: SourcePhrase, owner: NameMention): Resolution {
    const key = `${modifiers.filter((word) => word !== head).join(' ')} ${head}`;
    const known = this.bodies.get(key);
    if (known) return resolvedBy(known, base, known.introduction, 'organisation', 'speaker-organisation');
    const span = { start: owner.name.start, end: base.end };
    const who = newWho('organisation', textOf(this.text, span).replace(/\s+/g, ' '), base, null);
    this.bodies.set(key, who);
    return {
      who,
      mention: { span: base, form: 'organisation', antecedent: null, reason: reason('speaker-named', base) },
    };
  }

  private document(phrase: SourcePhrase, span: Span): Resolution {
    const { owner, base, head } = phrase;
    const behind = isUtterance(head) ? this.possessorBehind(phrase) : null;
    if (behind) return resolvedBy(behind, base, behind.introduction, 'description', 'speaker-statement');
    const name =
      owner && !owner.phrase.possessive
        ? textOf(this.text, { start: owner.name.start, end: base.end }).replace(/\s+/g, ' ')
        : null;
    const who = newWho('document', name, span, null);
    return {
      who,
      mention: {
        span: base,
        form: 'description',
        antecedent: null,
        reason: reason('speaker-document', base),
      },
    };
  }

  /** The body or person whose statement it is: `The Russian ministry’s statement` is the ministry's. */
  private possessorBehind({ possessor, ownerPronoun }: SourcePhrase): Who | null {
    const tokens = possessor.length > 0 ? possessor : ownerPronoun ? [ownerPronoun] : [];
    const first = tokens[0];
    if (!first) return null;
    const span = { start: first.start, end: tokens.at(-1)!.end };
    const phrase = readSource(tokens, this.namesIn([span]));
    if (!phrase || phrase.kind === 'document' || phrase.kind === 'group') return null;
    const { who } = this.resolvePhrase(
      ownerPronoun && possessor.length === 0 ? { ...phrase, kind: 'pronoun' } : phrase,
      span,
    );
    return who.name === null || who.entity?.kind === 'place' ? null : who;
  }

  private group(span: Span, form: MentionForm = 'description', by?: Span): Resolution {
    const key = textOf(this.text, span).toLowerCase().replace(/\s+/g, ' ');
    let who = this.groups.get(key);
    if (!who) {
      who = newWho('group', null, span, null, true);
      this.groups.set(key, who);
    }
    return { who, mention: { span, form, antecedent: by ?? null, reason: reason('speaker-group', span) } };
  }

  private unnamed({ head, base }: SourcePhrase, span: Span): Resolution {
    const who = newWho('unnamed', null, span, null);
    who.gender = ROLE_NOUNS.get(head) ?? null;
    return {
      who,
      mention: { span: base, form: 'description', antecedent: null, reason: reason('speaker-unnamed', base) },
    };
  }

  private unnamedNew(span: Span, form: MentionForm): Resolution {
    return {
      who: newWho('unnamed', null, span, null),
      mention: { span, form, antecedent: null, reason: reason('speaker-unnamed', span) },
    };
  }

  private unknown(span: Span): Resolution {
    return this.unresolved(span, reason('speaker-unknown', span));
  }

  private unresolved(span: Span, why: Reason): Resolution {
    return {
      who: newWho('unnamed', null, span, null),
      mention: { span, form: 'pronoun', antecedent: null, reason: why },
    };
  }
}

function newWho(
  kind: SpeakerKind,
  name: string | null,
  introduction: Span,
  entity: Entity | null,
  plural = false,
): Who {
  return {
    kind,
    name,
    introduction,
    entity,
    gender: null,
    plural,
    mentions: [],
    speaks: false,
    speaksFor: null,
  };
}

function resolvedBy(who: Who, span: Span, antecedent: Span, form: MentionForm, code: string): Resolution {
  return { who, mention: { span, form, antecedent, reason: reason(code, span, antecedent) } };
}

/** The form of a name and why it is this bearer's. */
export function nameMention(mention: NameMention): { form: MentionForm; why: Reason } {
  const { entity, phrase, name, ambiguous } = mention;
  const full = phrase.words.length === entity.words.length || phrase.words.length > 1;
  if (entity.kind !== 'person') {
    const form = phrase.words.length === 1 && entity.words.length > 1 ? 'acronym' : 'organisation';
    return {
      form,
      why: full ? reason('speaker-named', name) : reason('speaker-short-name', name, entity.name),
    };
  }
  if (full && entity.words.length > 1) return { form: 'full-name', why: reason('speaker-named', name) };
  const form = entity.words[0] === phrase.words[0] && entity.words.length > 1 ? 'first-name' : 'last-name';
  return {
    form,
    why: reason(ambiguous ? 'speaker-short-name-ambiguous' : 'speaker-short-name', name, entity.name),
  };
}

/** The mention that introduces somebody: the fullest name with a role, else the first full name. */
export function introductionOf(entity: Entity): Span {
  const full = entity.mentions.filter(({ phrase }) => phrase.words.length === entity.words.length);
  const withRole = full.find(({ phrase }) => phrase.roles.length > 0);
  return (withRole ?? full[0] ?? entity.mentions[0])?.full ?? entity.name;
}

/** How well a description fits the roles the article gives somebody: 0 for not at all. */
function bestFit(entity: Entity, phrase: SourcePhrase): number {
  let best = 0;
  for (const role of entity.roles) best = Math.max(best, fitOf(role, phrase));
  return best;
}

function fitOf(role: PlacedRole, { head, modifiers }: SourcePhrase): number {
  if (!sameRole(role, head)) return 0;
  const parties = modifiers.filter((word) => PEOPLES.has(word));
  const others = role.words.filter((word) => PEOPLES.has(word));
  if (parties.length > 0 && others.length > 0 && !parties.some((word) => others.includes(word))) return 0;
  const known = modifiers.filter((word) => role.words.includes(word)).length;
  const missing = modifiers.length - known;
  if (missing > known + 1) return 0;
  return 1 + known - 0.4 * missing;
}

function sameRole({ head, words }: PlacedRole, wanted: string): boolean {
  const plainHead = ROLE_SYNONYMS.get(head) ?? head;
  const plainWanted = ROLE_SYNONYMS.get(wanted) ?? wanted;
  return (
    plainHead === plainWanted ||
    words.includes(wanted) ||
    (WIDER_ROLES.get(plainHead)?.includes(plainWanted) ?? false)
  );
}

function firstWord(text: string, span: Span): string {
  return textOf(text, span).split(/\s/, 1)[0]!;
}
