/**
 * Source documents as they come: what is read as text, and where a place in that text stands in the original.
 *
 * Plain text, Markdown and transcripts are read as they are. Subtitles (`.vtt`, `.srt`) and saved web pages (`.html`) are
 * turned into text first; then offsets count in that text, and the editor shows it read-only.
 */
import type { ArticleFormat } from '../../analysis/facts.ts';
import { sourceMetadata } from '../metadata.ts';
import type { SourceMetadata } from '../types.ts';
import { readSubtitles } from './subtitles.ts';
import { timestampBefore } from './timestamps.ts';
import { readWebPage } from './webPage.ts';

export interface SourceDocument {
  readonly text: string;
  readonly format: ArticleFormat;
  readonly metadata: SourceMetadata;
  /** Whether `text` was made from the original, so that its offsets are not the file's. */
  readonly isConverted: boolean;
  /** What leads a person to the place in the original: `00:12:04` of a recording. Null where an offset says it all. */
  readonly locatorAt: (offset: number) => string | null;
}

/** File name endings, lower case without the dot, that `readSource` knows. */
export const SOURCE_ENDINGS: readonly string[] = ['txt', 'md', 'markdown', 'vtt', 'srt', 'html', 'htm'];

/**
 * Reads the contents of a file by the ending of its name; an unknown ending is read as plain text. Linear; never throws,
 * whatever the contents.
 */
export function readSource(name: string, raw: string): SourceDocument {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'vtt' || ending === 'srt') {
    const { text, locatorAt } = readSubtitles(raw);
    return { text, format: 'plain', metadata: {}, isConverted: true, locatorAt };
  }
  if (ending === 'html' || ending === 'htm') {
    return { ...readWebPage(raw), format: 'plain', isConverted: true, locatorAt: () => null };
  }
  const format: ArticleFormat = ending === 'md' || ending === 'markdown' ? 'markdown' : 'plain';
  return {
    text: raw,
    format,
    metadata: sourceMetadata(raw, format),
    isConverted: false,
    locatorAt: (offset) => timestampBefore(raw, offset),
  };
}
