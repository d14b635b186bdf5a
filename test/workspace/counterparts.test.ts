import { describe, expect, it } from 'vitest';
import { MATCHING_CONTRACT } from '../../server/src/workspace/verdict/difference/matchingContract.ts';
import type { Counterpart, SourceMetadata } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

type Sources = Readonly<
  Record<string, string | { text: string; isSource?: boolean; metadata?: SourceMetadata }>
>;

/** The counterparts of what stands in `<p>…</p>` of the draft. */
function ask(draft: string, sources: Sources): Counterpart[] {
  const workspace = createWorkspace();
  for (const [id, source] of Object.entries(sources)) {
    const { text, isSource = false, metadata = {} } = typeof source === 'string' ? { text: source } : source;
    workspace.set({ id, text, format: 'plain', isSource, metadata });
  }
  const start = draft.indexOf('<p>');
  const end = draft.indexOf('</p>') - '<p>'.length;
  const text = draft.replace(/<\/?p>/g, '');
  workspace.set({ id: 'draft', text, format: 'plain', isSource: false, metadata: {} });
  return [...workspace.counterparts('draft', { start, end })];
}

const shown = (found: readonly Counterpart[], sources: Readonly<Record<string, string>>) =>
  found.map(({ id, span, verdict }) => `${id} ${verdict}: ${sources[id]!.slice(span.start, span.end)}`);

const FILLING =
  'The gallery was full long before noon. Nobody had expected the rain to last.\n\n%\n\nThe session closed with a vote of thanks.';
const filled = (words: string) => FILLING.replace('%', () => words);

describe('the matching contract', () => {
  it.each(MATCHING_CONTRACT)(
    '$because: “$passage” for “$source”',
    ({ passage, source, verdict, because }) => {
      const [found] = ask(`She put it so: “<p>${passage}</p>”`, { source: filled(source) });
      expect(found).toMatchObject({ id: 'source', verdict });
      expect([...found!.allowances, ...found!.changes.map(({ kind }) => kind)]).toContain(because);
      if (verdict === 'verbatim') expect(found!.changes).toEqual([]);
    },
  );

  it.each(MATCHING_CONTRACT.filter(({ verdict, because }) => verdict === 'altered' && because !== 'added'))(
    '$because is found from the source as well',
    ({ passage, source }) => {
      const [found] = ask(filled(`<p>${source}</p>`), { article: `She put it so: “${passage}”` });
      expect(found).toMatchObject({ id: 'article', verdict: 'altered' });
    },
  );
});

