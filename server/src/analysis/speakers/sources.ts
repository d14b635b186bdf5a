/**
 * What kind of phrase a source is: a name, a pronoun, a description with its head noun. Reads the tokens of the source
 * only; who is meant is decided in `resolve.ts`.
 */
import type { Span } from '../../text/span.ts';
import type { Token } from '../tokens.ts';
import {
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  ORGANISATION_NOUNS,
  UTTERANCE_NOUNS,
} from '../../language/en/organisationWords.ts';
import { singularRole } from '../../language/en/roles.ts';
import { HONORIFICS, TITLE_OBJECTS } from '../../language/en/titles.ts';
import { contentWords } from './roleWords.ts';
import type { NameMention } from './entity.ts';
import { plain } from './wordForms.ts';

export type SourceKind = 'name' | 'pronoun' | 'role' | 'organisation' | 'document' | 'group' | 'unnamed';

export interface SourcePhrase {
  readonly kind: SourceKind;
  /** The name that is its head, or that an apposition gives for its head. */
  readonly name: NameMention | null;
  /** The noun or pronoun it turns on, singular, lower case. */
  readonly head: string;
  /** The base phrase without what follows the head: `the ministry spokesman` of `the ministry spokesman, who …`. */
  readonly base: Span;
  /** Content words before the head, lower case: `ministry`. */
  readonly modifiers: readonly string[];
  /** `the`, `this`, a possessive: the person is taken as known. */
  readonly definite: boolean;
  /** A name in the possessive or as a modifier: `Hale` in `Hale’s office`, `the Hale campaign`. */
  readonly owner: NameMention | null;
  /** What stands before the last possessive mark: `The Russian ministry` of `The Russian ministry’s statement`. */
  readonly possessor: readonly Token[];
  /** A name in apposition says who the description means. */
  readonly apposed: boolean;
  /** More follows the head that says whose or which: `the chair of the board`, `the union that called the strike`. */
  readonly modified: boolean;
  /** What a description in apposition says that the person is: `surgeon` in `her colleague, a surgeon,`. */
  readonly apposition: string | null;
  /** The title of a document: `“Salt”` of `the film, titled “Salt”`. */
  readonly title: Span | null;
  /** `his` in `his campaign`: the pronoun's span. */
  readonly ownerPronoun: Token | null;
}

const SINGULAR_PRONOUNS = new Set(
  'he she him her his hers himself herself i me my mine myself it its itself one'.split(' '),
);
const PLURAL_PRONOUNS = new Set(
  (
    'they them their theirs themselves we us our ours ourselves you your yours yourself these those both all some many most few several ' +
    'others another each everyone everybody anyone anybody someone somebody nobody none others neither either no-one'
  ).split(' '),
);
const RELATIVE_PRONOUNS = new Set(['who', 'whom', 'whose', 'which', 'that']);
const DEFINITE = new Set(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'our', 'my', 'your']);
const OWNERS = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your']);
const LEAD_IN = new Set([
  'from',
  'by',
  'to',
  'of',
  'per',
  'for',
  'as',
  'both',
  'even',
  'according',
  ',',
  '—',
  '–',
  '-',
  '"',
  '“',
  '(',
]);

/**
 * Reads a source phrase.
 * @param tokens the tokens of the source, offsets of the article
 * @param names the names that begin in it, in text order
 */
export function readSource(tokens: readonly Token[], names: readonly NameMention[]): SourcePhrase | null {
  let i = 0;
  while (i < tokens.length - 1 && LEAD_IN.has(tokens[i]!.lower) && !opensName(tokens[i]!, names)) i++;
  const first = tokens[i];
  if (!first) return null;
  const rest = tokens.slice(i);
  if (isCouple(rest) || isEither(rest) || isShare(rest))
    return phrase('group', first.lower, spanOf(rest), { definite: true });
  if (isPronounPhrase(rest)) return phrase('pronoun', rest[0]!.lower, rest[0]!, { definite: true });
  return new PhraseReader(rest, names).read();
}

/** `Per` is a preposition and a name. */
function opensName({ start }: Token, names: readonly NameMention[]): boolean {
  return names.some(({ name }) => name.start === start);
}

