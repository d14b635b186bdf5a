/**
 * Every way of getting a quotation wrong that the statements offer, and every allowed way of writing it, through the
 * whole of Attest: index, search, verdict.
 */
import { describe, expect, it } from 'vitest';
import type { ChangeKind, Counterpart, Verdict } from '../../server/src/workspace/types.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { STATEMENTS, SURROUNDINGS } from './statements.ts';

const SLOT = /\{(\w+):([^}]*)\}/g;

/** Ways of printing a statement that change nothing. */
const PRINTINGS: Readonly<Record<string, (words: string) => string>> = {
  'as it stands': (words) => words,
  'curly apostrophes, hard-wrapped': (words) => words.replace(/'/g, '’').replace(/(.{38}\S*) /g, '$1\n'),
  'first letter bracketed': (words) => `[${words.charAt(0).toLowerCase()}]${words.slice(1)}`,
  'wide spaces, no final stop': (words) => words.replace(/ /g, '  ').replace(/\.$/, ''),
  'end trimmed': (words) => words.split(' ').slice(0, -2).join(' '),
  'bracketed aside': (words) => words.replace(/, /, ', [as before] '),
  'vouched for': (words) => words.replace(/ (\w+)\.$/, ' $1 [sic].'),
};

const DOUBLE_PRINTINGS = ['as it stands', 'curly apostrophes, hard-wrapped', 'bracketed aside'];

interface Mutation {
  readonly statement: number;
  readonly kind: ChangeKind;
  readonly printing: string;
  readonly words: string;
  /** The words that were put in. */
  readonly changed: string;
}

const sources = STATEMENTS.map((statement) =>
  statement.replace(SLOT, (_, _kind, choices: string) => choices.split('~')[0]!),
);
const workspace = createWorkspace();
sources.forEach((source, i) => {
  const text = [SURROUNDINGS[i % 4], `“${source}”`, SURROUNDINGS[(i + 1) % 4]].join('\n\n');
  workspace.set({ id: `source ${i}`, text, format: 'plain', isSource: true, metadata: {} });
});

function ask(words: string): Counterpart | undefined {
  const text = `It was a long meeting. “${words}” Then it ended.`;
  const start = text.indexOf('“');
  workspace.set({ id: 'draft', text, format: 'plain', isSource: false, metadata: {} });
  return workspace.counterparts('draft', { start, end: text.lastIndexOf('”') + 1 })[0];
}

function* mutations(): Generator<Mutation> {
  for (const [statement, marked] of STATEMENTS.entries()) {
    for (const slot of marked.matchAll(SLOT)) {
      const choices = slot[2]!.split('~');
      for (const changed of choices.slice(1)) {
        const words = marked.replace(SLOT, (_whole: string, _kind, all: string, at: number) =>
          at === slot.index ? changed : all.split('~')[0]!,
        );
        for (const [printing, print] of Object.entries(PRINTINGS)) {
          const printed = print(words);
          // Where trimming took the changed words away, and where a bracket grants them, nothing is changed.
          if (printing === 'end trimmed' && !printed.includes(changed)) continue;
          if (printing === 'first letter bracketed' && words.startsWith('I ')) continue;
          yield { statement, kind: slot[1] as ChangeKind, printing, words: printed, changed };
        }
      }
    }
  }
}

/** Statements with more than one slot changed at once, to make the suite as large as life. */
function* doubleMutations(): Generator<{ statement: number; kinds: readonly ChangeKind[]; words: string }> {
  for (const [statement, marked] of STATEMENTS.entries()) {
    const slots = [...marked.matchAll(SLOT)];
    for (const [i, first] of slots.entries()) {
      for (const second of slots.slice(i + 1)) {
        for (const a of first[2]!.split('~').slice(1)) {
          for (const b of second[2]!.split('~').slice(1)) {
            const words = marked.replace(SLOT, (_whole: string, _kind, all: string, at: number) =>
              at === first.index ? a : at === second.index ? b : all.split('~')[0]!,
            );
            const kinds = [first[1] as ChangeKind, second[1] as ChangeKind];
            for (const printing of DOUBLE_PRINTINGS)
              yield { statement, kinds, words: PRINTINGS[printing]!(words) };
          }
        }
      }
    }
  }
}

describe('a quotation with one slip', () => {
  const all = [...mutations()];
  const doubles = [...doubleMutations()];

  it('offers at least 2,000 cases', () => {
    expect(all.length + doubles.length).toBeGreaterThanOrEqual(2000);
  });

  it('is found where it was said, called altered, and the slip is named', () => {
    const wrong: string[] = [];
    for (const { statement, kind, printing, words } of all) {
      const found = ask(words);
      const right =
        found?.id === `source ${statement}` &&
        found.verdict === 'altered' &&
        found.changes.some((change) => change.kind === kind) &&
        found.changes.length === 1;
      if (!right) wrong.push(`${kind}, ${printing}: ${words}\n   ${describeFound(found)}`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('is judged the same with a second slip beside it', () => {
    const wrong: string[] = [];
    for (const { statement, kinds, words } of doubles) {
      const found = ask(words);
      const named = kinds.every((kind) => found?.changes.some((change) => change.kind === kind));
      if (found?.id !== `source ${statement}` || found.verdict === 'verbatim' || !named) {
        wrong.push(`${kinds.join('+')}: ${words}\n   ${describeFound(found)}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });
});

describe('a quotation without a slip', () => {
  const HONEST: Readonly<Record<string, { print: (words: string) => string; verdict: Verdict }>> = {
    ...Object.fromEntries(
      Object.entries(PRINTINGS).map(([name, print]) => [name, { print, verdict: 'verbatim' as const }]),
    ),
    'an ellipsis': { print: (words) => words.split(' ').toSpliced(6, 3, '…').join(' '), verdict: 'verbatim' },
    'a silent omission': {
      print: (words) => words.split(' ').toSpliced(-6, 2).join(' '),
      verdict: 'trimmed',
    },
    'a filler': { print: (words) => words.replace(/, /, ', um, '), verdict: 'cleaned' },
    'a word said twice': { print: (words) => words.replace(/ the /, ' the the '), verdict: 'cleaned' },
    'capital letters': { print: (words) => words.toUpperCase(), verdict: 'verbatim' },
  };
  it.each(Object.entries(HONEST))('with %s is not called altered', (name, { print, verdict }) => {
    const wrong: string[] = [];
    sources.forEach((source, i) => {
      const words = print(source);
      const found = ask(words);
      const expected = words === source || words === print('') ? 'verbatim' : verdict;
      // An omission that takes a negation or half a number is more than an omission.
      if (
        name === 'a silent omission' &&
        /\b(?:not|no|none|never|cannot|may|can|could|must|should|will|would|hardly|\d+|million)\b/.test(
          source.split(' ').slice(-6, -4).join(' '),
        )
      )
        return;
      if (found?.id !== `source ${i}` || found.verdict !== expected)
        wrong.push(`${words}\n   ${describeFound(found)}`);
    });
    expect(wrong).toEqual([]);
  });
});

function describeFound(found: Counterpart | undefined): string {
  if (!found) return 'nothing found';
  const text = workspace.input(found.id)!.text;
  const draft = workspace.input('draft')!.text;
  const changes = found.changes.map(
    ({ kind, here, there }) =>
      `${kind} “${draft.slice(here.start, here.end)}” for “${text.slice(there.start, there.end)}”`,
  );
  return `${found.id} ${found.verdict}: ${changes.join('; ')}`;
}
