import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTION_REASONS } from '../../../server/src/analysis/attributions/reasons.ts';
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';
import { wordReason } from '../../../server/src/analysis/reasons.ts';
import { textOf } from '../../../server/src/text/span.ts';
import { attributionsOf, reported } from './find.ts';

/** Each form of the design: the text, and who says what by which words. */
const FORMS: readonly (readonly [
  form: string,
  text: string,
  ...wanted: (readonly [string, string, string])[],
])[] = [
  [
    'a quotation, then the cue',
    '“We will keep the ferry running through the winter,” Marta Halloran said.',
    ['Marta Halloran', 'said', 'We will keep the ferry running through the winter'],
  ],
  [
    'a quotation, then cue before source',
    '“We will keep the ferry running through the winter,” said Marta Halloran.',
    ['Marta Halloran', 'said', 'We will keep the ferry running through the winter'],
  ],
  [
    'a cue with a colon, then the quotation',
    'Halloran said: “The harbour belongs to everyone who lives here.”',
    ['Halloran', 'said', 'The harbour belongs to everyone who lives here'],
  ],
  [
    'straight marks',
    '"The pumps failed twice in one night," Idris Osei said.',
    ['Idris Osei', 'said', 'The pumps failed twice in one night'],
  ],
  [
    'British single marks',
    '‘The pumps failed twice in one night,’ said Idris Osei.',
    ['Idris Osei', 'said', 'The pumps failed twice in one night'],
  ],
  [
    'an interrupted quotation as one attribution',
    '“The bridge is safe,” she said, “but nobody believes us.”',
    ['she', 'said', 'The bridge is safe … but nobody believes us'],
  ],
  [
    'a report with that',
    'The mayor said that the library would open in March.',
    ['The mayor', 'said', 'that the library would open in March'],
  ],
  [
    'a report without that',
    'The mayor said the library would open in March.',
    ['The mayor', 'said', 'the library would open in March'],
  ],
  [
    'a report with a listener',
    'Osei told reporters that the pumps had been repaired.',
    ['Osei', 'told reporters', 'that the pumps had been repaired'],
  ],
  [
    'according to, in front',
    'According to the port authority, the crane will be replaced next year.',
    ['the port authority', 'According to', 'the crane will be replaced next year'],
  ],
  [
    'according to, behind',
    'The crane will be replaced next year, according to the port authority.',
    ['the port authority', 'according to', 'The crane will be replaced next year'],
  ],
  [
    'a report, then its cue',
    'The crane will be replaced next year, the port authority said.',
    ['the port authority', 'said', 'The crane will be replaced next year'],
  ],
  [
    'a quotation with a verb that only novels use',
    '“Go home,” whispered Anna.',
    ['Anna', 'whispered', 'Go home'],
  ],
  [
    'a quotation introduced in a novel',
    'Anna turned in the doorway and murmured: “It is far too late for that.”',
    ['Anna', 'murmured', 'It is far too late for that'],
  ],
  [
    'a poll in a headline',
    'Poll: Most residents want the ferry back',
    ['Poll', ':', 'Most residents want the ferry back'],
  ],
];

describe('attributions', () => {
  it.each(FORMS)('finds %s', (_form, text, ...wanted) => {
    expect(reported(text)).toEqual(wanted.map(([source, cue, content]) => ({ source, cue, content })));
  });

  it.each([
    ['The ferry leaves at nine and returns before noon.'],
    ['Three boats were moored behind the breakwater.'],
    ['Rain fell on the market square all morning.'],
    [''],
    ['   '],
    ['5,000'],
  ])('stays silent on %j', (text) => {
    expect(attributionsOf(text)).toEqual([]);
  });

  it('gives the source its apposition', () => {
    const [attribution] = reported('“Nobody told the crew,” said Ruth Keane, the union’s secretary.');
    expect(attribution?.source).toMatch(/^Ruth Keane/);
  });

  it('leaves the source of “reportedly” and “it is believed” empty', () => {
    for (const text of [
      'The company has reportedly offered to buy the shipyard.',
      'It is believed that the fire started in the kitchen.',
    ]) {
      expect(attributionsOf(text)).toMatchObject([{ source: [] }]);
    }
  });

  it('calls a quoted content direct, an unquoted one indirect, and one with both mixed', () => {
    const kinds = (text: string): string[] => attributionsOf(text).map(({ kind }) => kind);
    expect(kinds('“The roof will hold,” Peter Novak said.')).toEqual(['direct']);
    expect(kinds('Peter Novak said the roof would hold.')).toEqual(['indirect']);
    expect(kinds('Peter Novak said the roof was “as solid as a church” and would hold.')).toEqual(['mixed']);
  });

  it('says which cue and which source', () => {
    const text = '“The roof will hold,” Peter Novak said.';
    const [attribution] = attributionsOf(text);
    expect(wordReason(text, attribution!.reason, ATTRIBUTION_REASONS)).toBe(
      'reported by “said”, source “Peter Novak”',
    );
  });

  it('has a wording for every reason', () => {
    for (const [, text] of FORMS) {
      for (const { reason } of attributionsOf(text)) expect(ATTRIBUTION_REASONS).toHaveProperty(reason.code);
    }
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '’',
    '(',
    ')',
    ',',
    '.',
    ':',
    '—',
    '\n',
    ' ',
    'said ',
    'told ',
    'that ',
    'she ',
    'the mayor ',
    'according to ',
    'Anna ',
    'reportedly ',
    '5,000 ',
    '🙂',
    'é',
    '\u0000',
    '«',
    '»',
    'and ',
    'never ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('')),
  );

  it('spans lie in the text, hold something, and do not overlap within an attribution', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { attributions } = analyzeBlock(text, 'paragraph');
        for (const { source, cue, content, confidence, parent } of attributions) {
          const spans = [...source, ...cue, ...content].sort((a, b) => a.start - b.start);
          expect(content.length).toBeGreaterThan(0);
          let end = 0;
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(textOf(text, span)).not.toBe('');
            end = span.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          if (parent !== null) expect(attributions[parent]).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('the same text gives the same attributions', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(analyzeBlock(text, 'paragraph').attributions).toEqual(
          analyzeBlock(text, 'paragraph').attributions,
        );
      }),
      { numRuns: 50 },
    );
  });
});
