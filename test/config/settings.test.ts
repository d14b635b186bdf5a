import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeProjectFile } from '../../server/src/config/completion.ts';
import { explainProjectFile } from '../../server/src/config/explanation.ts';
import { manifestConfiguration, projectFileSchema } from '../../server/src/config/manifest.ts';
import { mergeSettings, settingsFromEditor } from '../../server/src/config/merge.ts';
import { parseProjectFile } from '../../server/src/config/projectFile.ts';
import { DEFAULT_SETTINGS, SETTINGS } from '../../server/src/config/table.ts';
import { validateSettings } from '../../server/src/config/validate.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { readMarked } from '../support/marked.ts';
import { ROOT } from '../support/shared.ts';

describe('the table of settings', () => {
  it('is small enough to be read', () => {
    expect(SETTINGS.length).toBeLessThanOrEqual(25);
    expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
  });

  it.each(SETTINGS.map((setting) => [setting.key, setting] as const))(
    '%s: its default is valid, and it is described',
    (key, setting) => {
      const { problems } = validateSettings({ [key]: setting.default }, SETTINGS);
      expect(problems).toEqual([]);
      expect(setting.description).toMatch(/\.$/);
      const { enum: choices, enumDescriptions } = setting.schema;
      expect(enumDescriptions?.length).toBe(choices?.length);
    },
  );

  it('has every property of the settings', () => {
    expect(mergeSettings()).toEqual(DEFAULT_SETTINGS);
    expect(Object.values(DEFAULT_SETTINGS)).not.toContain(undefined);
  });

  it('is what the manifest declares', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      contributes?: { configuration?: unknown };
    };
    expect(manifest.contributes?.configuration).toEqual(
      JSON.parse(JSON.stringify(manifestConfiguration())) as unknown,
    );
  });

  it('is what the schema of the project file says', () => {
    const path = join(ROOT, 'client/attest.schema.json');
    expect(existsSync(path)).toBe(true);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(projectFileSchema())));
  });
});

/** The problems of a project file whose wrong places are tagged `<x>…</x>`, in order. */
function problemsOf(marked: string): string[] {
  const { text, spans } = readMarked(marked, ['x']);
  const { problems } = parseProjectFile(text);
  expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
  );
  expect(problems.map(({ span }) => span)).toEqual(spans.map(({ start, end }) => ({ start, end })));
  return problems.map(({ message }) => message);
}

describe('the project file', () => {
  it('is read', () => {
    const { settings, problems } = parseProjectFile(
      [
        '# our newsroom',
        'profile: strict',
        'rules:',
        '  unattributed-claim: off',
        '  altered-quote: error',
        'sources: [interviews/**, "releases/*.txt"]',
        'knownFacts:',
        '  - A year has 365 days',
        '  - text: Northby has 12,000 inhabitants',
        '    reason: census',
        'style:',
        '  quotationMarks: curly',
        '  attributionVerb: says',
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      profile: 'strict',
      rules: { 'unattributed-claim': 'off', 'altered-quote': 'error' },
      sources: ['interviews/**', 'releases/*.txt'],
      knownFacts: [
        { text: 'A year has 365 days' },
        { text: 'Northby has 12,000 inhabitants', reason: 'census' },
      ],
      quotationMarks: 'curly',
      attributionVerb: 'says',
    });
  });

  it.each(['', '\n', '# only a comment\n', '---\n', 'rules:\n', 'style:\n'])(
    'may say nothing: %j',
    (text) => {
      expect(parseProjectFile(text).settings).toEqual({});
    },
  );

  it('names wrong keys and guesses the right one', () => {
    expect(problemsOf('<x>profle</x>: desk\nstyle:\n  <x>quotationmark</x>: curly\n')).toEqual([
      'There is no setting “profle”. Did you mean “profile”?',
      'There is no setting “style.quotationmark”. Did you mean “quotationMarks”?',
    ]);
    expect(problemsOf('<x>attest.profile</x>: desk')).toEqual(['Leave out “attest.” here: “profile”.']);
    expect(problemsOf('<x>zzz</x>: 1')).toEqual(['There is no setting “zzz”.']);
    expect(problemsOf('<x>hideWhileTyping</x>: 10')).toEqual([
      '“hideWhileTyping” is set in the editor and is not shared in this file.',
    ]);
  });

  it('names wrong values where they stand', () => {
    expect(problemsOf('profile: <x>dek</x>\r\nmaxFileSize: <x>0</x>\r\nsources: <x>a.txt</x>\r\n')).toEqual([
      'This must be one of off, writing, desk, strict. Did you mean “desk”?',
      'This must be a whole number from 1 to 65536.',
      'This must be a list.',
    ]);
    expect(problemsOf('rules:\n  <x>altered-quotes</x>: error\n  unclosed-quote: <x>false</x>\n')).toEqual([
      'There is no rule “altered-quotes”. Did you mean “altered-quote”?',
      'This must be one of error, warning, information, hint, off. Did you mean “off”?',
    ]);
    expect(problemsOf('sources:\n  - ok/*\n  - <x>12</x>\n')).toEqual([
      'This must be a text that is not empty.',
    ]);
    expect(problemsOf('knownFacts:\n  - <x>txt: hello</x>\n')).toEqual([
      'This must be a text, or “text” and “reason”.',
    ]);
    expect(problemsOf('<x>- profile</x>')).toEqual(['Settings are a list of “key: value” lines.']);
  });

  it('keeps what is right beside what is wrong', () => {
    expect(
      parseProjectFile('profile: nope\nsources: [a, 3]\nrules: {x: off, unclosed-quote: hint}').settings,
    ).toEqual({
      sources: ['a'],
      rules: { 'unclosed-quote': 'hint' },
    });
  });

  it('says where it is no YAML', () => {
    const { settings, problems } = parseProjectFile('profile: desk\nsources: [a\nrules: {');
    expect(settings).toEqual({});
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]!.message).toContain('not YAML');
  });

  it('is not led into endless work by aliases', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghij'
        .split('')
        .map((name, i) => `${name}: &${name} [*${'abcdefghi'[i]!}, *${'abcdefghi'[i]!}]`),
    ];
    expect(parseProjectFile(bomb.join('\n')).settings).toEqual({});
  });

  it('never throws, and its problems lie in the text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'profile: desk',
        'rules:',
        '  unclosed-quote: off',
        'sources: [',
        '- a',
        '? {',
        '&a *a',
        '\t',
        '"',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        for (const { span } of parseProjectFile(text).problems) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('precedence', () => {
  it('goes from this run over the project file and the editor to the defaults', () => {
    const merged = mergeSettings(
      { profile: 'strict' },
      { profile: 'desk', rules: { 'unclosed-quote': 'off' }, attributionVerb: 'says' },
      { profile: 'writing', rules: { 'unclosed-quote': 'error', 'missing-source': 'hint' }, codeLens: 'off' },
    );
    expect(merged.profile).toBe('strict');
    expect(merged.rules).toEqual({ 'unclosed-quote': 'off', 'missing-source': 'hint' });
    expect(merged.attributionVerb).toBe('says');
    expect(merged.codeLens).toBe('off');
    expect(merged.quotationMarks).toBe('auto');
  });

  it('adds lists up', () => {
    const merged = mergeSettings(
      { sources: ['a'], knownFacts: [{ text: 'x', reason: 'census' }] },
      { sources: ['b', 'a'], exclude: ['tmp/**'], knownFacts: [{ text: 'x' }, { text: 'y' }] },
    );
    expect(merged.sources).toEqual(['a', 'b']);
    expect(merged.exclude).toEqual(['tmp/**', ...DEFAULT_SETTINGS.exclude]);
    expect(merged.knownFacts).toEqual([{ text: 'x', reason: 'census' }, { text: 'y' }]);
  });
});

describe('the editor’s answer', () => {
  it('is read nested and dotted', () => {
    const { settings, problems } = settingsFromEditor({
      profile: 'writing',
      check: { on: 'save' },
      'style.attributionVerb': 'says',
      knownFacts: ['x'],
      trace: { server: 'verbose' },
    });
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      profile: 'writing',
      checkOn: 'save',
      attributionVerb: 'says',
      knownFacts: [{ text: 'x' }],
    });
  });

  it.each([null, undefined, 3, 'x', [], { profile: {} }, { check: 7 }, { rules: [] }, { sources: [{}] }])(
    'may be anything: %j',
    (answer) => {
      expect(mergeSettings(settingsFromEditor(answer).settings).profile).toBe('desk');
    },
  );
});

