/**
 * `.attest.yaml`: the settings that a newsroom shares. Read with the places of its mistakes, which are shown in it; what
 * is right in it holds all the same.
 */
import type { Document, Node } from 'yaml';
import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Say } from '../text/say.ts';
import { sayInEnglish } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import type { Settings } from './settings.ts';
import { SHARED_SETTINGS } from './table.ts';
import type { SettingProblem } from './validate.ts';
import { validateSettings } from './validate.ts';

export const PROJECT_FILE = '.attest.yaml';

export interface ProjectFileProblem {
  readonly span: Span;
  readonly message: string;
  /** What the span probably should read; null where nobody can tell. */
  readonly suggestion: string | null;
}

export interface ProjectFile {
  /** Only what the file says and is right. */
  readonly settings: Partial<Settings>;
  readonly problems: readonly ProjectFileProblem[];
}

/** Deeper than any setting is nested. */
const MAX_DEPTH = 20;
/** In code units. Longer ones are no settings, and reading them would take too long. */
const MAX_LENGTH = 1_000_000;
/** So many mistakes are shown; whoever makes more has one cause for them. */
const MAX_PROBLEMS = 100;

/** Reads a project file. Never throws, whatever the text; a file that is no YAML holds nothing. */
export function parseProjectFile(text: string, say: Say = sayInEnglish): ProjectFile {
  if (text.length > MAX_LENGTH) {
    return unread(text, say('This file is too long for settings, and is not read.'));
  }
  let document: Document.Parsed;
  try {
    // Keys that stand twice are looked for below: the library compares each with every other.
    document = parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  } catch (error) {
    return unread(text, String(error));
  }
  const syntax = [...document.errors, ...document.warnings]
    .slice(0, MAX_PROBLEMS)
    .map(({ pos, message }) => ({
      span: visible(text, { start: pos[0], end: pos[1] }),
      message: say('This is not YAML that can be read: {0}', message),
      suggestion: null,
    }));
  if (document.errors.length > 0) return { settings: {}, problems: syntax };
  const twice = firstRepeatedKey(document.contents);
  if (twice) {
    const message = say('“{0}” stands here twice. Leave one of them out.', keyText(twice));
    return {
      settings: {},
      problems: [{ span: spanOf(twice) ?? lineOf(text, 0), message, suggestion: null }],
    };
  }
  const { settings, problems } = validateSettings(plainValue(document.contents), SHARED_SETTINGS, say);
  const shown = problems.slice(0, MAX_PROBLEMS);
  return { settings, problems: [...syntax, ...shown.map((problem) => placed(text, document, problem))] };
}

function unread(text: string, message: string): ProjectFile {
  return { settings: {}, problems: [{ span: lineOf(text, 0), message, suggestion: null }] };
}

/** The key of a map, or of one inside it, that has stood in the same map before. */
function firstRepeatedKey(node: unknown, depth = 0): unknown {
  if (!isMap(node) || depth > MAX_DEPTH) return undefined;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    if (seen.has(keyText(key))) return key;
    seen.add(keyText(key));
    const inside = firstRepeatedKey(value, depth + 1);
    if (inside) return inside;
  }
  return undefined;
}

/**
 * Node values as plain ones. An alias stands for the very value of its anchor, not for a copy: copies of copies would
 * make a short file endless. What is nested deeper than any setting is left out.
 */
function plainValue(node: unknown, anchors = new Map<string, unknown>(), depth = 0): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (isAlias(node)) return anchors.get(node.source);
  const value = plainCollection(node, anchors, depth + 1) ?? (isScalar(node) ? node.value : null);
  if (isNode(node) && 'anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, value);
  return value;
}

function plainCollection(node: unknown, anchors: Map<string, unknown>, depth: number): unknown {
  if (isSeq(node)) return node.items.map((item) => plainValue(item, anchors, depth));
  if (!isMap(node)) return undefined;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [keyText(key), plainValue(value, anchors, depth)]),
  );
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function placed(
  text: string,
  document: Document,
  { path, atKey, message, suggestion }: SettingProblem,
): ProjectFileProblem {
  let node: unknown = document.contents;
  let range: Span = lineOf(text, 0);
  path.forEach((step, depth) => {
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === step);
      const key = spanOf(pair?.key);
      const value = spanOf(pair?.value);
      range = (last && atKey ? key : (usable(value) ?? key)) ?? range;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      range = spanOf(node) ?? range;
    }
  });
  return { span: visible(text, range), message, suggestion };
}

function usable(span: Span | null): Span | null {
  return span && span.start < span.end ? span : null;
}

function spanOf(node: unknown): Span | null {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : null;
}

/** Something to see: not empty, within the text, and only its first line. */
function visible(text: string, { start, end }: Span): Span {
  const from = Math.min(start, text.length);
  const firstLine = /^[^\r\n]*/.exec(text.slice(from, Math.max(end, from)))![0].trimEnd();
  if (firstLine !== '') return { start: from, end: from + firstLine.length };
  return from < end ? { start: from, end: Math.min(end, text.length) } : lineOf(text, from);
}

function lineOf(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, 0);
  const newline = text.indexOf('\n', start);
  return { start, end: newline < 0 ? text.length : newline };
}
