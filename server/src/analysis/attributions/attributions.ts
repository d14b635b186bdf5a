/**
 * The attributions of one block, in four steps:
 *
 * 1. `cueModel.ts` reads the block and finds the cues;
 * 2. `roleModel.ts` is given each cue and finds its source and contents;
 * 3. rules settle what grammar and marks decide: `noReports.ts` and `deeds.ts` drop what is no report, `parts.ts` puts
 *    names and clauses right, `hearings.ts`, `reportClauses.ts`, `accordingTo.ts`, `relativeReports.ts` and
 *    `swallowedReports.ts` see to reports of these forms, `wholeQuotations.ts` keeps contents from cutting through a
 *    quotation, `wholeSources.ts` from cutting short who is given, `backshift.ts` ends a report where the writer takes over and `wholeClauses.ts` where its clause ends,
 *    `subjects.ts` gives a cue without a source its subject, `conventions.ts` trims sources, cues and contents;
 * 4. other rules find what the taggers passed over: `headlineClauses.ts` for whole headlines, `quotationCues.ts` beside
 *    quotations, `ownCues.ts` beside those given to another speaker, `thatClauses.ts`, `bareClauses.ts`,
 *    `nestedReports.ts`, `hearings.ts`, `nounReports.ts`, `whatNames.ts`, `figuredAt.ts`, `reportClauses.ts`, `documentPhrases.ts`,
 *    `evidenceSubjects.ts`, `headlineColons.ts` and `hearsay.ts` elsewhere. At the marks of a quotation the source then
 *    loses what its speaker does meanwhile (`circumstances.ts`).
 *
 * The taggers are linear-chain conditional random fields trained on PolNeAR (Newell, Margolin, Ruths 2018); see
 * MODEL-CARD.md. Spans follow its annotation guidelines.
 */
import type { Span } from '../../text/span.ts';
import type { BlockText } from '../blockFacts.ts';
import type { Attribution, AttributionKind, Quotation } from '../facts.ts';
import { reason, type Reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import { settleAccordingTo } from './accordingTo.ts';
import { returnToWriter, type Return } from './backshift.ts';
import { Mark, viewBlock, type BlockView } from './blockView.ts';
import { findBareClauses } from './bareClauses.ts';
import { withoutCircumstances } from './circumstances.ts';
import { confidenceOf, RULE_CONFIDENCE } from './confidence.ts';
import { applyConventions } from './conventions.ts';
import { CUE } from './cueModel.ts';
import { isDeed } from './deeds.ts';
import { findDocumentPhrases } from './documentPhrases.ts';
import { findFiguredAt } from './figuredAt.ts';
import { findHeadlineClause } from './headlineClauses.ts';
import { findHeadlineColon } from './headlineColons.ts';
import { findEvidenceSubjects } from './evidenceSubjects.ts';
import { findHearings, settleHearing } from './hearings.ts';
import { asHearsay, findHearsay, isHeldByNobody, isImpersonal } from './hearsay.ts';
import { readStretches, type Stretch } from './learned/labels.ts';
import { shippedModels } from './model.ts';
import { isMeanwhile, isNoReport, isReason, isSilence, saysSame } from './noReports.ts';
import { findNounReports } from './nounReports.ts';
import { findNestedReports } from './nestedReports.ts';
import { endOf, parentsOf, startOf, withoutAnonymousInner } from './nesting.ts';
import { handOverQuotations } from './ownCues.ts';
import { findQuotationCues, sourceBesideQuotation } from './quotationCues.ts';
import { withSubject } from './subjects.ts';
import { settlePassive } from './passives.ts';
import { hasVerb } from './phrases.ts';
import type { Report } from './report.ts';
import { settleRelativeReport } from './relativeReports.ts';
import { settleParts } from './parts.ts';
import { findReportClauses, settleReportClause } from './reportClauses.ts';
import { withoutSwallowed } from './swallowedReports.ts';
import { completeClauses } from './wholeClauses.ts';
import { findThatClauses } from './thatClauses.ts';
import { findWhatNames } from './whatNames.ts';
import { keepQuotationsWhole } from './wholeQuotations.ts';
import { wholeSources } from './wholeSources.ts';

/** A report with how sure it is and who found it. */
interface Found extends Report {
  readonly confidence: number;
  readonly byRule: boolean;
}

/**
 * The attributions of one block, in text order, without speakers. Time grows with the block's length; never throws.
 * @param quotations those of the same block, as `findQuotations` gives them
 */
export function findAttributions(block: BlockText, quotations: readonly Quotation[]): Attribution[] {
  if (block.tokens.length === 0) return [];
  const view = viewBlock(block, quotations, shippedModels().knowledge);
  const headline = findHeadlineClause(block, view);
  const read = headline ? beside(headline, findLearned(block, view)) : findLearned(block, view);
  const { kept: learned, own } = handOverQuotations(block, view, quotations, read);
  const others = own.map(byRule);
  const inOrder = [...learned, ...others, ...findByRule(block, view, quotations, [...learned, ...others])]
    .map((found) => withoutCircumstances(block.tokens, view, found))
    .map((attribution) => ({ attribution, start: startOf(attribution), end: endOf(attribution) }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ attribution }) => attribution);
  const found = withoutAnonymousInner(inOrder);
  const parents = parentsOf(found);
  return found.map((attribution, k) => toFact(attribution, parents[k]!, block.tokens, view));
}

