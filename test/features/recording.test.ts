import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCopy } from '../../server/src/annotations/cleanCopy.ts';
import type { Recorded } from '../../server/src/annotations/annotationFile.ts';
import type { Settings } from '../../server/src/config/settings.ts';
import { passageActions, passageAt, warningActions } from '../../server/src/features/codeActions.ts';
import { recordingOf } from '../../server/src/features/recording.ts';
import { takeBacks } from '../../server/src/features/takeBack.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { newsroom } from '../support/newsroom.ts';

const MARKDOWN = { format: 'markdown' as const };

/** The draft after the fact at the caret was recorded; `annotation` where it went into the file. */
function recorded(
  draft: string,
  record: Partial<Recorded>,
  settings: Partial<Settings> = {},
  format: 'plain' | 'markdown' = 'markdown',
): string {
  const { context, caret, text } = newsroom(draft, {}, { format, settings });
  const passage = passageAt(context, { start: caret, end: caret })!;
  const { edits, annotation } = recordingOf(context, passage, record);
  return annotation ? 'annotation' : applyEdits(text, edits);
}

describe('what is recorded', () => {
  const CHECKED = { verdict: 'verified' as const };

  it.each([
    // Alone in its sentence: at its end, as newsrooms write it.
    ['The wall cost 4.2 <|>million euros last year.', 'The wall cost 4.2 million euros last year. [CQ]'],
    [
      '“We will <|>stay here all winter,” Ana Ruiz said.',
      '“We will stay here all winter,” Ana Ruiz said. [CQ]',
    ],
    ['The wall cost 4.2 <|>million euros last year', 'The wall cost 4.2 million euros last year [CQ]'],
    // The sentence goes on to another fact: right behind the first.
    [
      'Rents rose 14 <|>percent last year and wages rose 9 percent.',
      'Rents rose 14 percent [CQ] last year and wages rose 9 percent.',
    ],
    // Once the first has its mark, the second may have one of its own.
    [
      'Rents rose 14 percent [CQ] last year and wages rose 9 <|>percent.',
      'Rents rose 14 percent [CQ] last year and wages rose 9 percent. [CQ]',
    ],
  ])('is a mark where a mark says no more than is meant: %j', (draft, marked) => {
    expect(recorded(draft, CHECKED)).toBe(marked);
  });

  it.each([
    'Rents rose 14 percent last year and wages rose 9 <|>percent.',
    '“We lost 4.2 <|>million euros on the wall,” Ana Ruiz said.',
  ])('is an annotation where a mark would speak for another fact too: %j', (draft) => {
    expect(recorded(draft, CHECKED)).toBe('annotation');
  });

  it('is a mark all the same where only marks are wanted, and never inside quotation marks', () => {
    expect(
      recorded('“We lost 4.2 <|>million euros on the wall,” Ana Ruiz said.', CHECKED, {
        annotationPlace: 'marks',
      }),
    ).toBe('“We lost 4.2 million euros on the wall,” Ana Ruiz said. [CQ]');
  });

  it('is an annotation where no mark can say it, and where the text is to stay as it is', () => {
    const draft = 'The wall cost 4.2 <|>million euros last year.';
    expect(recorded(draft, { verdict: 'disputed' })).toBe('annotation');
    expect(recorded(draft, { ...CHECKED, note: 'asked her' })).toBe('annotation');
    expect(recorded(draft, CHECKED, {}, 'plain')).toBe('annotation');
    expect(recorded(draft, CHECKED, { annotationPlace: 'file' })).toBe('annotation');
  });

  it('is the attribution itself where nobody is given', () => {
    expect(
      recorded('The wall cost 4.2 <|>million euros last year.', { speaker: 'Ana Ruiz' }, {}, 'plain'),
    ).toBe('The wall cost 4.2 million euros last year, according to Ana Ruiz.');
    expect(
      recorded('The wall cost 4.2 <|>million euros, Tom Keane said.', { speaker: 'Ana Ruiz' }, {}, 'plain'),
    ).toBe('annotation');
  });

  it('leaves a clean copy that is the draft as it was', () => {
    const sentence = fc.constantFrom(
      'The wall cost 4.2 million euros last year.',
      'Rents rose 14 percent last year and wages rose 9 percent.',
      '“We will stay here all winter,” Ana Ruiz said.',
      'Ana Ruiz said the “harbour wall” would cost 300 euros a day!',
      '“Nobody asked us. It cost 5 million euros,” Tom Keane said; “it was late.”',
      '# The 40 million euro wall',
      '- 300 houses\n- 12,000 people',
    );
    const draft = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n'));
    fc.assert(
      fc.property(
        draft,
        fc.constantFrom<Settings['annotationPlace']>('auto', 'marks'),
        fc.nat(200),
        (text, place, at) => {
          const { context } = newsroom(text, {}, { ...MARKDOWN, settings: { annotationPlace: place } });
          const offset = at % text.length;
          const passage = passageAt(context, { start: offset, end: offset });
          if (!passage) return;
          for (const record of [CHECKED, { source: 'a.txt' }]) {
            const { edits } = recordingOf(context, passage, record);
            expect(cleanCopy(applyEdits(text, edits), 'markdown')).toBe(text);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('what was recorded is taken back', () => {
  const titles = (draft: string, options: Parameters<typeof newsroom>[2] = MARKDOWN): string[] => {
    const { context, caret } = newsroom(draft, {}, options);
    return takeBacks(context, { start: caret, end: caret }).map(({ title }) => title);
  };

  it.each([
    'The wall cost 4.2 <|>million euros last year. [CQ]',
    'The wall cost 4.2 <|>million euros [source: a.txt] last year.',
    'Some say it cost <|>more. <!-- attest-dismiss-line vague-attribution: they do -->',
  ])('from the text, without a trace: %j', (draft) => {
    const { context, caret, text } = newsroom(draft, {}, MARKDOWN);
    const [found, ...more] = takeBacks(context, { start: caret, end: caret });
    expect(more).toEqual([]);
    expect(applyEdits(text, found!.edits)).toBe(cleanCopy(text, 'markdown'));
  });

  it('from the file, by its id, with what it says', () => {
    const annotate = [
      { words: '4.2 million euros', verdict: 'disputed' as const, note: 'ask again' },
      {
        words: 'The wall',
        verdict: 'dismissed' as const,
        dismissal: { scope: 'file' as const, rules: ['vague-attribution'], reason: 'ours' },
      },
    ];
    const draft = 'The wall cost 4.2 <|>million euros last year.';
    expect(titles(draft, { annotate })).toEqual([
      'Remove the annotation: disputed, ask again',
      'Remove the annotation: dismissed vague-attribution, ours',
    ]);
  });

  it('and is nothing where nothing was recorded', () => {
    expect(titles('The wall cost 4.2 <|>million euros last year. Then it [CQ] fell.')).toEqual([]);
    expect(titles('<|>', {})).toEqual([]);
  });
});

describe('about a passage', () => {
  const SOURCES = {
    'sources/minutes.txt': 'RUIZ: We will rebuild the old harbour wall before the first storms.\n',
  };
  const DRAFT = '“We will rebuild <|>the old harbour wall before the first storms,” Ana Ruiz said.\n';

  it('there is a link to where it was found, a verdict, a speaker and [sic]', () => {
    const { context, caret } = newsroom(DRAFT, SOURCES);
    const actions = passageActions(context, { start: caret, end: caret });
    expect(actions.map(({ title }) => title)).toEqual([
      'Link to minutes.txt (word for word)',
      'Mark as verified',
      'Mark as disputed',
      'Mark as needs checking',
      'Insert [sic] after “the”',
    ]);
    expect(actions[0]!.annotation?.record.source).toContain('sources/minutes.txt#:~:text=');
  });

  it('a warning is dismissed in every scope, with a reason that ends no comment', () => {
    const { context, caret } = newsroom('The wall cost 4.2 <|>million euros last year.', {}, MARKDOWN);
    const scopes = warningActions(context, { start: caret, end: caret }, 'profile: desk\n').map(
      ({ scope }) => scope,
    );
    expect(scopes).toEqual(['passage', 'line', 'block', 'known-fact', 'file', 'project']);
    expect(
      warningActions(context, { start: caret, end: caret }, null).map(({ scope }) => scope),
    ).not.toContain('project');
  });
});
