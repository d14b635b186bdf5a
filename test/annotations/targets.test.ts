import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  directiveFor,
  findDirective,
  footnoteTarget,
  formatTarget,
  parseTarget,
  relativePath,
  resolvePath,
  uriKey,
} from '../../server/src/annotations/targets.ts';
import { searchable } from '../../server/src/text/wordSearch.ts';
import { readMarked, writeMarked } from '../support/marked.ts';

describe('a target', () => {
  it.each([
    ['interview.txt', 'path', 'interview.txt'],
    ['../sources/a b.md', 'path', '../sources/a b.md'],
    ['https://example.org/a?b=c', 'url', 'https://example.org/a?b=c'],
    ['<https://example.org>', 'url', 'https://example.org'],
    ['votel-2018', 'id', 'votel-2018'],
    ['javascript:alert(1)', 'path', 'javascript:alert(1)'],
  ])('%s is a %s', (written, kind, address) => {
    expect(parseTarget(written)).toMatchObject({ kind, address, directives: [] });
  });

  it('has headings and text directives', () => {
    expect(
      parseTarget('a.md#part-two:~:text=In%202019-,the%20council,approved,-without%20debate&text=x'),
    ).toEqual({
      kind: 'path',
      address: 'a.md',
      heading: 'part-two',
      directives: [
        { prefix: 'In 2019', start: 'the council', end: 'approved', suffix: 'without debate' },
        { prefix: '', start: 'x', end: '', suffix: '' },
      ],
    });
    expect(parseTarget('a.md#heading')).toMatchObject({ heading: 'heading', directives: [] });
    expect(parseTarget('a.txt#:~:text=100%')).toMatchObject({ directives: [{ start: '100%' }] });
  });

  it.each(['', '  ', '#:~:text=x', 'a.txt#:~:text=', 'a.txt#:~:text=a,b,c,d', 'a.txt#:~:other=x'])(
    'without anything to follow: %j',
    (written) => {
      expect(parseTarget(written)?.directives ?? []).toEqual([]);
    },
  );

  it('is written as it is read, and fits into a mark', () => {
    const part = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.trim());
    const start = part.filter((text) => text !== '');
    fc.assert(
      fc.property(fc.record({ prefix: part, start, end: part, suffix: part }), part, (directive, heading) => {
        const target = { kind: 'path', address: 'a.txt', heading, directives: [directive] } as const;
        const written = formatTarget(target);
        expect(parseTarget(written)).toEqual(target);
        expect(written).not.toMatch(/[[\]\s]/);
      }),
    );
  });
});

