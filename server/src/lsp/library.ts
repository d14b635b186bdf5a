/**
 * The articles of the workspace: found on the disk in the background, kept up with the file watcher, and always
 * giving way to the text of an open editor.
 */
import type { ArticleInput, Workspace } from '../workspace/types.ts';
import type { ArticleFormat } from '../analysis/facts.ts';
import type { SourceDocument } from '../workspace/formats/readSource.ts';
import { readSource } from '../workspace/formats/readSource.ts';
import { sourceMetadata } from '../workspace/metadata.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { isReadable } from './openArticle.ts';
import type { FilePort, Log } from './ports.ts';
import { reasonOf } from './ports.ts';
import { describe } from './guard.ts';
import { FileArticle } from './fileArticle.ts';
import {
  BINARY,
  decodeText,
  formatOf,
  isBinary,
  isConvertedFile,
  isSearchedFolder,
  isSourceFile,
  isUtf16,
} from './sourceFiles.ts';
import { fileNameOf, isWithin, pathBelow } from './uri.ts';

/** Files read from the disk at one time. */
const PARALLEL_READS = 8;
/** Files that were read and wait for the index; reading pauses above it, so that memory stays bounded. */
const MAX_ARRIVED = 64;

/** What the settings decide about a file below a workspace folder, by its path relative to that folder. */
export interface FileRules {
  /** Whether the file is left alone altogether. */
  readonly excluded: (path: string) => boolean;
  /** Whether the file lies under the `attest.sources` globs. */
  readonly isSource: (path: string) => boolean;
  /** Bytes. */
  readonly maxFileSize: number;
}

export interface LibraryEvents {
  /** Files are found or read; `done` of `found` so far. */
  progress(done: number, found: number): void;
  /** A file has been read, or files have gone: call `indexOne` until it says there is no more. */
  arrived(): void;
  /** Everything known has been read. */
  settled(changed: boolean): void;
  /** An article's text was made from its file. */
  converted(id: string, raw: string, source: SourceDocument): void;
}

