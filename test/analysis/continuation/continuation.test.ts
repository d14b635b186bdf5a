import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../server/src/analysis/analyze.ts';
import { textOf } from '../../../server/src/text/span.ts';

interface Said {
  readonly words: string;
  readonly by: string | null;
  readonly reason: string | null;
}

/** Every quotation of the text with its source as written and the reason of its attribution. */
function said(text: string): Said[] {
  const { quotations, attributions } = analyzeArticle(text, { format: 'plain' });
  return quotations.map(({ inner, attribution }) => {
    const given = attribution === null ? null : attributions[attribution]!;
    const source = given?.source.map((span) => textOf(text, span)).join(' ');
    return { words: textOf(text, inner), by: source ?? null, reason: given?.reason.code ?? null };
  });
}

const LEAD = 'The harbor board of Lindale approved a new sea wall on Monday after a long debate.';

describe('carryOver', () => {
  it('joins a quotation whose paragraphs all open and only the last closes', () => {
    const text = `${LEAD}

"We have waited far too long for this wall," Oren Pike said. "The river will not wait for the town.

"It has never waited for anybody who lives down there.

"And it never will wait for us."`;
    const { quotations, attributions } = analyzeArticle(text, { format: 'plain' });
    expect(quotations.map(({ continues, unclosed }) => [continues, unclosed])).toEqual([
      [null, false],
      [null, false],
      [1, false],
      [2, false],
    ]);
    const one = quotations[0]!.attribution;
    expect(one).not.toBeNull();
    expect(quotations.map(({ attribution }) => attribution)).toEqual([one, one, one, one]);
    expect(attributions[one!]!.content).toHaveLength(4);
  });

  it('leaves a quotation unclosed that no paragraph reopens', () => {
    const text = `${LEAD}

"We have waited far too long for this wall, Oren Pike said.

The debate went on for three more hours on Monday.`;
    expect(analyzeArticle(text, { format: 'plain' }).quotations).toMatchObject([
      { unclosed: true, continues: null },
    ]);
  });

  it('carries the last speaker over to a quotation paragraph without a cue, and says that it is inferred', () => {
    const [, second] = said(`${LEAD}

"We have waited far too long for this wall and for the money that was promised," Oren Pike said.

"It leaves the whole of the lower town under water for another winter, and everybody knows it."`);
    expect(second).toMatchObject({ by: 'Oren Pike', reason: 'carried-over' });
  });

  it('takes the subject of a lead-in that ends in a colon', () => {
    const found = said(`${LEAD}

Oren Pike, the chairman, continued:

"Nobody lied to anybody in this room about the cost of the wall."`);
    expect(found[0]!.by).toContain('Oren Pike');
  });

  it('takes the name after a dash on the line below', () => {
    const found = said(`${LEAD}

"No wall on any coast of the world holds forever against the sea."

— Marta Quill, engineer`);
    expect(found).toMatchObject([{ by: 'Marta Quill, engineer', reason: 'signed' }]);
  });

  it('lets two people take turns in a conversation', () => {
    const found = said(`Mr. Thorne set down the lamp.

"You have been in my study," said Thorne.

"I was looking for a pen, sir," said Agnes.

"A pen."

"Yes, sir."

"And did you find one?"`);
    expect(found.map(({ by }) => by)).toEqual(['Thorne', 'Agnes', 'Thorne', 'Agnes', 'Thorne']);
  });

  it('knows a conversation by its questions, however long the turns are', () => {
    const found =
      said(`"You have been in my study again, and I should be glad to hear what you were looking for at that hour," said Thorne.

"I was looking for a pen, sir, because the one in the hall has been dry since Tuesday and nobody fills it," said Agnes.

"And it did not occur to you to ring the bell, as anybody in this house has done for forty years, and ask?"

"It did occur to me, but the bell has been broken since the storm, and the boy who mends it is at sea till May."

"Then how is it that I heard it ring at six this morning, when I was still in bed with the window open?"`);
    expect(found.map(({ by }) => by)).toEqual(['Thorne', 'Agnes', 'Thorne', 'Agnes', 'Thorne']);
  });

  it('gives the turn to whoever was spoken to by name', () => {
    const found = said(`Agnes and Thorne stood at the window; Miss Bell was sewing.

"Was it you?" said Thorne.

"It was not," said Agnes. "Tell him, Miss Bell."

"I saw nobody."

"There," said Agnes.

"Nobody at all?"`);
    expect(found.map(({ by, reason }) => [by, reason])).toEqual([
      ['Thorne', 'attribution-cue-source'],
      ['Agnes', 'attribution-cue-source'],
      ['Agnes', 'attribution-cue-source'],
      ['Bell', 'carried-over-addressed'],
      ['Agnes', 'attribution-cue-source'],
      [null, null],
    ]);
  });

  it('takes a pronoun for the one of two who did not speak last, and a short silence for a turn', () => {
    const found = said(`"You are late," said Agnes.

"I am never late," said Thorne.

"Then the clock is wrong," she said.

Thorne said nothing.

"Is it the clock?"

"It may be."

"And if it is?"`);
    expect(found.slice(3).map(({ by }) => by)).toEqual(['she', 'Thorne', 'she']);
  });

  it('infers nobody where three talk, or where a passage of telling comes between', () => {
    const found = said(`"Who left the door open?" asked Agnes.

"Not I," said Thorne.

"Nor I," said Bell.

"Then who?"

The wind had gone round to the north in the night, and by noon the whole of the harbour was white with it.

"Shut it now."

"Why me?"`);
    expect(found.slice(3).map(({ by }) => by)).toEqual([null, null, null]);
  });

  it('gives quoted words further on in a paragraph to its speaker, but no name for a thing', () => {
    const found = said(`${LEAD}

"A wall can be legal and still be wrong," Oren Pike said. That is a long way from "something that the whole town can live with".

"We have waited far too long for this wall," Marta Quill said. The so-called "sea wall" is a dam.`);
    expect(found.map(({ by }) => by)).toEqual(['Oren Pike', 'Oren Pike', 'Marta Quill', null]);
  });

  it('gives terms no speaker, though somebody spoke just before', () => {
    const text = `${LEAD}

"We have waited far too long for this wall," Oren Pike said.

The so-called "sea wall" is a dam.`;
    expect(said(text).at(-1)).toMatchObject({ by: null });
  });

  it("does not carry a speaker over a heading or over the writer's own paragraph", () => {
    const text = `${LEAD}

"We have waited far too long for this wall," Oren Pike said.

The town lies at the mouth of the river Linde and has eleven thousand inhabitants.

"No wall holds forever against the sea, whatever it is made of and whoever pays for it."`;
    expect(said(text).at(-1)).toMatchObject({ by: null });
  });

  it('makes the label of a turn the source of its text', () => {
    const text = `Interview with the mayor

Q: When does the work begin?

MAYOR PIKE: In May. The board voted nine to one.

Q: And who pays?

MAYOR PIKE: The state pays for all of it.
`;
    const { attributions, speakers } = analyzeArticle(text, { format: 'plain' });
    const turns = attributions.filter(({ reason }) => reason.code === 'turn-label');
    expect(turns.map(({ source, content }) => [textOf(text, source[0]!), textOf(text, content[0]!)])).toEqual(
      [
        ['Q', 'When does the work begin?'],
        ['MAYOR PIKE', 'In May. The board voted nine to one.'],
        ['Q', 'And who pays?'],
        ['MAYOR PIKE', 'The state pays for all of it.'],
      ],
    );
    expect(turns.map(({ speaker }) => speakers[speaker!]!.name)).toEqual([null, 'PIKE', null, 'PIKE']);
  });

  it('has nothing to do in an empty text', () => {
    expect(said('')).toEqual([]);
  });
});

