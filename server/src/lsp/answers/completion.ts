/** Completion: in articles what the feature finds, in the project file the table of settings. */
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { completeProjectFile } from '../../config/completion.ts';
import type { Completion } from '../../features/completion.ts';
import { completionsAt } from '../../features/completion.ts';
import type { Span } from '../../text/span.ts';
import type { Session } from '../session.ts';
import { sideFileKind } from '../sideFiles.ts';
import type { Answer, PositionParams } from './asking.ts';
import { atPosition, uriOf } from './asking.ts';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  speaker: CompletionItemKind.Class,
  file: CompletionItemKind.File,
  id: CompletionItemKind.Reference,
};

export function completion(session: Session, params: PositionParams): Answer<CompletionItem[]> {
  const document = session.document(uriOf(params));
  if (document && sideFileKind(document.id) === 'project-file') {
    const offset = session.texts.offset(document.id, params.position);
    return completeProjectFile(document.lines.text, offset).map(
      ({ label, insertText, span, detail, kind }) => ({
        label,
        detail,
        kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
        textEdit: edit(session, document.id, span, insertText),
      }),
    );
  }
  return atPosition(session, params, (context, offset) =>
    completionsAt(context, offset).map(({ label, newText, span, detail, kind }, i) => ({
      label,
      detail,
      kind: KINDS[kind],
      // Clients sort by name unless told the order.
      sortText: String(i).padStart(4, '0'),
      filterText: newText,
      textEdit: edit(session, context.id, span, newText),
    })),
  );
}

function edit(
  session: Session,
  id: string,
  span: Span,
  newText: string,
): CompletionItem['textEdit'] & object {
  return { range: session.texts.range(id, span), newText };
}
