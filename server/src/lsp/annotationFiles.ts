/**
 * The annotation files beside open articles: read when an article is opened, kept up with the watcher, written whole.
 * While an annotation file is open in an editor, its text there counts.
 */
import type { AnnotationFile } from '../annotations/annotationFile.ts';
import {
  ANNOTATION_ENDING,
  annotationFileName,
  emptyAnnotationFile,
  parseAnnotationFile,
  saysNothing,
  serialiseAnnotationFile,
} from '../annotations/annotationFile.ts';
import type { Say } from '../text/say.ts';
import type { Documents } from './documents.ts';
import type { Clock, Entry, FilePort, Log } from './ports.ts';
import { FileChanged, FileMissing, FileRefused, reasonOf } from './ports.ts';
import { isStored } from './uri.ts';

const MAX_BYTES = 16_000_000;
/** How often a change is made anew because another program has written the file meanwhile. */
const MAX_ATTEMPTS = 20;
/** Milliseconds by which whoever came too late waits longer each time, by chance, until the other program is done. */
const PATIENCE_MS = 20;

/** Why a file was not written, for people. */
export class NotWritten extends Error {}

export class AnnotationFiles {
  readonly #read = new Map<string, AnnotationFile>();
  /** The texts of files with mistakes, by article. */
  readonly #damaged = new Map<string, string>();
  /** The last write of each file; writes of one file wait for each other. */
  readonly #writing = new Map<string, Promise<unknown>>();

  constructor(
    private readonly files: FilePort,
    private readonly documents: Documents,
    private readonly clock: Pick<Clock, 'after'>,
    private readonly log: Log,
    private readonly say: Say,
    /** The annotations of this article are known, or known anew. */
    private readonly onRead: (articleId: string) => void,
  ) {}

  /** The article that a file annotates; undefined for a file that annotates none. */
  articleOf(id: string): string | undefined {
    return id.endsWith(ANNOTATION_ENDING) ? id.slice(0, -ANNOTATION_ENDING.length) : undefined;
  }

  /** As last read; empty where there is no file. */
  of(articleId: string): AnnotationFile {
    return this.#read.get(articleId) ?? emptyAnnotationFile();
  }

  /** The text of a file that has mistakes, as last read; undefined for one that is in order or not there. */
  damagedText(articleId: string): string | undefined {
    return this.#damaged.get(articleId);
  }

  /** Reads the file of an article that is open. */
  load(articleId: string): void {
    if (!isStored(articleId)) return;
    void this.#textOf(articleId)
      .then((text) => {
        if (text === null && !this.#read.has(articleId)) return;
        const file = parseAnnotationFile(text ?? '');
        this.#read.set(articleId, file);
        if (text !== null && file.problems.length > 0) this.#damaged.set(articleId, text);
        else this.#damaged.delete(articleId);
        this.onRead(articleId);
      })
      .catch((error: unknown) => {
        this.log.warn(`${annotationFileName(articleId)} cannot be read: ${reasonOf(error)}.`);
      });
  }

  /** The file of an article that is not open; empty where it cannot be read, which is logged. */
  async read(articleId: string): Promise<AnnotationFile> {
    return parseAnnotationFile((await this.text(articleId)) ?? '');
  }

  /** The articles in a folder that have such a file beside them, on the disk or in an editor; none where it is not to be read. */
  async articlesIn(folder: string): Promise<ReadonlySet<string>> {
    const entries = await this.files.list(folder).catch((): readonly Entry[] => []);
    const found = [
      ...entries.flatMap(({ name, kind }) =>
        kind === 'file' ? [`${folder}/${encodeURIComponent(name)}`] : [],
      ),
      ...this.documents.all().flatMap(({ id }) => (id.startsWith(`${folder}/`) ? [id] : [])),
    ];
    return new Set(
      found.flatMap((id) => this.articleOf(id) ?? []).filter((id) => id.lastIndexOf('/') === folder.length),
    );
  }

  /** The text of the file beside an article; null where there is none, or none that can be read, which is logged. */
  async text(articleId: string): Promise<string | null> {
    try {
      return await this.#textOf(articleId);
    } catch (error) {
      this.log.warn(`${annotationFileName(articleId)} cannot be read: ${reasonOf(error)}.`);
      return null;
    }
  }

  forget(articleId: string): void {
    this.#read.delete(articleId);
    this.#damaged.delete(articleId);
  }

  /**
   * Changes the file as it is on the disk now, after other changes that are under way. Rejects with `NotWritten` rather
   * than lose anything: when the file cannot be read whole, or an editor holds it.
   */
  change(articleId: string, change: (file: AnnotationFile) => AnnotationFile): Promise<void> {
    const before = this.#writing.get(articleId) ?? Promise.resolve();
    const write = before.then(() => this.#change(articleId, change));
    const settled = write.catch(() => undefined);
    this.#writing.set(articleId, settled);
    void settled.then(() => {
      if (this.#writing.get(articleId) === settled) this.#writing.delete(articleId);
    });
    return write;
  }

  async #change(articleId: string, change: (file: AnnotationFile) => AnnotationFile): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#changeOnce(articleId, change);
        return;
      } catch (error) {
        if (error instanceof FileChanged && attempt < MAX_ATTEMPTS) {
          const pause = attempt * Math.random() * PATIENCE_MS;
          await new Promise<void>((resolve) => void this.clock.after(pause, resolve));
          continue;
        }
        if (error instanceof FileRefused || error instanceof FileChanged)
          throw new NotWritten(
            this.say('The annotation file is not written: {0}.', reasonOf(error, this.say)),
          );
        throw error;
      }
    }
  }

  async #changeOnce(articleId: string, change: (file: AnnotationFile) => AnnotationFile): Promise<void> {
    const name = annotationFileName(articleId);
    if (this.documents.get(name))
      throw new NotWritten(this.say('The annotation file is open in an editor. Close it first.'));
    if (!isStored(articleId))
      throw new NotWritten(this.say('Save the article first: its annotations stand beside it.'));
    const text = await this.#textOf(articleId);
    const file = parseAnnotationFile(text ?? '');
    if (!file.writable)
      throw new NotWritten(
        this.say('The annotation file has mistakes, and is not written over. Mend it first.'),
      );
    const changed = change(file);
    // A file that says nothing any more, not even of other programs, is not left behind.
    if (text !== null && saysNothing(changed)) await this.files.remove(name, text);
    else await this.files.write(name, serialiseAnnotationFile(changed), text);
    this.#read.set(articleId, changed);
    this.onRead(articleId);
  }

  /** Null where there is no file. */
  async #textOf(articleId: string): Promise<string | null> {
    const name = annotationFileName(articleId);
    const open = this.documents.get(name);
    if (open) return open.lines.text;
    try {
      const folder = name.slice(0, name.lastIndexOf('/') + 1);
      return new TextDecoder().decode(await this.files.read(name, MAX_BYTES, folder));
    } catch (error) {
      if (error instanceof FileMissing) return null;
      throw error;
    }
  }
}
