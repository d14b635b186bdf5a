/** Asks where a passage comes from: the places where it was found, the source documents, any file, an address. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { directiveFor, formatTarget, relativePath } from '../../../server/src/annotations/targets.ts';
import type { CompareParams, Comparison } from '../../../server/src/lsp/attestProtocol.ts';
import { COMPARE_REQUEST } from '../../../server/src/lsp/attestProtocol.ts';
import { fileShownBy } from '../../../server/src/lsp/sourceUris.ts';
import type { ArticleFacts } from '../facts/articleFacts.ts';
import type { Passage } from './passage.ts';

interface Choice extends vscode.QuickPickItem {
  /** The TARGET, or how it is asked for. */
  readonly target?: () => Promise<string | undefined> | string;
}

/** @returns a TARGET; undefined when the writer thinks better of it */
export async function chooseSource(
  client: BaseLanguageClient,
  facts: ArticleFacts,
  passage: Passage,
): Promise<string | undefined> {
  const from = client.code2ProtocolConverter.asUri(passage.document.uri);
  const places = await foundIn(client, passage);
  const seen = new Set(places.map(({ there }) => there.uri));
  const documents = (facts.known?.sources ?? []).filter(
    ({ uri, kind }) => kind === 'article' && !seen.has(uri),
  );
  const items: Choice[] = [
    ...section(
      vscode.l10n.t('This passage was found in'),
      places.map(({ there, comparison }) => ({
        label: `$(quote) ${nameOf(client, there.uri)}`,
        description: comparison,
        detail: there.text.replace(/\s+/g, ' '),
        target: () => targetOf(from, there.uri, there.text),
      })),
    ),
    ...section(
      vscode.l10n.t('Source documents'),
      documents.map(({ uri, title }) => ({
        label: `$(file) ${nameOf(client, uri)}`,
        ...(title === null ? {} : { description: title }),
        target: () => targetOf(from, uri),
      })),
    ),
    ...section(vscode.l10n.t('Elsewhere'), [
      {
        label: `$(folder-opened) ${vscode.l10n.t('Choose a File…')}`,
        target: () => chooseFile(client, passage.document),
      },
      { label: `$(globe) ${vscode.l10n.t('Enter an Address…')}`, target: enterAddress },
    ]),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Where does this come from?'),
    placeHolder: passage.document.getText(passage.range).replace(/\s+/g, ' ').slice(0, 120),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.target?.();
}

async function foundIn(client: BaseLanguageClient, { document, range }: Passage): Promise<Comparison[]> {
  const params: CompareParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(range),
  };
  return client.sendRequest<Comparison[]>(COMPARE_REQUEST, params);
}

function section(label: string, items: readonly Choice[]): Choice[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** The file, also of a text that was made from one, to which a link leads: `sources/hearing.vtt`. */
function nameOf(client: BaseLanguageClient, uri: string): string {
  return vscode.workspace.asRelativePath(client.protocol2CodeConverter.asUri(fileShownBy(uri)));
}

/** The document as the article names it, with the passage's words when they are known. */
function targetOf(from: string, uri: string, words?: string): string {
  const file = fileShownBy(uri);
  const passage = words?.trim().replace(/^[“”„«»"‘]+|[“”«»"’,]+$/g, '');
  return formatTarget({
    kind: 'path',
    address: relativePath(from, file) ?? file,
    heading: '',
    directives: passage ? [directiveFor(passage, { start: 0, end: passage.length })] : [],
  });
}

async function chooseFile(
  client: BaseLanguageClient,
  article: vscode.TextDocument,
): Promise<string | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(article.uri)?.uri;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('The source'),
      ...(folder ? { defaultUri: folder } : {}),
    })) ?? [];
  const converter = client.code2ProtocolConverter;
  return file && targetOf(converter.asUri(article.uri), converter.asUri(file));
}

async function enterAddress(): Promise<string | undefined> {
  const address = await vscode.window.showInputBox({
    title: vscode.l10n.t('The address of the source'),
    placeHolder: 'https://…',
    validateInput: (value) =>
      /^https?:\/\/[^\s[\]]+$/.test(value.trim())
        ? undefined
        : vscode.l10n.t('An address begins with https:// and has no blanks or square brackets.'),
  });
  return address?.trim();
}
