/** What the targets of marks and annotations mean in this workspace. */
import type { Target } from '../annotations/targets.ts';
import { resolvePath, uriKey } from '../annotations/targets.ts';
import type { ArticleId, Workspace } from '../workspace/types.ts';

/** An article of the workspace, some other file, or none. */
export type Found =
  | { readonly kind: 'article'; readonly id: ArticleId }
  /** A file or address that is no article here; nobody has looked whether it exists. */
  | { readonly kind: 'elsewhere'; readonly uri: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unknown-id' };

/** Looks targets up; built once for a run of a rule, because it reads the names of all articles. */
export class KnownSources {
  readonly #byName = new Map<string, ArticleId>();

  constructor(
    private readonly article: ArticleId,
    private readonly folders: readonly string[],
    workspace: Workspace | undefined,
  ) {
    for (const id of workspace?.ids() ?? []) {
      this.#byName.set(uriKey(id), id);
      const { id: name, url } = workspace!.input(id)!.metadata;
      if (url) this.#byName.set(url, id);
      if (name) this.#byName.set(name, id);
    }
  }

  find({ kind, address }: Target): Found {
    const named = this.#byName.get(address);
    if (named !== undefined) return { kind: 'article', id: named };
    if (kind === 'url') return { kind: 'elsewhere', uri: address };
    const resolved = resolvePath(this.article, address, this.folders);
    if (!('uri' in resolved)) return { kind: 'outside' };
    const id = this.#byName.get(uriKey(resolved.uri));
    if (id !== undefined) return { kind: 'article', id };
    return kind === 'id' ? { kind: 'unknown-id' } : { kind: 'elsewhere', uri: resolved.uri };
  }

  /** The only article whose file has the same name as the path: what a wrong path probably meant. */
  sameFileName(address: string): ArticleId | null {
    const name = address.split(/[/\\]/).at(-1)!;
    const found = [...new Set(this.#byName.values())].filter((id) => uriKey(id).endsWith(`/${name}`));
    return found.length === 1 ? found[0]! : null;
  }
}
