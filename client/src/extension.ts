/**
 * What VS Code loads: next to nothing. The client, with the library that speaks to the server, is a file of its own,
 * loaded when the editor has shown what was opened.
 */
import type * as vscode from 'vscode';
import type { AttestExtension } from './client.ts';

let running: AttestExtension | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<AttestExtension> {
  // Whatever else waits for this process goes first: loading keeps it busy for a moment.
  await new Promise((resolve) => setImmediate(resolve));
  const { startOnDesktop } = await import('./desktop.ts');
  running = startOnDesktop(context);
  return running;
}

/** VS Code waits for this: the server ends with the window. */
export async function deactivate(): Promise<void> {
  if (running?.client.needsStop()) await running.client.stop();
}
