/**
 * The attributions of one block, in four steps:
 *
 * 1. `cueModel.ts` reads the block and finds the cues;
 * 2. `roleModel.ts` is given each cue and finds its source and contents;
 * 3. rules settle what grammar and marks decide (`taggedReports.ts`): `noReports.ts` and `deeds.ts` drop what is no
 *    report, `parts.ts` puts names and clauses right, `hearings.ts`, `reportClauses.ts`, `accordingTo.ts`,
 *    `relativeReports.ts` and `swallowedReports.ts` see to reports of these forms, `wholeQuotations.ts` keeps
 *    contents from cutting through a quotation, `wholeSources.ts` from cutting short who is given, `backshift.ts`
 *    ends a report where the writer takes over and `wholeClauses.ts` where its clause ends, `subjects.ts` gives a
 *    cue without a source its subject, `conventions.ts` trims sources, cues and contents;
 * 4. other rules find what the taggers passed over (`ruledReports.ts`): `headlineClauses.ts` for whole headlines,
 *    `quotationCues.ts` beside quotations, `ownCues.ts` beside those given to another speaker, `thatClauses.ts`,
 *    `bareClauses.ts`, `nestedReports.ts`, `hearings.ts`, `nounReports.ts`, `whatNames.ts`, `figuredAt.ts`,
 *    `reportClauses.ts`, `documentPhrases.ts`, `evidenceSubjects.ts`, `headlineColons.ts` and `hearsay.ts`
 *    elsewhere. At the marks of a quotation the source then loses what its speaker does meanwhile
 *    (`circumstances.ts`).
 *
 * The taggers are linear-chain conditional random fields trained on PolNeAR (Newell, Margolin, Ruths 2018); see
 * MODEL-CARD.md. Spans follow its annotation guidelines.
 */
import type { BlockText } from '../blockFacts.ts';
import type { Attribution, Quotation } from '../facts.ts';
import { asAttribution } from './asAttribution.ts';
import { viewBlock } from './blockView.ts';
import { withoutCircumstances } from './circumstances.ts';
import { findHeadlineClause } from './headlineClauses.ts';
import { shippedModels } from './model.ts';
import { endOf, parentsOf, startOf, withoutAnonymousInner } from './nesting.ts';
import { handOverQuotations } from './ownCues.ts';
import type { Found, Report } from './report.ts';
import { byRule } from './report.ts';
import { findByRule } from './ruledReports.ts';
import { findTagged } from './taggedReports.ts';

/**
 * The attributions of one block, in text order, without speakers. Time grows with the block's length; never throws.
 * @param quotations those of the same block, as `findQuotations` gives them
 */
export function findAttributions(block: BlockText, quotations: readonly Quotation[]): Attribution[] {
  if (block.tokens.length === 0) return [];
  const view = viewBlock(block, quotations, shippedModels().knowledge);
  const headline = findHeadlineClause(block, view);
  const read = headline ? beside(headline, findTagged(block, view)) : findTagged(block, view);
  const { kept: learned, own } = handOverQuotations(block, view, quotations, read);
  const others = own.map(byRule);
  const inOrder = [...learned, ...others, ...findByRule(block, view, quotations, [...learned, ...others])]
    .map((found) => withoutCircumstances(block.tokens, view, found))
    .map((attribution) => ({ attribution, start: startOf(attribution), end: endOf(attribution) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ attribution }) => attribution);
  const found = withoutAnonymousInner(inOrder);
  const parents = parentsOf(found);
  return found.map((attribution, k) => asAttribution(attribution, parents[k]!, block.tokens, view));
}

/** The report that a headline is as a whole, and what the taggers found in what it says. */
function beside(headline: Report, learned: readonly Found[]): readonly Found[] {
  const [said] = headline.content;
  const inside = learned.filter((found) => said!.last >= endOf(found));
  return [...inside, byRule(headline)];
}
