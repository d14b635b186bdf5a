/** The Facts view: what the article states, in groups, each fact with who says it, where it comes from and its status. */
import * as vscode from 'vscode';
import type { Fact, FactStatus, LostAnnotation } from '../../../server/src/lsp/attestProtocol.ts';
import type { ArticleFacts, KnownFacts } from './articleFacts.ts';
import { rangeOf } from './articleFacts.ts';
import type { Group, Grouping } from './groups.ts';
import { GROUPINGS, groupsOf, needsAttention, STATUSES } from './groups.ts';
import { lookOf } from './statuses.ts';

type Node =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'lost-group'; readonly lost: readonly LostAnnotation[] }
  | { readonly kind: 'lost'; readonly lost: LostAnnotation };

/** Items whose menu can take an annotation back. */
const ANNOTATED = 'annotated';

/** The ids of the annotations that an item of the view shows; none for anything else. */
export function annotationsOf(node: unknown): readonly string[] {
  const { kind, fact, lost } = (node ?? {}) as Partial<Record<'kind' | 'fact' | 'lost', unknown>>;
  if (kind === 'fact') return (fact as Fact).annotations;
  return kind === 'lost' ? [(lost as LostAnnotation).id] : [];
}

const GROUPING_KEY = 'facts.grouping';
const FILTERED_CONTEXT = 'attest.factsFiltered';

export function registerFactsView(facts: ArticleFacts, memory: vscode.Memento): vscode.Disposable {
  const tree = new FactsTree(facts, memory);
  return vscode.Disposable.from(
    tree,
    vscode.commands.registerCommand('attest.groupFacts', () => tree.chooseGrouping()),
    vscode.commands.registerCommand('attest.filterFacts', () => tree.chooseFilter()),
    vscode.commands.registerCommand('attest.showAllFacts', () => tree.filter(null)),
    vscode.commands.registerCommand('attest.showFacts', () =>
      vscode.commands.executeCommand('attest.facts.focus'),
    ),
  );
}

class FactsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #facts: ArticleFacts;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<Node>;
  readonly #listening: vscode.Disposable;
  #grouping: Grouping;
  /** The statuses that are shown; null for all. */
  #shown: readonly FactStatus[] | null = null;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(facts: ArticleFacts, memory: vscode.Memento) {
    this.#facts = facts;
    this.#memory = memory;
    const remembered = memory.get<Grouping>(GROUPING_KEY);
    this.#grouping = GROUPINGS.find((grouping) => grouping === remembered) ?? 'paragraph';
    this.#view = vscode.window.createTreeView('attest.facts', {
      treeDataProvider: this,
      showCollapseAll: false,
    });
    this.#listening = vscode.Disposable.from(
      facts.onDidChange(() => {
        this.#refresh();
      }),
      // What has changed while the view was being opened may have been told to nobody.
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#refresh();
      }),
    );
  }

  getChildren(node?: Node): Node[] {
    const known = this.#facts.known;
    if (!node) return known ? this.#roots(known) : [];
    if (node.kind === 'group') return node.group.facts.map((fact) => ({ kind: 'fact', fact }));
    if (node.kind === 'lost-group') return node.lost.map((lost) => ({ kind: 'lost', lost }));
    return [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group, this.#grouping);
      case 'fact':
        return factItem(node.fact, this.#facts.known!.document.uri, this.#grouping);
      case 'lost-group':
        return lostGroupItem(node.lost.length);
      case 'lost':
        return lostItem(node.lost);
    }
  }

  async chooseGrouping(): Promise<void> {
    const items = GROUPINGS.map((grouping) => ({
      label: groupingName(grouping),
      picked: grouping === this.#grouping,
      grouping,
    }));
    const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Group facts by') });
    if (!chosen) return;
    this.#grouping = chosen.grouping;
    await this.#memory.update(GROUPING_KEY, chosen.grouping);
    this.#refresh();
  }

  async chooseFilter(): Promise<void> {
    const facts = this.#facts.known?.facts ?? [];
    const items = STATUSES.flatMap((status) => {
      const count = facts.filter((fact) => fact.status === status).length;
      const { name, icon } = lookOf(status);
      return count === 0
        ? []
        : [
            {
              label: `$(${icon}) ${name}`,
              description: String(count),
              picked: this.#shown?.includes(status) ?? true,
              status,
            },
          ];
    });
    const chosen = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Show which facts?'),
      canPickMany: true,
    });
    if (!chosen) return;
    const all = chosen.length === 0 || chosen.length === items.length;
    await this.filter(all ? null : chosen.map(({ status }) => status));
  }

  async filter(shown: readonly FactStatus[] | null): Promise<void> {
    this.#shown = shown;
    await vscode.commands.executeCommand('setContext', FILTERED_CONTEXT, shown !== null);
    this.#refresh();
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  #roots({ facts, lost }: KnownFacts): Node[] {
    const shown = facts.filter(({ status }) => this.#shown?.includes(status) ?? true);
    const groups = groupsOf(shown, this.#grouping).map((group): Node => ({ kind: 'group', group }));
    return lost.length > 0 && this.#shown === null ? [{ kind: 'lost-group', lost }, ...groups] : groups;
  }

  #refresh(): void {
    const known = this.#facts.known;
    this.#view.description = known
      ? vscode.l10n.t(
          '{0} of {1} with a source',
          known.totals.facts - known.totals.unsourced,
          known.totals.facts,
        )
      : '';
    this.#view.message = filterMessage(this.#shown) ?? '';
    this.#changed.fire(undefined);
  }
}

