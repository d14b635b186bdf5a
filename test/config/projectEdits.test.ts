import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownFactAdded, ruleTurnedOff } from '../../server/src/config/projectEdits.ts';
import { parseProjectFile } from '../../server/src/config/projectFile.ts';
import { applyEdits } from '../../server/src/text/edits.ts';

function off(text: string, reason: string | null = null): string | null {
  const edit = ruleTurnedOff(text, 'vague-attribution', reason);
  return edit && applyEdits(text, [edit]);
}

function known(text: string, reason: string | null = null): string | null {
  const edit = knownFactAdded(text, 'The town has 9,000 people.', reason);
  return edit && applyEdits(text, [edit]);
}

describe('a rule turned off in the project file', () => {
  it.each([
    ['', 'rules:\n  vague-attribution: off\n'],
    ['# ours\n', '# ours\nrules:\n  vague-attribution: off\n'],
    ['profile: desk', 'profile: desk\nrules:\n  vague-attribution: off'],
    ['profile: desk # all of us\n', 'profile: desk # all of us\nrules:\n  vague-attribution: off\n'],
    ['rules:\n', 'rules:\n  vague-attribution: off\n'],
    ['rules:\nprofile: desk\n', 'rules:\n  vague-attribution: off\nprofile: desk\n'],
    [
      'rules:\n    unclosed-quote: error # always\n\n# the end\n',
      'rules:\n    unclosed-quote: error # always\n    vague-attribution: off\n\n# the end\n',
    ],
    ['rules:\n  vague-attribution: hint # for now\n', 'rules:\n  vague-attribution: off # for now\n'],
    ['rules:\n  "vague-attribution": \'hint\'\n', 'rules:\n  "vague-attribution": off\n'],
    ['rules:\n  vague-attribution:\n', 'rules:\n  vague-attribution: off\n'],
    ['rules: { unclosed-quote: error }\n', 'rules: { unclosed-quote: error, vague-attribution: off }\n'],
    ['rules: {}\n', 'rules: {vague-attribution: off}\n'],
    ['{ profile: desk }\n', '{ profile: desk, rules: {vague-attribution: off} }\n'],
    [
      'profile: desk\r\nrules:\r\n  unclosed-quote: error\r\n',
      'profile: desk\r\nrules:\r\n  unclosed-quote: error\r\n  vague-attribution: off\r\n',
    ],
    [
      'sources:\n- a/**\n- b/** # theirs\nprofile: desk\n',
      'sources:\n- a/**\n- b/** # theirs\nprofile: desk\nrules:\n  vague-attribution: off\n',
    ],
  ])('%j', (before, after) => {
    expect(off(before)).toBe(after);
  });

  it('says why, on the same line', () => {
    expect(off('profile: desk\n', 'our columns\nmay')).toBe(
      'profile: desk\nrules:\n  vague-attribution: off # our columns may\n',
    );
  });

  it.each(['rules: [\n', 'rules: 5\n', '- a\n', 'rules: *nothing\n', 'a: 1\na: 2\n'])(
    'is nothing to do for us in a file that cannot be read: %j',
    (text) => {
      expect(off(text)).toBeNull();
    },
  );
});

describe('a known fact in the project file', () => {
  it.each([
    ['', 'knownFacts:\n  - "The town has 9,000 people."\n'],
    [
      'knownFacts:\n  - The sea is cold. # it is\nprofile: desk\n',
      'knownFacts:\n  - The sea is cold. # it is\n  - "The town has 9,000 people."\nprofile: desk\n',
    ],
    [
      'knownFacts:\n- text: The sea is cold.\n  reason: it is\n',
      'knownFacts:\n- text: The sea is cold.\n  reason: it is\n- "The town has 9,000 people."\n',
    ],
    ['knownFacts: [The sea is cold.]\n', 'knownFacts: [The sea is cold., "The town has 9,000 people."]\n'],
    ['knownFacts: []\n', 'knownFacts: ["The town has 9,000 people."]\n'],
  ])('%j', (before, after) => {
    expect(known(before)).toBe(after);
  });

  it('is written with its reason', () => {
    expect(known('profile: desk\n', 'the “census”')).toBe(
      'profile: desk\nknownFacts:\n  - text: "The town has 9,000 people."\n    reason: "the “census”"\n',
    );
    const facts = parseProjectFile(known('knownFacts: [a]', 'b')!).settings.knownFacts;
    expect(facts).toEqual([{ text: 'a' }, { text: 'The town has 9,000 people.', reason: 'b' }]);
  });
});

it('changes leave every other line as it was, and never throw', () => {
  const line = fc.constantFrom(
    '# a comment',
    '',
    'profile: desk',
    'rules:',
    '  unclosed-quote: hint',
    '  vague-attribution: error # x',
    'sources:',
    '  - a/**',
    '- b',
    'knownFacts: [x]',
    '  - text: y',
    '    reason: z',
    'exclude: ["a", "b"]',
    'rules: {unclosed-quote: off}',
    '}',
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([lines, lineBreak, ends]) => lines.join(lineBreak) + (ends ? lineBreak : ''));
  fc.assert(
    fc.property(text, fc.option(fc.string({ unit: 'binary' })), (before, reason) => {
      const lines = before.split(/\r?\n/);
      for (const after of [off(before, reason), known(before, reason)]) {
        if (after === null) continue;
        const kept = after.split(/\r?\n/);
        const missing = lines.filter((one) => !kept.includes(one));
        // At most the line that was changed: a value or a list in brackets.
        expect(missing.length).toBeLessThanOrEqual(1);
        expect(parseProjectFile(after).problems.length).toBeLessThanOrEqual(
          parseProjectFile(before).problems.length,
        );
      }
    }),
    { numRuns: 150 },
  );
});
