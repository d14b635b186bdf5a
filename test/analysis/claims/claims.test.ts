import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimContext } from '../../../server/src/analysis/claims/claims.ts';
import { judgeClaims } from '../../../server/src/analysis/claims/claims.ts';
import { CLAIM_REASONS } from '../../../server/src/analysis/claims/claimReasons.ts';
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';
import { findBlocks } from '../../../server/src/analysis/blocks/blocks.ts';
import type {
  Attribution,
  Block,
  Quantity,
  Quotation,
  Sentence,
} from '../../../server/src/analysis/facts.ts';
import { PROSE_KINDS } from '../../../server/src/analysis/facts.ts';
import { QUANTITY_REASONS } from '../../../server/src/analysis/quantities/quantityReasons.ts';
import { reason, wordReason } from '../../../server/src/analysis/reasons.ts';
import { shift, textOf } from '../../../server/src/text/span.ts';
import { readMarked } from '../../support/marked.ts';

const TAGS = ['content', 'cue', 'source', 'quote'];

/**
 * Judges an article whose attributions are marked: `<source:1>`, `<cue:1>`, `<content:1>` belong together by label;
 * `<quote:1>` is a quotation of attribution 1, `<quote>` one of nobody.
 */
function judge(marked: string): { text: string; quantities: Quantity[]; why: (number: string) => string } {
  const { text, spans } = readMarked(marked, TAGS);
  const blocks = findBlocks(text, 'markdown');
  const labels = [...new Set(spans.map(({ label }) => label).filter(Boolean))].sort();
  const of = (tag: string, label: string) => spans.filter((s) => s.tag === tag && s.label === label);
  const attributions = labels.map((label): Attribution => ({
    kind: 'indirect',
    source: of('source', label),
    cue: of('cue', label),
    content: of('content', label),
    speaker: null,
    parent: null,
    confidence: 1,
    reason: reason('test'),
  }));
  const quotations = spans
    .filter(({ tag }) => tag === 'quote')
    .map(({ start, end, label }): Quotation => ({
      span: { start, end },
      inner: { start: start + 1, end: end - 1 },
      kind: 'direct',
      role: 'speech',
      unclosed: false,
      continues: null,
      parent: null,
      attribution: label === '' ? null : labels.indexOf(label),
      reason: reason('test'),
    }));
  const { sentences, quantities } = read(text, blocks);
  const context: ClaimContext = { text, blocks, sentences, quotations, attributions };
  const judged = judgeClaims(context, quantities);
  const why = (number: string) => {
    const quantity = judged.find(({ span }) => textOf(text, span) === number);
    if (quantity === undefined) throw new Error(`no quantity ${number} in: ${text}`);
    return wordReason(text, quantity.reason, { ...QUANTITY_REASONS, ...CLAIM_REASONS });
  };
  return { text, quantities: judged, why };
}

function read(text: string, blocks: readonly Block[]): { sentences: Sentence[]; quantities: Quantity[] } {
  const sentences: Sentence[] = [];
  const quantities: Quantity[] = [];
  blocks.forEach(({ span, kind }, block) => {
    if (!PROSE_KINDS.has(kind)) return;
    const facts = analyzeBlock(text.slice(span.start, span.end), kind);
    for (const sentence of facts.sentences) sentences.push({ span: shift(sentence, span.start), block });
    for (const q of facts.quantities) {
      const evidence = q.reason.evidence.map((part) => shift(part, span.start));
      quantities.push({
        ...q,
        span: shift(q.span, span.start),
        number: shift(q.number, span.start),
        reason: { ...q.reason, evidence },
      });
    }
  });
  return { sentences, quantities };
}

/** `text → exemption, attributed or open`, in order. */
function verdicts(marked: string): string[] {
  const { text, quantities } = judge(marked);
  return quantities.map(({ span, exempt, attribution }) => {
    const verdict = exempt ?? (attribution === null ? 'open' : `attributed ${attribution}`);
    return `${textOf(text, span)} → ${verdict}`;
  });
}

