/**
 * After any edits the analysis of an article whose paragraphs are remembered equals one made from scratch. Stale facts
 * are the mistakes users cannot report, so edits are generated.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlockCache } from '../../server/src/analysis/blockCache.ts';
import { analyzeArticle, analyzeInSteps } from '../../server/src/analysis/analyze.ts';
import type { Article, ArticleFormat } from '../../server/src/analysis/facts.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { generateArticle } from '../support/generateArticle.ts';

/** What writers type: letters, marks that open and close things, figures, names, paragraph ends. */
const TYPED = fc.constantFrom(
  'e',
  ' ',
  '.',
  ',',
  '“',
  '”',
  '"',
  '’',
  '\n',
  '\n\n',
  '\r\n',
  '5',
  '%',
  '> ',
  '# ',
  '- ',
  ' said Anna Veld. ',
  ' she said',
  ' not ',
  '[TK]',
  '😀',
  '',
);

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly typed: string;
}

const EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat(120)),
  typed: TYPED,
});

function apply(text: string, { at, removed, typed }: Edit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + removed);
}

/** Revisions that change who and what the whole article speaks of, far from where they are made. */
const REVISIONS: Readonly<Record<string, (text: string, at: number) => string>> = {
  'another surname': (text, at) => replaceNear(text, at, /Halloran|Veld|Okafor|Brandt|Keane/, 'Lindqvist'),
  'a first name': (text, at) => replaceNear(text, at, /(?<=[a-z] )(?:Veld|Okafor|Keane)/, 'Ruth $&'),
  'a misspelt surname': (text, at) => replaceNear(text, at, /Halloran|Marchetti|Donnelly/, 'Haloran'),
  'another office': (text, at) =>
    replaceNear(text, at, /harbour master|council leader|head teacher/, 'spokesman'),
  'another gender': (text, at) => replaceNear(text, at, /\bhe said/, 'she said'),
  'a title': (text, at) => replaceNear(text, at, /Anna|Marta|Jonas|Peter/, 'Mrs.'),
  'an acronym': (text, at) => replaceNear(text, at, /council/, 'Council of Harbour Towns (CHT)'),
  'its short form': (text, at) => replaceNear(text, at, /Officials in/, 'The CHT and officials in'),
  'a headline': (text) => `Halloran Says Veld Must Go\n\n${text}`,
  'no headline': (text) => text.slice(text.indexOf('\n\n') + 2),
  'a byline': (text) => `By Ines Farrow\n\n${text}`,
  'the author at the end': (text) => `${text}\n\nInes Farrow is a reporter in Northby.`,
  'a story': (text) => `---\ngenre: fiction\n---\n\n${text}`,
  'a paragraph moved': (text, at) => movedParagraph(text, at),
  'a paragraph doubled': (text, at) => spliced(text, at, (paragraph) => [paragraph, paragraph]),
  'a paragraph gone': (text, at) => spliced(text, at, () => []),
  'a word in lower case': (text, at) => replaceNear(text, at, /weeks/, 'halloran weeks'),
};

/** Replaces the first match behind the place, or else the first of all. */
function replaceNear(text: string, at: number, pattern: RegExp, by: string): string {
  const rest = text.slice(at);
  return pattern.test(rest) ? text.slice(0, at) + rest.replace(pattern, by) : text.replace(pattern, by);
}

function spliced(text: string, at: number, change: (paragraph: string) => readonly string[]): string {
  const paragraphs = text.split('\n\n');
  const index = text.slice(0, at).split('\n\n').length - 1;
  return paragraphs.flatMap((paragraph, i) => (i === index ? change(paragraph) : [paragraph])).join('\n\n');
}

function movedParagraph(text: string, at: number): string {
  let taken = '';
  const left = spliced(text, at, (paragraph) => {
    taken = paragraph;
    return [];
  });
  return `${left}\n\n${taken}`;
}

/** Warnings, those among figures of one article too: the rules also remember what they read in unchanged paragraphs. */
function findingsIn(article: Article): readonly Finding[] {
  const checked = { id: 'file:///draft.txt', article, workspace: createWorkspace() };
  return runRules(checked, DEFAULT_SETTINGS, ({ error }) => {
    throw error;
  });
}

describe('analysis of an edited article', () => {
  it.each<ArticleFormat>(['plain', 'markdown'])('equals one from scratch (%s)', (format) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(EDIT, { minLength: 1, maxLength: 8 }),
        (seed, edits) => {
          const cache = new BlockCache();
          let text = generateArticle(140, seed);
          analyzeArticle(text, { format, cache });
          for (const edit of edits) {
            text = apply(text, edit);
            const remembered = analyzeArticle(text, { format, cache });
            const fresh = analyzeArticle(text, { format });
            expect(remembered).toEqual(fresh);
            expect(findingsIn(remembered)).toEqual(findingsIn(fresh));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('equals one from scratch after every revision, and after it is undone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(
          fc.record({
            name: fc.constantFrom(...Object.keys(REVISIONS)),
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            undone: fc.boolean(),
          }),
          { minLength: 2, maxLength: 8 },
        ),
        (seed, revisions) => {
          const cache = new BlockCache();
          let text = generateArticle(220, seed);
          const check = (): void => {
            const remembered = analyzeArticle(text, { format: 'markdown', cache });
            const fresh = analyzeArticle(text, { format: 'markdown' });
            expect(remembered).toEqual(fresh);
            expect(findingsIn(remembered)).toEqual(findingsIn(fresh));
          };
          check();
          for (const { name, at, undone } of revisions) {
            const before = text;
            text = REVISIONS[name]!(text, Math.floor(at * text.length));
            check();
            if (!undone) continue;
            text = before;
            check();
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('goes on where it was given up, and takes over the paragraphs it has read', () => {
    const cache = new BlockCache();
    const text = generateArticle(300, 4);
    const given = analyzeInSteps(text, { format: 'plain', cache });
    for (let i = 0; i < 4; i++) given.next();
    const edited = text.replace('.', '. It rained.');
    expect(analyzeArticle(edited, { format: 'plain', cache })).toEqual(
      analyzeArticle(edited, { format: 'plain' }),
    );
  });

  it('remembers only the paragraphs that are still there', () => {
    const cache = new BlockCache();
    analyzeArticle('One paragraph stands here.\n\nAnother follows it.', { format: 'plain', cache });
    analyzeArticle('One paragraph stands here.', { format: 'plain', cache });
    expect(cache.size).toBe(1);
  });
});
