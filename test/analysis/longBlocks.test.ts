import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeArticle, analyzeInSteps } from '../../server/src/analysis/analyze.ts';
import { analyzeBlock } from '../../server/src/analysis/blockFacts.ts';
import { BlockCache } from '../../server/src/analysis/blockCache.ts';
import { isLongBlock, joinPieces, piecesOf } from '../../server/src/analysis/longBlocks.ts';
import { textOf } from '../../server/src/text/span.ts';
import { finish } from '../../server/src/text/steps.ts';
import { generateArticle } from '../support/generateArticle.ts';

/** An article whose line breaks were lost. */
function oneParagraph(words: number, seed: number): string {
  return generateArticle(words, seed).replace(/\s+/g, ' ').trim();
}

const hostile = fc
  .array(
    fc.constantFrom('“', '”', '"', '. A', '. ', '\n', 'word ', 'x'.repeat(700), '😀'.repeat(300), '.’)] B'),
    {
      minLength: 20,
      maxLength: 120,
    },
  )
  .map((parts) => parts.join(''));

describe('a block longer than any paragraph', () => {
  it('is parted into pieces that are all of it, none of them long', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const pieces = piecesOf(text);
        expect(pieces.map((piece) => textOf(text, piece)).join('')).toBe(text);
        expect(pieces.filter((piece) => isLongBlock(textOf(text, piece)))).toEqual([]);
      }),
    );
  });

  it('is parted between sentences, and not within a quotation', () => {
    const text = oneParagraph(12_000, 3);
    const pieces = piecesOf(text).map((piece) => textOf(text, piece));
    expect(pieces.length).toBeGreaterThan(8);
    for (const piece of pieces) {
      expect(piece.trimEnd()).toMatch(/[.!?…][”"’)]?$/);
      expect(piece.split('“').length).toBe(piece.split('”').length);
    }
  });

  it('keeps all its pieces but one or two when a letter is typed into it', () => {
    const text = oneParagraph(12_000, 4);
    const before = new Set(piecesOf(text).map((piece) => textOf(text, piece)));
    for (let at = 1_000; at < text.length; at += 4_999) {
      const edited = `${text.slice(0, at)}e${text.slice(at)}`;
      const read = piecesOf(edited).filter((piece) => !before.has(textOf(edited, piece)));
      expect(read.length).toBeLessThanOrEqual(2);
    }
  });

  it('has the facts of its pieces, each at its place', () => {
    const text = oneParagraph(6_000, 5);
    const pieces = piecesOf(text).map((piece) => analyzeBlock(textOf(text, piece), 'paragraph'));
    const joined = joinPieces(text, 'paragraph', pieces);
    for (const { start, end, text: word } of joined.tokens) expect(text.slice(start, end)).toBe(word);
    const quoted = joined.quotations.map(({ span }) => textOf(text, span));
    expect(quoted).toEqual(
      pieces.flatMap((piece) => piece.quotations.map(({ span }) => textOf(piece.text, span))),
    );
    for (const { attribution, span } of joined.quotations) {
      if (attribution === null) continue;
      const said = joined.attributions[attribution]!.content;
      expect(said.some((content) => content.start < span.end && span.start < content.end)).toBe(true);
    }
  });

  it('is read by the piece after an edit, with the result of reading all of it', () => {
    const text = oneParagraph(6_000, 6);
    const cache = new BlockCache();
    const options = { format: 'plain', cache } as const;
    const stepsFor = (article: string): number => {
      let steps = 0;
      for (const work = analyzeInSteps(article, options); !work.next().done;) steps++;
      return steps;
    };
    const first = stepsFor(text);
    const edited = text.replace(' the ', ' thee ');
    expect(first - stepsFor(edited)).toBeGreaterThanOrEqual(piecesOf(text).length - 2);
    const article = finish(analyzeInSteps(edited, options));
    expect(article).toEqual(analyzeArticle(edited, { format: 'plain' }));
  });
});
