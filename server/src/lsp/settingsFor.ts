/** Settings from their places, and what they say about files. */
import { pathMatcher } from '../config/globs.ts';
import { mergeSettings, settingsFromEditor } from '../config/merge.ts';
import { parseProjectFile } from '../config/projectFile.ts';
import type { Settings } from '../config/settings.ts';
import type { ReadSettings } from './configuration.ts';
import type { OpenDocument } from './documents.ts';
import type { FileRules } from './library.ts';
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

/** What the settings say about a file, by its path relative to a workspace folder. */
export interface FileDecisions extends FileRules {
  /** Whether the file is checked even when it does not read like an article. */
  readonly included: (path: string) => boolean;
}

const decided = new WeakMap<Settings, FileDecisions>();

/** The same for the same settings: their globs are compiled once. */
export function fileDecisions(settings: Settings): FileDecisions {
  const known = decided.get(settings);
  if (known) return known;
  const decisions: FileDecisions = {
    included: pathMatcher(settings.include),
    excluded: pathMatcher(settings.exclude),
    isSource: pathMatcher(settings.sources),
    maxFileSize: settings.maxFileSize * 1024,
  };
  decided.set(settings, decisions);
  return decisions;
}
