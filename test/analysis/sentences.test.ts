import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../server/src/analysis/sentences.ts';
import { tokenize } from '../../server/src/analysis/tokens.ts';

/** Sentences are separated by `|` in the expectation. */
function check(marked: string): void {
  const text = marked.replaceAll('|', '');
  const found = splitSentences(tokenize(text)).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()));
}

describe('sentences', () => {
  it.each([
    'The council met. |It voted at once. |Nobody objected!',
    'Was it legal? |No one knew.',
    'One line without a full stop',
    'He waited... |Then he left.',
    'He waited … and left.',
    'Prices rose 4.2 percent. |5,000 homes were affected.',
  ])('end at stops before what can begin a sentence: %s', check);

  it.each([
    'Gov. Ada Orr met Lt. Col. Ben Sale and Dr. Ruth Hale in St. Brannock.',
    'J. T. Marsh and George W. Pell own A.J. Orr Inc. together.',
    'The case is Orr v. Tarn County, No. 12, in the U.S. Court of Appeals.',
    'Tarn Corp. Chairman Lee Pell spoke at 9 a.m. Monday in Brannock, Ore., on Sept. 5.',
    'She earned a Ph.D. in Trenton, N.J., in 1998.',
    '1. The council shall meet.',
  ])('do not end at abbreviations, initials and numbers: %s', check);

  it.each([
    'They flew to the U.S. |The trip was short.',
    'The office closes at 5 p.m. |It opens late.',
    'She sold Tarn Power Inc. |He kept the rest.',
    'They chose plan B. |The first had failed.',
    'The answer was no. |It is yes now.',
    'The tram would cost £240m. |I do not believe it.',
    'The road is 5km. |Orr walked it with Cllr. Hale for Rs. 500.',
  ])('end at abbreviations before a word that can only begin one: %s', check);

  it.each([
    '“Stop!” she said.',
    '“Is it safe?” he asked. |“It is,” she said.',
    '“We will stay,” Orr said. |“We have no choice.”',
    '“Why now?” Mayor Ada Orr asked the board.',
    '“Stop! |We are done!” she said.',
    '“It rained. |It snowed. |We worked,” Orr said.',
    '"It rained. |It snowed," Orr said. |"We worked."',
    'He called it “a mess.” |The mayor did not.',
    'The sign read “Closed!” |Visitors left.',
    "''It rained,'' he said. |''It snowed.''",
    '(He had asked before.) |Nobody answered.',
  ])('keep the writer’s clause with the quotation it belongs to: %s', check);

  it('ignore line breaks inside a hard-wrapped paragraph', () => {
    const text = 'The council met\r\non Monday. It\r\nvoted.';
    expect(splitSentences(tokenize(text)).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The council met\r\non Monday.',
      'It\r\nvoted.',
    ]);
  });

  it('find nothing in nothing', () => {
    expect(splitSentences(tokenize(''))).toEqual([]);
    expect(splitSentences(tokenize(' \n'))).toEqual([]);
  });

  it('hold every token of any text once, in order', () => {
    const unit = fc.constantFrom(
      'A',
      'b',
      'U.S.',
      'Mr.',
      '.',
      '?',
      '!',
      '…',
      '...',
      '"',
      '“',
      '”',
      '’',
      '(',
      ')',
      ' ',
      '\n',
      '7',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const tokens = tokenize(units.join(''));
        const sentences = splitSentences(tokens);
        expect(sentences[0]?.start).toBe(tokens[0]?.start);
        expect(sentences.at(-1)?.end).toBe(tokens.at(-1)?.end);
        for (const { start, end } of tokens) {
          expect(sentences.filter((sentence) => sentence.start <= start && end <= sentence.end)).toHaveLength(
            1,
          );
        }
        for (const [i, { start, end }] of sentences.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(sentences[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
