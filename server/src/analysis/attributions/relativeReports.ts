/**
 * Reports inside a relative clause: `They lined the canal, a move that officials say will bring water.` What officials say is
 * of the move, not of the whole sentence; and `that` is no part of who says it.
 */
import type { Token } from '../tokens.ts';
import { Mark, Pos, type BlockView } from './blockView.ts';
import type { Report } from './report.ts';

const RELATIVE: ReadonlySet<string> = new Set(['that', 'which', 'who']);

/** The report with its source and content where such a clause puts them; any other report as it is. */
export function settleRelativeReport<T extends Report>(tokens: readonly Token[], v: BlockView, report: T): T {
  const { cue, source, content } = report;
  const [given] = source;
  const verb = v.pos[cue.last + 1];
  if (given?.last !== cue.first - 1 || (verb !== Pos.auxiliary && verb !== Pos.verb)) return report;
  const opens = RELATIVE.has(tokens[given.first]!.lower) && given.last > given.first;
  const who = opens ? { first: given.first + 1, last: given.last } : given;
  if (!RELATIVE.has(tokens[who.first - 1]?.lower ?? '')) return report;
  const opening = openingOf(v, content[0]?.first ?? 0, who.first);
  const said = content.flatMap((part) => {
    if (part.first >= who.first) return [part];
    return part.last < opening ? [] : [{ first: Math.max(part.first, opening), last: part.last }];
  });
  return said.length > 0 ? { ...report, source: [who], content: said } : report;
}

/** Where the phrase begins that the relative clause is about: behind the last comma before it. */
function openingOf(v: BlockView, first: number, end: number): number {
  for (let i = end - 2; i > first; i--) if (v.mark[i] === Mark.comma) return i + 1;
  return first;
}
