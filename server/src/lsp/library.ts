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
import type { FilePort, Log, StampedBytes } from './ports.ts';
import { reasonOf } from './ports.ts';
import { describe } from './guard.ts';
import { hashOfBytes } from '../text/contentHash.ts';
import type { FileContents } from './fileArticle.ts';
import { FileArticle } from './fileArticle.ts';
import type { Stamps } from './stamps.ts';
import {
  BINARY,
  decodeText,
  formatOf,
  isBinary,
  isConvertedFile,
  isSearchedFolder,
  isSourceFile,
  isUtf16,
  withoutMark,
} from './sourceFiles.ts';
import { fileNameOf, isWithin, pathBelow } from './uri.ts';

/** Files read from the disk at one time. */
const PARALLEL_READS = 8;
/** Files that were read and wait for the index; reading pauses above it, so that memory stays bounded. */
const MAX_ARRIVED = 64;
/** Files put into the index in one go when they need not be read. */
const SOME_UNREAD = 32;

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

/** A file that holds what it held in the session before, as its stamp says: the hash of that. */
interface UnreadFile {
  readonly contentHash: string;
}

/** A file of a folder. */
interface FoundFile {
  readonly id: string;
  readonly name: string;
}

/** What has come of looking at a file; null where it does not count. */
type Arrived = StampedBytes | UnreadFile | null;

function isUnread(file: Arrived): file is UnreadFile {
  return file !== null && 'contentHash' in file;
}

export class Library {
  #folders: readonly string[] = [];
  readonly #foldersToList: string[] = [];
  readonly #filesToRead = new Set<string>();
  /** Files being read, each with its reading: what arrives for one that has gone, or is being read again, is dropped. */
  readonly #reading = new Map<string, object>();
  readonly #arrived = new Map<string, Arrived>();
  /** Files taken for what they were, until they are read. */
  readonly #unread = new Set<string>();
  #busy = 0;
  #found = 0;
  #done = 0;
  #changed = false;
  /** Folders are being read, not only single files that changed. */
  #searching = false;
  #isChecking = false;
  #stopped = false;
  #waiting: (() => void)[] = [];

  constructor(
    private readonly workspace: Workspace,
    private readonly documents: Documents,
    private readonly files: FilePort,
    private readonly stamps: Stamps,
    private readonly rulesFor: (folder: string) => FileRules,
    private readonly events: LibraryEvents,
    private readonly log: Log,
  ) {}

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Whether all that is left is to read files whose stamps have told what they hold. */
  get isChecking(): boolean {
    return this.#isChecking;
  }

  /** When all folders have been searched; undefined for now, where none is being searched. */
  whenSearched(): Promise<void> | undefined {
    if (!this.#searching) return undefined;
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
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
    this.#unread.clear();
  }

  /** Puts one file that was read into the index, or some that need not be read. Returns whether there is another. */
  indexOne(): boolean {
    try {
      for (let left = SOME_UNREAD; left > 0; left--) {
        const [next] = this.#arrived;
        if (!next || (left < SOME_UNREAD && !isUnread(next[1]))) break;
        this.#setArrived(...next);
        if (!isUnread(next[1])) break;
      }
    } finally {
      this.#report();
      this.#pump();
    }
    return this.#arrived.size > 0;
  }

  #setArrived(id: string, file: Arrived): void {
    this.#arrived.delete(id);
    this.#done++;
    if (this.documents.byId(id)) return;
    if (file === null) this.#remove(id);
    else if (isUnread(file)) this.#setUnread(id, file);
    else this.#setRead(id, file);
  }

