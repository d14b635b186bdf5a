/** Records what a person found out about a passage: as a mark in the text or in the annotation file beside it. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { Annotation } from '../../../server/src/annotations/annotation.ts';
import { ANNOTATE_COMMAND } from '../../../server/src/lsp/commands.ts';
import type { Passage } from './passage.ts';

export type Record = Partial<Pick<Annotation, 'verdict' | 'source' | 'speaker' | 'note'>>;

/** Where a link or verdict goes: `attest.annotations.place`. */
export function inText({ document }: Passage): boolean {
  const place = vscode.workspace.getConfiguration('attest', document).get<string>('annotations.place');
  return place === 'marks' || (place === 'auto' && document.languageId === 'markdown');
}

/** Writes a mark after the sentence of the passage; one undo takes it away. */
export async function writeMark(passage: Passage, mark: string): Promise<void> {
  const { editor, document } = passage;
  const at = document.positionAt(endOfSentence(document.getText(), document.offsetAt(passage.range.end)));
  await editor.edit((edit) => {
    edit.insert(at, ` ${mark}`);
  });
}

export async function annotate(client: BaseLanguageClient, passage: Passage, record: Record): Promise<void> {
  const { document, range } = passage;
  if (document.isUntitled) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Save the article first: this is kept in a file beside it.'),
    );
    return;
  }
  await client.sendRequest(ExecuteCommandRequest.type, {
    command: ANNOTATE_COMMAND,
    arguments: [
      {
        textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
        range: client.code2ProtocolConverter.asRange(range),
        words: document.getText(range),
        record,
      },
    ],
  });
}

/** After the stop and the closing marks that follow a passage directly; else right behind the passage. */
export function endOfSentence(text: string, end: number): number {
  const rest = /^[^\S\r\n]{0,2}[.,!?…]*[”"’'»)]*/.exec(text.slice(end, end + 8))?.[0] ?? '';
  return end + rest.trimEnd().length;
}
