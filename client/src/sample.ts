/** The sample newsroom that comes with the extension, copied to where the person wants it. */
import * as vscode from 'vscode';

/** By name: where the extension lies on a web site its folders cannot be listed. */
export const SAMPLE_FILES: readonly string[] = [
  '.attest.yaml',
  'drafts/quarry-street.md',
  'drafts/what-it-costs.txt',
  'sources/2023-rate-case.txt',
  'sources/council-hearing.vtt',
  'sources/harbor-courier-report.txt',
  'sources/health-department.html',
  'sources/interview-szabo.txt',
  'sources/mayor-press-release.md',
];

export function registerSample(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('attest.openSample', () => openSample(extension));
}

async function openSample(extension: vscode.Uri): Promise<void> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Where to put the sample newsroom'),
      openLabel: vscode.l10n.t('Copy It Here'),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (!parent) return;
  const newsroom = await copySample(extension, parent);
  const isEmptyWindow = (vscode.workspace.workspaceFolders ?? []).length === 0;
  await vscode.commands.executeCommand('vscode.openFolder', newsroom, { forceNewWindow: !isEmptyWindow });
}

/** @returns the folder of the copy: `attest-sample`, with a number where that is taken */
export async function copySample(extension: vscode.Uri, parent: vscode.Uri): Promise<vscode.Uri> {
  const sample = vscode.Uri.joinPath(extension, 'test', 'articles', 'newsroom');
  const newsroom = await freePlace(parent, 'attest-sample');
  await vscode.workspace.fs.createDirectory(newsroom);
  for (const file of SAMPLE_FILES) {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(sample, file));
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(newsroom, file), bytes);
  }
  return newsroom;
}

async function freePlace(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  const taken = new Set((await vscode.workspace.fs.readDirectory(parent)).map(([entry]) => entry));
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
  return vscode.Uri.joinPath(parent, free);
}
