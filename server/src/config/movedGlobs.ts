/**
 * Globs of `.attest.yaml` that name a file or folder which gets another name: `sources/**` where `sources` becomes
 * `material`. Without them a newsroom's sources would be sources no longer.
 */
import type { Scalar } from 'yaml';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { TextEdit } from '../text/edits.ts';
import { applyEdits } from '../text/edits.ts';
import { pathMatcher } from './globs.ts';
import { parseProjectFile } from './projectFile.ts';

/** A file or folder that gets another path, both relative to the folder of the project file, with `/`. */
export interface PathMove {
  readonly from: string;
  readonly to: string;
}

const LISTS: ReadonlySet<unknown> = new Set(['sources', 'include', 'exclude']);

/**
 * The edits that make the globs name the same files as before. A name without a folder matches at any depth, so it only
 * follows where nothing else has it.
 * @param text the project file
 * @param others paths of files that stay where they are, as far as they are known
 * @returns none for a file that cannot be read; never throws
 */
export function globsMoved(text: string, moves: readonly PathMove[], others: Iterable<string>): TextEdit[] {
  const { problems } = parseProjectFile(text);
  const { contents, errors } = parseDocument(text, { logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents)) return [];
  const staying = [...others];
  const edits = contents.items.flatMap(({ key, value }) =>
    isScalar(key) && LISTS.has(key.value) && isSeq(value)
      ? value.items.flatMap((item) => (isScalar(item) ? editOf(text, item, moves, staying) : []))
      : [],
  );
  return parseProjectFile(applyEdits(text, edits)).problems.length <= problems.length ? edits : [];
}

function editOf(
  text: string,
  { value, range }: Scalar,
  moves: readonly PathMove[],
  staying: readonly string[],
): TextEdit[] {
  if (typeof value !== 'string' || !range) return [];
  for (const { from, to } of moves) {
    const glob: string | null = value.includes('/')
      ? movedPath(value, from, to)
      : movedName(value, from, to, staying);
    if (glob === null || glob === value) continue;
    const span = { start: range[0], end: range[1] };
    return [{ span, newText: written(glob, text.slice(span.start, span.end)) }];
  }
  return [];
}

/** `sources/2026/**` with `sources` at another path. */
function movedPath(glob: string, from: string, to: string): string | null {
  const [, lead, path] = /^(\.?\/)?(.*)$/s.exec(glob)!;
  const rest = path === from ? '' : path!.startsWith(`${from}/`) ? path!.slice(from.length) : null;
  return rest === null ? null : (lead ?? '') + literally(to) + rest;
}

function movedName(glob: string, from: string, to: string, staying: readonly string[]): string | null {
  if (glob !== nameOf(from)) return null;
  const matches = pathMatcher([glob]);
  return staying.some(matches) ? null : literally(nameOf(to));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** With no character that means more than itself, and no blank at an end, which is not read. */
function literally(path: string): string {
  return path.replace(/[*?[{]|^\s|\s$/g, '[$&]');
}

/** As YAML, in the quotation marks that were there. */
function written(glob: string, before: string): string {
  if (before.startsWith("'")) return `'${glob.replaceAll("'", "''")}'`;
  const isPlain = !before.startsWith('"') && /^[\w./][\w./* -]*$/.test(glob) && !glob.endsWith(' ');
  return isPlain ? glob : JSON.stringify(glob);
}
