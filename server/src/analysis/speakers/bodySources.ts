/** Whom a description of a body or a document means: `the ministry`, `Hale’s office`, `the ministry’s statement`. */
import { ORGANISATION_NOUNS } from '../../language/en/organisationWords.ts';
import type { Span } from '../../text/span.ts';
import { kindsOfBody } from './bodyKinds.ts';
import type { Context } from './context.ts';
import { mostRecent } from './roleSources.ts';
import { isUtterance } from './sources/headKind.ts';
import type { SourcePhrase } from './sources/sourcePhrase.ts';
import type { Entity } from './entity.ts';
import type { Resolution, Who } from './who.ts';
import { introduces, newWho, resolvedBy } from './who.ts';

/** Modifiers that make a body's name with its noun in lower case: `federal government`. */
const NAMING_MODIFIERS = new Set(['federal', 'central', 'national']);

/** Nouns that stand for whatever body has been spoken of; `the government` or `the court` means a certain one. */
const MAY_MEAN_ANY_BODY = new Set(
  (
    'company corporation firm bank business group organization organisation agency outlet network newspaper paper magazine ' +
    'publisher broadcaster station website airline retailer manufacturer carmaker automaker startup charity nonprofit ' +
    'foundation association watchdog chain label brand studio club union publication bureau university college hospital ' +
    'museum lender insurer supplier producer builder exporter importer contractor operator maker'
  ).split(' '),
);

/** What newspapers may be called. */
const PRESS = new Set(
  'newspaper paper magazine publication outlet organization organisation company group publisher website site'.split(
    ' ',
  ),
);

/** Last words of names that bodies of any kind have. */
const SAYS_LITTLE = new Set(
  (
    'group company corporation corp inc ltd llc co association organization organisation foundation society network ' +
    'agency institute center centre service services trust business partnership'
  ).split(' '),
);

/** Resolves a source that is itself another phrase, such as the owner of a statement. */
export type ResolvePart = (tokens: SourcePhrase['possessor'], span: Span) => Resolution | null;

/** Resolves `the agency`, `the Hale campaign`, `her office`. */
export function resolveBody(context: Context, phrase: SourcePhrase, resolvePart: ResolvePart): Resolution {
  const { head, base, modifiers } = phrase;
  const words = modifiers.filter((word) => word !== head);
  const owner = ownerOf(phrase, resolvePart);
  const surname = owner?.entity?.words.at(-1);
  const wanted = surname === undefined ? words : [surname];
  const fits = context.index
    .bodies(head, base.start)
    .filter((entity) => wanted.every((word) => entity.words.includes(word)));
  if (phrase.definite || wanted.length > 0 || head === 'police') {
    const best = mostRecent(context, fits, base.start);
    if (best) return resolvedBy(context.whoIs(best), base, best.name, 'description', 'speaker-organisation');
  }
  if (phrase.owner && (!phrase.owner.phrase.possessive || owner))
    return named(context, { start: phrase.owner.name.start, end: base.end }, base);
  if (words.length === 1 && phrase.definite && NAMING_MODIFIERS.has(words[0]!)) {
    return named(context, { start: base.end - words[0]!.length - head.length - 1, end: base.end }, base);
  }
  const takenAsKnown =
    phrase.definite &&
    phrase.ownerPronoun === null &&
    (words.length === 0 || isMaker(head, words) || saysWhatItDoes(context, base, words));
  if (takenAsKnown && !phrase.modified && (MAY_MEAN_ANY_BODY.has(head) || isMaker(head, words))) {
    const admits = ({ kind, entity }: Who): boolean =>
      kind === 'organisation' &&
      (entity === null ||
        entity.kind === 'organisation' ||
        (entity.kind === 'thing' && isActor(context, entity))) &&
      (head !== 'union' || entity === null || entity.subject) &&
      !isOtherKindOfBody(entity?.words ?? [], head);
    const [best] = context.discourse.candidates(base.start, { admits });
    // whatever it does, only who has just spoken is surely meant
    const surely =
      words.length === 0 ||
      isMaker(head, words) ||
      best?.who === context.discourse.lastSpeaker(base.start)?.who;
    if (best && surely)
      return resolvedBy(best.who, base, best.antecedent, 'description', 'speaker-organisation');
  }
  return introduces(newWho('unnamed', base, { nouns: [head] }), base, 'description', 'speaker-unnamed');
}

