/**
 * The rest of a sentence about a poll or a record: `A poll showed Vale ahead in the north, with 51 percent to Osei's 39
 * percent.` The tagger often ends the content at a comma; shares behind it are still the poll's while nobody else is
 * given for anything in between.
 */
import { EVIDENCE_NOUNS } from '../../language/en/evidenceNouns.ts';
import { hull, textOf } from '../../text/span.ts';
import type { Attribution, Quantity, QuantityKind } from '../facts.ts';
import type { ClaimContext, Site } from './claims.ts';

/** Kinds of figures that polls give. */
const SHARES: ReadonlySet<QuantityKind> = new Set<QuantityKind>(['percent', 'percentage-points', 'ratio']);

/** The cues of one sentence in order, each with its attribution. */
type CuesBySentence = ReadonlyMap<number, readonly number[]>;

/** For quantities (by index) that are neither exempt nor attributed: the evidence whose sentence they end. Linear. */
export function evidenceOfSentence(
  { text, sentences, attributions }: ClaimContext,
  quantities: readonly Quantity[],
  sites: readonly Site[],
): ReadonlyMap<number, number> {
  const result = new Map<number, number>();
  const cues = cuesBySentence(sentences, attributions);
  quantities.forEach(({ exempt, attribution, kind, number }, i) => {
    if (exempt !== null || attribution !== null || !SHARES.has(kind)) return;
    const before = cues
      .get(sites[i]!.sentence)
      ?.findLast((index) => startOf(attributions[index]!) < number.start);
    if (before !== undefined && givesEvidence(text, attributions[before]!, number.start))
      result.set(i, before);
  });
  return result;
}

function cuesBySentence(
  sentences: ClaimContext['sentences'],
  attributions: readonly Attribution[],
): CuesBySentence {
  const result = new Map<number, number[]>();
  const ordered = attributions
    .map((attribution, index) => ({ index, start: startOf(attribution) }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start);
  let sentence = 0;
  for (const { index, start } of ordered) {
    while (sentence + 1 < sentences.length && sentences[sentence]!.span.end <= start) sentence++;
    const list = result.get(sentence);
    if (list === undefined) result.set(sentence, [index]);
    else list.push(index);
  }
  return result;
}

function startOf({ cue }: Attribution): number {
  return cue[0]?.start ?? -1;
}

/** `, which cost £3m`: the writer explains what the evidence was about. */
const EXPLAINS = /[,(–—]\s*(?:which|who|whose|where|when)\b/i;

/**
 * Whether the source names a document, as the subject of its cue, what it says begins before the figure, and no relative
 * clause stands between.
 */
function givesEvidence(text: string, { source, cue, content }: Attribution, figure: number): boolean {
  const named = hull(source);
  const said = cue[0];
  if (named === undefined || said === undefined || named.start > said.start) return false;
  const reported = content.findLast(({ start }) => start > said.start && start < figure);
  if (reported === undefined || EXPLAINS.test(text.slice(reported.end - 1, figure))) return false;
  const words = textOf(text, named)
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => EVIDENCE_NOUNS.has(word));
}
