import { describe, expect, it } from 'vitest';
import { moveShown, visibleWhileTyping } from '../../server/src/features/whileTyping.ts';
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
