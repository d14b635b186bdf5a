/**
 * A long article while it is being typed in: what is taken back at once is never wrong, and what is known in the end is
 * what reading the whole article tells.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Article } from '../../server/src/analysis/facts.ts';
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { Documents } from '../../server/src/lsp/documents.ts';
import { linesOf } from '../../server/src/lsp/lines.ts';
import { OpenArticle } from '../../server/src/lsp/openArticle.ts';
import { positionAt } from '../../server/src/lsp/toProtocol.ts';
import type { Finding } from '../../server/src/rules/rule.ts';
import { runNearbyRules, runRules } from '../../server/src/rules/runRules.ts';
import type { Span } from '../../server/src/text/span.ts';
import { contains, overlaps, textOf, touches } from '../../server/src/text/span.ts';
import { createRandom, generateArticle } from '../support/generateArticle.ts';

// Whole articles are read again and again; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const uri = 'file:///draft.txt';

/** An article in an editor, as the session keeps it. */
class Draft {
  readonly open: OpenArticle;
  readonly #documents = new Documents('utf-16');

  constructor(text: string, languageId = 'plaintext') {
    const document = this.#documents.open({ uri, languageId, version: 1, text })!;
    this.open = new OpenArticle(document, () => 1e8);
    this.check();
  }

  get text(): string {
    return this.open.document.lines.text;
  }

  /** One change, as the editor sends it; nobody has looked at it yet. */
  type(at: number, removed: number, typed: string): void {
    const lines = linesOf(this.text);
    const range = {
      start: positionAt(lines, at, 'utf-16'),
      end: positionAt(lines, Math.min(at + removed, this.text.length), 'utf-16'),
    };
    const version = this.open.document.version + 1;
    const change = this.#documents.change({ uri, version }, [{ range, text: typed }]);
    this.open.change(change!, true);
  }

  lookAround(): readonly Finding[] {
    this.open.lookAround(({ article, text }) => runNearbyRules({ id: uri, article, text }, DEFAULT_SETTINGS));
    return this.open.findings;
  }

  check(): readonly Finding[] {
    const { article, marks } = this.open;
    this.open.findings = runRules({ id: uri, article, marks, text: this.text }, DEFAULT_SETTINGS);
    return this.open.findings;
  }
}

/** A long article in which every third paragraph leaves something to warn of. */
function faulty(seed: number, words = 4_500): string {
  const faults = [
    '“We never wanted the ferry terminal to be built where it stands.”',
    'Some 5,300 people have left the town since the summer.',
    'Experts say the flood wall will not last another winter.',
    'Ruth Okafor said: “The money was never ours to spend.',
  ];
  return generateArticle(words, seed)
    .split('\n\n')
    .map((paragraph, i) => (i % 3 === 0 ? `${paragraph}\n\n${faults[(i / 3) % faults.length]!}` : paragraph))
    .join('\n\n');
}

function same(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && overlaps(a.span, b.span);
}

/** The block that an offset lies in. */
function blockAt({ blocks }: Article, offset: number): number {
  return blocks.findIndex(({ span }) => touches(span, offset));
}

/** What the article tells of one of its blocks, by its words. */
function factsOf({ text, blocks, ...facts }: Article, block: number): unknown {
  const { span, kind } = blocks[block]!;
  const words = (spans: readonly Span[]): string[] =>
    spans.filter((other) => contains(span, other)).map((other) => textOf(text, other));
  return {
    kind,
    text: textOf(text, span),
    sentences: words(facts.sentences.map((sentence) => sentence.span)),
    quotations: words(facts.quotations.flatMap((quotation) => [quotation.span, quotation.inner])),
    attributions: words(
      facts.attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ),
    quantities: words(facts.quantities.flatMap((quantity) => [quantity.span, quantity.number])),
    mentions: words(facts.speakers.flatMap(({ mentions }) => mentions.map((mention) => mention.span))),
  };
}

const EDIT = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.constantFrom(1, 5, 40)),
  typed: fc.constantFrom(
    'e',
    ' ',
    '.',
    '“',
    '”',
    '"',
    '\n',
    '\n\n',
    '7',
    ', Anna Veld said',
    'according to her ',
    '',
  ),
});

