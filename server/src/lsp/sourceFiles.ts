/** Which files of a folder are articles, and why others are left alone. */
import type { ArticleFormat } from '../analysis/facts.ts';
import { SOURCE_ENDINGS } from '../workspace/formats/readSource.ts';

/** Files that may be articles, by ending. */
const FORMATS: ReadonlyMap<string, ArticleFormat> = new Map([
  ['txt', 'plain'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
]);

/** Folders that hold tools' files, not anybody's writing. Hidden ones are left out by their dot. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '__pycache__', 'bower_components']);

/** What the client is asked to watch: articles, and sources that come in other files. */
export const WATCHED_GLOB = `**/*.{${SOURCE_ENDINGS.join(',')}}`;

export function isArticleFile(name: string): boolean {
  return !name.startsWith('.') && FORMATS.has(endingOf(name));
}

/** Whether the file is read at all: as an article, or as a source whose text is made from it. */
export function isSourceFile(name: string): boolean {
  return !name.startsWith('.') && SOURCE_ENDINGS.includes(endingOf(name));
}

/** Subtitles and web pages: their text is made from the file, and shown in a document of its own. */
export function isConvertedFile(name: string): boolean {
  return isSourceFile(name) && !FORMATS.has(endingOf(name));
}

export function isSearchedFolder(name: string): boolean {
  return !name.startsWith('.') && !SKIPPED_FOLDERS.has(name);
}

/** How a document is to be read: the editor's language decides, else the ending. */
export function formatOf(name: string, languageId?: string): ArticleFormat {
  if (languageId === 'markdown') return 'markdown';
  return FORMATS.get(endingOf(name)) ?? 'plain';
}

export interface DecodedText {
  readonly text: string;
  /** Bytes that are no text were replaced. */
  readonly damaged: boolean;
}

/** A file's text, or why it has none. */
export type Decoded = DecodedText | { readonly text: null; readonly reason: string };

const lenient = new TextDecoder('utf-8');
const strict = new TextDecoder('utf-8', { fatal: true });
const utf16 = new TextDecoder('utf-16le');
/** How much of a file is looked at for bytes that no text has. */
const SNIFFED_BYTES = 8_000;

/**
 * The text of a file's bytes, without a byte order mark. Invalid UTF-8 is read with replacement characters and said to
 * be `damaged`; a file with zero bytes is binary and has no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) return { text: utf16.decode(bytes), damaged: false };
  return isBinary(bytes) ? { text: null, reason: BINARY } : decodeUtf8(bytes);
}

/** Why a file is left alone that `isBinary`. */
export const BINARY = 'it is a binary file';

/** Whether the bytes are no text in any encoding that is read. */
export function isBinary(bytes: Uint8Array): boolean {
  return !isUtf16(bytes) && bytes.subarray(0, SNIFFED_BYTES).includes(0);
}

/** Whether the bytes begin with the mark of UTF-16, little-endian. */
export function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

/** The bytes of a text in UTF-8 without a byte order mark. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Never throws: invalid UTF-8 is read with replacement characters. */
export function decodeUtf8(bytes: Uint8Array): DecodedText {
  try {
    return { text: strict.decode(bytes), damaged: false };
  } catch {
    return { text: lenient.decode(bytes), damaged: true };
  }
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
