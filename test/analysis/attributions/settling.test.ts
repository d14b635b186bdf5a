/** What rules make of the taggers' readings, each alone: deeds, subjects, conventions. */
import { describe, expect, it } from 'vitest';
import { settleAccordingTo } from '../../../server/src/analysis/attributions/accordingTo.ts';
import { viewBlock } from '../../../server/src/analysis/attributions/blockView.ts';
import { withoutCircumstances } from '../../../server/src/analysis/attributions/circumstances.ts';
import { applyConventions } from '../../../server/src/analysis/attributions/conventions.ts';
import { isDeed } from '../../../server/src/analysis/attributions/deeds.ts';
import type { Stretch } from '../../../server/src/analysis/attributions/learned/labels.ts';
import { shippedModels } from '../../../server/src/analysis/attributions/model.ts';
import { settleParts } from '../../../server/src/analysis/attributions/parts.ts';
import { settlePassive } from '../../../server/src/analysis/attributions/passives.ts';
import { settleRelativeReport } from '../../../server/src/analysis/attributions/relativeReports.ts';
import type { Report } from '../../../server/src/analysis/attributions/report.ts';
import { settleReportClause } from '../../../server/src/analysis/attributions/reportClauses.ts';
import { withoutSwallowed } from '../../../server/src/analysis/attributions/swallowedReports.ts';
import { withSubject } from '../../../server/src/analysis/attributions/subjects.ts';
import { completeClauses } from '../../../server/src/analysis/attributions/wholeClauses.ts';
import { wholeSources } from '../../../server/src/analysis/attributions/wholeSources.ts';
import { analyzeBlock } from '../../../server/src/analysis/blockFacts.ts';

/** A report whose parts are tagged: `<s>Anna</s> <c>said</c> <t>it rained</t>.` */
function tagged(written: string): {
  tokens: ReturnType<typeof analyzeBlock>['tokens'];
  view: ReturnType<typeof viewBlock>;
  report: Report;
  words: (stretches: readonly Stretch[]) => string;
} {
  const text = written.replace(/<\/?[sct]>/g, '');
  const block = analyzeBlock(text, 'paragraph');
  const { tokens } = block;
  const parts = (tag: string): Stretch[] => {
    const found: Stretch[] = [];
    for (const match of written.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))) {
      const start = written.slice(0, match.index).replace(/<\/?[sct]>/g, '').length;
      const end = start + match[1]!.replace(/<\/?[sct]>/g, '').length;
      found.push({
        first: tokens.findIndex((token) => token.end > start),
        last: tokens.findLastIndex((token) => token.start < end),
      });
    }
    return found;
  };
  return {
    tokens,
    view: viewBlock(block, block.quotations, shippedModels().knowledge),
    report: { source: parts('s'), cue: parts('c')[0]!, content: parts('t') },
    words: (stretches) =>
      stretches.map(({ first, last }) => text.slice(tokens[first]!.start, tokens[last]!.end)).join(' … '),
  };
}

describe('a report inside a source', () => {
  it('is taken out of it', () => {
    const { tokens, view, report, words } = tagged(
      '<s>A harbour poll in May shows two in three residents</s> <c>want</c> <t>the ferry back</t>.',
    );
    const { outer, inner } = withoutSwallowed(tokens, view, report)!;
    expect([words(outer.source), words([outer.cue]), words(outer.content)]).toEqual([
      'A harbour poll in May',
      'shows',
      'two in three residents want the ferry back',
    ]);
    expect([words(inner.source), words([inner.cue]), words(inner.content)]).toEqual([
      'two in three residents',
      'want',
      'the ferry back',
    ]);
  });

  it.each([
    '<s>The boat show’s founders</s> <c>want</c> <t>the ferry back</t>.',
    '<s>Keane, whose survey showed a leak,</s> <c>wants</c> <t>the ferry back</t>.',
  ])('is not seen in %j', (written) => {
    const { tokens, view, report } = tagged(written);
    expect(withoutSwallowed(tokens, view, report)).toBeNull();
  });
});

