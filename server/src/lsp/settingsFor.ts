/** What the settings say about files. */
import type { SourceMetadata } from '../workspace/types.ts';
import { DEFAULT_SETTINGS } from '../config/table.ts';
import type { Settings } from '../config/settings.ts';
import type { OpenDocument } from './documents.ts';
import type { LibraryRules } from './library.ts';
import { isArticleFile } from './sourceFiles.ts';
import { fileNameOf } from './uri.ts';

export function readSettings(editor: unknown): { settings: Settings; problems: readonly string[] } {
  return { settings: { ...DEFAULT_SETTINGS, ...(editor as object) }, problems: [] };
}

export function metadataOf(): SourceMetadata {
  return {};
}

export function pathMatcher(_globs: readonly string[]): (path: string) => boolean {
  return () => false;
}

export function isCheckable(document: OpenDocument): boolean {
  return ['plaintext', 'markdown'].includes(document.languageId) || isArticleFile(fileNameOf(document.id));
}

export function libraryRulesFor(settingsFor: (id: string) => Settings): LibraryRules {
  const { maxFileSize, exclude, sources } = settingsFor('');
  return {
    includes: (path) => !pathMatcher(exclude)(path),
    isSource: pathMatcher(sources),
    maxFileSize: maxFileSize * 1024,
  };
}
