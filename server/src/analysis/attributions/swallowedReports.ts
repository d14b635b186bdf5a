/**
 * A report inside a source: in `A harbour poll shows two in three residents want the ferry` the taggers may take all
 * words before `want` for whoever wants it. The poll shows, and what it shows is what two in three want.
 */
import { EVIDENCE_NOUNS, EVIDENCE_VERBS } from '../../language/en/evidenceNouns.ts';
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import type { Report } from './report.ts';

/** `Polls show half` and whatever they want. */
const FEWEST_WORDS = 3;

export interface TwoReports {
  /** What the evidence shows. */
  readonly outer: Report;
  /** The report as found, with what is left of its source. */
  readonly inner: Report;
}

/** The two reports of which one was swallowed by the other's source; null where none was. */
export function withoutSwallowed(tokens: readonly Token[], v: BlockView, report: Report): TwoReports | null {
  const [source, ...more] = report.source;
  const said = report.content.at(-1);
  if (!source || !said || more.length > 0 || report.cue.first !== source.last + 1) return null;
  if (source.last - source.first < FEWEST_WORDS - 1) return null;
  const verb = shownIn(tokens, v, source);
  if (verb < 0) return null;
  const outer = {
    cue: { first: verb, last: verb },
    source: [{ first: source.first, last: verb - 1 }],
    content: [{ first: verb + 1, last: Math.max(report.cue.last, said.last) }],
  };
  return { outer, inner: { ...report, source: [{ first: verb + 1, last: source.last }] } };
}

/** The verb of showing in the stretch, when evidence is its subject; -1 for none. */
function shownIn(tokens: readonly Token[], v: BlockView, { first, last }: Stretch): number {
  let evidence = false;
  for (let i = first; i < last; i++) {
    const { lower } = tokens[i]!;
    if (v.mark[i] === Mark.comma || v.quotation[i]! >= 0 || v.pos[i] === Pos.pronoun) return -1;
    if (evidence && i > first && EVIDENCE_VERBS.has(lower)) return i;
    evidence ||= EVIDENCE_NOUNS.has(lower);
  }
  return -1;
}
