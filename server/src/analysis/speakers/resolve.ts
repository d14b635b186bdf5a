/** Resolves one source after the other, in text order. */
import type { Span } from '../../text/span.ts';
import { hull, overlaps, shift } from '../../text/span.ts';
import { ROLE_NOUNS } from '../../language/en/roles.ts';
import { PARTIES } from '../../language/en/organisationWords.ts';
import type { Attribution } from '../facts.ts';
import { resolveBody, resolveDocument } from './bodySources.ts';
import type { Context } from './context.ts';
import { findDescriptions } from './descriptions.ts';
import { Interview } from './interview.ts';
import { nameMention } from './mentions.ts';
import { resolveOneOfTwo } from './oneOfTwo.ts';
import { isFirstPerson, resolvePronoun } from './pronouns.ts';
import type { RoleDescription } from './roleSources.ts';
import { bearerInMind, describedAgain, describedBefore, isCalledSo, resolveRole } from './roleSources.ts';
import { readSource } from './sources.ts';
import type { SourcePhrase } from './sources/sourcePhrase.ts';
import { isCapitalised } from './wordForms.ts';
import type { Resolution, Who } from './who.ts';
import { introduces, newWho, resolvedBy, unresolved } from './who.ts';

/** A person the article speaks of without a name, outside any source. */
interface Passing extends RoleDescription {
  readonly pronoun: null;
  readonly subject: boolean;
  readonly predicate: boolean;
}

/** `She did not answer.`: a pronoun that is no source keeps its person in the reader's mind. */
interface PassingPronoun {
  readonly span: Span;
  readonly pronoun: string;
}

/** Nouns that say no more of somebody than that they are there. */
const SOMEBODY: ReadonlySet<string> = new Set([
  'man',
  'woman',
  'lady',
  'gentleman',
  'boy',
  'girl',
  'stranger',
]);

const SUBJECTS: ReadonlySet<string> = new Set(['he', 'she']);

/** Stands for a source that `resolvePostponed` is to resolve at the end. */
export const POSTPONED = 'postponed';

export class Resolver {
  private readonly groups = new Map<string, Who>();
  private readonly passing: readonly (Passing | PassingPronoun)[];
  private nextPassing = 0;
  private readonly interview: Interview | null;

  constructor(private readonly context: Context) {
    this.interview = Interview.in(context.text, context.blocks, context.register);
    this.passing = context.facts.flatMap((facts, block) => {
      const at = context.blocks[block]!.span.start;
      const { people, pronouns } = findDescriptions(facts);
      const described = people.map((person): Passing => ({
        ...person,
        pronoun: null,
        span: shift(person.span, at),
        bare: true,
        apposition: null,
        subject: person.beforeVerb,
      }));
      const subjects = pronouns
        .map(({ span }) => shift(span, at))
        .map((span) => ({ span, pronoun: context.words(span).toLowerCase() }))
        .filter(({ span, pronoun }) => SUBJECTS.has(pronoun) && !context.discourse.isQuoted(span.start));
      return [...described, ...subjects].sort((a, b) => a.span.start - b.span.start);
    });
  }

  /** Whom the source of the attribution means; null when it has none. To be called in the order of the sources. */
  resolve({ source, content, ...attribution }: Attribution): Resolution | typeof POSTPONED | null {
    const span = hull(source);
    if (!span) return null;
    this.notePassing(span);
    const phrase = readSource(this.context.tokensIn(source), this.context.namesIn(source));
    if (phrase?.kind === 'pronoun' && isFirstPerson(phrase.head)) return POSTPONED;
    const resolution =
      this.labelled(span, attribution.cue) ??
      (phrase
        ? this.resolvePhrase(phrase, span, content)
        : unresolved(span, 'description', 'speaker-unknown'));
    this.context.discourse.note(resolution.who, resolution.mention.span, 'speaker');
    this.context.noteSaid({ source, content, ...attribution }, resolution.who);
    return resolution;
  }

  /** Whom the label of an interview's turn means. */
  private labelled(label: Span, cue: readonly Span[]): Resolution | null {
    const entity = cue.length > 0 ? null : this.interview?.labelled(this.context.words(label));
    return entity
      ? resolvedBy(this.context.whoIs(entity), label, entity.name, 'description', 'speaker-interview')
      : null;
  }

  /** Whom an `I` means, once all other sources are resolved. */
  resolvePostponed({ source, content }: Attribution): Resolution {
    const [pronoun] = this.context.tokensIn(source);
    return resolvePronoun(this.context, pronoun?.lower ?? 'i', source[0]!, content);
  }