describe('a passage is found', () => {
  it('with the quotation marks it stands in, or to the end of its sentence', () => {
    const sources = {
      quoted: filled('“We have never sold the quarry to anybody,” the mayor said.'),
      plain: filled('The mayor: so we have never sold the quarry to anybody at all.'),
    };
    expect(
      shown(ask('<p>“We have never sold the quarry to anybody,”</p> she said.', sources), sources),
    ).toEqual([
      'quoted verbatim: “We have never sold the quarry to anybody,”',
      'plain verbatim: The mayor: so we have never sold the quarry to anybody at all.',
    ]);
  });

  it('over hard-wrapped lines, labels and timestamps', () => {
    const source =
      'MAYOR DUMONT: We have never sold\nthe quarry\n\n[00:12:04] MAYOR DUMONT: to anybody, and we\nnever will.';
    const [found] = ask('<p>“We have never sold the quarry to anybody, and we never will.”</p>', { source });
    expect(found).toMatchObject({
      verdict: 'verbatim',
      allowances: ['speaker-label'],
    });
  });

  it('when a few quoted words are rare, and not when they are common', () => {
    const sources = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `source ${i}`,
        filled(`It was a good year for the quarry, number ${i}.`),
      ]),
    );
    const rare = { ...sources, rare: filled('She called it a lacklustre bargain for the town.') };
    expect(ask('He spoke of a <p>“lacklustre bargain”</p>.', rare)[0]).toMatchObject({
      id: 'rare',
      verdict: 'verbatim',
    });
    expect(ask('It was <p>“a good year”</p>.', rare)).toEqual([]);
  });

  it('around an ellipsis in order, and said to be far apart where it is', () => {
    const near = filled(
      '“The quarry feeds this town, as it fed our fathers, and it will feed our children,” she said.',
    );
    const far = filled(
      `“The quarry feeds this town,” she said. ${'Nobody answered for a while. '.repeat(20)}“It will feed our children.”`,
    );
    const passage = '<p>“The quarry feeds this town … it will feed our children,”</p>';
    expect(ask(passage, { near })[0]).toMatchObject({
      verdict: 'verbatim',
      farApart: false,
      allowances: expect.arrayContaining(['ellipsis']) as string[],
    });
    expect(ask(passage, { far })[0]).toMatchObject({ farApart: true });
  });

  it('joined from two places without a sign', () => {
    const source = filled(
      `“The quarry has fed this town for ninety years,” she said. ${'Nobody answered for a while. '.repeat(20)}“Nobody will take it from our children.”`,
    );
    const [found] = ask(
      '<p>“The quarry has fed this town for ninety years. Nobody will take it from our children.”</p>',
      { source },
    );
    expect(found).toMatchObject({ verdict: 'trimmed', farApart: true });
    expect(found!.fragments).toHaveLength(2);
  });

  it('when it is short and all its words are common, if they stand there in a row', () => {
    const source = filled('“And so I do think that there is more to it,” she said.');
    expect(ask('“<p>And so I do think that</p>”', { source })[0]).toMatchObject({ verdict: 'verbatim' });
    expect(ask('“<p>And that I do so</p>”', { source })).toEqual([]);
  });

  it('when a long one has only a part of it', () => {
    const told =
      'They worry about their wages, they worry about the harbour, and they see that nearly all the new rooms and gardens are going to visitors from the coast.';
    const source = filled(
      '“People here worry about the rent, and yet all new rooms and gardens are going to visitors from the coast,” she said.',
    );
    const speech = `When I walk through these streets people stop me, and they tell me what troubles them at home. ${told}`;
    expect(ask(`<p>“${speech}”</p>`, { source })[0]).toMatchObject({ verdict: 'paraphrase' });
  });

  it('when it is worded differently, as a paraphrase', () => {
    const sources = {
      source: filled(
        '“The company is left with only one option to stay in Corran: to pay the fishermen for the return of their boats,” he said.',
      ),
    };
    const [found] = ask(
      '<p>The firm has only one chance to stay in Corran, which is paying owners and insurers for the return of every boat</p>, he said.',
      sources,
    );
    expect(found).toMatchObject({ id: 'source', verdict: 'paraphrase' });
  });
});

describe('words between two quoted stretches of a source', () => {
  const source = filled(
    '“Nobody is above the rules of this harbour,” Moss said in the letter. “The old crane must be taken down at once.”',
  );

  it('are no part of what was said', () => {
    const [found] = ask(
      '<p>“Nobody is above the rules of this harbour. The old crane must be taken down at once.”</p>',
      { source },
    );
    expect(found).toMatchObject({
      verdict: 'verbatim',
      changes: [],
      allowances: ['reopened-mark'],
    });
  });

  it('are a part of what is not quoted', () => {
    const [found] = ask(
      'We heard that <p>nobody is above the rules of this harbour, Moss said in the letter, the old crane must be taken down</p>.',
      { source },
    );
    expect(found).toMatchObject({ verdict: 'verbatim' });
  });
});