describe('a long article being typed in', () => {
  it('loses at once no warning that the whole article shows, and gains none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.array(EDIT, { minLength: 1, maxLength: 12 }),
        (seed, edits) => {
          const draft = new Draft(faulty(seed, 1_200));
          for (const { at, removed, typed } of edits) {
            const start = Math.floor(at * draft.text.length);
            draft.type(start, removed, typed);
            const before = draft.open.findings;
            const atOnce = draft.lookAround();
            for (const finding of atOnce) expect(before.some((other) => same(other, finding))).toBe(true);
            const gone = before.filter((finding) => !atOnce.some((other) => same(other, finding)));
            const whole = draft.check();
            for (const finding of gone) expect(whole.filter((other) => same(other, finding))).toEqual([]);
          }
        },
      ),
      // What the paragraphs around an edit show is a judgement, and this its measure: the same edits every time.
      { numRuns: 12, seed: 20 },
    );
  });

  it('is in the end what a new reading of it tells, however far its analysis came between edits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.array(fc.tuple(EDIT, fc.nat(60)), { minLength: 1, maxLength: 8 }),
        (seed, edits) => {
          const draft = new Draft(faulty(seed, 1_200));
          for (const [{ at, removed, typed }, steps] of edits) {
            draft.type(Math.floor(at * draft.text.length), removed, typed);
            draft.lookAround();
            const analysis = draft.open.analyse();
            for (let i = 0; i < steps && !analysis.next().done; i++);
          }
          expect(draft.open.article).toEqual(analyzeArticle(draft.text, { format: 'plain' }));
        },
      ),
      { numRuns: 8 },
    );
  });

  it('tells of the paragraphs that nobody has touched what was read of them, and nothing of the others', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99 }),
        fc.array(EDIT, { minLength: 1, maxLength: 8 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 10 }),
        (seed, edits, places) => {
          const draft = new Draft(faulty(seed));
          const before = draft.open.article;
          for (const { at, removed, typed } of edits) {
            draft.type(Math.floor(at * draft.text.length), removed, typed || 'x');
            expect(draft.open.factsAt(draft.open.caret!)).toBeUndefined();
            for (const place of places) {
              const offset = Math.floor(place * draft.text.length);
              const known = draft.open.factsAt(offset);
              if (!known) continue;
              answered++;
              expect(known.text).toBe(draft.text);
              const block = blockAt(known.article, offset);
              expect(factsOf(known.article, block)).toEqual(factsOf(before, block));
            }
          }
          expect(draft.open.isAnalysed).toBe(false);
        },
      ),
      { numRuns: 6 },
    );
    expect(answered).toBeGreaterThan(0);
  });

  it('is known of everywhere but where it is typed in', () => {
    const draft = new Draft(long);
    const at = draft.text.indexOf(quotation);
    draft.type(at + 3, 0, 'x');
    expect(draft.open.factsAt(at)).toBeUndefined();
    const other = draft.text.lastIndexOf(quotation);
    const found = draft.open.factsAt(other)!.article.quotations.find(({ span }) => span.start === other)!;
    expect(textOf(draft.text, found.span)).toBe(quotation);
    draft.open.change({ document: draft.open.document, replacements: undefined }, true);
    expect(draft.open.factsAt(other)).toBeUndefined();
  });

  const said = 'Ana Ruiz said: “We will rebuild the wall.”';
  const long = faulty(3);
  const quotation = '“We never wanted the ferry terminal to be built where it stands.”';

  it('takes a warning back as soon as its paragraph shows why, and keeps the others in their places', () => {
    const draft = new Draft(long);
    const at = draft.text.indexOf(quotation) + quotation.length;
    const others = draft.open.findings.length - 1;
    ' Ana Ruiz said'.split('').forEach((letter, i) => {
      draft.type(at + i, 0, letter);
      draft.lookAround();
    });
    expect(draft.open.findings).toHaveLength(others);
    expect(draft.open.isAnalysed).toBe(false);
    for (const { span, message } of draft.check().filter(({ rule }) => rule === 'unattributed-quote'))
      expect(message).toContain(textOf(draft.text, span).slice(1, 20));
  });

  it('shows nothing new before the whole article is read', () => {
    const draft = new Draft(`${long}\n\n${said}`);
    const known = draft.open.findings.length;
    draft.type(draft.text.length - 1, 1, '');
    expect(draft.lookAround()).toHaveLength(known);
    expect(draft.check().length).toBeGreaterThan(known);
  });

  it('keeps a warning somebody types in with its passage, and moves what it refers to', () => {
    const draft = new Draft(long);
    const at = draft.text.indexOf(quotation);
    const known = draft.open.findings.find(({ span }) => span.start === at)!;
    draft.type(at + '“We never'.length, 0, ', ever');
    draft.lookAround();
    const now = draft.open.findings.find(({ span }) => span.start === at)!;
    expect(textOf(draft.text, now.span)).toBe(quotation.replace('never', 'never, ever'));
    expect(now).toMatchObject({
      rule: known.rule,
      message: expect.stringContaining('never, ever') as unknown,
    });
    draft.type(0, 0, 'Now. ');
    draft.lookAround();
    const fixes = draft.open.findings.flatMap(({ fixes: offered }) => offered);
    for (const { edits } of fixes)
      for (const { span } of edits) expect(/\s/.test(draft.text.charAt(span.start - 1))).toBe(false);
  });

  it('knows the sentence being typed, also in a paragraph that is new', () => {
    const draft = new Draft(long);
    const random = createRandom(5);
    for (let i = 0; i < 20; i++) {
      const at = Math.floor(random() * draft.text.length);
      draft.type(at, 0, i % 5 === 0 ? '\n\nA new one' : 'e');
      draft.lookAround();
      const sentence = draft.open.sentenceBeingTyped!;
      expect(draft.open.isAnalysed).toBe(false);
      expect(sentence.start).toBeLessThanOrEqual(draft.open.caret!);
      expect(sentence.end).toBeGreaterThanOrEqual(draft.open.caret!);
      expect(sentence.end - sentence.start).toBeLessThan(2_000);
    }
  });

  it('forgets what it knew when a selection over many paragraphs goes, and when the whole text is replaced', () => {
    const draft = new Draft(long);
    draft.type(200, 4_000, '');
    const left = draft.lookAround();
    expect(left.every(({ span }) => span.end <= draft.text.length)).toBe(true);
    expect(draft.check()).toEqual(new Draft(draft.text).open.findings);
  });

  it('leaves a paragraph of thousands of words as it was until it is read again', () => {
    const draft = new Draft(long.replace(/\s+/g, ' '));
    const before = draft.check();
    draft.type(200, 0, 'x');
    expect(draft.lookAround().map(({ rule }) => rule)).toEqual(before.map(({ rule }) => rule));
    expect(draft.check()).toEqual(new Draft(draft.text).open.findings);
  });
});
