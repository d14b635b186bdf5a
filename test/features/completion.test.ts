import { describe, expect, it } from 'vitest';
import { completionsAt } from '../../server/src/features/completion.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { newsroom } from '../support/newsroom.ts';

const SOURCES = { 'hearing.txt': 'Anna Veld spoke.\n', 'notes/a b.txt': 'Nothing.\n' };

function complete(draft: string): { labels: string[]; first: string | undefined } {
  const { context, caret, text } = newsroom(draft, SOURCES);
  const items = completionsAt(context, caret);
  return { labels: items.map(({ label }) => label), first: items[0] && applyEdits(text, [items[0]]) };
}

describe('completion', () => {
  it('offers the articles of the workspace in a source mark', () => {
    expect(complete('It rained. [source: <|>').labels).toEqual(['hearing.txt', 'notes/a%20b.txt']);
    expect(complete('It rained. [source: hea<|>').first).toBe('It rained. [source: hearing.txt');
  });

  it('offers marks in a bracket that was just opened', () => {
    expect(complete('It rained. [<|>').labels).toEqual(['[source:]', '[CQ]', '[TK]']);
    expect(complete('It rained. [c<|>').first).toBe('It rained. [CQ]');
    // Editors close brackets by themselves.
    expect(complete('It rained. [T<|>] And how.').first).toBe('It rained. [TK] And how.');
    expect(complete('It rained. [s<|>]').first).toBe('It rained. [source: ]');
  });

  it('offers the footnotes of the article, with what they say', () => {
    const notes = '\n\n[^minutes]: ../minutes.txt\n[^m2]: As she said in May.\n';
    const { context, caret, text } = newsroom(`It rained.[^mi<|>]${notes}`, SOURCES, { format: 'markdown' });
    const items = completionsAt(context, caret);
    expect(items.map(({ label, detail }) => [label, detail])).toEqual([['[^minutes]', '../minutes.txt']]);
    expect(applyEdits(text, [items[0]!])).toBe(`It rained.[^minutes]${notes}`);
    expect(complete(`It rained.[^m<|>${notes}`).labels).toEqual([]);
  });

  it('offers the headings of the document behind its name', () => {
    const { context, caret, text } = newsroom('It rained. [source: notes.md#<|>', {
      'notes.md': '# Notes\n\n## On the Ice, in May\n\nThin.\n',
    });
    const items = completionsAt(context, caret);
    expect(items.map(({ label }) => label)).toEqual(['Notes', 'On the Ice, in May']);
    expect(applyEdits(text, [items[1]!])).toBe('It rained. [source: notes.md#on%2Dthe%2Dice%2Din%2Dmay');
    expect(complete('It rained. [source: nowhere.md#<|>').labels).toEqual([]);
  });

  it('offers the speakers of the article by any part of their name', () => {
    const said = 'Marta Veld said it was late.\n\n';
    expect(complete(`${said}Later Mar<|>`).first).toBe(`${said}Later Marta Veld`);
    expect(complete(`${said}Later V<|>`).first).toBe(`${said}Later Marta Veld`);
  });

  it('offers whoever was named last before the others', () => {
    const said = 'Marta Veld said it was late. Peter Voss said it was early.\n\n';
    expect(complete(`${said}Later V<|>`).labels).toEqual(['Peter Voss', 'Marta Veld']);
    expect(complete(`${said}“It rained,” Veld said.\n\nLater V<|>`).labels).toEqual([
      'Marta Veld',
      'Peter Voss',
    ]);
  });

  it.each([
    '<|>',
    'Marta Veld said it was late.\n\nLater mar<|>',
    'It rained [CQ<|>',
    'Q<|>',
    'See [the<|>',
    '“We [<|>] stay,” Marta Veld said.',
  ])('is silent at %j', (draft) => {
    expect(complete(draft).labels).toEqual([]);
  });
});
