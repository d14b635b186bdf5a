/**
 * The cues that stand next to a direct quotation, by rule: `“Go,” cried Anna.` · `Anna whispered: “Go.”` · `ANNA: “Go.”` · `“Go.” — Anna`
 *
 * The taggers learned from newspapers; in a novel or a transcript they may pass over a verb that nobody uses in print.
 * A full quotation with a verb of utterance right at its marks leaves no doubt, whatever the tagger thinks.
 */
import type { BlockText } from '../blockFacts.ts';
import type { Quotation } from '../facts.ts';
import type { Token } from '../tokens.ts';
import { CAPITALISED, Mark, Pos, QuoteState, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { canUtter, canUtterBehind } from './phrases.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';

/** Words between quotation and cue at most: `“Go,” the woman behind the counter had said`. */
const REACH = 14;

/**
 * The cue next to each quotation of `open`, where there is one.
 * @param open outermost direct quotations (by index) that no attribution covers
 * @param taken tokens that attributions already use as cue or source
 */
export function findQuotationCues(
  { text, tokens }: BlockText,
  view: BlockView,
  quotations: readonly Quotation[],
  open: readonly number[],
  taken: Uint8Array,
): Report[] {
  const found: Report[] = [];
  for (const index of open) {
    const content = view.quotationTokens.get(index);
    if (!content || quotations[index]!.kind !== 'direct') continue;
    const beside =
      signature(text, tokens, view, content, taken) ??
      after(tokens, view, content, taken) ??
      before(tokens, view, content, taken);
    if (!beside) continue;
    found.push({ ...beside, content: [content] });
    for (const { first, last } of [beside.cue, ...beside.source]) taken.fill(1, first, last + 1);
  }
  return found;
}

/**
 * Source and contents of a cue at the marks of a quotation for which the tagger found no source: `“Go,” observed Miss
 * Larkin`, `“Go,” said she at length, “or stay.”`; null when there is no subject beside the cue.
 */
export function sourceBesideQuotation(
  tokens: readonly Token[],
  v: BlockView,
  { cue, content }: Report,
): Pick<Report, 'source' | 'content'> | null {
  const quoted = content.find(
    ({ last }) => v.quotation[last]! >= 0 && last < cue.first && cue.first - last <= REACH,
  );
  if (!quoted || v.quotation[cue.first]! >= 0 || !isUtterance(tokens[cue.last]!, v, cue.last)) return null;
  const from = quoted.last + (v.mark[quoted.last + 1] === Mark.comma ? 2 : 1);
  const source =
    from === cue.first ? nominal(v, cue.last + 1, clauseEnd(v, cue.last + 1)) : nominal(v, from, cue.first);
  if (!source || (source.last < cue.first && source.last !== cue.first - 1)) return null;
  const others = content.filter(({ first, last }) => last < source.first || first > source.last);
  const isFree = content.every((part) => others.includes(part) || part.first === source.first);
  return isFree && others.length > 0 ? { source: [source], content: others } : null;
}

type CueAndSource = Omit<Report, 'content'>;

const DASH = /^[-–—―]+$/;
const SIGNATURE_LENGTH = 10;

/** `“…” — Anna Veld` at the end of a line: a dash, a name, perhaps a role after a comma, and nothing else. */
function signature(
  text: string,
  tokens: readonly Token[],
  v: BlockView,
  { last }: Stretch,
  taken: Uint8Array,
): CueAndSource | null {
  const dash = last + 1;
  const first = dash + 1;
  if (first >= v.length || !DASH.test(tokens[dash]!.text) || v.pos[first] !== Pos.properNoun) return null;
  let end = first;
  while (
    end < v.length &&
    end < first + SIGNATURE_LENGTH &&
    !breaksBefore(text, tokens, end) &&
    !taken[end]
  ) {
    if (v.quotation[end]! >= 0 || v.pos[end] === Pos.verb || v.pos[end] === Pos.auxiliary) return null;
    end++;
  }
  const closed = end === v.length || breaksBefore(text, tokens, end);
  const name = v.mark[end - 1] === Mark.stop ? end - 2 : end - 1;
  return closed && name >= first
    ? { cue: { first: dash, last: dash }, source: [{ first, last: name }] }
    : null;
}

function breaksBefore(text: string, tokens: readonly Token[], i: number): boolean {
  return text.slice(tokens[i - 1]!.end, tokens[i]!.start).includes('\n');
}

/** `“…,” said Anna` and `“…,” Anna said`: the quotation ends in a comma, question or exclamation mark, or dash. */
function after(
  tokens: readonly Token[],
  v: BlockView,
  { last }: Stretch,
  taken: Uint8Array,
): CueAndSource | null {
  const lastInside = v.quote[last] === QuoteState.closingMark ? last - 1 : last;
  if (v.mark[lastInside] === Mark.stop && tokens[lastInside]!.text === '.') return null;
  let from = last + 1;
  if (from < v.length && v.mark[from] === Mark.comma) from++;
  const limit = clauseEnd(v, from);
  const verb = firstUtterance(tokens, v, from, limit);
  if (verb < 0 || taken[verb]) return null;
  const end = isPhrasal(tokens, v, verb) ? verb + 1 : verb;
  const source =
    verb === from || (verb === from + 1 && v.pos[from] === Pos.adverb)
      ? nominal(v, end + 1, limit)
      : nominal(v, from, verb);
  if (source && source.last >= verb && source.first <= verb) return null;
  if (!source && verb !== from) return null;
  if (source && source.last < verb && !onlyVerbGroup(v, source.last + 1, verb)) return null;
  const { first } = verbGroup(v, verb, source && source.last < verb ? source.last + 1 : from);
  return { cue: { first, last: end }, source: listed(source) };
}

/** `burst out`, `broke in`; not `cried in a loud voice`. */
function isPhrasal(tokens: readonly Token[], v: BlockView, verb: number): boolean {
  const particle = verb + 1;
  if (particle >= v.length || !PARTICLES.has(tokens[particle]!.lower)) return false;
  return tokens[particle]!.lower === 'out' || v.mark[particle + 1] !== Mark.none;
}

const PARTICLES: ReadonlySet<string> = new Set(['out', 'in', 'on', 'up', 'back']);

/** `Anna said: “…”`, `Anna turned and whispered, “…”`: the cue is the nearest verb of utterance before the mark. */
function before(
  tokens: readonly Token[],
  v: BlockView,
  { first }: Stretch,
  taken: Uint8Array,
): CueAndSource | null {
  const edge = first - 1;
  if (edge < 0) return null;
  const start = v.sentenceFirst[v.sentence[edge]!]!;
  const introduced = v.mark[edge] === Mark.comma || v.mark[edge] === Mark.colon;
  for (let i = edge; i >= start && i >= edge - REACH && v.quotation[i]! < 0; i--) {
    if (!isUtterance(tokens[i]!, v, i)) continue;
    if (taken[i] || !(introduced || i === edge)) return null;
    const source = behindVerb(v, i, edge) ?? subjectBefore(v, i - 1, start) ?? nominal(v, start, i);
    return { cue: verbGroup(v, i, source ? source.last + 1 : i), source: listed(source) };
  }
  if (v.mark[edge] !== Mark.colon) return null;
  return label(v, edge, start, taken) ?? handingOver(v, edge, start, taken);
}

/** `In May, wrote the novelist Anna Orr, “…”`: behind a comma the subject follows its verb. */
function behindVerb(v: BlockView, verb: number, edge: number): Stretch | null {
  if (v.mark[verb - 1] !== Mark.comma) return null;
  const subject = nominal(v, verb + 1, edge);
  return subject && v.pos[subject.first] !== Pos.adposition ? subject : null;
}

/** `Anna resisted: “…”`: whatever the verb, a sentence that ends in a colon hands over to its subject's words. */
function handingOver(v: BlockView, colon: number, start: number, taken: Uint8Array): CueAndSource | null {
  if (colon - start > REACH) return null;
  let verb = start;
  while (verb < colon && v.pos[verb] !== Pos.verb) verb++;
  if (verb === colon || v.quotation[verb]! >= 0) return null;
  const source = subjectBefore(v, verb - 1, start);
  if (!source) return null;
  for (let i = source.first; i <= verb; i++) if (taken[i]) return null;
  return { cue: verbGroup(v, verb, source.last + 1), source: [source] };
}

/** `ANNA: “…”`: a name and a colon, and nothing else before the quotation. */
function label(v: BlockView, colon: number, start: number, taken: Uint8Array): CueAndSource | null {
  const source = nominal(v, start, colon);
  if (source?.first !== start || source.last !== colon - 1 || taken[start]) return null;
  return { cue: { first: colon, last: colon }, source: [source] };
}

function listed(source: Stretch | null): readonly Stretch[] {
  return source ? [source] : [];
}

function isUtterance(token: Token, v: BlockView, i: number): boolean {
  return (v.pos[i] === Pos.verb || v.cueRate[i]! >= LIKELY_CUE) && canUtter(token);
}

/** A lemma that is part of a cue in about one of four occurrences or more. */
const LIKELY_CUE = 4;

function firstUtterance(tokens: readonly Token[], v: BlockView, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    if (isUtterance(tokens[i]!, v, i)) return i;
    const isNext = i === from || (i === from + 1 && v.pos[from] === Pos.pronoun);
    if (isNext && v.pos[i] !== Pos.adverb && canUtterBehind(tokens[i]!)) return i;
  }
  return -1;
}

