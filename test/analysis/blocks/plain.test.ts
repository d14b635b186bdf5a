import { describe, expect, it } from 'vitest';
import { checkBlocks, LEDE, prose, SECOND } from './check.ts';

const [lede, second] = [prose(LEDE), prose(SECOND)];

describe('plain text', () => {
  it('has a headline, a byline, a dateline, paragraphs and a credit', () => {
    checkBlocks(
      [
        '<headline>Tarn to repair its old bridge</headline>',
        '<byline>By Ada Orr, Staff Writer</byline>',
        `<dateline>TARN, Ore., Sept. 26 (UPI) —</dateline> ${lede}`,
        second,
        '<credit>Ben Sale contributed reporting from Brannock.</credit>',
      ].join('\n\n'),
    );
  });

  it.each(['\n', '\r\n', '\r'])('has one paragraph per line where lines end with %j', (eol) => {
    checkBlocks(['<headline>Tarn to repair its old bridge</headline>', lede, second].join(eol));
    checkBlocks(`\ufeff${lede}${eol}${eol}${eol}\u00a0 ${second}${eol}`);
  });

  it('joins the lines of hard-wrapped paragraphs', () => {
    checkBlocks(
      [
        '<paragraph>The council of Tarn voted on Monday to repair the old bridge over',
        'the river, and to pay for it with a new toll. The work will begin in',
        'the spring.</paragraph>',
        '',
        '<paragraph>“We have waited long enough,” the mayor said after the vote. She had',
        'asked for the repair in each of the last four years, and lost.</paragraph>',
      ].join('\n'),
    );
    checkBlocks(
      [
        '<paragraph>The council of Tarn voted on Monday to repair the old bridge over\r',
        'the river, and to pay for it with a new toll. The work will begin.</paragraph>\r',
        '  <paragraph>A paragraph set off by its indentation goes on for as long as the\r',
        'one before it, and ends here.</paragraph>',
      ].join('\n'),
    );
  });

  it('joins a line broken in mid-sentence', () => {
    checkBlocks(
      `<paragraph>The council of Tarn voted on Monday to repair the bridge\nand to pay for it with a toll.</paragraph>\n${second}`,
    );
  });

  it('keeps short lines apart', () => {
    checkBlocks(
      '<paragraph>Ayes: 5.</paragraph>\n<paragraph>Noes: 4.</paragraph>\n<paragraph>The motion carried.</paragraph>',
    );
  });

  it.each(['', ' ', '\n\n', '\ufeff', '\u00a0\r\n\t'])('has no block in %j', (text) => {
    checkBlocks(text);
  });

  it('has list items, quoted lines and headings', () => {
    checkBlocks(
      [
        lede,
        '<heading>What happens next</heading>',
        second,
        '• <list-item>The toll booths open in June.</list-item>\n- <list-item>The bridge closes in July.</list-item>\n1. <list-item>Traffic is sent through Brannock.</list-item>',
        '> <block-quote>We will hear everyone who lives by the bridge, said the note.</block-quote>',
        '<heading>9:05 p.m.</heading>',
        second,
      ].join('\n\n'),
    );
  });

  it('takes metadata in front of the text off it', () => {
    checkBlocks(` <front-matter>date 2024-07-24</front-matter> ${lede}\n\n${second}`);
    checkBlocks(`<front-matter>---\ntitle: Bridge\ndate: 2024-07-24\n---</front-matter>\n${lede}`);
    checkBlocks(
      `<headline>Tarn to repair its old bridge</headline>\n<front-matter>Published 10:04 AM EDT, Tue July 24, 2024</front-matter>\n\n${lede}`,
    );
  });

  it('leaves prose that begins like metadata alone', () => {
    checkBlocks(
      prose('Date night is back in Tarn, where three restaurants opened in a single week of May.', SECOND),
    );
    checkBlocks(`<furniture>---</furniture>\n\n${lede}\n\n<furniture>---</furniture>`);
  });
});

