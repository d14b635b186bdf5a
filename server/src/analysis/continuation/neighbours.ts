/** Who is spoken of right beside a quotation: in the lead-in before it, the signature after it, the sentence next to it. */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { canUtterBehind } from '../attributions/phrases.ts';
import type { Token } from '../tokens.ts';
import { findDescriptions } from '../speakers/descriptions.ts';
import { findNames } from '../speakers/names.ts';
import type { Draft } from './draft.ts';

const PERSON_PRONOUNS = new Set(['he', 'she', 'i']);
const SUBJECT_PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we']);
const MAX_SIGNATURE = 80;

/**
 * A paragraph that ends in a colon hands over to the quotation after it: `Vale continued:`. Its subject is the source,
 * the verb before the colon (or the only verb) the cue; in `Here is the reaction from Ana Vale:` the noun is. So does one
 * that ends in a dash or a comma behind a verb of saying: `Anna looked up, and then said—`.
 */
export function leadIn(
  draft: Draft,
  block: number,
): { source: readonly Span[]; cue: readonly Span[] } | null {
  const { span } = draft.blocks[block]!;
  const end = /[:,—–-]\s*$/.exec(draft.text.slice(span.start, span.end))?.[0];
  if (!draft.isTalk(block) || end === undefined) return null;
  const sentence = draft.facts[block]!.sentences.at(-1);
  if (!sentence) return null;
  const tokens = draft.facts[block]!.tokens.filter(({ start }) => start >= sentence.start);
  if (!end.startsWith(':')) return spokenLeadIn(draft, block, tokens);
  const handed = wordsFrom(draft, block, tokens);
  if (handed) return handed;
  const subject = subjectOf(draft, block, sentence, SUBJECT_PRONOUNS);
  if (!subject) return null;
  const verb =
    tokens.findLast(({ pos, start }) => pos === 'VERB' && start >= subject.end) ??
    tokens.find(({ pos }) => pos === 'VERB');
  return { source: [shift(subject, span.start)], cue: verb ? [shift(verb, span.start)] : [] };
}

/** `Anna looked up, and then said—`: a verb of saying last, and whose it is. */
function spokenLeadIn(
  draft: Draft,
  block: number,
  tokens: readonly Token[],
): { source: readonly Span[]; cue: readonly Span[] } | null {
  const at = draft.blocks[block]!.span.start;
  const verb = tokens.findLastIndex((token) => token.pos === 'VERB' && canUtterBehind(token));
  if (verb < 0 || !tokens.slice(verb + 1).every(isBesideSaying)) return null;
  const subject = subjectOfSaying(draft, block, tokens, verb);
  const particle = tokens[verb + 1]?.lower === 'out' ? verb + 1 : verb;
  const cue = { start: tokens[verb]!.start, end: tokens[particle]!.end };
  return subject ? { source: [shift(subject, at)], cue: [shift(cue, at)] } : null;
}

/** How something was said may follow the verb, and whom it was said to: no other verb. */
function isBesideSaying({ pos }: Token): boolean {
  return pos !== 'VERB' && pos !== 'AUX';
}

/**
 * The subject right before the verb, over adverbs; else the last one before it that is not in a clause beside it: `Anna
 * waited till he had gone, and then said`.
 * @param tokens those of the sentence; `verb` is an index into them
 */
export function subjectOfSaying(
  draft: Draft,
  block: number,
  tokens: readonly Token[],
  verb: number,
): Span | null {
  const facts = draft.facts[block]!;
  const names = findNames(facts).filter(({ possessive, attributive }) => !possessive && !attributive);
  const people = findDescriptions(facts).people;
  for (let i = verb - 1; i >= 0; i--) {
    const { lower, start, end, pos } = tokens[i]!;
    const isDirect = tokens.slice(i + 1, verb).every((token) => /^(?:ADV|AUX|PART)$/.test(token.pos));
    const next = tokens[i + 1]!;
    if (!isDirect && !/^(?:VERB|AUX|ADV|PUNCT)$/.test(next.pos)) continue;
    const named = SUBJECT_PRONOUNS.has(lower)
      ? { start, end }
      : names.find(({ name }) => name.end === end && pos !== 'ADP')?.span;
    const phrase = named ?? people.find(({ span }) => span.end === end)?.span;
    if (!phrase) continue;
    const before = tokens.findLast((token) => token.end <= phrase.start);
    // `Anna Orr, the captain, said`
    const isApposed = !named && before?.text === ',' && !isDirect;
    const isOther = before && (before.pos === 'ADP' || before.pos === 'VERB' || BESIDE.has(before.lower));
    if (!isOther && !isApposed) return phrase;
  }
  return null;
}

