/** Whom a description of one person means: `the spokesman`, `the junior senator`, `a neighbor`. */
import type { Span } from '../../text/span.ts';
import { ROLE_NOUNS, ROLE_SYNONYMS, WIDER_ROLES } from '../../language/en/roles.ts';
import { PARTIES, PEOPLES } from '../../language/en/organisationWords.ts';
import { TITLES } from '../../language/en/titles.ts';
import type { Context } from './context.ts';
import { agrees } from './discourse.ts';
import { type Entity, entityGender, type PlacedRole } from './entity.ts';
import type { Resolution, Who } from './who.ts';
import { introduces, newWho, resolvedBy } from './who.ts';

/** `The boy`, `the person` are hardly whoever was named last. */
const SOMEBODY_ELSE: ReadonlySet<string> = new Set([
  'boy',
  'girl',
  'child',
  'baby',
  'kid',
  'teenager',
  'person',
]);

/** How far back, in sentences, `the 45-year-old` may mean whoever was spoken of. */
const DESCRIBED_AGAIN_REACH = 2;
/** How many characters behind somebody new an older acquaintance may still be named again. */
const NEARBY = 400;
/** What one word of a description that the role does not have takes away, a shared one adding 1. */
const MISSING_WORD = 0.4;

/** Words that make an office another one. */
const OTHER_OFFICE = new Set(['vice', 'deputy', 'assistant', 'associate', 'under', 'lieutenant']);

/** Roles of those who share a surname. */
const RELATIVES: ReadonlySet<string> = new Set(
  'wife husband widow widower son daughter brother sister mother father mom dad grandmother grandfather'.split(
    ' ',
  ),
);

/** Who plays, and who picks them: nobody is called both. */
const PLAYERS: ReadonlySet<string> = new Set(
  'player striker midfielder defender goalkeeper winger forward quarterback pitcher batsman bowler scorer'.split(
    ' ',
  ),
);
const STAFF: ReadonlySet<string> = new Set(['manager', 'coach', 'owner', 'chairman', 'referee']);

/** Roles one holds alone: nobody has two of them at once without the article's saying so. */
const OFFICES = new Set(TITLES.values());

export interface RoleDescription {
  readonly span: Span;
  readonly head: string;
  readonly modifiers: readonly string[];
  /** `a`, `one`, `another`: taken as somebody new. */
  readonly indefinite: boolean;
  /** Nobody else is in the phrase: not `Hale’s lawyer`, `the chair of the board`. */
  readonly bare: boolean;
  /** The role in an apposition: `surgeon` for `her colleague, a surgeon,`. */
  readonly apposition: string | null;
}

/** Resolves a description that is a source. */
export function resolveRole(context: Context, description: RoleDescription): Resolution {
  const { span, head, indefinite, bare, apposition } = description;
  const gender = ROLE_NOUNS.get(head) ?? null;
  if (!indefinite) {
    const brought = bare ? context.introduced.get(head) : undefined;
    const bearer = bearerInMind(context, description);
    const known = bearer && brought && isNearer(brought, bearer, head) ? null : bearer;
    const before = known ?? describedBefore(context, description);
    if (before) return before;
    if (brought)
      return resolvedBy(
        newWho('unnamed', brought, { gender, nouns: [head] }),
        span,
        brought,
        'description',
        'speaker-unnamed-again',
      );
    const again = bare && !isCalledSo(context, span) ? describedAgain(context, description) : null;
    if (again) return again;
  }
  const nouns = apposition === null ? [head] : [head, apposition];
  return introduces(newWho('unnamed', span, { gender, nouns }), span, 'description', 'speaker-unnamed');
}

/** `the General` of a story is not General Orr, who is named only later. */
export function bearerInMind(context: Context, description: RoleDescription): Resolution | null {
  const bearer = bearerOf(context, description);
  const isLater = bearer?.mention.reason.code === 'speaker-role-later';
  return isLater && isCalledSo(context, description.span) ? null : bearer;
}

