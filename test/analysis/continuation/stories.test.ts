/** What a report is in a story, and that the same words in a newspaper stay as they were. */
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../../server/src/analysis/analyze.ts';
import { textOf } from '../../../server/src/text/span.ts';

/** An exchange that shows a story, behind the paragraphs to be read. */
const TALK = `

"Hush," whispered Ottilie.

"Why?" sighed Corwin.

"Somebody is there," she murmured.

"Nobody is there!" cried Corwin.`;

/** Paragraphs of a report around the one to be read. */
const NEWS = ['The harbor board of Lindale approved a new sea wall on Monday after a long debate.', ''];

/** The attributions that say words in marks, as `source / cue / content`. */
function said(text: string, within: number): string[] {
  const { attributions, quotations } = analyzeArticle(text, { format: 'plain' });
  const words = (spans: readonly { start: number; end: number }[]): string =>
    spans.map((span) => textOf(text, span)).join(' … ');
  return attributions
    .filter((_, index) => quotations.some(({ attribution }) => attribution === index))
    .filter(({ content }) => content[0]!.start < within)
    .map(({ source, cue, content }) => `${words(source)} / ${words(cue)} / ${words(content)}`);
}

const inStory = (text: string): string[] => said(text + TALK, text.length);
const inNews = (text: string): string[] => said([NEWS[0], text].join('\n\n'), Number.POSITIVE_INFINITY);

