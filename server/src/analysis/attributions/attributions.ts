import type { Span } from '../../text/span.ts';
import type { BlockText } from '../blockFacts.ts';
import type { Attribution, AttributionKind, Quotation } from '../facts.ts';
import { reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import { viewBlock } from './blockView.ts';
import { CONTENT, CUE, CUE_LABELS, SOURCE } from './cueModel.ts';
import { readStretches, type Stretch } from './learned/labels.ts';
import { link, type Linked } from './link.ts';
import { shippedModels } from './model.ts';

/** The attributions of one block, in text order, without speakers. */
export function findAttributions(block: BlockText, quotations: readonly Quotation[]): Attribution[] {
  if (block.tokens.length === 0) return [];
  const { knowledge, cues } = shippedModels();
  const view = viewBlock(block, quotations, knowledge);
  const { labels, marginals } = cues.read(view);
  const linked = link(
    readStretches(labels, CUE),
    readStretches(labels, SOURCE),
    readStretches(labels, CONTENT),
    view.sentence,
  );
  return linked
    .filter(({ content }) => content.length > 0)
    .map((attribution) =>
      toFact(attribution, block.tokens, quotations, confidenceOf(attribution, labels, marginals)),
    )
    .sort((a, b) => startOf(a) - startOf(b));
}

function confidenceOf({ cue }: Linked, labels: Uint8Array, marginals: Float64Array): number {
  return marginals[cue.first * CUE_LABELS.size + labels[cue.first]!]!;
}

function toFact(
  { cue, source, content }: Linked,
  tokens: readonly Token[],
  quotations: readonly Quotation[],
  confidence: number,
): Attribution {
  const spanOf = ({ first, last }: Stretch): Span => ({
    start: tokens[first]!.start,
    end: tokens[last]!.end,
  });
  const contents = content.map(spanOf);
  const sources = source ? [spanOf(source)] : [];
  return {
    kind: kindOf(contents, quotations),
    source: sources,
    cue: [spanOf(cue)],
    content: contents,
    speaker: null,
    parent: null,
    confidence,
    reason: reason(source ? 'attribution-cue-source' : 'attribution-cue', spanOf(cue), ...sources),
  };
}

function kindOf(contents: readonly Span[], quotations: readonly Quotation[]): AttributionKind {
  const touching = quotations.filter(({ span }) =>
    contents.some(({ start, end }) => span.start < end && start < span.end),
  );
  if (touching.length === 0) return 'indirect';
  const whole = contents.every(({ start, end }) =>
    touching.some(({ inner }) => inner.start <= start + 1 && end <= inner.end + 3),
  );
  return whole ? 'direct' : 'mixed';
}

function startOf({ source, cue, content }: Attribution): number {
  return Math.min(...[...source, ...cue, ...content].map(({ start }) => start));
}
