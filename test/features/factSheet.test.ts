import { expect, it } from 'vitest';
import { factSheet } from '../../server/src/features/factSheet.ts';
import { formatFactSheet } from '../../server/src/features/factSheetFormats.ts';
import { sayInEnglish } from '../../server/src/text/say.ts';
import { newsroom } from '../support/newsroom.ts';

const { context } = newsroom(
  'The ferry terminal in Northby will cost $4.2 million, the council said.\n\nMarta Veld said: “I would vote for the ' +
    'harbour plan as it stands today.”\n',
  {
    'sources/minutes.txt':
      'The council met in May.\n\nThe council heard that the ferry terminal in Northby will cost $2.4 million.\n',
    'sources/interview.txt': 'VELD: I would not vote for the harbour plan as it stands today.\n',
  },
  { annotate: [{ words: 'I would vote', verdict: 'disputed', note: 'heard on tape' }] },
);

it('names the document that a warning is about, where the row does not', () => {
  const [figure, quotation] = factSheet(context).rows;
  expect(figure).toMatchObject({ passage: '$4.2 million', source: null });
  expect(figure!.warnings).toEqual([expect.stringMatching(/2\.4 million.*\(minutes\.txt, line 3\)$/)]);
  expect(quotation!.source).toBe('interview.txt, line 1');
  expect(quotation!.warnings).toHaveLength(1);
  expect(quotation!.warnings[0]).not.toContain('interview.txt');
});

it('as a page is narrow: kind, comparison and note stand below what they belong to', () => {
  const page = formatFactSheet(factSheet(context), 'html', sayInEnglish);
  const headings = [...page.matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, heading]) => heading);
  expect(headings.map((heading) => heading!.replace(/<.*?>/g, ''))).toEqual([
    '¶',
    'Line',
    'Passage',
    'Who says so',
    'Source',
    'Verdict',
    'Warnings',
  ]);
  const rows = page.split('<tr>').slice(2);
  for (const row of rows) expect(row.match(/<t[hd] /g)).toHaveLength(headings.length);
  expect(rows[0]).toMatch(/\$4\.2 million<small>claim<\/small>/);
  expect(rows[1]).toMatch(/disputed<small>heard on tape<\/small>/);
  expect(rows[1]).toMatch(/interview\.txt, line 1<small>altered<\/small>/);
  // Where there is nothing to say, no empty line.
  expect(page).not.toContain('<small></small>');
});
