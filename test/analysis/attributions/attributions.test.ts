import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTION_REASONS } from '../../../server/src/analysis/attributions/reasons.ts';
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';
import { wordReason } from '../../../server/src/analysis/reasons.ts';
import { textOf } from '../../../server/src/text/span.ts';
import { attributionsOf, reported, type Reported } from './find.ts';

interface Form {
  readonly form: string;
  readonly text: string;
  readonly wanted: Reported;
}

/** Each form of the design: the text, and who says what by which words. */
const FORMS: readonly Form[] = [
  {
    form: 'a quotation, then the cue',
    text: '“We will keep the ferry running through the winter,” Marta Halloran said.',
    wanted: {
      source: 'Marta Halloran',
      cue: 'said',
      content: 'We will keep the ferry running through the winter',
    },
  },
  {
    form: 'a quotation, then cue before source',
    text: '“We will keep the ferry running through the winter,” said Marta Halloran.',
    wanted: {
      source: 'Marta Halloran',
      cue: 'said',
      content: 'We will keep the ferry running through the winter',
    },
  },
  {
    form: 'subject and verb turned around, as in novels',
    text: '"Do you mean to keep us waiting all night?" cried his sister impatiently.',
    wanted: { source: 'his sister', cue: 'cried', content: 'Do you mean to keep us waiting all night?' },
  },
  {
    form: 'a face before the words, and the cue between them',
    text: 'Imogen laughed. “I am sure,” she said, “that the goat knew it all along.”',
    wanted: { source: 'she', cue: 'said', content: 'I am sure … that the goat knew it all along' },
  },
  {
    form: 'a cue with a colon, then the quotation',
    text: 'Halloran said: “The harbour belongs to everyone who lives here.”',
    wanted: { source: 'Halloran', cue: 'said', content: 'The harbour belongs to everyone who lives here' },
  },
  {
    form: 'straight marks',
    text: '"The pumps failed twice in one night," Idris Osei said.',
    wanted: { source: 'Idris Osei', cue: 'said', content: 'The pumps failed twice in one night' },
  },
  {
    form: 'British single marks',
    text: '‘The pumps failed twice in one night,’ said Idris Osei.',
    wanted: { source: 'Idris Osei', cue: 'said', content: 'The pumps failed twice in one night' },
  },
  {
    form: 'an interrupted quotation as one attribution',
    text: '“The bridge is safe,” she said, “but nobody believes us.”',
    wanted: { source: 'she', cue: 'said', content: 'The bridge is safe … but nobody believes us' },
  },
  {
    form: 'a report with that',
    text: 'The mayor said that the library would open in March.',
    wanted: { source: 'The mayor', cue: 'said', content: 'that the library would open in March' },
  },
  {
    form: 'a report without that',
    text: 'The mayor said the library would open in March.',
    wanted: { source: 'The mayor', cue: 'said', content: 'the library would open in March' },
  },
  {
    form: 'a report with a listener',
    text: 'Osei told reporters that the pumps had been repaired.',
    wanted: { source: 'Osei', cue: 'told', content: 'that the pumps had been repaired' },
  },
  {
    form: 'according to, in front',
    text: 'According to the port authority, the crane will be replaced next year.',
    wanted: {
      source: 'the port authority',
      cue: 'According to',
      content: 'the crane will be replaced next year',
    },
  },
  {
    form: 'according to, behind',
    text: 'The crane will be replaced next year, according to the port authority.',
    wanted: {
      source: 'the port authority',
      cue: 'according to',
      content: 'The crane will be replaced next year',
    },
  },
  {
    form: 'a report, then its cue',
    text: 'The crane will be replaced next year, the port authority said.',
    wanted: { source: 'the port authority', cue: 'said', content: 'The crane will be replaced next year' },
  },
  {
    form: 'a quotation with a verb that only novels use',
    text: '“Go home,” whispered Anna.',
    wanted: { source: 'Anna', cue: 'whispered', content: 'Go home' },
  },
  {
    form: 'a quotation introduced in a novel',
    text: 'Anna turned in the doorway and murmured: “It is far too late for that.”',
    wanted: { source: 'Anna', cue: 'murmured', content: 'It is far too late for that' },
  },
  {
    form: 'a title before the name of a novel’s lady',
    text: '"You are late, sir," observed Miss Larkin, not lifting her eyes from her needlework.',
    wanted: { source: 'Miss Larkin', cue: 'observed', content: 'You are late, sir' },
  },
  {
    form: 'an office in a headline',
    text: 'Mayor: Plan will cost each home £45',
    wanted: { source: 'Mayor', cue: ':', content: 'Plan will cost each home £45' },
  },
  {
    form: 'a poll in a headline',
    text: 'Poll: Most residents want the ferry back',
    wanted: { source: 'Poll', cue: ':', content: 'Most residents want the ferry back' },
  },
];