describe('headlines', () => {
  it.each([
    'Tarn to repair its old bridge',
    'Mayor says she ‘never’ asked for a toll',
    'Orr: Bridge Must Stay Open.',
    'Poll finds voters split over bridge toll.',
    'Who will pay for the bridge?',
    'U.S. pays half of Gov. Hale’s bridge',
  ])('stand first: %s', (headline) => {
    checkBlocks(`<headline>${headline}</headline>\n\n${lede}\n\n${second}`);
  });

  it.each([
    'The mayor of Tarn resigned on Tuesday.',
    'She had seen it coming. Nobody else had.',
    'It was the coldest night of the year.',
    '“We are not going to close the bridge,” the mayor said.',
    'There are five bridges,',
  ])('are not made of the first sentence of an article: %s', (opening) => {
    checkBlocks(prose(opening, LEDE, SECOND));
  });

  it('need text below them', () => {
    checkBlocks('<paragraph>A line of notes without a full stop</paragraph>');
  });

  it('follow the furniture above them', () => {
    checkBlocks(
      `<furniture>Stay Updated on Local News</furniture>\n\n<headline>Tarn to repair its bridge</headline>\n\n${lede}`,
    );
  });
});

describe('datelines', () => {
  it.each([
    'TARN —',
    'TARN, Ore. --',
    'TARN, N.J. -',
    'NEW TARN (AP) —',
    'TARN, Ore., Sept. 26 (UPI) —',
    'Tarn (Reuters) -',
    'Washington(CNN)',
    'TARN, July 24 /PRNewswire/ --',
    'TARN, Calif. – May 6 –',
    'Tarn, 24 July –',
    '(Reuters) -',
    'Tarn (WXYZ) —',
    'Tarn (Gazette) -',
    '**TARN** —',
  ])('open the first paragraph: %s', (dateline) => {
    checkBlocks(`<dateline>${dateline}</dateline> ${lede}\n\n${second}`);
  });

  it('may end in a colon where the article begins, and nowhere else', () => {
    const long = prose(
      `${LEDE} It did so against the advice of its own engineer, who had warned of the cost.`,
    );
    checkBlocks(`<dateline>NEW TARN:</dateline> ${long}\n\n${second}`);
    checkBlocks(
      `${lede}\n\n${prose('NEW TARN: The council of Tarn has voted to repair the old bridge over the river.')}`,
    );
  });

  it.each([
    'EXCLUSIVE — The council of Tarn has voted to repair the old bridge over the river.',
    'WHAT HAPPENED - The council of Tarn has voted to repair the old bridge over the river.',
    'Ada Orr (D-Tarn) — who has led the council for ten years — voted for the bridge on Monday.',
    'Tarn — a town of bridges — has voted to repair the oldest of them in the spring.',
    'FAREWELL—To the bridge of Tarn, which has been closed to all traffic since Monday.',
  ])('are not seen in prose: %s', (text) => {
    checkBlocks(prose(text, SECOND));
  });
});

describe('page furniture', () => {
  it.each([
    'READ MORE: Why the bridge of Tarn was closed — Reports',
    'Related: Five bridges that need repair',
    'Watch: The mayor crosses the bridge',
    'Advertisement',
    'Story continues below advertisement',
    'Outbrain',
    'Taboola',
    'Share Tweet Email',
    'Facebook | Twitter | WhatsApp | Email',
    'Sign up for our morning newsletter',
    'Stay updated with alerts on your phone',
    'Follow Ada Orr on Twitter @adaorr',
    '© 2024 The Tarn Gazette. All rights reserved.',
    '© AP Photo / Ada Orr Five Bridges Closed After Storm in Tarn - Reports',
    'https://tarn.example/bridge',
    '@tarngazette',
    '___',
    '* * *',
    '.image-wrap { float: left; }',
  ])('is told from the text: %s', (line) => {
    checkBlocks([lede, `<furniture>${line}</furniture>`, second].join('\n\n'));
  });

  it.each([
    'Related charges against the two men were dropped in May.',
    'Sign up for a shot at your pharmacy, the county’s health officer said on Monday.',
    'More than 400 people crossed the bridge on its last day.',
    'Watch the river long enough and it will teach you, the ferryman said.',
    'Share prices fell after the vote in Tarn, and rose again by noon.',
    'Follow the money, the auditor told the council.',
    'By clicking of tongues and shaking of heads the crowd showed “what it thought.”',
    'Advertisement revenue fell by half at the paper last year.',
    'Search teams found the boat at dawn.',
    'Comments by the mayor drew laughter.',
  ])('is not seen in prose: %s', (line) => {
    checkBlocks(prose(LEDE, line, SECOND));
  });
});

