/** Answers about a whole document or the workspace: decode, ask one feature, encode. */
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  DocumentDiagnosticReport,
  DocumentLink,
  DocumentSymbol,
  ExecuteCommandParams,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import {
  CodeActionKind,
  ErrorCodes,
  FoldingRangeKind,
  InlayHintKind,
  ResponseError,
  SymbolKind,
} from 'vscode-languageserver';
import { codeActions } from '../../features/codeActions.ts';
import { codeLensTitle, codeLenses } from '../../features/codeLenses.ts';
import { documentLinks } from '../../features/documentLinks.ts';
import type { Fold } from '../../features/folding.ts';
import { folds } from '../../features/folding.ts';
import { inlayHints as hintsOf } from '../../features/inlayHints.ts';
import type { OutlineItem, OutlineKind } from '../../features/outline.ts';
import { outline } from '../../features/outline.ts';
import { semanticTokens as tokensOf } from '../../features/semanticTokens.ts';
import { tally } from '../../features/tally.ts';
import { wordDecision } from '../../features/statusWording.ts';
import { workspaceSymbols as symbolsOf } from '../../features/workspaceSymbols.ts';
import type { FeatureContext } from '../../features/context.ts';
import type { Recording } from '../../features/dismiss.ts';
import { textOf } from '../../text/span.ts';
import type { TextEdit } from '../../text/edits.ts';
import type { DocumentStatus } from '../attestProtocol.ts';
import {
  ANNOTATE_COMMAND,
  CHECK_COMMAND,
  COMPARE_COMMAND,
  FACTS_COMMAND,
  REMOVE_ANNOTATIONS_COMMAND,
} from '../commands.ts';
import { encodeTokens } from '../semanticTokensData.ts';
import type { Session } from '../session.ts';
import type { Answer, DocumentParams, RangeParams } from './asking.ts';
import { inDocument, inRange, uriOf } from './asking.ts';

/** How long a search through the workspace may keep the writer waiting. */
const SYMBOL_SEARCH_MS = 300;

/** Pulled diagnostics; a result is known by the document's version and what is known around it. */
export async function documentDiagnostics(
  session: Session,
  params: DocumentParams & { readonly previousResultId?: string },
): Promise<DocumentDiagnosticReport> {
  await session.whenStarted;
  const { resultId, items } = session.diagnosticsOf(uriOf(params));
  return resultId !== '' && resultId === params.previousResultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items };
}

const SYMBOL_KINDS: Readonly<Record<OutlineKind, SymbolKind>> = {
  speakers: SymbolKind.Namespace,
  speaker: SymbolKind.Class,
  quotation: SymbolKind.String,
  statement: SymbolKind.Method,
  claims: SymbolKind.Namespace,
  claim: SymbolKind.Number,
};

export function documentSymbols(
  session: Session,
  params: DocumentParams,
): Answer<DocumentSymbol[] | SymbolInformation[]> {
  return inDocument(session, params, ({ id, article }) => {
    const { texts, client } = session;
    const nested = ({ name, detail, kind, span, selection, children }: OutlineItem): DocumentSymbol => ({
      name,
      detail,
      kind: SYMBOL_KINDS[kind],
      range: texts.range(id, span),
      selectionRange: texts.range(id, selection),
      children: children.map(nested),
    });
    const flat = (item: OutlineItem, containerName?: string): SymbolInformation[] => [
      {
        name: item.name,
        kind: SYMBOL_KINDS[item.kind],
        location: texts.location({ id, span: item.selection }),
        ...(containerName !== undefined && { containerName }),
      },
      ...item.children.flatMap((child) => flat(child, item.name)),
    ];
    const items = outline(article);
    return client.hierarchicalSymbols ? items.map(nested) : items.flatMap((item) => flat(item));
  });
}

export function workspaceSymbols(session: Session, params: WorkspaceSymbolParams): SymbolInformation[] {
  const { clock, texts, workspace } = session;
  const query = typeof (params.query as unknown) === 'string' ? params.query : '';
  const end = clock.now() + SYMBOL_SEARCH_MS;
  const found = symbolsOf(workspace, query, session.openIds(), () => clock.now() > end);
  return found.map(({ id, kind, name, span }) => ({
    name,
    kind: SYMBOL_KINDS[kind],
    location: texts.location({ id, span }),
    containerName: session.nameOf(id),
  }));
}

export function semanticTokens(session: Session, params: DocumentParams): Answer<SemanticTokens> {
  return inDocument(session, params, ({ id, article, settings }) => ({
    data: settings.semanticTokens
      ? encodeTokens(session.texts.lines(id), tokensOf(article), session.client.encoding)
      : [],
  }));
}

export function semanticTokensInRange(session: Session, params: RangeParams): Answer<SemanticTokens> {
  return inRange(session, params, ({ id, article, settings }, span) => ({
    data: settings.semanticTokens
      ? encodeTokens(session.texts.lines(id), tokensOf(article, span), session.client.encoding)
      : [],
  }));
}

const FOLD_KINDS: Readonly<Record<Fold['kind'], FoldingRangeKind | undefined>> = {
  furniture: FoldingRangeKind.Region,
  'front-matter': FoldingRangeKind.Comment,
  code: undefined,
  quotation: undefined,
};

export function foldingRanges(session: Session, params: DocumentParams): Answer<FoldingRange[]> {
  return inDocument(session, params, ({ id, article }) =>
    folds(article).flatMap(({ span, kind }): FoldingRange[] => {
      const { start, end } = session.texts.range(id, span);
      if (start.line === end.line) return [];
      const shape = FOLD_KINDS[kind];
      return [{ startLine: start.line, endLine: end.line, ...(shape !== undefined && { kind: shape }) }];
    }),
  );
}