describe('a list under a lead-in', () => {
  const listed = (lead: string): (string | null)[] => {
    const text = `# Fens\n\n${lead}\n\n- 97% of the fen was lost;\n- the colony numbers "between 40 and 60" adults.\n`;
    const { quantities, quotations, attributions } = analyzeArticle(text, { format: 'markdown' });
    const giver = (index: number | null): string | null =>
      index === null ? null : attributions[index]!.source.map((span) => textOf(text, span)).join(' ');
    return [giver(quantities[0]!.attribution), giver(quotations[0]!.attribution)];
  };

  it.each([
    ['The copper vanished when the fen was drained. According to the trust:', 'the trust'],
    ['Its latest report found:', 'Its latest report'],
  ])('is what its source says: %s', (lead, source) => {
    expect(listed(lead)).toEqual([source, source]);
  });

  it.each(['What is known:', 'The trust lists the following losses:', 'The trust says it is late.'])(
    'is nobody’s where the lead-in gives it to nobody: %s',
    (lead) => {
      expect(listed(lead)[1]).toBeNull();
    },
  );
});

describe('a paragraph under a lead-in', () => {
  /** Who is given for the figure of each paragraph behind the first. */
  const given = (lead: string, ...paragraphs: string[]): string[] => {
    const text = `${[lead, ...paragraphs].join('\n\n')}\n`;
    const { quantities, attributions } = analyzeArticle(text, { format: 'plain' });
    return quantities.map(({ attribution }) =>
      attribution === null
        ? 'nobody'
        : attributions[attribution]!.source.map((span) => textOf(text, span)).join(' '),
    );
  };
  const [pumps, repairs] = ['About 40 percent of the pumps leaked.', 'Repairs cost 4 million euros.'];

  it.each([
    ['According to the trust:', 'the trust'],
    ['Here is what the trust found:', 'the trust'],
    ['Noor Haddad told the board:', 'Noor Haddad'],
    ['The union also points out some other figures:', 'The union'],
  ])('is what its source says, and no paragraph behind it: %s', (lead, source) => {
    expect(given(lead, pumps, repairs)).toEqual([source, 'nobody']);
  });

  it('is nobody’s where the colon is gone, where nobody is named, and where somebody else speaks', () => {
    expect(given('Noor Haddad told the board.', pumps)).toEqual(['nobody']);
    expect(given('This is what is known:', pumps)).toEqual(['nobody']);
    const other = 'Repairs cost 4 million euros, the owner said.';
    expect(given('The union also points out some other figures:', other)).toEqual(['the owner']);
  });
});

