/**
 * The index of a workspace between sessions: what was read of its articles is kept, so that the next session need not
 * read them again. A help and nothing else: whatever is wrong with it, the index is built from the articles.
 */
import { contentHash } from '../text/contentHash.ts';
import type { Steps } from '../text/steps.ts';
import type { PersistentWorkspace } from '../workspace/types.ts';
import { WorkspaceChanged } from '../workspace/types.ts';
import type { IndexStore, Log } from './ports.ts';
import { reasonOf } from './ports.ts';
import type { Stamps } from './stamps.ts';
import { takeTurn } from './turn.ts';

/** A smaller workspace is read faster than the disk is asked. */
const LEAST_ARTICLES = 50;

/** A workspace that changes while its index is written is tried again so often. */
const ATTEMPTS = 3;

export class KeptIndex {
  #isSaving = false;
  /** Something is new that the kept index does not have. */
  #isOutdated = false;
  /** What is left of looking through the kept index. */
  #checking: Steps<void> | undefined;

  /**
   * @param workspace whose index is kept
   * @param stamps of its files, which are kept with it
   * @param store undefined where nothing can be kept
   * @param place the folder the client gives for such things; undefined for the user's cache
   */
  constructor(
    private readonly workspace: PersistentWorkspace,
    private readonly stamps: Stamps,
    private readonly store: IndexStore | undefined,
    private readonly place: string | undefined,
    private readonly log: Log,
  ) {}

  /** Takes up what the last session kept for these folders. Never rejects. */
  async load(folders: readonly string[]): Promise<void> {
    if (!this.store || folders.length === 0) return;
    try {
      const bytes = await this.store.load(this.place, nameFor(folders));
      if (!bytes) return;
      const index = this.stamps.restore(bytes);
      if (index && this.workspace.restore(index)) {
        this.#checking = this.workspace.checkSnapshot();
        this.log.info('The kept index is taken up.');
      } else {
        this.stamps.forgetKept();
        this.log.info('The kept index is damaged or of another version; it is built again.');
      }
    } catch (error) {
      this.log.info(`The kept index cannot be read (${reasonOf(error)}); it is built again.`);
    }
  }

  /**
   * Goes on for a moment with looking through what was taken up; where that is damaged, the index is built again.
   * @param now a clock in milliseconds
   * @returns whether there is more
   */
  check(now: () => number): boolean {
    if (this.#checking && takeTurn(this.#checking, now)) this.#checking = undefined;
    return this.#checking !== undefined;
  }

  /** All articles are set: keeps the index where the kept one did not have them all. Never rejects. */
  async keep(folders: readonly string[]): Promise<void> {
    if (this.workspace.forgetSnapshot() > 0 || this.stamps.isNew) this.#isOutdated = true;
    if (!this.store || !this.#isOutdated || this.#isSaving || folders.length === 0) return;
    if (this.workspace.ids().length < LEAST_ARTICLES) return;
    this.#isSaving = true;
    for (let left = ATTEMPTS; left > 0 && this.#isOutdated; left--) {
      try {
        await this.store.save(this.place, nameFor(folders), this.#pieces());
        this.#isOutdated = false;
        this.log.info('The index is kept for the next session.');
      } catch (error) {
        if (error instanceof WorkspaceChanged && left > 1) continue;
        this.log.info(`The index is not kept (${reasonOf(error)}).`);
        left = 0;
      }
    }
    this.#isSaving = false;
  }

  *#pieces(): Generator<Uint8Array> {
    yield this.stamps.keep();
    yield* this.workspace.snapshot();
  }
}

function nameFor(folders: readonly string[]): string {
  return contentHash([...folders].sort().join('\n'));
}