export function inlayHints(session: Session, params: RangeParams): Answer<InlayHint[]> {
  return inRange(session, params, ({ id, article, settings }, span) =>
    settings.inlayHints
      ? hintsOf(article, span).map(({ offset, name }) => ({
          position: session.texts.position(id, offset),
          label: `(${name})`,
          kind: InlayHintKind.Type,
          paddingLeft: true,
        }))
      : [],
  );
}

export function codeActionsIn(session: Session, params: CodeActionParams): Answer<CodeAction[]> {
  const only: unknown = (params.context as { only?: unknown } | undefined)?.only;
  const wanted =
    !Array.isArray(only) ||
    only.some(
      (kind) => isKind(CodeActionKind.QuickFix, kind) || isKind(String(kind), CodeActionKind.QuickFix),
    );
  if (!wanted || !session.client.codeActionLiterals) return [];
  return inRange(session, params, (context, span) =>
    codeActions(context, span).map(({ title, sort, edits, annotation, finding, preferred }) => {
      const uri = session.texts.uri(context.id);
      return {
        title,
        kind: sort === 'fix' ? CodeActionKind.QuickFix : `${CodeActionKind.QuickFix}.attest.${sort}`,
        diagnostics: [session.toDiagnostic(context.id, finding)],
        ...(preferred && { isPreferred: true }),
        ...(annotation
          ? {
              command: {
                title,
                command: ANNOTATE_COMMAND,
                arguments: [annotateArguments(session, context, annotation)],
              },
            }
          : { edit: { changes: { [uri]: encodeEdits(session, context.id, edits) } } }),
      };
    }),
  );
}

interface AnnotateArguments extends RangeParams {
  /** The words of the passage: what is recorded must be about them, whatever was typed since. */
  readonly words: string;
  readonly record: Recording['record'];
}

function annotateArguments(
  session: Session,
  { id, text }: FeatureContext,
  { span, record }: Recording,
): AnnotateArguments {
  return {
    textDocument: { uri: session.texts.uri(id) },
    range: session.texts.range(id, span),
    words: textOf(text, span),
    record,
  };
}

export function executeCommand(session: Session, { command, arguments: args }: ExecuteCommandParams): null {
  const [first] = (Array.isArray(args) ? args : []) as readonly (
    (Partial<AnnotateArguments> & { readonly annotations?: unknown }) | null | undefined
  )[];
  if (command === CHECK_COMMAND) session.checkNow(uriOf(first ?? {}));
  else if (command === REMOVE_ANNOTATIONS_COMMAND) {
    const ids: unknown = first?.annotations;
    const named = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
    if (named.length > 0) session.removeAnnotations(uriOf(first ?? {}), named);
  } else if (command !== ANNOTATE_COMMAND) {
    throw new ResponseError(ErrorCodes.InvalidParams, 'There is no such command.');
  } else if (first?.textDocument && first.range && first.record && typeof first.words === 'string') {
    const { record, words } = first;
    const uri = uriOf(first);
    inRange(session, first as AnnotateArguments, (_, span) => {
      session.annotate(uri, { span, record }, words);
      return null;
    });
  }
  return null;
}

export function codeLensesOf(session: Session, params: DocumentParams): Answer<CodeLens[]> {
  return inDocument(session, params, (context) =>
    codeLenses(context).flatMap((lens): CodeLens[] => {
      const title = codeLensTitle(context, lens);
      if (title === null) return [];
      const range = session.texts.range(context.id, lens.span);
      const passage = { textDocument: { uri: session.texts.uri(context.id) }, range };
      const [command, args] = lens.kind === 'tally' ? [FACTS_COMMAND, []] : [COMPARE_COMMAND, [passage]];
      // To a client without the command, a lens tells something and no more.
      return session.client.commands.includes(command)
        ? [{ range, command: { title, command, arguments: args } }]
        : [{ range, command: { title, command: '' } }];
    }),
  );
}

export function documentLinksOf(session: Session, params: DocumentParams): Answer<DocumentLink[]> {
  return inDocument(session, params, (context) =>
    documentLinks(context).map(({ span, address }) => ({
      range: session.texts.range(context.id, span),
      target: session.texts.uri(address),
    })),
  );
}

/** Attest's own: whether a document is checked, why, and its facts in figures. */
export function status(session: Session, params: DocumentParams): Answer<DocumentStatus> {
  const open = session.openArticle(uriOf(params));
  if (!open) return null;
  session.bringUpToDate(open);
  const context = session.contextOf(open.document.uri);
  const traced = (passage: { start: number; end: number }): boolean =>
    context !== undefined && session.workspace.patient.counterparts(context.id, passage, 1).length > 0;
  const { facts, sourced } =
    context && open.decision.checked ? tally(context.article, traced) : { facts: 0, sourced: 0 };
  return {
    checked: open.decision.checked,
    reason: wordDecision(open.decision),
    facts,
    sourced,
    warnings: open.shown.length,
  };
}

function encodeEdits(
  session: Session,
  id: string,
  edits: readonly TextEdit[],
): { range: ReturnType<Session['texts']['range']>; newText: string }[] {
  return edits.map(({ span, newText }) => ({ range: session.texts.range(id, span), newText }));
}

/** Whether `kind` is what the client wants: kinds are dotted, and a shorter one means all below it. */
function isKind(kind: string, wanted: unknown): boolean {
  return typeof wanted === 'string' && (wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}