/** What opens a clause beside the one that speaks. */
const BESIDE: ReadonlySet<string> = new Set(
  'when while as if that till until because who whom than'.split(' '),
);

/** `the reaction from the first minister, Ana Vale, who …:`: a noun for words, and whose they are up to the colon. */
function wordsFrom(
  draft: Draft,
  block: number,
  tokens: readonly Token[],
): { source: readonly Span[]; cue: readonly Span[] } | null {
  const at = draft.blocks[block]!.span.start;
  const noun = tokens.findLast(({ lower }, i) => WORDS.has(lower) && GIVING.has(tokens[i + 1]?.lower ?? ''));
  if (!noun) return null;
  const opening = tokens.find(({ start }) => start > noun.end);
  const name = findNames(draft.facts[block]!).find(({ span }) => span.start > noun.end);
  if (
    !opening ||
    !name ||
    tokens.some(({ pos, start }) => pos === 'VERB' && isBetween(noun, start, name.span))
  )
    return null;
  const source = { start: opening.end, end: name.full.end };
  while (/\s/.test(draft.text[at + source.start] ?? '')) source.start++;
  return { source: [shift(source, at)], cue: [shift(noun, at)] };
}

const WORDS: ReadonlySet<string> = new Set(
  'reaction response statement reply comment message words answer letter tweet post'.split(' '),
);
const GIVING: ReadonlySet<string> = new Set(['from', 'by']);

function isBetween(before: Span, offset: number, after: Span): boolean {
  return before.end <= offset && offset < after.start;
}