describe('the source at the marks of a quotation', () => {
  const bare = (written: string): string => {
    const { tokens, view, report, words } = tagged(written);
    const { source, cue } = withoutCircumstances(tokens, view, report);
    return `${words([cue])} | ${words(source)}`;
  };

  it.each([
    ['<t>“Go,”</t> <c>said</c> <s>Anna with a sigh</s>.', 'said | Anna'],
    ['<t>“Go,”</t> <c>cried</c> <s>the child in a moment</s>.', 'cried | the child'],
    ['<t>“Go,”</t> <c>rejoined</c> <s>the old man very stiffly</s>.', 'rejoined | the old man'],
    ['<t>“Go,”</t> <c>said</c> <s>Anna, looking from one to the other</s>.', 'said | Anna'],
    ['<t>“Go,”</t> <c>said</c> <s>Anna as she picked up her hat</s>.', 'said | Anna'],
    ['<t>“Go,”</t> <c>put</c> <s>in the girl</s>.', 'put in | the girl'],
    [
      '<s>Anna again took a minute</s> to think about it, and then <c>said</c>, <t>“Go home.”</t>',
      'said | Anna',
    ],
  ])('is bare in %j', (written, wanted) => {
    expect(bare(written)).toBe(wanted);
  });

  it.each([
    [
      '<t>“Go,”</t> <c>said</c> <s>Anna Vale, managing partner of the bank</s>.',
      'Anna Vale, managing partner of the bank',
    ],
    ['<t>“Go,”</t> <c>said</c> <s>a woman in a red coat</s>.', 'a woman in a red coat'],
    [
      '<t>“Go,”</t> <c>said</c> <s>Anna Vale, who was mayor when the bridge fell</s>.',
      'Anna Vale, who was mayor when the bridge fell',
    ],
    ['<t>that the bridge was shut</t>, <c>said</c> <s>the clerk with a sigh</s>.', 'the clerk with a sigh'],
  ])('keeps what says who it is in %j', (written, source) => {
    expect(bare(written)).toBe(`said | ${source}`);
  });
});

describe('according to', () => {
  it.each([
    [
      '<c>According to</c> <s>her, a trip to the island</s>, <t>now costs 350 crowns</t>.',
      'her | a trip to the island, now costs 350 crowns',
    ],
    [
      '<c>According to</c> <s>the Harbour Press, 571 of the 714 captains</s> <t>signed</t>.',
      'the Harbour Press | 571 of the 714 captains signed',
    ],
    [
      '<t>Futures were down 9 percent</t>, <c>according to</c> <s>exchange data, and the index has fallen</s>.',
      'exchange data | Futures were down 9 percent',
    ],
    [
      '<c>According to</c> <s>the finance director,</s> <t>Mark Ebdon, costs have doubled</t>.',
      'the finance director, Mark Ebdon, | costs have doubled',
    ],
    [
      '<c>According to</c> <s>the board and the union,</s> <t>costs have doubled</t>.',
      'the board and the union, | costs have doubled',
    ],
  ])('ends its source where the clause goes on: %j', (written, wanted) => {
    const { tokens, view, report, words } = tagged(written);
    const settled = settleAccordingTo(tokens, view, report)!;
    expect(`${words(settled.source)} | ${words(settled.content)}`).toBe(wanted);
  });

  it('is left to the rules where the source does not stand behind it', () => {
    const { tokens, view, report } = tagged(
      '<s>The plan</s> would cost £3m, <c>according to</c> <t>the note he released</t>.',
    );
    expect(settleAccordingTo(tokens, view, report)).toBeNull();
  });
});

describe('a report in a relative clause', () => {
  it('is about the phrase before it, and “that” is nobody', () => {
    const { tokens, view, report, words } = tagged(
      '<t>The council lined the canal, a move</t> <s>that officials</s> <c>say</c> <t>will bring water</t>.',
    );
    const { source, content } = settleRelativeReport(tokens, view, report);
    expect([words(source), words(content)]).toEqual(['officials', 'a move … will bring water']);
  });

  it('leaves a clause of its own as it is', () => {
    const { tokens, view, report } = tagged('<s>Officials</s> <c>say</c> <t>the move will bring water</t>.');
    expect(settleRelativeReport(tokens, view, report)).toBe(report);
  });
});

