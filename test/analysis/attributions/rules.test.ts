/** The rules that find what the taggers pass over, each alone: no tagger has a say here. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBareClauses } from '../../../server/src/analysis/attributions/bareClauses.ts';
import { viewBlock, type BlockView } from '../../../server/src/analysis/attributions/blockView.ts';
import { findDocumentPhrases } from '../../../server/src/analysis/attributions/documentPhrases.ts';
import { findEvidenceSubjects } from '../../../server/src/analysis/attributions/evidenceSubjects.ts';
import { findFiguredAt } from '../../../server/src/analysis/attributions/figuredAt.ts';
import { findHeadlineClause } from '../../../server/src/analysis/attributions/headlineClauses.ts';
import { findHearings } from '../../../server/src/analysis/attributions/hearings.ts';
import type { Stretch } from '../../../server/src/analysis/attributions/learned/labels.ts';
import { shippedModels } from '../../../server/src/analysis/attributions/model.ts';
import { findNounReports } from '../../../server/src/analysis/attributions/nounReports.ts';
import { findNestedReports } from '../../../server/src/analysis/attributions/nestedReports.ts';
import type { Report } from '../../../server/src/analysis/attributions/report.ts';
import { findReportClauses } from '../../../server/src/analysis/attributions/reportClauses.ts';
import { findWhatNames } from '../../../server/src/analysis/attributions/whatNames.ts';
import { completeClauses } from '../../../server/src/analysis/attributions/wholeClauses.ts';
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';
import type { Token } from '../../../server/src/analysis/tokens.ts';

interface Read {
  readonly tokens: readonly Token[];
  readonly view: BlockView;
  readonly words: (stretches: readonly Stretch[]) => string;
}

function read(text: string): Read {
  const block = analyzeBlock(text, 'paragraph');
  const { tokens } = block;
  return {
    tokens,
    view: viewBlock(block, block.quotations, shippedModels().knowledge),
    words: (stretches) =>
      stretches.map(({ first, last }) => text.slice(tokens[first]!.start, tokens[last]!.end)).join(' … '),
  };
}

type Rule = (tokens: readonly Token[], view: BlockView, taken: Uint8Array) => readonly Report[];

/** What a rule finds as `cue | source | content`. */
function found(rule: Rule, text: string): string[] {
  const { tokens, view, words } = read(text);
  return rule(tokens, view, new Uint8Array(tokens.length)).map(({ cue, source, content }) =>
    [words([cue]), words(source), words(content)].join(' | '),
  );
}

describe('reports without “that”', () => {
  it.each([
    [
      'The Minister said the State would bear 60 per cent of the cost.',
      'said | The Minister | the State would bear 60 per cent of the cost',
    ],
    ['He said two boats had sunk.', 'said | He | two boats had sunk'],
  ])('reads %j', (text, wanted) => {
    expect(found(findBareClauses, text)).toEqual([wanted]);
  });

  it.each([
    'He said nothing.',
    'She said it herself.',
    'As he said, the boats had sunk.',
    'He said a long prayer.',
  ])('finds none in %j', (text) => {
    expect(found(findBareClauses, text)).toEqual([]);
  });
});

describe('phrases that name a document', () => {
  it.each([
    [
      'He fell to 10 percent in the latest Harbour News poll.',
      'in | the latest Harbour News poll | He fell to 10 percent',
    ],
    ['As per data tabled in May, 12 tanks are dry.', 'As per | data tabled in May | 12 tanks are dry'],
    ['According to her, a trip has doubled in price.', 'According to | her | a trip has doubled in price'],
    [
      'In a harbour poll released Monday, 61 percent of residents chose the ferry.',
      'In | a harbour poll released Monday | 61 percent of residents chose the ferry',
    ],
    [
      'In a survey, however, only a third backed the bridge.',
      'In | a survey | only a third backed the bridge',
    ],
    [
      'The ferry was backed by 61 percent of residents in a Harbour News/Coast Radio poll.',
      'in | a Harbour News/Coast Radio poll | The ferry was backed by 61 percent of residents',
    ],
    ['By the newspaper’s count, 12 boats sank.', 'By | the newspaper’s count | 12 boats sank'],
    ['Some 300 boats were lost, by one estimate.', 'by | one estimate | Some 300 boats were lost'],
    [
      'According to Ruth Keane, the harbour master, the pumps failed.',
      'According to | Ruth Keane, the harbour master | the pumps failed',
    ],
    [
      'Since May, according to the port authority, ferries have run late.',
      'according to | the port authority | Since May … ferries have run late',
    ],
    [
      'As reported by the Courier, inspectors found 40 cracks.',
      'reported | the Courier | inspectors found 40 cracks',
    ],
    [
      'Inspectors found 40 cracks, as reported by the Courier.',
      'reported | the Courier | Inspectors found 40 cracks',
    ],
    [
      'Vale leads by 8 points among the young in the survey, taken in May.',
      'in | the survey, taken in May | Vale leads by 8 points among the young',
    ],
    [
      'Vale is trailing in the Courier average of recent polls by nearly 9 points.',
      'in | the Courier average of recent polls | Vale is trailing … by nearly 9 points',
    ],
    [
      // “back” is taken for an adverb
      'In the new Quay Consult survey, taken June 2-4, 37 percent of tenants back Vale, up four points.',
      'In | the new Quay Consult survey, taken June 2-4 | 37 percent of tenants back Vale, up four points',
    ],
  ])('reads %j', (text, wanted) => {
    expect(found(findDocumentPhrases, text)).toEqual([wanted]);
  });

  it.each([
    ['In the morning, 12 boats sank.'],
    ['In the latest poll, 20 percent.'],
    ['In the new poll, 12 questions about the ferry.'],
    ['In a statement, Keane apologised.'],
    ['She leads in the polls.'],
    ['Just 13 percent in the survey approved.'],
    ['The crossing was as noted in May.'],
    ['By the harbour, 12 boats sank.'],
    ['The boats were sold by the dozen.'],
    ['According to plan'],
  ])('passes over %j', (text) => {
    expect(found(findDocumentPhrases, text)).toEqual([]);
  });
});

