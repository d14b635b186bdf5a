/** Before files are renamed: the edits that keep marks, annotations and globs leading where they lead. */
import type {
  CancellationToken,
  RenameFile,
  RenameFilesParams,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  ANNOTATION_ENDING,
  annotationFileName,
  parseAnnotationFile,
  serialiseAnnotationFile,
} from '../../annotations/annotationFile.ts';
import type { Move, Moving } from '../../annotations/moves.ts';
import { movedAnnotations, movedMarks, movedUri } from '../../annotations/moves.ts';
import type { PathMove } from '../../config/movedGlobs.ts';
import { globsMoved } from '../../config/movedGlobs.ts';
import { PROJECT_FILE } from '../../config/projectFile.ts';
import { findMarks } from '../../text/marks.ts';
import { cancelled } from '../guard.ts';
import { linesOf } from '../lines.ts';
import type { Session } from '../session.ts';
import { isConvertedFile } from '../sourceFiles.ts';
import { rangeOf } from '../toProtocol.ts';
import { canonicalUri, fileNameOf, isWithin, pathBelow } from '../uri.ts';
import type { Answer } from './asking.ts';
import { changeOf, encodeEdits } from './edits.ts';

/** So many articles are looked through between two looks at what else there is to do. */
const ARTICLES_A_TURN = 50;

/**
 * The marks, footnotes and annotations that lead to the files or stand in them, the globs of project files that name
 * them, and the annotation files beside them, which go along. Null where nothing has to follow. The text of source
 * documents stays as it is.
 */
export async function editsBeforeRenames(
  session: Session,
  params: RenameFilesParams,
  token: CancellationToken,
): Promise<Answer<WorkspaceEdit>> {
  const renames = readRenames(params);
  if (renames.length === 0) return null;
  await session.whenSearched();
  const moves = renames.map(({ from, to }): Move => ({ from: canonicalUri(from), to: canonicalUri(to) }));
  const documentChanges = [
    ...(await markEdits(session, moves, token)),
    ...(await annotationEdits(session, moves, token)),
    ...projectFileEdits(session, moves),
    ...(await annotationFileRenames(session, renames)),
  ];
  return documentChanges.length > 0 ? { documentChanges } : null;
}

async function markEdits(
  session: Session,
  moves: readonly Move[],
  token: CancellationToken,
): Promise<TextDocumentEdit[]> {
  const { workspace, folders } = session;
  const changes: TextDocumentEdit[] = [];
  for (const [k, article] of [...workspace.ids()].entries()) {
    if (k % ARTICLES_A_TURN === 0) await turn(session, token);
    const input = workspace.input(article);
    if (!input || input.isSource || isConvertedFile(fileNameOf(article))) continue;
    const text = session.document(article)?.lines.text ?? input.text;
    const edits = movedMarks(text, findMarks(text, input.format), { article, moves, folders });
    if (edits.length > 0) changes.push(changeOf(session, article, encodeEdits(session, article, edits)));
  }
  return changes;
}

/** A file with mistakes is left as it is: it is told of, and what it links to is told of when it is mended. */
async function annotationEdits(
  session: Session,
  moves: readonly Move[],
  token: CancellationToken,
): Promise<TextDocumentEdit[]> {
  const { annotationFiles, client, folders } = session;
  const articles = [...session.workspace.ids(), ...moves.map(({ from }) => from)];
  const places = new Set(articles.filter((id) => isOurs(session, id)).map(folderOf));
  const time = new Date().toISOString();
  const changes: TextDocumentEdit[] = [];
  for (const place of places) {
    await turn(session, token);
    for (const article of await annotationFiles.articlesIn(place)) {
      const text = await annotationFiles.text(article);
      if (text === null) continue;
      const moving: Moving = { article, moves, folders };
      const moved = movedAnnotations(parseAnnotationFile(text), moving, time);
      if (!moved) continue;
      const range = rangeOf(linesOf(text), { start: 0, end: text.length }, client.encoding);
      const edit = { range, newText: serialiseAnnotationFile(moved) };
      changes.push(changeOf(session, annotationFileName(article), [edit]));
    }
  }
  return changes;
}

/** The globs that name what is renamed, in the project files of the folders. */
function projectFileEdits(session: Session, moves: readonly Move[]): TextDocumentEdit[] {
  const { client, folders, workspace } = session;
  return folders.flatMap((folder): TextDocumentEdit[] => {
    const file = session.projectFile(`${folder}/${PROJECT_FILE}`);
    if (!file?.exists) return [];
    const paths = moves.flatMap((move): PathMove[] => {
      const [from, to] = [pathBelow(folder, move.from), pathBelow(folder, move.to)];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    const staying = [...workspace.ids()].filter((id) => movedUri(id, moves) === id);
    const others = staying.flatMap((id) => pathBelow(folder, id) ?? []);
    const lines = linesOf(file.text);
    const edits = globsMoved(file.text, paths, others).map(({ span, newText }) => ({
      range: rangeOf(lines, span, client.encoding),
      newText,
    }));
    return edits.length > 0 ? [changeOf(session, canonicalUri(file.uri), edits)] : [];
  });
}

/** What stands in a renamed folder goes along by itself. */
async function annotationFileRenames(session: Session, renames: readonly Move[]): Promise<RenameFile[]> {
  const changes: RenameFile[] = [];
  for (const { from, to } of renames) {
    const isRenamedItself = renames.some((other) => other.from === from + ANNOTATION_ENDING);
    if (isRenamedItself) continue;
    const article = canonicalUri(from);
    if (!isOurs(session, article)) continue;
    const beside = await session.annotationFiles.articlesIn(folderOf(article));
    if (!beside.has(article)) continue;
    changes.push({
      kind: 'rename',
      oldUri: from + ANNOTATION_ENDING,
      newUri: to + ANNOTATION_ENDING,
      // Whatever is there already belongs to somebody.
      options: { overwrite: false, ignoreIfExists: true },
    });
  }
  return changes;
}

async function turn({ clock }: Session, token: CancellationToken): Promise<void> {
  await new Promise<void>((resolve) => {
    clock.defer(resolve);
  });
  if (token.isCancellationRequested) throw cancelled();
}

/** No file is looked for outside of the workspace, but beside articles that are open. */
function isOurs(session: Session, uri: string): boolean {
  return session.folders.some((folder) => isWithin(folder, uri)) || session.openArticle(uri) !== undefined;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** As the client spells them; what is malformed is left out. */
function readRenames({ files }: Partial<RenameFilesParams>): Move[] {
  if (!Array.isArray(files)) return [];
  return files.flatMap((file: unknown): Move[] => {
    const { oldUri, newUri } = (file ?? {}) as { oldUri?: unknown; newUri?: unknown };
    return typeof oldUri === 'string' && typeof newUri === 'string' ? [{ from: oldUri, to: newUri }] : [];
  });
}
