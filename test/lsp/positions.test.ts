import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PositionEncoding } from '../../server/src/lsp/encoding.ts';
import { negotiateEncoding } from '../../server/src/lsp/encoding.ts';
import { offsetAt, spanOf } from '../../server/src/lsp/fromProtocol.ts';
import { linesOf } from '../../server/src/lsp/lines.ts';
import { positionAt } from '../../server/src/lsp/toProtocol.ts';

const ENCODINGS: readonly PositionEncoding[] = ['utf-8', 'utf-16', 'utf-32'];

describe('positions', () => {
  it('count characters as the client does', () => {
    const lines = linesOf('one\r\nEé😀x\nthree');
    const offset = lines.text.indexOf('x');
    expect(positionAt(lines, offset, 'utf-16')).toEqual({ line: 1, character: 4 });
    expect(positionAt(lines, offset, 'utf-8')).toEqual({ line: 1, character: 7 });
    expect(positionAt(lines, offset, 'utf-32')).toEqual({ line: 1, character: 3 });
  });

  it('break lines at \\n, \\r\\n and \\r', () => {
    expect(linesOf('a\nb\r\nc\rd').starts).toEqual([0, 2, 5, 7]);
    expect(linesOf('').starts).toEqual([0]);
    expect(linesOf('a\n').starts).toEqual([0, 2]);
  });

  it('outside the text move to the nearest place in it', () => {
    const lines = linesOf('first\r\nsecond');
    const at = (line: unknown, character: unknown): number => offsetAt(lines, { line, character }, 'utf-16');
    expect(at(0, 99)).toBe(5);
    expect(at(9, 0)).toBe(13);
    expect(at(-1, -1)).toBe(0);
    expect(at(null, '1')).toBe(0);
    expect(at(0.5, 2.5)).toBe(2);
    expect(at(1e15, 1e15)).toBe(13);
    expect(offsetAt(lines, null, 'utf-8')).toBe(0);
    expect(
      spanOf(lines, { start: { line: 1, character: 2 }, end: { line: 0, character: 1 } }, 'utf-16'),
    ).toEqual({
      start: 1,
      end: 9,
    });
  });

  it('inside a character move before it', () => {
    const lines = linesOf('😀x');
    expect(offsetAt(lines, { line: 0, character: 2 }, 'utf-8')).toBe(0);
    expect(offsetAt(lines, { line: 0, character: 4 }, 'utf-8')).toBe(2);
  });

  it.each(ENCODINGS)('lead back to the offset they came from (%s)', (encoding) => {
    const unit = fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', '😀', 'é', '“', '👩‍👧', 'e\u0301'),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(unit), fc.nat(), (parts, seed) => {
        const lines = linesOf(parts.join(''));
        let offset = seed % (lines.text.length + 1);
        // Nor is there one between the halves of a surrogate pair.
        if (/^[\udc00-\udfff]/.test(lines.text.slice(offset))) offset--;
        // Between \r and \n there is no position.
        fc.pre(!(lines.text[offset - 1] === '\r' && lines.text[offset] === '\n'));
        expect(offsetAt(lines, positionAt(lines, offset, encoding), encoding)).toBe(offset);
      }),
    );
  });
});

describe('the encoding', () => {
  it.each([
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8'], 'utf-8'],
    [['utf-8', 'utf-16'], 'utf-16'],
    [['utf-32', 'utf-8'], 'utf-32'],
    [['utf-7'], 'utf-16'],
  ] as const)('for a client that offers %j is %s', (offered, expected) => {
    expect(negotiateEncoding(offered)).toBe(expected);
  });
});