describe('clauses of reporting', () => {
  it.each([
    ['The ferry was insured in 2011, records show.', 'show | records | The ferry was insured in 2011'],
    ['They will sail again in May, he told reporters.', 'told | he | They will sail again in May'],
    [
      'The pumps had failed twice, said Ruth Keane, the harbour master.',
      'said | Ruth Keane, the harbour master | The pumps had failed twice',
    ],
    [
      'The old pumps were sound, they say, but nobody would touch them.',
      'say | they | The old pumps were sound … but nobody would touch them',
    ],
    [
      'Most of the berths went to two firms, tallies by Harbour Media and other trackers show.',
      'show | tallies by Harbour Media and other trackers | Most of the berths went to two firms',
    ],
  ])('reads %j', (text, wanted) => {
    expect(found(findReportClauses, text)).toEqual([wanted]);
  });

  it.each([
    ['When the pumps had failed, she said nothing.'],
    ['After the vote was counted, he said.'],
    ['Keane, who said the pumps had failed, left.'],
    ['The growth cooled, the borrowing fell.'],
    ['Records show the ferry.'],
  ])('passes over %j', (text) => {
    expect(found(findReportClauses, text)).toEqual([]);
  });
});

describe('what evidence shows', () => {
  it.each([
    [
      'A coast survey last week showed Vale in third place with 11 percent.',
      'showed | A coast survey last week | Vale in third place with 11 percent',
    ],
    [
      'The first estimates put the damage at £3 million.',
      'put | The first estimates | the damage at £3 million',
    ],
    ['The poll has Vale at 40 percent.', 'has | The poll | Vale at 40 percent'],
    [
      'Harbour Pollster, which averages all polls, puts her approval at 50 percent.',
      'puts | Harbour Pollster, which averages all polls | her approval at 50 percent',
    ],
    [
      'Figures released by the ministry on Friday put the loss at 900 jobs.',
      'put | Figures released by the ministry on Friday | the loss at 900 jobs',
    ],
    [
      'The chamber of commerce put the loss at 900 jobs.',
      'put | The chamber of commerce | the loss at 900 jobs',
    ],
    [
      'A study of 3,000 nurses, published in May, linked long shifts to more errors.',
      'linked | A study of 3,000 nurses, published in May | long shifts to more errors',
    ],
  ])('reads %j', (text, wanted) => {
    expect(found(findEvidenceSubjects, text)).toEqual([wanted]);
  });

  it.each([
    ['The poll has an error of 3 points either way.'],
    ['The records put an end to the debate.'],
    ['The mayor showed visitors the old harbour.'],
    ['Her rise in the polls showed what 3 weeks can do.'],
    ['The report links to 3 pages on the ferry.'],
    ['When the polls closed, Keane showed visitors the harbour.'],
  ])('passes over %j', (text) => {
    expect(found(findEvidenceSubjects, text)).toEqual([]);
  });
});

