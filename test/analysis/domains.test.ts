import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import type { Article } from '../../server/src/analysis/facts.ts';
import { textOf } from '../../server/src/text/span.ts';

/** An article of `test/articles/domains`: stories, transcripts and the copy of other countries' papers. */
function read(name: string, format: 'plain' | 'markdown' = 'plain'): Article {
  const url = new URL(`../articles/domains/${name}.${format === 'plain' ? 'txt' : 'md'}`, import.meta.url);
  return analyzeArticle(readFileSync(url, 'utf8'), { format });
}

/** Who the source that is written so is resolved to. */
function whoIs(article: Article, source: string): string {
  const { text, attributions } = article;
  const index = attributions.findIndex(
    (attribution) => attribution.source.map((span) => textOf(text, span)).join(' … ') === source,
  );
  return index < 0 ? 'no such source' : who(article, index);
}

/** Who an attribution is resolved to: a name, else the source as written, else `nobody`. */
function who({ text, attributions, speakers }: Article, index: number | null): string {
  const attribution = index === null ? undefined : attributions[index];
  if (attribution === undefined || attribution.source.length === 0) return 'nobody';
  const name = attribution.speaker === null ? null : speakers[attribution.speaker]!.name;
  return name ?? attribution.source.map((span) => textOf(text, span)).join(' … ');
}

/** Every whole quotation by its first words, and whose it is. */
function voices(article: Article): string[] {
  return article.quotations
    .filter(({ parent, kind }) => parent === null && kind !== 'partial')
    .map(({ inner, attribution }) => {
      const words = textOf(article.text, inner).split(/\s+/).slice(0, 3).join(' ');
      return `${words} | ${who(article, attribution)}`;
    });
}

/** The claims whose words are asked for, and who gives them. */
function givers(article: Article, figures: readonly string[]): string[] {
  return figures.map((figure) => {
    const claim = article.quantities.find(
      ({ span, exempt }) => exempt === null && textOf(article.text, span) === figure,
    );
    return `${figure} | ${claim === undefined ? 'no claim' : who(article, claim.attribution)}`;
  });
}

/** Expects the lines `figure | who`. */
function expectGivers(article: Article, lines: readonly string[]): void {
  expect(
    givers(
      article,
      lines.map((line) => line.split(' | ')[0]!),
    ),
  ).toEqual(lines);
}

describe('a story', () => {
  it('tells a mother from the daughter of the same name, by turns, gestures and who is spoken to', () => {
    expect(voices(read('story-coal'))).toEqual([
      'You might have | Mrs. Pelham',
      'I might, | Tobias',
      "But there's no | Tobias",
      'No coal! And | Mrs. Pelham',
      'Mine, I suppose. | Tobias',
      'You suppose! | Mrs. Pelham',
      'My poor brother | Mrs. Pelham',
      'Where are you | Mrs. Pelham',
      'To see Mr. | Tobias',
      'In this weather? | Mrs. Pelham',
      'Sit down, child, | Mrs. Pelham',
      'Lydia shall do | Lydia Pelham',
      'The mare is | Lydia Pelham',
      'Since when? | Mrs. Pelham',
      'Since Tobias rode | Lydia Pelham',
      'Look! | his aunt',
      'Eleven pounds, Mr. | his aunt',
      'Twelve, | Lydia Pelham',
      "It hadn't a | Tobias",
      'It had a | Tobias',
      'A cold, | she',
      'Oh, you are | she',
      'I beg your | Averill',
      'I was passing, | Averill',
      'Who told you | Mrs. Pelham',
      "Why, nobody, ma'am. | Averill",
      'Come in, come | the old woman',
      'Lydia, give Mr. | the old woman',
      'Nineteen shillings the | Averill',
      'It was seventeen | the old woman',
      'So it was, | Averill',
      'But the barge | Averill',
      'They do say! | Mrs. Pelham',
      'And who are | Mrs. Pelham',
      'I told you, | Lydia Pelham',
      'that we ought | Lydia Pelham',
      'You told me | Lydia Pelham',
      'She did, you | Tobias',
      'I was there. | Tobias',
    ]);
  });

  it('follows three people in single marks, and takes no glance for words', () => {
    const article = read('story-ferry');
    const said = voices(article);
    for (const line of [
      "I've been driving. | Marek",
      'From further than | Marek',
      'You stopped? | Marek',
      'And you, Jonas? | Marek',
      'They closed the | Jonas',
      'My father drove | Marek',
      'You want to | Marek',
      'Then he needed | Marek',
      "I don't know. | the boy",
      "You're very generous, | Marek",
    ])
      expect(said).toContain(line);
    const cues = article.attributions.flatMap(({ cue }) => cue.map((span) => textOf(article.text, span)));
    for (const gesture of ['shook', 'looked at', 'counted them off on']) expect(cues).not.toContain(gesture);
  });
});

