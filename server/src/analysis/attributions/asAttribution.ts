/** From a report in stretches of tokens to an attribution in spans of the text, with its kind and reason. */
import type { Span } from '../../text/span.ts';
import type { Attribution, AttributionKind } from '../facts.ts';
import type { Reason } from '../reasons.ts';
import { reason } from '../reasons.ts';
import type { Token } from '../tokens.ts';
import type { BlockView } from './blockView.ts';
import { Mark } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import type { Found } from './report.ts';

/** The report as a fact of its block, whose speaker is not known yet. */
export function asAttribution(
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