/** `Mr. and Mrs. Hale`: two people of one name. */
function isCouple(tokens: readonly Token[]): boolean {
  const and = tokens[1]?.text === '.' ? 2 : 1;
  const second = tokens[and + 1];
  return (
    tokens[and]?.lower === 'and' &&
    second !== undefined &&
    HONORIFICS.has(plain(tokens[0]!.lower)) &&
    HONORIFICS.has(plain(second.lower))
  );
}

/** `neither Vale nor Osei`, `both Vale and Osei`. */
function isEither([first, ...rest]: readonly Token[]): boolean {
  const joint = JOINTS.get(first?.lower ?? '');
  return joint !== undefined && rest.some(({ lower }) => lower === joint);
}

const JOINTS: ReadonlyMap<string, string> = new Map([
  ['neither', 'nor'],
  ['either', 'or'],
  ['both', 'and'],
]);

/** `half of the crew`, `24% of riders`, `40 percent of voters`: some of many. */
function isShare(tokens: readonly Token[]): boolean {
  const of = tokens.findIndex(({ lower }) => lower === 'of');
  const before = tokens.slice(0, of < 0 ? 0 : of);
  return before.length > 0 && before.length <= LONGEST_SHARE && before.every(isOfShare);
}

const LONGEST_SHARE = 4;
const SHARE_WORDS = new Set('percent % - a dozen few about nearly roughly some almost'.split(' '));
const FRACTION = /(?:^|-)(?:half|thirds?|quarters?|fifths?|tenths?)$/;

function isOfShare({ lower, pos }: Token): boolean {
  return SHARE_WORDS.has(lower) || FRACTION.test(lower) || (pos === 'NUM' && lower !== 'one');
}

function spanOf(tokens: readonly Token[]): Span {
  return { start: tokens[0]!.start, end: tokens.at(-1)!.end };
}

function isPronounPhrase(tokens: readonly Token[]): boolean {
  const { lower } = tokens[0]!;
  const next = tokens[1]?.lower;
  const alone =
    tokens.length === 1 ||
    next === 'himself' ||
    next === 'herself' ||
    next === 'themselves' ||
    next === ',' ||
    next === 'all' ||
    next === 'both';
  if (SINGULAR_PRONOUNS.has(lower) || RELATIVE_PRONOUNS.has(lower))
    return alone && !(lower === 'one' && tokens.length > 1);
  return PLURAL_PRONOUNS.has(lower) && alone;
}

function phrase(kind: SourceKind, head: string, base: Span, more: Partial<SourcePhrase> = {}): SourcePhrase {
  return {
    kind,
    head,
    base: { start: base.start, end: base.end },
    name: null,
    modifiers: [],
    definite: false,
    owner: null,
    possessor: [],
    apposed: false,
    modified: false,
    apposition: null,
    title: null,
    ownerPronoun: null,
    ...more,
  };
}

/** How many words may stand between the comma of an apposition and the name in it: `state Del. Ana Vale`. */
const MAX_LEAD = 4;
const POSSESSIVE_MARKS = new Set(["'s", '’s', "'", '’']);
/** `Hale’s office, when asked by the Times,`: no name in apposition follows. */
const ASIDES = new Set([
  'when',
  'while',
  'if',
  'after',
  'before',
  'as',
  'asked',
  'speaking',
  'citing',
  'quoting',
]);
const OFFICE_LINKS = new Set(['of', 'for']);
const TITLED = new Set(['titled', 'called', 'entitled', 'named', 'headlined', 'dubbed']);
const QUOTES = new Set(['"', '“', '”', '‘', '’']);

class PhraseReader {
  private owner: NameMention | null = null;
  private ownerPronoun: Token | null = null;
  private definite = false;
  private readonly modifiers: Token[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: readonly NameMention[],
  ) {}

  read(): SourcePhrase | null {
    const { tokens } = this;
    const office = this.officeOf();
    if (office) return office;
    let i = 0;
    while (i < tokens.length) {
      const token = tokens[i]!;
      const name = this.nameAt(token.start);
      if (name && this.isHeadName(name, i)) return this.named(name, i);
      if (name) {
        this.owner = name;
        if (name.phrase.possessive) this.definite = true;
        const next = this.indexAfter(name.name.end);
        this.modifiers.push(...tokens.slice(i, next));
        i = Math.max(i + 1, name.phrase.possessive && next < tokens.length ? next + 1 : next);
        continue;
      }
      if (OWNERS.has(token.lower) && this.ownerPronoun === null) this.ownerPronoun = token;
      if (i === 0 && DEFINITE.has(token.lower)) this.definite = true;
      if (!this.inBase(token, i)) break;
      if (token.pos !== 'DET' && token.pos !== 'PRON') this.modifiers.push(token);
      i++;
    }
    return this.described(i);
  }