describe('a story told by one who was there', () => {
  it('gives the turns between two back to them when a third has shut the door', () => {
    const said = voices(read('story-boiler'));
    for (const line of [
      'You took your | Holloway',
      'Then write it | I',
      'You write it. | Holloway',
      'Stone cold. | Holloway',
      'If you two | Adeyemi',
      'You told me | I',
      'I told you | Holloway',
      '“I’ll see to | I',
      'Everything’s dangerous, | Holloway',
      'And that, | Holloway',
    ])
      expect(said).toContain(line);
  });
});

/** The cues of the article, each once. */
function cuesOf({ text, attributions }: Article): ReadonlySet<string> {
  return new Set(attributions.flatMap(({ cue }) => cue.map((span) => textOf(text, span))));
}

describe('a chapter in lines of one width', () => {
  const article = read('story-lodgings');

  it('knows a face that leads to words from a hand that does not, and whom the telling says is spoken to', () => {
    expect(voices(article)).toEqual([
      'Is it eggs? | he',
      "It's gruel, | the girl",
      'Mrs. Garrow says | the girl',
      'Gruel! | the mate',
      'Pooh! | she',
      'I like gruel. | she',
      'I do not, | he',
      'I want my | he',
      "You can't have | she",
      'Why not? | he',
      "She's sold them, | she",
      'to the man | she',
      'Sold them! | the mate',
      'My boots! | the mate',
      "You'll catch your | Garrow",
      'Where are my | the mate',
      "On somebody's feet, | Garrow",
      'Five weeks you | Garrow',
      'I shall be | Sorley',
      'You told me | the girl',
      'Hold your tongue, | her mother',
      'And you may | she',
      'that the captain | she',
      'What did he | nobody',
    ]);
  });

  it('takes neither a ship nor a shout for a person', () => {
    const names = article.speakers.map(({ name }) => name);
    for (const name of ['Northern Star', 'Pooh', "D'you", 'Poor Mrs. Garrow'])
      expect(names).not.toContain(name);
  });

  it('has bare verbs for cues', () => {
    const cues = cuesOf(article);
    for (const cue of ['ejaculated', 'answered', 'faltered', 'pursued', 'rejoined', 'put in', 'went on'])
      expect(cues).toContain(cue);
  });
});

describe('a story told over several paragraphs', () => {
  it('keeps the teller’s turns from those of whoever opens every paragraph with a mark', () => {
    expect(voices(read('story-schooner'))).toEqual([
      'You never asked | Fennimore',
      'No, | I',
      'I supposed it | I',
      'Everybody supposes that | Fennimore',
      'It’s a great | Fennimore',
      'Yourself? | I',
      'My brother. Give | Fennimore',
      'We were off | Fennimore',
      'He had meant | Fennimore',
      'You might say | Fennimore',
      'I was wondering, | I',
      'what became of | I',
      'He is the | Fennimore',
      'and the most | Fennimore',
    ]);
  });
});

describe('transcripts', () => {
  it('know from the lines before who asks and who answers', () => {
    const article = read('interview');
    const turns = article.attributions.filter(({ cue, parent }) => cue.length === 0 && parent === null);
    const labels = turns.map((turn) => who(article, article.attributions.indexOf(turn)));
    const [asks, answers] = ['Devon Pike', 'Ines Halloran'];
    expect(labels).toEqual([asks, answers, asks, answers, asks, answers]);
    expectGivers(article, ['about 400,000 crowns a day | Ines Halloran', '70 percent | Ines Halloran']);
  });

  it('give a turn’s “I” to whoever the label names, in full', () => {
    const article = read('panel');
    expectGivers(article, [
      '400,000 crowns a day | Ines Halloran',
      'half | Oskar Brandt',
      '300,000 | Ines Halloran',
      'at least 300,000 | Ines Halloran',
      '14 percent | Oskar Brandt',
    ]);
  });
});

