/**
 * What a report is in a story: whole quotations, the bare verb that says them, and the bare name or noun of who does. In a
 * newspaper words in marks stand in a writer's sentence, and what surrounds them belongs to the report; in a story they
 * are a person's, and all the rest is the teller's.
 */
import type { Span } from '../../text/span.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import { overlaps, shift } from '../../text/span.ts';
import { canUtterBehind } from '../attributions/phrases.ts';
import { bareCues } from './bareCues.ts';
import { bareSources } from './bareSources.ts';
import type { Token } from '../tokens.ts';
import type { Draft } from './draft.ts';
import { subjectOfSaying } from './neighbours.ts';
import { isUtterance } from './inference.ts';

/** Settles every attribution of a story that has words in marks. Linear in the length of the article; never throws. */
export function settleStory(draft: Draft): void {
  draft.blocks.forEach((_, block) => {
    const spoken = draft.topQuotations[block]!.filter(
      (index) => isUtterance(draft, index) || isSaid(draft, block, index),
    );
    if (spoken.length === 0) return;
    let saying: number | null = null;
    for (const attribution of draft.attributionsOf[block]!) {
      const near = nearOf(draft, attribution, spoken);
      if (handBack(draft, block, attribution, saying, near)) continue;
      if (isSaying(draft, block, attribution)) saying = attribution;
      keepWords(draft, attribution, near);
      settleLeadIn(draft, block, attribution, near);
      settleInverted(draft, block, attribution, near);
      dropGesture(draft, block, attribution, near);
    }
  });
  bareCues(draft);
  bareSources(draft);
}

/** Of the quotations of a block, in text order, those from the first to the last span of the attribution. */
function nearOf(draft: Draft, index: number, spoken: readonly number[]): readonly number[] {
  const { source, cue, content } = draft.attributions[index]!;
  const spans = [...source, ...cue, ...content];
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const first = lastAtOrBefore(spoken, start, (quotation) => draft.quotations[quotation]!.span.start);
  const last = lastAtOrBefore(spoken, end, (quotation) => draft.quotations[quotation]!.span.start);
  return spoken.slice(Math.max(0, first), last + 1);
}

/** The tokens of a passage, which begins and ends with one. */
function tokensOf(draft: Draft, block: number, { start, end }: Span): readonly Token[] {
  const at = draft.blocks[block]!.span.start;
  const { tokens } = draft.facts[block]!;
  const startOf = (token: Token): number => token.start + at;
  return tokens.slice(
    Math.max(0, lastAtOrBefore(tokens, start, startOf)),
    lastAtOrBefore(tokens, end - 1, startOf) + 1,
  );
}

/** The start of the sentence of an offset; both count from the start of the article. */
function sentenceStart(draft: Draft, block: number, offset: number): number {
  const at = draft.blocks[block]!.span.start;
  const { sentences } = draft.facts[block]!;
  return at + (sentences[lastAtOrBefore(sentences, offset - at, ({ start }) => start)]?.start ?? 0);
}

/**
 * `“I am,” said Anna, her pride | opposing | such a thought, “but you are not.”`: a participle beside what is said tells of the
 * speaker. The words behind it are those of the verb of saying before it.
 */
function handBack(
  draft: Draft,
  block: number,
  index: number,
  saying: number | null,
  near: readonly number[],
): boolean {
  const [own] = draft.attributions[index]!.cue;
  const said = saying === null ? undefined : draft.attributions[saying]!.cue[0];
  if (saying === null || !said || !own || said.end > own.start) return false;
  const verbs = tokensOf(draft, block, own);
  if (!verbs[0]?.lower.endsWith('ing') || verbs.some(canUtterBehind)) return false;
  if (sentenceStart(draft, block, own.start) > said.start) return false;
  for (const quotation of near) {
    if (draft.quotations[quotation]!.attribution !== index) continue;
    draft.quotations[quotation]!.attribution = saying;
    draft.extendContent(saying, draft.quotations[quotation]!.span);
  }
  draft.remove(index);
  return true;
}

/** Whether the attribution says words in marks by a verb of saying. */
function isSaying(draft: Draft, block: number, index: number): boolean {
  const { kind, cue } = draft.attributions[index]!;
  const [own] = cue;
  if (kind === 'indirect' || !own) return false;
  return tokensOf(draft, block, own).some(canUtterBehind);
}

