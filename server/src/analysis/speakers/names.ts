/**
 * The names in one block, with what stands around them: titles, roles, appositions. A pure function of the block's
 * facts, remembered by the identity of the block, so that an unchanged paragraph is read once however often the article
 * is analysed again.
 *
 * A name is a run of capitalised words with the small words that names contain (`van der`, `of the`). Whether it is a
 * person's, a body's or a place's is decided for the whole article in `register.ts`; here only the local evidence is
 * noted. All offsets count from the block's start.
 */
import type { Span } from '../../text/span.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import type { BlockFacts } from '../blockFacts.ts';
import type { Token } from '../tokens.ts';
import { GIVEN_NAMES } from '../../language/en/givenNames.ts';
import {
  GROUP_NOUNS,
  LOWER_CASE_BODIES,
  NAME_ONLY,
  ORGANISATION_NOUNS,
  PEOPLES,
} from '../../language/en/organisationWords.ts';
import { PLACES } from '../../language/en/places.ts';
import { ROLE_NOUNS, singularRole } from '../../language/en/roles.ts';
import type { Gender } from '../../language/en/titles.ts';
import {
  HONORIFICS,
  NAME_PARTICLES,
  NAME_SUFFIXES,
  NO_TITLE_BEFORE,
  TITLE_GENDER,
  TITLE_OBJECTS,
  TITLES,
} from '../../language/en/titles.ts';
import { ABBREVIATIONS } from '../../language/en/abbreviations.ts';
import { perWord, type Word, wordOf } from '../words.ts';
import {
  beginsWithLetter,
  hasCapital,
  isAcronymic,
  isCalendarWord,
  isCommonNoun,
  mayContinueName,
  mayOpenName,
  plainWord,
  roleNamed,
} from './wordForms.ts';

/** `head of the Tarn Harbour Board`, `White House press secretary`: what somebody is said to be. */
export interface RolePhrase {
  readonly span: Span;
  /** The noun that names the role, singular: `commander`. */
  readonly head: string;
  /** All its words, lower case, function words left out. */
  readonly words: readonly string[];
}

export type NameHint = 'person' | 'organisation' | 'place';

export interface NamePhrase {
  /** With titles and roles before it: `US Gen. Joseph Votel`. */
  readonly span: Span;
  /** With an apposition after it as well: `Keane, the head of the Tarn Harbour Board`. */
  readonly full: Span;
  /** The bare name: `Joseph Votel`. */
  readonly name: Span;
  /** Its words in lower case without stops: `joseph`, `votel`. */
  readonly words: readonly string[];
  /** What the words themselves and those around show. */
  readonly hint: NameHint | null;
  /** Known from a title, an honorific or a role: `Mr.`, `spokeswoman`. */
  readonly gender: Gender | null;
  readonly roles: readonly RolePhrase[];
  /** A short form in brackets after it: `(CEPR)`. */
  readonly acronym: Span | null;
  /** Index of the sentence of the block. */
  readonly sentence: number;
  /** Before it stands an article: `the Times`. */
  readonly afterArticle: boolean;
  /** Before it stands a preposition: `to Hale`. */
  readonly afterPreposition: boolean;
  /** `at the United Nations`: where something happens. */
  readonly locative: boolean;
  /** `Hale’s`. */
  readonly possessive: boolean;
  /** A noun follows that the name modifies: `the Hale campaign`. */
  readonly attributive: boolean;
  /** A verb follows: the name is probably a subject. */
  readonly beforeVerb: boolean;
  readonly honorific: boolean;
}

const remembered = new WeakMap<BlockFacts, readonly NamePhrase[]>();

/**
 * The names of a block in text order. They do not overlap, but that a body named after somebody comes before the name in
 * it: `Hale campaign`, then `Hale`. Never throws.
 */
export function findNames(facts: BlockFacts): readonly NamePhrase[] {
  const known = remembered.get(facts);
  if (known) return known;
  const names = new NameFinder(facts).find();
  remembered.set(facts, names);
  return names;
}

/** What follows a name: its last token, and what it makes of the bearer. */
interface After {
  readonly last: number;
  readonly role: RolePhrase | null;
  readonly person: boolean;
  readonly body?: boolean;
  readonly acronym: Span | null;
}

/** One word of a name: a token, or several written together (`Jean-Luc`). */
interface NameWord {
  readonly lower: string;
  readonly word: Word;
  readonly first: number;
  /** Index of its last token, a stop after an abbreviation included. */
  readonly last: number;
}