describe('papers of other countries', () => {
  it('reads a British council report', () => {
    const article = read('council-tax');
    expect(voices(article)).toEqual([
      'Nobody came into | Denise Hartop',
      'But we have | Denise Hartop',
      "It's the only | Jean Tolley",
      "They're talking about | Jean Tolley",
      'We found out | she',
      'We are making | A Ministry of Housing spokesperson',
      'Ask me in | Denise Hartop',
    ]);
    expectGivers(article, [
      '£87 a year | nobody',
      'more than a third | Denise Hartop',
      '£2.3m | Graham Stroud',
      "£9.8m to £21.4m | a report by the council's finance director, Mark Ebdon,",
      "£6.1m | Mr Ebdon's report",
      '22 jobs | nobody',
      '3,400 responses | Denise Hartop',
    ]);
  });

  it('reads a British court report', () => {
    const article = read('court');
    expectGivers(article, [
      'close to £90,000 | Amina Yusuf KC',
      '£260,000 | Rory Macklin',
      '£1.1m | Colin Baird',
      '612 payments | Lowick Crown Court',
    ]);
  });

  it('reads an Indian report, its crores and its dateline with a colon', () => {
    expectGivers(read('canal'), [
      '1.2 lakh hectares | officials',
      'nearly 40 per cent | R. Subbaraman',
      '6.75 per cent | R. Subbaraman',
      '62 farmers | Basavaraj Hiremath',
      '4,318 | data tabled in the Assembly in March',
      'Rs 890 crore | K.M. Patil',
      '7-11 cm | India Meteorological Department',
    ]);
  });

  it('reads a Nigerian report, its titles and its naira', () => {
    const article = read('fuel');
    expectGivers(article, [
      'N1,400 and N1,600 per litre | nobody',
      'N7,500 | Sunday Agbo',
      'N350 | Hauwa Danladi',
      '312 trucks | Terver Ikyaan',
      'over 1.2 million litres | Ngodoo Tyav',
      '48.6 million litres | The national oil company',
    ]);
  });

  it('reads an Indonesian flood, and keeps the agency to its sentence', () => {
    expectGivers(read('flood'), [
      'seven more bodies | Bambang Wirawan',
      '1.4 trillion rupiah | Rahim Sulong',
      '900 billion rupiah | The state',
      '38 per cent | Anita Pohan',
      'less than a tenth | Teguh Santosa',
      '27 companies | the ministry',
      'one in four | World Bank',
    ]);
  });

  it('reads a news agency’s business report', () => {
    const article = read('shipping');
    expectGivers(article, [
      '$610 million to $660 million | The company',
      '$794 million | Analysts polled by the company',
      '$1.94 billion | nobody',
      '2.5x | Anders Voll',
      'about $85 million | Ines Prado',
      '9% | exchange data',
    ]);
    expect(voices(article)).toContain('The market has | Kari Lund');
    expect(article.speakers.map(({ name }) => name)).not.toContain('Volumes');
  });
});

describe('other genres', () => {
  it('reads an agency’s first report, and keeps an unnamed official apart from the prime minister', () => {
    const article = read('ferry-wire');
    expect(voices(article)).toEqual([
      'The waves were | Litia Moce',
      'My brother pushed | Litia Moce',
      'Tonight, | Api Ratunabola',
      'there is not | Api Ratunabola',
      'Our hearts are | Hemi Walker',
    ]);
    expectGivers(article, [
      'At least 37 people | officials',
      'about 14 kilometers | Joseph Tavua',
      '74 dead | nobody',
    ]);
    const reported = article.attributions.map((_, index) => who(article, index));
    expect(reported).toContain('Kharu Times');
    expect(
      reported.filter((name) => name.startsWith('The official, who spoke on condition of anonymity')),
    ).toHaveLength(1);
  });

  it('knows a widow by her husband’s surname, and nobody called Cross-examined', () => {
    const article = read('yacht-trial');
    const said = voices(article);
    for (const line of [
      'He was the | Vyvyan',
      'He rang me | Vyvyan',
      'This was a | Adaeze Nwosu KC',
      'How much? | Piers Lockyer KC',
      'I did not | Gareth Penhale',
      'on the evidence | Rosalind Tremayne',
    ])
      expect(said).toContain(line);
    expect(article.speakers.map(({ name }) => name)).not.toContain('Cross-examined');
    expect(givers(article, ['16', '1861'])).toEqual(['16 | no claim', '1861 | no claim']);
  });

  it('reads a parliament’s report, its forms of address and times in the labels', () => {
    const article = read('debate');
    const turns = article.attributions.filter(({ cue, parent }) => cue.length === 0 && parent === null);
    expect(turns.map((turn) => who(article, article.attributions.indexOf(turn)))).toEqual([
      'SPEAKER',
      'LEILANI BROUGHTON',
      'GARTH PELLEW',
      'The SPEAKER',
      'GARTH PELLEW',
      'LEILANI BROUGHTON',
      'GARTH PELLEW',
    ]);
    const quoted = article.quotations.map(({ inner, attribution }) => {
      const words = textOf(article.text, inner).split(' ').slice(0, 3).join(' ');
      return `${words} | ${who(article, attribution)}`;
    });
    expect(quoted).toContain('not one cent | the Treasurer');
    expect(quoted).toContain('the condition of | The same report, at page 43,');
    expectGivers(article, ['38 per cent | LEILANI BROUGHTON', '260 | GARTH PELLEW']);
  });

  it('reads a piece of history: a subject behind its verb, a name inside a quotation, the title of a study', () => {
    const article = read('paraffin');
    const said = article.quotations.map(({ inner, attribution, role }) => {
      const words = textOf(article.text, inner).split(' ').slice(0, 3).join(' ');
      return `${words} | ${role === 'title' ? 'title' : who(article, attribution)}`;
    });
    for (const line of [
      'the sky over | Enid Marsh',
      'a want of | Aubrey Flint KC',
      'A River in | title',
      'Here is a | Rajiv Sethi',
      'within the fortnight | Horace Dunning',
      'And who, pray, | Ffion Rees',
    ])
      expect(said).toContain(line);
  });

  it('keeps a subject with its asides, and the clause of a report to its end', () => {
    const article = read('dry-cleaning');
    const sources = article.attributions.flatMap(({ source }) =>
      source.map((span) => textOf(article.text, span)),
    );
    expect(sources).toContain(
      'Three officials briefed on the talks, who were granted anonymity to describe private conversations',
    );
    expectGivers(article, [
      '57 percent | Hollander University poll',
      '$1,742.60 | Boyle’s office',
      '23-19 | nobody',
    ]);
  });
});

