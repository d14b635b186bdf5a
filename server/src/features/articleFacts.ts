/** The facts of one article and the sources they come from, as the views of an editor list them. */
import type { AnnotationVerdict } from '../annotations/annotation.ts';
import { parseTarget } from '../annotations/targets.ts';
import { KnownSources } from '../rules/knownSources.ts';
import type { Counterpart } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';
import type { FactRow } from './factRows.ts';
import type { FactSheet } from './factSheet.ts';
import { allFacts, factSheet } from './factSheet.ts';

/**
 * What a fact still needs, the person's word before the machine's. `changed`: its words were edited after somebody had
 * checked them. `sourced`: linked, or found in another article. `attributed`: somebody is given for it, no more.
 */
export type FactStatus = AnnotationVerdict | 'changed' | 'warned' | 'sourced' | 'attributed' | 'open';

export interface ArticleFact extends FactRow {
  readonly status: FactStatus;
}

export interface SourceUse {
  /** The article, or the address of what is none. */
  readonly uri: string;
  readonly name: string;
  readonly title: string | null;
  /** `article`: of the workspace; `elsewhere`: an address or another file; `missing`: nothing has this id or path. */
  readonly kind: 'article' | 'elsewhere' | 'missing';
  /** Whether it lies under the `attest.sources` globs. */
  readonly isSource: boolean;
  /** Indices of the facts that come from it; empty for a source document that is not used. */
  readonly uses: readonly number[];
}

export interface ArticleFacts extends Omit<FactSheet, 'rows'> {
  readonly facts: readonly ArticleFact[];
  /** Used ones in the order of their first use, then source documents that are not used, by name. */
  readonly sources: readonly SourceUse[];
}

const MAX_UNUSED = 500;

/** Never throws; an article without facts has empty lists. */
export function articleFacts(context: FeatureContext): ArticleFacts {
  const { title, lost, totals } = factSheet(context);
  const facts = allFacts(context).map((row) => ({ ...row, status: statusOf(row) }));
  return { title, lost, totals, facts, sources: sourcesOf(context, facts) };
}

function statusOf({
  verdict,
  changedSinceChecked,
  warnings,
  source,
  counterpart,
  speaker,
}: FactRow): FactStatus {
  if (changedSinceChecked) return 'changed';
  if (verdict !== null) return verdict;
  if (warnings.length > 0) return 'warned';
  if (source !== null || counterpart) return 'sourced';
  return speaker === null ? 'open' : 'attributed';
}

function sourcesOf(context: FeatureContext, facts: readonly FactRow[]): SourceUse[] {
  const { id, folders, workspace } = context;
  const known = new KnownSources(id, folders, workspace);
  const used = new Map<string, SourceUse & { uses: number[] }>();
  facts.forEach(({ target, counterpart }, index) => {
    const source = sourceOf(context, known, target, counterpart);
    if (!source) return;
    const entry = used.get(source.uri) ?? { ...source, uses: [] };
    entry.uses.push(index);
    used.set(source.uri, entry);
  });
  const unused = workspace
    .ids()
    .filter((other) => other !== id && !used.has(other) && workspace.input(other)?.isSource === true)
    .map((other) => ofArticle(context, other))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [...used.values(), ...unused.slice(0, MAX_UNUSED)];
}

/** What somebody linked goes before what was found. */
function sourceOf(
  context: FeatureContext,
  known: KnownSources,
  target: string | null,
  counterpart: Counterpart | null,
): SourceUse | null {
  const written = target === null ? null : parseTarget(target);
  if (written) {
    const found = known.find(written);
    if (found.kind === 'article') return ofArticle(context, found.id);
    const kind = found.kind === 'elsewhere' ? 'elsewhere' : 'missing';
    const uri = found.kind === 'elsewhere' ? found.uri : written.address;
    return { uri, name: written.address, title: null, kind, isSource: false, uses: [] };
  }
  return counterpart && ofArticle(context, counterpart.id);
}

function ofArticle({ workspace, nameOf }: FeatureContext, id: string): SourceUse {
  const input = workspace.input(id);
  return {
    uri: id,
    name: nameOf(id),
    title: input?.metadata.title ?? null,
    kind: 'article',
    isSource: input?.isSource === true,
    uses: [],
  };
}
