/**
 * The attributions of one block, in three steps:
 *
 * 1. `cueModel.ts` reads the block and finds the cues;
 * 2. `roleModel.ts` is given each cue and finds its source and contents;
 * 3. quotation marks have the last word: `quotationCues.ts` gives a cue to full quotations the taggers passed over,
 *    and `wholeQuotations.ts` keeps contents from cutting through a quotation.
 *
 * The taggers are linear-chain conditional random fields trained on PolNeAR (Newell, Margolin, Ruths 2018); see
 * MODEL-CARD.md. Spans follow its annotation guidelines.
 */
import type { Span } from '../../text/span.ts';
import type { BlockText } from '../blockFacts.ts';
import type { Attribution, AttributionKind, Quotation } from '../facts.ts';
import { reason, type Reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import { Mark, viewBlock, type BlockView } from './blockView.ts';
import { confidenceOf, RULE_CONFIDENCE } from './confidence.ts';
import { CUE } from './cueModel.ts';
import { readStretches, type Stretch } from './learned/labels.ts';
import { shippedModels } from './model.ts';
import { findQuotationCues } from './quotationCues.ts';
import { keepQuotationsWhole } from './wholeQuotations.ts';

/** An attribution in stretches of the block's tokens. */
interface Found {
  readonly cue: Stretch;
  readonly source: readonly Stretch[];
  readonly content: readonly Stretch[];
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
  const learned = findLearned(view);
  const found = [...learned, ...findByQuotation(block, view, quotations, learned)];
  const facts = found
    .map((attribution) => toFact(attribution, block.tokens, view))
    .sort((a, b) => startOf(a) - startOf(b));
  return withParents(facts);
}

function findLearned(view: BlockView): Found[] {
  const { cues, roles } = shippedModels();
  const reading = cues.read(view);
  const found: Found[] = [];
  for (const cue of readStretches(reading.labels, CUE)) {
    const { source, content, cueProbability, roleProbability } = roles.read(view, reading, cue);
    if (content.length === 0) continue;
    const confidence = confidenceOf(cueProbability, roleProbability);
    found.push({
      cue,
      source,
      content: keepQuotationsWhole(view, cue, source, content),
      confidence,
      byRule: false,
    });
  }
  return found;
}

/** The full quotations outside every content, with a cue at their marks. */
function findByQuotation(
  block: BlockText,
  view: BlockView,
  quotations: readonly Quotation[],
  learned: readonly Found[],
): Found[] {
  const taken = new Uint8Array(view.length);
  const covered = new Set<number>();
  for (const { cue, source, content } of learned) {
    for (const { first, last } of [cue, ...source]) taken.fill(1, first, last + 1);
    for (const { first, last } of content) {
      for (let i = first; i <= last; i++) covered.add(view.quotation[i]!);
    }
  }
  const open = [...quotations.keys()].filter(
    (index) => quotations[index]!.parent === null && !covered.has(index),
  );
  if (open.length === 0) return [];
  return findQuotationCues(block, view, quotations, open, taken).map(({ cue, source, content }) => ({
    cue,
    source: source ? [source] : [],
    content: [content],
    confidence: RULE_CONFIDENCE,
    byRule: true,
  }));
}

function toFact(
  { cue, source, content, confidence, byRule }: Found,
  tokens: readonly Token[],
  view: BlockView,
): Attribution {
  const spanOf = ({ first, last }: Stretch): Span => ({
    start: tokens[first]!.start,
    end: tokens[last]!.end,
  });
  const spans = { source: source.map(spanOf), cue: [spanOf(cue)], content: content.map(spanOf) };
  return {
    ...spans,
    kind: kindOf(content, view),
    speaker: null,
    parent: null,
    confidence,
    reason: reasonOf(spans, byRule),
  };
}

function reasonOf(
  { source, cue, content }: Pick<Attribution, 'source' | 'cue' | 'content'>,
  byRule: boolean,
): Reason {
  const code = `attribution-${byRule ? 'quotation' : 'cue'}${source.length > 0 ? '-source' : ''}`;
  return reason(code, ...cue.slice(0, 1), ...source.slice(0, 1), ...content);
}

/** Direct when all words of the content are in quotation marks, indirect when none is. */
function kindOf(content: readonly Stretch[], { quotation, mark }: BlockView): AttributionKind {
  let quoted = 0;
  let unquoted = 0;
  for (const { first, last } of content) {
    for (let i = first; i <= last; i++) {
      if (quotation[i]! >= 0) quoted++;
      else if (mark[i] === Mark.none) unquoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return unquoted === 0 ? 'direct' : 'mixed';
}

/** Links every attribution to the smallest one in whose content all of it stands. Takes them in text order. */
function withParents(facts: readonly Attribution[]): Attribution[] {
  let around: { content: Span; index: number }[] = [];
  const parents = facts.map((fact, index) => {
    const start = startOf(fact);
    const end = endOf(fact);
    around = around.filter(({ content }) => content.end > start);
    let parent: { content: Span; index: number } | null = null;
    for (const candidate of around) {
      const { content } = candidate;
      if (content.start > start || content.end < end) continue;
      if (!parent || content.end - content.start < parent.content.end - parent.content.start)
        parent = candidate;
    }
    around.push(...fact.content.map((content) => ({ content, index })));
    return parent?.index ?? null;
  });
  return facts.map((fact, index) => ({ ...fact, parent: parents[index]! }));
}

function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}

function endOf({ source, cue, content }: Attribution): number {
  return Math.max(...[...source, ...cue, ...content].map(({ end }) => end));
}
