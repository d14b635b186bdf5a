/** A folder of articles as the command line sees it: its project file, its articles, their annotation files. */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnchoredAnnotation } from '../annotations/annotation.ts';
import { anchorAll } from '../annotations/anchor.ts';
import type { AnnotationFileProblem } from '../annotations/annotationFile.ts';
import { annotationFileName, parseAnnotationFile } from '../annotations/annotationFile.ts';
import { pathMatcher } from '../config/globs.ts';
import { mergeSettings } from '../config/merge.ts';
import type { ProjectFileProblem } from '../config/projectFile.ts';
import { parseProjectFile, PROJECT_FILE } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import { canonicalUri } from '../lsp/uri.ts';
import type { ArticleId, ArticleInput, Workspace } from '../workspace/types.ts';
import type { SourceDocument } from '../workspace/formats/readSource.ts';
import { readSource } from '../workspace/formats/readSource.ts';
import { createWorkspace } from '../workspace/workspace.ts';
import { asProblem, FileProblem, isFolder, listSources, readText } from './files.ts';

const MAX_PROJECT_FILE_BYTES = 1_000_000;
const MAX_ANNOTATION_FILE_BYTES = 64 * 1024 * 1024;

export interface Newsroom {
  /** Absolute path of the folder that holds everything. */
  readonly root: string;
  readonly settings: Settings;
  readonly workspace: Workspace;
  /** The articles of the workspace, by absolute path. */
  readonly files: ReadonlyMap<string, ArticleInput>;
  /** Subtitles and web pages: sources whose text is not the file's, so that only a locator leads into the file. */
  readonly converted: ReadonlyMap<ArticleId, SourceDocument>;
  readonly projectFile: {
    readonly path: string;
    readonly text: string;
    readonly problems: readonly ProjectFileProblem[];
  } | null;
}

/**
 * The folder whose articles belong together: the nearest one above `path` with a project file, else `path` itself, or
 * the folder it lies in.
 */
export async function rootOf(path: string): Promise<string> {
  const start = (await isFolder(path)) ? path : dirname(path);
  for (let folder = start; ; folder = dirname(folder)) {
    if (await exists(join(folder, PROJECT_FILE))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

async function exists(path: string): Promise<boolean> {
  return isFolder(path).then(
    (folder) => !folder,
    () => false,
  );
}

/**
 * Reads a newsroom. Files that cannot be read are given to `onProblem` and left out.
 * @param asked settings asked for this time; they win over the project file
 * @param also absolute paths that belong to it whatever their name, because somebody named them
 */
export async function openNewsroom(
  root: string,
  asked: Partial<Settings>,
  also: readonly string[],
  onProblem: (problem: FileProblem) => void,
): Promise<Newsroom> {
  const projectFile = await readProjectFile(root);
  const settings = mergeSettings(asked, projectFile?.settings ?? {});
  const isExcluded = pathMatcher(settings.exclude);
  const isSource = pathMatcher(settings.sources);
  const limit = settings.maxFileSize * 1024;
  const workspace = createWorkspace();
  const files = new Map<string, ArticleInput>();
  const converted = new Map<ArticleId, SourceDocument>();
  const found = (await listSources(root, onProblem)).filter((path) => !isExcluded(pathIn(root, path)));
  for (const path of new Set([...found, ...also])) {
    try {
      const { text, damaged } = await readText(path, limit);
      if (damaged)
        onProblem(new FileProblem(path, 'it is not valid UTF-8; the damaged characters were replaced.'));
      const id = idOf(path);
      const source = readSource(path, text);
      const { format, metadata } = source;
      const input = { id, text: source.text, format, isSource: isSource(pathIn(root, path)), metadata };
      workspace.set(input);
      if (source.isConverted) converted.set(id, source);
      else files.set(path, input);
    } catch (error) {
      onProblem(asProblem(path, error));
    }
  }
  return { root, settings, workspace, files, converted, projectFile };
}

async function readProjectFile(
  root: string,
): Promise<(NonNullable<Newsroom['projectFile']> & { settings: Partial<Settings> }) | null> {
  const path = join(root, PROJECT_FILE);
  if (!(await exists(path))) return null;
  const { text } = await readText(path, MAX_PROJECT_FILE_BYTES);
  return { path, text, ...parseProjectFile(text) };
}

/** An article's path below its newsroom, with `/` on every system. */
export function pathIn(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

export function idOf(path: string): string {
  return canonicalUri(pathToFileURL(resolve(path)).href);
}

export interface ArticleAnnotations {
  readonly path: string;
  /** The file's text; null where there is no file. */
  readonly text: string | null;
  readonly annotations: readonly AnchoredAnnotation[];
  readonly problems: readonly AnnotationFileProblem[];
}

/** What the annotation file beside an article holds, anchored in the article's text. */
export async function readAnnotations(path: string, articleText: string): Promise<ArticleAnnotations> {
  const file = annotationFileName(path);
  if (!(await exists(file))) return { path: file, text: null, annotations: [], problems: [] };
  const { text } = await readText(file, MAX_ANNOTATION_FILE_BYTES);
  const { annotations, problems } = parseAnnotationFile(text);
  return { path: file, text, annotations: anchorAll(articleText, annotations), problems };
}
