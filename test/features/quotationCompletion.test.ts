import { describe, expect, it } from 'vitest';
import type { Settings } from '../../server/src/config/settings.ts';
import { quotationsAt, restOfQuotation } from '../../server/src/features/quotationCompletion.ts';
import { newsroom } from '../support/newsroom.ts';

const SOURCES = {
  'sources/minutes.txt':
    'Council meeting\n\nAna Ruiz told the council: “We will rebuild the harbour wall before winter. Nobody can say when the ferry comes back.” The meeting ended at ten.\n',
  'sources/hearing.txt':
    'CHAIR: The meeting is open.\n\nOMAR HADDAD: The ferry needs a new engine, and nobody has paid for one. It won’t run in March.\n\nCHAIR: We will rebuild the harbour road first.\n',
};

function offered(
  draft: string,
  settings: Partial<Settings> = {},
  format: 'plain' | 'markdown' = 'plain',
): string[] {
  const { context, caret } = newsroom(draft, SOURCES, { settings, format });
  return quotationsAt(context, caret).map(({ newText }) => newText);
}

function ghost(draft: string, settings: Partial<Settings> = {}): string | undefined {
  const { context, caret } = newsroom(draft, SOURCES, { settings });
  return restOfQuotation(context, caret)?.rest;
}

describe('a quotation being typed', () => {
  it('goes on with the exact words of the source, the sentence first, then the whole passage', () => {
    expect(offered('“We will rebuild the harbour w<|>')).toEqual([
      'We will rebuild the harbour wall before winter,” Ana Ruiz said.',
      'We will rebuild the harbour wall before winter. Nobody can say when the ferry comes back,” Ana Ruiz said.',
    ]);
  });

  it('puts the words of the speaker named before it first, and no second attribution behind them', () => {
    expect(
      offered(
        'Chair Lena Berg told reporters that much is open. Ana Ruiz said: “We will rebuild the harbour <|>',
      )[0],
    ).toBe('We will rebuild the harbour wall before winter.”');
  });

  it('goes on from one word where the speaker is named, with sentences that begin with it', () => {
    expect(offered('Omar Haddad said: “It<|>')).toEqual(['It won’t run in March.”']);
    expect(offered('Omar Haddad said: “The<|>')[0]).toBe(
      'The ferry needs a new engine, and nobody has paid for one.”',
    );
    expect(offered('Omar Haddad said: “Nobody<|>')).toEqual([]);
    expect(offered('Lena Berg said: “It<|>')).toEqual([]);
  });

  it('takes the last word for a whole one too', () => {
    expect(offered('“The ferry<|>')[0]).toMatch(/^The ferry needs a new engine/);
    expect(offered('“It won’t run<|>')[0]).toMatch(/^It won’t run in March/);
  });

  it('keeps to the house style of marks, verb and order', () => {
    expect(
      offered('"The ferry needs <|>', { attributionVerb: 'says', attributionOrder: 'verb-speaker' })[0],
    ).toBe('The ferry needs a new engine, and nobody has paid for one," says Omar Haddad.');
  });

  it('names by the last name whom the article has introduced', () => {
    expect(offered('Omar Haddad said that the ferry was old.\n\n“The ferry needs <|>')[0]).toMatch(
      /” Haddad said\.$/,
    );
  });

  it('takes the place of a closing mark that the editor has put there', () => {
    const { context, caret, text } = newsroom('“The ferry needs <|>”', SOURCES);
    const [first] = quotationsAt(context, caret);
    expect(text.slice(first!.span.start, first!.span.end)).toBe('The ferry needs ”');
  });

  it('has nested quotations, apostrophes and stops as the marks ask for', () => {
    const source = {
      'talk.txt': 'SZABO: He told me “no way in hell.” I said, "it\'s not done," and didn’t go.\n',
    };
    const words = (draft: string): string[] => {
      const { context, caret } = newsroom(draft, source);
      return quotationsAt(context, caret).map(({ newText }) => newText);
    };
    expect(words('“He told me <|>')).toEqual([
      'He told me ‘no way in hell,’” Szabo said.',
      'He told me ‘no way in hell.’ I said, ‘it’s not done,’ and didn’t go,” Szabo said.',
    ]);
    expect(words('‘He told me <|>')).toEqual([
      'He told me “no way in hell,”’ Szabo said.',
      'He told me “no way in hell.” I said, “it’s not done,” and didn’t go,’ Szabo said.',
    ]);
    expect(words('"He told me <|>')).toEqual([
      `He told me 'no way in hell,'" Szabo said.`,
      `He told me 'no way in hell.' I said, 'it's not done,' and didn't go," Szabo said.`,
    ]);
  });

  it('follows the apostrophes that the writer has typed', () => {
    expect(offered('“It won’t run<|>')[0]).toMatch(/^It won’t run/);
    expect(offered("“It won't run<|>")[0]).toMatch(/^It won't run/);
  });

  it('is offered where the editor has closed a bracket or emphasis behind it', () => {
    for (const draft of ['(“The ferry needs <|>)', '*“The ferry needs <|>*'])
      expect(offered(draft)[0]).toBe('The ferry needs a new engine, and nobody has paid for one”');
  });

  it('leaves alone what goes on behind it', () => {
    expect(offered('“The ferry needs <|>” he said.')[0]).toBe(
      'The ferry needs a new engine, and nobody has paid for one”',
    );
    expect(offered('“The ferry needs <|> much more', {})).toEqual([]);
  });

  it('offers what a speaker has said when nothing is typed yet', () => {
    expect(offered('Omar Haddad said: “<|>')).toEqual([
      'The ferry needs a new engine, and nobody has paid for one.”',
      'The ferry needs a new engine, and nobody has paid for one. It won’t run in March.”',
    ]);
  });

  it('remembers the source: in a mark, or in the annotation file', () => {
    expect(offered('“The ferry needs <|>', {}, 'markdown')[0]).toMatch(
      /said\. \[source: sources\/hearing\.txt#:~:text=The%20ferry%20needs[^\]]*\]$/,
    );
    const { context, caret } = newsroom('“The ferry needs <|>', SOURCES);
    const { recording, newText } = quotationsAt(context, caret)[0]!;
    expect(recording!.record.source).toMatch(/^sources\/hearing\.txt#:~:text=/);
    const after = `“${newText}`;
    expect(after.slice(recording!.span.start, recording!.span.end)).toBe(
      '“The ferry needs a new engine, and nobody has paid for one,”',
    );
  });

  it('is silent where no source has the words, outside quotations, after one word, and when switched off', () => {
    expect(offered('“We will rebuild the opera <|>')).toEqual([]);
    expect(offered('We will rebuild the harbour <|>')).toEqual([]);
    expect(offered('“We will stay,” she said. We will rebuild the <|>')).toEqual([]);
    expect(offered('“We <|>')).toEqual([]);
    expect(offered('“<|>')).toEqual([]);
    expect(offered('“The ferry needs <|>', { completeQuotations: false })).toEqual([]);
    expect(offered('<|>')).toEqual([]);
  });
});

describe('ghost text', () => {
  it('comes with the first word after a speaker and a cue', () => {
    expect(ghost('Omar Haddad said: “It<|>')).toBe(' won’t run in March.”');
  });

  it('is the rest of the quotation', () => {
    expect(ghost('“The ferry nee<|>')).toBe(
      'ds a new engine, and nobody has paid for one,” Omar Haddad said.',
    );
    expect(ghost('“The ferry needs a new engine, and <|>')).toBe(
      'nobody has paid for one,” Omar Haddad said.',
    );
  });

  it('goes on in small letters where the writer’s own sentence does', () => {
    expect(ghost('He said “the ferry needs <|>')).toBe('a new engine, and nobody has paid for one.”');
  });

  it('is none where the writer has typed other letters than the source, or nothing', () => {
    expect(ghost('“The Ferry needs <|>')).toBeUndefined();
    expect(ghost('Omar Haddad said: “<|>')).toBeUndefined();
  });
});
