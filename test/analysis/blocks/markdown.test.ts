import { describe, expect, it } from 'vitest';
import { textOf } from '../../../server/src/text/span.ts';
import { readMarked } from '../../support/marked.ts';
import { checkBlocks, LEDE, prose, SECOND } from './check.ts';

const [lede, second] = [prose(LEDE), prose(SECOND)];
const check = (...parts: readonly string[]): void => void checkBlocks(parts.join('\n\n'), 'markdown');

describe('Markdown', () => {
  it('has front matter, headline, headings and paragraphs', () => {
    check(
      '<front-matter>---\ntitle: The bridge\ntags: [tarn, bridge]\nnested:\n  a: 1\n---</front-matter>',
      '# <headline>Tarn to repair its old bridge</headline> ##',
      `<dateline>TARN, Ore. —</dateline> ${lede}`,
      '## <heading>What happens next</heading>',
      second,
      '<heading>Who pays</heading>\n--------',
      second,
    );
    check('<headline>Tarn to repair its old bridge</headline>\n===', lede);
  });

  it.each(['\n', '\r\n'])('joins the lines of a paragraph with %j', (eol) => {
    check(
      `<paragraph>The council voted.${eol}It was late.${eol}Nobody objected to the plan.</paragraph>${eol}${eol}${second}`,
    );
  });

  it('leaves code alone', () => {
    check(
      lede,
      '<code>```js\nsay("no");\n\n# not a heading\n```</code>',
      '<code>~~~\n“open\n~~~</code>',
      '    <code>indented("code");\n\n    more();</code>',
      '<code><script>\nlet a = "b";\n</script></code>',
      second,
    );
    check(lede, '<code>```\nnever closed\n\n# at all</code>');
  });

  it('has lists, also wrapped, numbered and with tasks', () => {
    check(
      lede,
      '- <list-item>The toll booths open in June\n  and close in July.</list-item>\n* <list-item>The bridge closes.</list-item>\n1. <list-item>Traffic is sent\n   through Brannock.</list-item>\n2) <list-item>It comes back.</list-item>',
      '- [x] <list-item>Call the mayor.</list-item>',
      '  <paragraph>A paragraph of the item is still prose, set in by two blanks.</paragraph>',
      second,
    );
  });

  it('does not take a year at the end of a line for a list', () => {
    check(
      '<paragraph>The bridge was built in the spring of\n1984. It has been repaired twice since.</paragraph>',
      second,
    );
  });

  it('has quoted paragraphs, one block each, with lazy lines', () => {
    check(
      lede,
      '> <block-quote>We have waited long enough.\n> We will not wait longer.</block-quote>\n>\n> <block-quote>The bridge is ours,\nand so is the river.</block-quote>',
      second,
    );
  });

  it('sets aside comments, footnotes, link definitions, tables and bare tags', () => {
    check(
      '<note><!-- a comment\n\n# with a heading --></note>',
      lede,
      '<note>[^1]: ../sources/interview.txt\n  and more of it</note>',
      '<note>[link]: https://tarn.example "Tarn"</note>',
      '<note>| year | cars |\n| --- | ---: |\n| 2020 | 5,000 |</note>',
      '<note><div class="box"></note>',
      second,
    );
    check(
      '<note><!-- one line --></note> <paragraph>and text behind it on the same line.</paragraph>',
      second,
    );
  });

  it('keeps the text behind a comment that is never closed', () => {
    check('<note><!-- half written</note>', lede, second);
  });

  it('has pictures with their captions', () => {
    check(lede, '<caption>![The bridge](bridge.jpg)\n*The bridge of Tarn on Monday.*</caption>', second);
  });

  it('has separators and furniture as plain text does', () => {
    check(
      lede,
      '<furniture>* * *</furniture>',
      second,
      '<furniture>READ MORE: Five bridges that need repair</furniture>',
      second,
    );
  });

  it('excludes its own marks from spans and names them as evidence', () => {
    const marked = '# <headline>Bridge</headline>\n\n- <list-item>The bridge is closed.</list-item>';
    const blocks = checkBlocks(marked, 'markdown');
    const { text } = readMarked(marked);
    expect(blocks[1]!.reason.evidence.map((span) => textOf(text, span))).toEqual(['-']);
  });
});
