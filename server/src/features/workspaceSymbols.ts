/** Speakers and claims of every article, found by name. */
import type { Article } from '../analysis/facts.ts';
import type { ArticleId, ArticleInput, Workspace } from '../workspace/types.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import { excerpt } from './wording.ts';

export interface WorkspaceSymbol {
  readonly id: ArticleId;
  readonly kind: 'speaker' | 'claim';
  readonly name: string;
  readonly span: Span;
}

const MAX_SYMBOLS = 200;

const remembered = new WeakMap<ArticleInput, readonly WorkspaceSymbol[]>();

/**
 * The symbols whose name has every word of the query, in any case. Articles are read on first need, so the search ends
 * when `isOver` says so, with what was found until then; the next one gets further.
 * @param first articles to look at before the others: those in editors
 */
export function workspaceSymbols(
  workspace: Workspace,
  query: string,
  first: readonly ArticleId[],
  isOver: () => boolean,
): readonly WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: WorkspaceSymbol[] = [];
  for (const id of new Set([...first, ...workspace.ids()])) {
    if (isOver() || found.length >= MAX_SYMBOLS) break;
    for (const symbol of symbolsOf(workspace, id, words)) {
      const name = symbol.name.toLowerCase();
      if (words.every((word) => name.includes(word))) found.push(symbol);
    }
  }
  return found.slice(0, MAX_SYMBOLS);
}

function symbolsOf(
  workspace: Workspace,
  id: ArticleId,
  words: readonly string[],
): readonly WorkspaceSymbol[] {
  const input = workspace.input(id);
  if (!input) return [];
  const known = remembered.get(input);
  if (known) return known;
  // Names are made of an article's own words: one that lacks them need not be read.
  const text = words.length === 0 ? '' : input.text.toLowerCase();
  if (!words.every((word) => text.includes(word))) return [];
  const article = workspace.article(id);
  const symbols = article ? [...speakers(id, article), ...claims(id, article)] : [];
  remembered.set(input, symbols);
  return symbols;
}

function speakers(id: ArticleId, { speakers: all }: Article): WorkspaceSymbol[] {
  return all.flatMap(({ name, introduction }) =>
    name === null ? [] : [{ id, kind: 'speaker' as const, name, span: introduction }],
  );
}

function claims(id: ArticleId, { text, quantities }: Article): WorkspaceSymbol[] {
  return quantities
    .filter(({ exempt }) => exempt === null)
    .map(({ span }) => ({ id, kind: 'claim' as const, name: excerpt(textOf(text, span)), span }));
}
