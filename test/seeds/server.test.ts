/** The language server over stdio on the two reports the project started from: links both ways, names, differences. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DocumentHighlight, Hover, LocationLink, Position, Range } from 'vscode-languageserver/node';
import { TestClient, TestFolder } from '../support/lspClient.ts';
import { hasShared } from '../support/shared.ts';
import type { GoldDocument, GoldPassage } from './gold.ts';
import { readGold, readSeed } from './gold.ts';

// A process is started; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe('the server on the seeds', () => {
  if (!hasShared('seeds/gold.json')) {
    it.skip('not run: ../shared/seeds is missing', () => undefined);
    return;
  }
  const { documents, links } = readGold();
  const names = Object.keys(documents);
  const texts = new Map(names.map((name) => [name, readSeed(name)]));
  const folder = new TestFolder(Object.fromEntries(texts));
  let client: TestClient;

  beforeAll(async () => {
    client = await TestClient.start({ folders: [folder] });
    for (const [name, text] of texts) client.open(folder.uriOf(name), text);
    await client.indexed();
  });

  afterAll(() => {
    client.kill();
    folder.remove();
  });

  const ask = (method: string, name: string, offset: number) =>
    client.request(method, {
      textDocument: { uri: folder.uriOf(name) },
      position: positionAt(texts.get(name)!, offset),
    });

  /** The places definition leads to, the first of them first. */
  const definitions = async (name: string, offset: number): Promise<GoldPassage[]> => {
    const found = ((await ask('textDocument/definition', name, offset)) ?? []) as LocationLink[];
    return found.map(({ targetUri, targetSelectionRange }) => {
      const doc = names.find((candidate) => folder.uriOf(candidate) === targetUri)!;
      return { doc, range: rangeOf(texts.get(doc)!, targetSelectionRange) };
    });
  };

  const hover = async ({ doc, range }: GoldPassage): Promise<string> => {
    const found = (await ask('textDocument/hover', doc, middle(range))) as Hover | null;
    return (found?.contents as { value: string } | undefined)?.value ?? '';
  };

  /** Where a passage may lead: the other end of any link it is an end of. */
  const partners = (passage: GoldPassage): GoldPassage[] =>
    links.flatMap(({ from, to }) =>
      place(from) === place(passage) ? [to] : overlapping(to, passage) ? [from] : [],
    );

  it('leads from every passage to its counterpart, and back', async () => {
    const wrong: string[] = [];
    for (const passage of links.flatMap(({ from, to }) => [from, to])) {
      const found = await definitions(passage.doc, middle(passage.range));
      const wanted = partners(passage);
      if (!found[0] || !wanted.some((partner) => overlapping(partner, found[0]!))) {
        wrong.push(`${place(passage)} leads to ${found[0] ? place(found[0]) : 'nothing'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lists every counterpart of a passage, from either end', async () => {
    const missing: string[] = [];
    for (const { from, to } of links) {
      for (const [asked, other] of [
        [from, to],
        [to, from],
      ] as const) {
        const found = await definitions(asked.doc, middle(asked.range));
        if (!found.some((place) => overlapping(place, other)))
          missing.push(`${place(asked)} does not lead to ${place(other)}`);
      }
    }
    expect(missing).toEqual([]);
  });

  it('names the verdict and the differing words in the hover', async () => {
    const wrong: string[] = [];
    for (const { from, relation } of links) {
      const shown = await hover(from);
      const isRight = relation === 'altered' ? shown.includes('altered') : /altered|paraphrase/.test(shown);
      if (!isRight) wrong.push(`${place(from)}: ${shown}`);
      if (relation === 'altered' && !/Difference: .*“.+”.*moved/.test(shown)) {
        wrong.push(`${place(from)} names no moved words: ${shown}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('says in the hover, from either end, that a ministry and its spokesman are compatible', async () => {
    const compatible = links.filter(({ note }) => note?.includes('compatible'));
    const shown = await Promise.all(compatible.flatMap(({ from, to }) => [hover(from), hover(to)]));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((text) => !text.includes('(compatible: one speaks for the other)'))).toEqual([]);
  });

  it('leads from every source to the introduction of its speaker', async () => {
    const wrong: string[] = [];
    for (const [name, { attributions, speakers }] of Object.entries(documents)) {
      for (const { source, speaker } of attributions) {
        const range = source[0];
        if (!range || !(speaker in speakers)) continue;
        const [first] = await definitions(name, mentionIn(texts.get(name)!, range, speakers[speaker]!));
        const written = first && texts.get(name)!.slice(...first.range);
        if (first?.doc !== name || !isNamed(written!, speakers[speaker]!)) {
          wrong.push(`${name} ${range.join('–')} (${speaker}) leads to ${written ?? 'nothing'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('highlights every way a speaker is named', async () => {
    const wrong: string[] = [];
    for (const [name, document] of Object.entries(documents)) {
      const text = texts.get(name)!;
      for (const [speaker, offset] of sourcesOf(text, document)) {
        const found = (await ask('textDocument/documentHighlight', name, offset)) as
          DocumentHighlight[] | null;
        const written = (found ?? []).map(({ range }) => text.slice(...rangeOf(text, range)));
        for (const mention of document.speakers[speaker]!) {
          if (!written.some((words) => isNamed(words, [mention]))) {
            wrong.push(
              `${name}: ${speaker} at ${offset} is not also “${mention}”, but ${written.join(' | ')}`,
            );
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** Each speaker with the place of a name in every source it stands behind. */
function sourcesOf(text: string, { attributions, speakers }: GoldDocument): [string, number][] {
  return attributions.flatMap(({ source, speaker }) => {
    const [range] = source;
    return range && speaker in speakers
      ? [[speaker, mentionIn(text, range, speakers[speaker]!)] as [string, number]]
      : [];
  });
}

/** A place in the source where the speaker is named in one of the ways given, else its middle. */
function mentionIn(text: string, range: readonly [number, number], mentions: readonly string[]): number {
  const source = text.slice(...range).toLowerCase();
  for (const mention of mentions) {
    const at = source.indexOf(mention.toLowerCase());
    if (at !== -1) return range[0] + at + mention.length - 1;
  }
  return middle(range);
}

/** Whether the words are one of the mentions, with or without what stands around a name: titles, an apposition. */
function isNamed(words: string, mentions: readonly string[]): boolean {
  const flat = words.toLowerCase();
  return mentions.some((mention) => {
    const wanted = mention.toLowerCase().replace(/^the /, '');
    return flat.includes(wanted) || (flat.length > 3 && wanted.includes(flat.replace(/^the /, '')));
  });
}

function middle([start, end]: readonly [number, number]): number {
  return (start + end) >> 1;
}

function overlapping(a: GoldPassage, b: GoldPassage): boolean {
  return a.doc === b.doc && a.range[0] < b.range[1] && b.range[0] < a.range[1];
}

function place({ doc, range }: GoldPassage): string {
  return `${doc} ${range.join('–')}`;
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}

function rangeOf(text: string, { start, end }: Range): [number, number] {
  const offsetAt = ({ line, character }: Position) =>
    text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return [offsetAt(start), offsetAt(end)];
}
