/**
 * `.attest.yaml`: the settings that a newsroom shares. Read with the places of its mistakes, which are shown in it; what
 * is right in it holds all the same.
 */
import type { Document, Node } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
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

/** Reads a project file. Never throws, whatever the text; a file that is no YAML holds nothing. */
export function parseProjectFile(text: string): ProjectFile {
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  } catch (error) {
    return { settings: {}, problems: [{ span: lineOf(text, 0), message: String(error), suggestion: null }] };
  }
  const syntax = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    span: visible(text, { start: pos[0], end: pos[1] }),
    message: `This is not YAML that can be read: ${message}`,
    suggestion: null,
  }));
  if (document.errors.length > 0) return { settings: {}, problems: syntax };
  const { settings, problems } = validateSettings(plainValue(document.contents, document), SHARED_SETTINGS);
  return { settings, problems: [...syntax, ...problems.map((problem) => placed(text, document, problem))] };
}

/** Node values as plain ones. The library's own `toJS` follows aliases without limit in depth; this one does not follow them twice. */
function plainValue(node: unknown, document: Document, depth = 0): unknown {
  if (depth > 20) return undefined;
  if (isAlias(node)) return plainValue(node.resolve(document), document, depth + 10);
  if (isMap(node)) {
    return Object.fromEntries(
      node.items.map(({ key, value }) => [keyText(key), plainValue(value, document, depth + 1)]),
    );
  }
  if (isSeq(node)) return node.items.map((item) => plainValue(item, document, depth + 1));
  return isScalar(node) ? node.value : null;
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
