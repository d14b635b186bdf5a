/**
 * Which quantities are claims somebody is given for, and which need nobody. The sentence's own exemptions come with the
 * quantities; here the whole article decides: attributions, quotations, paragraphs, lists, the headline, links, and the
 * writer's own arithmetic.
 */
import { hull } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import { finish } from '../../text/steps.ts';
import type { Attribution, Block, Exemption, Quantity, Quotation, Sentence } from '../facts.ts';
import { reason } from '../reasons.ts';
import { arithmeticOf } from './arithmetic.ts';
import { carriedAttributions } from './carried.ts';
import type { ClaimReason } from './claimReasons.ts';
import { evidenceOfSentence } from './evidenceSentences.ts';
import { exemptGenre } from './genre.ts';
import { Innermost } from './innermost.ts';
import { knownSources } from './context.ts';
import { bodyFigures, sameFigureKey } from './headline.ts';
import { linkedAt } from './linked.ts';
import { observedAt } from './observed.ts';
import { parallelAttributions } from './parallel.ts';
import { figuresOfPlay } from './play.ts';

export interface ClaimContext {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  /** With the carried-over ones. */
  readonly attributions: readonly Attribution[];
}

/** A number in a source's own description (`a poll of 1,004 voters`) is hardly ever in doubt. */
const IN_SOURCE_DISCOUNT = 0.2;
/** AP has the source restated unless it is "perfectly clear from the context": then a missing one weighs less than half. */
const CLEAR_FROM_CONTEXT_DISCOUNT = 0.45;

/**
 * The quantities with their attribution, whole-article exemption and reason.
 * @param quantities in text order, of the whole article. Never throws; linear but for the figures of one paragraph.
 */
export function judgeClaims(context: ClaimContext, quantities: readonly Quantity[]): Quantity[] {
  return finish(judgeClaimsInSteps(context, quantities));
}

/** The same in steps. */
export function* judgeClaimsInSteps(
  context: ClaimContext,
  quantities: readonly Quantity[],
): Steps<Quantity[]> {
  if (quantities.length === 0) return [];
  const sites = sitesOf(context, quantities);
  yield;
  const direct = quantities.map((quantity, i) => judgeDirectly(context, quantity, sites[i]!));
  yield;
  const carried = carriedAttributions(context, direct, sites);
  yield;
  const parallel = parallelAttributions(context, direct, sites);
  yield;
  const evidence = evidenceOfSentence(context, direct, sites);
  yield;
  const attributed = direct.map((quantity, i) =>
    withCarried(context, quantity, carried.get(i) ?? inRow(parallel.get(i) ?? evidence.get(i))),
  );
  yield;
  const figures = bodyFigures(context.blocks, attributed, sites);
  yield;
  const arithmetic = arithmeticOf(attributed, sites);
  yield;
  const genre = exemptGenre(context);
  const sourceIsClear = knownSources(context, attributed, sites);
  const isOfPlay = figuresOfPlay(context, attributed, sites);
  yield;
  return attributed.map((quantity, i) => {
    if (quantity.exempt !== null || quantity.attribution !== null) return quantity;
    if (genre !== undefined) return exempted(quantity, 'genre', genre);
    const { block } = sites[i]!;
    const isHeadline = context.blocks[block]?.kind === 'headline';
    const inBody = isHeadline ? figures.get(sameFigureKey(quantity)) : undefined;
    if (inBody !== undefined) return exempted(quantity, 'headline', inBody.span);
    const operands = arithmetic.get(i);
    if (operands !== undefined) return exempted(quantity, 'arithmetic', hull(operands)!);
    return sourceIsClear(i) || isOfPlay(i) ? discounted(quantity, CLEAR_FROM_CONTEXT_DISCOUNT) : quantity;
  });
}

/** Where a quantity stands: its block, its sentence, and what covers it. */
export interface Site {
  readonly block: number;
  readonly sentence: number;
  /** The innermost attribution with a source in whose content it lies. */
  readonly content: number | null;
  /** The innermost attribution without a source in whose content it lies. */
  readonly sourceless: number | null;
  /** The attribution whose source it describes. */
  readonly source: number | null;
  readonly quotation: number | null;
}

