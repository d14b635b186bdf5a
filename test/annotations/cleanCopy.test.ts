import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCopy } from '../../server/src/annotations/cleanCopy.ts';
import { findMarks } from '../../server/src/text/marks.ts';

describe('the clean copy', () => {
  it.each([
    ['Rents rose 14 percent [CQ] last year.', 'Rents rose 14 percent last year.'],
    ['“It rained [CQ],” she said [source: a.txt].', '“It rained,” she said.'],
    ['Veld[CQ] said so.', 'Veld said so.'],
    ['[TK] It rained.', 'It rained.'],
    ['It rained. [source: a.txt] [CQ] It stopped.', 'It rained. It stopped.'],
    ['It rained [CQ]', 'It rained'],
    ['One [CQ]  \ntwo', 'One  \ntwo'],
    ['One.\n\n[TK: a quote from the mayor]\n\nTwo.', 'One.\n\nTwo.'],
    ['One.\r\n\r\n[TK]\r\n\r\nTwo.\r\n', 'One.\r\n\r\nTwo.\r\n'],
    ['[TK]\n\nOne.', 'One.'],
    ['One.\n\n[TK]\n', 'One.\n'],
    ['One.\n\n[TK]', 'One.'],
    ['One.\n[TK]\nTwo.', 'One.\nTwo.'],
    ['[TK]', ''],
    ['', ''],
    ['She said [Trump] was “here [sic]” [1].', 'She said [Trump] was “here [sic]” [1].'],
    ['a <!-- attest-dismiss --> b', 'a <!-- attest-dismiss --> b'],
    ['[[CQ]TK] x', 'x'],
    ['“[CQ] It rained,” she said.', '“It rained,” she said.'],
    [
      '"It rained [CQ]" was all. She [CQ] "heard" it [CQ]"twice".',
      '"It rained" was all. She "heard" it "twice".',
    ],
    ['The pier [CQ]—all of it [CQ]— is shut.', 'The pier—all of it — is shut.'],
    ['Ann [CQ]’s boats, the [CQ]’90s and 14 [CQ]%.', 'Ann’s boats, the ’90s and 14%.'],
    ['Rents rose [CQ] .5 points, [CQ]-5 at night.', 'Rents rose .5 points, -5 at night.'],
    ['Rents rose ([source: a.txt]) and fell ([CQ], [TK: when]).', 'Rents rose and fell.'],
    ['Rents rose ([CQ] last year).', 'Rents rose (last year).'],
    ['Two blanks.  [CQ] Then one. [CQ]  Then two.', 'Two blanks.  Then one.  Then two.'],
    ['14\u00a0[CQ] percent', '14\u00a0percent'],
    ['To do:\n- the pier\n- [TK]\n- the quay\n', 'To do:\n- the pier\n- the quay\n'],
    ['- [TK] the pier\n- the quay [CQ]\n', '- the pier\n- the quay\n'],
  ])('of plain text: %j', (text, clean) => {
    expect(cleanCopy(text, 'plain')).toBe(clean);
  });

  it.each([
    ['It rained.[^1] It stopped.\n\n[^1]: a.txt\n', 'It rained. It stopped.\n'],
    ['It rained.[^1]\n\n[^1]: As it had in May.\n', 'It rained.[^1]\n\n[^1]: As it had in May.\n'],
    ['A[^a] b[^b].\n\n[^a]: a.txt\n[^b]: https://example.org\n\nC.\n', 'A b.\n\nC.\n'],
    ['A. <!-- attest-dismiss altered-quote: asked -->\nB.', 'A.\nB.'],
    [
      '<!-- attest-dismiss-file -->\n\n# Title\n\nB. <!-- a note of the writer -->',
      '# Title\n\nB. <!-- a note of the writer -->',
    ],
    ['Use `[CQ]` so.', 'Use `[CQ]` so.'],
    [
      'A *word [CQ]* and **[CQ] another** one, **[TK]** and _[TK: a name]_.',
      'A *word* and **another** one, and.',
    ],
    ['> One.\n>\n> [TK]\n\nTwo.\n', '> One.\n\nTwo.\n'],
    ['> One.\n>\n> [TK]\n>\n> Two.\n', '> One.\n>\n> Two.\n'],
    ['## One\n\n## [TK]\n\nTwo.\n', '## One\n\nTwo.\n'],
    ['- One.\n\n- [TK]\n\n- Two.\n', '- One.\n\n- Two.\n'],
    ['1. [TK]\n   which goes on\n', '1.\n   which goes on\n'],
    ['| a [CQ] | [TK] |\n| --- | --- |\n', '| a | |\n| --- | --- |\n'],
    ['A[^1].\n\n[^1]: survey-2019\n', 'A.\n'],
    [
      'A[^1].\n\n[^1]: a.txt\n    and what else is there\n\nB.\n',
      'A[^1].\n\n[^1]: a.txt\n    and what else is there\n\nB.\n',
    ],
    ['A[^1].\n\n[^1]: [Minutes](../minutes.txt), page 3\n', 'A.\n'],
    [
      'A[^1].\n\n[^1]: As the [census](https://example.org) has it, in May.\n',
      'A[^1].\n\n[^1]: As the [census](https://example.org) has it, in May.\n',
    ],
    ['A[^1].\n\n[^1]: <https://example.org/a>.\n', 'A.\n'],
    ['A[^1].\n\n[^1]: Ibid.\n', 'A[^1].\n\n[^1]: Ibid.\n'],
  ])('of Markdown: %j', (text, clean) => {
    expect(cleanCopy(text, 'markdown')).toBe(clean);
  });

  const PLAIN = [
    'BELLPORT (Reuters) — The pier, which cost $4.2 million, “will not close,” the harbor board’s chair said.',
    '',
    '"We asked for 14%," Ann Oduya said—twice-daily ferries, 5–6 boats—and \'no more\' (nor less).',
    'The ’90s were worse... or were they? “Were they,” she said, “‘the worst’?”',
    '',
    '- one boat',
    '- two boats; three crews',
    '',
    'That is all.',
  ];
  const MARKDOWN = [
    '# The *pier* stays open',
    '',
    'It cost **$4.2 million**, or “a *third* of the budget,” [the board](board.md) said—_twice_.  ',
    'Nobody disputes `[CQ]` that.',
    '',
    '> “Not now,” she said.',
    '',
    '1. one boat',
    '2. two boats',
    '',
    '| boats | crews |',
    '| ----- | ----- |',
    '| 2     | “3”   |',
  ];

  /** The text with marks at some of the places where a writer puts them, chosen by `choose`. */
  function withMarks(text: string, choose: (places: number) => readonly string[]): string {
    const code = /`[^`]*`|^\|.*-.*$/gm;
    const hidden = text.replace(code, (found) => ' '.repeat(found.length));
    const behindWords = [
      ...hidden.matchAll(
        /(?<=[\p{L}\p{N}.,!?;)”’"'*_%])(?=\s|$)|(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}\s])(?![’'][\p{L}]|[.,]\d)/gu,
      ),
    ].map(({ index }) => ({ at: index, isBehind: true }));
    const beforeWords = [...hidden.matchAll(/(?<=^|[ ([“"*_])(?=[\p{L}\p{N}$])/gmu)].map(({ index }) => ({
      at: index,
      isBehind: false,
    }));
    const places = [...behindWords, ...beforeWords].sort((a, b) => b.at - a.at);
    const marks = choose(places.length);
    return places.reduce((result, { at, isBehind }, i) => {
      const mark = marks[i];
      if (!mark) return result;
      return result.slice(0, at) + (isBehind ? ` ${mark}` : `${mark} `) + result.slice(at);
    }, text);
  }

  it.each([
    ['plain', '\n', PLAIN],
    ['plain', '\r\n', PLAIN],
    ['markdown', '\n', MARKDOWN],
  ] as const)('shows nowhere that a mark stood there, in %s with %j', (format, ending, lines) => {
    const text = lines.join(ending);
    let places = 0;
    withMarks(text, (count) => {
      places = count;
      return [];
    });
    expect(places).toBeGreaterThan(40);
    for (let place = 0; place < places; place++) {
      const marked = withMarks(text, (count) =>
        Array.from({ length: count }, (_, i) => (i === place ? '[CQ]' : '')),
      );
      expect(marked).not.toBe(text);
      expect({ marked, clean: cleanCopy(marked, format) }).toEqual({ marked, clean: text });
    }
  });

  it('has no marks, keeps all other words, and is clean itself', () => {
    const piece = fc.constantFrom(
      '[CQ]',
      '[TK: b]',
      '[source: x]',
      'word',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '.',
      ',',
      '”',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const clean = cleanCopy(text, 'plain');
        expect(findMarks(clean, 'plain')).toEqual([]);
        expect(cleanCopy(clean, 'plain')).toBe(clean);
        const words = pieces
          .filter((part) => !part.startsWith('['))
          .join('')
          .replace(/\s/g, '');
        expect(clean.replace(/\s/g, '')).toBe(words);
      }),
    );
  });

  it('leaves a text without marks alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(findMarks(text, 'markdown').length === 0);
        expect(cleanCopy(text, 'markdown')).toBe(text);
      }),
    );
  });
});
