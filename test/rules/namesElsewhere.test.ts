/** Names that the articles which share a quotation spell otherwise: when it is said, and when it had better not be. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { check } from './support.ts';

const SAID = '“We will rebuild the pier before the winter comes,”';
const AFTER = 'The council meets again on Monday.';

/** What is said of names in the draft, each as the words with the message. */
function namesIn(draft: string, sources: Readonly<Record<string, string>>): string[] {
  return check(draft, DEFAULT_SETTINGS, { sources })
    .filter(({ rule }) => rule === 'inconsistent-name')
    .map(({ span, message, severity }) => `${draft.slice(span.start, span.end)}, ${severity}: ${message}`);
}

const by = (speaker: string, ...more: readonly string[]): string =>
  [`${SAID} said ${speaker}.`, ...more, AFTER].join('\n\n');

describe('a name that the source spells otherwise', () => {
  it('is named with the source’s spelling, and put right wherever the writer uses it', () => {
    const draft = by(
      'Marta Haloran, the harbour master',
      'Haloran left at noon. “Ask Haloran,” a clerk said.',
    );
    const sources = { 'sources/interview.txt': by('Marta Halloran, the harbour master') };
    const [finding, ...others] = check(draft, DEFAULT_SETTINGS, { sources }).filter(
      ({ rule }) => rule === 'inconsistent-name',
    );
    expect(others).toEqual([]);
    expect(finding!.message).toBe(
      '“Haloran” is “Halloran” in the source. Correct the name, or check the source.',
    );
    expect(finding!.related).toHaveLength(1);
    const edits = [...finding!.fixes[0]!.edits].reverse();
    const fixed = edits.reduce(
      (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
      draft,
    );
    expect(fixed).toBe(draft.replaceAll('Haloran', 'Halloran').replace('Ask Halloran', 'Ask Haloran'));
  });

  it('is a hint where the other article is no source', () => {
    expect(namesIn(by('Marta Haloran'), { 'report.txt': by('Marta Halloran') })).toEqual([
      'Haloran, hint: “Haloran” is “Halloran” in another article that quotes the same words. Check which is right.',
    ]);
  });

  it('is seen in a first name, and in a surname of few letters, where both are given for the same words', () => {
    const source = { 'sources/a.txt': by('Martha Veld') };
    expect(namesIn(by('Marta Veld'), source)).toHaveLength(1);
    expect(namesIn(by('Martha Vels'), source)).toHaveLength(1);
  });

  it('is seen in a transcript that names its speakers in capitals, and no capitals are offered', () => {
    const transcript =
      'Interview, 4 May\n\nREPORTER: What will you do about the pier?\n\nMARTA HALLORAN: We will rebuild the pier before the winter comes.\n\nREPORTER: Thank you.\n';
    const draft = by('Marta Haloran, the harbour master');
    const found = check(draft, DEFAULT_SETTINGS, { sources: { 'sources/interview.txt': transcript } }).filter(
      ({ rule }) => rule === 'inconsistent-name',
    );
    expect(found.map(({ message }) => message)).toEqual([
      '“Haloran” is “HALLORAN” in the source. Correct the name, or check the source.',
    ]);
    expect(found[0]!.fixes).toEqual([]);
  });

  it('is seen of somebody else in an article that shares a quotation', () => {
    const other = 'Tomas Bergmann, the engineer, said that the piles were rotten.';
    const wrong = other.replace('Bergmann', 'Bergman');
    expect(namesIn(by('Marta Veld', wrong), { 'sources/a.txt': by('Marta Veld', other) })).toHaveLength(1);
  });
});

describe('nothing is said of a name', () => {
  it.each([
    ['that is carried over from another alphabet otherwise', 'Ilya Tarnovsky', ['Ilya Tarnovskyy']],
    ['with or without its accents', 'Jürgen Müller', ['Jurgen Muller', 'Juergen Mueller']],
    ['that one of two sources spells as it is here', 'Marta Haloran', ['Marta Halloran', 'Marta Haloran']],
    ['that the sources spell in two other ways', 'Marta Halloren', ['Marta Halloran', 'Marta Halleren']],
    ['of somebody with another name', 'Marta Halloran', ['Peter Okafor']],
    ['that is fuller there', 'Halloran', ['Marta Halloran']],
    ['with a middle initial there', 'Marta Halloran', ['Marta J. Halloran']],
    ['that is an initial there', 'Marta Halloran', ['M. Halloran']],
  ])('%s', (_, here, there) => {
    const sources = Object.fromEntries(there.map((name, i) => [`sources/${i}.txt`, by(name)]));
    expect(namesIn(by(here), sources)).toEqual([]);
  });

  it('of somebody else whose first name differs, or whose name is short', () => {
    const draft = by('Marta Veld', 'Tomas Bergman said that the piles were rotten. Ida Marin said so too.');
    const source = by(
      'Marta Veld',
      'Peter Bergmann said that the piles were rotten. Ida Martin said so too.',
    );
    expect(namesIn(draft, { 'sources/a.txt': source })).toEqual([]);
  });

  it('where both names stand in the article', () => {
    const draft = by('Marta Haloran', 'Her cousin, Ida Halloran, is no relation of the mayor, she said.');
    expect(namesIn(draft, { 'sources/a.txt': by('Marta Halloran') })).toEqual([]);
  });

  it('in an article that shares no quotation with this one', () => {
    const source = 'Marta Halloran, the harbour master, said that the pier was closed.';
    expect(namesIn(by('Marta Haloran'), { 'sources/a.txt': source })).toEqual([]);
  });
});
