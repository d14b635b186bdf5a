import { describe, expect, it } from 'vitest';
import { tokenize } from '../../server/src/analysis/tokens.ts';
import { perWord, wordOf } from '../../server/src/analysis/words.ts';

describe('words', () => {
  it('are shared by their tokens, whatever the apostrophes', () => {
    const tokens = tokenize("It’s late, and it's late.");
    expect(tokens[1]!.text).toBe('’s');
    expect(tokens[1]!.word).toBe(tokens.find(({ text }) => text === "'s")!.word);
    expect(tokens[2]!.word).toBe(wordOf('late'));
    expect(tokens[0]!.word).not.toBe(wordOf('it'));
  });

  it('have one lemma for each part of speech, but for contractions', () => {
    const lemma = (text: string, index: number): string => tokenize(text)[index]!.lemma;
    expect(lemma('They saw the saw.', 1)).toBe('see');
    expect(lemma('They saw the saw.', 3)).toBe('saw');
    expect(lemma("It's late.", 1)).toBe('be');
    expect(lemma("The mayor's office.", 2)).toBe("'s");
    expect(lemma("It's late.", 1)).toBe('be');
  });

  it('are kept when they may be met again, and not when no word is so long', () => {
    expect(wordOf('w'.repeat(120))).toBe(wordOf('w'.repeat(120)));
    expect(wordOf('w'.repeat(121))).not.toBe(wordOf('w'.repeat(121)));
  });

  it('are asked a question once', () => {
    let asked = 0;
    const length = perWord(({ text }) => {
      asked++;
      return text.length;
    });
    const again = perWord(({ lower }) => lower.length > 3);
    expect(tokenize('late and late and Late').map((token) => length(token))).toEqual([4, 3, 4, 3, 4]);
    expect(asked).toBe(3);
    expect(again(tokenize('late')[0]!)).toBe(true);
  });
});
