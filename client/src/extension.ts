/**
 * What VS Code loads: next to nothing. The client, with the library that speaks to the server, is a file of its own,
 * loaded when it is needed and the editor has shown what was opened.
 */
import type * as vscode from 'vscode';
import type { Attest } from './waking.ts';
import { wakeWhenNeeded } from './waking.ts';

let attest: Attest | undefined;

export function activate(context: vscode.ExtensionContext): Attest {
  attest = wakeWhenNeeded(context, async () => {
    // Whatever else waits for this process goes first: loading keeps it busy for a moment.
    await new Promise((resolve) => setImmediate(resolve));
    const { startOnDesktop } = await import('./desktop.ts');
    return () => startOnDesktop(context);
  });
  return attest;
}

/** VS Code waits for this: the server ends with the window. */
export async function deactivate(): Promise<void> {
  const client = attest?.running?.client;
  if (client?.needsStop()) await client.stop();
}
