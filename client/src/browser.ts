/** In a browser the server is a worker. What VS Code loads there is one file, with the whole client in it. */
import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { startAttest } from './client.ts';
import type { Attest } from './waking.ts';
import { wakeWhenNeeded } from './waking.ts';

declare const Worker: new (script: string) => Worker;

let attest: Attest | undefined;

export function activate(context: vscode.ExtensionContext): Attest {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'browser', 'server.js');
  // VS Code gives extensions a constructor of its own, whose workers the library does not know for such.
  const startWorker = (): Promise<MessageTransports> => {
    const worker = new Worker(script.toString(true));
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  attest = wakeWhenNeeded(context, () =>
    Promise.resolve(() =>
      startAttest(context, (options) => new LanguageClient('attest', 'Attest', startWorker, options)),
    ),
  );
  return attest;
}

/** VS Code waits for this: the server ends with the window. */
export async function deactivate(): Promise<void> {
  const client = attest?.running?.client;
  if (client?.needsStop()) await client.stop();
}