/**
 * `“Oh! Come in, | Anna,” cried Bell, | looking aghast`: what was said is the whole of each quotation, and no more. Of two
 * quotations side by side, the first is another turn.
 */
function keepWords(draft: Draft, index: number, spoken: readonly number[]): void {
  const attribution = draft.attributions[index]!;
  const isInside = (span: Span): boolean =>
    spoken.some((quotation) => overlaps(draft.quotations[quotation]!.span, span));
  if (attribution.cue.length === 0 || attribution.cue.some(isInside)) return;
  const held = spoken.filter((quotation) => isHeld(draft, index, quotation));
  if (held.length === 0) return;
  const own = held.filter((quotation, k) => !isAnothersTurn(draft, quotation, held[k + 1]));
  for (const quotation of held) {
    const { attribution: given } = draft.quotations[quotation]!;
    if (own.includes(quotation)) draft.quotations[quotation]!.attribution = given ?? index;
    else if (given === index) draft.quotations[quotation]!.attribution = null;
  }
  draft.setContent(
    index,
    own.map((quotation) => draft.quotations[quotation]!.span),
  );
  attribution.kind = 'direct';
}

/** Whether the quotation's words are the attribution's, in whole or in part, and no other's. */
function isHeld(draft: Draft, index: number, quotation: number): boolean {
  const { span, attribution } = draft.quotations[quotation]!;
  if (attribution !== null) return attribution === index;
  return draft.attributions[index]!.content.some((part) => overlaps(part, span));
}

function isAnothersTurn(draft: Draft, quotation: number, next: number | undefined): boolean {
  if (next === undefined) return false;
  const { end } = draft.quotations[quotation]!.span;
  return /^\s*$/.test(draft.text.slice(end, draft.quotations[next]!.span.start));
}

/**
 * `He | paused |, and then added, “…”`, `Anna turned to | him |, saying, “…”`: before a quotation the last verb of saying is
 * the cue, and the subject that it shares with the verbs before it the source.
 */
function settleLeadIn(draft: Draft, block: number, index: number, near: readonly number[]): void {
  const attribution = draft.attributions[index]!;
  const [cue] = attribution.cue;
  if (!cue || attribution.kind !== 'direct') return;
  const next = near.find((quotation) => draft.quotations[quotation]!.span.start >= cue.end);
  if (next === undefined || draft.quotations[next]!.attribution !== index) return;
  const at = draft.blocks[block]!.span.start;
  const told = {
    start: sentenceStart(draft, block, cue.start),
    end: draft.quotations[next]!.span.start,
  };
  if (near.some((quotation) => overlaps(draft.quotations[quotation]!.span, told))) return;
  const tokens = tokensOf(draft, block, told);
  const own = tokens.findIndex(({ end }) => end + at > cue.start);
  const verb = tokens.findLastIndex((token) => token.pos === 'VERB' && canUtterBehind(token));
  const joint = tokens.findLastIndex(({ pos }, i) => i < verb && (pos === 'CCONJ' || pos === 'PUNCT'));
  const isOther = verb > own && joint > own && !canUtterBehind(tokens[own]!);
  if (isOther) attribution.cue = [shift(spanOf(tokens[verb]!), at)];
  const said = isOther ? verb : own;
  const [source, ...more] = attribution.source;
  if (source && more.length === 0 && !isBeside(draft, source, tokens[said]!.start + at)) return;
  if (said < 1 || attribution.source.some(({ end }) => end > tokens[said]!.start + at)) return;
  const subject = subjectOfSaying(draft, block, tokens, said);
  if (subject) attribution.source = [shift(subject, at)];
}

/** `when | he | spoke to her, and then said`: the subject of a clause beside the one that speaks, or far from the cue. */
function isBeside(draft: Draft, { start, end }: Span, cue: number): boolean {
  const isSubordinate = /\b(?:when|while|as|till|until|because)\s+$/i.test(
    draft.text.slice(Math.max(0, start - 12), start),
  );
  return isSubordinate && !/^\s+(?:\p{L}+ly\s+)?$/u.test(draft.text.slice(end, Math.min(cue, end + 30)));
}

function spanOf({ start, end }: Token): Span {
  return { start, end };
}