const APOSTROPHE_S = new Set(["'s", '’s', "'", '’']);
const QUOTE_MARKS = new Set(['"', '“', '”', '‘', '’', "'"]);
const BODY_CONNECTORS = new Set(['of', 'for', 'on', 'and', '&']);
/** First words of bodies of the kind `Securities and Exchange Commission`. */
const FIRST_OF_PAIR = new Set(
  'securities citizenship health food education science arts housing customs immigration research trade budget economic oil parks children fish ways homeland transportation labor environment energy policy culture'.split(
    ' ',
  ),
);
const FUNCTION_PARTS = new Set([
  'DET',
  'PRON',
  'ADP',
  'SCONJ',
  'CCONJ',
  'AUX',
  'ADV',
  'INTJ',
  'PART',
  'NUM',
  'PUNCT',
]);
const RELATIVES = new Set(['who', 'whose', 'which']);
/** `“Parsons, Mother.”` speaks to the mother. */
const KIN_IN_ADDRESS = new Set(
  'mother father mum mom mamma dad uncle aunt sister brother nurse son'.split(' '),
);
const OWNING = new Set(['his', 'her', 'its', 'their']);
const MAX_ROLE_TOKENS = 8;
const MAX_APPOSITION_TOKENS = 25;

class NameFinder {
  private readonly tokens: readonly Token[];
  private readonly startsSentence: Uint8Array;
  private readonly found: NamePhrase[] = [];

  constructor(private readonly facts: BlockFacts) {
    this.tokens = facts.tokens;
    this.startsSentence = new Uint8Array(this.tokens.length);
    let i = 0;
    for (const { start } of facts.sentences) {
      while (i < this.tokens.length && this.tokens[i]!.start < start) i++;
      if (i < this.tokens.length) this.startsSentence[i] = 1;
    }
  }

  find(): readonly NamePhrase[] {
    const titleCase = isTitleCase(this.facts);
    for (let i = 0; i < this.tokens.length; i++) {
      if (!(mayOpenName(this.tokens[i]!) || this.opensWithJan(i)) || !this.canStart(i, titleCase)) continue;
      const words = this.extend(i, titleCase);
      const end = words.at(-1)!.last + 1;
      this.read(words);
      i = end - 1;
    }
    return this.found;
  }

  /** `Jan Dahl`, `Jan-Erik`, unlike `Jan 6`: a name follows the short form of the month. */
  private opensWithJan(i: number): boolean {
    const next = this.tokens[i + 1];
    return (
      this.tokens[i]!.text === 'Jan' && next !== undefined && (mayOpenName(next) || this.isHyphened(i + 1))
    );
  }

  private isHyphened(i: number): boolean {
    return this.tokens[i]!.text === '-' && this.glued(i) && this.isCapitalisedAt(i + 1);
  }

  /** Whether the word at `i`, whose form would do, begins a name here. */
  private canStart(i: number, titleCase: boolean): boolean {
    const token = this.tokens[i]!;
    if (titleCase) return isGivenName(token) || isAcronymic(token) || isPlace(token);
    const { pos } = token;
    if (FUNCTION_PARTS.has(pos) && !isGivenName(token)) return false;
    if (!this.opensClause(i)) return true;
    // `Said Ruiz:`, but `Miss Ruiz` and `Dunning, who`
    if (pos === 'VERB' && !isGivenName(token))
      return (isHonorific(token) && this.isCapitalisedAt(i + 1)) || this.isDescribed(i);
    if (pos === 'PROPN') return !this.isPlainNoun(i) && !this.isParticiple(i);
    return this.isCapitalisedAt(i + 1) || isGivenName(token);
  }

  private isCapitalisedAt(i: number): boolean {
    return i < this.tokens.length && hasCapital(this.tokens[i]!);
  }

  /** A capital here need not mean a name: the word begins a sentence or a quotation. */
  private opensClause(i: number): boolean {
    const before = this.tokens[i - 1];
    return (
      this.startsSentence[i] === 1 ||
      (before !== undefined && (QUOTE_MARKS.has(before.text) || before.text === ':'))
    );
  }

  /** `Officials said`, `Police are`: a common noun at the head of a sentence, whatever the tagger says. */
  private isPlainNoun(i: number): boolean {
    return !this.isCapitalisedAt(i + 1) && isCommonNoun(this.tokens[i]!);
  }

  /** `Dunning, who`: only somebody's name goes on so. */
  private isDescribed(i: number): boolean {
    return this.tokens[i + 1]?.text === ',' && /^whos?e?$/.test(this.tokens[i + 2]?.lower ?? '');
  }

  /** `Cross-examined by`, `Opening the case`: a verb at the head of a sentence, whatever the tagger says. */
  private isParticiple(i: number): boolean {
    const next = this.tokens[i + 1];
    if (isGivenName(this.tokens[i]!) || next === undefined || hasCapital(next)) return false;
    return this.tokens[i]!.lower.endsWith('ing')
      ? next.pos === 'DET' || OWNING.has(next.lower)
      : this.tokens[i]!.lower.endsWith('ed') && (next.lower === 'by' || next.lower === 'whether');
  }

