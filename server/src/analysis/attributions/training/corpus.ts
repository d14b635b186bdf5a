/** Reads PolNeAR articles as blocks with their annotated attributions in tokens. */
import { readFileSync } from 'node:fs';
import type { BlockText } from '../../blockFacts.ts';
import { findBlocks } from '../../blocks/blocks.ts';
import { PROSE_KINDS, type Quotation } from '../../facts.ts';
import { findQuotations } from '../../quotations.ts';
import { splitSentences } from '../../sentences.ts';
import { tokenize, type Token } from '../../tokens.ts';
import type { Stretch } from '../learned/labels.ts';

type Range = readonly [number, number];

interface Annotated {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly {
    source: readonly Range[];
    cue: readonly Range[];
    content: readonly Range[];
  }[];
}

export interface GoldAttribution {
  readonly source: readonly Stretch[];
  readonly cue: readonly Stretch[];
  readonly content: readonly Stretch[];
}

export interface TrainingBlock {
  readonly article: number;
  readonly start: number;
  readonly block: BlockText;
  readonly quotations: readonly Quotation[];
  /** The parts of the article's attributions that lie in this block. */
  readonly gold: readonly GoldAttribution[];
}

export function readArticles(path: string): Annotated[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Annotated);
}

export function trainingBlocks(articles: readonly Annotated[]): TrainingBlock[] {
  return articles.flatMap(({ text, attributions }, article) =>
    findBlocks(text, 'plain')
      .filter(({ kind }) => PROSE_KINDS.has(kind))
      .map(({ span, kind }) => {
        const blockText = text.slice(span.start, span.end);
        const tokens = tokenize(blockText);
        const block: BlockText = { text: blockText, kind, tokens, sentences: splitSentences(tokens) };
        const inBlock = (ranges: readonly Range[]): Stretch[] =>
          ranges.flatMap(([start, end]) => stretch(tokens, start - span.start, end - span.start));
        const gold = attributions
          .map(({ source, cue, content }) => ({
            source: inBlock(source),
            cue: inBlock(cue),
            content: inBlock(content),
          }))
          .filter(({ source, cue, content }) => source.length + cue.length + content.length > 0);
        return { article, start: span.start, block, quotations: findQuotations(block), gold };
      }),
  );
}

/** The tokens that a range touches. */
function stretch(tokens: readonly Token[], start: number, end: number): Stretch[] {
  let first = 0;
  let high = tokens.length;
  while (first < high) {
    const middle = (first + high) >> 1;
    if (tokens[middle]!.end > start) high = middle;
    else first = middle + 1;
  }
  let last = first;
  while (last < tokens.length && tokens[last]!.start < end) last++;
  return last > first ? [{ first, last: last - 1 }] : [];
}