export class Library {
  #folders: readonly string[] = [];
  readonly #foldersToList: string[] = [];
  readonly #filesToRead = new Set<string>();
  /** Files being read, each with its reading: what arrives for one that has gone, or is being read again, is dropped. */
  readonly #reading = new Map<string, object>();
  readonly #arrived = new Map<string, Uint8Array | null>();
  #busy = 0;
  #found = 0;
  #done = 0;
  #changed = false;
  /** Folders are being read, not only single files that changed. */
  #searching = false;
  #stopped = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: Documents,
    private readonly files: FilePort,
    private readonly rulesFor: (folder: string) => FileRules,
    private readonly events: LibraryEvents,
    private readonly log: Log,
  ) {}

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Replaces the workspace folders: articles of removed ones go, new ones are searched. */
  setFolders(folders: readonly string[]): void {
    const added = folders.filter((folder) => !this.#folders.includes(folder));
    this.#folders = folders;
    this.#removeWhere((id) => this.#place(id) === undefined);
    // What is open on no disk is held since a folder holds it.
    for (const document of this.documents.all()) this.setOpen(document);
    for (const folder of added) this.#search(folder);
    this.#pump();
  }

  /** After the rules have changed: reads again whatever they may concern. */
  rulesChanged(): void {
    this.#removeWhere((id) => !this.#belongs(id));
    for (const document of this.documents.all()) this.setOpen(document);
    for (const folder of this.#folders) this.#search(folder);
    this.#pump();
  }

  /** The text of an open editor becomes the article's. Cheap when nothing changed. */
  setOpen(document: OpenDocument): void {
    if (!this.#mayHold(document)) return;
    if (!isReadable(document, this.#maxFileSize(document.id))) {
      this.#remove(document.id);
      return;
    }
    this.#set(document.id, document.lines.text, formatOf(fileNameOf(document.id), document.languageId));
  }

  /** After the editor has closed a document the disk's text counts again. */
  closed({ id }: OpenDocument): void {
    if (this.#belongs(id)) this.#read(id);
    else this.#remove(id);
    this.#pump();
  }

  /** The watcher saw a file appear or change. */
  fileChanged(id: string): void {
    if (!this.#belongs(id) || !isSourceFile(fileNameOf(id))) return;
    this.#read(id);
    this.#pump();
  }

  /** The watcher saw a file or a whole folder go. */
  fileDeleted(id: string): void {
    // Whatever else a client calls deleted, it says nothing about the workspace.
    if (!this.#folders.some((folder) => isWithin(folder, id))) return;
    // A known file is no folder; looking at every article for each of many files would take for ever.
    if (this.workspace.has(id) && !this.documents.byId(id)) this.#remove(id);
    else this.#removeWhere((candidate) => isWithin(id, candidate));
    this.#pump();
  }

  stop(): void {
    this.#stopped = true;
    this.#foldersToList.length = 0;
    this.#filesToRead.clear();
    this.#reading.clear();
    this.#arrived.clear();
  }

  /** Puts one file that was read into the index. Returns whether there is another. */
  indexOne(): boolean {
    const [next] = this.#arrived;
    if (next) {
      const [id, bytes] = next;
      this.#arrived.delete(id);
      this.#done++;
      try {
        if (!this.documents.byId(id)) {
          if (bytes === null) this.#remove(id);
          else this.#setFile(id, bytes);
        }
      } finally {
        this.#report();
        this.#pump();
      }
    }
    return this.#arrived.size > 0;
  }

  #setFile(id: string, bytes: Uint8Array): void {
    const name = fileNameOf(id);
    const format = formatOf(name);
    const damaged = (): void => {
      this.log.warn(`${id} is not valid UTF-8; the damaged characters are replaced.`);
    };
    if (isConvertedFile(name) || isUtf16(bytes)) {
      const decoded = decodeText(bytes);
      if (decoded.text === null) return;
      if (decoded.damaged) damaged();
      this.#set(id, decoded.text, format);
      return;
    }
    const article = new FileArticle(id, format, this.#isSource(id), bytes, damaged);
    const known = this.workspace.input(id);
    if (known && isSame(known, article)) return;
    this.workspace.set(article);
    this.#changed = true;
  }

  #set(id: string, raw: string, format: ArticleFormat): void {
    const source = isConvertedFile(fileNameOf(id)) ? readSource(fileNameOf(id), raw) : undefined;
    const text = source?.text ?? raw;
    const isSource = this.#isSource(id);
    const known = this.workspace.input(id);
    if (known?.text === text && known.format === format && known.isSource === isSource) return;
    if (source) this.events.converted(id, raw, source);
    const metadata = source?.metadata ?? sourceMetadata(text, format);
    this.workspace.set({ id, text, format, isSource, metadata });
    this.#changed = true;
  }

  #remove(id: string): void {
    this.#filesToRead.delete(id);
    this.#reading.delete(id);
    this.#arrived.delete(id);
    if (!this.workspace.has(id)) return;
    this.workspace.delete(id);
    this.#changed = true;
  }

  #removeWhere(test: (id: string) => boolean): void {
    const awaited = [...this.#filesToRead, ...this.#reading.keys(), ...this.#arrived.keys()];
    for (const id of [...this.workspace.ids(), ...awaited]) {
      if (test(id) && !this.documents.byId(id)) this.#remove(id);
    }
  }

  #search(folder: string): void {
    this.#foldersToList.push(folder);
    this.#searching = true;
    this.#report();
  }

  /** A single file is read too quickly to be worth a word. */
  #report(): void {
    if (this.#searching) this.events.progress(this.#done, this.#found);
  }

  #read(id: string): void {
    this.#arrived.delete(id);
    this.#filesToRead.add(id);
    this.#found++;
  }

  /** Starts as many reads as are allowed; called whenever one has ended. */
  #pump(): void {
    while (!this.#stopped && this.#busy < PARALLEL_READS && this.#arrived.size + this.#busy < MAX_ARRIVED) {
      const [file] = this.#filesToRead;
      const folder = file === undefined ? this.#foldersToList.pop() : undefined;
      if (file !== undefined) {
        this.#filesToRead.delete(file);
        this.#run(this.#readFile(file));
      } else if (folder !== undefined) this.#run(this.#listFolder(folder));
      else break;
    }
    if (this.#busy === 0 && this.#arrived.size === 0 && this.#filesToRead.size === 0) this.#settle();
  }

  #run(work: Promise<void>): void {
    this.#busy++;
    void work
      .catch((error: unknown) => {
        this.log.error(`Reading the workspace failed: ${describe(error)}`);
      })
      .then(() => {
        this.#busy--;
        if (!this.#stopped) this.#pump();
      });
  }

  #settle(): void {
    const changed = this.#changed;
    this.#changed = false;
    this.#searching = false;
    this.#found = 0;
    this.#done = 0;
    this.events.settled(changed);
  }

  async #listFolder(folder: string): Promise<void> {
    let entries;
    try {
      entries = await this.files.list(folder);
    } catch (error) {
      this.log.warn(`${folder} cannot be read: ${reasonOf(error)}`);
      return;
    }
    if (!this.#folders.some((root) => isWithin(root, folder))) return;
    for (const { name, kind } of entries) {
      const uri = childOf(folder, name);
      if (uri === undefined) continue;
      // A symbolic link is not followed: it may lead out of the workspace, or round in a circle.
      if (kind === 'folder' && isSearchedFolder(name)) this.#foldersToList.push(uri);
      else if (kind === 'file' && isSourceFile(name) && this.#belongs(uri)) this.#read(uri);
    }
  }

  async #readFile(id: string): Promise<void> {
    if (this.documents.byId(id)) {
      this.#done++;
      this.#report();
      return;
    }
    const reading = {};
    this.#reading.set(id, reading);
    const bytes = await this.#bytesOf(id);
    if (this.#reading.get(id) !== reading) {
      this.#done++;
      return;
    }
    this.#reading.delete(id);
    this.#arrived.set(id, bytes);
    this.events.arrived();
  }

  /** The bytes of a file; null where they are none that count, and people are told why. */
  async #bytesOf(id: string): Promise<Uint8Array | null> {
    try {
      const folder = this.#place(id)?.folder;
      if (folder === undefined) return null;
      const bytes = await this.files.read(id, this.#maxFileSize(id), folder);
      if (!isBinary(bytes)) return bytes;
      this.log.info(`${id} is left alone: ${BINARY}.`);
      return null;
    } catch (error) {
      this.log.info(`${id} is left alone: ${reasonOf(error)}.`);
      return null;
    }
  }

  /** Whether an open document may be a counterpart for others: drafts count, an old version in a diff view does not. */
  #mayHold({ id }: OpenDocument): boolean {
    return id.startsWith('untitled:') || id.startsWith('file:') || this.#place(id) !== undefined;
  }

  #belongs(id: string): boolean {
    const place = this.#place(id);
    return place !== undefined && !this.rulesFor(place.folder).excluded(place.path);
  }

  #isSource(id: string): boolean {
    const place = this.#place(id);
    return place !== undefined && this.rulesFor(place.folder).isSource(place.path);
  }

  #maxFileSize(id: string): number {
    return this.rulesFor(this.#place(id)?.folder ?? '').maxFileSize;
  }

  /** The innermost workspace folder that holds the file; folders may lie in one another. */
  #place(id: string): { folder: string; path: string } | undefined {
    let found: { folder: string; path: string } | undefined;
    for (const folder of this.#folders) {
      const path = pathBelow(folder, id);
      if (path !== undefined && (!found || folder.length > found.folder.length)) found = { folder, path };
    }
    return found;
  }
}

function isSame(a: ArticleInput, b: ArticleInput): boolean {
  if (a.format !== b.format || a.isSource !== b.isSource) return false;
  const areHashed = a.contentHash !== undefined && b.contentHash !== undefined;
  return areHashed ? a.contentHash === b.contentHash : a.text === b.text;
}

/** Undefined for a name with half a character in it, which Windows allows and a URI cannot hold. */
function childOf(folder: string, name: string): string | undefined {
  try {
    return `${folder}/${encodeURIComponent(name)}`;
  } catch {
    return undefined;
  }
}