  #setRead(id: string, { bytes, stamp }: StampedBytes): void {
    const name = fileNameOf(id);
    if (isConvertedFile(name) || isUtf16(bytes)) {
      const decoded = decodeText(bytes);
      if (decoded.text === null) return;
      if (decoded.damaged) this.#tellOfDamage(id);
      this.#set(id, decoded.text, formatOf(name));
      return;
    }
    const text = withoutMark(bytes);
    const contentHash = hashOfBytes(text);
    this.stamps.note(id, stamp, contentHash);
    this.#unread.delete(id);
    const known = this.#setFile(id, { contentHash, bytes: () => text });
    if (known instanceof FileArticle) known.hold(text);
  }

  #setUnread(id: string, { contentHash }: UnreadFile): void {
    this.#unread.add(id);
    this.#setFile(id, { contentHash, bytes: () => this.#readNow(id, contentHash) });
  }

  /** Returns the article that is there already, if it is the same. */
  #setFile(id: string, contents: FileContents): ArticleInput | undefined {
    const format = formatOf(fileNameOf(id));
    const article = new FileArticle(id, format, this.#isSource(id), contents, () => {
      this.#tellOfDamage(id);
    });
    const known = this.workspace.input(id);
    if (known && isSame(known, article)) return known;
    this.workspace.set(article);
    this.#changed = true;
    return undefined;
  }

  #tellOfDamage(id: string): void {
    this.log.warn(`${id} is not valid UTF-8; the damaged characters are replaced.`);
  }

  /** The contents of a file that somebody asks for before it has been read. What is not as it was is set right soon. */
  #readNow(id: string, contentHash: string): Uint8Array {
    let text: Uint8Array = new Uint8Array();
    try {
      const folder = this.#place(id)?.folder ?? '';
      text = withoutMark(this.files.stamped!.readNow(id, this.#maxFileSize(id), folder));
    } catch {
      // Gone, or not to be read any more: what reads it again says why.
    }
    if (hashOfBytes(text) !== contentHash) {
      this.#read(id);
      this.#pump();
    }
    return text;
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
    this.#unread.delete(id);
    this.stamps.forget(id);
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
    this.#isChecking = false;
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
    this.#isChecking = this.#unread.size > 0;
    this.events.settled(changed);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
    for (const id of this.#unread) this.#read(id);
    this.#unread.clear();
    if (this.#isChecking) this.#pump();
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
    const found: FoundFile[] = [];
    for (const { name, kind } of entries) {
      const id = childOf(folder, name);
      if (id === undefined) continue;
      // A symbolic link is not followed: it may lead out of the workspace, or round in a circle.
      if (kind === 'folder' && isSearchedFolder(name)) this.#foldersToList.push(id);
      else if (kind === 'file' && isSourceFile(name)) found.push({ id, name });
    }
    await this.#enterFound(folder, found);
  }

  /** What the session before has read, and nobody has written since, need not be read before it can be searched. */
  async #enterFound(folder: string, found: readonly FoundFile[]): Promise<void> {
    const names = found.map(({ name }) => name);
    const stamps = this.stamps.hasKept ? await this.files.stamped?.stampsIn(folder, names) : undefined;
    found.forEach(({ id }, i) => {
      if (!this.#belongs(id)) return;
      const stamp = this.#isAwaited(id) ? undefined : stamps?.[i];
      const contentHash = stamp && this.stamps.takeKept(id, stamp);
      if (contentHash === undefined) this.#read(id);
      else {
        this.#arrived.set(id, { contentHash });
        this.#found++;
      }
    });
    if (this.#arrived.size > 0) this.events.arrived();
  }

  #isAwaited(id: string): boolean {
    return this.#filesToRead.has(id) || this.#reading.has(id) || this.#arrived.has(id);
  }

  async #readFile(id: string): Promise<void> {
    if (this.documents.byId(id)) {
      this.#done++;
      this.#report();
      return;
    }
    const reading = {};
    this.#reading.set(id, reading);
    const file = await this.#contentsOf(id);
    if (this.#reading.get(id) !== reading) {
      this.#done++;
      return;
    }
    this.#reading.delete(id);
    this.#arrived.set(id, file);
    this.events.arrived();
  }

  /** What was read of a file; null where it is none that counts, and people are told why. */
  async #contentsOf(id: string): Promise<StampedBytes | null> {
    const folder = this.#place(id)?.folder;
    if (folder === undefined) return null;
    try {
      const file = await this.#readBytes(id, folder);
      if (!isBinary(file.bytes)) return file;
      this.log.info(`${id} is left alone: ${BINARY}.`);
      return null;
    } catch (error) {
      this.log.info(`${id} is left alone: ${reasonOf(error)}.`);
      return null;
    }
  }

  async #readBytes(id: string, folder: string): Promise<StampedBytes> {
    const limit = this.#maxFileSize(id);
    const { stamped } = this.files;
    if (stamped) return stamped.read(id, limit, folder);
    return { bytes: await this.files.read(id, limit, folder), stamp: undefined };
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