describe('captions and credits', () => {
  it.each([
    '© AP Photo / Ada Orr The bridge of Tarn, seen from the harbor on Monday.',
    'The bridge of Tarn, seen on Monday. (Ada Orr/Tarn Gazette via AP)',
    'A man crosses the bridge. (Photo by Ada Orr/Getty Images)',
    'FILE - The bridge of Tarn in an undated picture.',
  ])('has captions: %s', (caption) => {
    checkBlocks([lede, `<caption>${caption}</caption>`, second].join('\n\n'));
  });

  it.each([
    'Ada Orr via Getty Images',
    'Ada Orr / Reuters.',
    'Photo: Ada Orr',
    'Image credit: Ada Orr / Tarn Gazette',
    '© Ada Orr',
    'Reporting by Ada Orr and Ben Sale; Editing by Ruth Hale',
    '(Reporting by Ada Orr in Tarn; Additional reporting by Ben Sale; Editing by Ruth Hale.)',
    'Ada Orr contributed reporting.',
    'CTN’s Ada Orr contributed to this report.',
    'The Associated Press contributed to this story.',
    'Contributing: Ada Orr, Ben Sale',
    'Orr reported from Tarn, Ore.; Sale from Brannock.',
    'Translated by Ada Orr.',
  ])('has credits: %s', (credit) => {
    checkBlocks([lede, second, `<credit>${credit}</credit>`].join('\n\n'));
  });

  it.each([
    'Reporting by the state auditor shows that the toll was never lawful.',
    'Attendees, including Mr. Orr and Ms. Hale, contributed $2,700 each.',
    'Orr reported from the bridge that traffic was moving again, and that nobody was hurt.',
    'Photographs of the bridge were shown to the council.',
    'By Monday morning the bridge was open again.',
    'By 2030 the bridge will be paid for.',
  ])('sees none in prose: %s', (line) => {
    checkBlocks(prose(LEDE, SECOND, line));
  });
});

describe('transcripts', () => {
  it('have turns with the speaker’s label', () => {
    const blocks = checkBlocks(
      [
        '<headline>Briefing on the bridge of Tarn</headline>',
        '<turn>SECRETARY HALE: Good afternoon. The bridge is closed, and it will stay closed until the spring of next year.</turn>',
        '<turn>Q: Who pays for it?</turn>',
        '<turn>SECRETARY HALE: The state does.</turn>',
        '<turn>MR. McORR (through an interpreter): We are grateful.</turn>',
        '<turn>Q. For what?</turn>',
      ].join('\n\n'),
    );
    expect(blocks.flatMap(({ label }) => (label ? [label.end - label.start] : []))).toEqual(
      ['SECRETARY HALE', 'Q', 'SECRETARY HALE', 'MR. McORR (through an interpreter)', 'Q'].map(
        (label) => label.length,
      ),
    );
  });

  it('name people in small letters, too, when one speaks again', () => {
    checkBlocks(
      [
        '<turn>Ada Orr: Is the bridge safe to cross?</turn>',
        '<turn>Ben Sale: It is not.</turn>',
        '<turn>Ada Orr: Since when?</turn>',
        '<turn>Ben Sale: Since the storm.</turn>',
      ].join('\n'),
    );
    checkBlocks(
      '<turn>**Ada Orr:** Is it safe?</turn>\n\n<turn>**Ben Sale:** It is not.</turn>\n\n<turn>**Ada Orr:** Since when?</turn>',
      'markdown',
    );
  });

  it('continue a turn in paragraphs without a label', () => {
    checkBlocks(
      '<turn>Q: Is it safe?</turn>\n\n<turn>A: It is not.</turn>\n\n<turn>It has not been since the storm in March.</turn>\n\n<turn>Q: Thank you.</turn>',
    );
  });

  it('have forms of address, constituencies and times in a parliament', () => {
    checkBlocks(
      [
        '<turn>Mr SPEAKER: Order.</turn>',
        '<turn>Ms ADA ORR (Tarn North) (14:02): Is the bridge safe to cross?</turn>',
        '<turn>The Hon. BEN SALE (Minister for Ports) (14:03): It is not.</turn>',
        '<turn>Ms ADA ORR: Since when?</turn>',
      ].join('\n'),
    );
  });

  it.each([
    'UPDATE: The bridge has been closed since Monday.',
    'Correction: The bridge was closed on Monday.',
    'The mayor had one answer: No.',
  ])('are not made of a single colon: %s', (line) => {
    checkBlocks(prose(LEDE, line, SECOND));
  });
});
