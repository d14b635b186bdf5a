/**
 * Completion: in articles the words of the sources, speakers and targets, in the project file the table of settings; and
 * ghost text.
 */
import type { Command, CompletionItem, CompletionList, InlineCompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { completeProjectFile } from '../../config/completion.ts';
import type { Completion } from '../../features/completion.ts';
import { completionsAt } from '../../features/completion.ts';
import type { FeatureContext } from '../../features/context.ts';
import type { QuotationCompletion } from '../../features/quotationCompletion.ts';
import { pastedQuotation } from '../../features/quotationPaste.ts';
import { quotationsAt, restOfQuotation } from '../../features/quotationCompletion.ts';
import type { Span } from '../../text/span.ts';
import type { QuotedPassage, QuoteParams } from '../attestProtocol.ts';
import { ANNOTATE_COMMAND } from '../commands.ts';
import { articleIdOf } from '../originals.ts';
import type { Session } from '../session.ts';
import { sideFileKind } from '../sideFiles.ts';
import type { Answer, PositionParams } from './asking.ts';
import { atPosition, inRange, uriOf } from './asking.ts';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  speaker: CompletionItemKind.Class,
  file: CompletionItemKind.File,
  id: CompletionItemKind.Reference,
  heading: CompletionItemKind.Reference,
  mark: CompletionItemKind.Keyword,
};

export function completion(
  session: Session,
  params: PositionParams,
): Answer<CompletionItem[] | CompletionList> {
  const document = session.document(uriOf(params));
  if (document && sideFileKind(document.id) === 'project-file') {
    const offset = session.texts.offset(document.id, params.position);
    return completeProjectFile(document.lines.text, offset, session.say).map(
      ({ label, insertText, span, detail, kind }) => ({
        label,
        detail,
        kind: kind === 'key' ? CompletionItemKind.Property : CompletionItemKind.Value,
        textEdit: edit(session, document.id, span, insertText),
      }),
    );
  }
  return atPosition(session, params, (context, offset) => {
    const quotations = quotationsAt(context, offset);
    if (quotations.length > 0) {
      // Every further word may lead somewhere else.
      return {
        isIncomplete: true,
        items: quotations.map((found, i) => quotationItem(session, context, found, i)),
      };
    }
    return completionsAt(context, offset).map(({ label, newText, span, detail, kind }, i) => ({
      label,
      detail,
      kind: KINDS[kind],
      sortText: inOrder(i),
      filterText: newText,
      textEdit: edit(session, context.id, span, newText),
    }));
  });
}

/** The rest of the quotation being typed, to be shown behind the caret. */
export function inlineCompletion(session: Session, params: PositionParams): Answer<InlineCompletionItem[]> {
  return atPosition(session, params, (context, offset) => {
    const found = restOfQuotation(context, offset);
    if (!found) return [];
    const command = recordingCommand(session, context, found);
    return [
      {
        insertText: found.rest,
        range: session.texts.range(context.id, found.at),
        ...(command && { command }),
      },
    ];
  });
}

/** Attest's own: copied words as a quotation. */
export function quote(session: Session, params: QuoteParams): Answer<QuotedPassage> {
  const { text, from } = params as Partial<QuoteParams>;
  if (typeof text !== 'string') return null;
  return inRange(session, params, (context, span) => {
    const source = typeof from === 'string' ? articleIdOf(from) : null;
    const found = context.settings.pasteQuotations ? pastedQuotation(context, span, text, source) : null;
    if (!found) return null;
    const { newText, detail, recording } = found;
    return {
      newText,
      detail,
      recording: recording && {
        words: newText.slice(0, recording.span.end - recording.span.start),
        record: recording.record,
      },
    };
  });
}

const MAX_LABEL = 60;

function quotationItem(
  session: Session,
  context: FeatureContext,
  found: QuotationCompletion,
  i: number,
): CompletionItem {
  const { words, newText, span, typed, detail } = found;
  const command = recordingCommand(session, context, found);
  return {
    label: words.length > MAX_LABEL ? `${words.slice(0, MAX_LABEL).trimEnd()}…` : words,
    detail,
    documentation: words,
    kind: CompletionItemKind.Text,
    sortText: inOrder(i),
    // What is typed may differ from the source in a letter's case or an apostrophe; it is meant all the same.
    filterText: typed + words,
    textEdit: edit(session, context.id, span, newText),
    ...(command && { command }),
  };
}

/** Records where the words come from, once they stand in the text. */
function recordingCommand(
  session: Session,
  { id, text }: FeatureContext,
  { recording, newText, span: replaced }: QuotationCompletion,
): Command | undefined {
  if (!recording) return undefined;
  const { span, record } = recording;
  const start = session.texts.position(id, span.start);
  const words = text.slice(span.start, replaced.start) + newText.slice(0, span.end - replaced.start);
  const end = { line: start.line, character: start.character + session.texts.units(words) };
  const passage = { textDocument: { uri: session.texts.uri(id) }, range: { start, end }, words, record };
  return { title: session.say('Record the source'), command: ANNOTATE_COMMAND, arguments: [passage] };
}

/** Clients sort by name unless told the order. */
function inOrder(i: number): string {
  return String(i).padStart(4, '0');
}

function edit(
  session: Session,
  id: string,
  span: Span,
  newText: string,
): CompletionItem['textEdit'] & object {
  return { range: session.texts.range(id, span), newText };
}
