import { describe, expect, it } from 'vitest';
import { hoverAt } from '../../server/src/features/hover.ts';
import { toPlainText } from '../../server/src/features/richText.ts';
import { newsroom } from '../support/newsroom.ts';

const SOURCE =
  'Ana Ruiz told the council: “We will rebuild the harbour wall before the first winter storms.”\n';

function hover(draft: string, sources: Readonly<Record<string, string>> = {}): string | null {
  const { context, caret } = newsroom(draft, sources);
  const found = hoverAt(context, caret);
  return found && toPlainText(found.lines);
}

describe('hover', () => {
  it('on a quotation says who says it, how we know, and where else it stands in which words', () => {
    const text = hover(
      'The plan is old.\n\n“We will rebuild the <|>old harbour wall before the first winter storms,” Ana Ruiz said.\n',
      { 'council.txt': SOURCE },
    );
    expect(text).toContain('Said by Ana Ruiz');
    expect(text).toContain('“said”');
    expect(text).toContain('In council.txt: altered');
    expect(text).toContain('only here: “old”');
  });

  it('says who says it there once that article is read, and until then what is to be read', () => {
    const long = `${SOURCE}\n${'The council met again in the spring and heard nothing new of it.\n\n'.repeat(20)}`;
    const { context, caret } = newsroom(
      '“We will rebuild the <|>harbour wall before the first winter storms,” she said.\n',
      { 'council.txt': long },
    );
    // what the rules have read of it is forgotten: its file was saved
    const { workspace } = context;
    const council = workspace.ids().find((id) => id.endsWith('council.txt'))!;
    workspace.set({ ...workspace.input(council)! });
    const found = hoverAt(context, caret)!;
    expect(toPlainText(found.lines)).toContain('In council.txt: word for word');
    expect(toPlainText(found.lines)).not.toContain('said by');
    expect(found.unread?.id).toMatch(/council\.txt$/);
    context.workspace.article(found.unread!.id);
    const again = hoverAt(context, caret)!;
    expect(toPlainText(again.lines)).toContain('word for word, said by Ana Ruiz there');
    expect(again.unread).toBeNull();
  });

  it('takes the speaker from the front matter where the text of the source gives nobody', () => {
    const said = 'We will rebuild the harbour wall before the first winter storms';
    const shown = (source: string): string => {
      const { context, caret } = newsroom(`“${said.replace('the h', 'the <|>h')},” she said.\n`, {
        'notes.txt': source,
      });
      const { workspace } = context;
      const notes = workspace.ids().find((id) => id.endsWith('notes.txt'))!;
      workspace.set({ ...workspace.input(notes)!, metadata: { speaker: 'Jon Vik' } });
      return toPlainText(hoverAt(context, caret)!.lines);
    };
    expect(shown(`Notes\n\n${said}. That is all.\n`)).toContain('word for word, said by Jon Vik there');
    expect(shown(`Ana Ruiz told the council: “${said}.”\n`)).toContain(
      'word for word, said by Ana Ruiz there',
    );
  });

  it('on a claim gives the quantity in plain figures and whose it is', () => {
    const text = hover('About <|>5 million people live on the coast, Ana Ruiz said.\n');
    expect(text).toContain('about 5,000,000 people');
    expect(text).toContain('attributed to Ana Ruiz');
  });

  it('on a pronoun says who that is and why', () => {
    const text = hover('Ana Ruiz, the mayor, spoke first. “We will stay in the harbour,” <|>she said.\n');
    expect(text).toContain('Ana Ruiz');
    expect(text).toContain('“she” is Ana Ruiz');
  });

  it('explains a pronoun by the name before it, not by another pronoun', () => {
    const text = hover(
      'Marta Veld made her case in a sentence that she still likes to repeat. “We <|>like it in the harbour,” she said.\n',
    );
    expect(text).toContain('“she” is Marta Veld');
    expect(text).toMatch(/“she” stands for “(?!she”)[^”]*Veld/);
  });

  it('on words nobody says tells that, with the warning', () => {
    const text = hover(
      'The meeting ended.\n\n“We never wanted <|>the bridge to be built where it stands.”\n',
    );
    expect(text).toContain('Nobody is given for these words');
    expect(text).toContain('(unattributed-quote)');
  });

  it.each(['<|>', 'The plan is <|>old.', '“We never wanted the bridge<|>', '”<|>“'])(
    'is silent or short on %j',
    (draft) => {
      const text = hover(draft);
      expect((text ?? '').split('\n').length).toBeLessThanOrEqual(12);
    },
  );

  it('says nothing on plain prose', () => {
    expect(hover('The plan <|>is old.\n')).toBeNull();
  });
});
