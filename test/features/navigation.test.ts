import { describe, expect, it } from 'vitest';
import { definitionAt } from '../../server/src/features/definition.ts';
import { hoverAt } from '../../server/src/features/hover.ts';
import { renameFootnote } from '../../server/src/features/markAt.ts';
import { toPlainText } from '../../server/src/features/richText.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { highlightsAt } from '../../server/src/features/documentHighlight.ts';
import { referencesAt } from '../../server/src/features/references.ts';
import { selectionSpans } from '../../server/src/features/selectionRanges.ts';
import { newsroom } from '../support/newsroom.ts';

const TRANSCRIPT =
  'COUNCIL HEARING\n\nMAYOR RUIZ: We will rebuild the harbour wall before the first winter storms. That is a promise.\n';
const QUOTED =
  'The plan.\n\n“We will rebuild the <|>harbour wall before the first winter storms,” Ana Ruiz said.\n';

describe('go to source', () => {
  it('leads from a quotation to words that stand without quotation marks', () => {
    const { context, caret, words } = newsroom(QUOTED, { 'hearing.txt': TRANSCRIPT });
    const found = definitionAt(context, caret);
    expect(found?.targets.map(({ id }) => id)).toEqual(['file:///newsroom/hearing.txt']);
    expect(words(found!.targets[0]!)).toContain('rebuild the harbour wall');
    expect(words({ span: found!.origin })).toMatch(/^“We will.*storms,”$/);
  });

  it('leads from a pronoun to the introduction of its bearer', () => {
    const { context, caret, words } = newsroom(
      'Ana Ruiz, the mayor, spoke first. “We will stay in the harbour,” <|>she said.\n',
    );
    const found = definitionAt(context, caret);
    expect(found && words(found.targets[0]!)).toContain('Ana Ruiz');
    expect(found && words({ span: found.origin })).toBe('she');
  });

  it.each([
    ['words that stand nowhere else', QUOTED, {}],
    [
      'invented words',
      '“Nobody <|>has ever seen the lighthouse keeper smile,” Ana Ruiz said.',
      { 'a.txt': TRANSCRIPT },
    ],
    ['nothing', '<|>', { 'a.txt': TRANSCRIPT }],
  ])('finds nothing for %s', (_, draft, sources) => {
    const { context, caret } = newsroom(draft, sources);
    expect(definitionAt(context, caret)).toBeNull();
  });
});

