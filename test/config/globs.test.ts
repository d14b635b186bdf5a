import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../server/src/config/globs.ts';

const matches = (glob: string, path: string): boolean => pathMatcher([glob])(path);

describe('globs', () => {
  it.each([
    ['*.txt', ['a.txt', 'desk/a.txt', 'desk/.a.txt'], ['a.md', 'a.txt.md']],
    ['notes', ['notes', 'desk/notes', 'notes/a.txt', 'desk/notes/2019/a.txt'], ['notes2', 'my notes/a.txt']],
    ['/notes', ['notes', 'notes/a.txt'], ['desk/notes']],
    ['desk/', ['desk/a.txt', 'desk', 'old/desk/a.txt'], ['desks/a.txt']],
    ['desk/*.txt', ['desk/a.txt'], ['desk/old/a.txt', 'old/desk/a.txt']],
    ['desk/**/a.txt', ['desk/a.txt', 'desk/1/a.txt', 'desk/1/2/a.txt'], ['desk/1/ba.txt', 'desk']],
    ['**/node_modules/**', ['node_modules/a.md', 'x/node_modules/y/a.md'], ['node_modules2/a.md']],
    ['{drafts,sources/{old,new}}/*.md', ['drafts/a.md', 'sources/new/a.md'], ['sources/a.md', 'old/a.md']],
    ['{*.txt,*.md}', ['a.md', 'x/a.txt'], ['a.html']],
    ['[a-c]?.txt', ['b1.txt', 'c😀.txt'], ['d1.txt', 'b.txt']],
    ['[!a-c].txt', ['d.txt'], ['a.txt']],
    ['a{b', ['a{b'], ['ab']],
    ['a[b', ['a[b'], ['ab']],
    ['windows\\path\\*.txt', ['windows/path/a.txt'], ['windows/a.txt']],
    ['!keep.txt', ['!keep.txt'], ['keep.txt', 'other.txt']],
    ['Überschrift ?.txt', ['Überschrift 1.txt'], ['Uberschrift 1.txt']],
  ])('%s', (glob, right, wrong) => {
    expect(right.filter((path) => !matches(glob, path))).toEqual([]);
    expect(wrong.filter((path) => matches(glob, path))).toEqual([]);
  });

  it('match nothing when there are none, or only empty ones', () => {
    expect([pathMatcher([])('a'), matches('', 'a'), matches('/', 'a'), matches('./', 'a')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('match when any of them does', () => {
    const either = pathMatcher(['*.md', 'desk/**']);
    expect([either('a.md'), either('desk/a.txt'), either('a.txt')]).toEqual([true, true, false]);
  });

  it('mean what other tools take them to mean', () => {
    const name = fc.stringMatching(/^[ab.]{1,3}$/).filter((text) => !/^\.+$/.test(text));
    const part = fc.oneof(name, fc.constantFrom('*', '**', '?', 'a*', '*b', '{a,b}', '{a,b*}c', '[ab]'));
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 2, maxLength: 4 }),
        fc.array(name, { minLength: 1, maxLength: 4 }),
        (parts, names) => {
          // Whether `a/**` matches `a` itself differs from tool to tool; no article is a folder.
          fc.pre(parts.at(-1) !== '**');
          const glob = parts.join('/');
          const path = names.join('/');
          expect(matches(glob, path)).toBe(picomatch([glob, `${glob}/**`], { dot: true })(path));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('say of a path what they said of it before, however many they were asked about', () => {
    const matcher = pathMatcher(['**/old/*.txt', '?.md']);
    const paths = Array.from({ length: 12_000 }, (_, i) => {
      const name = String.fromCodePoint(0x4e00 + i);
      return [`desk/old/${name}.txt`, `desk/${name}/a.txt`, `${name}.md`];
    }).flat();
    const expected = paths.map((_, i) => i % 3 !== 1);
    expect(paths.map(matcher)).toEqual(expected);
    expect(paths.map(matcher)).toEqual(expected);
  });

  it('cannot be made to take long, whatever the project file says', () => {
    const path = `${'a'.repeat(1_000)}!`;
    const hostile = [
      '(a+)+$',
      `${'*a'.repeat(400)}b`,
      `${'+(a|aa)'.repeat(100)}b`,
      `${'{a,aa}'.repeat(160)}b`,
      '{a,b}'.repeat(190),
      '{'.repeat(900),
      `${'{a,'.repeat(250)}a${'}'.repeat(250)}b`,
      `${'**/'.repeat(300)}b`,
      `[${'a-z'.repeat(300)}`,
      '*'.repeat(100_000),
    ];
    // An exponential match of this size would not end within the life of the machine.
    expect(pathMatcher(hostile)(path)).toBe(false);
  });

  it('never throw', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(text), text, (globs, path) => typeof pathMatcher(globs)(path) === 'boolean'),
    );
  });
});
