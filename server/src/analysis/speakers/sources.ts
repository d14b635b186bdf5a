/**
 * What kind of phrase a source is: a name, a pronoun, a description with its head noun. Reads the tokens of the source
 * only; who is meant is decided in `resolve.ts`.
 */
import type { Token } from '../tokens.ts';
import type { NameMention } from './entity.ts';
import { readPhrase } from './sources/phraseReader.ts';
import { isPronounPhrase } from './sources/pronounPhrase.ts';
import { opensWithSeveral } from './sources/severalPeople.ts';
import { sourcePhrase, type SourcePhrase } from './sources/sourcePhrase.ts';

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
 * Reads a source phrase; null when it has no words to read.
 * @param tokens the tokens of the source, offsets of the article
 * @param names the names that begin in it, in text order
 */
export function readSource(tokens: readonly Token[], names: readonly NameMention[]): SourcePhrase | null {
  let i = 0;
  while (i < tokens.length - 1 && LEAD_IN.has(tokens[i]!.lower) && !opensName(tokens[i]!, names)) i++;
  const first = tokens[i];
  if (!first) return null;
  const rest = tokens.slice(i);
  if (opensWithSeveral(rest)) {
    const span = { start: first.start, end: rest.at(-1)!.end };
    return sourcePhrase('group', first.lower, span, { definite: true });
  }
  if (isPronounPhrase(rest)) return sourcePhrase('pronoun', first.lower, first, { definite: true });
  return readPhrase(rest, names);
}

/** `Per` is a preposition and a name. */
function opensName({ start }: Token, names: readonly NameMention[]): boolean {
  return names.some(({ name }) => name.start === start);
}
