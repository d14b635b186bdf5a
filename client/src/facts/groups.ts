/** How the Facts view orders facts: by paragraph, speaker, status or source. */
import type { Fact, FactStatus } from '../../../server/src/lsp/attestProtocol.ts';

export const GROUPINGS = ['paragraph', 'speaker', 'status', 'source'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  /** The paragraph's number, the speaker, the status or the source; null where a fact has none. */
  readonly key: string | null;
  readonly facts: readonly Fact[];
}

/** Most in need of a person's attention first. */
export const STATUSES: readonly FactStatus[] = [
  'disputed',
  'changed',
  'warned',
  'open',
  'needs-checking',
  'attributed',
  'sourced',
  'verified',
  'dismissed',
];

const NEEDY: ReadonlySet<FactStatus> = new Set(['disputed', 'changed', 'warned', 'open', 'needs-checking']);

/** Whether a person still has something to do about a fact. */
export function needsAttention({ status }: Pick<Fact, 'status'>): boolean {
  return NEEDY.has(status);
}

/**
 * Paragraphs and sources in text order, speakers by how much they say, statuses by their need of attention; facts
 * without a key last.
 */
export function groupsOf(facts: readonly Fact[], grouping: Grouping): Group[] {
  const groups = new Map<string | null, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact, grouping);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  const found = [...groups].map(([key, members]): Group => ({ key, facts: members }));
  if (grouping === 'speaker') found.sort((a, b) => b.facts.length - a.facts.length);
  if (grouping === 'status') found.sort((a, b) => rank(a.key) - rank(b.key));
  return found.sort((a, b) => Number(a.key === null) - Number(b.key === null));
}

function keyOf(fact: Fact, grouping: Grouping): string | null {
  switch (grouping) {
    case 'paragraph':
      return fact.paragraph === null ? null : String(fact.paragraph);
    case 'speaker':
      return fact.speaker;
    case 'status':
      return fact.status;
    case 'source':
      return fact.document;
  }
}

function rank(status: string | null): number {
  return STATUSES.indexOf(status as FactStatus);
}
