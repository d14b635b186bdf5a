import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlankAt, linesOf, trimSpan } from '../../server/src/text/lines.ts';

const lines = (text: string): string[] => linesOf(text).map(({ start, end }) => text.slice(start, end));

describe('lines', () => {
  it.each([
    ['', []],
    ['\n', ['']],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\nb', ['a', 'b']],
    ['a\r\nb\rc\n\nd', ['a', 'b', 'c', '', 'd']],
    ['a\u2028b', ['a\u2028b']],
  ])('end where the Language Server Protocol ends them: %j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('hold the whole text with their breaks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', ' ', '😀')), (units) => {
        const text = units.join('');
        let next = 0;
        for (const line of linesOf(text)) {
          expect(line.start).toBe(next);
          expect(text.slice(line.end, line.next)).toMatch(/^(?:\r\n|\r|\n|)$/);
          next = line.next;
        }
        expect(next).toBe(text.length);
      }),
    );
  });
});

describe('trimSpan', () => {
  it('takes blank space and invisible characters off both ends', () => {
    const text = '\ufeff \u00a0\tword two\u200b \r\n';
    const { start, end } = trimSpan(text, { start: 0, end: text.length });
    expect(text.slice(start, end)).toBe('word two');
  });

  it('leaves nothing of a blank text', () => {
    const { start, end } = trimSpan(' \n\t', { start: 0, end: 3 });
    expect(start).toBe(end);
  });

  it('takes for blank what JavaScript trims, and zero-width space, word joiner and next line', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const character = String.fromCharCode(unit);
      const invisible = [0x85, 0x200b, 0x2060].includes(unit);
      expect(isBlankAt(character, 0), unit.toString(16)).toBe(character.trim() === '' || invisible);
    }
  });
});