describe('a passage is not found', () => {
  it('by one phrase that both texts use, nor joined from phrases of everybody', () => {
    const source = filled(
      'In the middle of the market a stage was built. For the children it can be hard to wait until the evening.',
    );
    expect(
      ask('<p>“The price of bread fell in the middle of the night, as the baker feared”</p>', { source }),
    ).toEqual([]);
    expect(
      ask('<p>“In the middle of the winter this village loses both of its doctors”</p>', { source }),
    ).toEqual([]);
  });

  it('when it was invented from the words of the sources', () => {
    const sources = {
      a: filled('“We will rebuild the old bridge before the ferries stop,” the engineer said.'),
      b: filled('“Nobody asked the fishermen of Corran what they had lost,” the teacher said.'),
      c: filled('“The winter emptied every school on this side of the river,” the nurse said.'),
    };
    expect(
      ask('<p>“We will rebuild the old school what they had lost this side of the ferries,”</p>', sources),
    ).toEqual([]);
    expect(ask('<p>“The fishermen emptied the bridge before winter asked the river,”</p>', sources)).toEqual(
      [],
    );
  });

  it('by the words around a quotation alone', () => {
    const sources = {
      other:
        'She told reporters in the capital on Monday that “the old mill is beyond repair,” and then left for the station.',
    };
    const draft =
      '<p>She told reporters in the capital on Monday that “every village deserves a doctor,” and then left for the station.</p>';
    expect(ask(draft, sources)).toEqual([]);
  });

  it('in its own article, in an empty workspace, or without words', () => {
    expect(
      ask(
        '<p>“We have never sold the quarry to anybody,”</p> and again: we have never sold the quarry to anybody.',
        {},
      ),
    ).toEqual([]);
    expect(ask('<p>“… —”</p>', { source: filled('Anything.') })).toEqual([]);
  });
});

