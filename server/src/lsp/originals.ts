/**
 * Sources whose text is made from a file: subtitles and saved web pages. Editors that can show a document of the server's
 * (LSP 3.18) get the text under a URI of its own; others are led to the place in the file.
 */
import type { Span } from '../text/span.ts';
import { findWords, searchable, wordHashes, wordsSpan } from '../text/wordSearch.ts';
import type { SourceDocument } from '../workspace/formats/readSource.ts';
import { fileShownBy, shownUriOf } from './sourceUris.ts';
import { canonicalUri } from './uri.ts';

/** How many of a passage's first words are looked for in the file; markup may stand between more. */
const WORDS = [8, 5, 3] as const;

interface Original {
  readonly source: SourceDocument;
  /** The file's contents, where the editor is led there. */
  readonly raw: string | null;
}

export class Originals {
  readonly #originals = new Map<string, Original>();

  /** @param areShown whether the editor can show the texts themselves */
  constructor(private readonly areShown: boolean) {}

  set(id: string, raw: string, source: SourceDocument): void {
    this.#originals.set(id, { source, raw: this.areShown ? null : raw });
  }

  has(id: string): boolean {
    return this.#originals.has(id);
  }

  /** The URI of the text that was made from a file; undefined where the file itself is opened. */
  shownUri(id: string): string | undefined {
    return this.areShown && this.has(id) ? shownUriOf(id) : undefined;
  }

  /** The time or other mark that leads a person to the place in the recording. */
  locatorAt(id: string, offset: number): string | null {
    return this.#originals.get(id)?.source.locatorAt(offset) ?? null;
  }

  /** Where in the file a passage of its text stands, as near as its first words tell; undefined where that is not asked. */
  placeInFile(id: string, { start, end }: Span): { readonly raw: string; readonly span: Span } | undefined {
    const original = this.#originals.get(id);
    if (original?.raw === undefined || original.raw === null) return undefined;
    const { raw, source } = original;
    const text = searchable(raw);
    const words = wordHashes(source.text.slice(start, end));
    for (const count of WORDS) {
      const first = words.slice(0, count);
      const at = findWords(text, first);
      if (first.length > 0 && at >= 0) return { raw, span: wordsSpan(text, at, at + first.length) };
    }
    return { raw, span: { start: 0, end: 0 } };
  }
}

/** The article whose text a URI shows, or the URI in its one spelling. */
export function articleIdOf(uri: string): string {
  return canonicalUri(fileShownBy(uri));
}
