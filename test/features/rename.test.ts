import { describe, expect, it } from 'vitest';
import { renamableAt, renameAt } from '../../server/src/features/rename.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { newsroom } from '../support/newsroom.ts';

function renamed(draft: string, name: string): string | null {
  const { context, caret, text } = newsroom(draft);
  const edits = renameAt(context.article, caret, name);
  return edits && applyEdits(text, edits);
}

const DRAFT =
  'Councillor Ana <|>Ruiz said the wall would be rebuilt. “I am Ana Ruiz, and I stay,” Ruiz said. She said Ruiz’s plan was ready.\n';

describe('renaming a speaker', () => {
  it('changes full and last names, and nothing inside quotation marks', () => {
    expect(renamed(DRAFT, 'Eva Soler')).toBe(
      'Councillor Eva Soler said the wall would be rebuilt. “I am Ana Ruiz, and I stay,” Soler said. She said Soler’s plan was ready.\n',
    );
  });

  it('starts from any of the names and asks for the full one', () => {
    const { context, caret, text } = newsroom(
      DRAFT.replace('<|>', '').replace(' Ruiz said. She', ' Ru<|>iz said. She'),
    );
    const found = renamableAt(context.article, caret)!;
    expect([text.slice(found.span.start, found.span.end), found.name]).toEqual(['Ruiz', 'Ana Ruiz']);
  });

  it('is refused inside quotation marks, on pronouns, where nobody is named, and for what is no name', () => {
    expect(renamed(DRAFT.replace('<|>', '').replace('I am Ana', 'I am A<|>na'), 'Eva Soler')).toBeNull();
    expect(renamed(DRAFT.replace('<|>', '').replace('She', 'S<|>he'), 'Eva Soler')).toBeNull();
    expect(renamed('The wa<|>ll stands.', 'Eva Soler')).toBeNull();
    for (const name of ['', '  ', '“Eva”', 'Eva\n\nSoler]']) expect(renamed(DRAFT, name)).toBeNull();
  });
});