describe('a signature of a block quotation', () => {
  it.each([
    ['on its last line', '> — Dr Sunita Rao, Fenland Trust'],
    ['in a paragraph of its own', '>\n> — Dr Sunita Rao, Fenland Trust'],
    ['in italics', '>\n> — *Dr Sunita Rao, Fenland Trust*'],
  ])('says whose it is: %s', (_where, signed) => {
    const text = `# Fens\n\n> We counted 14 of them in the first hour.\n${signed}\n`;
    const { quotations, attributions } = analyzeArticle(text, { format: 'markdown' });
    expect(quotations).toHaveLength(1);
    const { source, reason } = attributions[quotations[0]!.attribution!]!;
    expect(source.map((span) => textOf(text, span))).toEqual(['Dr Sunita Rao, Fenland Trust']);
    expect(reason.code).toBe('signed');
  });
});

describe('the cues of a story', () => {
  const cues = (text: string): string[] => {
    const article = analyzeArticle(text, { format: 'plain' });
    return article.attributions.flatMap(({ cue }) => cue.map((span) => textOf(text, span)));
  };
  const STORY = `“Who is there?” Anna asked very quietly.

“Nobody,” he answered in a hoarse whisper.

“I heard you.”

“You heard the cat.”

“Did I?” she murmured, looking at the door.`;

  it('are bare verbs: how it was said is the teller’s', () => {
    expect(cues(STORY)).toEqual(expect.arrayContaining(['asked', 'answered', 'murmured']));
  });

  it('keep in a report how somebody said it', () => {
    expect(
      cues(`${LEAD}

“The river will not wait for the town of Lindale this year,” Oren Pike said dryly.`),
    ).toContain('said dryly');
  });
});

