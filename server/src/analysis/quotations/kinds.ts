/**
 * What a stretch in quotation marks is: an utterance, a few words taken into the writer's sentence, a title, a term, a
 * nickname. In doubt it is speech, and in doubt it is partial: what a rule says about those is a hint at most.
 */
import {
  NAMING_WORDS,
  SPEECH_VERBS,
  SUBJECT_PRONOUNS,
  TERM_PARTICIPLES,
  TERM_WORDS,
  PAPER_NOUNS,
  TITLE_SMALL_WORDS,
  WORK_NOUNS,
  WRITING_WORDS,
} from '../../language/en/quotationContext.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import type { Span } from '../../text/span.ts';
import type { BlockText } from '../blockFacts.ts';
import type { QuotationKind, QuotationRole } from '../facts.ts';
import type { Token } from '../tokens.ts';
import { perWord } from '../words.ts';

/** A clause with a pronoun for its subject is an utterance from so many words on, one with a noun only later. */
const SHORTEST_CLAUSE = 4;
const SHORTEST_NOUN_CLAUSE = 7;
/** How many tokens around a quotation are looked at. */
const REACH = 7;

export interface Described {
  readonly kind: QuotationKind;
  readonly role: QuotationRole;
  readonly code: string;
}

/** What the describer knows of the quotation before. */
export interface Preceding {
  readonly span: Span;
  readonly inner: Span;
  readonly kind: QuotationKind;
}

/** Describes the quotations of one block; make one for the block and ask it for each in text order. */
export class QuotationDescriber {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private readonly sentences: readonly Span[];
  private readonly inHeading: boolean;

  constructor(block: BlockText) {
    this.text = block.text;
    this.tokens = block.tokens;
    this.inHeading = block.kind === 'headline' || block.kind === 'heading';
    this.sentences = block.sentences;
  }

  describe(span: Span, inner: Span, preceding: Preceding | undefined, nested: boolean): Described {
    const view = this.look(span, inner);
    const special = nickname(view) ?? title(view) ?? term(view);
    if (special) return special;
    const role: QuotationRole = isWriting(view) ? 'writing' : 'speech';
    if (isUtterance(view)) return { kind: 'direct', role, code: 'quotation-utterance' };
    if (isClause(view.inside, nested)) return { kind: 'direct', role, code: 'quotation-clause' };
    if (preceding && this.resumes(view, preceding))
      return { kind: 'direct', role, code: 'quotation-resumed' };
    return { kind: 'partial', role, code: 'quotation-words' };
  }

  /** Whether a stretch holds a whole clause. */
  readsAsClause({ start, end }: Span): boolean {
    const { tokens } = this;
    return isClause(tokens.slice(firstAtOrAfter(tokens, start), firstAtOrAfter(tokens, end)), false);
  }

  private look(span: Span, inner: Span): View {
    const { text, tokens } = this;
    const first = firstAtOrAfter(tokens, inner.start);
    const end = firstAtOrAfter(tokens, inner.end);
    // Markdown's emphasis stands between a quotation and its sentence without belonging to either.
    const before: Token[] = [];
    for (let i = Math.max(0, first - 1 - REACH); i < first; i++) {
      if (tokens[i]!.end <= span.start && !isEmphasis(tokens[i]!)) before.push(tokens[i]!);
    }
    const after: Token[] = [];
    for (let i = end; i < tokens.length && i < end + 1 + REACH; i++) {
      if (tokens[i]!.start >= span.end && !isEmphasis(tokens[i]!)) after.push(tokens[i]!);
    }
    const inside = tokens.slice(first, end);
    const innerText = text.slice(inner.start, inner.end).trim().replace(NESTED_MARKS, '');
    const lead = before.at(-1);
    return {
      text: innerText,
      inside,
      words: inside.filter(isWord),
      before: sameSentenceBefore(before),
      after: sameSentenceAfter(after, innerText),
      opensSentence: !lead || this.opensSentence(span.start) || (lead.end < span.start && endsBefore(lead)),
      inHeading: this.inHeading,
      lead: lead?.text ?? '',
      follow: text[span.end] ?? '',
    };
  }

  private opensSentence(offset: number): boolean {
    const last = lastAtOrBefore(this.sentences, offset, ({ start }) => start);
    return last >= 0 && this.sentences[last]!.start === offset;
  }

  /** `“We will stay,” she said, “as long as it takes.”` · `…; “very long.”`: the second part belongs to the first. */
  private resumes({ text: innerText, lead }: View, preceding: Preceding): boolean {
    if (preceding.kind !== 'direct' || !/^[,;:]$/.test(lead)) return false;
    const first = this.text.slice(preceding.inner.start, preceding.inner.end).trimEnd();
    return /[,—–…-]$/.test(first) && /[.!?,…—–-]$/.test(innerText);
  }
}

interface View {
  /** Without marks and blank space at the ends. */
  readonly text: string;
  readonly inside: readonly Token[];
  readonly words: readonly Token[];
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly opensSentence: boolean;
  readonly inHeading: boolean;
  /** The token before the opening mark; empty at the start. */
  readonly lead: string;
  /** The character behind the closing mark. */
  readonly follow: string;
}