/** The report that a headline is as a whole, and what the taggers found in what it says. */
function beside(headline: Report, learned: readonly Found[]): readonly Found[] {
  const [said] = headline.content;
  const inside = learned.filter((found) => said!.last >= endOf(found));
  return [...inside, { ...headline, confidence: RULE_CONFIDENCE, byRule: true }];
}

function findLearned(block: BlockText, view: BlockView): readonly Found[] {
  const { tokens } = block;
  const { cues, roles } = shippedModels();
  const reading = cues.read(view);
  const found: Found[] = [];
  const add = (marked: Stretch): void => {
    const { cueProbability, roleProbability, ...read } = roles.read(view, reading, marked);
    const settledFirst = settleAccordingTo(
      tokens,
      view,
      settleClause(tokens, view, { cue: marked, ...read }),
    );
    if (!settledFirst) return;
    const { cue, source, content } = settledFirst;
    if (content.length === 0 || isNoReport(block, cue, source) || isSilence(tokens, cue, content)) return;
    if (isReason(tokens, cue, content)) return;
    const told = found.some((other) => view.sentence[other.cue.first] === view.sentence[cue.first]);
    if (told && isMeanwhile(tokens, view, cue, content)) return;
    if (!hasVerb(view, cue) && found.some((other) => saysSame(other, source, content))) return;
    const confidence = confidenceOf(cueProbability, roleProbability);
    if (isDeed(tokens, view, { cue, source, content }, confidence)) return;
    const whole = keepQuotationsWhole(view, cue, source, content);
    const sources = wholeSources(tokens, view, { cue, source, content: whole });
    const back = returnOf(tokens, view, cue, whole);
    const reported = back
      ? whole.map((part) => endingBefore(part, back.conjunction))
      : completeClauses(tokens, view, cue, source, whole);
    const report = { cue, source: sources, content: reported };
    const { outer, inner } = withoutSwallowed(tokens, view, report) ?? { outer: null, inner: report };
    if (outer) found.push({ ...outer, confidence, byRule: true });
    found.push(settled(tokens, view, found, { ...inner, confidence, byRule: false }));
    if (!back) return;
    found.push({ cue: back.cue, source: [back.source], content: [back.content], confidence, byRule: false });
  };
  for (const cue of readStretches(reading.labels, CUE)) if (!overlapsAny(found, cue)) add(cue);
  return withoutGestures(view, withoutOthersWords(view, withoutAsides(tokens, view, found)));
}

/**
 * `“Mercy!” cried Anna, who had been fuming. “Why now?”`: what a relative clause tells of the speaker reports none of the
 * words in another sentence.
 */
function withoutAsides(tokens: readonly Token[], view: BlockView, found: readonly Found[]): readonly Found[] {
  return found.filter(({ cue, source: [who, ...more], content }) => {
    if (!who || more.length > 0 || who.first < who.last || tokens[who.first]!.lower !== 'who') return true;
    const isBehindName = view.mark[who.first - 1] === Mark.comma && who.last < cue.first;
    const isElsewhere = content.every(
      ({ first, last }) =>
        view.quotation[first]! >= 0 &&
        view.sentence[first] !== view.sentence[cue.first] &&
        view.sentence[last] !== view.sentence[cue.first],
    );
    return !(isBehindName && isElsewhere);
  });
}

/**
 * `The judge told jurors to forget it. “You try this case,” she said, “on the evidence.”`: a quotation of another
 * sentence belongs to the cue that stands there.
 */
function withoutOthersWords(view: BlockView, found: readonly Found[]): readonly Found[] {
  const isOthers = (own: Found, part: Stretch): boolean =>
    view.quotation[part.first]! >= 0 &&
    view.sentence[part.first] !== view.sentence[own.cue.first] &&
    view.sentence[part.last] !== view.sentence[own.cue.first] &&
    found.some(
      (other) =>
        other !== own &&
        view.sentence[other.cue.first] === view.sentence[part.last] &&
        other.content.some(({ first, last }) => first <= part.first && part.last <= last),
    );
  return found.map((report) => {
    const content = report.content.filter((part) => !isOthers(report, part));
    return content.length > 0 && content.length < report.content.length ? { ...report, content } : report;
  });
}