describe('of several places', () => {
  const words = 'the old mill is beyond repair and has to come down before the winter';

  it('equally near ones that say different things are ambiguous', () => {
    const source = filled(
      'Team Alpha will finish the harbour wall in June.\n\nTeam Beta will finish the harbour wall in June.',
    );
    const found = ask('<p>“Team Gamma will finish the harbour wall in June”</p>', { source });
    expect(found.map(({ verdict }) => verdict)).toEqual(['ambiguous', 'ambiguous']);
  });

  it('the one that says it comes before the one that denies it', () => {
    const sources = {
      denial: filled(`“${words.replace('is', 'is not')},” he said.`),
      statement: filled(`“${words},” he said.`),
    };
    expect(ask(`<p>“${words}”</p>`, sources).map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'statement verbatim',
      'denial altered',
    ]);
  });

  it('identical ones are all verbatim, sources first, then the earlier', () => {
    const text = filled(`“${words},” he said.`);
    const found = ask(`<p>“${words}”</p>`, {
      late: { text, metadata: { date: '2024-05-02' } },
      early: { text, metadata: { date: '2024-05-01' } },
      source: { text, isSource: true },
    });
    expect(found.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'source verbatim',
      'early verbatim',
      'late verbatim',
    ]);
  });

  it('the one said by the person named beside the passage comes before others’ same words', () => {
    const sources = {
      'a mayor': filled(`“${words},” said Ilse Dumont, the mayor.`),
      'b miller': filled(`KESSLER: And I told them that ${words}.`),
    };
    const first = (beside: string) => ask(`<p>“${words},”</p> ${beside}`, sources)[0]!.id;
    expect(first('said Kessler, who ran it for thirty years.')).toBe('b miller');
    expect(first('said Mayor Dumont.')).toBe('a mayor');
  });

  it('a name in the margin of a transcript counts as one beside the words', () => {
    const words = 'The ferry will keep running through the winter, whatever it costs.';
    const sources = { lindqvist: filled(`LINDQVIST: ${words}`), tveit: filled(`TVEIT: ${words}`) };
    for (const [name, first] of [
      ['Jonas Tveit', 'tveit'],
      ['Ada Lindqvist', 'lindqvist'],
    ]) {
      expect(ask(`<p>“${words}”</p> ${name} said.`, sources)[0]?.id).toBe(first);
    }
  });

  it('a capital that starts a sentence is nobody’s name', () => {
    const sources = {
      'a mayor': filled(`Yesterday, the mayor said: “${words}.”`),
      'b miller': filled(`In the end Kessler said: “${words}.”`),
    };
    expect(ask(`Yesterday Kessler wrote: <p>“${words}.”</p>`, sources)[0]!.id).toBe('b miller');
    expect(ask(`Yesterday she wrote: <p>“${words}.”</p>`, sources)[0]!.id).toBe('a mayor');
  });

  it('of identical ones in one article the last, which headlines and pull quotes above it repeat', () => {
    const text = `"${words}."\nIlse Dumont, mayor\n\n${filled(`She was blunt. “${words},” she said.`)}`;
    const found = ask(`<p>“${words}”</p>`, { source: text });
    expect(found.map(({ span }) => span.start)).toEqual([text.indexOf('“'), 0]);
  });

  it('of two around an ellipsis each with its own half', () => {
    const said = 'the old mill is beyond repair and, in the view of everybody here, has to come down';
    const text = `Dumont: “${said}”\n\n${filled(`The mayor told the council that “${said}” soon.`)}`;
    const found = ask('<p>“The old mill is beyond repair … has to come down”</p>', { source: text });
    expect(found.map(({ farApart, fragments }) => [farApart, fragments.length])).toEqual([
      [false, 2],
      [false, 2],
    ]);
  });

  it('the original comes before a copy with a mistake in it, whatever their names', () => {
    const copy = `“${words.replace('repair', 'rescue')},” he said.`;
    const asked = `<p>“${words.replace('the winter', 'winter')}”</p>`;
    expect(ask(asked, { a: copy, b: filled(`“${words},” he said.`) })[0]).toMatchObject({ id: 'b' });
  });

  it('of two nearly equal ones the nearer', () => {
    const sources = {
      source: filled(
        'The upper quay will be closed for nine weeks from March.\n\nThe lower quay will be closed for six weeks from March.',
      ),
    };
    const found = ask('<p>“The lower quay will be closed for six weeks from April”</p>', sources);
    expect(shown(found, sources)[0]).toBe(
      'source altered: The lower quay will be closed for six weeks from March.',
    );
  });

  it('of equal ones that which shows the words and little else', () => {
    const sources = {
      a: filled(`“I have said it often. I say it again: ${words}. Nobody listens. Nobody will.”`),
      b: filled(`He said that “${words}.”`),
    };
    expect(ask(`<p>“${words}”</p>`, sources).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('marks of the writer', () => {
  const said = 'the orchard was sold to a timber merchant from the coast';

  it('are no words of the passage', () => {
    const marked = said.replace('sold', 'sold [source: minutes.txt]');
    const [found] = ask(`<p>“${marked}”</p>`, { source: filled(`He said ${said}.`) });
    expect(found).toMatchObject({ verdict: 'verbatim', changes: [] });
  });

  it('are no words of the source', () => {
    const [found] = ask(`<p>“${said}”</p>`, { source: filled(`He said ${said.replace('a', '[TK] a')}.`) });
    expect(found).toMatchObject({ verdict: 'verbatim', changes: [] });
    expect(
      ask('<p>“timber minutes quarrel”</p>', { source: filled('[source: timber minutes quarrel]') }),
    ).toEqual([]);
  });
});

it('a clause that was moved and reworded is said to be moved', () => {
  const draft = 'The council approved under town law and county law the sale of the old orchard';
  const source = 'The council approved the sale of the old orchard in line with town and county law';
  const [found] = ask(`<p>“${draft}”</p>`, { source: filled(`“${source},” he said.`) });
  expect(found!.changes.map(({ kind, here }) => [kind, `“${draft}”`.slice(here.start, here.end)])).toEqual([
    ['moved', 'under town law and county law'],
  ]);
});

describe('what may be left out may not turn a statement round', () => {
  const verdictOf = (draft: string, source: string) => {
    const [found] = ask(draft, { source: filled(source) });
    return `${found!.verdict}: ${found!.changes.map(({ kind }) => kind).join(', ')}`;
  };

  it.each([
    [
      'right before the first word',
      'All of the dockers voted for the contract',
      'Not all of the dockers voted for the contract.',
    ],
    [
      'in a contraction at the end',
      'They asked whether I would do it again, and I would',
      'They asked whether I would do it again, and I wouldn’t.',
    ],
    [
      'right after the last word',
      'They asked whether I would do it again, and I would',
      'They asked whether I would do it again, and I would not.',
    ],
    [
      'at an ellipsis',
      'We will … sell the quarry to the company',
      'We will not sell the quarry to the company.',
    ],
    [
      'at an ellipsis, in several words',
      'We will … sell the quarry to the company',
      'We will under no circumstances sell the quarry to the company.',
    ],
    [
      'behind an ellipsis',
      'We … sell the quarry to the company',
      'We as a council do not sell the quarry to the company.',
    ],
  ])('%s', (_, passage, source) => {
    expect(verdictOf(`She said: <p>“${passage}”</p>`, source)).toBe('altered: negation');
  });

  it.each([
    [
      'a clause of its own',
      'The quay … will be closed for the winter',
      'The quay, which was not ours, will be closed for the winter.',
    ],
    [
      'another sentence',
      'We will close the quay … in the winter',
      'We will close the quay. Nobody asked us not to. It starts in the winter.',
    ],
    ['an answer', 'We will close the quay in the winter', 'No, we will close the quay in the winter.'],
    [
      'what comes after',
      'We want to keep the harbour and the quay',
      'We want to keep the harbour and the quay not only for ships.',
    ],
  ])('a negation of %s may go', (_, passage, source) => {
    expect(verdictOf(`She said: <p>“${passage}”</p>`, source)).toBe('verbatim: ');
  });

  it.each(['did not want to', 'refused to', 'ruled out that they'])('the writer has it: %s', (words) => {
    const source = 'We never sell the harbour to a company from the coast.';
    const draft = `She said the council ${words} <p>“sell the harbour to a company from the coast.”</p>`;
    expect(verdictOf(draft, source)).toBe('verbatim: ');
  });

  const SOLD = 'the quay was sold to a company from the coast';

  it.each([
    'We deny that',
    'It is not true that',
    'No one believes that',
    'Nobody says',
    'I don’t think',
    'I have never said that',
    'It is a myth that',
    'We reject the idea that',
    'There is no evidence that',
    'I doubt that',
  ])('%s', (words) => {
    expect(verdictOf(`She said: <p>“${SOLD}”</p>`, `${words} ${SOLD}.`)).toBe('altered: negation');
    expect(verdictOf(`She denied that <p>“${SOLD}”</p>`, `${words} ${SOLD}.`)).toBe('verbatim: ');
  });

  it.each([
    'There is no doubt that',
    'Nobody denies that',
    'I did not know that',
    'I am not surprised that',
    'It is not only that',
    'I said that',
    'The mayor did not tell us, but',
    'I cannot say it often enough:',
  ])('nothing is turned round without: %s', (words) => {
    expect(verdictOf(`She said: <p>“${SOLD}”</p>`, `${words} ${SOLD}.`)).toBe('verbatim: ');
  });

  const CLOSE = 'we will close the quay to every ship in the spring';

  it.each([
    [`If the vote fails, ${CLOSE}.`],
    [`And unless the vote fails, ${CLOSE}.`],
    [`The board knows that if the vote fails, ${CLOSE}.`],
    [`${CLOSE} if the vote fails.`],
    [`${CLOSE} unless the vote fails.`],
    [`If ${CLOSE} we all lose.`],
  ])('a condition: %s', (source) => {
    expect(verdictOf(`She said: <p>“${CLOSE}”</p>`, source)).toBe('altered: condition');
    expect(verdictOf(`<p>“${CLOSE},”</p> she said, should the vote fail.`, source)).toBe('verbatim: ');
  });

  it.each([
    [`Even if the vote fails, ${CLOSE}.`],
    [`If anything, ${CLOSE}.`],
    [`I asked her if they could, and ${CLOSE}.`],
    [`${CLOSE} if not for longer.`],
    [`${CLOSE}. If the vote fails, so be it.`],
  ])('no condition: %s', (source) => {
    expect(verdictOf(`She said: <p>“${CLOSE}”</p>`, source)).toBe('verbatim: ');
  });

  it.each([
    ['Almost', 'all of the dockers voted for the contract', 'number'],
    ['Nearly', 'everybody in the harbour had heard of the sale', 'number'],
    ['Up to', '40 boats went down in the harbour that night', 'number'],
    ['More than', 'forty boats went down in the harbour that night', 'number'],
    ['We almost', 'sold the quay to a company from the coast', 'negation'],
  ])('%s', (words, rest, kind) => {
    expect(verdictOf(`She said: <p>“${rest}”</p>`, `${words} ${rest}.`)).toBe(`altered: ${kind}`);
    expect(verdictOf(`She said that almost <p>“${rest}”</p>`, `${words} ${rest}.`)).toBe('verbatim: ');
  });

  it('words of two speakers of a transcript are a quotation of neither', () => {
    const passage = '<p>“The quay is safe. It will fall before the winter.”</p>';
    expect(verdictOf(passage, 'VELD: The quay is safe.\n\nOKAFOR: It will fall before the winter.')).toBe(
      'altered: name',
    );
    expect(verdictOf(passage, 'VELD: The quay is safe.\n\nVELD: It will fall before the winter.')).toBe(
      'verbatim: ',
    );
    const interrupted = 'VELD: The quay is safe.\n\nQ: Really?\n\nVELD: It will fall before the winter.';
    expect(verdictOf(passage, interrupted)).toBe('trimmed: removed');
  });

  it('a bracket that puts another number or another person in the place of the speaker’s', () => {
    expect(
      verdictOf(
        '<p>“We lost [forty] boats on the night of the fair”</p>',
        'We lost four boats on the night of the fair.',
      ),
    ).toBe('altered: number');
    const keys = 'I gave the keys of the harbour to Mrs. Veld on Monday morning.';
    expect(verdictOf('<p>“I gave the keys of the harbour to [Okafor] on Monday morning”</p>', keys)).toMatch(
      /^altered: name/,
    );
    expect(verdictOf('<p>“I gave the keys of the harbour to [Marta Veld] on Monday morning”</p>', keys)).toBe(
      'verbatim: ',
    );
    expect(verdictOf('<p>“I gave the keys of the harbour to [the mayor] on Monday morning”</p>', keys)).toBe(
      'verbatim: ',
    );
  });

  it.each([
    ['Mrs. Veld', '', true],
    ['Marta Veld', '', true],
    ['Veld', 'Marta Veld has done this before.', true],
    ['Veld', '', false],
    ['She', '', false],
    ['Okafor', 'Marta Okafor has done this before.', false],
  ])('a bracket at the start that names another person than %s (%s)', (name, more, isAnother) => {
    const source = `${name} sold the quay to a company from the coast. ${more}`;
    expect(verdictOf('<p>“[Okafor] sold the quay to a company from the coast”</p>', source)).toMatch(
      isAnother ? /^altered: name/ : /^verbatim: $/,
    );
  });
});

describe('a quotation made of the words of the sources', () => {
  it('is not found by one clause that is half of it', () => {
    const sources = {
      a: filled('“The committee was accused of balancing history with crowd-pleasers again,” he said.'),
      b: filled('“In order to make the valley rich we sold the mill,” she said.'),
    };
    expect(
      ask('<p>“in order to make the valley of balancing history with crowd-pleasers”</p>', sources),
    ).toEqual([]);
  });

  it('is not found by two clauses from far places of an article', () => {
    const source = filled(
      `“There are people who usually would leave by now,” she said. ${'Nobody answered for a while. '.repeat(20)}“We send our teams of people to the coast.”`,
    );
    expect(
      ask('<p>“people who usually would see my teams of people can that is right”</p>', { source }),
    ).toEqual([]);
  });
});

describe('an article that retells a passage and says it again in short', () => {
  const HEADLINE = 'Crews of the bay keep their licences only if they leave the spawning beds alone';
  const BODY =
    'The ministry was blunt. To keep licences, the one thing left for crews in the bay is to share the northern grounds with villages on the islands, and to stay off all spawning beds until the herring has come back.';
  const sources = { retold: `${HEADLINE}\n\nBy our reporter\n\n${filled(BODY)}` };
  const asked =
    '<p>“Fishing crews of the outer bay have one way left to keep their licences -- to agree on a plan, to share the northern grounds with the island villages, and to leave the spawning beds alone until the herring has come back.”</p>';

  it('is led to in both places, the fuller one first, and from both', () => {
    const found = ask(asked, sources);
    expect(found.map(({ verdict }) => verdict)).toEqual(['paraphrase', 'paraphrase']);
    const [fuller, shorter] = found.map(({ span }) => sources.retold.slice(span.start, span.end));
    expect(fuller).toContain('share the northern grounds');
    expect(shorter).toBe(HEADLINE);
    const passage = asked.replace(/<\/?p>/g, '');
    for (const line of [HEADLINE, BODY.slice(BODY.indexOf('To keep'))])
      expect(ask(`<p>${line}</p>`, { passage })).toHaveLength(1);
  });

  it('is not led to where a line has only words of it', () => {
    const other = sources.retold.replace(HEADLINE, 'Licences of the bay: the ministry wants no new crews');
    expect(ask(asked, { retold: other })).toHaveLength(1);
  });
});

describe('words that the source writes otherwise', () => {
  const SAID = '“We spent twelve million pounds on forty-two pumps in the first year,” the treasurer said.';
  const verdict = (quoted: string) => {
    const [found] = ask(`<p>“${quoted},”</p> the treasurer said.`, { source: filled(SAID) });
    return `${found?.verdict}: ${found?.changes.map(({ kind }) => kind).join(' ')}`;
  };

  it('are the same words, and another magnitude beside them is no paraphrase', () => {
    expect(verdict('We spent £12 million on 42 pumps in the first year')).toBe('verbatim: ');
    expect(verdict('We spent £12 billion on 42 pumps in the first year')).toBe('altered: magnitude');
    expect(verdict('We spent £12 million on 43 pumps in the first year')).toBe('altered: number');
  });
});

it('names the words that a join has left out, and no marks around them', () => {
  const source = filled(
    `“The barrier has kept the river out of our kitchens for years,” she said. ${'The clerk read out a letter from somebody. '.repeat(12)}“The bus shelter was a mistake, and it must be gone before the children go back to school,” she said.`,
  );
  const [found] = ask(
    '<p>“The barrier has kept the river out of our kitchens for years and it must be gone before the children go back to school,”</p> she said.',
    { source },
  );
  expect(found).toMatchObject({ verdict: 'trimmed', farApart: true });
  const { there } = found!.changes[0]!;
  expect(source.slice(there.start, there.end)).toMatch(/^she said\. The clerk.*was a mistake$/s);
});

it('tells of a sentence that the source has before the others that it was moved, and not that it is new', () => {
  const source = filled(
    '“The gate jammed. We called the board. Nobody came until Monday morning,” Vik said.',
  );
  const quoted = (words: string) => ask(`<p>“${words}”</p> Vik said.`, { source })[0]!;
  const moved = quoted('We called the board. The gate jammed. Nobody came until Monday morning,');
  expect(moved).toMatchObject({ verdict: 'altered', changes: [{ kind: 'moved' }] });
  const { there } = moved.changes[0]!;
  expect(source.slice(there.start, there.end)).toBe('The gate jammed');
  const added = quoted('We called the board. The pump jammed. Nobody came until Monday morning,');
  expect(added).toMatchObject({ verdict: 'altered', changes: [{ kind: 'added' }] });
});

describe('a figure', () => {
  const interview = 'Interview with Ana Veld, by telephone, 4 November 2026. The mill had 18,200 visitors.\n';

  it('is found by itself where it can only come from there', () => {
    expect(ask('She counted <p>18,200 visitors</p>.', { interview })).toMatchObject([
      { verdict: 'verbatim' },
    ]);
  });

  it('is not found in a date because it is as small', () => {
    expect(ask('She laid off <p>4</p> of her six people.', { interview })).toEqual([]);
  });
});
