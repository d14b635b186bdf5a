import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorAll } from '../../server/src/annotations/anchor.ts';
import type { AnnotationFile, Recorded } from '../../server/src/annotations/annotationFile.ts';
import {
  addAnnotation,
  annotationFileName,
  emptyAnnotationFile,
  parseAnnotationFile,
  reanchorAnnotation,
  removeAnnotation,
  serialiseAnnotationFile,
  updateAnnotation,
} from '../../server/src/annotations/annotationFile.ts';
import { readMarked } from '../support/marked.ts';

const TEXT = 'The pier is closed. “We will rebuild it 🌊 by May,” said Marta Veld. It cost 5,000 crowns.\n';
const STAMP = { time: '2026-03-04T05:06:07Z', article: 'pier report.txt' };

function spanOf(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function add(file: AnnotationFile, id: string, words: string, record: Partial<Recorded>): AnnotationFile {
  return addAnnotation(file, id, TEXT, spanOf(words), record, STAMP);
}

describe('an annotation file', () => {
  it('lies beside the article', () => {
    expect(annotationFileName('drafts/pier.txt')).toBe('drafts/pier.txt.annotations.jsonld');
  });

  it('is a W3C annotation page', () => {
    const file = add(emptyAnnotationFile(), 'urn:uuid:1', '5,000 crowns', {
      verdict: 'verified',
      source: 'bills/pier.txt#:~:text=5%2C000',
      speaker: 'the council',
      note: 'bill of 3 March',
    });
    const start = Array.from(TEXT.slice(0, TEXT.indexOf('5,000'))).length;
    expect(JSON.parse(serialiseAnnotationFile(file))).toEqual({
      '@context': ['http://www.w3.org/ns/anno.jsonld', { attest: 'urn:attest:', assessing: 'oa:assessing' }],
      id: 'pier%20report.txt.annotations.jsonld',
      type: 'AnnotationPage',
      items: [
        {
          id: 'urn:uuid:1',
          type: 'Annotation',
          created: STAMP.time,
          motivation: 'assessing',
          body: [
            { type: 'TextualBody', purpose: 'assessing', format: 'text/plain', value: 'verified' },
            { type: 'SpecificResource', purpose: 'linking', source: 'bills/pier.txt#:~:text=5%2C000' },
            { type: 'TextualBody', purpose: 'identifying', format: 'text/plain', value: 'the council' },
            { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: 'bill of 3 March' },
          ],
          target: {
            source: 'pier%20report.txt',
            selector: [
              {
                type: 'TextQuoteSelector',
                exact: '5,000 crowns',
                prefix: ' by May,” said Marta Veld. It cost '.slice(-32),
                suffix: '.\n',
              },
              { type: 'TextPositionSelector', start, end: start + 12 },
            ],
          },
        },
      ],
    });
  });

  it('is read as it was written, and written as it was read', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    const record = fc.record(
      {
        verdict: fc.constantFrom('verified', 'disputed', 'needs-checking', null),
        source: fc.oneof(fc.webUrl(), fc.constantFrom('a.txt', 'votel-2018', '../b c.md#:~:text=x', null)),
        speaker: fc.option(text),
        note: fc.option(text),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 5 }), (records) => {
        let file = emptyAnnotationFile();
        records.forEach((values, i) => (file = add(file, `urn:x:${i}`, 'Marta Veld', values)));
        const written = serialiseAnnotationFile(file);
        const read = parseAnnotationFile(written);
        expect(read.problems).toEqual([]);
        expect(read.annotations).toEqual(file.annotations);
        expect(serialiseAnnotationFile(read)).toBe(written);
      }),
    );
  });

  it('keeps dismissals with scope, rules and reason', () => {
    const dismissal = { scope: 'block', rules: ['unattributed-claim'], reason: 'seen the bill' } as const;
    const file = add(emptyAnnotationFile(), 'a', '5,000 crowns', { verdict: 'dismissed', dismissal });
    const read = parseAnnotationFile(serialiseAnnotationFile(file));
    expect(read.annotations).toEqual(file.annotations);
    expect(JSON.parse(serialiseAnnotationFile(file))).toMatchObject({
      items: [{ motivation: 'moderating', 'attest:scope': 'block', 'attest:rules': ['unattributed-claim'] }],
    });
  });

  const FOREIGN = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'http://example.org/page1',
    type: ['AnnotationPage', 'x:Page'],
    'x:ours': { deep: [1, 2.5, null] },
    items: [
      {
        id: 'http://example.org/anno1',
        type: 'Annotation',
        motivation: ['commenting', 'x:other'],
        creator: { name: 'Somebody' },
        body: [
          { type: 'TextualBody', value: 'A remark' },
          { type: 'Image', id: 'http://example.org/i.png' },
        ],
        target: {
          source: 'http://example.org/pier.txt',
          'x:state': 1,
          selector: [
            { type: 'TextQuoteSelector', exact: 'Marta Veld', prefix: 'said ', suffix: '.', 'x:more': true },
            { type: 'CssSelector', value: 'p' },
          ],
        },
      },
      { id: 'b', type: 'Annotation', target: 'http://example.org/whole' },
      'not an object',
    ],
  };

  it('of another program is read as far as it goes, and survives', () => {
    const text = JSON.stringify(FOREIGN, null, 2);
    const file = parseAnnotationFile(text);
    expect(file.writable).toBe(true);
    expect(file.annotations).toMatchObject([
      { id: 'http://example.org/anno1', note: 'A remark', position: null },
    ]);
    expect(file.problems).toHaveLength(2);
    expect(JSON.parse(serialiseAnnotationFile(file))).toEqual(FOREIGN);
    const changed = JSON.parse(
      serialiseAnnotationFile(
        updateAnnotation(file, 'http://example.org/anno1', { verdict: 'disputed' }, STAMP.time),
      ),
    ) as typeof FOREIGN;
    const [item] = changed.items;
    expect(item).toMatchObject({
      creator: { name: 'Somebody' },
      modified: STAMP.time,
      target: { source: 'http://example.org/pier.txt', 'x:state': 1 },
    });
    const bodies = JSON.stringify(item);
    for (const kept of ['i.png', 'CssSelector', 'A remark', 'disputed', 'x:more', 'x:other'])
      expect(bodies).toContain(kept);
    expect(changed.items.slice(1)).toEqual(FOREIGN.items.slice(1));
    expect(changed['x:ours']).toEqual(FOREIGN['x:ours']);
  });

  it('is changed and emptied one annotation at a time', () => {
    let file = add(add(emptyAnnotationFile(), 'a', 'Marta Veld', { note: 'x' }), 'b', '5,000', {
      verdict: 'verified',
    });
    file = updateAnnotation(file, 'a', { note: null, source: 'a.txt' }, STAMP.time);
    file = updateAnnotation(file, 'nobody', { note: 'y' }, STAMP.time);
    expect(file.annotations).toMatchObject([
      { id: 'a', note: null, source: 'a.txt' },
      { id: 'b', verdict: 'verified' },
    ]);
    file = reanchorAnnotation(file, 'a', TEXT, spanOf('Veld'));
    expect(parseAnnotationFile(serialiseAnnotationFile(file)).annotations[0]!.quote.exact).toBe('Veld');
    file = removeAnnotation(removeAnnotation(file, 'a'), 'b');
    expect(file.items).toEqual([]);
    expect(parseAnnotationFile(serialiseAnnotationFile(file))).toMatchObject({
      annotations: [],
      problems: [],
      writable: true,
    });
  });

  it('that is empty is one without annotations', () => {
    expect(parseAnnotationFile(' \n')).toMatchObject({ annotations: [], problems: [], writable: true });
  });

  /** Problems of a file with the wrong places as `<x>…</x>`. */
  function problems(marked: string): string[] {
    const { text, spans } = readMarked(marked, ['x']);
    const file = parseAnnotationFile(text);
    expect(file.problems.map(({ span }) => span)).toEqual(spans.map(({ start, end }) => ({ start, end })));
    return [...file.problems.map(({ message }) => message), String(file.writable)];
  }

  it('that cannot be read whole says where, and is never written over', () => {
    expect(problems('{"type": "AnnotationPage", "items": [<x>}</x>')).toEqual([
      expect.stringContaining('not valid JSON') as string,
      'false',
    ]);
    expect(
      problems(
        '{"type": "AnnotationPage",\r\n<x><<<<<<< HEAD</x>\n"items": []\n<x>=======</x>\n<x>>>>>>>> other</x>\n}',
      ),
    ).toEqual([
      ...Array.from({ length: 3 }, () => expect.stringContaining('merge conflict') as string),
      'false',
    ]);
    expect(problems('<x>[]</x>').at(-1)).toBe('false');
    expect(problems('{"type": <x>"Annotation"</x>}').at(-1)).toBe('false');
    expect(problems('{"type": "AnnotationPage", "items": <x>{}</x>}').at(-1)).toBe('false');
    expect(problems('{"type": "AnnotationPage", "items": [], <x>}</x>').at(-1)).toBe('false');
  });

  it('with a wrong annotation keeps the others', () => {
    const quote = '{"selector": {"type": "TextQuoteSelector", "exact": "x"}}';
    expect(
      problems(
        `{"type": "AnnotationPage", "items": [<x>7</x>, {"type": <x>"Note"</x>}, <x>{"type": "Annotation"}</x>,
          {"type": "Annotation", "id": "a", "target": <x>{}</x>},
          {"type": "Annotation", "id": "b", "target": ${quote}},
          {"type": "Annotation", "id": <x>"b"</x>, "target": ${quote}},
          {"type": "Annotation", "id": "c", "target": ${quote}, "body": <x>{"type": "TextualBody", "purpose": "assessing", "value": "fine"}</x>}]}`,
      ),
    ).toEqual([
      'An annotation is an object.',
      'The “type” of an annotation is “Annotation”.',
      'An annotation needs an “id”.',
      'The target needs a TextQuoteSelector with the passage as “exact”.',
      'Two annotations have the id “b”. Give one another id.',
      '“fine” is no verdict Attest knows. Use verified, disputed, needs-checking.',
      'true',
    ]);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"type":',
      '"AnnotationPage"',
      ',',
      '"items":',
      'null',
      '1',
      '\n',
      '<<<<<<< a\n',
      '"target":',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        for (const { span } of parseAnnotationFile(text).problems) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const file = parseAnnotationFile(
          JSON.stringify({
            type: 'AnnotationPage',
            items: [value, { type: 'Annotation', id: 'a', target: value }],
          }),
        );
        expect(file.items).toHaveLength(2);
      }),
    );
  });

  it('finds its passages again', () => {
    const file = add(emptyAnnotationFile(), 'a', 'rebuild it 🌊 by May', {});
    const [anchored] = anchorAll(
      `🌊🌊 ${TEXT}`,
      parseAnnotationFile(serialiseAnnotationFile(file)).annotations,
    );
    expect(anchored).toMatchObject({ state: 'exact', span: { start: spanOf('rebuild').start + 5 } });
  });
});
