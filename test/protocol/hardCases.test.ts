/** What trips up whoever looks quotations up, over stdio: in each case the link, the verdict and what the hover says. */
import { describe, expect, it, vi } from 'vitest';
import type { Hover, LocationLink } from 'vscode-languageserver/node';
import { testClient, testFolder } from '../support/whileTesting.ts';

// Every test starts a process; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

interface Answer {
  /** What definition shows, the first place first: the file and the line from where the place begins. */
  readonly places: readonly string[];
  readonly hover: string;
  /** Resolves when the draft has a warning of the rule. */
  readonly warned: (rule: string) => Promise<unknown>;
}

/** What the server says about the words `asked` of the draft, with these files beside it. */
async function ask(draft: string, asked: string, files: Readonly<Record<string, string>>): Promise<Answer> {
  const folder = testFolder({ ...files, 'draft.txt': draft });
  const client = await testClient({ folders: [folder] });
  await client.indexed();
  const uri = folder.uriOf('draft.txt');
  client.open(uri, draft);
  const links = ((await client.at('textDocument/definition', uri, asked)) ?? []) as LocationLink[];
  const hover = (await client.at('textDocument/hover', uri, asked)) as Hover | null;
  const nameOf = (target: string) => Object.keys(files).find((name) => folder.uriOf(name) === target)!;
  return {
    places: links.map(({ targetUri, targetSelectionRange: { start } }) => {
      const name = nameOf(targetUri);
      return `${name}: ${files[name]!.split('\n')[start.line]!.slice(start.character)}`;
    }),
    hover: (hover?.contents as { value: string } | undefined)?.value ?? '',
    warned: (rule) =>
      client.until(
        () =>
          client.published
            .findLast((report) => report.uri === uri)
            ?.diagnostics.some(({ code }) => code === rule),
        `a warning of ${rule}`,
      ),
  };
}

const article = (title: string, ...paragraphs: readonly string[]) =>
  `${title}\n\n${paragraphs.join('\n\n')}\n`;
const OPENING = 'The council of Brannock met on Tuesday to talk about the slate quarry above the town.';
const between = Array.from(
  { length: 12 },
  (_, i) =>
    `Speaker number ${i + 1} read a letter from a resident about lorries, dust and the narrow bridge.`,
);

describe('hard cases', () => {
  it('a quotation joined from two places of a speech', async () => {
    const { places, hover, warned } = await ask(
      article(
        'Quarry to close',
        OPENING,
        '“The quarry has given this town its roofs for ninety years and it has to close before the next winter,” Mayor Edda Finch said.',
      ),
      'its roofs',
      {
        'speech.txt': article(
          'Speech',
          '“The quarry has given this town its roofs for ninety years,” Mayor Edda Finch said.',
          ...between,
          '“The old swimming hall leaks, and it has to close before the next winter,” Finch said at the end.',
        ),
      },
    );
    expect(places[0]).toContain('speech.txt');
    expect(hover).toMatch(/far apart/i);
    await warned('altered-quote');
  });

  it('the same sentence said by two people', async () => {
    const said = 'Nobody asked the people who have to breathe this dust every day';
    const files = {
      'a-finch.txt': article('Interview', OPENING, `“${said},” Mayor Edda Finch said.`),
      'b-okoro.txt': article('Rally', OPENING, `“${said},” the shopkeeper Tunde Okoro said.`),
    };
    const by = (speaker: string) => article('Dust', OPENING, `“${said},” ${speaker} said.`);
    const finch = await ask(by('Mayor Edda Finch'), 'breathe', files);
    const okoro = await ask(by('shopkeeper Tunde Okoro'), 'breathe', files);
    expect(finch.places.map((place) => place.split(':')[0])).toEqual(['a-finch.txt', 'b-okoro.txt']);
    expect(okoro.places.map((place) => place.split(':')[0])).toEqual(['b-okoro.txt', 'a-finch.txt']);
  });

  it('a statement and its denial', async () => {
    const statement = 'We have sold the quarry to the company from the coast';
    const denial = statement.replace('have', 'have not');
    const files = {
      'denial.txt': article('Denial', OPENING, `“${denial},” Mayor Edda Finch said.`),
      'statement.txt': article('Statement', OPENING, `“${statement},” the clerk Omar Weil said.`),
    };
    const quoted = (words: string) => article('Sale', OPENING, `“${words},” the official said.`);
    expect((await ask(quoted(statement), 'sold', files)).places[0]).toContain('statement.txt');
    expect((await ask(quoted(denial), 'sold', files)).places[0]).toContain('denial.txt');

    const alone = await ask(quoted(statement), 'sold', { 'denial.txt': files['denial.txt'] });
    expect(alone.places[0]).toContain('denial.txt');
    expect(alone.hover).toMatch(/altered/i);
    expect(alone.hover).toMatch(/not/);
    await alone.warned('altered-quote');
  });

  it('two nearly equal passages', async () => {
    const said = (quay: string, weeks: string) =>
      `The ${quay} quay will be closed to every lorry for ${weeks} weeks from the first of March.`;
    const files = {
      'minutes.txt': article('Minutes', OPENING, said('upper', 'nine'), said('lower', 'six')),
    };
    const quoted = (quay: string, weeks: string) =>
      article('Quays', OPENING, `“${said(quay, weeks).slice(0, -1)},” Mayor Edda Finch said.`);
    expect((await ask(quoted('lower', 'six'), 'every lorry', files)).places[0]).toContain('lower');
    expect((await ask(quoted('upper', 'nine'), 'every lorry', files)).places[0]).toContain('upper');

    const neither = await ask(quoted('middle', 'four'), 'every lorry', files);
    expect(neither.places).toHaveLength(2);
    expect(neither.hover).toMatch(/ambiguous|equally/i);
  });
});