describe('deeds', () => {
  it.each([
    ['<s>Maren</s> <c>folded</c> <t>the letter into her sleeve</t>.'],
    ['<s>The doctor</s> <c>looked at</c> <t>his soup</t>.'],
    ['<s>She</s> <c>went about</c> <t>her work with energy</t>.'],
    ['<s>She</s> <c>looked at</c> <t>him</t>. <t>“You want to do this here?”</t>'],
    ['<s>He</s> <c>folded</c> <t>the letter</t>. <t>“So it is true.”</t>'],
  ])('are no reports: %j', (written) => {
    const { tokens, view, report } = tagged(written);
    expect(isDeed(tokens, view, report, 0.9)).toBe(true);
  });

  it.each([
    ['<s>Maren</s> <c>opposed</c> <t>the new quay</t>.'],
    ['<s>The minister</s> <c>announced</c> <t>a fund of £3 million</t>.'],
    ['<s>She</s> <c>folded</c> <t>“all of it”</t>.'],
    ['<s>She</s> <c>praised</c> <t>the crew</t>. <t>“They never gave up.”</t>'],
    ['<s>He</s> <c>looked as if</c> <t>he had lost</t>.'],
  ])('words are: %j', (written) => {
    const { tokens, view, report } = tagged(written);
    expect(isDeed(tokens, view, report, 0.9)).toBe(false);
  });
});

describe('a cue without a source', () => {
  it.each([
    ['<c>Conceding</c> <t>that the bridge would be late</t>, Vale asked for another million.', 'Vale'],
    ['In <c>defending</c> <t>the timetable</t>, she spoke of the weather.', 'she'],
    [
      'The harbour board, in a rare change of course, <c>has said</c> <t>it would sell both tugs</t>.',
      'The harbour board',
    ],
    [
      'Osei, who grew up on the island, <c>has denied</c> <t>that he wrote it</t>.',
      'Osei, who grew up on the island',
    ],
    [
      'The vote is close, with a new survey <c>finding</c> <t>that 45 percent want the tunnel</t>.',
      'a new survey',
    ],
    ['She also sold both boats, <c>saying</c> <t>they leaked</t>.', 'She'],
    ['When it rained, the crew <c>said</c> <t>the hull was dry</t>.', 'the crew'],
    [
      'A 2014 estimate by the finance board <c>projected</c> <t>a loss</t>.',
      'A 2014 estimate by the finance board',
    ],
  ])('takes the subject of %j', (written, wanted) => {
    const { tokens, view, report, words } = tagged(written);
    expect(words(withSubject(tokens, view, report, []).source)).toBe(wanted);
  });

  it.each([
    ['The roof <c>seems</c> <t>to be safe</t>.'],
    ['The bridge <c>was said</c> <t>to be safe</t>.'],
    ['<c>Having said</c> <t>that</t>.'],
    ['When <c>asked</c> <t>if it was dry</t>, she left.'],
    ['Behind the ferries of the board <c>said</c> <t>it was late</t>.'],
  ])('stays without one in %j', (written) => {
    const { tokens, view, report } = tagged(written);
    expect(withSubject(tokens, view, report, []).source).toEqual([]);
  });

  it('gives up a main clause that was taken for its content', () => {
    const { tokens, view, report, words } = tagged(
      '<t>She sold both boats</t>, <c>saying</c> <t>they leaked</t>.',
    );
    expect(words(withSubject(tokens, view, report, []).content)).toBe('they leaked');
  });
});

