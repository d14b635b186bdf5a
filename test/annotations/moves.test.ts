import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addAnnotation,
  emptyAnnotationFile,
  parseAnnotationFile,
  serialiseAnnotationFile,
} from '../../server/src/annotations/annotationFile.ts';
import type { Move } from '../../server/src/annotations/moves.ts';
import { movedAnnotations, movedMarks, movedTarget, movedUri } from '../../server/src/annotations/moves.ts';
import { resolvePath, uriKey } from '../../server/src/annotations/targets.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { findMarks } from '../../server/src/text/marks.ts';

const DESK = 'file:///desk';
const DRAFT = `${DESK}/drafts/pier.md`;
const TIME = '2026-03-11T09:00:00Z';

const move = (from: string, to: string): Move => ({ from: `${DESK}/${from}`, to: `${DESK}/${to}` });
const moving = (...moves: Move[]) => ({ article: DRAFT, moves, folders: [DESK] });

describe('where a file is after others were moved', () => {
  it('goes with its folder, and the folder nearest to it decides', () => {
    const moves = [move('sources', 'material'), move('sources/tapes', 'tapes')];
    expect(movedUri(`${DESK}/sources/a.txt`, moves)).toBe(`${DESK}/material/a.txt`);
    expect(movedUri(`${DESK}/sources/tapes/b.txt`, moves)).toBe(`${DESK}/tapes/b.txt`);
    expect(movedUri(`${DESK}/sources-2/a.txt`, moves)).toBe(`${DESK}/sources-2/a.txt`);
  });

  it('is found whatever way its name is written', () => {
    const moves = [{ from: 'file:///c%3A/desk/Ann%27s', to: 'file:///c%3A/desk/Ann' }];
    expect(movedUri("file:///C:/desk/Ann's/tape.txt", moves)).toBe('file:///c%3A/desk/Ann/tape.txt');
  });
});

describe('a target', () => {
  it.each([
    [
      'when its file gets another name',
      '../sources/a.txt',
      move('sources/a.txt', 'sources/b c.txt'),
      '../sources/b%20c.txt',
    ],
    ['when its folder does', '../sources/a.txt#L3', move('sources', 'material'), '../material/a.txt#L3'],
    [
      'when the article goes elsewhere',
      '../sources/a.txt#:~:text=we%20saw',
      move('drafts/pier.md', 'done/may/pier.md'),
      '../../sources/a.txt#:~:text=we%20saw',
    ],
    ['when both change places', '../sources/a.txt', move('drafts', 'sources/new'), '../a.txt'],
    [
      'when its file comes to stand beside the article',
      '../sources/notes.txt',
      move('sources/notes.txt', 'drafts/notes'),
      './notes',
    ],
    ['in angle brackets', '<../sources/a.txt>', move('sources/a.txt', 'sources/b.txt'), '../sources/b.txt'],
  ])('leads to the same file %s', (_, target, moved, expected) => {
    expect(movedTarget(target, moving(moved))).toBe(expected);
  });

  it.each([
    ['when something else is moved', '../sources/a.txt', move('sources/b.txt', 'sources/c.txt')],
    ['when article and file move together', 'a.txt', move('drafts', 'done')],
    ['where it is an address', 'https://example.org/a.txt', move('drafts/pier.md', 'pier.md')],
    ['where it is the id of a source', 'pier-tape', move('drafts/pier-tape', 'drafts/x')],
    ['where it leads out of the workspace', '../../secret.txt', move('drafts/pier.md', 'pier.md')],
    [
      'where it would lead out of it',
      '../sources/a.txt',
      { from: `${DESK}/sources`, to: 'file:///elsewhere' },
    ],
  ])('stays as it is %s', (_, target, moved) => {
    expect(movedTarget(target, moving(moved))).toBeNull();
  });

  it('always resolves to where its file has gone', () => {
    const name = fc.constantFrom('a', 'b c', 'é', 'x(1)', 'sources', "o'clock", '100%');
    const path = fc.array(name, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(path, path, path, path, (article, target, from, to) => {
        const uri = (parts: readonly string[], ending = '') =>
          `${DESK}/${parts.map(encodeURIComponent).join('/')}${ending}`;
        const here = uri(article, '.md');
        const there = uri(target, '.txt');
        const moves = [{ from: uri(from), to: uri([...to, 'moved']) }];
        const up = article.slice(1).map(() => '..');
        const written = [...up, ...target.map(encodeURIComponent)].join('/') + '.txt';
        const followed = movedTarget(written, { article: here, moves, folders: [DESK] }) ?? written;
        const found = resolvePath(movedUri(here, moves), followed, [DESK]);
        expect('uri' in found && uriKey(found.uri)).toBe(uriKey(movedUri(there, moves)));
      }),
    );
  });
});

describe('the marks of an article', () => {
  const TEXT = [
    'The pier fell [source: ../sources/a.txt#:~:text=it%20fell] in May,[^1] they say.[^2] [source: tape]',
    '',
    '[^1]: See [the minutes](../sources/a.txt "June"), page 4.',
    '[^2]: Reuters, ../sources/a.txt is no target here.',
    '',
  ].join('\n');

  const after = (...moves: Move[]) =>
    applyEdits(TEXT, movedMarks(TEXT, findMarks(TEXT, 'markdown'), moving(...moves)));

  it('change in the path alone', () => {
    expect(after(move('sources/a.txt', 'sources/hall (2).txt'))).toBe(
      TEXT.replace('source: ../sources/a.txt#', 'source: ../sources/hall%20%282%29.txt#').replace(
        '(../sources/a.txt "June")',
        '(../sources/hall%20%282%29.txt "June")',
      ),
    );
  });

  it('stay as they are when nothing they lead to is moved', () => {
    expect(after(move('sources/b.txt', 'sources/c.txt'), move('drafts/other.md', 'other.md'))).toBe(TEXT);
  });
});

describe('the annotations of an article', () => {
  const text = 'The pier fell in May.';
  const file = addAnnotation(
    emptyAnnotationFile(),
    'urn:uuid:1',
    text,
    { start: 0, end: 13 },
    { source: '../sources/a.txt#L3', note: 'twice' },
    { time: TIME, article: 'pier.md' },
  );
  const moved = (...moves: Move[]) => movedAnnotations(file, moving(...moves), TIME);

  it('lead to the same sources, and nothing else of them changes', () => {
    const followed = moved(move('sources', 'material'))!;
    expect(serialiseAnnotationFile(followed)).toBe(
      serialiseAnnotationFile(file)
        .replace('../sources/a.txt', '../material/a.txt')
        .replace(`"created": "${TIME}"`, `"created": "${TIME}",\n      "modified": "${TIME}"`),
    );
  });

  it('are named after the article', () => {
    const renamed = moved(move('drafts/pier.md', 'drafts/the pier.md'))!;
    const written = serialiseAnnotationFile(renamed);
    expect(written).toBe(serialiseAnnotationFile(file).replaceAll('"pier.md', '"the%20pier.md'));
    expect(parseAnnotationFile(written).annotations).toEqual(file.annotations);
  });

  it('stay as they are when nothing of theirs is moved, and where the file has mistakes', () => {
    expect(moved(move('sources/b.txt', 'sources/c.txt'))).toBeNull();
    const damaged = parseAnnotationFile('{ "type": ');
    expect(movedAnnotations(damaged, moving(move('sources', 'material')), TIME)).toBeNull();
  });
});
