import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Documents } from '../../server/src/lsp/documents.ts';
import { positionAt, rangeOf } from '../../server/src/lsp/toProtocol.ts';
import { linesOf } from '../../server/src/lsp/lines.ts';
import { fileShownBy, shownUriOf } from '../../server/src/lsp/sourceUris.ts';
import { canonicalUri, fileNameOf, isStored, pathBelow } from '../../server/src/lsp/uri.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

const uri = 'file:///a.txt';

describe('open documents', () => {
  it.each(['utf-8', 'utf-16', 'utf-32'] as const)(
    'hold after any edits what the client holds (%s)',
    (encoding) => {
      const piece = fc.oneof(fc.constantFrom('\n', '\r', '\r\n', '😀', 'é“'), fc.string({ maxLength: 4 }));
      const texts = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(''));
      const edit = fc.record({ from: fc.nat(40), length: fc.nat(6), text: texts });
      fc.assert(
        fc.property(texts, fc.array(edit, { maxLength: 8 }), (start, edits) => {
          const documents = new Documents(encoding);
          documents.open({ uri, languageId: 'plaintext', version: 1, text: start });
          let text = start;
          edits.forEach((change, i) => {
            const lines = linesOf(text);
            // Only places a client can name: no half characters, nothing inside a line break.
            const place = (offset: number): number => {
              const at = Math.min(offset, text.length);
              const isInside =
                (text[at - 1] === '\r' && text[at] === '\n') || /^[\udc00-\udfff]/.test(text.slice(at));
              return isInside ? at - 1 : at;
            };
            const span = { start: place(change.from), end: place(change.from + change.length) };
            const range = rangeOf(lines, span, encoding);
            documents.change({ uri, version: i + 2 }, [{ range, text: change.text }]);
            text = applyEdits(text, [{ span, newText: change.text }]);
          });
          expect(documents.get(uri)?.lines).toEqual(linesOf(text));
        }),
      );
    },
  );

  it('tell what was replaced, in the text of each change', () => {
    const documents = new Documents('utf-16');
    documents.open({ uri, languageId: 'plaintext', version: 1, text: 'one two' });
    const at = positionAt(linesOf('one two'), 3, 'utf-16');
    const change = documents.change({ uri, version: 2 }, [{ range: { start: at, end: at }, text: '!!' }]);
    expect(change?.replacements).toEqual([{ removed: { start: 3, end: 3 }, inserted: 2 }]);
    expect(documents.change({ uri, version: 3 }, [{ text: 'new' }])?.replacements).toBeUndefined();
  });

  it('outlive malformed messages', () => {
    const documents = new Documents('utf-16');
    expect(documents.open(null)).toBeUndefined();
    expect(documents.change({ uri, version: 1 }, [])).toBeUndefined();
    documents.open({ uri, text: 'x' });
    for (const changes of [null, [null], [{}], [{ text: null }]])
      documents.change({ uri, version: null }, changes);
    expect(documents.change({ uri, version: 2 }, [{ range: {}, text: 'y' }])?.document.lines.text).toBe('yx');
    expect(documents.close(5)).toBeUndefined();
  });
});

describe('URIs', () => {
  it.each([
    ['file:///C%3A/a%20b/%C3%A9(1).txt', 'file:///c%3A/a%20b/%C3%A9(1).txt'],
    ['file:///c:/a b/é(1).txt', 'file:///c%3A/a%20b/%C3%A9(1).txt'],
    ['file:///a%2Cb,c.txt', 'file:///a%2Cb%2Cc.txt'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['file:///%zz%00.txt', 'file:///%zz%00.txt'],
    ['vscode-vfs://github/o/r/a%28b%29.txt', 'vscode-vfs://github/o/r/a(b).txt'],
    ['memfs:/a%20b/c.txt', 'memfs:/a%20b/c.txt'],
    ['git:/a/b.txt?%7B%22ref%22%7D', 'git:/a/b.txt?%7B%22ref%22%7D'],
    ['', ''],
  ])('%s is known as %s', (written, known) => {
    expect(canonicalUri(written)).toBe(known);
    expect(canonicalUri(known)).toBe(known);
  });

  it('have a name for people, and a path below a folder', () => {
    expect(fileNameOf('file:///a/b%20c.txt')).toBe('b c.txt');
    expect(fileNameOf('untitled:Untitled-1')).toBe('untitled:Untitled-1');
    expect(pathBelow('file:///a', 'file:///a/b/c%20d.txt')).toBe('b/c d.txt');
    expect(pathBelow('file:///a', 'file:///ab/c.txt')).toBeUndefined();
  });

  it.each([
    ['file:///a.txt', true],
    ['memfs:/a.txt', true],
    ['vscode-vfs://github/o/r/a.txt', true],
    ['untitled:Untitled-1', false],
    ['untitled:/not/saved/yet.txt', false],
  ])('%s has a place among files: %s', (uri, expected) => {
    expect(isStored(uri)).toBe(expected);
  });

  it.each([
    ['file:///a/talk.vtt', 'attest-source:///a/talk.vtt.txt'],
    ['file://host/a/talk.vtt', 'attest-source://host/a/talk.vtt.txt'],
    ['memfs:/a/talk.vtt', 'attest-source:/a/talk.vtt.txt?memfs'],
    ['vscode-vfs://github/o/r/talk.vtt', 'attest-source://github/o/r/talk.vtt.txt?vscode-vfs'],
  ])('of the text made from %s is %s, and leads back', (file, shown) => {
    expect(shownUriOf(file)).toBe(shown);
    expect(fileShownBy(shown)).toBe(file);
    expect(fileShownBy(file)).toBe(file);
  });

  it('of a text that was made is known without its empty authority', () => {
    expect(fileShownBy('attest-source:/a/talk.vtt.txt')).toBe('file:///a/talk.vtt');
  });
});
