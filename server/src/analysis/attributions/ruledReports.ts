/** What the taggers passed over and rules find: the fourth step of `attributions.ts`. */
import type { BlockText } from '../blockFacts.ts';
import type { Quotation } from '../facts.ts';
import { findBareClauses } from './bareClauses.ts';
import type { BlockView } from './blockView.ts';
import { findDocumentPhrases } from './documentPhrases.ts';
import { findEvidenceSubjects } from './evidenceSubjects.ts';
import { findFiguredAt } from './figuredAt.ts';
import { findHeadlineColon } from './headlineColons.ts';
import { findHearings } from './hearings.ts';
import { findHearsay } from './hearsay.ts';
import type { Stretch } from './learned/labels.ts';
import { findNestedReports } from './nestedReports.ts';
import { findNounReports } from './nounReports.ts';
import { findQuotationCues } from './quotationCues.ts';
import type { Found } from './report.ts';
import { byRule } from './report.ts';
import { findReportClauses } from './reportClauses.ts';
import { findThatClauses } from './thatClauses.ts';
import { findWhatNames } from './whatNames.ts';

/** What the taggers passed over and rules find: a full quotation with a cue at its marks, that-clauses, hearsay. */
export function findByRule(
  block: BlockText,
  view: BlockView,
  quotations: readonly Quotation[],
  learned: readonly Found[],
): Found[] {
  const taken = new Uint8Array(view.length);
  const take = (stretches: readonly Stretch[]): void => {
    for (const { first, last } of stretches) taken.fill(1, first, last + 1);
  };
  const covered = new Set<number>();
  for (const { cue, source, content } of learned) {
    take([cue, ...source]);
    for (const { first, last } of content) {
      for (let i = first; i <= last; i++) covered.add(view.quotation[i]!);
    }
  }
  const open = [...quotations.keys()].filter(
    (index) => quotations[index]!.parent === null && !covered.has(index),
  );
  const headline = findHeadlineColon(block, view, taken);
  if (headline) take([headline.cue, ...headline.source]);
  const documents = findDocumentPhrases(block.tokens, view, taken);
  for (const { cue, source } of documents) take([cue, ...source]);
  const besideQuotations = findQuotationCues(block, view, quotations, open, taken);
  for (const { content } of [...learned, ...besideQuotations]) take(content);
  const thatClauses = findThatClauses(block.tokens, view, taken);
  for (const { cue, content } of thatClauses) take([{ first: cue.first, last: content.at(-1)!.last }]);
  const bareClauses = findBareClauses(block.tokens, view, taken);
  const inside = findNestedReports(block.tokens, view, [...learned, ...documents]);
  return [
    ...(headline ? [headline] : []),
    ...documents,
    ...besideQuotations,
    ...thatClauses,
    ...bareClauses,
    ...findHearings(block.tokens, view, taken),
    ...findNounReports(block.tokens, view, taken),
    ...findWhatNames(block.tokens, view, taken),
    ...findFiguredAt(block.tokens, view, taken),
    ...inside,
    ...findReportClauses(block.tokens, view, taken),
    ...findEvidenceSubjects(block.tokens, view, taken),
    ...findHearsay(block.tokens, view, taken),
  ].map(byRule);
}