describe('reports inside reports', () => {
  /** What is found inside the parts of the text that other reports give; each as `cue | content`. */
  function nested(text: string, others: readonly { cue: string; content: string }[]): string[] {
    const { tokens, view, words } = read(text);
    const stretch = (part: string): Stretch => ({
      first: tokens.findIndex(({ start }) => start === text.indexOf(part)),
      last: tokens.findIndex(({ end }) => end === text.indexOf(part) + part.length),
    });
    const outer = others.map(({ cue, content }) => ({
      cue: stretch(cue),
      source: [],
      content: [stretch(content)],
    }));
    return findNestedReports(tokens, view, outer).map(({ cue, source, content }) =>
      [words([cue]), words(source), words(content)].join(' | '),
    );
  }

  it('are found in what somebody is given for by “according to”', () => {
    const content = 'Vale told the council the pumps had failed';
    expect(nested(`${content}, according to the minutes.`, [{ cue: 'according to', content }])).toEqual([
      'told | Vale | the pumps had failed',
    ]);
  });

  it('are found where they are told in the past perfect', () => {
    const content = 'Osei had told her that the pumps would fail';
    expect(nested(`Vale said ${content}.`, [{ cue: 'said', content }])).toEqual([
      'told | Osei | that the pumps would fail',
    ]);
  });

  it('are not found a second time, nor outside of others', () => {
    const content = 'Vale said the pumps had failed';
    const others = [
      { cue: 'according to', content },
      { cue: 'said', content: 'the pumps had failed' },
    ];
    expect(nested(`${content}, according to the minutes.`, others)).toEqual([]);
    expect(nested('Vale said the pumps had failed.', [])).toEqual([]);
  });
});

describe('contents that lack a verb', () => {
  /** The content of one fragment, completed; the fragments are given by the words they are. */
  function completed(text: string, cue: string, source: string, content: string): string {
    const { tokens, view, words } = read(text);
    const stretch = (part: string): Stretch => ({
      first: tokens.findIndex(({ start }) => start === text.indexOf(part)),
      last: tokens.findIndex(({ end }) => end === text.indexOf(part) + part.length),
    });
    return words(completeClauses(tokens, view, stretch(cue), [stretch(source)], [stretch(content)]));
  }

  it.each([
    [
      'The study found that in the three largest districts, ferries ran late.',
      'found',
      'The study',
      'that in the three largest districts',
      'that in the three largest districts, ferries ran late',
    ],
    [
      'The pumps, Keane said in May, had never run.',
      'said',
      'Keane',
      'The pumps',
      'The pumps … had never run',
    ],
    [
      'Some 76,000 homes are dark, Keane says, up from 52,000 an hour ago.',
      'says',
      'Keane',
      'Some 76,000 homes are dark',
      'Some 76,000 homes are dark … up from 52,000 an hour ago',
    ],
    ['Keane rejected that plan, but the board voted.', 'rejected', 'Keane', 'that plan', 'that plan'],
    [
      'Keane said that the pumps failed, and the board voted.',
      'said',
      'Keane',
      'that the pumps failed',
      'that the pumps failed',
    ],
  ])('reads %j', (text, cue, source, content, wanted) => {
    expect(completed(text, cue, source, content)).toBe(wanted);
  });
});

it('keeps to the text whatever it is', () => {
  const word = fc.constantFrom(
    'in',
    'a',
    'poll',
    ',',
    '.',
    'according',
    'to',
    'records',
    'show',
    'said',
    'Vale',
    '12',
    '(',
    ')',
    '—',
    'that',
    '“',
    '”',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (sample) => {
      const { tokens, view } = read(sample.join(' '));
      for (const rule of [findDocumentPhrases, findReportClauses, findEvidenceSubjects] as Rule[]) {
        for (const { cue, source, content } of rule(tokens, view, new Uint8Array(tokens.length))) {
          for (const { first, last } of [cue, ...source, ...content]) {
            expect(first).toBeLessThanOrEqual(last);
            expect(last).toBeLessThan(tokens.length);
          }
        }
      }
    }),
  );
});

describe('what a hearing is told', () => {
  it.each([
    [
      'He spent the money on cars, jurors were told on Tuesday.',
      ['were told | jurors | He spent the money on cars'],
    ],
    [
      'Over two years, the court heard, 212 invoices were paid.',
      ['heard | the court | Over two years … 212 invoices were paid'],
    ],
    [
      'He had taken 30 tablets, the inquiry into the deaths at Marl House was told.',
      ['was told | the inquiry into the deaths at Marl House | He had taken 30 tablets'],
    ],
    ['The inquest heard that he swam.', ['heard | The inquest | that he swam']],
    ['The court heard from two nurses.', []],
    ['The crowd heard that he swam.', []],
    ['The judge was told off by his wife.', []],
  ])('%s', (text, reports) => {
    expect(found(findHearings, text)).toEqual(reports);
  });
});