/** The report as a clause that leaves no doubt puts it. */
function settleClause(tokens: readonly Token[], v: BlockView, report: Report): Report {
  return settleReportClause(tokens, v, settleHearing(tokens, v, settleParts(tokens, v, report)));
}

/**
 * `Anna laughed. “No,” she said, “never.”`: what only tells of a speaker's face gives way to the cue at the marks, which
 * has all of the words.
 */
function withoutGestures(view: BlockView, found: readonly Found[]): readonly Found[] {
  const holds = (outer: Found, { cue, content }: Found): boolean =>
    view.sentence[outer.cue.first] !== view.sentence[cue.first] &&
    content.every(
      (part) =>
        view.quotation[part.first]! >= 0 &&
        outer.content.some(({ first, last }) => first <= part.first && part.last <= last),
    );
  return found.filter((gesture, i) => {
    const [before, next] = [found[i - 1], found[i + 1]];
    if (next && holds(next, gesture)) return false;
    return !before || !holds(before, gesture) || holds(gesture, before);
  });
}

/** The attribution with what rules add to the taggers' reading: hearsay, a missing subject, conventions. */
function settled(tokens: readonly Token[], view: BlockView, before: readonly Found[], read: Found): Found {
  const found = settlePassive(tokens, view, read);
  const hearsay = asHearsay(tokens, found);
  if (hearsay) return { ...found, ...hearsay, source: [] };
  if (isImpersonal(tokens, found) || isHeldByNobody(tokens, found)) return { ...found, source: [] };
  if (found.source.length > 0)
    return applyConventions(tokens, view, settleRelativeReport(tokens, view, found));
  const beside = sourceBesideQuotation(tokens, view, found);
  const sources = beside ?? withSubject(tokens, view, found, before);
  return applyConventions(tokens, view, { ...found, ...sources });
}

function returnOf(
  tokens: readonly Token[],
  view: BlockView,
  cue: Stretch,
  content: readonly Stretch[],
): Return | null {
  const behind = content.find(({ first }) => first > cue.last);
  return behind ? returnToWriter(tokens, view, behind) : null;
}

function endingBefore({ first, last }: Stretch, end: number): Stretch {
  return { first, last: first < end && end <= last ? end - 1 : last };
}

function overlapsAny(found: readonly Found[], { first, last }: Stretch): boolean {
  for (let k = found.length - 1; k >= 0 && k >= found.length - 2; k--) {
    const { cue } = found[k]!;
    if (cue.first <= last && first <= cue.last) return true;
  }
  return false;
}

/** What the taggers passed over and rules find: a full quotation with a cue at its marks, that-clauses, hearsay. */
function findByRule(
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

function byRule(report: Report): Found {
  return { ...report, confidence: RULE_CONFIDENCE, byRule: true };
}

function toFact(
  { cue, source, content, confidence, byRule: isByRule }: Found,
  parent: number | null,
  tokens: readonly Token[],
  view: BlockView,
): Attribution {
  const spanOf = ({ first, last }: Stretch): Span => ({
    start: tokens[first]!.start,
    // `said I.`: the tokens take the stop for an initial's.
    end: tokens[last]!.end - (tokens[last]!.text === 'I.' ? 1 : 0),
  });
  const spans = { source: source.map(spanOf), cue: [spanOf(cue)], content: content.map(spanOf) };
  return {
    ...spans,
    kind: kindOf(content, tokens, view),
    speaker: null,
    parent,
    confidence,
    reason: reasonOf(spans, isByRule),
  };
}

function reasonOf(
  { source, cue, content }: Pick<Attribution, 'source' | 'cue' | 'content'>,
  byRule: boolean,
): Reason {
  const code = `attribution-${byRule ? 'rule' : 'cue'}${source.length > 0 ? '-source' : ''}`;
  return reason(code, ...cue.slice(0, 1), ...source.slice(0, 1), ...content);
}

/** Direct when all words of the content (but `that`) are in quotation marks, indirect when none is. */
function kindOf(
  content: readonly Stretch[],
  tokens: readonly Token[],
  { quotation, mark }: BlockView,
): AttributionKind {
  let quoted = 0;
  let unquoted = 0;
  for (const { first, last } of content) {
    for (let i = first; i <= last; i++) {
      if (quotation[i]! >= 0) quoted++;
      else if (mark[i] === Mark.none && !(i === first && tokens[i]!.lower === 'that')) unquoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return unquoted === 0 ? 'direct' : 'mixed';
}
