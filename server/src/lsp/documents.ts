/** The documents open in the editor: their text is the client's, kept up to date edit by edit. */
import type { Replacement } from '../text/edits.ts';
import type { PositionEncoding } from './encoding.ts';
import { spanOf } from './fromProtocol.ts';
import type { Lines } from './lines.ts';
import { linesAfter, linesOf } from './lines.ts';
import { canonicalUri } from './uri.ts';

export interface OpenDocument {
  /** The canonical URI. */
  readonly id: string;
  /** The URI as the client spells it. */
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly lines: Lines;
}

export interface DocumentChange {
  readonly document: OpenDocument;
  /** What the client sent as ranges, in order; undefined when it sent the whole text. */
  readonly replacements: readonly Replacement[] | undefined;
}

export class Documents {
  readonly #open = new Map<string, OpenDocument>();
  readonly #encoding: PositionEncoding;

  constructor(encoding: PositionEncoding) {
    this.#encoding = encoding;
  }

  get(uri: string): OpenDocument | undefined {
    return this.#open.get(canonicalUri(uri));
  }

  /** The document with this canonical URI. */
  byId(id: string): OpenDocument | undefined {
    return this.#open.get(id);
  }

  all(): readonly OpenDocument[] {
    return [...this.#open.values()];
  }

  /** Opens a document, or replaces one that a careless client opens twice. */
  open(item: unknown): OpenDocument | undefined {
    const { uri, languageId, version, text } = readObject(item);
    if (typeof uri !== 'string' || typeof text !== 'string') return undefined;
    const document: OpenDocument = {
      id: canonicalUri(uri),
      uri,
      languageId: typeof languageId === 'string' ? languageId : 'plaintext',
      version: typeof version === 'number' ? version : 0,
      lines: linesOf(text),
    };
    this.#open.set(document.id, document);
    return document;
  }

  /** Applies the changes in order. Undefined when the document is not open; a malformed change is left out. */
  change(identifier: unknown, changes: unknown): DocumentChange | undefined {
    const { uri, version } = readObject(identifier);
    const before = typeof uri === 'string' ? this.get(uri) : undefined;
    if (!before) return undefined;
    let { lines } = before;
    let replacements: Replacement[] | undefined = [];
    for (const change of Array.isArray(changes) ? (changes as unknown[]) : []) {
      const { range, text } = readObject(change);
      if (typeof text !== 'string') continue;
      if (range === undefined || range === null) {
        lines = linesOf(text);
        replacements = undefined;
        continue;
      }
      const removed = spanOf(lines, range, this.#encoding);
      lines = linesAfter(lines, removed, text);
      replacements?.push({ removed, inserted: text.length });
    }
    const document: OpenDocument = {
      ...before,
      version: typeof version === 'number' ? version : before.version,
      lines,
    };
    this.#open.set(document.id, document);
    return { document, replacements };
  }

  close(uri: unknown): OpenDocument | undefined {
    const document = typeof uri === 'string' ? this.get(uri) : undefined;
    if (document) this.#open.delete(document.id);
    return document;
  }
}

function readObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