describe('a claim inside the content of an attribution', () => {
  const article =
    '<source:1>The council</source> <cue:1>estimates</cue> <content:1>that some 5,000 dockers left</content>. Some 900 barges rot.';

  it('is attributed, and one outside is not', () => {
    expect(verdicts(article)).toEqual(['some 5,000 dockers → attributed 0', 'Some 900 barges → open']);
  });

  it('says why', () => {
    const { why } = judge(article);
    expect(why('some 5,000 dockers')).toBe('inside the content of “estimates”, source “The council”');
    expect(why('Some 900 barges')).toBe('nobody is given for “Some 900 barges”');
  });

  it('is attributed to the innermost of nested attributions', () => {
    expect(
      verdicts(
        '<source:1>Osei</source> <cue:1>said</cue> <content:1>that <source:2>the union</source> <cue:2>claimed</cue> <content:2>400 dockers left</content></content>.',
      ),
    ).toEqual(['400 dockers → attributed 1']);
  });

  it('is not attributed when the attribution names no source', () => {
    const { quantities, why } = judge(
      'It is <cue:1>believed</cue> <content:1>that 400 dockers left</content>.',
    );
    expect(quantities[0]?.attribution).toBeNull();
    expect(why('400 dockers')).toBe('inside the content of “believed”, which names no source');
  });

  it('keeps the reason of its exemption where it has one', () => {
    const { why } = judge('<source:1>Osei</source> <cue:1>said</cue> <content:1>it shut in 1998</content>.');
    expect(why('1998')).toBe('a year: “1998”');
  });
});

describe('a claim in quotation marks', () => {
  it('is the speaker’s where the quotation has one', () => {
    expect(
      verdicts('<quote:1>“We lost 400 boats,”</quote> <source:1>she</source> <cue:1>said</cue>.'),
    ).toEqual(['400 boats → attributed 0']);
  });

  it('is exempt where it has none', () => {
    expect(verdicts('The banner read <quote>“400 boats lost”</quote>.')).toEqual(['400 boats → quoted']);
  });
});

describe('a source that reaches further', () => {
  const poll =
    '<source:1>A poll by the harbour board</source> <cue:1>found</cue> <content:1>that 62 percent of islanders want a bridge</content>.';

  it('goes on in sentences about the same poll', () => {
    expect(verdicts(`${poll} Another 12 percent were undecided.`)).toEqual([
      '62 percent → attributed 0',
      '12 percent → attributed 0',
    ]);
    expect(judge(`${poll} Another 12 percent were undecided.`).why('12 percent')).toBe(
      'in the sentences that “found” governs, source “A poll by the harbour board”',
    );
  });

  it('stops at a sentence that turns to something else, at another source and at the paragraph’s end', () => {
    expect(verdicts(`${poll} Velden has 9,000 goats.`)[1]).toBe('9,000 goats → open');
    expect(verdicts(`${poll}\n\nAnother 12 percent were undecided.`)[1]).toBe('12 percent → open');
    expect(
      verdicts(
        `${poll} <source:2>Osei</source> <cue:2>said</cue> <content:2>no</content>. Another 12 percent were undecided.`,
      )[1],
    ).toBe('12 percent → open');
  });

  it('does not go on from a person', () => {
    expect(
      verdicts(
        '<source:1>Osei</source> <cue:1>said</cue> <content:1>it was wet</content>. Another 120 boats sank.',
      ),
    ).toEqual(['120 boats → open']);
  });

  it('covers the list under a lead-in with a colon, and no list without one', () => {
    const items = '\n\n- 40 percent of boats\n- 300 nets\n\nThe quay has 900 lamps.';
    expect(
      verdicts(`<source:1>The audit</source> <cue:1>found</cue> <content:1>losses</content>:${items}`),
    ).toEqual(['40 percent → attributed 0', '300 nets → attributed 0', '900 lamps → open']);
    expect(
      verdicts(`<source:1>The audit</source> <cue:1>found</cue> <content:1>losses</content>.${items}`)[0],
    ).toBe('40 percent → open');
  });
});

