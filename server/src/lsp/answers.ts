/** Answers to requests: decode, ask one feature, encode. */
import type {
  Definition,
  DefinitionLink,
  DocumentDiagnosticReport,
  Hover,
  TextDocumentPositionParams,
} from 'vscode-languageserver-protocol';
import { MarkupKind } from 'vscode-languageserver-protocol';
import type { FeatureContext } from '../features/context.ts';
import { definitionAt } from '../features/definition.ts';
import { hoverAt } from '../features/hover.ts';
import { toMarkdown, toPlainText } from '../features/richText.ts';
import type { Session } from './session.ts';

type Answer<T> = T | null;

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export function hover(session: Session, params: TextDocumentPositionParams): Answer<Hover> {
  return atPosition(session, params, (context, offset) => {
    const found = hoverAt(context, offset);
    if (!found) return null;
    const { texts, client } = session;
    const contents = client.markdownHover
      ? { kind: MarkupKind.Markdown, value: toMarkdown(found.lines, (place) => session.addressOf(place)) }
      : { kind: MarkupKind.PlainText, value: toPlainText(found.lines) };
    return { contents, range: texts.range(context.id, found.span) };
  });
}

export function definition(
  session: Session,
  params: TextDocumentPositionParams,
): Answer<Definition | DefinitionLink[]> {
  return atPosition(session, params, (context, offset) => {
    const found = definitionAt(context, offset);
    if (!found) return null;
    const { texts, client } = session;
    if (!client.locationLinks) return found.targets.map((place) => texts.location(place));
    const originSelectionRange = texts.range(context.id, found.origin);
    return found.targets.map(({ id, span }): DefinitionLink => {
      const range = texts.range(id, span);
      return {
        originSelectionRange,
        targetUri: texts.uri(id),
        targetRange: range,
        targetSelectionRange: range,
      };
    });
  });
}

/** Pulled diagnostics; the result is known by the document's version and its warnings. */
export function documentDiagnostics(
  session: Session,
  params: DocumentParams & { readonly previousResultId?: string },
): DocumentDiagnosticReport {
  const report = session.diagnosticsOf(uriOf(params));
  if (report.resultId === params.previousResultId) return { kind: 'unchanged', resultId: report.resultId };
  return { kind: 'full', resultId: report.resultId, items: report.items };
}

function atPosition<T>(
  session: Session,
  params: TextDocumentPositionParams,
  ask: (context: FeatureContext, offset: number) => Answer<T>,
): Answer<T> {
  return inDocument(session, params, (context) =>
    ask(context, session.texts.offset(context.id, params.position)),
  );
}

function inDocument<T>(
  session: Session,
  params: DocumentParams,
  ask: (context: FeatureContext) => Answer<T>,
): Answer<T> {
  const context = session.contextOf(uriOf(params));
  return context ? ask(context) : null;
}

function uriOf({ textDocument }: Partial<DocumentParams>): string {
  const uri: unknown = textDocument?.uri;
  return typeof uri === 'string' ? uri : '';
}
