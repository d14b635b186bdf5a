/** Answers about one place in an article: decode, ask one feature, encode. */
import type {
  Definition,
  DefinitionLink,
  DocumentHighlight,
  Hover,
  Location,
  Range,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { DocumentHighlightKind, ErrorCodes, MarkupKind, ResponseError } from 'vscode-languageserver';
import { explainProjectFile } from '../../config/explanation.ts';
import { definitionAt } from '../../features/definition.ts';
import type { FeatureContext } from '../../features/context.ts';
import { highlightsAt } from '../../features/documentHighlight.ts';
import { hoverAt } from '../../features/hover.ts';
import { footnoteIdAt, renameFootnote } from '../../features/markAt.ts';
import { referencesAt } from '../../features/references.ts';
import { isNameOfAnother, renamableAt, renameAt, renameInNeighbours } from '../../features/rename.ts';
import { toMarkdown, toPlainText } from '../../features/richText.ts';
import { selectionSpans } from '../../features/selectionRanges.ts';
import { VERDICTS } from '../../features/wording.ts';
import { traceAt } from '../../features/tracing.ts';
import type { CompareParams, ComparedPassage, Comparison } from '../attestProtocol.ts';
import type { OpenDocument } from '../documents.ts';
import type { Session } from '../session.ts';
import { sideFileKind } from '../sideFiles.ts';
import type { Span } from '../../text/span.ts';
import { textOf } from '../../text/span.ts';
import type { Answer, DocumentParams, PositionParams } from './asking.ts';
import { atPosition, inDocument, inRange, uriOf } from './asking.ts';
import { changeOf, encodeEdits } from './edits.ts';

export function hover(session: Session, params: PositionParams): Answer<Hover> {
  const document = session.document(uriOf(params));
  if (document && sideFileKind(document.id) === 'project-file')
    return settingHover(session, document, params);
  return atPosition(session, params, (context, offset) => {
    const found = hoverAt(context, offset, !session.client.hoverShowsDiagnostics);
    if (!found) return null;
    if (found.unread) session.prepare(found.unread);
    const contents = session.client.markdownHover
      ? { kind: MarkupKind.Markdown, value: toMarkdown(found.lines, (place) => session.texts.address(place)) }
      : { kind: MarkupKind.PlainText, value: toPlainText(found.lines) };
    return { contents, range: session.texts.range(context.id, found.span) };
  });
}

/** In the project file: what a setting means. */
function settingHover(
  session: Session,
  { id, lines }: OpenDocument,
  { position }: PositionParams,
): Answer<Hover> {
  const found = explainProjectFile(lines.text, session.texts.offset(id, position), session.say);
  if (!found) return null;
  const isMarkdown = session.client.markdownHover;
  return {
    contents: {
      kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText,
      value: isMarkdown ? found.text : found.text.replaceAll('`', ''),
    },
    range: session.texts.range(id, found.span),
  };
}

/** Who asks before the sources have been read is not told that there are none. */
export function definition(
  session: Session,
  params: PositionParams,
): Answer<DefinitionTargets> | Promise<Answer<DefinitionTargets>> {
  const found = definitionNow(session, params);
  const searched = found === null ? session.whenSearched() : undefined;
  return searched ? searched.then(() => definitionNow(session, params)) : found;
}

type DefinitionTargets = Definition | DefinitionLink[];

function definitionNow(session: Session, params: PositionParams): Answer<DefinitionTargets> {
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

/** A list that lacked what has not been read yet would look whole. */
export function references(
  session: Session,
  params: ReferencesParams,
): Answer<Location[]> | Promise<Answer<Location[]>> {
  const searched = session.whenSearched();
  return searched ? searched.then(() => referencesNow(session, params)) : referencesNow(session, params);
}

type ReferencesParams = PositionParams & { readonly context: { readonly includeDeclaration: boolean } };

function referencesNow(session: Session, params: ReferencesParams): Answer<Location[]> {
  const includeSelf =
    (params.context as { includeDeclaration?: unknown } | undefined)?.includeDeclaration === true;
  return atPosition(session, params, (context, offset) =>
    referencesAt(context, offset, includeSelf).map((place) => session.texts.location(place)),
  );
}

export function documentHighlight(session: Session, params: PositionParams): Answer<DocumentHighlight[]> {
  return atPosition(session, params, (context, offset) =>
    highlightsAt(context, offset).map(({ span, kind }) => ({
      range: session.texts.range(context.id, span),
      kind: kind === 'name' ? DocumentHighlightKind.Read : DocumentHighlightKind.Text,
    })),
  );
}

export function selectionRanges(
  session: Session,
  params: DocumentParams & { readonly positions: readonly PositionParams['position'][] },
): Answer<SelectionRange[]> {
  const positions: unknown = params.positions;
  if (!Array.isArray(positions)) return null;
  return inDocument(session, params, ({ id, article }) =>
    positions.map((position: PositionParams['position']): SelectionRange => {
      const spans = selectionSpans(article, session.texts.offset(id, position));
      const ranges = spans.map((span) => session.texts.range(id, span)).reverse();
      return ranges.reduce<SelectionRange | undefined>(
        (parent, range) => (parent ? { range, parent } : { range }),
        undefined,
      )!;
    }),
  );
}

export function prepareRename(
  session: Session,
  params: PositionParams,
): Answer<{ range: Range; placeholder: string }> {
  return atPosition(session, params, (context, offset) => {
    const { id, article, text } = context;
    const footnote = footnoteIdAt(context, offset);
    if (footnote) return { range: session.texts.range(id, footnote), placeholder: textOf(text, footnote) };
    const found = renamableAt(article, offset);
    return found && { range: session.texts.range(id, found.span), placeholder: found.name };
  });
}

export function rename(
  session: Session,
  params: PositionParams & { readonly newName: string },
): Answer<WorkspaceEdit> {
  return atPosition(session, params, (context, offset) => {
    const { id, article } = context;
    if (footnoteIdAt(context, offset)) return renamedFootnote(session, context, offset, params.newName);
    const edits = renameAt(article, offset, params.newName);
    if (!edits) {
      throw new ResponseError(
        ErrorCodes.InvalidParams,
        session.say('A speaker can be renamed at a name, to another name.'),
      );
    }
    const own = encodeEdits(session, id, edits);
    // An editor that can ask first is also given the same name in other articles.
    const neighbours = session.client.asksBeforeEdits
      ? renameInNeighbours(context, offset, params.newName)
      : [];
    const isMerge = session.client.asksBeforeEdits && isNameOfAnother(article, offset, params.newName);
    if (neighbours.length === 0 && !isMerge) return { changes: { [session.texts.uri(id)]: own } };
    return {
      documentChanges: [
        changeOf(session, id, isMerge ? own.map((edit) => ({ ...edit, annotationId: MERGE })) : own),
        ...neighbours.map((neighbour) =>
          changeOf(
            session,
            neighbour.id,
            encodeEdits(session, neighbour.id, neighbour.edits).map((edit) => ({
              ...edit,
              annotationId: NEIGHBOURS,
            })),
          ),
        ),
      ],
      changeAnnotations: {
        ...(isMerge && {
          [MERGE]: {
            label: session.say('Another speaker has this name here'),
            description: session.say('The two will be one for whoever reads it.'),
            needsConfirmation: true,
          },
        }),
        ...(neighbours.length > 0 && {
          [NEIGHBOURS]: {
            label: session.say('The same speaker in other articles'),
            description: session.say('Source documents are left as they are.'),
            needsConfirmation: true,
          },
        }),
      },
    };
  });
}

function renamedFootnote(
  session: Session,
  context: FeatureContext,
  offset: number,
  newName: string,
): WorkspaceEdit {
  const edits = renameFootnote(context, offset, newName);
  if (!edits) {
    const message = session.say('A footnote’s name has no blanks or brackets, and no other footnote has it.');
    throw new ResponseError(ErrorCodes.InvalidParams, message);
  }
  return { changes: { [session.texts.uri(context.id)]: encodeEdits(session, context.id, edits) } };
}

/** What the edits in other articles are known by. */
const NEIGHBOURS = 'neighbours';
/** What edits are known by that give a speaker the name of another one. */
const MERGE = 'merge';

/** Attest's own: a passage side by side with its counterparts. */
export function compare(session: Session, params: CompareParams): Comparison[] {
  return (
    inRange(session, params, (context, { start, end }) => {
      const trace = traceAt(context, (start + end) >> 1);
      if (!trace) return [];
      const passage = (id: string, span: Span): ComparedPassage => {
        return {
          uri: session.texts.uri(id),
          range: session.texts.range(id, span),
          text: session.texts.lines(id).text.slice(span.start, span.end),
        };
      };
      return trace.counterparts.map(({ id, span, verdict }) => ({
        verdict,
        comparison: session.say(VERDICTS[verdict]),
        here: passage(context.id, trace.passage),
        there: passage(id, span),
      }));
    }) ?? []
  );
}
