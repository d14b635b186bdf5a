/** Settings from their places, and what they say about files. */
import { pathMatcher } from '../config/globs.ts';
import { mergeSettings, settingsFromEditor } from '../config/merge.ts';
import { parseProjectFile } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import type { ReadSettings } from './configuration.ts';
import type { OpenDocument } from './documents.ts';
import { isArticleFile, isConvertedFile } from './sourceFiles.ts';
import { fileNameOf } from './uri.ts';

/** The project file decides over the editor; the mistakes of both are reported, and cost only themselves. */
export const readSettings: ReadSettings = (editor, projectFile) => {
  const fromEditor = settingsFromEditor(editor ?? {});
  const fromProject = projectFile === null ? null : parseProjectFile(projectFile);
  return {
    settings: mergeSettings(...(fromProject ? [fromProject.settings] : []), fromEditor.settings),
    problems: [...(fromProject?.problems ?? []), ...fromEditor.problems].map(({ message }) => message),
  };
};

const LANGUAGES: ReadonlySet<string> = new Set(['plaintext', 'markdown']);

/** Whether an open document can be an article at all, by its language or its file's ending. */
export function isArticleDocument({ languageId, id }: OpenDocument): boolean {
  const name = fileNameOf(id);
  return isArticleFile(name) || (LANGUAGES.has(languageId) && !isConvertedFile(name));
}

export interface FilePatterns {
  /** Globs of the settings, for paths relative to a workspace folder. */
  readonly included: (path: string) => boolean;
  readonly excluded: (path: string) => boolean;
  readonly isSource: (path: string) => boolean;
}

const compiled = new WeakMap<Settings, FilePatterns>();

/** The globs of the settings, compiled once for each. */
export function patternsOf(settings: Settings): FilePatterns {
  const known = compiled.get(settings);
  if (known) return known;
  const patterns: FilePatterns = {
    included: pathMatcher(settings.include),
    excluded: pathMatcher(settings.exclude),
    isSource: pathMatcher(settings.sources),
  };
  compiled.set(settings, patterns);
  return patterns;
}