/** The marks of what is quoted inside tell nothing of how the whole begins and ends: `“I said, ‘Stop,’”`. */
const NESTED_MARKS = /^["'“‘«]+(?=\p{Lu})|(?<=[.,!?…])["'”’»]+$/gu;

const isEmphasis = perWord(({ text }) => /^[*_~]+$/.test(text));
const isWord = perWord(({ text }) => /[\p{L}\p{N}]/u.test(text));
const isStop = perWord(({ text }) => /^[.!?;]+$/.test(text));
/** A sentence, or what introduces one, may end with the word. */
const endsBefore = perWord(({ text }) => /^[.!?:…]+$/.test(text));
const isCapitalised = perWord(({ text }) => /^\p{Lu}/u.test(text));
const hasCapitalOrDigit = perWord(({ text }) => /^[\p{Lu}\d]/u.test(text));
const isSpeechVerb = perWord(({ lower }) => SPEECH_VERBS.has(lower));
const isWritingWord = perWord(({ lower }) => WRITING_WORDS.has(lower));

function firstAtOrAfter(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameSentenceBefore(tokens: readonly Token[]): readonly Token[] {
  const stop = tokens.findLastIndex(isStop);
  return stop === -1 ? tokens : tokens.slice(stop + 1);
}

function sameSentenceAfter(tokens: readonly Token[], inside: string): readonly Token[] {
  const next = tokens[0];
  // After a full stop inside the marks, a capital begins a new sentence.
  if (next && isCapitalised(next) && /[.!?…]$/.test(inside) && !isVerbNear(tokens)) return [];
  const stop = tokens.findIndex(isStop);
  return stop === -1 ? tokens : tokens.slice(0, stop);
}

function isVerbNear(tokens: readonly Token[]): boolean {
  for (let i = 0; i < tokens.length && i < 4; i++) if (isSpeechVerb(tokens[i]!)) return true;
  return false;
}

/** `Robert “Bobby” Scott`. */
function nickname({ words, before, after, text, follow }: View): Described | undefined {
  const [last, next] = [before.at(-1), after[0]];
  if (!last || !next || words.length > 3 || follow !== ' ') return undefined;
  const named = (token: Token): boolean => /^\p{Lu}[\p{Ll}.]/u.test(token.text) && token.pos === 'PROPN';
  if (!named(last) || !named(next) || !/^\p{Lu}/u.test(text) || /[.,!?]$/.test(text)) return undefined;
  return { kind: 'partial', role: 'nickname', code: 'quotation-nickname' };
}

/** `the novel “Low Water”`, `on “Meet the Council,”`. */
function title(view: View): Described | undefined {
  const { before, after, words, text, opensSentence, lead } = view;
  const described: Described = { kind: 'partial', role: 'title', code: 'quotation-title' };
  if (!/^[\p{Lu}\d]/u.test(text) || words.length > 12) return undefined;
  const [last, second] = [before.at(-1), before.at(-2)];
  if (last && (WORK_NOUNS.has(last.lower) || NAMING_WORDS.has(last.lower))) return described;
  // `her 1974 study “A River in Flames”`: title case shows that it is not quoted from.
  const isPaper = last !== undefined && PAPER_NOUNS.has(last.lower) && words.length > 1;
  if (isPaper && isTitleCase(words) && /[\p{L}\p{N}]$/u.test(text)) return described;
  if (lead === ',' && second && WORK_NOUNS.has(second.lower) && isTitleCase(words)) return described;
  // A headline writes everything in title case.
  if (view.inHeading || words.length < 2 || !isTitleCase(words) || /[!?…—–]$/.test(text)) return undefined;
  const saidNear = isVerbNear(after) || (last !== undefined && SPEECH_VERBS.has(last.lower));
  if (saidNear || lead === ':' || (lead === ',' && /[.,]$/.test(text))) return undefined;
  if (opensSentence && /[.,]$/.test(text)) return undefined;
  return described;
}

/** Title case: all words but the small ones inside have capitals. */
function isTitleCase(words: readonly Token[]): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || !hasCapitalOrDigit(first) || !hasCapitalOrDigit(last)) return false;
  return words.every(
    (word) =>
      hasCapitalOrDigit(word) || TITLE_SMALL_WORDS.has(word.lower) || /^(?:['’]|n['’]t$)/.test(word.text),
  );
}

/** `the term “net metering”`, `so-called “smart” meters`, `known as “the Cut”`. */
function term({ before, words, text, opensSentence }: View): Described | undefined {
  const [last, second] = [before.at(-1), before.at(-2)];
  if (!last || words.length > 5 || opensSentence) return undefined;
  const participle =
    second !== undefined && TERM_PARTICIPLES.has(second.lower) && last.lower === 'as'
      ? second
      : before.at(-3)?.lower === 'referred' && last.lower === 'as'
        ? second
        : undefined;
  // `called “Bright Water”` names, `called “a disgrace”` judges.
  const called = (last.lower === 'called' || NAMING_WORDS.has(last.lower)) && /^\p{Lu}/u.test(text);
  const soCalled = last.lower === 'called' && second?.text === '-' && before.at(-3)?.lower === 'so';
  if (!TERM_WORDS.has(last.lower) && !participle && !called && !soCalled) return undefined;
  return { kind: 'partial', role: 'term', code: 'quotation-term' };
}

