/**
 * The client, for the desktop and the browser alike: starts the server and adds what only VS Code has. Everything a
 * language server can do is the server's.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ExecuteCommandRequest, RevealOutputChannelOn } from 'vscode-languageclient';
import type { AnnotateArguments } from '../../server/src/lsp/attestProtocol.ts';
import { DATA_FOLDER_OPTION } from '../../server/src/lsp/attestProtocol.ts';
import { ANNOTATE_COMMAND, CHECK_COMMAND } from '../../server/src/lsp/commands.ts';
import { registerComparison } from './comparison.ts';
import { CrashHandler } from './crashes.ts';
import { ArticleFacts } from './facts/articleFacts.ts';
import { registerDecorations } from './facts/decorations.ts';
import { registerFactsView } from './facts/factsView.ts';
import { registerNavigation } from './facts/navigation.ts';
import { registerSourcesView } from './facts/sourcesView.ts';
import { offerFiles } from './files.ts';
import { registerHandingOver } from './handingOver.ts';
import { IndexingStatus } from './indexingStatus.ts';
import { registerPaste } from './paste.ts';
import { registerPassageCommands } from './passage/commands.ts';
import { RecordedPassages } from './passage/recordedPassages.ts';
import { registerSample } from './sample.ts';
import { ownCommands } from './ownCommands.ts';
import { activeArticle, ARTICLE_SELECTOR, SIDE_FILE_SELECTOR } from './selector.ts';
import { registerStatusItem } from './statusItem.ts';
import { registerTargetSuggestions } from './suggestTargets.ts';
import { registerTroubleReport } from './troubleReport.ts';

/** What other extensions and the tests may use. */
export interface AttestExtension {
  readonly client: BaseLanguageClient;
  /** Over when the server answers, or when it could not be started and the log says why. */
  readonly started: Promise<void>;
  /** The facts of the article in the active editor. */
  readonly facts: ArticleFacts;
}

/**
 * @param createClient the transport: a process on the desktop, a worker in the browser
 * @returns at once; the server starts in the background, so that opening a file never waits for it
 */
export function startAttest(
  context: vscode.ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
): AttestExtension {
  const log = vscode.window.createOutputChannel('Attest', { log: true });
  const indexing = new IndexingStatus();
  const client = createClient({
    documentSelector: [...ARTICLE_SELECTOR, ...SIDE_FILE_SELECTOR],
    diagnosticCollectionName: 'attest',
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: new CrashHandler(),
    // The server speaks the language of the editor; there is no bundle where that is English.
    initializationOptions: {
      storagePath: storagePathOf(context),
      l10n: vscode.l10n.bundle,
      [DATA_FOLDER_OPTION]: vscode.Uri.joinPath(context.extensionUri, 'dist').toString(true),
    },
    markdown: { supportHtml: false },
    middleware: {
      handleWorkDoneProgress(token, progress, next) {
        indexing.report(token, progress);
        next(token, progress);
      },
      async executeCommand(command, args: unknown[], next) {
        const answer: unknown = await next(command, args);
        if (command === ANNOTATE_COMMAND && typeof answer === 'string') {
          recorded.remember(args[0] as AnnotateArguments, answer);
        }
        return answer;
      },
    },
  });

  const facts = new ArticleFacts(client);
  const recorded = new RecordedPassages(client);
  client.registerFeature(ownCommands);
  offerFiles(client);

  const start = async () => {
    try {
      await client.start();
    } catch (error) {
      log.error(`The server did not start: ${String(error)}`);
    }
  };
  context.subscriptions.push(
    log,
    indexing,
    registerStatusItem(client),
    registerComparison(client),
    facts,
    registerFactsView(facts, context.workspaceState),
    registerSourcesView(facts, client),
    registerDecorations(facts),
    registerNavigation(facts),
    recorded,
    registerPassageCommands(client, facts, recorded),
    registerHandingOver(client),
    registerPaste(client, recorded),
    registerTargetSuggestions(),
    registerSample(context.extensionUri),
    registerTroubleReport(client, (context.extension.packageJSON as { version: string }).version),
    vscode.commands.registerCommand('attest.checkNow', () => checkNow(client)),
    vscode.commands.registerCommand('attest.showLog', () => {
      log.show();
    }),
    vscode.commands.registerCommand('attest.restartServer', async () => {
      if (client.needsStop()) await client.stop();
      await start();
    }),
    { dispose: () => void client.dispose() },
  );
  return { client, started: start(), facts };
}

async function checkNow(client: BaseLanguageClient): Promise<void> {
  const document = activeArticle();
  if (!document || !client.isRunning()) return;
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  await client.sendRequest(ExecuteCommandRequest.type, {
    command: CHECK_COMMAND,
    arguments: [{ textDocument }],
  });
}

/** Where the server may keep the index of this workspace; nowhere in the browser. */
function storagePathOf({ storageUri }: vscode.ExtensionContext): string | undefined {
  return storageUri?.scheme === 'file' ? storageUri.fsPath : undefined;
}
