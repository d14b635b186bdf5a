/** Records what a person found out about a passage: as a mark in the text or in the annotation file beside it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  AnnotateArguments,
  Recordable,
  RecordParams,
  Settled,
} from '../../../server/src/lsp/attestProtocol.ts';
import { RECORD_REQUEST } from '../../../server/src/lsp/attestProtocol.ts';
import type { Passage } from './passage.ts';
import type { RecordedPassages } from './recordedPassages.ts';

/** The server knows where it belongs; `attest.annotations.place` decides. One undo takes a mark away. */
export async function record(
  client: BaseLanguageClient,
  recorded: RecordedPassages,
  { document, range }: Pick<Passage, 'document' | 'range'>,
  about: Recordable,
): Promise<void> {
  const passage: Pick<AnnotateArguments, 'textDocument' | 'range' | 'words'> = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(range),
    words: document.getText(range),
  };
  const params: RecordParams = { ...passage, record: about };
  const settled = await client.sendRequest<Settled | null>(RECORD_REQUEST, params);
  if (settled?.edit) await applyEdit(client, settled.edit);
  else if (settled?.annotation) recorded.remember({ ...passage, record: about }, settled.annotation);
}

export async function applyEdit(
  client: BaseLanguageClient,
  edit: NonNullable<Settled['edit']>,
): Promise<vscode.WorkspaceEdit> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  await vscode.workspace.applyEdit(converted);
  return converted;
}
