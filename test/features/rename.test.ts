import { describe, expect, it } from 'vitest';
import {
  isNameOfAnother,
  renamableAt,
  renameAt,
  renameInNeighbours,
} from '../../server/src/features/rename.ts';
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

  it('leaves the parts of the name that stay as they are', () => {
    const { context, caret } = newsroom(DRAFT);
    expect(renameAt(context.article, caret, 'Eva Ruiz')?.map(({ newText }) => newText)).toEqual(['Eva Ruiz']);
  });

  it('starts from any of the names and asks for the full one', () => {
    const { context, caret, text } = newsroom(
      DRAFT.replace('<|>', '').replace(' Ruiz said. She', ' Ru<|>iz said. She'),
    );
    const found = renamableAt(context.article, caret)!;
    expect([text.slice(found.span.start, found.span.end), found.name]).toEqual(['Ruiz', 'Ana Ruiz']);
  });

  it('keeps capitals in headlines and before turns, and hyphens, possessives and particles in their place', () => {
    const body = 'Anna <|>Lindqvist said it was late. Ms. Lindqvist’s boat sank. Lindqvists are many.';
    expect(
      renamed(
        `LINDQVIST WINS THE RACE\n\n${body}\n\nANNA LINDQVIST IS 40\n\nLINDQVIST: So it is.\n`,
        'Anna Berg',
      ),
    ).toBe(
      'BERG WINS THE RACE\n\nAnna Berg said it was late. Ms. Berg’s boat sank. Lindqvists are many.\n\nANNA BERG IS 40\n\nBERG: So it is.\n',
    );
    expect(renamed('Anna <|>Alm-Rask said it was late. Alm-Rask’s boat sank.', 'Anna Alm-Berg')).toBe(
      'Anna Alm-Berg said it was late. Alm-Berg’s boat sank.',
    );
  });

  it('leaves capitals alone where another speaker may be meant', () => {
    const draft =
      'LINDQVIST WINS\n\nAnna <|>Lindqvist said it was late. “No,” Karl Lindqvist said. “Yes,” Anna Lindqvist said.\n';
    expect(renamed(draft, 'Anna Berg')).toMatch(/^LINDQVIST WINS\n\nAnna Berg said/);
  });

  it('knows when another speaker has the name already', () => {
    const draft = 'Anna <|>Lindqvist said it was late. “It is not,” Berta Berg said.\n';
    const { context, caret } = newsroom(draft);
    expect(isNameOfAnother(context.article, caret, 'Berta Berg')).toBe(true);
    expect(isNameOfAnother(context.article, caret, 'BERTA BERG')).toBe(true);
    for (const name of ['Anna Berg', 'Anna Lindqvist', ''])
      expect(isNameOfAnother(context.article, caret, name)).toBe(false);
  });

  it('is refused inside quotation marks, on pronouns, where nobody is named, and for what is no name', () => {
    expect(renamed(DRAFT.replace('<|>', '').replace('I am Ana', 'I am A<|>na'), 'Eva Soler')).toBeNull();
    expect(renamed(DRAFT.replace('<|>', '').replace('She', 'S<|>he'), 'Eva Soler')).toBeNull();
    expect(renamed('The wa<|>ll stands.', 'Eva Soler')).toBeNull();
    for (const name of ['', '  ', '“Eva”', 'Eva\n\nSoler]']) expect(renamed(DRAFT, name)).toBeNull();
  });
});

describe('renaming a speaker in other articles', () => {
  const neighbours = (name: string, draft = DRAFT): [string, string][] => {
    const others: Readonly<Record<string, string>> = {
      'second.txt': 'Ana Ruiz spoke first. “I am Ana Ruiz,” she said. Ruiz left early.\n',
      'capitals.txt': 'ANA RUIZ SPEAKS\n\nAna Ruiz said it was late.\n',
      'third.txt': 'Tomas Ruiz is no relation. “It is late,” Tomas Ruiz said.\n',
      'sources/minutes.txt': 'Ana Ruiz said: “The wall will stand.” Ruiz said no more.\n',
    };
    const { context, caret } = newsroom(draft, others);
    return renameInNeighbours(context, caret, name).map(({ id, edits }) => [
      context.nameOf(id),
      applyEdits(context.workspace.input(id)!.text, edits),
    ]);
  };

  it('goes by the full name, and leaves sources and quotations as they are', () => {
    expect(neighbours('Eva Soler').sort()).toEqual([
      ['capitals.txt', 'EVA SOLER SPEAKS\n\nEva Soler said it was late.\n'],
      ['second.txt', 'Eva Soler spoke first. “I am Ana Ruiz,” she said. Soler left early.\n'],
    ]);
  });

  it('is nothing for a name of one word, and for what is no name', () => {
    expect(neighbours('Soler', 'Ru<|>iz said it was late.\n')).toEqual([]);
    expect(neighbours('“Eva”')).toEqual([]);
  });
});