describe('a mark', () => {
  const SOURCES = { 'hearing.txt': TRANSCRIPT };
  const NOTES = '\n\n[^1]: hearing.txt#:~:text=That%20is%20a%20promise\n[^2]: Two *engineers*, in May.\n';

  it.each([
    ['It rained. [source: hear<|>ing.txt#:~:text=That%20is]', 'hearing.txt', 'That is'],
    [`It rained.[<|>^1] It stopped.[^2]${NOTES}`, 'hearing.txt', 'That is a promise'],
    [`It rained.[^1]${NOTES.replace('1]: h', '1]: <|>h')}`, 'hearing.txt', 'That is a promise'],
    [`It rained.[^<|>2]${NOTES}`, 'draft.md', '[^2]: Two *engineers*, in May.'],
  ])('leads to its passage, or to what the footnote says: %j', (draft, name, passage) => {
    const { context, caret, words } = newsroom(draft, SOURCES, { format: 'markdown' });
    const [target] = definitionAt(context, caret)!.targets;
    expect(target!.id).toBe(`file:///newsroom/${name}`);
    expect(words(target!)).toBe(passage);
  });

  it.each(['It rained [C<|>Q].', 'It rained.[^<|>9]', 'It rained [source: <|>https://example.org].'])(
    'leads nowhere that is no document: %j',
    (draft) => {
      const { context, caret } = newsroom(draft, SOURCES, { format: 'markdown' });
      expect(definitionAt(context, caret)).toBeNull();
    },
  );

  it('is explained by the words it leads to', () => {
    const told = (draft: string): string => {
      const { context, caret } = newsroom(draft, SOURCES, { format: 'markdown' });
      return toPlainText(hoverAt(context, caret)?.lines ?? []);
    };
    expect(told(`It rained.[^<|>1]${NOTES}`)).toBe('Leads to hearing.txt: “That is a promise”');
    expect(told(`It rained.[^<|>2]${NOTES}`)).toBe('Two *engineers*, in May.');
    expect(told('It rained [source: <|>hearing.txt].')).toBe('Leads to hearing.txt.');
    expect(told('It rained [source: <|>hearing.txt#:~:text=snow].')).toMatch(
      /^Leads to hearing\.txt\.\nError: .*\(missing-source\)$/,
    );
  });

  it('of a footnote is renamed with its definition, to what no other footnote is called', () => {
    const renamed = (draft: string, name: string): string | null => {
      const { context, caret, text } = newsroom(draft, SOURCES, { format: 'markdown' });
      const edits = renameFootnote(context, caret, name);
      return edits && applyEdits(text, edits);
    };
    const draft = `It rained.[^1<|>] Twice.[^1] It stopped.[^2]${NOTES}`;
    expect(renamed(draft, 'rain')).toBe(draft.replace('<|>', '').replaceAll('[^1]', '[^rain]'));
    expect(renamed(draft, '[^rain]')).toContain('Twice.[^rain]');
    expect(renamed(draft, '2')).toBeNull();
    expect(renamed(draft, 'so it is')).toBeNull();
    expect(renamed('It rained. [source: hear<|>ing.txt]', 'x')).toBeNull();
  });
});

describe('references', () => {
  it('of a passage are its uses, with the passage itself only when asked', () => {
    const { context, caret } = newsroom(QUOTED, { 'a.txt': TRANSCRIPT, 'b.txt': TRANSCRIPT });
    expect(
      referencesAt(context, caret, false)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['file:///newsroom/a.txt', 'file:///newsroom/b.txt']);
    expect(referencesAt(context, caret, true)).toHaveLength(3);
  });

  it('of a speaker are all mentions', () => {
    const { context, caret, words } = newsroom(
      'Ana Ruiz, the mayor, spoke first. “We will stay in the harbour,” <|>she said. Ruiz said the work was hard.\n',
    );
    const found = referencesAt(context, caret, true).map(words);
    expect(found).toContain('she');
    expect(found).toContain('Ruiz');
  });
});

describe('highlights', () => {
  it('are the names and the words of one speaker', () => {
    const { context, caret, words } = newsroom(
      '“We will <|>stay,” Ana Ruiz said.\n\n“They should leave,” Tom Keane said.\n\n“We have time,” Ruiz said.\n',
    );
    const found = highlightsAt(context, caret);
    expect(found.filter(({ kind }) => kind === 'words').map(words)).toEqual([
      '“We will stay,”',
      '“We have time,”',
    ]);
    expect(found.filter(({ kind }) => kind === 'name').map(words)).toEqual(['Ana Ruiz', 'Ruiz']);
  });

  it('are none on plain prose', () => {
    const { context, caret } = newsroom('The plan <|>is old.');
    expect(highlightsAt(context, caret)).toEqual([]);
  });
});

describe('selection ranges', () => {
  it('grow from the quoted words to the article', () => {
    const { context, caret, text } = newsroom('One.\n\n“We will <|>stay,” Ana Ruiz said.\n');
    const spans = selectionSpans(context.article, caret);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'We will stay,',
      '“We will stay,”',
      expect.stringMatching(/^“We will stay,” Ana Ruiz said/) as unknown,
      ...(spans.length > 4 ? ['“We will stay,” Ana Ruiz said.'] : []),
      text,
    ]);
    spans.slice(1).forEach((span, i) => {
      expect(span.start <= spans[i]!.start && span.end >= spans[i]!.end).toBe(true);
    });
  });
});
