/** Annotation files in the hands of independent readers: `jsonld` expands them, Apache Annotator resolves their selectors. */
import type { Chunk, Chunker, ChunkRange } from '@apache-annotator/selector';
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from '@apache-annotator/selector';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { DISMISSAL_SCOPES } from '../../server/src/annotations/annotation.ts';
import type { Recorded } from '../../server/src/annotations/annotationFile.ts';
import {
  addAnnotation,
  emptyAnnotationFile,
  serialiseAnnotationFile,
} from '../../server/src/annotations/annotationFile.ts';
import { CONTEXTS, OA } from './webAnnotationContext.ts';

/** Those of the Recommendation, section 3.3.5. */
const MOTIVATIONS: readonly string[] = (
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating ' +
  'questioning replying tagging'
).split(' ');

interface Page {
  readonly '@context': unknown;
  readonly items: readonly {
    readonly id: unknown;
    readonly type: unknown;
    readonly motivation: string;
    readonly created: string;
    readonly body?: readonly Readonly<Record<'type' | 'purpose' | 'value' | 'source', unknown>>[];
    readonly target: { readonly source: string; readonly selector: readonly object[] };
  }[];
}

const TEXT = 'She said so. 🌊 “The pier is closed,” she said. She said so again.\nShe said so.\n';

const RECORDS: Readonly<Record<string, Partial<Recorded>>> = {
  'a verified passage with source, speaker and note': {
    verdict: 'verified',
    source: 'votel-2018',
    speaker: 'Marta Veld',
    note: 'seen',
  },
  'a disputed one': { verdict: 'disputed' },
  'one that needs checking': { verdict: 'needs-checking', note: 'ask again' },
  'a link to a file': { source: '../sources/a%20b.txt#:~:text=closed' },
  'a link to an address': { source: 'https://example.org/report?page=2' },
  'a speaker alone': { speaker: 'Marta Veld' },
  'a note alone': { note: 'seen' },
  ...Object.fromEntries(
    DISMISSAL_SCOPES.map((scope) => [
      `a dismissal, scope ${scope}`,
      { verdict: 'dismissed', dismissal: { scope, rules: ['altered-quote'], reason: 'ours' } },
    ]),
  ),
};

function fileFor(
  words: string,
  from = 0,
  record: Partial<Recorded> = { note: 'seen' },
): { text: string; start: number } {
  const start = TEXT.indexOf(words, from);
  const file = addAnnotation(
    emptyAnnotationFile(),
    'urn:uuid:7',
    TEXT,
    { start, end: start + words.length },
    record,
    { time: '2026-03-04T05:06:07Z', article: 'pier.txt' },
  );
  return { text: serialiseAnnotationFile(file), start };
}

interface Expanded {
  readonly '@type'?: readonly string[];
  readonly '@id'?: string;
  readonly [term: string]: unknown;
}

async function expand(text: string, context: object): Promise<Expanded> {
  const [page] = (await jsonld.expand(
    JSON.parse(text) as object,
    {
      base: 'http://example.org/drafts/',
      documentLoader: (url) => {
        expect(url).toBe('http://www.w3.org/ns/anno.jsonld');
        return Promise.resolve({ documentUrl: url, document: context });
      },
      // Fails on terms that mean nothing.
      safe: true,
    } as jsonld.Options.Expand,
  )) as Expanded[];
  return page!;
}

describe.each(Object.entries(CONTEXTS))('jsonld, with the context of %s,', (_, context) => {
  it.each(Object.entries(RECORDS))(
    'expands %s to terms of the vocabulary and nothing else',
    async (_name, record) => {
      const page = await expand(fileFor('closed', 0, record).text, context);
      const terms = new Set(
        [...JSON.stringify(page).matchAll(/"((?:http|urn)[^"]*)":/g)].map(([, term]) => term!),
      );
      const vocabulary =
        /^(?:http:\/\/www\.w3\.org\/ns\/(?:oa|activitystreams)#|http:\/\/purl\.org\/dc\/|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|urn:attest:(?:scope|rules)$)/;
      expect([...terms].filter((term) => !vocabulary.test(term))).toEqual([]);
      // What is said by a motivation or purpose is one of the Recommendation's, whatever the context lacks.
      const said = [
        ...JSON.stringify(page).matchAll(/"(?:[^"]*)#(?:motivatedBy|hasPurpose)":\[\{"@id":"([^"]*)"/g),
      ];
      expect(said.length).toBeGreaterThan(0);
      for (const [, motivation] of said) expect(MOTIVATIONS.map((name) => OA + name)).toContain(motivation);
    },
  );

  it('reads the same from a file', async () => {
    const page = await expand(
      fileFor('closed', 0, RECORDS['a verified passage with source, speaker and note']).text,
      context,
    );
    expect(page['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollectionPage']);
    expect(page['@id']).toBe('http://example.org/drafts/pier.txt.annotations.jsonld');
    const flat = JSON.stringify(page);
    expect(flat).toContain(`"${OA}motivatedBy":[{"@id":"${OA}assessing"}]`);
    expect(flat).toContain(`"${OA}hasSource":[{"@id":"http://example.org/drafts/pier.txt"}]`);
    expect(flat).toContain(`"${OA}hasSource":[{"@id":"urn:attest:votel-2018"}]`);
    expect(flat).toContain(`"${OA}exact":[{"@value":"closed"}]`);
  });
});

describe('the data model', () => {
  it.each(Object.entries(RECORDS))('is kept to the letter by %s', (_name, record) => {
    // Web Annotation Data Model, sections 3.1, 3.2.4, 4.2.4, 4.2.5 and 5.2: what a page, an annotation, a body and a
    // selector must have, once each.
    const page = JSON.parse(fileFor('closed', 0, record).text) as Page;
    expect([page['@context']].flat()).toContain('http://www.w3.org/ns/anno.jsonld');
    expect(page).toMatchObject({ id: expect.stringMatching(/./) as string, type: 'AnnotationPage' });
    expect(page.items).toHaveLength(1);
    for (const { id, type, motivation, created, body = [], target } of page.items) {
      expect([type, typeof id]).toEqual(['Annotation', 'string']);
      expect(MOTIVATIONS).toContain(motivation);
      expect(created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);
      expect(target.source).toMatch(/^\S+$/);
      for (const part of body) {
        expect(MOTIVATIONS).toContain(part.purpose);
        if (part.type === 'TextualBody')
          expect(part).toMatchObject({ value: expect.stringMatching(/./) as string });
        else
          expect(part).toMatchObject({
            type: 'SpecificResource',
            source: expect.stringMatching(/^\S+$/) as string,
          });
      }
      const [quote, position, ...more] = target.selector;
      expect(quote).toMatchObject({ type: 'TextQuoteSelector', exact: 'closed' });
      expect(position).toMatchObject({ type: 'TextPositionSelector' });
      expect(more).toEqual([]);
    }
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