function isWriting({ before, after }: View): boolean {
  return before.some(writes) || after.some(writes) || before.slice(-2).some(reads);
}

function writes(token: Token): boolean {
  return isWritingWord(token) || WRITING_WORDS.has(token.lemma);
}

function reads({ lower, pos }: Token): boolean {
  return lower === 'reads' || (lower === 'read' && pos !== 'NOUN');
}

/** A sentence of its own: it opens one, or follows a cue's comma or colon with a capital, and ends as one. */
function isUtterance(view: View): boolean {
  const { text, words, opensSentence, lead, follow, after } = view;
  if (words.length === 0) return /[!?…]$/.test(text);
  const introduced = /^[,:—–-]$/.test(lead) || view.before.slice(-3).some(isSpeechVerb);
  if (!opensSentence && !introduced) return false;
  const ends = /[.!?,…—–-]$/.test(text);
  const capital = /^[^\p{L}]*\p{Lu}/u.test(text) || /^[^\p{L}]*\d/u.test(text);
  if (opensSentence) {
    if (ends)
      return (
        words.length > 2 ||
        /[.!?]$/.test(text) ||
        startsWithCue(after) ||
        isVerbNear(after) ||
        isInvertedCue(after)
      );
    return (isVerbNear(after) && /[,.]/.test(follow)) || isClause(view.inside, false);
  }
  return capital && (ends || /[.,;]/.test(follow)) && (words.length >= 2 || /[.!?]$/.test(text));
}

/** `the mayor said`, `she told`: a noun or pronoun follows. */
function startsWithCue(after: readonly Token[]): boolean {
  const next = after[0];
  return next !== undefined && /^(?:PRON|PROPN|DET)$/.test(next.pos);
}

/** `hazarded the curate`: a verb of the past with its subject behind it. */
function isInvertedCue([verb, subject]: readonly Token[]): boolean {
  return (
    verb?.pos === 'VERB' &&
    verb.lower.endsWith('ed') &&
    subject !== undefined &&
    /^(?:PRON|PROPN|DET)$/.test(subject.pos)
  );
}

/** Whether the words are a clause: a finite verb, and before it a subject that is not the subject of a relative clause. */
function isClause(tokens: readonly Token[], nested: boolean): boolean {
  let words = 0;
  for (const token of tokens) if (isWord(token)) words++;
  if (words < SHORTEST_CLAUSE) return false;
  const shortest = nested ? SHORTEST_CLAUSE + 1 : SHORTEST_NOUN_CLAUSE;
  let from = 0;
  for (let verb = 0; verb < tokens.length; verb++) {
    if (!isFinite(tokens[verb]!, tokens[verb - 1])) continue;
    const subject = tokens.slice(from, verb).filter(isWord);
    if (subject.length === 0 && from === 0) return false;
    if (!isRelative(tokens, from, verb)) {
      if (subject.some(({ lower }) => SUBJECT_PRONOUNS.has(lower))) return true;
      return words >= shortest && subject.some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos));
    }
    // `the best thing this city can do` may still be the subject of another verb: `… is to wait`.
    while (verb + 1 < tokens.length && /^(?:VERB|AUX|PART|ADV)$/.test(tokens[verb + 1]!.pos)) verb++;
    from = verb + 1;
  }
  return false;
}

/** `the thing this city can`, `a plant nobody wants`: a noun and the next subject side by side, without a comma. */
function isRelative(tokens: readonly Token[], from: number, verb: number): boolean {
  for (let i = Math.max(from, 1); i < verb; i++) {
    const { pos, lower } = tokens[i]!;
    const subject = pos === 'DET' || (pos === 'PRON' && SUBJECT_PRONOUNS.has(lower));
    if (subject && (tokens[i - 1]!.pos === 'NOUN' || tokens[i - 1]!.lower === 'all')) return true;
  }
  return false;
}

const FINITE_AUXILIARIES = new Set(
  (
    'is are was were am has have had do does did will would can could shall should may might must ’s ’re ’m ’ve ’ll ’d ' +
    "'s 're 'm 've 'll 'd ca wo isn aren wasn weren don doesn didn"
  ).split(' '),
);

function isFinite(word: Token, before: Token | undefined): boolean {
  if (word.pos !== 'VERB' && word.pos !== 'AUX') return false;
  if (before?.lower === 'to' || (before && (before.pos === 'DET' || before.pos === 'ADJ'))) return false;
  if (word.pos === 'AUX') return FINITE_AUXILIARIES.has(word.lower);
  return !word.lower.endsWith('ing') && (word.lemma !== word.lower || before !== undefined);
}
