import { describe, expect, it } from 'vitest';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { moveShown, sentenceBeingTyped, visibleWhileTyping } from '../../server/src/features/whileTyping.ts';
import type { Finding } from '../../server/src/rules/rule.ts';

const finding = (start: number, end: number): Finding => ({
  rule: 'unattributed-quote',
  span: { start, end },
  severity: 'warning',
  message: 'm',
  related: [],
  fixes: [],
});

describe('while a sentence is being typed', () => {
  const [inside, outside] = [finding(10, 20), finding(40, 50)];

  it('new warnings in it wait, others show', () => {
    expect(visibleWhileTyping([inside, outside], [], { start: 5, end: 30 })).toEqual([outside]);
  });

  it('warnings that are shown already stay', () => {
    const shown = [{ rule: inside.rule, span: { start: 12, end: 18 } }];
    expect(visibleWhileTyping([inside, outside], shown, { start: 5, end: 30 })).toEqual([inside, outside]);
    const other = [{ rule: 'unclosed-quote', span: inside.span }];
    expect(visibleWhileTyping([inside], other, { start: 5, end: 30 })).toEqual([]);
  });

  it('all show after the pause', () => {
    expect(visibleWhileTyping([inside, outside], [], null)).toEqual([inside, outside]);
  });

  it('shown warnings move with the text, and grow with what is typed into them', () => {
    const shown = [{ rule: 'r', span: { start: 10, end: 20 } }];
    const typed = (at: number): unknown =>
      moveShown(shown, { removed: { start: at, end: at }, inserted: 2 })[0]!.span;
    expect(typed(3)).toEqual({ start: 12, end: 22 });
    expect(typed(15)).toEqual({ start: 10, end: 22 });
    expect(typed(30)).toEqual({ start: 10, end: 20 });
  });
});

describe('the sentence being typed', () => {
  /** What is being typed at the `|` of a text. */
  const typed = (marked: string): string | null => {
    const caret = marked.indexOf('|');
    const text = marked.replace('|', '');
    const span = sentenceBeingTyped(analyzeArticle(text, { format: 'plain' }), caret);
    return span && text.slice(span.start, span.end);
  };

  it('goes on behind the blank after a word', () => {
    expect(typed('The quay is shut. The ferry carried 4,100 lorries |')).toBe(
      'The ferry carried 4,100 lorries ',
    );
    expect(typed('The quay is shut. The ferry carried 4,100 lorries| in May.')).toBe(
      'The ferry carried 4,100 lorries in May.',
    );
  });

  it('is over when the next one begins, and in the next paragraph', () => {
    expect(typed('The ferry carried 4,100 lorries in May. I|')).toBe('I');
    expect(typed('The ferry carried 4,100 lorries in May.\n\n|')).toBeNull();
  });

  it('takes in the quotation before it, whose speaker may come now', () => {
    const quotation = '“We have counted every lorry,” ';
    expect(typed(`The quay is shut. ${quotation}|`)).toBe(quotation);
    expect(typed('The quay is shut. “Who has counted them?” A|')).toBe('“Who has counted them?” A');
  });

  it('reaches back to the mark of a quotation that is still open', () => {
    expect(typed('The quay is shut. “We count lorries. We count vans. W|')).toBe(
      '“We count lorries. We count vans. W',
    );
    expect(typed('The quay is shut. “We count lorries. We count vans.” The ferry w|')).toBe(
      'We count vans.” The ferry w',
    );
  });
});
