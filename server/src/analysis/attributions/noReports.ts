/** What the taggers take for a report although it is none, or none of its own. */
import type { BlockText } from '../blockFacts.ts';
import type { Token } from '../tokens.ts';
import type { BlockView } from './blockView.ts';
import { LABELS } from './headlineColons.ts';
import type { Stretch } from './learned/labels.ts';
import { canUtter } from './phrases.ts';
import type { Report } from './report.ts';

const PLACING: ReadonlySet<string> = new Set(['on', 'off', 'out', 'down', 'away', 'up', 'in']);

/**
 * What the taggers take for a report although it is none: `She put on her coat`, known from `put it this way`; `Thank you`;
 * `Transcript: …`; and the label of a transcript's turn, which is a source for the whole turn (`continuation/turns.ts`).
 */
export function isNoReport(
  { tokens, kind }: BlockText,
  { first, last }: Stretch,
  source: readonly Stretch[],
): boolean {
  if (tokens[first]!.text === ':' && source[0]?.first === 0)
    return kind === 'turn' || LABELS.has(tokens[first - 1]!.lower);
  if (source[0] && source[0].first === source[0].last && tokens[source[0].first]!.lower === 'there')
    return true;
  if (source.length === 0 && tokens[first]!.lower === 'thank' && tokens[last + 1]?.lower === 'you')
    return true;
  if (isNotAuthorised(tokens, first, last) || isAskingForNoName(tokens, first, last)) return true;
  if (isNaming(tokens, first, last) || isByMeasure(tokens, first, last, source)) return true;
  if (isShowingUp(tokens, first, last)) return true;
  return last === first + 1 && tokens[first]!.lemma === 'put' && PLACING.has(tokens[last]!.lower);
}

/** `the plant has shown up on the bill`, known from `the survey showed`. */
function isShowingUp(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    if (tokens[i]!.lemma === 'show') return /^(?:up|off)$/.test(tokens[i + 1]?.lower ?? '');
  }
  return false;
}

/** `because they were not authorized to discuss it`: the reason for no name is no report. */
function isNotAuthorised(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first + 1; i <= last; i++) {
    if (AUTHORISED.test(tokens[i]!.lower)) return tokens[i + 1]?.lower === 'to';
  }
  return false;
}

/** `who was granted anonymity to discuss it`, `who asked not to be named`, `two lawyers briefed on the talks`. */
function isAskingForNoName(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) {
    if (tokens[i]!.lower === 'anonymity')
      return !tokens.slice(first, i).some(({ lemma }) => lemma === 'speak');
    if (tokens[i]!.lower === 'briefed' && /NOUN|PROPN/.test(tokens[i - 1]?.pos ?? '')) return true;
  }
  return /^(?:not|to)$/.test(tokens[last + 1]?.lower ?? '') && ANONYMOUS.test(wordsBehind(tokens, last));
}

const ANONYMOUS = /^(?:not to|to not) (?:be|have (?:his|her|their) name) (?:named|identified|used|published)/;

function wordsBehind(tokens: readonly Token[], last: number): string {
  return tokens
    .slice(last + 1, last + 7)
    .map(({ lower }) => lower)
    .join(' ');
}

/** `a docker called Ray`, `a dog named Bess`: the noun has the name. */
function isNaming(tokens: readonly Token[], first: number, last: number): boolean {
  if (first !== last || !/^(?:called|named)$/.test(tokens[first]!.lower) || tokens[first - 1]?.pos !== 'NOUN')
    return false;
  let article = first - 1;
  while (article > first - LONGEST_NAMED && /NOUN|ADJ/.test(tokens[article]?.pos ?? '')) article--;
  return /^(?:an?|the)$/.test(tokens[article]?.lower ?? '') && tokens[last + 1]?.pos === 'PROPN';
}

/** Words of what has the name, at most: `a cheerful old radiologist`. */
const LONGEST_NAMED = 6;

/** `by every measure I can find, it has shrunk`: the clause belongs to the noun before it. */
function isByMeasure(
  tokens: readonly Token[],
  first: number,
  last: number,
  source: readonly Stretch[],
): boolean {
  const [subject] = source;
  if (subject?.last !== first - 1 || tokens[subject.first]!.pos !== 'PRON' || canUtter(tokens[last]!))
    return false;
  const noun = subject.first - 1;
  const by = tokens.slice(Math.max(0, noun - 2), noun).some(({ lower }) => lower === 'by');
  return by && tokens[noun]?.pos === 'NOUN' && /^[,.;]$/.test(tokens[last + 1]?.text ?? '.');
}

const AUTHORISED = /^authori[sz]ed$/;

/** `Because they asked, | and because nobody applied`: nothing that is reported begins with a conjunction and a reason. */
export function isReason(tokens: readonly Token[], cue: Stretch, content: readonly Stretch[]): boolean {
  const [said, ...more] = content;
  return (
    said !== undefined &&
    more.length === 0 &&
    said.first > cue.last &&
    /^(?:and|but)$/.test(tokens[said.first]!.lower) &&
    /^(?:because|if|when|since)$/.test(tokens[said.first + 1]?.lower ?? '')
  );
}

/** `She said nothing.`, `He had not said a word.` */
export function isSilence(tokens: readonly Token[], cue: Stretch, content: readonly Stretch[]): boolean {
  const [said, ...more] = content;
  if (said === undefined || more.length > 0 || tokens[cue.last]!.lemma !== 'say') return false;
  if (tokens[said.first]!.lower === 'nothing') return true;
  const isWord =
    tokens[said.first + 1]?.lower === 'word' && /^(?:a|one|another)$/.test(tokens[said.first]!.lower);
  return isWord && tokens.slice(cue.first, cue.last).some(({ lower }) => NEVER.test(lower));
}

const NEVER = /^(?:not|never|n['’]t|hardly|barely)$/;

/** `he told me as we pushed his boat`: what was done while somebody spoke did not speak the quotation. */
export function isMeanwhile(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
  content: readonly Stretch[],
): boolean {
  if (!MEANWHILE.has(tokens[first - 2]?.lower ?? '') || canUtter(tokens[last]!)) return false;
  return content.some((part) => v.quotation[part.first]! >= 0);
}

const MEANWHILE: ReadonlySet<string> = new Set(['as', 'while']);

/** A second cue, a noun, for what the same source said by the first: `told reporters on | a call | that …`. */
export function saysSame(other: Report, source: readonly Stretch[], content: readonly Stretch[]): boolean {
  const same = (a: readonly Stretch[], b: readonly Stretch[]): boolean =>
    a.length === b.length && a.every(({ first, last }, k) => first === b[k]!.first && last === b[k]!.last);
  return (
    same(other.content, content) &&
    source.every(({ first }) => other.source.some((part) => part.first === first))
  );
}