  /** `The Chairman of the Dockers’ Forum, Chief Ana Vale`: what the office is of is not who holds it. */
  private officeOf(): SourcePhrase | null {
    const at = DEFINITE.has(this.tokens[0]!.lower) ? 1 : 0;
    const noun = this.tokens[at];
    const of = this.tokens[at + 1];
    if (!noun || !of || !OFFICE_LINKS.has(of.lower) || singularRole(noun.lower)?.plural !== false)
      return null;
    const name = this.apposedName(this.tokens.slice(at + 1));
    if (!name || name.name.start === noun.start) return null;
    const span = { start: this.tokens[0]!.start, end: noun.end };
    return phrase('name', plain(noun.lower), span, { name, apposed: true, definite: at === 1 });
  }

  /** The name at the offset; `Finance chief Ana Vale` is Ana Vale's, whatever else in it looks like a name. */
  private nameAt(start: number): NameMention | undefined {
    const introduced = this.names.find(({ span, name }) => span.start === start && name.start > start);
    return (
      introduced ??
      this.names.find(
        ({ span, name }) =>
          span.start === start || name.start === start || (span.start < start && start < name.start),
      )
    );
  }

  /** Whether the name is what the phrase turns on, not `Hale` in `Hale’s aides`. */
  private isHeadName(name: NameMention, i: number): boolean {
    if (name.phrase.possessive) {
      const after = this.indexAfter(name.name.end);
      const rest = this.tokens.slice(after).filter(({ pos }) => pos !== 'PART');
      return rest.length === 0 || rest[0]!.pos === 'VERB';
    }
    if (!name.phrase.attributive) return true;
    const next = this.tokens[this.indexAfter(name.name.end)];
    if (!next || !(next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN' || next.text === '-'))
      return true;
    return i < 0;
  }

  private indexAfter(offset: number): number {
    const index = this.tokens.findIndex(({ start }) => start >= offset);
    return index < 0 ? this.tokens.length : index;
  }

  private inBase(token: Token, i: number): boolean {
    const { pos, text, lower } = token;
    if (
      pos === 'NOUN' ||
      pos === 'ADJ' ||
      pos === 'PROPN' ||
      pos === 'NUM' ||
      pos === 'DET' ||
      text === '-' ||
      text === '%'
    )
      return true;
    if (pos === 'PART' && (lower === "'s" || lower === "'")) return true;
    if (
      OWNERS.has(lower) ||
      lower === 'former' ||
      (lower === 'of' && QUANTIFIERS.has(this.tokens[i - 1]?.lower ?? ''))
    )
      return true;
    if ((pos === 'VERB' || pos === 'ADV') && i + 1 < this.tokens.length) {
      const next = this.tokens[i + 1]!.pos;
      const before = this.modifiers.at(-1)?.pos;
      return (
        before !== 'NOUN' &&
        before !== 'PROPN' &&
        /(?:ed|ing|ly)$|^(?:many|most|more|several)$/.test(lower) &&
        (next === 'NOUN' || next === 'ADJ' || next === 'PROPN' || next === 'VERB')
      );
    }
    return i === 0 && (pos === 'PRON' || pos === 'ADV' || text === '“' || text === '"');
  }

  private named(name: NameMention, i: number): SourcePhrase {
    const after = this.tokens.slice(
      this.indexAfter(Math.max(name.name.end, name.phrase.acronym ? name.full.end : 0)),
    );
    const group = joinsAnother(
      after,
      this.names.filter((other) => other.name.start > name.name.end),
    );
    const base = { start: this.tokens[Math.min(i, this.tokens.length - 1)]!.start, end: name.name.end };
    return phrase(group ? 'group' : 'name', name.phrase.words.join(' '), base, {
      name,
      definite: true,
      owner: this.owner,
    });
  }

  /** A phrase whose head is a common noun; `end` is the index of the token after its base. */
  private described(end: number): SourcePhrase | null {
    const base = this.modifiers.filter(({ pos }) => pos !== 'PUNCT' && pos !== 'PART');
    const head = base.at(-1);
    if (!head) return this.headless();
    const span = { start: this.tokens[0]!.start, end: head.end };
    const noun = plain(head.lower);
    const rest = this.tokens.slice(end);
    const isForce = noun === 'guard' && FORCES.has(base.at(-2)?.lower ?? '');
    const role = isForce ? undefined : singularRole(noun);
    const kind = isForce
      ? 'organisation'
      : kindOfHead(noun, role, isQuantified(base.filter((token) => !this.isCompounded(token))));
    const more = {
      possessor: this.possessorBefore(head.start),
      modifiers: contentWords([...base.slice(0, -1), ...relation(rest)].map(({ lower }) => plain(lower))),
      definite: this.definite,
      owner: this.owner,
      ownerPronoun: this.ownerPronoun,
      modified: says(rest),
      apposition: roleInApposition(rest),
      title: kind === 'document' ? titleIn(rest) : null,
    };
    if (kind === 'role' || kind === 'organisation' || kind === 'unnamed') {
      const apposed = this.apposedName(rest);
      if (apposed) return phrase('name', noun, span, { ...more, name: apposed, apposed: true });
    }
    if (kind === 'role' || kind === 'unnamed') {
      const named = this.nameOfSecondRole(rest);
      if (named) return phrase('name', noun, span, { ...more, name: named, apposed: true });
      const names = this.names.filter(({ name }) => name.start > head.end);
      if (joinsAnother(rest, names)) return phrase('group', noun, span, more);
    }
    return phrase(kind, role?.noun ?? noun, span, more);
  }

  /** `three` in `the former three-term governor` counts no governors. */
  private isCompounded({ end }: Token): boolean {
    return this.tokens.some(({ start, text }) => start === end && text === '-');
  }

  private possessorBefore(offset: number): readonly Token[] {
    const mark = this.tokens.findLastIndex(({ text, end }) => end <= offset && POSSESSIVE_MARKS.has(text));
    return mark > 0 ? this.tokens.slice(0, mark) : [];
  }

  /** `his friend and former partner Ana Vale`: one person in two roles. */
  private nameOfSecondRole(rest: readonly Token[]): NameMention | null {
    const next = rest[1];
    if (rest[0]?.lower !== 'and' || !next || next.pos === 'DET') return null;
    const name = this.names.find(
      ({ span, name: bare }) => span.start === next.start && bare.start > next.start,
    );
    return name ?? null;
  }

  private headless(): SourcePhrase | null {
    const first = this.tokens[0]!;
    const name = this.names[0];
    return name
      ? phrase('name', name.phrase.words.join(' '), name.name, { name })
      : phrase('unnamed', first.lower, first);
  }

  /** `the ministry’s spokesman, Igor Vale, …`: the name that says who the description means. */
  private apposedName(rest: readonly Token[]): NameMention | null {
    let i = 0;
    while (i < rest.length && rest[i]!.text !== ',') {
      const { pos } = rest[i]!;
      if (pos === 'VERB' || pos === 'AUX' || rest[i]!.lower === 'who') return null;
      i++;
    }
    const next = rest[i + 1];
    const limit = rest[i + 1 + MAX_LEAD]?.start ?? Number.POSITIVE_INFINITY;
    // `a grandmother of three, from Northby`: where somebody is from is nobody's name.
    if (!next || next.pos === 'ADP' || ASIDES.has(next.lower)) return null;
    const name = this.names.find(({ span }) => span.start >= next.start && span.start < limit);
    return name && !name.phrase.possessive && !name.phrase.attributive ? name : null;
  }
}

/** Whether what follows the head says whose or which it is; `of state` is part of the office itself. */
function says(rest: readonly Token[]): boolean {
  const [first, second] = rest;
  if (RELATIVE_PRONOUNS.has(first?.lower ?? '')) return true;
  if (first?.pos !== 'ADP' || second?.pos === 'NUM') return false;
  return !(first.lower === 'of' && TITLE_OBJECTS.has(second?.lower ?? 'the') && second?.lower !== 'the');
}

/** `surgeon` in `, a heart surgeon who …`; null when no such apposition follows. */
function roleInApposition(rest: readonly Token[]): string | null {
  if (rest[0]?.text !== ',' || !INDEFINITE.has(rest[1]?.lower ?? '')) return null;
  const end = rest.findIndex(({ pos }, i) => i > 1 && pos !== 'NOUN' && pos !== 'ADJ' && pos !== 'PROPN');
  const role = singularRole(rest[(end < 0 ? rest.length : end) - 1]!.lower);
  return role?.plural === false ? role.noun : null;
}

const INDEFINITE = new Set(['a', 'an']);

const QUANTIFIERS = new Set(
  'some many most few several all both two three four five six seven eight nine ten dozens hundreds thousands percent none half majority number each'.split(
    ' ',
  ),
);

/** `of the harbor board` after a head: whose it is; up to the next comma or verb. */
function relation(rest: readonly Token[]): readonly Token[] {
  if (rest[0]?.lower !== 'of' && rest[0]?.lower !== 'for') return [];
  const end = rest.findIndex(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || text === ',');
  return rest.slice(1, end < 0 ? rest.length : end).filter(({ pos }) => pos !== 'DET' && pos !== 'ADP');
}

/** The title that follows `titled`, `called`: in quotation marks or in capitals. */
function titleIn(rest: readonly Token[]): Span | null {
  const at = rest.findIndex(({ lower }) => TITLED.has(lower));
  if (at < 0) return null;
  const words = rest.slice(at + 1);
  const quoted = QUOTES.has(words[0]?.text ?? '');
  const from = quoted ? 1 : 0;
  const end = words.findIndex(
    ({ text }, i) => i >= from && (quoted ? QUOTES.has(text) || text === ',' : text === ','),
  );
  const title = words.slice(from, end < 0 ? words.length : end);
  const first = title[0];
  return first ? { start: first.start, end: title.at(-1)!.end } : null;
}

function isQuantified(base: readonly Token[]): boolean {
  const counts = ({ lower }: Token, i: number): boolean =>
    QUANTIFIERS.has(lower) && !(lower === 'number' && i === base.length - 1);
  return base[0]?.lower !== 'one' && base.some(counts);
}

/** `the coast guard`, `the national guard`: nobody's role. */
const FORCES: ReadonlySet<string> = new Set([
  'coast',
  'national',
  'border',
  'republican',
  'revolutionary',
  'civil',
]);

function kindOfHead(noun: string, role: { plural: boolean } | undefined, quantified: boolean): SourceKind {
  if (role) return role.plural || quantified ? 'group' : 'role';
  if (quantified && !ORGANISATION_NOUNS.has(noun) && !DOCUMENT_NOUNS.has(noun)) return 'group';
  if (noun === 'police') return 'organisation';
  if (GROUP_NOUNS.has(noun)) return 'group';
  if (ORGANISATION_NOUNS.has(noun)) return 'organisation';
  if (DOCUMENT_NOUNS.has(noun) || (noun.endsWith('s') && DOCUMENT_NOUNS.has(noun.slice(0, -1))))
    return 'document';
  if (/(?:[^s]s|%|ese)$/.test(noun) && noun.length > 3) return 'group';
  return 'unnamed';
}

/** Whether the words after the head add another source: `and his aides`, `, Ruiz and Vale`. */
function joinsAnother(rest: readonly Token[], names: readonly NameMention[]): boolean {
  let depth = 0;
  for (let i = 0; i < rest.length; i++) {
    const { text, lower, pos } = rest[i]!;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if (depth > 0) continue;
    else if (lower === 'and' || lower === '&') {
      const next = rest[i + 1];
      return (
        next !== undefined &&
        (names.some(({ span, name }) => span.start === next.start || name.start === next.start) ||
          (i === 0 &&
            (next.pos === 'NOUN' || next.pos === 'DET' || next.pos === 'PRON' || next.lower === 'others')))
      );
    } else if (text === ',' && i === 0) {
      const next = rest[1];
      const listed = next !== undefined && names.some(({ span }) => span.start === next.start);
      if (!listed || !rest.some((token, k) => k > 1 && token.lower === 'and')) return false;
    } else if (pos !== 'PROPN' && text !== ',') return false;
  }
  return false;
}

/** Whether a document of this kind is its owner speaking: `the ministry’s statement`. */
export function isUtterance(noun: string): boolean {
  return UTTERANCE_NOUNS.has(noun);
}