/** `— Ana Vale, baker`, `— *Ana Vale*`: a line of its own after a quotation. */
export function signature(draft: Draft, block: number): Span | null {
  const { span } = draft.blocks[block]!;
  const line = draft.text.slice(span.start, span.end).replace(/[*_\s]+$/, '');
  const dash = /^(?:[—–―]|--?)[\s*_]*(?=\p{Lu})/u.exec(line);
  if (!dash || line.length > MAX_SIGNATURE) return null;
  const signed = line.slice(dash[0].length);
  const isName = NAME_WITH_STOP.test(signed);
  if (!isName && /[.!?]["”]?$/.test(line)) return null;
  return { start: span.start + dash[0].length, end: span.start + line.length - (isName ? 1 : 0) };
}

/** `> — Ana Vale, baker` on a line of the quotation's own block, behind it. */
export function signatureBehind(draft: Draft, block: number, offset: number): Span | null {
  const { end } = draft.blocks[block]!.span;
  const rest = draft.text.slice(offset, Math.min(end, offset + MAX_SIGNATURE)).replace(/[*_\s]+$/, '');
  const dash = /^\s*(?:\n[>\s]*)?(?:[—–―]|--?)[\s*_]*(?=\p{Lu})/u.exec(rest);
  if (!dash || end - offset > MAX_SIGNATURE || rest.includes('\n', dash[0].length)) return null;
  const signed = rest.slice(dash[0].length);
  return /[.!?]["”]?$/.test(signed)
    ? null
    : { start: offset + dash[0].length, end: offset + dash[0].length + signed.length };
}

/** `Ana Vale.`: nothing but a name, as pages that end every line with a full stop sign. */
const NAME_WITH_STOP = /^\p{Lu}[\p{L}’'-]*\.?(?: \p{Lu}[\p{L}’'-]*\.?){0,3}(?<!\.)\.$/u;

/**
 * The subject of the sentence directly before the quotation in its paragraph, or else directly after it: also between two
 * quotations, `“So!” Anna took off her glove. “You knew.”`
 */
export function beatBeside(draft: Draft, block: number, open: readonly number[]): Span | null {
  const at = draft.blocks[block]!.span.start;
  const { sentences } = draft.facts[block]!;
  const { start, end: afterFirst } = draft.quotations[open[0]!]!.span;
  const before = sentences.findLast(({ end }) => end <= start - at);
  const after = sentences.find((sentence) => sentence.start >= afterFirst - at);
  for (const sentence of [before, after]) {
    const subject = sentence && subjectOf(draft, block, sentence, PERSON_PRONOUNS);
    if (subject) return shift(subject, at);
  }
  return null;
}

/** The subject of the block's first sentence: `Anna said nothing.` · `The girl blushed.` */
export function firstSubject(draft: Draft, block: number): Span | null {
  const facts = draft.facts[block]!;
  const [sentence] = facts.sentences;
  if (!sentence) return null;
  const described = findDescriptions(facts).people.find(
    ({ span, beforeVerb }) => beforeVerb && span.start === sentence.start,
  );
  const subject = described?.span ?? subjectOf(draft, block, sentence, PERSON_PRONOUNS);
  return subject ? shift(subject, draft.blocks[block]!.span.start) : null;
}

/** Whether the block begins with some noun and its verb: `The door opened.` · `The mate put out a leg.` */
export function opensWithNoun(draft: Draft, block: number): boolean {
  const { tokens } = draft.facts[block]!;
  const noun = plainNoun(tokens, 0);
  const next = noun && tokens.find(({ start }) => start >= noun.end);
  return next?.pos === 'VERB' || next?.pos === 'AUX';
}

const OTHERS = new Set(['he', 'she']);

/** The subject of the block's last sentence, when it is one other person: `In the hall the doctor stopped.` */
export function lastSubject(draft: Draft, block: number): Span | null {
  const facts = draft.facts[block]!;
  const sentence = facts.sentences.at(-1);
  if (!sentence) return null;
  const first = facts.tokens.find(
    ({ pos, start }) => start >= sentence.start && (pos === 'VERB' || pos === 'AUX'),
  );
  const described = findDescriptions(facts).people.find(
    ({ span, beforeVerb, indefinite }) =>
      beforeVerb &&
      !indefinite &&
      span.start >= sentence.start &&
      first !== undefined &&
      span.end <= first.start,
  );
  const subject = described?.span ?? subjectOf(draft, block, sentence, OTHERS);
  const isFirst = subject && first && subject.start < first.start;
  const words = facts.tokens.filter(({ start }) => start >= sentence.start);
  const leadsOn =
    words.length <= LONGEST_BEAT &&
    !words.some(({ lower, lemma, pos }) => TELLERS.has(lower) || (pos === 'VERB' && PERCEIVING.has(lemma))) &&
    !words.some(({ text, lower }) => text === ';' || lower === 'but');
  const others = findNames(facts).some(
    ({ span, possessive }) => span.start >= sentence.start && !possessive && span.start !== subject?.start,
  );
  return isFirst && leadsOn && !others ? shift(subject, draft.blocks[block]!.span.start) : null;
}

/** Tokens of such a sentence at most. */
const LONGEST_BEAT = 24;
/** Who hears, sees or knows something leads on to others' words as well as to his own. */
const PERCEIVING = new Set(
  'hear listen see watch notice find read know think feel wonder remember understand recognise recognize wait'.split(
    ' ',
  ),
);
/** Where a teller is in the scene, the words may be the teller's. */
const TELLERS = new Set(['i', 'me', 'we', 'us']);

/** `she whispered to the nurse`, `said Anna to Mr. Bond`: who is spoken to, as the telling behind the quotation says. */
export function toldListener(draft: Draft, block: number, quotation: number): Span | null {
  const { attribution, span } = draft.quotations[quotation]!;
  const [cue] = attribution === null ? [] : draft.attributions[attribution]!.cue;
  const at = draft.blocks[block]!.span.start;
  if (!cue || cue.start < at) return null;
  const facts = draft.facts[block]!;
  const next = draft.topQuotations[block]!.map((index) => draft.quotations[index]!.span.start).find(
    (start) => start > cue.end,
  );
  const limit = Math.min(next ?? Number.POSITIVE_INFINITY, cue.end + LONGEST_CLAUSE) - at;
  const to = facts.tokens.findIndex(
    ({ lower, start }) => start >= cue.end - at && start < limit && lower === 'to' && cue.end - at >= 0,
  );
  const heard = facts.tokens[to + 1];
  if (to < 0 || !heard || heard.start >= limit) return null;
  const between = draft.text.slice(cue.end, facts.tokens[to]!.start + at);
  if (/[.;:!?]/.test(between) || span.end > cue.start + LONGEST_CLAUSE) return null;
  const described = findDescriptions(facts).people.find(({ span: { start } }) => start === heard.start);
  const name = findNames(facts).find(
    (found) => found.span.start === heard.start && !found.possessive && !found.attributive,
  );
  const listener =
    name?.span ?? described?.span ?? (/[,-]/.test(between) ? null : plainNoun(facts.tokens, to + 1));
  return listener ? shift(listener, at) : null;
}

/** `the mate`, `her old nurse`, from token `i` on. */
function plainNoun(tokens: readonly Token[], i: number): Span | null {
  if (!/^(?:the|his|her)$/.test(tokens[i]?.lower ?? '')) return null;
  let noun = i + 1;
  while (tokens[noun]?.pos === 'ADJ') noun++;
  return tokens[noun]?.pos === 'NOUN' && tokens[noun + 1]?.pos !== 'NOUN'
    ? { start: tokens[i]!.start, end: tokens[noun]!.end }
    : null;
}

/** So many characters of the clause behind a cue are read. */
const LONGEST_CLAUSE = 60;

/** The name or personal pronoun that is the sentence's first subject: a verb follows it directly. */
function subjectOf(draft: Draft, block: number, sentence: Span, pronouns: ReadonlySet<string>): Span | null {
  const facts = draft.facts[block]!;
  const name = findNames(facts).find(
    ({ span, full, beforeVerb, afterPreposition, possessive, attributive }) =>
      span.start >= sentence.start &&
      span.end <= sentence.end &&
      (beforeVerb || (opens(facts.tokens, sentence, span) && hasVerbBehindAside(facts.tokens, full.end))) &&
      !afterPreposition &&
      !possessive &&
      !attributive,
  );
  const pronoun = facts.tokens.find(
    (token, i) => pronouns.has(token.lower) && isSubject(token, facts.tokens[i + 1], sentence),
  );
  if (name && pronoun) return name.span.start < pronoun.start ? name.span : spanOf(pronoun);
  return name?.full ?? (pronoun ? spanOf(pronoun) : null);
}

/** Whether nothing but words that describe the bearer stands before the name: `Former Tarn defender Ana Vale`. */
function opens(tokens: readonly Token[], sentence: Span, name: Span): boolean {
  const before = tokens.filter(({ start }) => start >= sentence.start && start < name.start);
  return (
    before.length <= LONGEST_ROLE && before.every(({ pos, text }) => DESCRIBING.has(pos) || text === '-')
  );
}

const DESCRIBING = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'ADV']);
/** Words before the name at most. */
const LONGEST_ROLE = 8;

/** `Ana Vale, on the line from Northby, was in no doubt.`: what lies between two commas keeps no subject from its verb. */
function hasVerbBehindAside(tokens: readonly Token[], end: number): boolean {
  const comma = tokens.findIndex(({ start }) => start >= end);
  if (tokens[comma]?.text !== ',') return false;
  const aside = tokens.slice(comma + 1, comma + 1 + LONGEST_ASIDE);
  const close = aside.findIndex(({ text, pos }) => text === ',' || pos === 'VERB' || pos === 'AUX');
  const next = aside[close + 1];
  return aside[close]?.text === ',' && (next?.pos === 'VERB' || next?.pos === 'AUX');
}

/** Words between the two commas at most. */
const LONGEST_ASIDE = 14;

function isSubject(token: Token, next: Token | undefined, sentence: Span): boolean {
  if (token.start < sentence.start || token.end > sentence.end) return false;
  return next?.pos === 'VERB' || next?.pos === 'AUX' || next?.pos === 'ADV';
}

function spanOf({ start, end }: Token): Span {
  return { start, end };
}
