import { describe, expect, it } from 'vitest';
import { passageActions, warningActions } from '../../server/src/features/codeActions.ts';
import { codeLensTitle, codeLenses } from '../../server/src/features/codeLenses.ts';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { folds } from '../../server/src/features/folding.ts';
import { inlayHints } from '../../server/src/features/inlayHints.ts';
import { outline } from '../../server/src/features/outline.ts';
import { semanticTokens } from '../../server/src/features/semanticTokens.ts';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { plainNumber } from '../../server/src/features/wording.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { timestampBefore } from '../../server/src/workspace/formats/timestamps.ts';
import { newsroom } from '../support/newsroom.ts';

const REPORT =
  'Ana Ruiz, the mayor, spoke first. “We will stay in the harbour,” she said. Ruiz said 4,000 people had signed.\n\n' +
  '“Nobody asked us about the bridge before it was built,” Tom Keane said.\n';

describe('outline', () => {
  it('lists speakers with their words, then the claims', () => {
    const items = outline(newsroom(REPORT).context);
    expect(items.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Tom Keane', 'Claims']);
    expect(items[0]!.children.map(({ name }) => name)).toContain('“We will stay in the harbour,”');
    expect(items[2]!.children[0]).toMatchObject({ name: '4,000 people', detail: 'Ana Ruiz' });
    for (const { span, selection } of items) {
      expect(span.start <= selection.start && selection.end <= span.end).toBe(true);
    }
  });

  it('is empty for an empty article', () => {
    expect(outline(newsroom('').context)).toEqual([]);
  });
});

describe('workspace symbols', () => {
  it('find speakers and claims of all articles by words of their names', () => {
    const { context } = newsroom('Nothing here.', { 'a.txt': REPORT });
    const find = (query: string): string[] =>
      workspaceSymbols(context.workspace, query, [], () => false).map(({ name }) => name);
    expect(find('ruiz')).toEqual(['Ana Ruiz']);
    expect(find('4,000')).toEqual(['4,000 people']);
    expect(find('nobody-of-this-name')).toEqual([]);
    expect(find('')).toContain('Tom Keane');
  });

  it('stop when time is over', () => {
    const { context } = newsroom(REPORT);
    expect(workspaceSymbols(context.workspace, '', [], () => true)).toEqual([]);
  });
});

describe('semantic tokens', () => {
  it('colour speakers, cues and claims, in order and without overlaps', () => {
    const { context, text } = newsroom(REPORT);
    const tokens = semanticTokens(context.article);
    const shown = tokens.map(({ span, type }) => `${type} ${text.slice(span.start, span.end)}`);
    expect(shown).toContain('keyword said');
    expect(shown).toContain('number 4,000 people');
    expect(shown).toContain('variable she');
    tokens.slice(1).forEach(({ span }, i) => {
      expect(span.start).toBeGreaterThanOrEqual(tokens[i]!.span.end);
    });
  });
});

describe('inlay hints', () => {
  it('name who is behind a pronoun, and nobody who is named already', () => {
    const { context, text } = newsroom(REPORT);
    const hints = inlayHints(context.article, { start: 0, end: text.length });
    expect(hints).toEqual([{ offset: text.indexOf('she said') + 3, name: 'Ana Ruiz' }]);
    expect(inlayHints(context.article, { start: 0, end: 10 })).toEqual([]);
  });
});

describe('folding', () => {
  it('takes front matter, and quotations of several paragraphs', () => {
    const { context, words } = newsroom(
      '---\ntitle: Harbour\n---\n\n“We will stay,” Ana Ruiz said. “It is late.\n\n“But it is not too late.”\n',
      {},
      { format: 'markdown' },
    );
    const found = folds(context.article).map(({ kind, span }) => [kind, words({ span }).slice(-9)]);
    expect(found).toEqual([
      ['front-matter', 'rbour\n---'],
      ['quotation', 'oo late.”'],
    ]);
  });
});

describe('document links', () => {
  it('lead from marks to addresses and to files inside the workspace only', () => {
    const { context, text } = newsroom(
      'It rained [source: notes/a b.pdf]. It froze [source: https://example.org/x#:~:text=ice]. It was [source: ../../etc/passwd] cold.',
    );
    expect(
      documentLinks(context).map(({ address, span }) => [text.slice(span.start, span.end), address]),
    ).toEqual([
      ['notes/a b.pdf', 'file:///newsroom/notes/a%20b.pdf'],
      ['https://example.org/x#:~:text=ice', 'https://example.org/x#:~:text=ice'],
    ]);
  });

  const NOTES =
    '# Notes\n\n## On the ice\n\nIt was thin, she said.\n\n## On the ice\n\n[12:04] It broke.\nTwice.\n';

  it.each([
    ['a.md#:~:text=was%20thin', 'was thin'],
    ['a.md#on-the-ice', '## On the ice\n\nIt was'],
    ['a.md#on-the-ice-1', '## On the ice\n\n[12'],
    ['a.md#L5', 'It was thin'],
    ['a.md#t=12:04', '[12:04]'],
    ['a.md#t=13:00', '[12:04]'],
    ['a.md#t=01:00', '# Notes'],
    ['a.md#nowhere', '# Notes'],
    ['a.md', '# Notes'],
  ])('open at the passage, heading, line or time: %s', (target, start) => {
    const { context } = newsroom(`It froze [source: ${target}].`, { 'a.md': NOTES });
    const [link] = documentLinks({ ...context, locatorOf: ({ span }) => timestampBefore(NOTES, span.start) });
    expect(NOTES.slice(link!.place!.span.start)).toMatch(new RegExp(`^${start.replace(/[[\]]/g, '\\$&')}`));
  });

  it('lead from footnotes in words to the target alone', () => {
    const { context, text } = newsroom(
      'It froze.[^1][^2]\n\n[^1]: See [the notes](a.md#L3), page 4.\n[^2]: As it had in May.\n',
      { 'a.md': NOTES },
      { format: 'markdown' },
    );
    expect(documentLinks(context).map(({ span }) => text.slice(span.start, span.end))).toEqual(['a.md#L3']);
  });
});

describe('code lenses', () => {
  it('are none, a tally, or a line over each quotation', () => {
    const source = {
      'a.txt': 'COUNCIL\n\nKEANE: Nobody asked us about the bridge before it was built. Nobody.\n',
    };
    const titles = (codeLens: 'off' | 'article' | 'quotations'): (string | null)[] => {
      const { context } = newsroom(REPORT, source, { settings: { codeLens } });
      return codeLenses(context).map((lens) => codeLensTitle(context, lens));
    };
    expect(titles('off')).toEqual([]);
    expect(titles('article')).toEqual(['3 facts · 3 with a source']);
    expect(titles('quotations').filter((title) => title?.startsWith('a.txt: '))).toHaveLength(1);
  });

  it('calls a warning what is one, and not what is only information', () => {
    const { context } = newsroom(
      'Experts say the bridge is old. Rents in the old town rose 14 percent last year.\n',
    );
    expect(context.findings.map(({ severity }) => severity).sort()).toEqual(['information', 'warning']);
    expect(codeLensTitle(context, codeLenses(context)[0]!)).toMatch(/ · 1 warning$/);
  });
});

describe('code actions', () => {
  const act = (draft: string, title: string, format: 'plain' | 'markdown' = 'plain'): string | undefined => {
    const { context, caret, text } = newsroom(draft, {}, { format });
    const action = warningActions(context, { start: caret, end: caret }, null).find(
      (found) => found.title === title,
    );
    return action && applyEdits(text, action.edits);
  };

  it('name a speaker outside the quotation marks', () => {
    expect(
      act(
        'Ana Ruiz said it was late. Tom Keane said it was early.\n\nThe council met again on Monday.\n\n“We never <|>wanted the bridge to be built there.”\n',
        'Attribute to Ana Ruiz',
      ),
    ).toBe(
      'Ana Ruiz said it was late. Tom Keane said it was early.\n\nThe council met again on Monday.\n\nAna Ruiz said: “We never wanted the bridge to be built there.”\n',
    );
  });

  it('link what nobody is given for to the document that has it, and attribute it first to who says it there', () => {
    const { context, caret } = newsroom(
      'Tom Keane, the mayor, opened the hall. “We will stay,” Keane said.\n\nThe harbour wall had <|>18,200 visitors in the dry summer of 2023.\n',
      {
        'sources/interview.txt':
          'Interview with Ana Ruiz\n\nRUIZ: The harbour wall had 18,200 visitors in the dry summer of 2023.\n',
      },
    );
    const selection = { start: caret, end: caret };
    const titles = warningActions(context, selection, null).map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual([
      'Link to interview.txt (word for word)',
      'Attribute to Ana Ruiz',
      'Attribute to Tom Keane',
    ]);
    expect(passageActions(context, selection).map(({ sort }) => sort)).not.toContain('link');
  });

  it('dismiss in Markdown with a comment that is read back', () => {
    const draft = 'The meeting ended.\n\n“We never <|>wanted the bridge to be built there.”\n';
    for (const title of ['Dismiss for this passage', 'Dismiss for this line', 'Dismiss for this paragraph']) {
      const dismissed = act(draft, title, 'markdown');
      expect(dismissed).toContain('attest-dismiss');
      expect(newsroom(dismissed!, {}, { format: 'markdown' }).context.findings).toEqual([]);
    }
    const inFile = act(draft, 'Dismiss unattributed-quote in this file', 'markdown');
    expect(newsroom(inFile!, {}, { format: 'markdown' }).context.findings).toEqual([]);
  });

  it('leave plain text untouched when they dismiss', () => {
    const { context, caret } = newsroom(
      'The meeting ended.\n\n“We never <|>wanted the bridge to be built there.”\n',
    );
    const dismissals = warningActions(context, { start: caret, end: caret }, null).filter(
      ({ annotation }) => annotation,
    );
    expect(dismissals).toHaveLength(4);
    expect(dismissals.flatMap(({ edits }) => edits)).toEqual([]);
  });

  it('are none where nothing is wrong', () => {
    const { context } = newsroom(REPORT);
    expect(warningActions(context, { start: 0, end: 5 }, '')).toEqual([]);
    expect(passageActions(context, { start: 0, end: 0 })).toEqual([]);
  });
});

describe('plain figures', () => {
  it.each([
    [1250000, '1,250,000'],
    [4.7, '4.7'],
    [0.1 + 0.2, '0.3'],
    [1e300, '1e+300'],
    [-1234, '-1,234'],
    [2 / 3, '0.667'],
    [100 / 3, '33.333'],
    [0.0625, '0.0625'],
    [Infinity, 'Infinity'],
  ])('%d is %s', (value, expected) => {
    expect(plainNumber(value)).toBe(expected);
  });
});