describe('a footnote’s target', () => {
  it.each([
    ['interview.txt', 'interview.txt'],
    ['[The interview](../interview.txt "May")', '../interview.txt'],
    ['See https://example.org/a, page 4.', 'https://example.org/a'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['Interview with the mayor, 12 May.', null],
    ['ibid', null],
    ['Ibid.', null],
    ['Reuters', null],
    ['survey-2019', 'survey-2019'],
    ['survey', 'survey'],
    ['../a.txt#:~:text=so%20it%20is', '../a.txt#:~:text=so%20it%20is'],
    ['', null],
  ])('%j → %j', (definition, target) => {
    expect(footnoteTarget(definition)).toBe(target);
  });
});

describe('a text directive', () => {
  function found(expected: string, directive: Partial<Parameters<typeof findDirective>[1]>): string {
    const { text } = readMarked(expected, ['f']);
    const spans = findDirective(searchable(text), {
      prefix: '',
      start: '',
      end: '',
      suffix: '',
      ...directive,
    });
    return writeMarked(
      text,
      spans.map((span) => ({ ...span, tag: 'f' })),
    );
  }

  it.each([
    ['We <f>stepped into</f> it lightly.', { start: 'Stepped  INTO' }],
    ['A <f>“so-called”\nplan</f> here.', { start: 'so called plan' }],
    ['one two <f>three</f> four, and three more', { prefix: 'two', start: 'three' }],
    ['three more, then <f>three four</f>', { start: 'three', end: 'four', prefix: 'then' }],
    ['cats catch a <f>cat</f>', { start: 'cat' }],
    ['<f>a b</f> c, not a b d', { start: 'a b', suffix: 'c' }],
    ['nothing of it', { start: 'something' }],
    ['nothing at all', { start: '…' }],
    ['', { start: 'a' }],
  ] as const)('%j', (text, directive) => {
    // Marks of punctuation before the first word are no part of what is found.
    expect(found(text, directive).replace('<f>“', '“<f>')).toBe(text.replace('<f>“', '“<f>'));
  });

  it('is made so that it finds the passage', () => {
    const word = fc.constantFrom(
      'the',
      'harbour',
      'was',
      'closed',
      'in',
      'May',
      '2019',
      '“no,”',
      'she',
      'said',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (words, a, b) => {
        const text = words.join(' ');
        const from = a % words.length;
        const to = from + 1 + (b % (words.length - from));
        const start = words.slice(0, from).reduce((sum, { length }) => sum + length + 1, 0);
        const passage = words.slice(from, to).join(' ');
        const directive = directiveFor(text, { start, end: start + passage.length });
        const spans = findDirective(searchable(text), directive);
        if (/\p{L}|\d/u.test(passage)) expect(spans.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a path', () => {
  const base = 'file:///c%3A/news%20room/drafts/may/report.txt';
  const folders = ['file:///c%3A/news%20room', 'file:///elsewhere'];

  it.each([
    ['interview.txt', 'file:///c%3A/news%20room/drafts/may/interview.txt'],
    ['./a/../b c.txt', 'file:///c%3A/news%20room/drafts/may/b%20c.txt'],
    ['b%20c.txt', 'file:///c%3A/news%20room/drafts/may/b%20c.txt'],
    ['../../sources/a.txt', 'file:///c%3A/news%20room/sources/a.txt'],
    ['..\\a.txt', 'file:///c%3A/news%20room/drafts/a.txt'],
    ['100%.txt', 'file:///c%3A/news%20room/drafts/may/100%25.txt'],
  ])('%s is resolved', (path, uri) => {
    expect(resolvePath(base, path, folders)).toEqual({ uri });
  });

  it.each([
    '../../../x.txt',
    '../../../news room/drafts/x.txt',
    '..\\..\\..\\x',
    '/etc/passwd',
    '\\\\server\\share',
    '//server/share',
    'C:\\x.txt',
    'c:/x.txt',
    'file:///x.txt',
    'javascript:alert(1)',
    '..%2f..%2f..%2fx',
    '%2e%2e/%2e%2e/%2e%2e/x',
    'a%5c..%5cb',
    'a\u0000b',
  ])('%s is refused', (path) => {
    expect(resolvePath(base, path, folders)).toHaveProperty('refused');
  });

  it('stays in the article’s own folder where there is no workspace', () => {
    expect(resolvePath('file:///tmp/a.txt', 'b.txt', [])).toEqual({ uri: 'file:///tmp/b.txt' });
    expect(resolvePath('file:///tmp/a.txt', '../b.txt', [])).toEqual({ refused: 'outside' });
    expect(resolvePath('file:///news/a.txt', '../b.txt', ['file:///new'])).toEqual({ refused: 'outside' });
    expect(resolvePath('untitled:Untitled-1', 'b.txt', [])).toEqual({ uri: 'b.txt' });
  });

  it('never leaves the folder, whatever is written', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      'a',
      '/',
      '\\',
      '%2e',
      '%2E%2e',
      '%2f',
      '%',
      '%zz',
      'C:',
      ':',
      '~',
      ' ',
      '\n',
      'ü',
      '%c3%bc',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const resolved = resolvePath(base, pieces.join(''), folders);
        if (!('uri' in resolved)) return;
        const url = new URL(resolved.uri);
        expect(
          url.href.startsWith('file:///c%3A/news%20room/') || url.href === 'file:///c%3A/news%20room/',
        ).toBe(true);
      }),
    );
  });

  it('is written relative to the article', () => {
    const to = 'file:///c%3A/news%20room/sources/b%20c.txt';
    expect(relativePath(base, to)).toBe('../../sources/b%20c.txt');
    expect(resolvePath(base, relativePath(base, to)!, folders)).toEqual({ uri: to });
    expect(relativePath(base, 'untitled:x')).toBeNull();
  });

  it('leads from document to document where there is no host', () => {
    expect(relativePath('memfs:/desk/draft.md', 'memfs:/sources/a.txt')).toBe('../sources/a.txt');
    expect(relativePath('memfs:/desk/draft.md', 'file:///sources/a.txt')).toBeNull();
    expect(relativePath('vscode-vfs://one/a.md', 'vscode-vfs://two/a.txt')).toBeNull();
  });

  it('has one key however it is spelled', () => {
    expect(uriKey('file:///C:/a%20b')).toBe(uriKey('file:///c%3A/a b'));
    expect(uriKey('file:///%zz')).toBe('file:///%zz');
  });
});
