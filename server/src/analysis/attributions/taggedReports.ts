/** What the taggers find in a block, settled by the rules of grammar and marks: the first three steps of `attributions.ts`. */
import type { BlockText } from '../blockFacts.ts';
import type { Token } from '../tokens.ts';
import { settleAccordingTo } from './accordingTo.ts';
import type { Return } from './backshift.ts';
import { returnToWriter } from './backshift.ts';
import type { BlockView } from './blockView.ts';
import { Mark } from './blockView.ts';
import { confidenceOf } from './confidence.ts';
import { applyConventions } from './conventions.ts';
import { CUE } from './cueModel.ts';
import { isDeed } from './deeds.ts';
import { settleHearing } from './hearings.ts';
import { asHearsay, isHeldByNobody, isImpersonal } from './hearsay.ts';
import type { Stretch } from './learned/labels.ts';
import { readStretches } from './learned/labels.ts';
import { shippedModels } from './model.ts';
import { isMeanwhile, isNoReport, isReason, isSilence, saysSame } from './noReports.ts';
import { settleParts } from './parts.ts';
import { settlePassive } from './passives.ts';
import { hasVerb } from './phrases.ts';
import { sourceBesideQuotation } from './quotationCues.ts';
import { settleRelativeReport } from './relativeReports.ts';
import type { Found, Report } from './report.ts';
import { settleReportClause } from './reportClauses.ts';
import { withSubject } from './subjects.ts';
import { withoutSwallowed } from './swallowedReports.ts';
import { completeClauses } from './wholeClauses.ts';
import { keepQuotationsWhole } from './wholeQuotations.ts';
import { wholeSources } from './wholeSources.ts';

/** The reports of the taggers in one block, in the order of their cues. Time grows with the block; never throws. */
export function findTagged(block: BlockText, view: BlockView): readonly Found[] {
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
