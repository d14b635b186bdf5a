/** Whom a pronoun means. */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { singularRole } from '../../language/en/roles.ts';
import type { Gender } from '../../language/en/titles.ts';
import type { Token } from '../tokens.ts';
import type { Context } from './context.ts';
import { findDescriptions, pronounGender } from './descriptions.ts';
import { agrees } from './discourse.ts';
import { bearerOf } from './roleSources.ts';
import type { Entity, NameMention } from './entity.ts';
import type { Resolution, Who } from './who.ts';
import { isVocative } from './vocatives.ts';
import { introduces, newWho, resolvedBy, unresolved } from './who.ts';

/** Two candidates nearer to each other than this share of the better one's score are ambiguous. */
const AMBIGUITY_MARGIN = 0.04;
/** What a candidate of unknown gender counts beside one whose gender fits. */
const UNKNOWN_GENDER = 0.85;

/** What somebody without a name counts beside somebody named. */
const UNNAMED = 0.6;

/** What somebody counts whom the quoted words name: few people speak of themselves by name. */
const SPOKEN_OF = 0.4;

/** How many characters before a relative pronoun its antecedent may begin. */
const FAR = 600;

const THING = new Set(['it', 'its', 'itself']);
const FIRST_PERSON = new Set(['i', 'me', 'my', 'mine', 'myself']);
const PLURAL = new Set(['they', 'them', 'their', 'theirs', 'themselves']);
const RELATIVE = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** Whether the pronoun can only be resolved when everybody else is: `“I won,” said Ana Vale`. */
export function isFirstPerson(head: string): boolean {
  return FIRST_PERSON.has(head);
}

/**
 * Resolves the pronoun `head` at `span`.
 * @param said the words that this very source says: names in them hardly mean the source
 */
export function resolvePronoun(
  context: Context,
  head: string,
  span: Span,
  said: readonly Span[],
): Resolution {
  const gender = pronounGender(head);
  if (gender) return personal(context, span, gender, said);
  if (FIRST_PERSON.has(head)) return firstPerson(context, span);
  if (RELATIVE.has(head)) return relative(context, span, head);
  if (THING.has(head)) return thing(context, span, said);
  if (PLURAL.has(head)) return plural(context, span, said);
  return introduces(newWho('group', span), span, 'pronoun', 'speaker-group');
}