/**
 * `“I am glad.” Anna bowed.`, `Anna said this slowly.`, `Anna saw her chance. “I am glad.”`: a deed in a sentence of its own
 * shows who speaks, and is no verb of saying.
 */
function dropGesture(draft: Draft, block: number, index: number, near: readonly number[]): void {
  const attribution = draft.attributions[index]!;
  const [cue] = attribution.cue;
  if (!cue || attribution.kind !== 'direct') return;
  const [said] = attribution.content;
  const isBehind = attribution.content.every(({ start }) => start < cue.end);
  const isApart = isBehind
    ? opensSentenceBehind(draft, near, cue)
    : said!.start > cue.end && /[.!?]\s*$/.test(draft.text.slice(said!.start - 3, said!.start));
  if (!isApart) return;
  const hasObject = isBehind && /^\s+(?:this|that|it|so)\b/.test(draft.text.slice(cue.end, cue.end + 8));
  if (hasObject || !tokensOf(draft, block, cue).some(canUtterBehind)) attribution.cue = [];
}

/** Whether the sentence of the cue begins behind whole sentences in marks. */
function opensSentenceBehind(draft: Draft, near: readonly number[], cue: Span): boolean {
  const before = near.findLast((quotation) => draft.quotations[quotation]!.span.end <= cue.start);
  if (before === undefined) return false;
  const { inner, span } = draft.quotations[before]!;
  const isWhole = /[.!?…—–-]\s*$/.test(draft.text.slice(inner.start, inner.end));
  return isWhole && /^\s+\p{Lu}/u.test(draft.text.slice(span.end, cue.start));
}

/** `she said “Yes” to him`, `said Anna; “and in so short a time”`: few words beside a verb of saying are said as well as any. */
function isSaid(draft: Draft, block: number, index: number): boolean {
  const { span, role, attribution } = draft.quotations[index]!;
  if (role !== 'speech') return false;
  if (attribution !== null && draft.attributions[attribution]!.kind === 'direct') return true;
  const [before] = tokensOf(draft, block, { start: span.start - 1, end: span.start });
  return before?.pos === 'VERB' && SAYING.has(before.lemma);
}

const SAYING: ReadonlySet<string> = new Set(
  'say answer reply cry murmur whisper mutter exclaim shout repeat'.split(' '),
);

/** `echoed | Anna`, `replied | that young gentleman`, `said | the wholly practical |;`: the noun phrase right behind the cue. */
function settleInverted(draft: Draft, block: number, index: number, near: readonly number[]): void {
  const attribution = draft.attributions[index]!;
  const [cue] = attribution.cue;
  if (!cue || attribution.kind !== 'direct' || attribution.source.length > 0) return;
  const before = near.findLast((quotation) => draft.quotations[quotation]!.span.end <= cue.start);
  if (before === undefined) return;
  const between = draft.text.slice(draft.quotations[before]!.span.end, cue.start);
  if (!/^[\s,–—-]*$/.test(between) || !tokensOf(draft, block, cue).some(canUtterBehind)) return;
  const at = draft.blocks[block]!.span.start;
  const phrase = phraseBehind(tokensOf(draft, block, { start: cue.end + 1, end: cue.end + LONGEST_SOURCE }));
  if (phrase) attribution.source = [shift(phrase, at)];
}

/** So many characters behind a cue are read for who speaks. */
const LONGEST_SOURCE = 60;
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an that this another his her my our their'.split(' '),
);

/** The noun phrase that the tokens begin with. */
function phraseBehind(tokens: readonly Token[]): Span | null {
  const [opening] = tokens;
  if (!opening) return null;
  const hasArticle = DETERMINERS.has(opening.lower);
  let i = hasArticle ? 1 : 0;
  while (/^(?:ADJ|ADV)$/.test(tokens[i]?.pos ?? '') && hasArticle) i++;
  const adjective = tokens[i - 1];
  let noun = i;
  while (/^(?:NOUN|PROPN)$/.test(tokens[noun]?.pos ?? '')) noun++;
  if (noun > i) return { start: opening.start, end: tokens[noun - 1]!.end };
  const isBare = opening.lower === 'the' && adjective?.pos === 'ADJ' && /^[,.;]$/.test(tokens[i]?.text ?? '');
  return isBare ? { start: opening.start, end: adjective.end } : null;
}
