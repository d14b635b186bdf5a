/** The Sources view: which documents the article draws on, for what, and which source documents it leaves unused. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Fact, SourceUse } from '../../../server/src/lsp/attestProtocol.ts';
import type { ArticleFacts, KnownFacts } from './articleFacts.ts';
import { rangeOf } from './articleFacts.ts';
import { openAt } from './factsView.ts';
import { lookOf } from './statuses.ts';

type Node =
  | { readonly kind: 'source'; readonly source: SourceUse }
  | { readonly kind: 'unused'; readonly sources: readonly SourceUse[] }
  | { readonly kind: 'use'; readonly fact: Fact };

export function registerSourcesView(facts: ArticleFacts, client: BaseLanguageClient): vscode.Disposable {
  const tree = new SourcesTree(facts, client);
  return vscode.Disposable.from(tree);
}

class SourcesTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #facts: ArticleFacts;
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #listening: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(facts: ArticleFacts, client: BaseLanguageClient) {
    this.#facts = facts;
    this.#client = client;
    this.#view = vscode.window.createTreeView('attest.sources', { treeDataProvider: this });
    this.#listening = vscode.Disposable.from(
      facts.onDidChange((known) => {
        this.#view.description = known ? describe(known) : '';
        this.#changed.fire(undefined);
      }),
      // What has changed while the view was being opened may have been told to nobody.
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#changed.fire(undefined);
      }),
    );
  }

  getChildren(node?: Node): Node[] {
    const known = this.#facts.known;
    if (!known) return [];
    if (!node) {
      const used = known.sources.filter(({ uses }) => uses.length > 0);
      const unused = known.sources.filter(({ uses }) => uses.length === 0);
      return [
        ...used.map((source): Node => ({ kind: 'source', source })),
        ...(unused.length > 0 ? [{ kind: 'unused', sources: unused } as const] : []),
      ];
    }
    if (node.kind === 'unused') return node.sources.map((source) => ({ kind: 'source', source }));
    return node.kind === 'source'
      ? node.source.uses.flatMap((index) => {
          const fact = known.facts[index];
          return fact ? [{ kind: 'use', fact } as const] : [];
        })
      : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'unused':
        return unusedItem(node.sources.length);
      case 'source':
        return sourceItem(node.source, this.#client.protocol2CodeConverter.asUri(node.source.uri));
      case 'use':
        return useItem(node.fact, this.#facts.known!.document.uri);
    }
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }
}

function describe({ sources }: KnownFacts): string {
  const used = sources.filter(({ uses }) => uses.length > 0).length;
  return vscode.l10n.t('{0} of {1} used', used, sources.length);
}

function unusedItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('Not used'), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'unused';
  item.description = String(count);
  item.accessibilityInformation = { label: vscode.l10n.t('{0} source documents are not used', count) };
  return item;
}

const ICONS: Readonly<Record<SourceUse['kind'], string>> = {
  article: 'file',
  elsewhere: 'globe',
  missing: 'warning',
};

function sourceItem({ uri, name, title, kind, uses }: SourceUse, target: vscode.Uri): vscode.TreeItem {
  const item = new vscode.TreeItem(
    name,
    uses.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  item.id = uri;
  item.iconPath = new vscode.ThemeIcon(ICONS[kind]);
  const count = uses.length === 1 ? vscode.l10n.t('1 fact') : vscode.l10n.t('{0} facts', uses.length);
  item.description =
    kind === 'missing'
      ? vscode.l10n.t('does not exist')
      : [uses.length > 0 ? count : null, title].filter((part) => part !== null).join(' · ');
  item.tooltip = title ? `${title}\n${name}` : name;
  item.accessibilityInformation = { label: `${title ?? name}, ${item.description}` };
  if (kind !== 'missing') item.command = openAt(target);
  return item;
}

function useItem(fact: Fact, document: vscode.Uri): vscode.TreeItem {
  const { name, icon, color } = lookOf(fact.status);
  const item = new vscode.TreeItem(fact.passage);
  item.iconPath = new vscode.ThemeIcon(icon, color);
  item.description = fact.speaker ?? '';
  item.tooltip = `${fact.passage}\n\n${name}`;
  item.accessibilityInformation = { label: `${fact.passage}, ${name}` };
  item.command = openAt(document, rangeOf(fact));
  return item;
}
