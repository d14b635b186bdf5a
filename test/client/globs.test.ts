/** The switches of the status item, as changes to the lists of included and excluded files. */
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { excluding, globOf, including } from '../../client/src/globs.ts';

describe('a pattern for one file', () => {
  it.each([
    'drafts/pier.md',
    'drafts/[old] pier (2).md',
    'drafts/{a,b}.txt',
    'drafts/what?!.md',
    'drafts/кран 🚢.txt',
  ])('matches %s and nothing beside it', (path) => {
    const matches = picomatch(globOf(path), { dot: true });
    expect(matches(path)).toBe(true);
    expect(matches(`${path}.bak`)).toBe(false);
    expect(matches(`more/${path}`)).toBe(false);
  });
});

describe('switching', () => {
  const lists = { include: ['a.md'], exclude: ['**/b/**'] };

  it('off moves the pattern from one list to the other', () => {
    expect(excluding(lists, 'a.md')).toEqual({ include: [], exclude: ['**/b/**', 'a.md'] });
  });

  it('on takes the exclusion back', () => {
    expect(including(excluding(lists, 'a.md'), 'a.md')).toEqual(lists);
  });

  it('twice is the same as once', () => {
    const once = excluding(lists, 'c.md');
    expect(excluding(once, 'c.md')).toEqual(once);
  });
});