describe('attributions', () => {
  it.each(FORMS)('finds $form', ({ text, wanted }) => {
    expect(reported(text)).toEqual([wanted]);
  });

  it.each([
    ['The ferry leaves at nine and returns before noon.'],
    ['Three boats were moored behind the breakwater.'],
    ['Rain fell on the market square all morning.'],
    ['She put on her coat.'],
    ['It is not the first time that the old plant has shown up on the bill.'],
    ['The Latest: Ferry service resumes'],
    [''],
    ['   '],
    ['5,000'],
  ])('stays silent on %j', (text) => {
    expect(attributionsOf(text)).toEqual([]);
  });

  it('links an attribution to the one in whose content it stands', () => {
    const text = 'Poll: Most residents want the ferry back';
    expect(attributionsOf(text).map(({ parent }) => parent)).toEqual([null, 0]);
  });

  it('finds a that-clause behind a verb that could be a noun', () => {
    expect(reported('The WHO estimates that over 2 million people live near the river.')).toEqual([
      { source: 'The WHO', cue: 'estimates', content: 'that over 2 million people live near the river' },
    ]);
  });

  it('finds the subject behind its verb in the midst of a quotation', () => {
    const [attribution] = reported('"I should think," said she at length, "that you might own a watch."');
    expect(attribution).toMatchObject({ source: 'she', cue: 'said' });
    expect(attribution?.content).not.toContain('length');
  });

  it('leaves the label of a turn to the whole transcript', () => {
    const cues = analyzeBlock('MS. HOLLOWAY: They saw 300 houses under water.', 'turn').attributions;
    expect(cues).toEqual([]);
  });

  it('gives a quotation the name behind the dash', () => {
    expect(reported('“It was the best day of the year.” ― Clara Ibarra')).toEqual([
      { source: 'Clara Ibarra', cue: '―', content: 'It was the best day of the year' },
    ]);
  });

  it('gives a joined cue the subject of its sentence, and ends a report where the writer takes over', () => {
    expect(
      reported('Osei said that the pumps had failed and Keane has warned that they may fail again.'),
    ).toEqual([
      { source: 'Osei', cue: 'said', content: 'that the pumps had failed' },
      { source: 'Keane', cue: 'warned', content: 'that they may fail again' },
    ]);
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
    const reasons = attributionsOf(text).map(({ reason }) => wordReason(text, reason, ATTRIBUTION_REASONS));
    expect(reasons).toEqual(['reported by “said”, source “Peter Novak”']);
  });

  it('has a wording for every reason', () => {
    for (const { text } of FORMS) {
      for (const { reason } of attributionsOf(text)) expect(ATTRIBUTION_REASONS).toHaveProperty(reason.code);
    }
  });
});

describe('two speakers in one paragraph', () => {
  it.each([
    ['“It was black,” Mary said. “I ran down to the quay,” said Peter.', ['Mary', 'Peter']],
    ['“It was black,” she said. “I ran down to the quay,” he added.', ['she', 'he']],
  ])('have a quotation each: %j', (text, speakers) => {
    const found = attributionsOf(text);
    expect(found.map(({ source }) => textOf(text, source[0]!))).toEqual(speakers);
    expect(found.map(({ content }) => content.length)).toEqual([1, 1]);
  });

  it('are one where the second quotation has no cue', () => {
    const text = '“It was black,” Mary said. “I ran down to the quay.”';
    expect(reported(text).map(({ source }) => source)).toEqual(['Mary']);
  });
});

describe('a report inside a report', () => {
  it.each([
    [
      '“The pumps failed at noon,” Ruth Keane said, according to a police report.',
      'a police report',
      'Ruth Keane',
    ],
    [
      'Half of the crews have agreed to sail in May, the union announced Tuesday.',
      'the union',
      'Half of the crews',
    ],
  ])('lies in the other one: %j', (text, outer, inner) => {
    const found = attributionsOf(text);
    expect(found.map(({ source, parent }) => [textOf(text, source[0]!), parent])).toEqual([
      [outer, null],
      [inner, 0],
    ]);
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
