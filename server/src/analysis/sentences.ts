/**
 * Sentences of one block. wink-nlp's own splitter breaks after `Maj.` and inside quotations; this one keeps a matrix
 * sentence whole where the writer's clause goes on after a quotation: `“Go!” she said.` is one sentence.
 */
import type { Span } from '../text/span.ts';
import { ABBREVIATIONS } from '../language/en/abbreviations.ts';
import type { Token } from './tokens.ts';

const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»', '“']);

/** The sentences of a block, in order, from first to last token; together they hold every token. Never throws. */
export function splitSentences(tokens: readonly Token[]): Span[] {
  const sentences: Span[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(tokens, i)) continue;
    let last = i;
    while (last + 1 < tokens.length && isCloser(tokens, last + 1)) last++;
    if (last + 1 < tokens.length && !startsSentence(tokens, last + 1)) continue;
    sentences.push({ start: tokens[first]!.start, end: tokens[last]!.end });
    first = last + 1;
    i = last;
  }
  if (first < tokens.length) sentences.push({ start: tokens[first]!.start, end: tokens.at(-1)!.end });
  return sentences;
}

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const { text, lower } = tokens[i]!;
  if (/^[?!]+$|^\.{1}$|^[.?!]{2,}$|^…$/.test(text)) {
    const before = tokens[i - 1];
    return !(text === '.' && before?.end === tokens[i]!.start && isAbbreviation(before.text));
  }
  // `U.S.` and `Corp.` as one token end a sentence only when the next word could start one; `Gen.` never does.
  return /\w\.$/.test(text) && !isAbbreviation(lower.slice(0, -1)) && !/^\p{L}\.$/u.test(text);
}

function isAbbreviation(word: string): boolean {
  return ABBREVIATIONS.has(word.toLowerCase().replace(/\.$/, '')) || /^\p{Lu}$/u.test(word);
}

/** A closing mark belongs to the sentence it directly follows. */
function isCloser(tokens: readonly Token[], i: number): boolean {
  return CLOSERS.has(tokens[i]!.text) && tokens[i]!.start === tokens[i - 1]!.end;
}

function startsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.start === tokens[i - 1]!.end) return false;
  return /^["“‘'«([]?\p{Lu}|^["“‘'«([–—$£€\d]/u.test(token.text);
}