  /** Keeps in mind whoever was described before the source, and passes over descriptions in the source itself. */
  private notePassing(source: Span): void {
    for (; this.nextPassing < this.passing.length; this.nextPassing++) {
      const description = this.passing[this.nextPassing]!;
      if (description.pronoun !== null) {
        if (description.span.start >= source.end) return;
        if (!overlaps(description.span, source)) this.notePronoun(description);
        continue;
      }
      const { span, indefinite, head, subject, predicate } = description;
      if (span.start >= source.end) return;
      if (overlaps(span, source)) continue;
      if (indefinite && !predicate) this.context.introduced.set(head, span);
      const known = indefinite
        ? null
        : (bearerInMind(this.context, description) ?? this.goesOnAbout(description));
      // Somebody who gets the role only further down is not yet in the reader's mind.
      if (known?.mention.reason.code === 'speaker-role-later') continue;
      const isNew = subject && (indefinite || SOMEBODY.has(head) || isCalledSo(this.context, span));
      const who = known?.who ?? (isNew ? this.somebody(description) : null);
      if (who) this.context.discourse.note(who, span, subject ? 'subject' : 'object');
    }
  }

  private notePronoun({ span, pronoun }: PassingPronoun): void {
    const { who, mention } = resolvePronoun(this.context, pronoun, span, []);
    if (mention.antecedent) this.context.discourse.note(who, span, 'pronoun');
  }

  /** Somebody without a name: the one introduced by the same noun, or somebody new. */
  private somebody(description: Passing): Who {
    const { indefinite, span, head } = description;
    const again = indefinite ? null : describedBefore(this.context, description);
    return again?.who ?? newWho('unnamed', span, { nouns: [head], gender: ROLE_NOUNS.get(head) ?? null });
  }

  /** `The engineer now brings visitors.`: another word for whoever the sentence before it in the paragraph is about. */
  private goesOnAbout(description: Passing): Resolution | null {
    const { context } = this;
    const { start } = description.span;
    const block = context.blockAt(start);
    const at = context.blocks[block]!.span.start;
    const opens = context.facts[block]!.sentences.some((sentence) => sentence.start + at === start);
    const known = opens && description.subject ? describedAgain(context, description) : null;
    const antecedent = known?.mention.antecedent;
    return antecedent && context.blockAt(antecedent.start) === block ? known : null;
  }

  private resolvePhrase(phrase: SourcePhrase, span: Span, said: readonly Span[]): Resolution {
    const { context } = this;
    const oneOfTwo = resolveOneOfTwo(context, phrase.base);
    if (oneOfTwo) return oneOfTwo;
    const part = (tokens: SourcePhrase['possessor'], partSpan: Span): Resolution | null => {
      const owner = readSource(tokens, context.namesIn([partSpan]));
      if (!owner || owner.kind === 'document' || owner.kind === 'group') return null;
      return this.resolvePhrase(owner, partSpan, said);
    };
    switch (phrase.kind) {
      case 'name':
        return this.named(phrase, span);
      case 'pronoun':
        return resolvePronoun(context, phrase.head, phrase.base, said);
      case 'role': {
        const described = roleOf(phrase);
        const resolution = resolveRole(context, described);
        if (described.indefinite) context.introduced.set(described.head, described.span);
        return resolution;
      }
      case 'organisation':
        return resolveBody(context, phrase, part);
      case 'document':
        return resolveDocument(context, phrase, part);
      case 'group':
        return this.group(span);
      default:
        return this.unnamed(phrase);
    }
  }

  private named(phrase: SourcePhrase, span: Span): Resolution {
    const name = phrase.name!;
    const who = this.context.whoIs(name.entity);
    if (phrase.apposed) return resolvedBy(who, phrase.base, name.name, 'description', 'speaker-apposition');
    const mention = nameMention(name);
    return { who, mention: overlaps(span, mention.span) ? mention : { ...mention, span } };
  }

  /** A capital may show somebody known whom the tagger took for a common word; else nobody the article names. */
  private unnamed({ base, head }: SourcePhrase): Resolution {
    const entity = isCapitalised(this.context.words(base))
      ? this.context.register.byLastWord.get(head)
      : undefined;
    if (entity)
      return resolvedBy(this.context.whoIs(entity), base, entity.name, 'last-name', 'speaker-short-name');
    return introduces(newWho('unnamed', base, { nouns: [head] }), base, 'description', 'speaker-unnamed');
  }

  /** The same words mean the same people all over the article. */
  private group(span: Span): Resolution {
    const key = this.context.words(span).toLowerCase();
    const who = this.groups.get(key) ?? newWho('group', span);
    this.groups.set(key, who);
    return introduces(who, span, 'description', 'speaker-group');
  }
}

function roleOf({
  base,
  head,
  modifiers,
  definite,
  owner,
  ownerPronoun,
  possessor,
  modified,
  apposition,
}: SourcePhrase): RoleDescription {
  const alone = ownerPronoun === null && possessor.length === 0;
  return {
    span: base,
    head,
    // Whose lawyer it is must be part of the role that the article gives.
    modifiers: ownerPronoun === null ? modifiers : [...modifiers, ownerPronoun.lower],
    indefinite: !definite && alone,
    apposition,
    bare:
      definite &&
      alone &&
      !modified &&
      (owner === null || owner.entity.kind === 'place' || PARTIES.has(owner.phrase.words[0]!)),
  };
}
