/** Annotation files in the hands of independent readers: `jsonld` expands them, Apache Annotator resolves their selectors. */
import type { Chunk, Chunker, ChunkRange } from '@apache-annotator/selector';
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from '@apache-annotator/selector';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import {
  addAnnotation,
  emptyAnnotationFile,
  serialiseAnnotationFile,
} from '../../server/src/annotations/annotationFile.ts';

const TEXT = 'She said so. 🌊 “The pier is closed,” she said. She said so again.\nShe said so.\n';

/**
 * The terms of the W3C's context that Attest uses, each defined as it is there; the tests do not go online. Safe mode
 * fails on a term that is missing here.
 */
const OA = 'http://www.w3.org/ns/oa#';
const CONTEXT = {
  '@context': {
    oa: OA,
    as: 'http://www.w3.org/ns/activitystreams#',
    dc: 'http://purl.org/dc/elements/1.1/',
    dcterms: 'http://purl.org/dc/terms/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    xsd: 'http://www.w3.org/2001/XMLSchema#',
    id: { '@type': '@id', '@id': '@id' },
    type: { '@type': '@id', '@id': '@type' },
    Annotation: 'oa:Annotation',
    AnnotationPage: 'as:OrderedCollectionPage',
    TextualBody: 'oa:TextualBody',
    SpecificResource: 'oa:SpecificResource',
    TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector',
    items: { '@id': 'as:items', '@type': '@id', '@container': '@list' },
    body: { '@id': 'oa:hasBody', '@type': '@id' },
    target: { '@id': 'oa:hasTarget', '@type': '@id' },
    source: { '@id': 'oa:hasSource', '@type': '@id' },
    selector: { '@id': 'oa:hasSelector', '@type': '@id' },
    motivation: { '@id': 'oa:motivatedBy', '@type': '@vocab' },
    purpose: { '@id': 'oa:hasPurpose', '@type': '@vocab' },
    exact: 'oa:exact',
    prefix: 'oa:prefix',
    suffix: 'oa:suffix',
    start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
    value: 'rdf:value',
    format: 'dc:format',
    created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' },
    assessing: 'oa:assessing',
    commenting: 'oa:commenting',
    identifying: 'oa:identifying',
    linking: 'oa:linking',
    moderating: 'oa:moderating',
  },
};

function fileFor(words: string, from = 0): { text: string; start: number } {
  const start = TEXT.indexOf(words, from);
  const file = addAnnotation(
    emptyAnnotationFile(),
    'urn:uuid:7',
    TEXT,
    { start, end: start + words.length },
    { verdict: 'verified', source: 'votel-2018', speaker: 'Marta Veld', note: 'seen' },
    { time: '2026-03-04T05:06:07Z', article: 'pier.txt' },
  );
  return { text: serialiseAnnotationFile(file), start };
}

describe('jsonld', () => {
  it('expands a file to terms of the vocabulary and nothing else', async () => {
    const expanded = await jsonld.expand(
      JSON.parse(fileFor('closed').text) as object,
      {
        base: 'http://example.org/drafts/',
        documentLoader: (url) => {
          expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
          return Promise.resolve({ documentUrl: url, document: CONTEXT });
        },
        // Fails on keys that mean nothing.
        safe: true,
      } as jsonld.Options.Expand,
    );
    const [page] = expanded as Record<string, unknown>[];
    expect(page!['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollectionPage']);
    const flat = JSON.stringify(expanded);
    expect(flat).toContain(`"${OA}motivatedBy":[{"@id":"${OA}assessing"}]`);
    expect(flat).toContain(`"${OA}hasSource":[{"@id":"http://example.org/drafts/pier.txt"}]`);
    expect(flat).toContain(`"${OA}hasSource":[{"@id":"urn:attest:votel-2018"}]`);
    expect(flat).toContain(`"${OA}exact":[{"@value":"closed"}]`);
  });
});

describe('Apache Annotator', () => {
  class Text implements Chunker<Chunk<string>> {
    readonly currentChunk = { data: TEXT };
    nextChunk = () => null;
    previousChunk = () => null;
    precedesCurrentChunk = () => false;
  }

  async function matches(
    matcher: (scope: Text) => AsyncGenerator<ChunkRange<Chunk<string>>>,
  ): Promise<number[]> {
    const starts: number[] = [];
    for await (const { startIndex } of matcher(new Text())) starts.push(startIndex);
    return starts;
  }

  it.each([
    ['closed', 0],
    ['She said so', 0],
    ['She said so', 30],
    ['She said so', 60],
    ['🌊 “The', 0],
  ])('finds %j from %i by each of its selectors', async (words, from) => {
    const { text, start } = fileFor(words, from);
    const file = JSON.parse(text) as { items: { target: { selector: [never, never] } }[] };
    const [quote, position] = file.items[0]!.target.selector;
    expect(await matches(textQuoteSelectorMatcher(quote))).toEqual([start]);
    expect(await matches(textPositionSelectorMatcher(position))).toEqual([start]);
  });
});