describe('the rest of a sentence about a poll', () => {
  const poll =
    '<source:1>A harbour poll</source> <cue:1>showed</cue> <content:1>Vale ahead with 51 percent</content>';

  it('is the poll’s as far as it gives shares', () => {
    expect(verdicts(`${poll} of the votes, to 39 percent for Osei.`)[1]).toBe('39 percent → attributed 0');
    expect(verdicts(`${poll}, and 400 boats sailed.`)[1]).toBe('400 boats → open');
  });

  it('is nobody’s behind a person, in an aside, and in front of the poll', () => {
    const person =
      '<source:1>Osei</source> <cue:1>showed</cue> <content:1>his map</content>, 39 percent of it blank.';
    expect(verdicts(person)[0]).toBe('39 percent → open');
    expect(verdicts(`${poll}, which cost the paper 20 percent.`)[1]).toBe('20 percent → open');
    expect(verdicts(`With 20 percent of the votes counted, ${poll}.`)[0]).toBe('20 percent → open');
  });
});

describe('a row of figures', () => {
  const row = (rest: string): string[] =>
    verdicts(
      `<source:1>The study</source> <cue:1>found</cue> <content:1>that 61 percent of boats are old</content>${rest}`,
    ).slice(1);

  it('goes on with figures of the same kind that a word sets beside the first', () => {
    expect(row(', as are 70 percent of sheds.')).toEqual(['70 percent → attributed 0']);
    expect(row(', while 52 percent leak and 13 percent sank.')).toEqual([
      '52 percent → attributed 0',
      '13 percent → attributed 0',
    ]);
    expect(row('; in the north, 70 percent are new.')).toEqual(['70 percent → attributed 0']);
  });

  it('goes on over figures of another kind, and behind the clause that says who gives it', () => {
    expect(row(', while sheds, 110 of them new, make up 39 percent.').at(-1)).toBe(
      '39 percent → attributed 0',
    );
    const behind =
      '<content:1>The loss fell to 9.4 percent</content>, <source:1>the ministry</source> <cue:1>reported</cue>, ';
    expect(verdicts(`${behind}from 9.9 percent in May.`)[1]).toBe('9.9 percent → attributed 0');
    expect(verdicts(`${behind}and the council spent 9.9 percent more.`)[1]).toBe('9.9 percent → open');
  });

  it('ends with other words, other kinds, another cue and the sentence', () => {
    expect(row(', which cost the council 70 percent.')).toEqual(['70 percent → open']);
    expect(row(', while the council lost 700 barges.')).toEqual(['700 barges → open']);
    expect(row('. The harbour lost 70 percent.')).toEqual(['70 percent → open']);
    expect(
      row(', while 70 percent of sheds, it is <cue:2>said</cue>, <content:2>leak 80 percent</content>.'),
    ).toEqual(['70 percent → attributed 0', '80 percent → open']);
  });

  it('says why', () => {
    const { why } = judge(
      '<source:1>The study</source> <cue:1>found</cue> <content:1>that 61 percent of boats are old</content>, while 52 percent leak.',
    );
    expect(why('52 percent')).toBe('goes on with the figures of “found”, source “The study”');
  });
});

