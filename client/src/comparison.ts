/** A passage beside its counterpart in another article, in VS Code's own diff editor. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ComparedPassage, CompareParams, Comparison } from '../../server/src/lsp/attestProtocol.ts';
import { COMPARE_REQUEST } from '../../server/src/lsp/attestProtocol.ts';
import { COMPARE_COMMAND } from '../../server/src/lsp/commands.ts';
import { activeArticle } from './selector.ts';

/** The scheme of the two sides: read-only text that exists only while it is compared. */
export const COMPARISON_SCHEME = 'attest-comparison';

export function registerComparison(client: BaseLanguageClient): vscode.Disposable {
  const sides = new Sides();
  return vscode.Disposable.from(
    sides,
    vscode.workspace.registerTextDocumentContentProvider(COMPARISON_SCHEME, sides),
    vscode.commands.registerCommand(COMPARE_COMMAND, (asked?: CompareParams) =>
      // A code lens names its passage; a menu gives the document's address, and means the cursor.
      compare(client, sides, asked?.textDocument ? asked : atCursor(client)),
    ),
  );
}

function atCursor(client: BaseLanguageClient): CompareParams | undefined {
  const editor = vscode.window.activeTextEditor;
  const document = activeArticle();
  if (!editor || !document) return undefined;
  return {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: client.code2ProtocolConverter.asRange(editor.selection),
  };
}

async function compare(
  client: BaseLanguageClient,
  sides: Sides,
  params: CompareParams | undefined,
): Promise<void> {
  if (!params) return;
  const found = await client.sendRequest<Comparison[]>(COMPARE_REQUEST, params);
  if (found.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('No other article of the workspace has this passage. Place the cursor in a quotation.'),
    );
    return;
  }
  // The server puts the best first; only between equals the writer is asked.
  const equals = found.filter(({ verdict }) => verdict === found[0]!.verdict);
  const comparison = equals.length === 1 ? equals[0] : await pick(client, equals);
  if (!comparison) return;
  const [left, right] = [sides.add(comparison.there), sides.add(comparison.here)];
  await vscode.commands.executeCommand(
    'vscode.diff',
    left,
    right,
    `${basename(left)} ↔ ${basename(right)} (${comparison.comparison})`,
    { preview: true } satisfies vscode.TextDocumentShowOptions,
  );
}

async function pick(
  client: BaseLanguageClient,
  comparisons: readonly Comparison[],
): Promise<Comparison | undefined> {
  const items = comparisons.map((comparison) => ({
    label: vscode.workspace.asRelativePath(client.protocol2CodeConverter.asUri(comparison.there.uri)),
    description: comparison.comparison,
    detail: comparison.there.text,
    comparison,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Compare with which source?'),
    matchOnDetail: true,
  });
  return chosen?.comparison;
}

/** Texts of compared passages by URI; forgotten when their editor closes. */
class Sides implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => {
    this.#texts.delete(uri.toString());
  });

  /** The line in the fragment keeps two passages of one article apart. */
  add({ uri, range, text }: ComparedPassage): vscode.Uri {
    const side = vscode.Uri.from({
      scheme: COMPARISON_SCHEME,
      path: vscode.Uri.parse(uri).path,
      query: `${range.start.line + 1}:${range.start.character + 1}`,
    });
    this.#texts.set(side.toString(), `${words(text)}\n`);
    return side;
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  dispose(): void {
    this.#closing.dispose();
    this.#texts.clear();
  }
}

function basename(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Without the marks around a quotation: one side may stand in them and the other not. */
function words(passage: string): string {
  return passage.replace(/^[“”„«»"]+|[“”«»"]+$/g, '');
}
