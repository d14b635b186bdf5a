/** The switches in the status item's menu: check this file or not, its folder, its language. */
import * as vscode from 'vscode';
import type { DocumentStatus } from '../../server/src/lsp/attestProtocol.ts';
import { excluding, globOf, including, type Lists } from './globs.ts';
import type { Choice } from './statusItem.ts';

const EXTENSIONS: Readonly<Record<string, string>> = { markdown: 'md', plaintext: 'txt' };

/** What can be switched for a document; nothing for one without a place in a workspace folder. */
export function switchChoices(document: vscode.TextDocument, status: DocumentStatus | null): Choice[] {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (!folder || !status) return [];
  const path = vscode.workspace.asRelativePath(document.uri, false);
  if (!status.checked) {
    return [
      choice('eye', vscode.l10n.t('Check This File'), path, () =>
        change(folder, (lists) => including(lists, globOf(path))),
      ),
    ];
  }
  const name = path.slice(path.lastIndexOf('/') + 1);
  const parent = path.slice(0, path.length - name.length);
  const extension = EXTENSIONS[document.languageId];
  const off = (label: string, description: string, glob: string) =>
    choice('eye-closed', label, description, () => change(folder, (lists) => excluding(lists, glob)));
  return [
    off(vscode.l10n.t("Don't Check This File"), path, globOf(path)),
    ...(parent ? [off(vscode.l10n.t("Don't Check This Folder"), parent, `${globOf(parent)}**`)] : []),
    ...(extension
      ? [off(vscode.l10n.t("Don't Check Files of This Kind"), `*.${extension}`, `**/*.${extension}`)]
      : []),
  ];
}

function choice(icon: string, label: string, description: string, run: () => Thenable<unknown>): Choice {
  return { label: `$(${icon}) ${label}`, description, run };
}

async function change(folder: vscode.WorkspaceFolder, edit: (lists: Lists) => Lists): Promise<void> {
  const settings = vscode.workspace.getConfiguration('attest', folder);
  const before: Lists = { include: settings.get('include', []), exclude: settings.get('exclude', []) };
  const after = edit(before);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const target = several ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  for (const key of ['include', 'exclude'] as const) {
    if (String(after[key]) !== String(before[key])) {
      await settings.update(key, after[key], target);
    }
  }
}