/** `the Queen` of a story: a description that stands for a name means nobody else who has one. */
export function isCalledSo({ inConversation, text }: Context, { start, end }: Span): boolean {
  return inConversation && /\s\p{Lu}\p{Ll}[\p{L}’'-]*$/u.test(text.slice(start, end));
}

/**
 * `Radio Kale quoted a port official …. The official said`: somebody brought in by this very noun is meant before a
 * minister, who is an official, too, and was named before that.
 */
function isNearer(brought: Span, { who }: Resolution, head: string): boolean {
  const roles = who.entity?.roles ?? [];
  if (roles.some((role) => role.head === head || role.words.includes(head))) return false;
  const last = who.entity?.mentions.findLast(({ name }) => name.start < brought.end + NEARBY);
  return last !== undefined && last.name.start < brought.start;
}

/** The person to whom the article gives the role: before, or further down when only one fits. */
export function bearerOf(context: Context, description: RoleDescription): Resolution | null {
  const { span, head } = description;
  const gender = ROLE_NOUNS.get(head) ?? null;
  const fits = context.index
    .persons(head, span.start)
    .map((entity) => ({ entity, fit: bestFit(entity, description) }))
    .filter(
      ({ entity, fit }) =>
        fit > 0 && agrees(entityGender(entity), gender) && !ofAnotherParty(entity, description),
    );
  const top = Math.max(0, ...fits.map(({ fit }) => fit));
  const best = mostRecent(
    context,
    fits.filter(({ fit }) => fit > top - 0.01).map(({ entity }) => entity),
    span.start,
  );
  if (!best) return null;
  const later = best.mentions[0]!.name.start > span.start;
  const who = context.whoIs(best);
  return resolvedBy(
    who,
    span,
    who.introduction,
    'description',
    later ? 'speaker-role-later' : 'speaker-role',
  );
}

/** Of several entries the one in mind at the offset; a single one wherever it stands. */
export function mostRecent(context: Context, entities: readonly Entity[], offset: number): Entity | null {
  if (entities.length <= 1) return entities[0] ?? null;
  const among = new Map(entities.map((entity) => [context.whoIs(entity), entity]));
  const [recent] = context.discourse.candidates(offset, { admits: (who) => among.has(who) });
  return recent ? among.get(recent.who)! : null;
}

/** `the woman` for `a woman in the second row`: the unnamed person introduced by the same noun. */
export function describedBefore(context: Context, { span, head }: RoleDescription): Resolution | null {
  const admits = ({ kind, nouns }: Who): boolean => kind === 'unnamed' && nouns.includes(head);
  const [best] = context.discourse.candidates(span.start, { admits });
  return best ? resolvedBy(best.who, span, best.antecedent, 'description', 'speaker-unnamed-again') : null;
}

/** `the 45-year-old`: whoever the last sentences are about, when nothing speaks against it. */
export function describedAgain(context: Context, description: RoleDescription): Resolution | null {
  const { discourse } = context;
  const { span, head } = description;
  if (SOMEBODY_ELSE.has(head)) return null;
  const gender = ROLE_NOUNS.get(head) ?? null;
  const own = context.speakerAround(span);
  const answered = spokeBefore(context, span);
  const admits = (who: Who): boolean =>
    (who.kind === 'person' || (who.kind === 'unnamed' && !who.plural)) &&
    who !== own &&
    who !== answered &&
    agrees(who.gender, gender) &&
    !ofAnotherParty(who.entity, description) &&
    !inAnotherOffice(who, description) &&
    !onTheBench(who, head);
  const [best] = discourse.candidates(span.start, { admits });
  if (
    !best ||
    discourse.sentenceAt(span.start) - discourse.sentenceAt(best.antecedent.start) > DESCRIBED_AGAIN_REACH ||
    isInAnotherTurn(context, span, best.antecedent)
  )
    return null;
  return resolvedBy(best.who, span, best.antecedent, 'description', 'speaker-described-again');
}

/** In a conversation `the young woman` is not whoever has spoken in the paragraph before. */
function spokeBefore(context: Context, { start }: Span): Who | null {
  const last = context.inConversation ? context.discourse.lastSpeaker(start) : undefined;
  return last && context.blockAt(last.span.start) < context.blockAt(start) ? last.who : null;
}

/** Who spoke before is nobody whom the next speaker goes on about. */
function isInAnotherTurn(context: Context, { start }: Span, antecedent: Span): boolean {
  const block = context.blockAt(start);
  return context.blocks[block]?.kind === 'turn' && context.blockAt(antecedent.start) !== block;
}

function ofAnotherParty(entity: Entity | null, { head, modifiers }: RoleDescription): boolean {
  const party = partyOf([...modifiers, head]);
  return (
    party !== undefined && (entity?.roles.some(({ words }) => (partyOf(words) ?? party) !== party) ?? false)
  );
}

/** Somebody called mayor is not called governor next. */
function inAnotherOffice({ entity }: Who, { head, modifiers }: RoleDescription): boolean {
  if (!OFFICES.has(head)) return false;
  const roles = entity?.roles ?? [];
  return (
    roles.some((role) => OFFICES.has(role.head)) &&
    !roles.some((role) => sameRole(role, head) && !isOtherOffice(role, modifiers))
  );
}

/** The manager is not the striker. */
function onTheBench({ entity }: Who, wanted: string): boolean {
  const [asked, other] = PLAYERS.has(wanted) ? [PLAYERS, STAFF] : [STAFF, PLAYERS];
  const roles = entity?.roles ?? [];
  return (
    asked.has(wanted) &&
    roles.some(({ head }) => other.has(head)) &&
    !roles.some(({ head }) => asked.has(head))
  );
}

function partyOf(words: readonly string[]): string | undefined {
  for (const word of words) {
    const party = PARTIES.get(word);
    if (party !== undefined) return party;
  }
  return undefined;
}

/** How well a description fits the roles the article gives somebody: 0 for not at all. */
function bestFit(entity: Entity, description: RoleDescription): number {
  let best = 0;
  for (const role of entity.roles) best = Math.max(best, fitOf(role, description, entity));
  return best;
}

function fitOf(role: PlacedRole, { head, modifiers }: RoleDescription, { words }: Entity): number {
  if (!sameRole(role, head)) return 0;
  if (isOtherOffice(role, modifiers)) return 0;
  const wanted = modifiers.map(oneWordFor);
  // `Mr. Dunn’s wife` is the wife who has his name.
  const given = [...role.words, ...(RELATIVES.has(head) ? words : [])].map(oneWordFor);
  const people = wanted.filter((word) => PEOPLES.has(word));
  const others = given.filter((word) => PEOPLES.has(word));
  if (people.length > 0 && others.length > 0 && !people.some((word) => others.includes(word))) return 0;
  const known = wanted.filter((word) => given.includes(word)).length;
  const missing = wanted.filter((word) => !given.includes(word) && !PEOPLES.has(word)).length;
  return missing > known ? 0 : 1 + known - MISSING_WORD * missing;
}

/** A vice president is not `the president`. */
function isOtherOffice({ head, words }: PlacedRole, modifiers: readonly string[]): boolean {
  return words.some((word) => word !== head && OTHER_OFFICE.has(word) && !modifiers.includes(word));
}

function oneWordFor(word: string): string {
  return PARTIES.get(word) ?? word;
}

function sameRole({ head, words }: PlacedRole, wanted: string): boolean {
  const given = ROLE_SYNONYMS.get(head) ?? head;
  const asked = ROLE_SYNONYMS.get(wanted) ?? wanted;
  return given === asked || words.includes(wanted) || (WIDER_ROLES.get(given)?.includes(asked) ?? false);
}
