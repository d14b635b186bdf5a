/** Every example in every rule is a test: what it warns of, and what it must leave alone. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import { MESSAGES } from '../../server/src/rules/messages.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { RULE_IDS } from '../../server/src/rules/rule.ts';
import { readMarked, writeMarked } from '../support/marked.ts';
import { checkArticle, nameOfExample } from './support.ts';

describe('the registry', () => {
  it('has every rule once, under its own name', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual([...RULE_IDS].sort());
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s is documented', (_, rule) => {
    expect(rule.title).toMatch(/^[A-Z].*[^.]$/);
    expect(rule.explanation.length).toBeGreaterThan(100);
    expect(rule.examples.warned.length).toBeGreaterThan(0);
    expect(rule.examples.silent.length).toBeGreaterThan(1);
  });
});

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.examples.warned.map((example) => [nameOfExample(example), example] as const))(
    'warns: %s',
    (_, example) => {
      const marked = readMarked(typeof example === 'string' ? example : example.text, ['w']);
      expect(marked.of('w').length).toBeGreaterThan(0);
      const findings = checkArticle(marked.text, example, DEFAULT_SETTINGS).filter(
        (found) => found.rule === id,
      );
      const found = findings.map(({ span }) => ({ ...span, tag: 'w' }));
      expect(writeMarked(marked.text, found)).toBe(
        writeMarked(
          marked.text,
          marked.of('w').map((span) => ({ ...span, tag: 'w' })),
        ),
      );
      for (const { message } of findings) {
        expect(message).toMatch(/[.?)]$/);
        expect(message).not.toMatch(/\{\d\}|\n/);
      }
    },
  );

  it.each(rule.examples.silent.map((example) => [nameOfExample(example), example] as const))(
    'is silent: %s',
    (_, example) => {
      const text = typeof example === 'string' ? example : example.text;
      const findings = checkArticle(text, example, DEFAULT_SETTINGS).filter((found) => found.rule === id);
      expect(findings.map(({ span, message }) => [text.slice(span.start, span.end), message])).toEqual([]);
    },
  );
});

describe('messages', () => {
  it.each(Object.entries(MESSAGES))('%s ends like a sentence or is a label', (_, message) => {
    expect(message.length).toBeLessThan(130);
    expect(message).toMatch(/[.)\wa-z}]$/);
  });
});
