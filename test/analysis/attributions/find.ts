/** Attributions of one paragraph, written back into its text as tags. */
import { findBlocks } from '../../../server/src/analysis/blocks/blocks.ts';
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';
import type { Attribution } from '../../../server/src/analysis/facts.ts';
import { textOf } from '../../../server/src/text/span.ts';

/** Edge punctuation aside: whether a comma before a mark belongs to a content is not what these tests are about. */
const EDGES = /^[\s,.:;"“”‘’'«»()–—-]+|[\s,.:;"“”‘’'«»()–—-]+$/g;

export interface Reported {
  readonly source: string;
  readonly cue: string;
  readonly content: string;
}

/** The attributions of a paragraph (not those inside others) as words: fragments joined by ` … `, edge punctuation left out. */
export function reported(text: string): Reported[] {
  const outer = attributionsOf(text).filter(({ parent }) => parent === null);
  return outer.map(({ source, cue, content }) => ({
    source: words(text, source),
    cue: words(text, cue),
    content: words(text, content),
  }));
}

/** The attributions of a text of one paragraph. */
export function attributionsOf(text: string): readonly Attribution[] {
  const [block] = findBlocks(text, 'plain');
  return analyzeBlock(text, block?.kind ?? 'paragraph').attributions;
}

function words(text: string, spans: Attribution['source']): string {
  return spans.map((span) => textOf(text, span).replace(EDGES, '') || textOf(text, span)).join(' … ');
}
