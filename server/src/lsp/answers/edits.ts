/** Edits of articles, and of files beside them, as the client is to make them. */
import type { AnnotatedTextEdit, TextDocumentEdit, TextEdit as ProtocolEdit } from 'vscode-languageserver';
import type { TextEdit } from '../../text/edits.ts';
import type { Session } from '../session.ts';

export function encodeEdits(session: Session, id: string, edits: readonly TextEdit[]): ProtocolEdit[] {
  return edits.map(({ span, newText }) => ({ range: session.texts.range(id, span), newText }));
}

/** For the text as the client has it open, where it does. */
export function changeOf(
  session: Session,
  id: string,
  edits: (ProtocolEdit | AnnotatedTextEdit)[],
): TextDocumentEdit {
  const version = session.document(id)?.version ?? null;
  return { textDocument: { uri: session.texts.uri(id), version }, edits };
}