/** `the pump maker`, `the maker`, `the chipmaker`: what it makes is no name. */
function isMaker(head: string, words: readonly string[]): boolean {
  return head.endsWith('maker') && words.length <= 2;
}

/** `the software company`, `the campaign group`: nothing in capitals that would tell it from others. */
function saysWhatItDoes(context: Context, base: Span, words: readonly string[]): boolean {
  return words.length <= 2 && /^the(?: [a-z-]+){2,3}$/.test(context.words(base).replace(/^T/, 't'));
}

/** Something named that acts, and whose capital is not only that of a sentence: `Volumes rose` names no body. */
function isActor({ facts, text }: Context, { subject, words, mentions }: Entity): boolean {
  if (!subject || words.length > 1) return subject;
  return mentions.some(({ phrase, name, at, block }) => {
    const sentence = facts[block]?.sentences[phrase.sentence];
    return (
      sentence === undefined ||
      /[^"“‘'«\s]/.test(text.slice(sentence.start + at, name.start)) ||
      !/^\p{Lu}\p{Ll}/u.test(text.slice(name.start))
    );
  });
}

/** Whether a word of a name says that its bearer is something else: no `Department of …` and no `… School` is “the union”. */
function isOtherKindOfBody(words: readonly string[], noun: string): boolean {
  const kinds = kindsOfBody(noun);
  if (words.some((word) => kinds.includes(word))) return false;
  const isUnion = noun === 'union';
  if (!PRESS.has(noun) && words.some((word) => kindsOfBody('newspaper').includes(word))) return true;
  return words.some((word) => ORGANISATION_NOUNS.has(word) && (isUnion || !SAYS_LITTLE.has(word)));
}

function named(context: Context, name: Span, span: Span): Resolution {
  const who = context.bodyCalled(context.words(name), span);
  return introduces(who, span, 'organisation', 'speaker-named');
}

/** Resolves `a new poll`, `the ministry’s statement`, `a Harbor Times report`, `the film, titled “Salt”`. */
export function resolveDocument(
  context: Context,
  phrase: SourcePhrase,
  resolvePart: ResolvePart,
): Resolution {
  const { owner, base, head, title } = phrase;
  const behind = isUtterance(head) ? ownerOf(phrase, resolvePart) : null;
  if (behind) return resolvedBy(behind, base, behind.introduction, 'description', 'speaker-statement');
  // Issuer and noun side by side name the document.
  const issued = owner && !owner.phrase.possessive ? { start: owner.name.start, end: base.end } : null;
  const name = title ?? issued;
  if (name === null && phrase.definite) {
    const admits = (who: Who): boolean =>
      who.kind === 'document' && who.nouns.includes(head) && who.name !== null;
    const [known] = context.discourse.candidates(base.start, { admits });
    if (known) return resolvedBy(known.who, base, known.antecedent, 'description', 'speaker-organisation');
  }
  const who = newWho('document', base, { name: name && context.words(name), nouns: [head] });
  return introduces(who, base, 'description', 'speaker-document');
}

/** Who stands before the possessive mark, or behind `his`; null for places and nobody named. */
function ownerOf({ possessor, ownerPronoun }: SourcePhrase, resolvePart: ResolvePart): Who | null {
  const tokens = possessor.length > 0 ? possessor : ownerPronoun ? [ownerPronoun] : [];
  const first = tokens[0];
  if (!first) return null;
  const who = resolvePart(tokens, { start: first.start, end: tokens.at(-1)!.end })?.who ?? null;
  return who?.name === null || who?.entity?.kind === 'place' ? null : who;
}