  /** The words of the name that begins at token `i`. */
  private extend(i: number, titleCase: boolean): NameWord[] {
    const words: NameWord[] = [this.wordAt(i)];
    for (;;) {
      const next = words.at(-1)!.last + 1;
      const token = this.tokens[next];
      if (!token || this.startsSentence[next] === 1) break;
      if (titleCase && words.length >= 2) break;
      if (this.isNameWord(next)) {
        words.push(this.wordAt(next));
        continue;
      }
      if (isParticle(token) && this.particlesLeadOn(next)) {
        words.push(this.wordAt(next));
        continue;
      }
      const nickname = this.nicknameEnd(next);
      if (nickname !== null) {
        words.push(...this.wordsBetween(next, nickname));
        continue;
      }
      const joined = this.connectorEnd(words, next);
      if (joined === null) break;
      words.push(...this.wordsBetween(next, joined));
    }
    return words;
  }

  private isNameWord(i: number): boolean {
    const token = this.tokens[i];
    if (!token || this.startsSentence[i] === 1) return false;
    return mayContinueName(token) && token.pos !== 'PRON' && (!isCalendarWord(token) || this.isAddressed(i));
  }

  /** `Mr Sunday Agbo`, `Mrs. May`: behind a form of address even a day or a month is a name. */
  private isAddressed(i: number): boolean {
    const before = this.tokens[i - 1]!.text === '.' ? i - 2 : i - 1;
    return before >= 0 && isHonorific(this.tokens[before]!);
  }

  private particlesLeadOn(i: number): boolean {
    let k = i;
    while (k < this.tokens.length && isParticle(this.tokens[k]!) && k - i < 3) k++;
    return this.isNameWord(k);
  }

  /** `“Bobby” Scott`: a nickname in marks inside a name; the index of the token after the closing mark. */
  private nicknameEnd(i: number): number | null {
    if (!QUOTE_MARKS.has(this.tokens[i]?.text ?? '')) return null;
    const close = QUOTE_MARKS.has(this.tokens[i + 2]?.text ?? '')
      ? i + 2
      : QUOTE_MARKS.has(this.tokens[i + 3]?.text ?? '')
        ? i + 3
        : -1;
    if (close < 0 || !this.isNameWord(i + 1) || !this.isNameWord(close + 1)) return null;
    return close;
  }

  /** `of`, `for the`, `and` inside the name of a body or a title: the index of the last token before the next capital. */
  private connectorEnd(words: readonly NameWord[], i: number): number | null {
    const connector = this.tokens[i]!.lower;
    if (!BODY_CONNECTORS.has(connector)) return null;
    const article = this.tokens[i + 1]?.lower;
    const end = article === 'the' || (article === 'a' && connector === 'for') ? i + 1 : i;
    if (!this.isNameWord(end + 1)) return null;
    if (connector === '&') return end;
    const last = words.at(-1)!.lower;
    const bodyHead = words.some(
      (word) => isOrganisationNoun(word) || word.lower === 'house' || word.lower === 'workers',
    );
    if (connector === 'and') {
      const linked = words.some(({ lower }) => lower === 'of' || lower === 'for' || lower === 'on');
      if (linked && bodyHead) return this.continuesBody(end + 1) ? end : null;
      const opens =
        FIRST_OF_PAIR.has(last) || (words.length === 1 && this.tokens[words[0]!.first - 1]?.lower === 'the');
      return opens && this.continuesBody(end + 1) && this.endsAsBody(end + 1) ? end : null;
    }
    if (bodyHead) return end;
    if (connector === 'of' && TITLES.has(last)) return end;
    return null;
  }

  /** Whether the capitals from `i` on can be part of a body's name: no title, no given name. */
  private continuesBody(i: number): boolean {
    const { lower } = this.tokens[i]!;
    return !GIVEN_NAMES.has(lower) && !HONORIFICS.has(lower) && !TITLES.has(lower);
  }

  /** Whether the capitals from `i` on end in a body's noun: `Fisheries Commission`. */
  private endsAsBody(i: number): boolean {
    let last = i;
    while (this.isNameWord(last + 1)) last++;
    return ORGANISATION_NOUNS.has(this.tokens[last]!.lower) || NAME_ONLY.has(this.tokens[last]!.lower);
  }

  private wordsBetween(first: number, last: number): NameWord[] {
    const words: NameWord[] = [];
    for (let i = first; i <= last; i++) words.push(nameWord(plainWord(this.tokens[i]!), i, i));
    return words;
  }

  /** The word that begins at token `i`, with what is written together with it. */
  private wordAt(i: number): NameWord {
    let last = i;
    let word = plainWord(ownsInside(this.tokens[i]!) ? { word: unowned(this.tokens[i]!) } : this.tokens[i]!);
    while (this.tokens[last + 1]?.text === '-' && this.glued(last + 1) && this.glued(last + 2)) {
      const part = this.tokens[last + 2]!;
      if (!beginsWithLetter(part)) break;
      word = wordOf(`${word.lower}-${plainWord(part).lower}`);
      last += 2;
    }
    const stop = this.tokens[last + 1];
    if (stop?.text === '.' && this.glued(last + 1) && isAbbreviation({ word })) last++;
    return nameWord(word, i, last);
  }