describe('conventions', () => {
  const settled = (written: string): string => {
    const { tokens, view, report, words } = tagged(written);
    const { source, cue, content } = applyConventions(tokens, view, report);
    return [words(source), words([cue]), words(content)].join(' | ');
  };

  it.each([
    ['<t>“I meant it,”</t> <c>replied</c> <s>Kitty fretfully</s>.', 'Kitty | replied | “I meant it,”'],
    ['<t>“It was dry,”</t> <s>Ada Keane in a statement</s> <c>said</c>.', 'Ada Keane | said | “It was dry,”'],
    ['<s>The board on Monday</s> <c>said</c> <t>it was dry</t>.', 'The board | said | it was dry'],
    ['<t>“Was it dry?”</t> <s>he</s> <c>asked</c> with <t>a harsh voice</t>.', 'he | asked | “Was it dry?”'],
    ['<s>Anna</s> <c>folded the letter and said</c>, <t>“Go home.”</t>', 'Anna | said | “Go home.”'],
    [
      '<t>“Not yet,”</t> <s>he</s> <c>said when asked about</c> <t>the new roof</t>.',
      'he | said | “Not yet,”',
    ],
    [
      '<t>“Not yet,”</t> <s>he</s> <c>said</c> <t>after being pressed for a date</t>.',
      'he | said | “Not yet,”',
    ],
  ])('keep how and when it was said out of %j', (written, wanted) => {
    expect(settled(written)).toBe(wanted);
  });

  it('keep a question that was nobody’s answer', () => {
    expect(settled('<s>He</s> <c>said when asked about</c> <t>the new roof</t>.')).toBe(
      'He | said when asked about | the new roof',
    );
  });

  it.each([
    [
      '<s>Tomas, who sailed here on Monday,</s> <c>said</c> <t>it was dry</t>.',
      'Tomas, who sailed here on Monday, | said | it was dry',
    ],
    ['<s>The woman in black</s> <c>said</c> <t>it was dry</t>.', 'The woman in black | said | it was dry'],
    [
      '<s>Anna</s> <c>told</c> <t>the board</t> <t>“not a word” in her speech</t>.',
      'Anna | told | the board … “not a word” in her speech',
    ],
    [
      '<s>Anna</s> <c>rose and told</c> <t>the board she was late</t>.',
      'Anna | rose and told | the board she was late',
    ],
  ])('leave what belongs to %j', (written, wanted) => {
    expect(settled(written)).toBe(wanted);
  });
});

describe('the parts of a report', () => {
  const settled = (written: string): string => {
    const { tokens, view, report, words } = tagged(written);
    const { source, cue, content } = settleParts(tokens, view, report);
    return `${words(source)} | ${words([cue])} | ${words(content)}`;
  };

  it.each([
    [
      '<s>His strike partner,</s> <c>Prior said</c> <t>the keeper was tired</t>.',
      'Prior | said | the keeper was tired',
    ],
    [
      'In <s>a letter its director Ada Stell</s> <c>insisted</c> <t>the site would be raised</t>.',
      'its director Ada Stell | insisted | the site would be raised',
    ],
    [
      '<s>Two officials</s>, unnamed because <s>they</s> feared for their jobs, <c>said</c> <t>it leaked</t>.',
      'Two officials | said | it leaked',
    ],
    [
      '<s>Vogt</s> <c>told</c> reporters on <t>a call that the price had risen</t>.',
      'Vogt | told | that the price had risen',
    ],
    [
      '<s>The office</s> <c>warned of</c> <t>high swells, and an advisory was in effect</t>.',
      'The office | warned of | high swells',
    ],
    [
      '<s>13:12 Our reporter in Lymington</s> <c>says</c> <t>the huts are gone</t>.',
      'Our reporter in Lymington | says | the huts are gone',
    ],
    [
      '<s>No 10</s> <c>says</c> <t>troops are ready; the ministry puts the number at 450</t>.',
      'No 10 | says | troops are ready',
    ],
    [
      '<c>Asked</c> by <s>the judge</s> <t>whether it was usual</t>, he said: <t>“It is not, Your Honour.”</t>',
      'the judge | Asked | whether it was usual',
    ],
  ])('are put right: %s', (written, expected) => {
    expect(settled(written)).toBe(expected);
  });

  it.each([
    [
      '<s>Mrs. Osei and he</s> <c>said</c> <t>the boats were theirs</t>.',
      'Mrs. Osei and he | said | the boats were theirs',
    ],
    [
      '<s>She</s> <c>talks about</c> <t>growing up by the lake, and how cold it was</t>.',
      'She | talks about | growing up by the lake, and how cold it was',
    ],
    ['<s>Mayor</s> <c>Just Said</c> <t>He Will Not Stand</t>', 'Mayor | Just Said | He Will Not Stand'],
  ])('are left alone: %s', (written, expected) => {
    expect(settled(written)).toBe(expected);
  });
});

