/** Helpers for the tests in VS Code. Waits listen to events; none sleeps. */
import * as vscode from 'vscode';
import type { AttestExtension } from '../../../client/src/client.ts';
import type { Attest } from '../../../client/src/waking.ts';

export function installed(): vscode.Extension<Attest> {
  const extension = vscode.extensions.getExtension<Attest>('attest.attest');
  if (!extension) throw new Error('Attest is not installed');
  return extension;
}

/** The extension, with its server running. */
export async function attest(): Promise<AttestExtension> {
  const running = await (await installed().activate()).wake();
  await running.started;
  return running;
}

/** A file of the newsroom, opened in the editor. */
export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(path)));
}

export function uriOf(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Resolves when `ready` has a value, tried now and at every event. */
export function when<T, E>(event: vscode.Event<E>, ready: () => T | undefined): Promise<T> {
  const now = ready();
  if (now !== undefined) return Promise.resolve(now);
  return new Promise((resolve) => {
    const listening = event(() => {
      const value = ready();
      if (value === undefined) return;
      listening.dispose();
      resolve(value);
    });
  });
}

/** Attest's warnings on a document, once they satisfy `accept`. */
export function warnings(
  uri: vscode.Uri,
  accept: (found: readonly vscode.Diagnostic[]) => boolean = (found) => found.length > 0,
): Promise<readonly vscode.Diagnostic[]> {
  return when(vscode.languages.onDidChangeDiagnostics, () => {
    const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'attest');
    return accept(found) ? found : undefined;
  });
}

/** The rule's id: diagnostics carry it with a link to the rule's page. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The range of the first occurrence of `text`. */
export function find(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`Not in ${document.fileName}: ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function hoverText(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : (content as vscode.MarkdownString).value))
    .join('\n\n');
}

/** A document that is not on disk. */
export async function untitled(content: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