describe('reports by a noun', () => {
  it.each([
    [
      'Despite warnings from the agency that the site could flood, it was built.',
      ['warnings from | the agency | that the site could flood'],
    ],
    [
      'They laughed at the union’s claim that 40 jobs would go.',
      ['claim | the union’s | that 40 jobs would go'],
    ],
    ['They heard warnings from the agency that covers the coast.', []],
    ['The report of the board that met in May was short.', []],
  ])('%s', (text, reports) => {
    expect(found(findNounReports, text)).toEqual(reports);
  });
});

describe('a headline that names its source at the end', () => {
  const whole = (text: string): string | null => {
    const block = analyzeBlock(text, 'headline');
    const { view, words } = read(text);
    const report = findHeadlineClause(block, view);
    return report && [words([report.cue]), words(report.source), words(report.content)].join(' | ');
  };

  it.each([
    [
      'Mayor knew of cracks for 14 months, leaked emails show',
      'show | leaked emails | Mayor knew of cracks for 14 months',
    ],
    ['Meadows store twice the carbon, study finds', 'finds | study | Meadows store twice the carbon'],
    ['Repairs will cost £40m, says council leader', 'says | council leader | Repairs will cost £40m'],
    [
      'Ferry carried 67 more than allowed: coast guard',
      ': | coast guard | Ferry carried 67 more than allowed',
    ],
    ['Mayor gets new boat, council gets old bills', null],
    ['Clinton-style phone spree: the long weekend', null],
    ['Two-year deal for a harbour bank', null],
  ])('%s', (text, expected) => {
    expect(whole(text)).toBe(expected);
  });
});

describe('what somebody calls something', () => {
  it.each([
    [
      'It may outlast what Chairwoman Ada Orr called “this winter of nerves”.',
      ['called | Chairwoman Ada Orr | what … “this winter of nerves”'],
    ],
    [
      'The board ended what the union had described as “a decade of drift”.',
      ['had described as | the union | what … “a decade of drift”'],
    ],
  ])('is found: %s', (text, expected) => {
    expect(found(findWhatNames, text)).toEqual(expected);
  });

  it.each(['Nobody knew what the noise was. They called “Home!” twice.', 'The pier is called “the Elbow”.'])(
    'is not found in: %s',
    (text) => {
      expect(found(findWhatNames, text)).toEqual([]);
    },
  );
});

describe('who puts something at a figure', () => {
  it.each([
    ['She spoke at a rally that police put at 4,000 people.', 'put | police | a rally … at 4,000 people'],
    [
      'The damage, which insurers reckon at more than $3 million, will take years to mend.',
      'reckon | insurers | The damage … at more than $3 million',
    ],
    [
      'It ended with a crowd estimated by the stewards at 3,000 to 4,000 people.',
      'estimated | the stewards | a crowd … at 3,000 to 4,000 people',
    ],
    ['The costs were put at £4m by the board.', 'put | the board | The costs … at £4m'],
  ])('is found: %s', (text, expected) => {
    expect(found(findFiguredAt, text)).toEqual([expected]);
  });

  it.each([
    'The cost is estimated at $3 million.',
    'The cups that he put at 3 corners fell.',
    'They met in a hall that the owner put at the disposal of 400 people.',
    'The repairs were estimated at 4,000 by Monday noon.',
  ])('is not found in: %s', (text) => {
    expect(found(findFiguredAt, text)).toEqual([]);
  });
});

describe('a content that stops too early', () => {
  const completed = (text: string, cue: string, content: string): string => {
    const { tokens, view, words } = read(text);
    const stretch = (part: string): Stretch => {
      const start = text.indexOf(part);
      return {
        first: tokens.findIndex((token) => token.end > start),
        last: tokens.findLastIndex((token) => token.start < start + part.length),
      };
    };
    return words(completeClauses(tokens, view, stretch(cue), [], [stretch(content)]));
  };

  it.each([
    [
      'The office clarified that the cleaning bills, which came to $1,742, had been paid.',
      'clarified',
      'that the cleaning bills',
      'that the cleaning bills, which came to $1,742, had been paid',
    ],
    [
      'The maker said it would cut 350 jobs, about one in twenty, and book a charge of 90 million crowns.',
      'said',
      'it would cut 350 jobs',
      'it would cut 350 jobs, about one in twenty, and book a charge of 90 million crowns',
    ],
    [
      'The office says that thefts fell by two-thirds in May.',
      'says',
      'that thefts fell by two',
      'that thefts fell by two-thirds in May',
    ],
    [
      'The maker said it would cut 350 jobs, and shares fell.',
      'said',
      'it would cut 350 jobs',
      'it would cut 350 jobs',
    ],
  ])('goes on as far as its clause: %s', (text, cue, content, expected) => {
    expect(completed(text, cue, content)).toBe(expected);
  });
});
