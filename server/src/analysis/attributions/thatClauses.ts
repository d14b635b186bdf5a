/**
 * Reports with a that-clause, by rule: `The council estimates that …`. A subject, a word that reports and `that` leave
 * no doubt, even where the tagger of parts of speech took the verb for a noun.
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import { behindListener, canReport, OPENS_SUBJECT } from './phrases.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';
import { REACH } from './window.ts';

/** A lemma that is part of a cue in about one of ten occurrences or more. */
const LIKELY_CUE = 3;

/** The reports with a that-clause, which goes on to the end of the sentence, whose words `taken` leaves free, outside quotations. */
export function findThatClauses(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let that = 2; that < v.length - 1; that++) {
    if (tokens[that]!.lower !== 'that' || taken[that]) continue;
    const verb = verbBefore(tokens, v, that);
    if (taken[verb] || v.quotation[verb]! >= 0) continue;
    if (v.cueClass[verb] === 0 || v.cueRate[verb]! < LIKELY_CUE || !isFinite(tokens, v, verb)) continue;
    const sentence = v.sentence[verb]!;
    const source = subjectBefore(v, verb - 1, v.sentenceFirst[sentence]!);
    if (!source || taken[source.last]) continue;
    // `it is understood that`: nobody says so
    const impersonal = tokens[source.first]!.lower === 'it' && tokens[verb - 1]!.lemma === 'be';
    let last = that;
    const end = Math.min(v.length - 1, that + REACH);
    while (last < end && v.sentence[last + 1] === sentence && !taken[last + 1]) last++;
    if (v.mark[last] === Mark.stop) last--;
    if (last > that + 1)
      found.push({
        cue: { first: impersonal ? verb - 1 : verb, last: verb },
        source: impersonal ? [] : [source],
        content: [{ first: that, last }],
      });
  }
  return found;
}

/**
 * The token before `that`, or the verb before a listener or a place: `told the board that`, `said in court that`, `said —
 * on television — that`.
 */
function verbBefore(tokens: readonly Token[], v: BlockView, that: number): number {
  const aside = dashBefore(v, that - 1);
  if (aside > 0) return aside - 1;
  for (let i = that - 1; i > 0 && i >= that - FARTHEST_VERB && v.mark[i] === Mark.none; i--) {
    if (v.pos[i] !== Pos.verb) continue;
    // `reported on its website that`
    const isOccasion = v.pos[i + 1] === Pos.adposition && i + 2 < that && OPENS_SUBJECT.has(v.pos[that + 1]!);
    return (isOccasion && canReport(tokens[i]!)) || behindListener(tokens, v, i) === that ? i : that - 1;
  }
  return that - 1;
}

/** The dash that opens the aside which the one at `closing` ends; -1 for none. */
function dashBefore(v: BlockView, closing: number): number {
  if (v.mark[closing] !== Mark.dash) return -1;
  for (let i = closing - 1; i > 0 && closing - i <= LONGEST_ASIDE; i--) {
    if (v.sentence[i] !== v.sentence[closing] || v.quotation[i]! >= 0) return -1;
    if (v.mark[i] === Mark.dash) return i;
  }
  return -1;
}

/** Words between two dashes at most. */
const LONGEST_ASIDE = 12;
/** Words from a verb of telling to `that` at most. */
const FARTHEST_VERB = 6;

/** A verb, or a word in -s that was taken for a plural noun. */
function isFinite(tokens: readonly Token[], v: BlockView, i: number): boolean {
  return v.pos[i] === Pos.verb || (v.pos[i] === Pos.noun && tokens[i]!.lower.endsWith('s'));
}
