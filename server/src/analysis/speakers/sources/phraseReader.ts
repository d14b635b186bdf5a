/**
 * Reads a source that is a name or turns on a noun: word by word up to its head, then what the words after the head add.
 */
import { singularRole } from '../../../language/en/roles.ts';
import type { Token } from '../../tokens.ts';
import type { NameMention } from '../entity.ts';
import { isApostropheS } from '../names/possessive.ts';
import { contentWords } from '../roleWords.ts';
import { plain } from '../wordForms.ts';
import { relation, roleInApposition, saysWhose, titleIn } from './afterHead.ts';
import { headKind } from './headKind.ts';
import { isQuantified, isQuantifier, joinsAnother } from './severalPeople.ts';
import { sourcePhrase, type SourcePhrase } from './sourcePhrase.ts';

const DEFINITE = new Set(['the', 'this', 'that', 'his', 'her', 'its', 'their', 'our', 'my', 'your']);
const OWNERS = new Set(['his', 'her', 'its', 'their', 'my', 'our', 'your']);
/** How many words may stand between the comma of an apposition and the name in it: `state Del. Ana Vale`. */
const MAX_LEAD = 4;
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

/**
 * Reads a source phrase of at least one token.
 * @param names the names that begin in it, in text order
 */
export function readPhrase(tokens: readonly Token[], names: readonly NameMention[]): SourcePhrase {
  return new PhraseReader(tokens, names).read();
}

class PhraseReader {
  private owner: NameMention | null = null;
  private ownerPronoun: Token | null = null;
  private definite = false;
  private readonly modifiers: Token[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly names: readonly NameMention[],
  ) {}

  read(): SourcePhrase {
    const { tokens } = this;
    const office = this.officeOf();
    if (office) return office;
    let i = 0;
    while (i < tokens.length) {
      const token = tokens[i]!;
      const name = this.nameAt(token.start);
      if (name && this.isHeadName(name)) return this.named(name, i);
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
    return sourcePhrase('name', plain(noun.lower), span, { name, apposed: true, definite: at === 1 });
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
  private isHeadName(name: NameMention): boolean {
    if (name.phrase.possessive) {
      const after = this.indexAfter(name.name.end);
      const rest = this.tokens.slice(after).filter(({ pos }) => pos !== 'PART');
      return rest.length === 0 || rest[0]!.pos === 'VERB';
    }
    if (!name.phrase.attributive) return true;
    const next = this.tokens[this.indexAfter(name.name.end)];
    return !next || !(next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN' || next.text === '-');
  }

  private indexAfter(offset: number): number {
    const index = this.tokens.findIndex(({ start }) => start >= offset);
    return index < 0 ? this.tokens.length : index;
  }

  /** Whether the word belongs to the base phrase: the head and what stands before it. */
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
    // the mark of `the electricians' employer`
    if (i > 0 && isApostropheS(token) && this.tokens[i - 1]!.end === token.start) return true;
    if (
      OWNERS.has(lower) ||
      lower === 'former' ||
      (lower === 'of' && isQuantifier(this.tokens[i - 1]?.lower ?? ''))
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
    return sourcePhrase(group ? 'group' : 'name', name.phrase.words.join(' '), base, {
      name,
      definite: true,
      owner: this.owner,
    });
  }

  /** A phrase whose head is a common noun; `end` is the index of the token after its base. */
  private described(end: number): SourcePhrase {
    const base = this.modifiers.filter(({ pos }) => pos !== 'PUNCT' && pos !== 'PART');
    const head = base.at(-1);
    if (!head) return this.headless();
    const span = { start: this.tokens[0]!.start, end: head.end };
    const noun = plain(head.lower);
    const rest = this.tokens.slice(end);
    const quantified = isQuantified(base.filter((token) => !this.isCompounded(token)));
    const { kind, head: singular } = headKind(noun, base.at(-2)?.lower, quantified);
    const more = {
      possessor: this.possessorBefore(head.start),
      modifiers: contentWords([...base.slice(0, -1), ...relation(rest)].map(({ lower }) => plain(lower))),
      definite: this.definite,
      owner: this.owner,
      ownerPronoun: this.ownerPronoun,
      modified: saysWhose(rest),
      apposition: roleInApposition(rest),
      title: kind === 'document' ? titleIn(rest) : null,
    };
    if (kind === 'role' || kind === 'organisation' || kind === 'unnamed') {
      const apposed = this.apposedName(rest);
      if (apposed) return sourcePhrase('name', noun, span, { ...more, name: apposed, apposed: true });
    }
    if (kind === 'role' || kind === 'unnamed') {
      const named = this.nameOfSecondRole(rest);
      if (named) return sourcePhrase('name', noun, span, { ...more, name: named, apposed: true });
      const names = this.names.filter(({ name }) => name.start > head.end);
      if (joinsAnother(rest, names)) return sourcePhrase('group', noun, span, more);
    }
    return sourcePhrase(kind, singular, span, more);
  }

  /** `three` in `the former three-term governor` counts no governors. */
  private isCompounded({ end }: Token): boolean {
    return this.tokens.some(({ start, text }) => start === end && text === '-');
  }

  private possessorBefore(offset: number): readonly Token[] {
    const mark = this.tokens.findLastIndex((token) => token.end <= offset && isApostropheS(token));
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

  /** A phrase of marks, pronouns and the like: a name in it counts. */
  private headless(): SourcePhrase {
    const first = this.tokens[0]!;
    const name = this.names[0];
    return name
      ? sourcePhrase('name', name.phrase.words.join(' '), name.name, { name })
      : sourcePhrase('unnamed', first.lower, first);
  }

  /** `the ministry’s spokesman, Igor Vale, …`: the name that says who the description means. */
  private apposedName(rest: readonly Token[]): NameMention | null {
    let i = 0;
    while (i < rest.length && rest[i]!.text !== ',') {
      const { pos } = rest[i]!;
      if (rest[i]!.lower === 'who') return this.nameBehindClause(rest.slice(i));
      if (pos === 'VERB' || pos === 'AUX') return null;
      i++;
    }
    if (rest[i + 1]?.lower === 'who') return this.nameBehindClause(rest.slice(i + 1));
    const next = rest[i + 1];
    const limit = rest[i + 1 + MAX_LEAD]?.start ?? Number.POSITIVE_INFINITY;
    // `a grandmother of three, from Northby`: where somebody is from is nobody's name.
    if (!next || next.pos === 'ADP' || ASIDES.has(next.lower)) return null;
    if (isParticiple(next) && rest[i + 2]?.pos === 'ADP') return null;
    const name = this.names.find(({ span }) => span.start >= next.start && span.start < limit);
    return name && !name.phrase.possessive && !name.phrase.attributive ? name : null;
  }

  /** `a driver who stopped to help, Merv Pascoe,`: the name directly behind the clause. */
  private nameBehindClause(clause: readonly Token[]): NameMention | null {
    const comma = clause.findIndex(({ text }) => text === ',');
    const next = clause[comma + 1];
    if (comma < 0 || next === undefined) return null;
    const name = this.names.find(({ span, full }) => span.start === next.start && full.end >= next.end);
    const isPerson = name?.entity.kind === 'person' || name?.entity.kind === 'thing';
    return name && isPerson && name.phrase.words.length > 1 && !name.phrase.possessive ? name : null;
  }
}

/** `the company, based in Graz,`: where it is based is not its name. */
function isParticiple({ pos, text, lower }: Token): boolean {
  return text === lower && (pos === 'VERB' || pos === 'ADJ') && /(?:ed|wn|ing)$/.test(lower);
}
