import { describe, expect, it } from 'vitest';
import { readMarked, writeMarked } from './marked.ts';

describe('marked texts', () => {
  it('reads spans in the text without its tags', () => {
    const marked = readMarked('He said <q:direct>“A <in>‘b’</in>”</q>.<|>');
    expect(marked.text).toBe('He said “A ‘b’”.');
    expect(marked.spans).toEqual([
      { tag: 'q', label: 'direct', start: 8, end: 15 },
      { tag: 'in', label: '', start: 11, end: 14 },
    ]);
    expect(marked.caret).toBe(16);
    expect(marked.only('in')).toEqual({ start: 11, end: 14 });
  });

  it('leaves other angle brackets and tags that were not named alone', () => {
    expect(readMarked('a < b <!-- c --> <3 <B>').text).toBe('a < b <!-- c --> <3 <B>');
    expect(readMarked('<b>x</b> <q>y</q>', ['q']).text).toBe('<b>x</b> y');
  });

  it('refuses tags that do not match', () => {
    expect(() => readMarked('<q>open')).toThrow('never closed');
    expect(() => readMarked('closed</q>')).toThrow('closes nothing');
    expect(() => readMarked('none').only('q')).toThrow('found 0');
    expect(() => readMarked('<|><|>').caret).toThrow('found 2');
  });

  it.each(['', 'plain', '<a>x</a><b>y</b>', '<a:l><b>x</b> y</a> z', 'x <a><b><c>y</c></b></a>'])(
    'writes what it read: %j',
    (text) => {
      const marked = readMarked(text);
      expect(writeMarked(marked.text, marked.spans)).toBe(text);
    },
  );
});