describe('figures that need no source of their own', () => {
  it.each([
    [
      'a Markdown link right after',
      'Rents rose [14 percent](https://example.org/rents) last year.',
      'linked',
    ],
    ['a footnote', 'Rents rose 14 percent last year.[^1]\n\n[^1]: survey.txt', 'linked'],
    ['a count of our own', 'By our count 140 boats were out.', 'observed'],
    ['what a reporter saw', 'We saw 140 boats leave.', 'observed'],
  ])('%s', (_title, article, exemption) => {
    expect(judge(article).quantities[0]?.exempt).toBe(exemption);
  });

  it('all of them, where the front matter says that the text is no report', () => {
    const article = (genre: string): string =>
      `---\ntitle: The last barge\n${genre}\n---\n\nSome 900 barges rot.\n`;
    for (const genre of ['genre: Fiction', 'type: "review"', 'category: op-ed # for May']) {
      expect(verdicts(article(genre))).toEqual(['Some 900 barges → genre']);
    }
    for (const genre of ['genre: news', 'genre:', 'genres: fiction']) {
      expect(verdicts(article(genre))).toEqual(['Some 900 barges → open']);
    }
  });

  it('the headline, where the body gives the figure', () => {
    const body =
      '<source:1>The board</source> <cue:1>said</cue> <content:1>140 boats sank in the bay</content>.';
    expect(verdicts(`# Storm sinks 140 boats\n\n${body}`)[0]).toBe('140 boats → headline');
    expect(verdicts(`# Storm sinks 150 boats\n\n${body}`)[0]).toBe('150 boats → open');
  });

  const given =
    '<source:1>The board</source> <cue:1>said</cue> <content:1>140 boats sank in May and 175 boats in June</content>.';

  it.each([
    ['sum', '315 boats', 'arithmetic'],
    ['difference', '35 boats', 'arithmetic'],
    ['percentage change', '25 percent', 'arithmetic'],
    ['something else', '316 boats', null],
    ['another percentage', '31 percent', null],
  ])('the %s of attributed figures', (_title, result, exemption) => {
    const { quantities } = judge(`${given} That makes ${result} in all.`);
    expect(quantities.at(-1)?.exempt).toBe(exemption);
  });

  it('not from another paragraph’s figures', () => {
    expect(judge(`${given}\n\nThat makes 315 boats in all.`).quantities.at(-1)?.exempt).toBeNull();
  });
});

describe('how much a claim calls for a source', () => {
  const weight = (article: string) => judge(article).quantities[0]!.weight;

  it('casualties and statistics more than totals, totals more than distances and durations', () => {
    const dead = weight('At least 3 people died.');
    const share = weight('Rents are 14 percent higher.');
    const total = weight('The port employs 4,000 welders.');
    const distance = weight('It lies 40 miles off.');
    expect(dead).toBeGreaterThan(share - 0.2);
    expect(share).toBeGreaterThan(total);
    expect(total).toBeGreaterThan(distance);
  });

  it('less in the play of a match, not in its money and its injured', () => {
    const match = (sentence: string) => {
      const { quantities } = judge(`The Comets beat the Rangers 98-91 on Friday. ${sentence}`);
      return quantities.at(-1)!.weight;
    };
    for (const play of [
      'Okafor scored 31 points.',
      'They held them to 38 percent shooting.',
      'A crowd of 14,212 sang.',
    ])
      expect(match(play)).toBeLessThan(0.5);
    for (const fact of [
      'He scored a contract of $48 million.',
      'Some 40 fans were injured.',
      'Fares rose 14 percent.',
    ])
      expect(match(fact)).toBeGreaterThanOrEqual(0.5);
    expect(weight('Okafor scored 31 points.')).toBeGreaterThanOrEqual(0.5);
  });

  it('less in the description of a source', () => {
    const described = weight(
      '<source:1>A survey of 900 welders</source> <cue:1>found</cue> <content:1>rust</content>.',
    );
    expect(described).toBeLessThan(weight('There are 900 welders here.'));
  });

  it('less where the paragraph names where such figures are from', () => {
    const clear = 'The harbour board’s statistics go back a long way. Rents rose 14 percent.';
    expect(weight(clear)).toBeLessThan(0.5);
    expect(weight('The harbour is old. Rents rose 14 percent.')).toBeGreaterThanOrEqual(0.5);
  });
});

describe('any text', () => {
  it('keeps every quantity, in order, with a reason', () => {
    const scraps = fc.constantFrom(
      ...'12 percent|400 boats|$3m|found|.|\n\n|- |# |[x](y)|[^1]|said|“|”|rose|62|, |: |1998| '.split('|'),
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 30 }), (parts) => {
        const article = parts.join(' ');
        const { quantities } = judge(article);
        expect(quantities).toHaveLength(read(article, findBlocks(article, 'markdown')).quantities.length);
        for (const quantity of quantities) {
          expect({ ...QUANTITY_REASONS, ...CLAIM_REASONS }).toHaveProperty([quantity.reason.code]);
        }
      }),
    );
  });
});
