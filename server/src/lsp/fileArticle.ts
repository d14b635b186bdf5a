/**
 * An article as its file. Its text is made when somebody first asks for it: a workspace whose index was kept only has to
 * know that the contents are those that were indexed, and most articles are never asked about.
 */
import type { ArticleFormat } from '../analysis/facts.ts';
import { sourceMetadata } from '../workspace/metadata.ts';
import type { ArticleInput, SourceMetadata } from '../workspace/types.ts';
import { decodeUtf8 } from './sourceFiles.ts';

/** What a file holds, as far as it is known. */
export interface FileContents {
  /** Of the text in UTF-8, without a byte order mark; see text/contentHash.ts. */
  readonly contentHash: string;
  /** That text, which the article keeps; asked for once at most, and not before the article's text is. */
  readonly bytes: () => Uint8Array;
}

export class FileArticle implements ArticleInput {
  readonly contentHash: string;
  /** Until the text is made of them. */
  #bytes: (() => Uint8Array) | undefined;
  #text = '';
  #metadata: SourceMetadata | undefined;

  /** @param damaged called at most once, when the text is made, and only where the bytes are no valid UTF-8 */
  constructor(
    readonly id: string,
    readonly format: ArticleFormat,
    readonly isSource: boolean,
    { contentHash, bytes }: FileContents,
    private readonly damaged: () => void,
  ) {
    this.contentHash = contentHash;
    this.#bytes = bytes;
  }

  /** The file has been read, and has what it was known to have: the bytes to make the text of when it is asked for. */
  hold(bytes: Uint8Array): void {
    if (this.#bytes) this.#bytes = () => bytes;
  }

  get text(): string {
    if (this.#bytes) {
      const { text, damaged } = decodeUtf8(this.#bytes());
      this.#text = text;
      this.#bytes = undefined;
      if (damaged) this.damaged();
    }
    return this.#text;
  }

  get metadata(): SourceMetadata {
    return (this.#metadata ??= sourceMetadata(this.text, this.format));
  }
}