describe('copy of other desks', () => {
  it('knows the pump maker and the union of a business wire, and where a reason ends', () => {
    const article = read('earnings');
    expectGivers(article, [
      '11 percent | nobody',
      '$3.10 to $3.25 per share | Calder Pumps Inc',
      '$3.60 to $3.80 | Calder Pumps Inc',
      'about $45 million | Marlene Stroud',
      '9 percent | Dev Rao',
      '$1.2 billion | Larkin & Co',
    ]);
    expect(whoIs(article, "The company's largest union, the United Metal Workers,")).toBe(
      'United Metal Workers',
    );
    expect(voices(article)).toContain('The guide-down was | Joan Abbey');
  });

  it('keeps a nameless official of an agency report apart from the minister', () => {
    const article = read('flood-relief');
    expect(voices(article)).toEqual([
      'Not a single | Sunita Devi',
      'They slept for | Vinod Thakur',
      'The pressure was | the official',
    ]);
    expectGivers(article, [
      '38 | officials',
      '214 relief camps | R K Mishra',
      'Rs 210 crore | Vinod Thakur',
      '312 mm | India Meteorological Department',
    ]);
  });

  it('tells striker, coach and manager of a match apart', () => {
    const article = read('late-header');
    expect(voices(article)).toEqual([
      'At half-time I | Colm Brady',
      'And they won | Colm Brady',
      "I don't even | Okonjo",
      'I just heard | Okonjo',
      'We had 19 | Rita Vogel',
      'I read that | Rita Vogel',
      "We'll go to | Colm Brady",
    ]);
    expect(whoIs(article, 'the league')).toBe('the league');
  });

  it('reads the answers of an interview under bold questions, and who “I” is in them', () => {
    const article = read('hospital-interview', 'markdown');
    expectGivers(article, [
      '14 people | Ruth Amankwah',
      '$63 million | Ruth Amankwah',
      '120 posts | Ruth Amankwah',
      'Thirty-one people | Ruth Amankwah',
    ]);
    expect(voices(article)).toContain('Whose? | Ruth Amankwah');
    expect(whoIs(article, 'The union')).toBe('The union');
  });

  it('finds the second voice in a paragraph of British marks, and nobody in the passive', () => {
    const article = read('class-sizes');
    expect(voices(article)).toEqual([
      'The published data | Anthony Peel',
      'We would expect | Anthony Peel',
      'She was told, | Dunmore',
      "Harriet doesn't do | the aide",
      'When a teacher | A source close to the minister',
      "You can't cut | Moira Tennant",
    ]);
    expect(whoIs(article, 'The schools minister, Harriet Loxley,')).toBe('no such source');
    expect(whoIs(article, 'It')).toBe('no such source');
    expect(whoIs(article, 'The union')).toBe('The union');
  });
});
