/**
 * Sentences of one block. wink-nlp's own splitter breaks after `Maj.` and inside quotations; this one keeps a matrix
 * sentence whole where the writer's clause goes on after a quotation.
 */
import {
  ABBREVIATIONS,
  LEADING_ABBREVIATIONS,
  NUMBERED_ABBREVIATIONS,
  SENTENCE_STARTERS,
} from '../language/en/abbreviations.ts';
import { SPEECH_VERBS } from '../language/en/quotationContext.ts';
import type { Span } from '../text/span.ts';
import type { Token } from './tokens.ts';
import { perWord } from './words.ts';

const CLOSERS = new Set(['"', '”', '’', "'", "''", ')', ']', '}', '»', '›', '“', '*', '_', '**', '__']);
const OPENERS = new Set(['"', '“', '„', '‘', "'", '`', '«', '‹', '(', '[', '¿', '¡', '*', '_', '**', '__']);
/** How far behind a quotation's `?` or `!` the verb of its speaker may stand: `asked Mayor Ada Orr of Tarn`. */
const CUE_REACH = 7;

/**
 * The sentences of a block, in order, each from its first to its last token; together they hold every token.
 *
 * A sentence ends at `.`, `?`, `!` or an ellipsis, with the closing marks directly behind it, when what follows can begin
 * another one. So the sentences inside one quotation are sentences of their own, and the last of them reaches to the end
 * of the writer's clause: `“Stop! We are done!” she said.` is `“Stop!` and `We are done!” she said.` Where the clause
 * begins with a name (`“Why now?” Mayor Orr asked.`) a verb of speech nearby keeps it. Abbreviations, initials and
 * decimals do not end a sentence; `U.S.`, `Inc.` and `p.m.` do before a word that can only begin one.
 *
 * Linear in the number of tokens; never throws.
 */
export function splitSentences(tokens: readonly Token[]): Span[] {
  const sentences: Span[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!mayEndSentence(tokens, i)) continue;
    let last = i;
    while (last + 1 < tokens.length && isCloser(tokens, last + 1)) last++;
    if (last + 1 < tokens.length && !beginsSentence(tokens, i, last)) continue;
    sentences.push({ start: tokens[first]!.start, end: tokens[last]!.end });
    first = last + 1;
    i = last;
  }
  if (first < tokens.length) sentences.push({ start: tokens[first]!.start, end: tokens.at(-1)!.end });
  return sentences;
}

/** How a word can end a sentence by its form: always, as a full stop, or by the stop it carries itself. */
const endOf = perWord(({ text }): 'stop' | 'full-stop' | 'stopped' | null => {
  if (/^(?:[?!‽]+|[.?!]{2,}|…+[.?!]?)$/.test(text)) return 'stop';
  if (text === '.') return 'full-stop';
  return text.length > 1 && /[\p{L}\p{M}\p{N}]\.$/u.test(text) ? 'stopped' : null;
});

function mayEndSentence(tokens: readonly Token[], i: number): boolean {
  switch (endOf(tokens[i]!)) {
    case null:
      return false;
    case 'stop':
      return true;
    case 'full-stop':
      return !endsListNumber(tokens, i) && !isSpacedPoint(tokens, i) && !isAbbreviated(tokens, i - 1, i + 1);
    case 'stopped':
      return !isAbbreviated(tokens, i, i + 1);
  }
}

/** `1. The council …`: the number of an item. */
function endsListNumber(tokens: readonly Token[], i: number): boolean {
  return i === 1 && /^\d{1,3}$/.test(tokens[0]!.text);
}

/** `6 . 2 %`: the decimal point of text that a program took apart. */
function isSpacedPoint(tokens: readonly Token[], i: number): boolean {
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before === undefined || after === undefined || before.end === tokens[i]!.start) return false;
  return /^\d{1,3}$/.test(before.text) && /^\d+$/.test(after.text);
}

/** Whether the full stop of the word at `index` only shortens it, given what follows at `next`. */
function isAbbreviated(tokens: readonly Token[], index: number, next: number): boolean {
  const word = tokens[index];
  if (!word || (tokens[next - 1]!.text === '.' && word.end !== tokens[next - 1]!.start)) return false;
  const lower = word.lower.replace(/\.$/, '');
  const following = tokens[next];
  if (LEADING_ABBREVIATIONS.has(lower)) return true;
  if (!following) return false;
  if (NUMBERED_ABBREVIATIONS.has(lower) && /^[\d#]/.test(following.text)) return true;
  if (!ABBREVIATIONS.has(lower) && !isInitial(tokens, index, lower)) return false;
  if (touchesFigure(tokens, index, lower)) return false;
  return !beginsOnlySentences(tokens, next);
}

/** `£240m.`, `5km.`: who writes the unit at its figure gives it no stop. Not `10a.m.` */
function touchesFigure(tokens: readonly Token[], index: number, lower: string): boolean {
  const before = tokens[index - 1];
  return before?.end === tokens[index]!.start && /\d$/.test(before.text) && !lower.includes('.');
}

/** `J.` in `J. Orr`, `George W.`; also `A.J.` and `U.N.E.P.`. Not `plan B.` or `vitamin C.`, nor the pronoun. */
function isInitial(tokens: readonly Token[], index: number, lower: string): boolean {
  if (/^(?:\p{L}\.)+\p{L}$/u.test(lower)) return true;
  if (!/^\p{Lu}\.?$/u.test(tokens[index]!.text) || lower === 'i') return false;
  const before = tokens[index - 1];
  return !before || !/^\p{Ll}/u.test(before.text) || tokens[index]!.text.length === 2;
}

function beginsOnlySentences(tokens: readonly Token[], index: number): boolean {
  let next = index;
  while (next < tokens.length && next < index + 3 && OPENERS.has(tokens[next]!.text)) next++;
  const word = tokens[next];
  if (!word || !/^\p{Lu}/u.test(word.text)) return false;
  // A quotation that opens here with a capital begins a sentence, too.
  return next > index ? tokens[index]!.text !== '(' : SENTENCE_STARTERS.has(word.lower);
}

/** A closing mark belongs to the sentence it directly follows. */
function isCloser(tokens: readonly Token[], i: number): boolean {
  return CLOSERS.has(tokens[i]!.text) && tokens[i]!.start === tokens[i - 1]!.end;
}

/** Whether the token behind `last` begins a sentence, where the token at `stop` may have ended one. */
function beginsSentence(tokens: readonly Token[], stop: number, last: number): boolean {
  const next = tokens[last + 1]!;
  if (next.start === tokens[last]!.end) return false;
  const opened = /^["“„‘'`«‹([¿¡*_–—-]+$/.test(next.text);
  if (!opened && !/^(?:["“‘'(]?\p{Lu}|\p{Ll}\p{Lu}|[\d$£€#@]|\p{Lo}|\p{So})/u.test(next.text)) return false;
  if (opened && /^[–—-]/.test(next.text)) return false;
  const quoted = last > stop && /[?!…]$|\.\.$/.test(tokens[stop]!.text);
  return !quoted || opened || !hasCue(tokens, last + 1);
}

/** Whether a verb of speech stands shortly behind, before any other stop. */
function hasCue(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + CUE_REACH); i++) {
    const { text, lower } = tokens[i]!;
    if (/^[.?!;:"“”]/.test(text)) return false;
    if (SPEECH_VERBS.has(lower)) return true;
  }
  return false;
}