describe('whose turn follows a gesture', () => {
  const EXCHANGE = `“Are you cold?” Anna asked.

“No,” said Peter. “Are you?”

“A little.”

“Then shut the door.”
`;
  const last = (text: string): string | null => said(text).at(-1)!.by;

  it('is that of the face that told of it', () => {
    expect(
      last(`${EXCHANGE}
“I can't reach it,” Anna said.

Peter sighed.

“Give me the key, then.”`),
    ).toBe('Peter');
  });

  it('is nobody’s behind any other deed', () => {
    expect(
      last(`${EXCHANGE}
“I can't reach it,” Anna said.

Peter held out his hand.

“Give me the key, then.”`),
    ).toBeNull();
  });

  it('is the other’s behind silence', () => {
    expect(
      last(`${EXCHANGE}
“I can't reach it,” Anna said.

Peter said nothing.

“Give me the key, then.”`),
    ).toBe('Anna');
  });
});

it('hands over to the one whose reaction is announced', () => {
  const text = `# Storm\n\nHere is the reaction from the mayor, Elspeth Garvie, who has just landed:\n\n> This is a storm that can kill. Stay where you are.\n`;
  const { quotations, attributions } = analyzeArticle(text, { format: 'markdown' });
  const { source, cue } = attributions[quotations[0]!.attribution!]!;
  expect([source, cue].map(([span]) => textOf(text, span!))).toEqual([
    'the mayor, Elspeth Garvie',
    'reaction',
  ]);
});

describe('an interview without labels', () => {
  const questions = ['Why a hospital?', 'How bad were the books?', 'Would you do it again?'];
  const interview = (intro: string, answers: readonly string[]): string =>
    ['# The accountant', intro, ...questions.flatMap((question, i) => [`**${question}**`, answers[i]])].join(
      '\n\n',
    );
  const answering = (text: string): string[] =>
    analyzeArticle(text, { format: 'markdown' })
      .attributions.filter(({ reason }) => reason.code === 'interview-answer')
      .map(({ source, content }) => `${textOf(text, source[0]!)}: ${textOf(text, content[0]!)}`);
  const spoken = ['Because they asked me.', 'We owed $63 million.', 'Ask me on Friday, and I will say no.'];

  it('gives every answer to the one interviewed', () => {
    const text = interview('Ruth Amankwah runs a hospital. She talks to Dana Whitlow about debt.', spoken);
    expect(answering(text)).toEqual(spoken.map((answer) => `Ruth Amankwah: ${answer}`));
  });

  it('knows the one who talks from the one who asks', () => {
    const text = interview('Dana Whitlow meets the accountant. Ruth Amankwah spoke about debt.', spoken);
    expect(answering(text)[0]).toBe('Ruth Amankwah: Because they asked me.');
  });

  it('is none where the writer answers, or nobody is named', () => {
    const told = ['The city asked.', 'It owed $63 million.', 'That is not known.'];
    expect(answering(interview('Ruth Amankwah runs a hospital.', told))).toEqual([]);
    expect(answering(interview('A talk about debt.', spoken))).toEqual([]);
  });
});

it('goes on with the list under a report that ends in a colon', () => {
  const text = '# Plan\n\nNoor Haddad said the city had two aims:\n\n- to cut noise\n- to build 12 parks\n';
  const { quantities, attributions } = analyzeArticle(text, { format: 'markdown' });
  const parks = quantities.find(({ span }) => textOf(text, span) === '12 parks')!;
  expect(attributions[parks.attribution!]!.content.map((span) => textOf(text, span)).at(-1)).toBe(
    'to build 12 parks',
  );
});