describe('a clause beside what it reports', () => {
  const settled = (written: string): string => {
    const { tokens, view, report, words } = tagged(written);
    const { source, content } = settleReportClause(tokens, view, report);
    return `${words(source)} | ${words(content)}`;
  };

  it.each([
    [
      '<t>The valve was shut</t>, <c>said</c> <t>one engineer who asked not to be named</t>.',
      'one engineer who asked not to be named | The valve was shut',
    ],
    [
      'The study, <s>its authors</s> <c>noted</c> at <t>the time, relied on short cores</t>.',
      'its authors | The study … relied on short cores',
    ],
  ])('gets its source and content: %s', (written, expected) => {
    expect(settled(written)).toBe(expected);
  });

  it.each([
    [
      '<s>Stell, who runs the mill,</s> <c>said</c> <t>the board was late</t>.',
      'Stell, who runs the mill, | the board was late',
    ],
    ['She wrote to the mayor, <c>saying</c> <t>the boats were old</t>.', ' | the boats were old'],
  ])('is not found where there is none: %s', (written, expected) => {
    expect(settled(written)).toBe(expected);
  });
});

describe('a clause of reporting in the midst of its sentence', () => {
  const settled = (written: string): string => {
    const { tokens, view, report, words } = tagged(written);
    const { source, content } = settleReportClause(tokens, view, report);
    return `${words(source)} | ${words(content)}`;
  };

  it.each([
    [
      'The leak began at noon, <s>engineer Ada Orr</s> <c>wrote</c> in a memo, <t>when a valve broke</t>.',
      'engineer Ada Orr | The leak began at noon … when a valve broke',
    ],
    [
      'Nobody has lived there since 1952, <s>Orr</s> <c>explains over</c> <t>a bowl of soup</t>; the last was a priest.',
      'Orr | Nobody has lived there since 1952',
    ],
  ])('has the clause before it: %s', (written, expected) => {
    expect(settled(written)).toBe(expected);
  });

  it.each([
    ['When he came, <s>Orr</s> <c>told</c> <t>the crew to leave</t>.', 'Orr | the crew to leave'],
    ['The board met in May, and <s>Orr</s> <c>boasts of</c> <t>his part in it</t>.', 'Orr | his part in it'],
  ])('takes no other clause for what it reports: %s', (written, expected) => {
    expect(settled(written)).toBe(expected);
  });
});

describe('a source that is only part of its subject', () => {
  it.each([
    [
      'Two clerks in the harbour office, <s>who</s> asked not to be named, <c>said</c> <t>the pumps failed</t>.',
      'Two clerks in the harbour office, who asked not to be named',
    ],
    ['As the woman behind <s>me</s> <c>put it</c>: <t>“Home.”</t>', 'the woman behind me'],
    ['<s>The mayor tonight</s> <c>declared</c> <t>an emergency</t>.', 'The mayor'],
    ['Orr, <s>who</s> <c>said</c> <t>the pumps failed</t>, left the room.', 'who'],
  ])('gets the rest: %s', (written, expected) => {
    const { tokens, view, report, words } = tagged(written);
    expect(words(settleParts(tokens, view, report).source)).toBe(expected);
  });
});

describe('a report in the passive', () => {
  it.each([
    ['<s>The trial</s> <c>is expected</c> <t>to last four weeks</t>.', ' | The trial … to last four weeks'],
    ['<s>Keane</s> <c>was named</c> <t>the winner</t>.', ' | Keane … the winner'],
    ['<s>She</s> <c>was told</c> <t>it was chlorine</t>.', ' | it was chlorine'],
    ['<s>Keane</s> <c>has been accused of</c> <t>fraud</t>.', ' | fraud'],
    ['<s>It</s> <c>is said</c> <t>that the pumps leak</t>.', ' | that the pumps leak'],
  ])('has no source in its subject: %j', (written, wanted) => {
    const { tokens, view, report, words } = tagged(written);
    const { source, content } = settlePassive(tokens, view, report);
    expect(`${words(source)} | ${words(content)}`).toBe(wanted);
  });

  it.each([
    '<s>Keane</s> <c>was worried</c> <t>that the pumps leaked</t>.',
    "<s>He</s> <c>'s said</c> <t>he will stay</t>.",
    '<s>Keane</s> <c>was saying</c> <t>that the pumps leaked</t>.',
  ])('is not what somebody feels or has said: %j', (written) => {
    const { tokens, view, report } = tagged(written);
    expect(settlePassive(tokens, view, report)).toBe(report);
  });
});

