/**
 * `Attest: Copy Report for a Bug`: what somebody who mends a bug needs to know first. Drafts are confidential: it holds
 * versions, settings, figures and times, and no text, name or path of anybody's files.
 */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import type { DocumentParams, DocumentStatus, FactsOfArticle } from '../../server/src/lsp/attestProtocol.ts';
import { FACTS_REQUEST, STATUS_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { activeArticle } from './selector.ts';

export function registerTroubleReport(client: BaseLanguageClient, version: string): vscode.Disposable {
  return vscode.commands.registerCommand('attest.copyReport', async () => {
    const report = await troubleReport(client, version);
    await vscode.env.clipboard.writeText(report);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('The report is in the clipboard. It holds no text.'),
      5000,
    );
  });
}

/** In English, which those who read it share. */
export async function troubleReport(client: BaseLanguageClient, version: string): Promise<string> {
  const article = activeArticle();
  const lines = [
    `Attest ${version}`,
    `VS Code ${vscode.version}, ${vscode.env.appHost}, ${vscode.env.remoteName ?? 'local'}, ${vscode.env.language}`,
    `server: ${State[client.state].toLowerCase()}`,
    `folders: ${vscode.workspace.workspaceFolders?.length ?? 0}`,
    `settings: ${JSON.stringify(changedSettings())}`,
    ...(article ? await aboutArticle(client, article) : ['no article in the active editor']),
  ];
  return `${lines.join('\n')}\n`;
}

/** Settings that differ from their defaults; of those that hold words or globs only how many there are. */
function changedSettings(): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('attest');
  const changed: Record<string, unknown> = {};
  for (const key of settingKeys()) {
    const known = settings.inspect(key);
    const value = settings.get<unknown>(key);
    if (JSON.stringify(value) === JSON.stringify(known?.defaultValue)) continue;
    if (Array.isArray(value)) changed[key] = value.length;
    else changed[key] = key === 'style.attributionVerb' ? 'changed' : value;
  }
  return changed;
}

function settingKeys(): string[] {
  const { contributes } = vscode.extensions.getExtension('attest.attest')!.packageJSON as {
    contributes: { configuration: readonly { properties: object }[] };
  };
  return contributes.configuration.flatMap(({ properties }) =>
    Object.keys(properties).map((key) => key.replace(/^attest\./, '')),
  );
}

async function aboutArticle(client: BaseLanguageClient, article: vscode.TextDocument): Promise<string[]> {
  const size = article.getText().length;
  const lines = [
    `article: ${article.languageId}, ${article.uri.scheme}, ${size} code units, ${article.lineCount} lines`,
  ];
  if (client.state !== State.Running) return lines;
  const params: DocumentParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(article),
  };
  const timed = async <T>(method: string): Promise<[T | null, number]> => {
    const start = performance.now();
    return [await client.sendRequest<T | null>(method, params), Math.round(performance.now() - start)];
  };
  const [status, statusMs] = await timed<DocumentStatus>(STATUS_REQUEST);
  const [facts, factsMs] = await timed<FactsOfArticle>(FACTS_REQUEST);
  if (status) {
    lines.push(
      `checked: ${status.checked ? 'yes' : 'no'}, ${status.warnings} warnings, answered in ${statusMs} ms`,
    );
  }
  if (facts) {
    const { totals, sources, lost } = facts;
    lines.push(
      `facts: ${JSON.stringify(totals)}, sources ${sources.length}, lost annotations ${lost.length}, answered in ${factsMs} ms`,
    );
  }
  return lines;
}