describe('a report of a story', () => {
  it.each([
    [
      'keeps nothing of how it was said in its source',
      '"We call it the Long Pond," replied Ottilie with great composure.',
      ['Ottilie / replied / "We call it the Long Pond,"'],
    ],
    [
      'leaves the relative clause to the teller',
      '"I have the keys," said the girl, who had come in by the garden.',
      ['the girl / said / "I have the keys,"'],
    ],
    [
      'leaves what the speaker does meanwhile to the teller',
      '"Oh," said Miss Tarrant, hushing Corwin, who was about to sneeze.',
      ['Miss Tarrant / said / "Oh,"'],
    ],
    [
      'has the whole of a quotation, however many sentences it holds',
      '"It is cold," said Ottilie, "and late. Besides, the boat is gone. Come in."',
      ['Ottilie / said / "It is cold," … "and late. Besides, the boat is gone. Come in."'],
    ],
    [
      'takes the last of several verbs before the words',
      'Corwin paused a moment, and then added with some heat, "Is it because I am poor?"',
      ['Corwin / added / "Is it because I am poor?"'],
    ],
    [
      'gives a participle the subject of its sentence',
      '"Why not?" said Ottilie. And she turned to the window, saying, "Look at the snow!"',
      ['Ottilie / said / "Why not?"', 'she / saying / "Look at the snow!"'],
    ],
    [
      'passes over the subject of a clause beside it',
      'So Ottilie put on a smile when he spoke to her, and then said: "A boat? What a pretty boat!"',
      ['Ottilie / said / "A boat? What a pretty boat!"'],
    ],
    [
      'is not told apart by what the speaker feels',
      '"I do not think him proud," said Ottilie, her conscience opposing such a thought; "at least, not very."',
      ['Ottilie / said / "I do not think him proud," … "at least, not very."'],
    ],
    [
      'has no cue where a deed follows whole sentences',
      '"How glad I am! The name of the house is Fernside." Corwin bowed.',
      ['Corwin /  / "How glad I am! The name of the house is Fernside."'],
    ],
    [
      'keeps what goes on behind its cue without a capital',
      '"Is she much grown since the spring?" said Ottilie; "will she be as tall as I am?"',
      ['Ottilie / said / "Is she much grown since the spring?" … "will she be as tall as I am?"'],
    ],
    [
      'has no cue where a deed leads on to words of its own sentence',
      'Corwin saw his chance. "Everything may be mended."',
      ['Corwin /  / "Everything may be mended."'],
    ],
    [
      'holds a single word right behind its verb',
      'Ottilie said "Rather" to him, and went on with her sewing.',
      ['Ottilie / said / "Rather"'],
    ],
    [
      'takes the noun phrase behind the verb, whatever it begins with',
      '"A couple of eels," replied that young lady.',
      ['that young lady / replied / "A couple of eels,"'],
    ],
    [
      'leaves out what leads up to its verb and how it was said',
      'She felt rich enough to add light-heartedly: "Oh, did I show you my ring?"',
      ['She / add / "Oh, did I show you my ring?"'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(inStory(text)).toEqual(expected);
  });

  it('is handed over by a paragraph that ends in a dash or a comma', () => {
    const dash = 'Corwin looked at her for a while, and then said abruptly--\n\n"You have bewitched me."';
    const comma = 'For a while she was silent; but at last Ottilie thought it best to say,\n\n"I was wrong."';
    expect(inStory(dash)).toEqual(['Corwin / said / "You have bewitched me."']);
    expect(inStory(comma)).toEqual(['Ottilie / say / "I was wrong."']);
  });

  it('is not handed over by a paragraph that breaks off without a verb of saying', () => {
    expect(inStory('Corwin walked to the edge of the pond, and then--\n\n"Stop where you are."')).not.toEqual(
      [expect.stringContaining('Corwin / walked')],
    );
  });

  it('gives nobody for a passive', () => {
    expect(inStory('"I shall never see Fernside again," was said in a sorrowful tone.')).toEqual([
      ' / was said / "I shall never see Fernside again,"',
    ]);
  });

  it('gives two quotations side by side to two', () => {
    expect(inStory('"The first room that is free--" "You must have it," said Miss Tarrant.').at(-1)).toBe(
      'Miss Tarrant / said / "You must have it,"',
    );
  });

  it('knows an old adverb from a name', () => {
    const { speakers } = analyzeArticle(`"I knew that you would ask!" Whereupon Corwin laughed.${TALK}`, {
      format: 'plain',
    });
    expect(speakers.map(({ name }) => name)).not.toContain('Whereupon');
  });
});

describe('a report of a newspaper', () => {
  it('keeps who the speaker is and how it was said', () => {
    expect(
      inNews('"The wall will not be built this year," said Oren Pike, who has led the board since May.'),
    ).toEqual([
      'Oren Pike, who has led the board since May / said / "The wall will not be built this year,"',
    ]);
  });

  it('keeps the words without marks beside those in marks', () => {
    const [report] = inNews('Oren Pike said the wall was late because of "a very wet winter" in the hills.');
    expect(report).toContain('the wall was late because of "a very wet winter" in the hills');
  });
});

/** Who says each quotation of a story. */
function voices(text: string): (string | null)[] {
  const { quotations, attributions, speakers } = analyzeArticle(text + TALK, { format: 'plain' });
  return quotations
    .filter(({ span }) => span.end <= text.length)
    .map(({ attribution }) => {
      const given = attribution === null ? null : attributions[attribution]!;
      const speaker = given?.speaker ?? null;
      const source = given?.source.map((span) => textOf(text + TALK, span)).join(' ') ?? null;
      return speaker === null ? source : (speakers[speaker]!.name ?? source);
    });
}

describe('who speaks in a story', () => {
  it('is not somebody who shares a surname with whom the words speak to', () => {
    const spoken = voices(`Mr. Tarrant was away. Ottilie sat by the fire, and Hester stood at the window.

"Will you read it?" cried Hester.

"It is a very good letter," replied Ottilie.

"But what shall I say? Dear Miss Tarrant, do advise me."

"Nothing at all."`);
    expect(spoken).toEqual(['Hester', 'Ottilie', 'Hester', 'Ottilie']);
  });

  it('is whoever the telling names so, with or without a form of address', () => {
    const spoken = voices(`Ottilie, Hester and Mr. Tarrant sat by the fire.

"Was it you?" asked Hester.

"It was not," said Ottilie. "Tell her, Mr. Tarrant."

"I saw nobody."`);
    expect(spoken.at(-1)).toBe('Tarrant');
  });

  it('is not a general who is named only later', () => {
    const [first] = voices(`"You will be paid on Monday," retorted the General.

I recommended him to read the memoirs of General Sabin.`);
    expect(first).toBe('the General');
  });
});
