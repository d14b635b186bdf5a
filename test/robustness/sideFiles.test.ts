/** Project files and annotation files come with the workspace, from anybody. Reading them is total and takes its time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnnotationFile, serialiseAnnotationFile } from '../../server/src/annotations/annotationFile.ts';
import { parseProjectFile } from '../../server/src/config/projectFile.ts';

/** Each grows with its length. A reader that is worse than linear would not end in time. */
const PROJECT_FILES: Readonly<Record<string, (length: number) => string>> = {
  'aliases of aliases': (length) =>
    `a: &a [${'1,'.repeat(length / 10)}]\nb: &b [${'*a,'.repeat(length / 10)}]\nexclude: [${'*b,'.repeat(length / 10)}]\n`,
  'a billion laughs': () =>
    ['a: &a [ha,ha,ha,ha,ha,ha,ha,ha,ha]']
      .concat(
        Array.from(
          'bcdefghijklmnop',
          (key, i) => `${key}: &${key} [${`*${'abcdefghijklmnop'[i]},`.repeat(9)}]`,
        ),
      )
      .join('\n'),
  'an alias of itself': () => 'exclude: &a [*a, *a]\n',
  'many keys': (length) => Array.from({ length: length / 10 }, (_, i) => `key${i}: 1`).join('\n'),
  'deep lists': (length) => '['.repeat(length),
  'deep maps': (length) => '{a: '.repeat(length / 4),
  'wrong items': (length) => `exclude:\n${'  - 5\n'.repeat(length / 6)}`,
  'wrong lines': (length) => '%\n'.repeat(length / 2),
  'open quotation marks': (length) => '"'.repeat(length + 1),
  'more than any settings need': () => `exclude:\n${'  - a\n'.repeat(200_000)}`,
};

describe('a hostile project file', () => {
  it.each(Object.keys(PROJECT_FILES))('with %s costs no more than its length', (name) => {
    const { settings, problems } = parseProjectFile(PROJECT_FILES[name]!(30_000));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(200);
    expect(settings.exclude ?? []).toEqual([]);
  });

  it('reaches no prototype', () => {
    parseProjectFile(
      '__proto__:\n  polluted: yes\nconstructor:\n  prototype:\n    polluted: yes\nrules:\n  __proto__: error\n',
    );
    expect('polluted' in {}).toBe(false);
  });

  it('may use an anchor for a list it needs twice', () => {
    const { settings, problems } = parseProjectFile('exclude: &old\n  - old/**\nsources: *old\n');
    expect(problems).toEqual([]);
    expect(settings).toEqual({ exclude: ['old/**'], sources: ['old/**'] });
  });

  it('is told of a key that stands twice, at the second one', () => {
    const text = 'profile: desk\nprofile: strict\n';
    const { settings, problems } = parseProjectFile(text);
    expect(settings).toEqual({});
    expect(problems.map(({ span }) => span)).toEqual([{ start: 14, end: 21 }]);
  });

  it('is read without throwing, whatever it is, and its mistakes lie within it', () => {
    const word = fc.constantFrom(
      'profile',
      'desk',
      'exclude',
      'rules',
      '&a',
      '*a',
      '<<',
      '!!js/function',
      '__proto__',
    );
    const mark = fc.constantFrom(
      ':',
      ' ',
      '\n',
      '\r\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '|',
      '---',
      '\t',
      '%',
    );
    const text = fc.array(fc.oneof(word, mark, fc.string({ unit: 'binary', maxLength: 3 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const file = parts.join('');
        for (const { span } of parseProjectFile(file).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(file.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const PAGE = `${JSON.stringify(
  {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: [
      {
        id: 'urn:example:1',
        type: 'Annotation',
        target: { selector: { type: 'TextQuoteSelector', exact: 'the old pier' } },
        body: { type: 'TextualBody', purpose: 'commenting', value: 'Ask the harbour master “again”.' },
      },
    ],
  },
  null,
  2,
)}\n`;

describe('a damaged annotation file', () => {
  it('is either read whole or never written over, wherever it was cut off', () => {
    for (let length = 0; length < PAGE.length; length++) {
      const { annotations, writable } = parseAnnotationFile(PAGE.slice(0, length));
      const isWhole = length >= PAGE.trimEnd().length;
      expect(annotations.length, `cut at ${length}`).toBe(isWhole ? 1 : 0);
      expect(writable, `cut at ${length}`).toBe(isWhole || length === 0);
    }
  });

  it.each([
    ['a merge conflict', `<<<<<<< HEAD\n${PAGE}=======\n${PAGE}>>>>>>> theirs\n`],
    ['a key that stands twice', PAGE.replace('"items"', '"items": [], "items"')],
    ['a key that stands twice deep inside', PAGE.replace('"purpose"', '"value": "Ask nobody.", "purpose"')],
    ['a number without end', PAGE.replace('"commenting"', '1e999')],
    ['a number of too many digits', PAGE.replace('"commenting"', '12345678901234567890')],
    ['a control character', PAGE.replace('harbour', 'harb\u0001our')],
    ['zero bytes', '\0'.repeat(100)],
    ['endless nesting', '['.repeat(50_000)],
    ['another kind of page', '{"type":"AnnotationCollection","items":[]}'],
  ])('with %s is named as one, and not written over', (_, text) => {
    const { problems, writable } = parseAnnotationFile(text);
    expect(writable).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('reaches no prototype', () => {
    const text = '{"type":"AnnotationPage","__proto__":{"polluted":1},"items":[{"__proto__":{"id":"x"}}]}';
    const file = parseAnnotationFile(text);
    expect('polluted' in {}).toBe(false);
    expect(JSON.parse(serialiseAnnotationFile(file))).toMatchObject(JSON.parse(text) as object);
  });

  it('is read without throwing, whatever a hand or a program did to it', () => {
    const change = fc.record({
      at: fc.nat(PAGE.length),
      removed: fc.nat(12),
      added: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(
          '"',
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          'null',
          '1e999',
          '\\u',
          '\u0000',
          '//',
          '"items":',
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let text = PAGE;
        for (const { at, removed, added } of changes)
          text = text.slice(0, at) + added + text.slice(at + removed);
        const file = parseAnnotationFile(text);
        // What may be written holds everything that was read.
        if (file.writable && text.trim() !== '') {
          expect(JSON.parse(serialiseAnnotationFile(file))).toMatchObject(JSON.parse(text) as object);
        }
      }),
      { numRuns: 400 },
    );
  });
});
