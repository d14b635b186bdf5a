/** What the TextMate grammar colours in plain text, by VS Code's own tokenizer. Markdown: see test/host. */
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { coloured as colouredBy, loadGrammar } from './tokenizer.ts';

let grammar: IGrammar;

beforeAll(async () => {
  grammar = await loadGrammar('text.plain', resolve('.'));
});

const coloured = (scope: string, text: string) => colouredBy(grammar, scope, text);
const quotations = (text: string) => coloured('string.quoted', text);

describe('quotations', () => {
  it.each([
    ['curly', 'Reyes nodded. “We open on Monday,” she said.', ['“We open on Monday,”']],
    ['straight', 'Reyes nodded. "We open on Monday," she said.', ['"We open on Monday,"']],
    ['guillemets', 'Reyes nodded. « We open on Monday », she said.', ['« We open on Monday »']],
    ['German', 'Reyes nodded. „We open on Monday“, she said.', ['„We open on Monday“']],
    ['single', 'Reyes called it ‘a long wait’ on Monday.', ['‘a long wait’']],
    ['single, straight', "Reyes called it 'a long wait' on Monday.", ["'a long wait'"]],
    ['single with an apostrophe inside', "The sign read 'we don't wait' in red.", ["'we don't wait'"]],
    ['two in a sentence', '“Yes,” he said, “we do.”', ['“Yes,”', '“we do.”']],
    [
      'after a dash and a bracket',
      'The port—“closed for good”—and (“for now”) the pier.',
      ['“closed for good”', '“for now”'],
    ],
    ['with an emoji before it', '🚢🚢 “We sail,” he said.', ['“We sail,”']],
  ])('%s', (_, text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });

  it('shows a quotation inside a quotation', () => {
    const text = '“He told me ‘not today’ and left,” she said.';
    expect(quotations(text)).toEqual(['“He told me ‘not today’ and left,”']);
    expect(coloured('string.quoted.single', text)).toEqual(['‘not today’']);
  });

  it('goes on over hard-wrapped lines', () => {
    expect(quotations('“We open\non Monday,” she said.')).toEqual(['“We open', 'on Monday,”']);
  });

  it('ends an unclosed one with its paragraph', () => {
    expect(quotations('“We open on Monday, she said.\n\nThe pier stayed shut.')).toEqual([
      '“We open on Monday, she said.',
    ]);
  });

  it('reads paragraphs that reopen without closing as quotations of their own', () => {
    expect(quotations('“First we dig.\n“Then we build,” she said. Work began.')).toEqual([
      '“First we dig.',
      '“Then we build,”',
    ]);
  });

  it.each([
    ['apostrophes', "The ministers' plan isn't Reyes' idea; it's the '90s again, 'til summer."],
    ['curly apostrophes', 'The ministers’ plan isn’t Reyes’ idea; it’s the ’90s again.'],
    ['feet and inches', 'The 6\'2" keeper stood by a 12" pipe and a 5′ 4″ door.'],
    ['a lone mark between spaces', 'One " here and nothing more.'],
  ])('leaves %s alone', (_, text) => {
    expect(quotations(text)).toEqual([]);
  });
});

describe('marks', () => {
  it('tells them apart and shows the target as a link', () => {
    const text = 'It cost 4 million [CQ], he said [TK date], as agreed [source: notes/pier.txt].';
    expect(coloured('meta.mark', text)).toEqual(['[CQ]', '[TK date]', '[source: notes/pier.txt]']);
    expect(coloured('markup.underline.link', text)).toEqual(['notes/pier.txt']);
  });

  it('knows them inside quotations', () => {
    expect(coloured('meta.mark', '“It cost 4 million [CQ],” he said.')).toEqual(['[CQ]']);
  });

  it('leaves other brackets alone', () => {
    expect(coloured('meta.mark', 'See [1], [sic], [TKO] and [sources].')).toEqual([]);
  });
});

describe('cues', () => {
  it('finds verbs of saying, whole words only', () => {
    expect(
      coloured('support.function.cue', 'According to her, he said she told no one. Unsaid, aforesaid.'),
    ).toEqual(['According to', 'said', 'told']);
  });

  it('leaves quoted words alone', () => {
    expect(coloured('support.function.cue', '“I said no,” she said.')).toEqual(['said']);
  });
});

describe('numbers', () => {
  it('takes the currency, the separators, the scale and the per cent with it', () => {
    expect(
      coloured('constant.numeric', 'From 5,000 to $1.2bn, 4.7 per cent, 12% and 3 million tons.'),
    ).toEqual(['5,000', '$1.2bn', '4.7 per cent', '12%', '3 million']);
  });

  it('leaves names and paths alone', () => {
    expect(coloured('constant.numeric', 'Covid19 and x86, v2 or a/7/b, B-52.')).toEqual([]);
  });
});