describe('a source that was cut short or runs on', () => {
  it.each([
    [
      "<s>The city's draft transport</s> plan, published on Thursday, <c>promises</c> <t>new streets</t>.",
      "The city's draft transport plan",
    ],
    ["The retailers' <s>association</s> <c>says</c> <t>sales will drop</t>.", "The retailers' association"],
    [
      '<s>Omar Qadri, whose team</s> first spotted the traffic, <c>estimates</c> <t>that it will grow</t>.',
      'Omar Qadri, whose team first spotted the traffic,',
    ],
    [
      '<s>Opening the case, the prosecutor Ada Lind</s> <c>said</c> <t>it was greed</t>.',
      'the prosecutor Ada Lind',
    ],
    ['<s>One</s> said it leaked; <s>another</s> <c>recalled</c> <t>a lot of jokes</t>.', 'another'],
    ['<s>Leading economists</s> <c>say</c> <t>prices will fall</t>.', 'Leading economists'],
    ['<s>Keane</s> <c>said</c> <t>prices will fall</t>.', 'Keane'],
  ])('is whole: %j', (written, wanted) => {
    const { tokens, view, report, words } = tagged(written);
    expect(words(wholeSources(tokens, view, report))).toBe(wanted);
  });
});

describe('a content that was cut short', () => {
  it.each([
    [
      '<s>It</s> <c>showed</c> <t>$200,000 for lists</t>, and $47,000 for advice, as well as $1,000 for stamps.',
      '$200,000 for lists, and $47,000 for advice, as well as $1,000 for stamps',
    ],
    ['<s>It</s> <c>showed</c> <t>$200,000 for lists</t>, and two clerks resigned.', '$200,000 for lists'],
    [
      '<t>The port received</t>, <c>according to</c> <s>one report</s>, $234 million from the state.',
      'The port received … $234 million from the state',
    ],
    ['<t>The gate opened</t>, <c>according to</c> <s>one report</s>, and a boat sank.', 'The gate opened'],
  ])('goes on with its figures: %j', (written, wanted) => {
    const { tokens, view, report, words } = tagged(written);
    const { cue, source, content } = report;
    expect(words(completeClauses(tokens, view, cue, source, content))).toBe(wanted);
  });
});

describe('what belongs to cue and content', () => {
  it.each([
    [
      '<t>"It was bad,"</t> <s>Joan Abbey</s> <c>wrote in a note to</c> <t>clients</t>.',
      'wrote | "It was bad,"',
    ],
    [
      '<t>"It was bad,"</t> <s>the official</s> <c>said</c>, <t>requesting not to be named</t>.',
      'said | "It was bad,"',
    ],
    [
      '<s>The agency</s> <c>said</c> <t>last month it would close two gates</t>.',
      'said last month | it would close two gates',
    ],
    [
      '<s>The ministry</s> <c>denies secret talks on</c> <t>the island</t>.',
      'denies | secret talks on the island',
    ],
    [
      '<t>"I asked him why,"</t> <s>she</s> <c>wrote</c> in her memoir, <t>"The Night Sky"</t>.',
      'wrote | "I asked him why,"',
    ],
    ['<s>Keane</s> <c>said</c> <t>"The Night Sky"</t>.', 'said | "The Night Sky"'],
    ['<s>The agency</s> <c>said</c> <t>last month was wet</t>.', 'said | last month was wet'],
  ])('is told apart: %j', (written, wanted) => {
    const { tokens, view, report, words } = tagged(written);
    const { cue, content } = applyConventions(tokens, view, report);
    expect(`${words([cue])} | ${words(content)}`).toBe(wanted);
  });

  it('ends with its sentence where a quotation of its own follows', () => {
    const { tokens, view, report, words } = tagged(
      '<s>One aide</s> <c>said</c> <t>she was "badly advised". "It was cold,"</t> the aide added.',
    );
    expect(words(settleParts(tokens, view, report).content)).toBe('she was "badly advised"');
  });
});