describe('completion in the project file', () => {
  function complete(marked: string): string[] {
    const { text, caret } = readMarked(marked, []);
    return completeProjectFile(text, caret).map(({ label }) => label);
  }

  it('offers keys', () => {
    expect(complete('<|>')).toEqual(expect.arrayContaining(['profile', 'rules', 'style', 'sources']));
    expect(complete('<|>')).not.toContain('hideWhileTyping');
    expect(complete('style:\n  <|>')).toEqual(['quotationMarks', 'attributionVerb', 'attributionOrder']);
    expect(complete('profile: desk\nrules:\n  unclosed-quote: off\n  al<|>')).toContain('altered-quote');
  });

  it('offers values', () => {
    expect(complete('profile: <|>')).toEqual(['off', 'writing', 'desk', 'strict']);
    expect(complete('rules:\n  altered-quote: e<|>')).toEqual([
      'error',
      'warning',
      'information',
      'hint',
      'off',
    ]);
    expect(complete('style:\n  attributionOrder: <|>')).toEqual(['speaker-verb', 'verb-speaker']);
  });

  it('is silent elsewhere', () => {
    expect(complete('# pro<|>')).toEqual([]);
    expect(complete('sources:\n  - <|>')).toEqual([]);
    expect(complete('maxFileSize: <|>')).toEqual([]);
    expect(complete('nope:\n  <|>')).toEqual([]);
  });

  it('inserts what can then be read', () => {
    for (const { label, insertText, span } of completeProjectFile('pr', 2)) {
      const text = applyEdits('pr', [{ span, newText: insertText }]);
      const known = parseProjectFile(text).problems.filter(({ message }) => message.includes('no setting'));
      expect(known, label).toEqual([]);
    }
  });
});

describe('a setting in the project file', () => {
  function explained(marked: string): [string, string] | null {
    const { text, carets } = readMarked(marked, []);
    const found = explainProjectFile(text, carets[0]!);
    return found && [text.slice(found.span.start, found.span.end), found.text];
  }

  it('is explained at its key and at its value', () => {
    expect(explained('pro<|>file: desk\n')).toEqual([
      'profile',
      'How strictly an article is checked. `rules` changes single rules. One of `off`, `writing`, `desk`, `strict`.',
    ]);
    expect(explained('profile: stri<|>ct # for the desk\n')?.[0]).toBe('strict');
    expect(explained('rules:\n  unclosed<|>-quote: off\n')?.[1]).toMatch(/^The severity of `unclosed-quote`/);
    expect(explained('style:\r\n  attribution<|>Verb: says\r\n')?.[1]).toMatch(/^The verb/);
  });

  it.each([
    '<|>',
    '# pro<|>file: desk',
    'nope<|>: 1',
    'sources:\n  - dra<|>fts/**',
    'profile: desk <|># so',
    'maxFileSize: 10<|>0',
  ])('is nothing elsewhere: %j', (marked) => {
    expect(explained(marked)).toBeNull();
  });
});