  private glued(i: number): boolean {
    const before = this.tokens[i - 1];
    return before !== undefined && this.tokens[i]?.start === before.end;
  }

  /** Takes the words apart into titles, roles and the name, and notes what stands around them. */
  private read(words: readonly NameWord[]): void {
    if (words.length === 1 && this.isHyphenCompound(words[0]!)) return;
    if (this.isTitleInMarks(words) || this.isPostNominal(words) || this.isOneOfMany(words)) return;
    const nameAt = titleEnd(words);
    if (nameAt > 0) this.readEmployer(words.slice(0, nameAt));
    if (nameAt >= words.length) return;
    // `Acme Foods CEO`, `Ohio Republicans`: a role or people without a name.
    const name = withoutRoleAtEnd(words.slice(nameAt));
    const strippedRole = name.length < words.length - nameAt;
    if (name.length === 1 && (name[0]!.lower.length < 2 || (nameAt === 0 && isRoleOrPeople(name[0]!))))
      return;
    if (name.length === 0 || (strippedRole && nameAt > 0 && name.length === 1 && isRoleWord(name[0]!)))
      return;
    if (name.length === 1 && nameAt === 0 && isRoleWord(name[0]!) && !isGivenName(name[0]!)) return;
    this.add({ words, titles: words.slice(0, nameAt), name, strippedRole, body: false });
  }

  /** `his first ballet, “Rust”`: what stands alone in marks is called so, and is nobody. */
  private isTitleInMarks(words: readonly NameWord[]): boolean {
    const { first } = words[0]!;
    const opening = first - (/^(?:the|an?)$/.test(this.tokens[first - 1]?.lower ?? '') ? 2 : 1);
    const closing = this.tokens[words.at(-1)!.last + 1];
    return (
      !isGivenName(words[0]!) &&
      QUOTE_MARKS.has(this.tokens[opening]?.text ?? '') &&
      closing !== undefined &&
      QUOTE_MARKS.has(closing.text) &&
      closing.pos !== 'PART'
    );
  }

  /** `a Dean`, `a Bulgarian`: one of a kind; not `an Acme spokesman`. */
  private isOneOfMany(words: readonly NameWord[]): boolean {
    const [{ first, last }] = words as [NameWord, ...NameWord[]];
    const article = this.tokens[first - 1]?.lower;
    return words.length === 1 && (article === 'a' || article === 'an') && !this.modifiesNoun(last + 1);
  }

  /** `Ebiere Tonye, SAN,`: letters behind a name are nobody's name. */
  private isPostNominal(words: readonly NameWord[]): boolean {
    const [{ lower, first }] = words as [NameWord, ...NameWord[]];
    const comma = this.tokens[first - 1];
    return (
      words.length === 1 && NAME_SUFFIXES.has(lower) && comma?.text === ',' && this.isCapitalisedAt(first - 2)
    );
  }

  /** The body in front of a title: `Acme Foods` in `Acme Foods CEO Ana Ruiz`. */
  private readEmployer(titles: readonly NameWord[]): void {
    const end = titles.findIndex(endsEmployer);
    if (end <= 0) return;
    const name = titles.slice(0, end);
    const words = nameWords(name);
    const employer = !PLACES.has(words.join(' ')) && !words.every((word) => PEOPLES.has(word));
    if (employer) this.add({ words: name, titles: [], name, strippedRole: true, body: true });
  }

  private add({ words, titles, name, strippedRole, body }: NameParts): void {
    const lowers = nameWords(name);
    if (lowers.length === 0) return;
    const firstToken = words[0]!.first;
    const last = name.at(-1)!.last;
    const lead = strippedRole ? null : this.roleBefore(firstToken);
    const start = lead ? lead.first : firstToken;
    const before = this.titleRole(titles, lead, name[0]!.first - 1);
    const after = strippedRole ? null : this.after(last + 1);
    const apposed = lead || strippedRole ? null : this.roleInApposition(start);
    const roles = [before, apposed, after?.role].filter((role) => role !== null && role !== undefined);
    const around = this.surroundings(start, last, after?.last ?? last, lead);
    const hint = hintOf(lowers, this.tokens[name[0]!.first]!, name.length, {
      titled: titles.some(isTitle),
      role: lead !== null || apposed !== null || PEOPLES.has(titles[0]?.lower ?? ''),
      apposition: (after?.person ?? false) && !around.afterPreposition,
      body: after?.body ?? false,
    });
    const bare = { start: this.tokens[name[0]!.first]!.start, end: this.endOf(last) };
    const sentence = this.sentenceAt(firstToken);
    const owned = strippedRole || titles.length > 0 || lead ? null : this.lowerCaseBody(last + 1);
    if (owned !== null) {
      const noun = this.tokens[owned]!;
      this.found.push({
        sentence,
        span: { start: bare.start, end: noun.end },
        full: { start: bare.start, end: noun.end },
        name: { start: bare.start, end: noun.end },
        words: [...lowers, noun.lower],
        hint: 'organisation',
        gender: null,
        roles: [],
        acronym: null,
        ...this.surroundings(start, owned, owned, null),
        honorific: false,
      });
    }
    this.found.push({
      sentence,
      span: this.spanOf(start, last),
      full: this.spanOf(start, after ? after.last : last),
      name: bare,
      words: lowers,
      hint: body ? 'organisation' : hint,
      gender: genderOf(titles, roles),
      roles,
      acronym: after?.acronym ?? null,
      ...around,
      attributive: strippedRole || around.attributive,
      honorific: titles.some(isHonorific),
    });
  }

