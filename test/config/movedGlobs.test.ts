/** Globs of the project file when what they name gets another name. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathMatcher } from '../../server/src/config/globs.ts';
import { globsMoved } from '../../server/src/config/movedGlobs.ts';
import { parseProjectFile } from '../../server/src/config/projectFile.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

function moved(text: string, from: string, to: string, others: readonly string[] = []): string {
  return applyEdits(text, globsMoved(text, [{ from, to }], others));
}

describe('a glob', () => {
  it.each([
    ['sources/**', 'sources', 'material', 'material/**'],
    ['./sources/*.txt', 'sources', 'in/put', './in/put/*.txt'],
    ['/sources/2026/**', 'sources/2026', 'sources/old', '/sources/old/**'],
    ['sources/hearing.vtt', 'sources/hearing.vtt', 'sources/council.vtt', 'sources/council.vtt'],
    ['"sources/**"', 'sources', 'material', '"material/**"'],
    ["'sources/**'", 'sources', "mayor's", "'mayor''s/**'"],
    ['sources/**', 'sources', 'a: b', '"a: b/**"'],
    ['sources/**', 'sources', 'notes [May]', '"notes [[]May]/**"'],
    ['sources', 'sources', 'material', 'material'],
    ['sources', 'desk/sources', 'desk/material', 'material'],
  ])('%s follows %s to %s', (glob, from, to, expected) => {
    const file = (one: string): string => `# ours\nsources:\n  - ${one} # all of it\nprofile: desk\n`;
    expect(moved(file(glob), from, to)).toBe(file(expected));
  });

  it.each([
    ['sources/**', 'sources2', 'material'],
    ['sources/**', 'other/sources', 'material'],
    ['**/*.vtt', 'sources', 'material'],
    ['sources', 'sources', 'desk/sources'],
    ['{sources,notes}/**', 'sources', 'material'],
  ])('%s stays when %s becomes %s', (glob, from, to) => {
    const file = `sources: ["${glob}"]\n`;
    expect(moved(file, from, to)).toBe(file);
  });

  it('that is a name alone stays where another file has that name', () => {
    expect(moved('exclude:\n- notes\n', 'notes', 'old')).toBe('exclude:\n- old\n');
    expect(moved('exclude:\n- notes\n', 'notes', 'old', ['desk/notes/a.txt'])).toBe('exclude:\n- notes\n');
  });

  it('is left alone in a file that cannot be read', () => {
    for (const text of ['sources: [', 'sources: 5\n', '- sources/**\n', ''])
      expect(moved(text, 'sources', 'material')).toBe(text);
  });
});

it('a glob that followed matches what it matched before, at the new place', () => {
  const name = fc.stringMatching(/^[\w '[\]{}*?-]{0,6}\w$/);
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(path, path, (from, to) => {
      fc.pre(!/[*?[{]/.test(from) && !`${to}/`.startsWith(`${from}/`));
      const text = `sources:\n  - ${JSON.stringify(`${from}/**`)}\n`;
      const [glob] = parseProjectFile(moved(text, from, to)).settings.sources!;
      expect(pathMatcher([glob!])(`${to}/a/b.txt`)).toBe(true);
    }),
  );
});
