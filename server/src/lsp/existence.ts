/**
 * Which files there are, besides the articles of the workspace: marks may lead to any. A check takes what is known and
 * never waits; folders are looked into in the background, and whoever has asked is told when the answer is another.
 */
import type { ArticleId } from '../workspace/types.ts';
import type { FilePort } from './ports.ts';
import { FileMissing } from './ports.ts';

/** Milliseconds after which a folder is looked into again when somebody asks: no editor reports every file. */
const FRESH_MS = 2_000;

interface Folder {
  /** The folder that links must not lead out of. */
  readonly within: string;
  /** Null where the folder cannot be read, or lies elsewhere: nobody knows. */
  names: ReadonlySet<string> | null | undefined;
  lookedAt: number;
  isLooking: boolean;
  readonly askers: Set<ArticleId>;
}

export class Existence {
  readonly #folders = new Map<string, Folder>();

  constructor(
    private readonly files: Pick<FilePort, 'list'>,
    private readonly now: () => number,
    /** The folder of the workspace that an article lies in; undefined where it lies in none. */
    private readonly folderOf: (id: ArticleId) => string | undefined,
    /** For these articles something is another way than it was. */
    private readonly changed: (ids: readonly ArticleId[]) => void,
  ) {}

  /** Whether there is a file or folder of this name; undefined while nobody knows. Letters' case is overlooked. */
  of(asker: ArticleId, uri: string): boolean | undefined {
    const [path, name] = split(uri);
    const folder = this.#folders.get(path) ?? {
      within: this.folderOf(asker) ?? split(asker)[0],
      names: undefined,
      lookedAt: -Infinity,
      isLooking: false,
      askers: new Set(),
    };
    this.#folders.set(path, folder);
    folder.askers.add(asker);
    if (this.now() - folder.lookedAt > FRESH_MS) void this.#look(path, folder);
    return folder.names?.has(name);
  }

  /** Something has happened to a file. */
  fileChanged(uri: string): void {
    const [path] = split(uri);
    const folder = this.#folders.get(path);
    if (folder) void this.#look(path, folder);
  }

  /** The article asks no more. */
  forget(asker: ArticleId): void {
    for (const [path, { askers }] of this.#folders) {
      askers.delete(asker);
      if (askers.size === 0) this.#folders.delete(path);
    }
  }

  async #look(path: string, folder: Folder): Promise<void> {
    if (folder.isLooking) return;
    folder.isLooking = true;
    const names = await this.#namesIn(path, folder.within);
    folder.isLooking = false;
    folder.lookedAt = this.now();
    const isSame = folder.names !== undefined && keyOf(folder.names) === keyOf(names);
    folder.names = names;
    if (!isSame) this.changed([...folder.askers]);
  }

  async #namesIn(path: string, within: string): Promise<ReadonlySet<string> | null> {
    try {
      return new Set((await this.files.list(path, within)).map(({ name }) => folded(name)));
    } catch (error) {
      return error instanceof FileMissing ? new Set() : null;
    }
  }
}

function split(uri: string): readonly [folder: string, name: string] {
  const at = uri.lastIndexOf('/');
  return [uri.slice(0, at), folded(decoded(uri.slice(at + 1)))];
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function keyOf(names: ReadonlySet<string> | null): string {
  return names === null ? 'unknown' : [...names].sort().join('/');
}