  /** Where the word ends, without an `’s` that the tokens leave on it: `Guðrún’s`. */
  private endOf(token: number): number {
    const { text, end } = this.tokens[token]!;
    return ownsInside(this.tokens[token]!) ? end - (text.length - text.search(/['’]s$/)) : end;
  }

  private sentenceAt(token: number): number {
    const offset = this.tokens[token]!.start;
    return Math.max(
      0,
      lastAtOrBefore(this.facts.sentences, offset, ({ start }) => start),
    );
  }

  private surroundings(
    first: number,
    last: number,
    fullLast: number,
    lead: { first: number } | null,
  ): Pick<
    NamePhrase,
    'afterArticle' | 'afterPreposition' | 'locative' | 'possessive' | 'attributive' | 'beforeVerb'
  > {
    const before = this.tokens[first - 1];
    const next = this.tokens[last + 1];
    const possessive =
      ownsInside(this.tokens[last]!) || (next !== undefined && this.isPossessiveMark(last + 1));
    return {
      afterArticle: before?.lower === 'the' || (lead !== null && this.tokens[first]!.lower === 'the'),
      afterPreposition:
        before?.pos === 'ADP' || (before?.lower === 'the' && this.tokens[first - 2]?.pos === 'ADP'),
      locative: before?.lower === 'at' || (before?.lower === 'the' && this.tokens[first - 2]?.lower === 'at'),
      possessive,
      attributive: this.modifiesNoun(last + 1),
      beforeVerb: this.verbFollows(fullLast + 1),
    };
  }

  /** `’s`, or the apostrophe after a final s that a further word shows to be no quotation mark. */
  private isPossessiveMark(i: number): boolean {
    const { text, pos } = this.tokens[i]!;
    if (!APOSTROPHE_S.has(text) || !this.glued(i)) return false;
    if (text.length > 1 || pos === 'PART') return true;
    const next = this.tokens[i + 1];
    return this.tokens[i - 1]!.lower.endsWith('s') && next !== undefined && beginsWithLetter(next);
  }

  /** `Hale campaign`, `Saudi government`: the index of a body's noun in lower case directly after the name. */
  private lowerCaseBody(i: number): number | null {
    const token = this.tokens[i];
    if (!token || this.startsSentence[i] === 1 || !LOWER_CASE_BODIES.has(token.lower)) return null;
    const next = this.tokens[i + 1];
    const noun = next?.pos === 'NOUN' && this.startsSentence[i + 1] === 0 ? next : null;
    return noun !== null && roleNamed(noun) === null && !GROUP_NOUNS.has(noun.lower) ? null : i;
  }

  /** `Kurdish-led`: an adjective, not a name. */
  private isHyphenCompound({ lower, last }: NameWord): boolean {
    return lower.includes('-') && !hasCapital(this.tokens[last]!);
  }

  private spanOf(first: number, last: number): Span {
    return { start: this.tokens[first]!.start, end: this.tokens[last]!.end };
  }

  /** `ministry spokesman` before `Igor …`: role words in lower case, back to the article or the start of the phrase. */
  private roleBefore(at: number): { first: number } | null {
    const noun = this.tokens[at - 1];
    if (!noun) return null;
    const role = roleNamed(noun);
    if (!role || (hasCapital(noun) && !isRoleWord(noun))) return null;
    if (noun.pos !== 'NOUN' && !ROLE_NOUNS.has(noun.lower)) return null;
    if (role.plural && !ROLE_NOUNS.has(noun.lower)) return null;
    let first = at - 1;
    while (first > 0 && at - first < MAX_ROLE_TOKENS && this.startsSentence[first] === 0) {
      const { pos, text, lower } = this.tokens[first - 1]!;
      const modifier =
        pos === 'NOUN' ||
        pos === 'ADJ' ||
        pos === 'PROPN' ||
        text === '-' ||
        APOSTROPHE_S.has(text) ||
        lower === 'former';
      if (!modifier) break;
      first--;
    }
    return { first };
  }

  /** `its chairman, Oren Pike, …`: the role that the name explains. */
  private roleInApposition(at: number): RolePhrase | null {
    if (this.tokens[at - 1]?.text !== ',' || this.startsSentence[at] === 1) return null;
    const lead = this.roleBefore(at - 1);
    if (!lead) return null;
    const words = this.tokens.slice(lead.first, at - 1).map(plainLower);
    const head = roleNamed({ word: wordOf(words.at(-1)!) });
    return head
      ? { span: this.spanOf(lead.first, at - 2), head: head.noun, words: contentWords(words) }
      : null;
  }

  /** The titles and role words before the name, which begins after token `last`. */
  private titleRole(
    titles: readonly NameWord[],
    lead: { first: number } | null,
    last: number,
  ): RolePhrase | null {
    const first = lead ? lead.first : titles[0]?.first;
    if (first === undefined) return null;
    const heads = [...titles].reverse().flatMap(({ lower }) => TITLES.get(lower) ?? []);
    const lower = this.tokens.slice(first, last + 1).map(plainLower);
    const head =
      heads[0] ??
      [...lower].reverse().find((word) => ROLE_NOUNS.has(word)) ??
      titles.find(({ lower: word }) => PEOPLES.has(word))?.lower;
    if (head === undefined) return null;
    return { span: this.spanOf(first, last), head, words: [...contentWords(lower), ...heads] };
  }

  /** What follows a name in brackets or between commas. */
  private after(i: number): After | null {
    const token = this.tokens[i];
    if (!token || this.startsSentence[i] === 1) return null;
    if (token.text === '(') return this.bracket(i);
    if (token.text !== ',') return null;
    const next = this.tokens[i + 1];
    if (!next) return null;
    if (isPostNominalLetters(next)) return { last: i + 1, role: null, person: true, acronym: null };
    if (next.lower === 'who' || next.lower === 'whose')
      return { last: i - 1, role: null, person: true, acronym: null };
    if (!isShortNumber(next) && !this.opensApposition(next)) return null;
    const comma = this.commaAfter(i + 1);
    if (isShortNumber(next) && (comma === i + 2 || this.tokens[i + 2]?.text === '.')) {
      return { last: i - 1, role: null, person: true, acronym: null };
    }
    if (!this.opensApposition(next)) return null;
    const inside = this.tokens.slice(i + 1, comma);
    const end = inside.findIndex(({ lower, pos }) => RELATIVES.has(lower) || pos === 'VERB' || pos === 'AUX');
    const phrase = withoutOwner(end < 0 ? inside : inside.slice(0, end));
    // `Mr. Brandt, the commissioner says …`: a clause, spoken to him.
    if (end === phrase.length && end > 0 && isFinite(inside[end]!)) return null;
    const alone = phrase.every(({ pos }, k) => k === 0 || pos === 'PUNCT');
    if (alone && hasCapital(next) && KIN_IN_ADDRESS.has(next.lower)) return null;
    const headAt = roleHead(phrase);
    if (headAt < 0)
      return isBody(phrase)
        ? { last: i + inside.length, role: null, person: false, body: true, acronym: null }
        : null;
    const first = phrase[0]!.pos === 'DET' ? 1 : 0;
    const role: RolePhrase = {
      span: { start: phrase[Math.min(first, phrase.length - 1)]!.start, end: phrase.at(-1)!.end },
      head: roleNamed(phrase[headAt]!)!.noun,
      words: contentWords(phrase.map(plainLower)),
    };
    return { last: i + inside.length, role, person: true, acronym: null };
  }

  private opensApposition(token: Token): boolean {
    const { pos, lower } = token;
    return (
      pos === 'DET' ||
      pos === 'PRON' ||
      pos === 'ADJ' ||
      pos === 'NOUN' ||
      pos === 'PROPN' ||
      lower === 'former' ||
      lower === 'one' ||
      roleNamed(token) !== null
    );
  }

  /** The comma, or the end of the sentence or its first stretch, that closes an apposition. */
  private commaAfter(i: number): number {
    const limit = Math.min(this.tokens.length, i + MAX_APPOSITION_TOKENS);
    for (let k = i + 1; k < limit; k++) {
      const { text } = this.tokens[k]!;
      if (text === ',' || text === ';' || text === '—' || text === '–' || QUOTE_MARKS.has(text)) return k;
      if (this.startsSentence[k] === 1) return this.tokens[k - 1]!.text === '.' ? k - 1 : k;
    }
    return limit;
  }

  private bracket(
    i: number,
  ): { last: number; role: RolePhrase | null; person: boolean; acronym: Span | null } | null {
    let close = i + 1;
    while (close < this.tokens.length && close - i < 8 && this.tokens[close]!.text !== ')') close++;
    if (this.tokens[close]?.text !== ')') return null;
    const first = this.tokens[i + 1]!;
    if (close === i + 2 && isAcronymic(first)) {
      return { last: close, role: null, person: false, acronym: { start: first.start, end: first.end } };
    }
    if (/^[DRI]$/.test(first.text))
      return { last: close, role: this.partyRole(i + 1, close), person: true, acronym: null };
    return { last: close, role: null, person: false, acronym: null };
  }

  private partyRole(first: number, close: number): RolePhrase {
    const party = { D: 'democrat', R: 'republican', I: 'independent' }[this.tokens[first]!.text] ?? 'member';
    return { span: this.spanOf(first, close - 1), head: party, words: [party] };
  }

  private modifiesNoun(i: number): boolean {
    const token = this.tokens[i];
    if (!token || this.startsSentence[i] === 1) return false;
    return (
      (token.pos === 'NOUN' || token.pos === 'ADJ' || token.text === '-') &&
      !hasCapital(token) &&
      token.pos !== 'PUNCT' &&
      !(token.pos === 'ADJ' && this.tokens[i + 1]?.pos !== 'NOUN')
    );
  }

  private verbFollows(i: number): boolean {
    for (let k = i; k < this.tokens.length && k < i + 4; k++) {
      const { pos, text } = this.tokens[k]!;
      if (this.startsSentence[k] === 1) return false;
      if (pos === 'VERB' || pos === 'AUX') return true;
      if (pos !== 'ADV' && pos !== 'PART' && text !== ',') return false;
    }
    return false;
  }
}

interface NameParts {
  readonly words: readonly NameWord[];
  readonly titles: readonly NameWord[];
  readonly name: readonly NameWord[];
  /** A role follows the name that is nobody's title here: `Acme Foods CEO`. */
  readonly strippedRole: boolean;
  /** Its place before a title shows that it is a body. */
  readonly body: boolean;
}

/** Words before a title that belong to the title, not to an employer. */
const RANK_WORDS = new Set(
  (
    'vice prime chief deputy assistant associate acting senior junior lead executive managing minority majority press first ' +
    'foreign interior former incoming outgoing attorney house state district us u.s'
  ).split(' '),
);

/** `Guðrún’s`: the possessive is part of the token. */
const ownsInside = perWord(({ text }) => text.length > 3 && /['’]s$/.test(text));
/** `SAN` behind a name, in capitals. */
const isPostNominalLetters = perWord(
  ({ text, lower }) => text.length > 1 && text === text.toUpperCase() && NAME_SUFFIXES.has(lower),
);
const isHonorific = perWord(({ lower }) => HONORIFICS.has(lower));
/** A title or a form of address. */
const isTitle = perWord(({ lower }) => TITLES.has(lower) || HONORIFICS.has(lower));
const endsEmployer = perWord(
  ({ lower }) => TITLES.has(lower) || HONORIFICS.has(lower) || RANK_WORDS.has(lower),
);
const isGivenName = perWord(({ lower }) => GIVEN_NAMES.has(lower));
const isPlace = perWord(({ lower }) => PLACES.has(lower));
const isParticle = perWord(({ lower }) => NAME_PARTICLES.has(lower));
const isOrganisationNoun = perWord(({ lower }) => ORGANISATION_NOUNS.has(lower));
const isBodyConnector = perWord(({ lower }) => BODY_CONNECTORS.has(lower));
const isShortNumber = perWord(({ text }) => /^\d{1,3}$/.test(text));
const isAbbreviation = perWord(
  ({ lower }) => ABBREVIATIONS.has(lower) || NAME_SUFFIXES.has(lower) || lower.length === 1,
);
/** It has a letter or a digit, or joins two names. */
const isWritten = perWord(({ lower }) => /[\p{L}\p{N}&]/u.test(lower));
const isRoleWord = perWord(({ lower }) => TITLES.has(lower) || ROLE_NOUNS.has(lower));
const isRoleOrPeople = perWord(
  ({ lower }) =>
    TITLES.has(lower) ||
    GROUP_NOUNS.has(lower) ||
    (PEOPLES.has(lower) && ROLE_NOUNS.has(lower)) ||
    singularRole(lower)?.plural === true,
);

function nameWord(word: Word, first: number, last: number): NameWord {
  return { lower: word.lower, word, first, last };
}

/** The written word without an `’s`. */
const unowned = perWord(({ lower }) => wordOf(lower.replace(/['’]s$/, '')));

function plainLower(token: Token): string {
  return plainWord(token).lower;
}

function withoutRoleAtEnd(words: readonly NameWord[]): readonly NameWord[] {
  let end = words.length;
  if (end < 2 || words.some(isBodyConnector) || isGivenName(words[0]!)) return words;
  while (end > 1 && isRoleOrPeople(words[end - 1]!)) end--;
  return end === words.length ? words : words.slice(0, end);
}

/** `Det Con Boothroyd`; `Con` alone is a name. */
function isConstable(words: readonly NameWord[], i: number): boolean {
  return words[i]!.lower === 'con' && words[i - 1]?.lower === 'det';
}

/** Index of the first word after titles, forms of address and peoples' names: 0 when there are none. */
function titleEnd(words: readonly NameWord[]): number {
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    if (!isTitle(words[i]!) && !isConstable(words, i)) continue;
    const next = words[i + 1]?.lower;
    if (next !== undefined && NO_TITLE_BEFORE.has(next)) continue;
    let after = i + 1;
    if (next === 'of' || next === 'for') {
      after++;
      while (after < words.length && TITLE_OBJECTS.has(words[after]!.lower)) after++;
      if (after === i + 2) continue;
    }
    if (after >= words.length && i === 0) return words.length;
    if (after < words.length) end = after;
  }
  if (end > 0) {
    const body = words.at(-1)!.lower;
    return words.length - end > 1 && ORGANISATION_NOUNS.has(body) && !HONORIFICS.has(words[end - 1]!.lower)
      ? 0
      : end;
  }
  const [first, second] = words;
  // `British Ana Vale`, `Rival Ana Vale`
  const described = first && (PEOPLES.has(first.lower) || ROLE_NOUNS.has(first.lower));
  if (described && second && words.length > 2 && GIVEN_NAMES.has(second.lower)) return 1;
  return 0;
}

/** A verb that a noun phrase cannot hold: `says`, `has`; not `accused`, `working`. */
function isFinite({ pos, lower }: Token): boolean {
  return pos === 'AUX' || (pos === 'VERB' && !/(?:ed|ing|en|wn|lt|ught)$/.test(lower));
}

/** Index of the noun that names the role at the head of an apposition, or -1: `commander` of `the commander of the fleet`. */
function roleHead(phrase: readonly Token[]): number {
  for (let k = 0; k < phrase.length; k++) {
    const { pos, text } = phrase[k]!;
    if (pos === 'ADP' || (pos === 'CCONJ' && k > 0 && text === 'and')) return -1;
    const role = roleNamed(phrase[k]!);
    if (!role || role.plural) continue;
    const next = phrase[k + 1];
    if (next?.pos === 'NOUN' && roleNamed(next)) continue;
    return k;
  }
  return -1;
}

/** `an industry group whose members …`, `the company behind the ferry`: its first noun phrase is a body. */
function isBody(phrase: readonly Token[]): boolean {
  const { pos, lower } = phrase[0] ?? { pos: '', lower: '' };
  if (pos !== 'DET' || lower === 'no') return false;
  const end = phrase.findIndex((token) => token.pos === 'ADP');
  const head = phrase[(end < 0 ? phrase.length : end) - 1];
  return head !== undefined && isOrganisationNoun(head);
}

/** `the Colonel's niece` is a niece. */
function withoutOwner(phrase: readonly Token[]): readonly Token[] {
  const owner = phrase.findIndex(({ text }) => text === "'s" || text === '’s');
  const held = phrase[owner - 1];
  return owner > 0 && hasCapital(held!) && roleNamed(held!) ? phrase.slice(owner + 1) : phrase;
}

function nameWords(words: readonly NameWord[]): string[] {
  const written: string[] = [];
  for (const word of words) if (isWritten(word)) written.push(word.lower);
  return written;
}

function hintOf(
  words: readonly string[],
  first: Token,
  count: number,
  { titled, role, apposition, body }: { titled: boolean; role: boolean; apposition: boolean; body: boolean },
): NameHint | null {
  if (titled || (count > 2 && NAME_SUFFIXES.has(words.at(-1)!))) return 'person';
  if (PLACES.has(words.join(' '))) return 'place';
  if (count === 1 && isAcronymic(first)) return 'organisation';
  if (words.some((word) => ORGANISATION_NOUNS.has(word)) || NAME_ONLY.has(words.at(-1)!))
    return 'organisation';
  if (role || apposition) return 'person';
  if (words.length > 1 && GIVEN_NAMES.has(words[0]!.split('-')[0]!)) return 'person';
  return body ? 'organisation' : null;
}

function genderOf(titles: readonly NameWord[], roles: readonly RolePhrase[]): Gender | null {
  for (const { lower } of titles) {
    const gender = TITLE_GENDER.get(lower);
    if (gender) return gender;
  }
  for (const { head } of roles) {
    const gender = ROLE_NOUNS.get(head);
    if (gender) return gender;
  }
  return null;
}

const FUNCTION_WORDS = new Set(
  "the a an of for in at on to and or his her its their our my by with from as former current new then ex - , ' ’ 's ’s".split(
    ' ',
  ),
);

/** The words that carry the sense of a role: without articles, prepositions and marks. */
export function contentWords(lower: readonly string[]): string[] {
  return lower.filter((word) => !FUNCTION_WORDS.has(word) && /[\p{L}\p{N}]/u.test(word));
}

/** Most of the longer words of a headline, or of a line that is no sentence, are capitalised: capitals show no names. */
export function isTitleCase({ kind, text, tokens }: BlockFacts): boolean {
  if (kind !== 'headline' && kind !== 'heading' && /[.!?:;,][”"’']?\s*$/.test(text)) return false;
  let long = 0;
  let capital = 0;
  for (const token of tokens) {
    if (token.text.length < 4 || !beginsWithLetter(token)) continue;
    long++;
    if (hasCapital(token)) capital++;
  }
  return long >= 3 && capital / long > 0.7;
}
