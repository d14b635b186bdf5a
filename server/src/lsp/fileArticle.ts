/**
 * An article as the bytes of its file. Its text is made when somebody first asks for it: a workspace whose index was kept
 * only has to know that the contents are those that were indexed, and most articles are never asked about.
 */
import type { ArticleFormat } from '../analysis/facts.ts';
import { hashOfBytes } from '../text/contentHash.ts';
import { sourceMetadata } from '../workspace/metadata.ts';
import type { ArticleInput, SourceMetadata } from '../workspace/types.ts';
import { decodeUtf8, withoutMark } from './sourceFiles.ts';

export class FileArticle implements ArticleInput {
  readonly contentHash: string;
  /** Until the text is made of them. */
  #bytes: Uint8Array | undefined;
  #text = '';
  #metadata: SourceMetadata | undefined;

  /**
   * @param bytes a text in UTF-8, which the article keeps
   * @param damaged called at most once, when the text is made, and only where the bytes are not valid
   */
  constructor(
    readonly id: string,
    readonly format: ArticleFormat,
    readonly isSource: boolean,
    bytes: Uint8Array,
    private readonly damaged: () => void,
  ) {
    this.#bytes = withoutMark(bytes);
    this.contentHash = hashOfBytes(this.#bytes);
  }

  get text(): string {
    if (this.#bytes) {
      const { text, damaged } = decodeUtf8(this.#bytes);
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