/** Where the clause after a quotation ends: at a mark, another quotation, or after `REACH` words. */
function clauseEnd(v: BlockView, from: number): number {
  let i = from;
  while (i < v.length && i < from + REACH && v.quotation[i]! < 0 && v.mark[i] === Mark.none) i++;
  return i;
}

/** The noun phrase at `from`: determiners, names, nouns and what joins them; or a pronoun. */
function nominal(v: BlockView, from: number, limit: number): Stretch | null {
  let last = -1;
  const isPronoun = from < limit && v.pos[from] === Pos.pronoun;
  // `his sister` begins with a pronoun and is none.
  if (isPronoun && !(from + 1 < limit && NOMINAL.has(v.pos[from + 1]!))) return { first: from, last: from };
  for (let i = isPronoun ? from + 1 : from; i < limit; i++) {
    const p = v.pos[i];
    if (p === Pos.noun || p === Pos.properNoun) last = i;
    // `Miss Larkin`: a title that could be a verb
    else if (!JOINING.has(p!) && !(v.shape[i] === CAPITALISED && v.pos[i + 1] === Pos.properNoun)) break;
  }
  return last < 0 ? null : { first: from, last };
}

const NOMINAL: ReadonlySet<number> = new Set([Pos.noun, Pos.properNoun, Pos.adjective]);

const JOINING: ReadonlySet<number> = new Set([
  Pos.determiner,
  Pos.adjective,
  Pos.numeral,
  Pos.particle,
  Pos.adposition,
]);

function onlyVerbGroup(v: BlockView, from: number, verb: number): boolean {
  for (let i = from; i < verb; i++) {
    if (v.pos[i] !== Pos.adverb && v.pos[i] !== Pos.auxiliary && v.pos[i] !== Pos.particle) return false;
  }
  return true;
}

/** The verb with the adverbs and auxiliaries before it. */
function verbGroup(v: BlockView, verb: number, from: number): Stretch {
  let first = verb;
  while (
    first > from &&
    (v.pos[first - 1] === Pos.auxiliary ||
      v.pos[first - 1] === Pos.adverb ||
      v.pos[first - 1] === Pos.particle)
  )
    first--;
  return { first, last: verb };
}
