/**
 * Files that are renamed or moved, and what has to follow them: targets of marks, footnotes and annotations are paths
 * relative to their article, so they change when the article moves, and when what they lead to does.
 */
import type { TextEdit } from '../text/edits.ts';
import type { Mark } from '../text/marks.ts';
import { textOf } from '../text/span.ts';
import type { AnnotationFile } from './annotationFile.ts';
import { nameArticle, updateAnnotation } from './annotationFile.ts';
import { footnoteTarget, parseTarget, relativePath, resolvePath, uriKey } from './targets.ts';

/** A file, or a folder with all that is in it. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where an article was, where it goes, and what else goes elsewhere. */
export interface Moving {
  /** The article's URI before. */
  readonly article: string;
  readonly moves: readonly Move[];
  /** Those of the workspace: no path leads out of them. */
  readonly folders: readonly string[];
}

/** The URI of a file after the moves; the same where it stays. The longest folder decides. */
export function movedUri(uri: string, moves: readonly Move[]): string {
  const key = uriKey(uri);
  let best: Move | null = null;
  for (const move of moves) {
    const from = folderKey(move.from);
    if (key !== from && !key.startsWith(`${from}/`)) continue;
    if (!best || from.length > folderKey(best.from).length) best = move;
  }
  if (!best) return uri;
  const below = uri.split('/').slice(folderKey(best.from).split('/').length);
  return [best.to.replace(/\/+$/, ''), ...below].join('/');
}

function folderKey(uri: string): string {
  return uriKey(uri).replace(/\/+$/, '');
}

/**
 * The TARGET that leads from the article's new place to the same file; null where the old one still does, and where
 * none can: an address, an id, a path out of the workspace.
 */
export function movedTarget(written: string, { article, moves, folders }: Moving): string | null {
  const target = parseTarget(written);
  if (target?.kind !== 'path') return null;
  const meant = resolvePath(article, target.address, folders);
  if (!('uri' in meant)) return null;
  const here = movedUri(article, moves);
  const there = movedUri(meant.uri, moves);
  const found = resolvePath(here, target.address, folders);
  if ('uri' in found && uriKey(found.uri) === uriKey(there)) return null;
  const path = relativePath(here, there);
  if (path === null || !('uri' in resolvePath(here, path, folders))) return null;
  // A name without a dot alone would be read as the id of a source.
  const address = parseTarget(path)?.kind === 'path' ? path : `./${path}`;
  return (
    address +
    written
      .trim()
      .replace(/^<([^<>]*)>$/, '$1')
      .slice(target.address.length)
  );
}

/** The edits that let the marks and footnotes of an article lead where they led; none for most. */
export function movedMarks(text: string, marks: readonly Mark[], moving: Moving): TextEdit[] {
  return marks.flatMap(({ kind, content }): TextEdit[] => {
    if (kind !== 'source' && kind !== 'definition') return [];
    const whole = textOf(text, content);
    const written = kind === 'source' ? whole : footnoteTarget(whole);
    const target = written === null ? null : parseTarget(written);
    const moved = target && movedTarget(written!, moving);
    if (!moved) return [];
    const start = content.start + whole.indexOf(target.address);
    // Brackets would end a Markdown link.
    const path = parseTarget(moved)!.address.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
    return [{ span: { start, end: start + target.address.length }, newText: path }];
  });
}

/**
 * The annotation file as it has to be after the moves: with the sources found again, and named after its article. Null
 * where it stays as it is, or cannot be written.
 * @param time ISO 8601; the caller has a clock
 */
export function movedAnnotations(file: AnnotationFile, moving: Moving, time: string): AnnotationFile | null {
  if (!file.writable) return null;
  let changed = file;
  for (const { id, source } of file.annotations) {
    const moved = source === null ? null : movedTarget(source, moving);
    if (moved !== null) changed = updateAnnotation(changed, id, { source: moved }, time);
  }
  const { article, moves } = moving;
  changed = nameArticle(changed, nameIn(article), nameIn(movedUri(article, moves)));
  return changed === file ? null : changed;
}

function nameIn(uri: string): string {
  const key = uriKey(uri);
  return key.slice(key.lastIndexOf('/') + 1);
}