function filterMessage(shown: readonly FactStatus[] | null): string | undefined {
  if (shown === null) return undefined;
  return vscode.l10n.t('Only: {0}', shown.map((status) => lookOf(status).name).join(', '));
}

function groupingName(grouping: Grouping): string {
  switch (grouping) {
    case 'paragraph':
      return vscode.l10n.t('Paragraph');
    case 'speaker':
      return vscode.l10n.t('Speaker');
    case 'status':
      return vscode.l10n.t('Status');
    case 'source':
      return vscode.l10n.t('Source');
  }
}

function groupItem({ key, facts }: Group, grouping: Grouping): vscode.TreeItem {
  const label = groupLabel(key, grouping);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  // Groups keep whether they are open, whatever is typed into them.
  item.id = `${grouping}:${key ?? ''}`;
  const needy = facts.filter(needsAttention).length;
  item.description =
    needy > 0 ? vscode.l10n.t('{0} of {1} to do', needy, facts.length) : String(facts.length);
  const spoken =
    needy > 0
      ? vscode.l10n.t('{0}, {1} facts, {2} to do', label, facts.length, needy)
      : vscode.l10n.t('{0}, {1} facts', label, facts.length);
  item.accessibilityInformation = { label: spoken };
  return item;
}

function groupLabel(key: string | null, grouping: Grouping): string {
  if (key === null) return keylessLabel(grouping);
  if (grouping === 'paragraph') return vscode.l10n.t('Paragraph {0}', key);
  return grouping === 'status' ? lookOf(key as FactStatus).name : key;
}

/** Facts that have no paragraph, speaker or source; all have a status. */
function keylessLabel(grouping: Grouping): string {
  if (grouping === 'paragraph') return vscode.l10n.t('In Headings');
  return grouping === 'speaker' ? vscode.l10n.t('Nobody') : vscode.l10n.t('No source');
}

function factItem(fact: Fact, document: vscode.Uri, grouping: Grouping): vscode.TreeItem {
  const { name, icon, color } = lookOf(fact.status);
  const item = new vscode.TreeItem(fact.passage);
  item.description = [
    grouping === 'speaker' ? null : fact.speaker,
    grouping === 'source' ? null : fact.source,
  ]
    .filter((part) => part !== null)
    .join(' · ');
  item.iconPath = new vscode.ThemeIcon(icon, color);
  item.tooltip = tooltipOf(fact, name);
  item.contextValue = fact.annotations.length > 0 ? ANNOTATED : 'fact';
  item.accessibilityInformation = {
    label: [fact.passage, name, fact.speaker, fact.source].filter((part) => part !== null).join(', '),
  };
  item.command = openAt(document, rangeOf(fact));
  return item;
}

function tooltipOf(fact: Fact, status: string): string {
  const lines = [
    fact.passage,
    '',
    status,
    fact.speaker && vscode.l10n.t('Said by {0}', fact.speaker),
    fact.source && vscode.l10n.t('Source: {0}', fact.source),
    fact.comparison && vscode.l10n.t('Compared with it: {0}', fact.comparison),
    fact.note && vscode.l10n.t('Note: {0}', fact.note),
    ...fact.warnings,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function lostGroupItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(
    vscode.l10n.t('Annotations without their passage'),
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = 'lost';
  item.description = String(count);
  return item;
}

function lostItem({ passage, why, verdict, source, note }: LostAnnotation): vscode.TreeItem {
  const item = new vscode.TreeItem(passage);
  const reason =
    why === 'orphan'
      ? vscode.l10n.t('Its passage is not in the article any more.')
      : vscode.l10n.t('Its passage is in several places now.');
  item.contextValue = ANNOTATED;
  item.iconPath = new vscode.ThemeIcon('debug-disconnect');
  item.description = [verdict, source, note].filter((part) => part !== null).join(' · ');
  item.tooltip = `${passage}\n\n${reason}`;
  item.accessibilityInformation = { label: `${passage}. ${reason}` };
  return item;
}

/** What a click or Enter does; VS Code's own command, which also knows what to do when the file is closed. */
export function openAt(uri: vscode.Uri, selection?: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = selection ? { selection } : {};
  return { title: vscode.l10n.t('Open'), command: 'vscode.open', arguments: [uri, options] };
}
