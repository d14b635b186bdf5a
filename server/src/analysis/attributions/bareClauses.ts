/**
 * Reports without `that`, by rule: `The minister said the state would bear the cost.` A subject that opens the clause, a
 * verb that hardly does anything but report, and a clause of its own behind it leave no doubt.
 */
import { CUE_CLASSES_BY_LEMMA, REPORT_CLASSES } from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { behindListener, OPENS_SUBJECT } from './phrases.ts';
import type { Report } from './report.ts';
import { subjectBefore } from './subjects.ts';
import { REACH } from './window.ts';

/** A lemma that is part of a cue in most of its occurrences. */
const NEARLY_ALWAYS_CUE = 5;
/** Words of the subject of what is reported at most, up to its verb. */
const LONGEST_SUBJECT = 8;

/** The reports at tokens that `taken` leaves free, outside quotations; each goes on to the end of its sentence. */
export function findBareClauses(tokens: readonly Token[], v: BlockView, taken: Uint8Array): Report[] {
  const found: Report[] = [];
  for (let verb = 1; verb < v.length - 2; verb++) {
    if (taken[verb] || v.quotation[verb]! >= 0 || v.pos[verb] !== Pos.verb || !reports(tokens, v, verb))
      continue;
    const start = v.sentenceFirst[v.sentence[verb]!]!;
    const source = subjectBefore(v, verb - 1, start);
    if (!source || taken[source.first] || taken[source.last] || !opensClause(v, source.first, start))
      continue;
    const content = clauseBehind(tokens, v, verb, taken);
    if (!content) continue;
    const first = source.last + 1;
    found.push({ cue: { first, last: verb }, source: [source], content: [content] });
    taken.fill(1, source.first, content.last + 1);
  }
  return found;
}

function reports(tokens: readonly Token[], v: BlockView, i: number): boolean {
  const { lemma, lower } = tokens[i]!;
  if (v.cueRate[i]! < NEARLY_ALWAYS_CUE || lower.endsWith('ing')) return false;
  return CUE_CLASSES_BY_LEMMA.get(lemma)?.some((name) => REPORT_CLASSES.has(name)) ?? false;
}

/** At the start of the sentence, behind a comma or a conjunction. */
function opensClause(v: BlockView, first: number, start: number): boolean {
  return first === start || v.mark[first - 1] === Mark.comma || v.pos[first - 1] === Pos.conjunction;
}

/** What follows the verb to the end of its sentence, when it begins with a subject and its verb. */
function clauseBehind(
  tokens: readonly Token[],
  v: BlockView,
  verb: number,
  taken: Uint8Array,
): Stretch | null {
  const first = behindListener(tokens, v, verb);
  if (first >= v.length || !OPENS_SUBJECT.has(v.pos[first]!) || REFLEXIVE.test(tokens[first]!.lower))
    return null;
  const sentence = v.sentence[verb]!;
  const end = Math.min(v.sentenceLast[sentence]!, verb + REACH);
  if (first >= end || taken[first]) return null;
  let finite = false;
  let last = first;
  while (last < end && !taken[last + 1] && v.quotation[last + 1]! < 0) {
    last++;
    finite ||= last - first <= LONGEST_SUBJECT && (v.pos[last] === Pos.verb || v.pos[last] === Pos.auxiliary);
    if (!finite && (v.mark[last] !== Mark.none || last - first > LONGEST_SUBJECT)) return null;
  }
  if (v.mark[last] === Mark.stop || v.mark[last] === Mark.comma) last--;
  return finite && last > first + 1 ? { first, last } : null;
}

/** `said it`, `said so himself`: no subject. */
const REFLEXIVE = /sel(?:f|ves)$/;