function personal(context: Context, span: Span, gender: Gender, discounted: readonly Span[]): Resolution {
  const own = context.speakerAround(span);
  const addressed = addressedIn(context, discounted);
  const spokenOf = spokenOfIn(context, discounted);
  const beside = namedBeside(context, span);
  const admits = (who: Who): boolean =>
    isSomebody(who) &&
    !beside.has(who) &&
    !isNoName(context, who) &&
    agrees(who.gender, gender) &&
    who !== own &&
    !addressed.has(who) &&
    !isOnlyIn(discounted, who.entity);
  const ranked = context.discourse
    .candidates(span.start, { admits, discounted })
    .map((candidate) => ({
      ...candidate,
      score:
        candidate.score *
        (candidate.who.gender === gender ? 1 : UNKNOWN_GENDER) *
        (spokenOf.has(candidate.who) ? SPOKEN_OF : 1) *
        (candidate.who.name === null ? UNNAMED : 1),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best) return unresolved(span, 'pronoun', 'speaker-unknown');
  if (second && second.score > best.score * (1 - AMBIGUITY_MARGIN)) {
    return unresolved(span, 'pronoun', 'speaker-ambiguous', best.antecedent, second.antecedent);
  }
  best.who.gender ??= gender;
  return resolvedBy(best.who, span, best.antecedent, 'pronoun', 'speaker-pronoun');
}

/** Whom the words speak to: `“Come, Darcy,” said he` is said by somebody else. */
function addressedIn(context: Context, said: readonly Span[]): ReadonlySet<Who> {
  const addressed = new Set<Who>();
  for (const spoken of said) {
    for (const { name, span, entity } of context.namesIn([spoken])) {
      const whole = { start: Math.min(span.start, name.start), end: name.end };
      if (isVocative(context.text, unquoted(context.text, spoken), whole))
        addressed.add(context.whoIs(entity));
    }
  }
  return addressed;
}

/** Whom quoted words name: `“Here is Dr. Orr,” she said` is hardly said by the doctor. */
function spokenOfIn(context: Context, said: readonly Span[]): ReadonlySet<Who> {
  const quoted = said.filter((span) => context.discourse.isQuoted(unquoted(context.text, span).start));
  if (quoted.length === 0) return new Set();
  return new Set(
    context
      .namesIn(quoted)
      .filter(
        ({ phrase, span }) =>
          !phrase.attributive &&
          !phrase.possessive &&
          !OWN_NAME.test(context.text.slice(Math.max(0, span.start - NAMES_SELF), span.start)),
      )
      .map(({ entity }) => context.whoIs(entity)),
  );
}

/** `I’m Anna Orr`, `My name is …`: who says so names herself. */
const OWN_NAME = /(?:\bI['’]m|\bI am|\bname(?: is|['’]s)|\bcall me|\bthis is)\s$/i;
const NAMES_SELF = 12;

/** The span without a quotation mark at its beginning. */
function unquoted(text: string, { start, end }: Span): Span {
  return { start: /["“‘'«]/.test(text[start] ?? '') ? start + 1 : start, end };
}

/** `“Rock ’n’ roll,” he said`: a capital of unknown kind that stands nowhere but in what is said. */
function isOnlyIn(said: readonly Span[], entity: Entity | null | undefined): boolean {
  if (entity?.kind !== 'thing') return false;
  return entity.mentions.every(({ name }) =>
    said.some(({ start, end }) => start <= name.start && name.end <= end),
  );
}

/** How many characters behind a pronoun the names of its own clause are looked for. */
const CLAUSE = 80;

/** `she explained to Anna`: whom a clause names behind its pronoun is somebody else. */
function namedBeside(context: Context, span: Span): ReadonlySet<Who> {
  const { end } = span;
  if (!/^s?he$/i.test(context.words(span))) return new Set();
  const rest = context.text.slice(end, end + CLAUSE);
  const stop = rest.search(/[.,;:!?()—"“”‘«»]|--|\n\s*\n/);
  const clause = { start: end, end: end + (stop < 0 ? rest.length : stop) };
  return new Set(
    context
      .namesIn([clause])
      .filter(({ phrase, name }) => !phrase.possessive && !phrase.attributive && name.end <= clause.end)
      .map(({ entity }) => context.whoIs(entity)),
  );
}

/**
 * `Pooh!`, `We'se hungry`: a capital of unknown kind that stands in nothing but what people say; `the _Northern Star_`: one
 * that is always emphasised, as ships and papers are.
 */
function isNoName({ text, discourse }: Context, { entity }: Who): boolean {
  if (entity?.kind !== 'thing') return false;
  const mentions = entity.mentions.slice(0, FIRST_MENTIONS);
  return (
    mentions.every(({ name }) => discourse.isQuoted(name.start)) ||
    mentions.every(({ name }) => /[_*]/.test(text[name.start - 1] ?? ''))
  );
}

/** So many mentions show whether a name only ever says where. */
const FIRST_MENTIONS = 8;

/** `in Yalta`, `to Yalta`: a name that never stands without a preposition. */
function isWhere({ mentions }: Entity): boolean {
  return mentions.slice(0, FIRST_MENTIONS).every(({ phrase }) => phrase.afterPreposition);
}

/** One person: by name, or described. Names of unknown kind may be persons', unless they only ever stand behind `in`, `at`. */
function isSomebody({ kind, plural, entity }: Who): boolean {
  if (plural || kind === 'document') return false;
  return (
    kind !== 'organisation' ||
    (entity?.kind === 'thing' && entity.words.length === 1 && !entity.articles && !isWhere(entity))
  );
}

function firstPerson(context: Context, span: Span): Resolution {
  const own = context.speakerAroundAtLast(span);
  if (own) return resolvedBy(own, span, own.introduction, 'pronoun', 'speaker-own-words');
  const author = context.register.author;
  if (author && !context.discourse.isQuoted(span.start)) {
    return resolvedBy(context.whoIs(author), span, author.name, 'pronoun', 'speaker-author');
  }
  return unresolved(span, 'pronoun', 'speaker-unknown');
}

function thing(context: Context, span: Span, discounted: readonly Span[]): Resolution {
  const last = context.discourse.lastSpeaker(span.start)?.who;
  const admits = (who: Who): boolean =>
    !who.plural &&
    (who.kind === 'document' ||
      // a name of which the article does not show whose it is may be a body's when it spoke last
      (who.kind === 'organisation' && (who.entity?.kind !== 'thing' || who === last)));
  const [best] = context.discourse.candidates(span.start, { admits, discounted });
  if (!best) return unresolved(span, 'pronoun', 'speaker-unknown');
  return resolvedBy(best.who, span, best.antecedent, 'pronoun', 'speaker-pronoun');
}

/** `they`: several people; or the body that spoke last. */
function plural(context: Context, span: Span, discounted: readonly Span[]): Resolution {
  const admits = (who: Who): boolean => who.plural || who.kind === 'organisation';
  const [best] = context.discourse.candidates(span.start, { admits, discounted });
  const spokeLast = best !== undefined && context.discourse.lastSpeaker(span.start)?.who === best.who;
  if (best && (best.who.plural || spokeLast)) {
    return resolvedBy(best.who, span, best.antecedent, 'pronoun', 'speaker-pronoun');
  }
  return introduces(newWho('group', span), span, 'pronoun', 'speaker-group');
}

/** `Hale, the mayor, who said`; `the report, which says`: what stands directly before, or whom that is beside. */
function relative(context: Context, span: Span, head: string): Resolution {
  const before = tokensBefore(context, span);
  const last = before.at(-1);
  if (!last) return unresolved(span, 'pronoun', 'speaker-unknown');
  const sentence = { start: before[0]!.start, end: last.end };
  const person = head === 'who' || head === 'whom' || head === 'whose';
  const name = context
    .namesIn([sentence])
    .findLast(
      ({ full, entity, phrase }) =>
        full.end >= last.end && (!person || entity.kind === 'person') && !phrase.possessive,
    );
  if (name) return resolvedBy(context.whoIs(name.entity), span, name.name, 'pronoun', 'speaker-relative');
  const described = person ? describedIn(context, before, sentence) : null;
  if (described) return { ...described, mention: { ...described.mention, span, form: 'pronoun' } };
  if (singularRole(last.lower)?.plural === false)
    return introduces(newWho('unnamed', span), span, 'pronoun', 'speaker-unnamed');
  return introduces(newWho('group', span), span, 'pronoun', 'speaker-group');
}

/** `the nominee for mayor, who`; `Vale is a lawyer who`: a description with nothing but its own words after it. */
function describedIn(context: Context, before: readonly Token[], sentence: Span): Resolution | null {
  const block = context.blockAt(sentence.start);
  const at = context.blocks[block]!.span.start;
  const description = findDescriptions(context.facts[block]!).people.findLast(
    ({ span }) => span.start + at >= sentence.start && span.end + at <= sentence.end,
  );
  if (!description) return null;
  const span = shift(description.span, at);
  const rest = before.filter(({ start }) => start >= span.end);
  if (rest.some(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || pos === 'CCONJ' || text === ','))
    return null;
  const subject = predicated(context, before, span);
  if (subject)
    return resolvedBy(context.whoIs(subject.entity), span, subject.name, 'description', 'speaker-relative');
  return description.indefinite
    ? null
    : bearerOf(context, { ...description, span, bare: false, apposition: null });
}

/** The name in `Vale is a lawyer`, given the span of `a lawyer`. */
function predicated(context: Context, before: readonly Token[], span: Span): NameMention | undefined {
  const verb = before.findLast(({ end }) => end <= span.start);
  if (verb?.lemma !== 'be') return undefined;
  return context
    .namesIn([{ start: before[0]!.start, end: verb.start }])
    .findLast(({ name, entity }) => entity.kind === 'person' && name.end + 1 >= verb.start);
}

/** The tokens of the sentence up to the pronoun, without marks at the end. */
function tokensBefore(context: Context, span: Span): Token[] {
  const block = context.blockAt(span.start);
  const at = context.blocks[block]?.span.start ?? 0;
  const sentence = context.facts[block]?.sentences.findLast(({ start }) => start + at <= span.start);
  if (!sentence) return [];
  const tokens = context
    .tokensIn([{ start: Math.max(sentence.start + at, span.start - FAR), end: span.start }])
    .filter(({ end }) => end <= span.start);
  while (tokens.length > 0 && tokens.at(-1)!.pos === 'PUNCT' && tokens.at(-1)!.text !== ')') tokens.pop();
  return tokens;
}