function sitesOf(context: ClaimContext, quantities: readonly Quantity[]): Site[] {
  const { blocks, sentences, attributions, quotations } = context;
  const sourced = new Innermost(attributions.map((a) => (a.source.length > 0 ? a.content : [])));
  const sourceless = new Innermost(attributions.map((a) => (a.source.length === 0 ? a.content : [])));
  const sources = new Innermost(attributions.map((a) => a.source));
  const quoted = new Innermost(quotations.map((q) => [q.span]));
  let block = 0;
  let sentence = 0;
  return quantities.map(({ number }) => {
    while (block + 1 < blocks.length && blocks[block]!.span.end <= number.start) block++;
    while (sentence + 1 < sentences.length && sentences[sentence]!.span.end <= number.start) sentence++;
    return {
      block,
      sentence,
      content: sourced.at(number.start),
      sourceless: sourceless.at(number.start),
      source: sources.at(number.start),
      quotation: quoted.at(number.start),
    };
  });
}

function judgeDirectly(context: ClaimContext, quantity: Quantity, site: Site): Quantity {
  const { attributions, quotations } = context;
  if (site.content !== null)
    return attributedTo(quantity, site.content, attributions[site.content]!, 'claim-inside');
  if (quantity.exempt !== null) return quantity;
  const quotation = site.quotation === null ? undefined : quotations[site.quotation];
  if (quotation !== undefined) {
    const by = quotation.attribution === null ? undefined : attributions[quotation.attribution];
    if (by !== undefined && by.source.length > 0) {
      return {
        ...quantity,
        attribution: quotation.attribution,
        reason: reason('claim-quoted', hull(by.source)!),
      };
    }
    return exempted(quantity, 'quoted', quotation.span);
  }
  const link = linkedAt(context, quantity, site);
  if (link !== undefined) return exempted(quantity, 'linked', link);
  const observed = observedAt(context, quantity, site);
  if (observed !== undefined) return exempted(quantity, 'observed', observed);
  if (site.source !== null) {
    const why = reason('claim-in-source', hull(attributions[site.source]!.source)!);
    return { ...discounted(quantity, IN_SOURCE_DISCOUNT), reason: why };
  }
  const nobody = site.sourceless === null ? undefined : attributions[site.sourceless]!.cue[0];
  return {
    ...quantity,
    reason:
      nobody === undefined ? reason('claim-unattributed', quantity.span) : reason('claim-sourceless', nobody),
  };
}

/** An exempt quantity keeps its own reason: that it is a date matters more than who gave it. */
function attributedTo(quantity: Quantity, index: number, by: Attribution, code: ClaimReason): Quantity {
  if (quantity.exempt !== null) return { ...quantity, attribution: index };
  const source = hull(by.source)!;
  const cue = by.cue[0];
  const why = cue === undefined ? reason('claim-inside-uncued', source) : reason(code, cue, source);
  return { ...quantity, attribution: index, reason: why };
}

function withCarried(
  { attributions }: ClaimContext,
  quantity: Quantity,
  carried: { attribution: number; code: ClaimReason } | undefined,
): Quantity {
  if (carried === undefined) return quantity;
  return attributedTo(quantity, carried.attribution, attributions[carried.attribution]!, carried.code);
}

function inRow(attribution: number | undefined): { attribution: number; code: ClaimReason } | undefined {
  return attribution === undefined ? undefined : { attribution, code: 'claim-parallel' };
}

function discounted(quantity: Quantity, factor: number): Quantity {
  return { ...quantity, weight: Math.round(100 * quantity.weight * factor) / 100 };
}

function exempted(quantity: Quantity, exempt: Exemption, evidence: { start: number; end: number }): Quantity {
  return { ...quantity, exempt, weight: 0, reason: reason(`exempt-${exempt}`, evidence) };
}
