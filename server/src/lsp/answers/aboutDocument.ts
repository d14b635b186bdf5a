/** Answers about a whole document or the workspace: decode, ask one feature, encode. */
import type {
  CodeLens,
  DocumentDiagnosticReport,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { FoldingRangeKind, InlayHintKind, SymbolKind } from 'vscode-languageserver';
import { codeLensTitle, codeLenses } from '../../features/codeLenses.ts';
import { documentLinks } from '../../features/documentLinks.ts';
import type { Fold } from '../../features/folding.ts';
import { folds } from '../../features/folding.ts';
import { inlayHints as hintsOf } from '../../features/inlayHints.ts';
import type { OutlineItem, OutlineKind } from '../../features/outline.ts';
import { outline } from '../../features/outline.ts';
import { semanticTokens as tokensOf } from '../../features/semanticTokens.ts';
import { countWarnings, tally } from '../../features/tally.ts';
import { wordDecision } from '../../features/statusWording.ts';
import { workspaceSymbols as symbolsOf } from '../../features/workspaceSymbols.ts';
import type { DocumentStatus } from '../attestProtocol.ts';
import { COMPARE_COMMAND, FACTS_COMMAND } from '../commands.ts';
import { resultIdOf } from '../diagnostics.ts';
import { encodeTokens } from '../semanticTokensData.ts';
import type { Session } from '../session.ts';
import { fileNameOf } from '../uri.ts';
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
  // Before the start nothing was there to wait for.
  await session.whenWhole(params, 'warnings');
  const open = session.openArticle(uriOf(params));
  if (!open) return { kind: 'full', resultId: '', items: [] };
  session.bringUpToDate(open);
  const { id, version } = open.document;
  const items = session.checker.visible(open).map((finding) => session.toDiagnostic(id, finding));
  const resultId = resultIdOf(version, items);
  return resultId === params.previousResultId
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
  return inDocument(session, params, (context) => {
    const { texts, client } = session;
    const { id } = context;
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
    const items = outline(context);
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
    containerName: fileNameOf(id),
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

/** The tally of an article just opened would change before the writer's eyes, so it is not told before it is known. */
export async function codeLensesOf(session: Session, params: DocumentParams): Promise<Answer<CodeLens[]>> {
  const soFar = knownLenses(session, params);
  return (await session.whenLookedUp()) ? knownLenses(session, params) : soFar;
}

function knownLenses(session: Session, params: DocumentParams): Answer<CodeLens[]> {
  return inDocument(session, params, (context) =>
    codeLenses(context).flatMap((lens): CodeLens[] => {
      // The tally asks for every fact of the article; what is not known in time comes with the next refresh.
      const asked = lens.kind === 'tally' ? { ...context, workspace: session.workspace.patient } : context;
      const title = codeLensTitle(asked, lens);
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
    documentLinks({ ...context, workspace: session.workspace.patient }).map(({ span, address, place }) => ({
      range: session.texts.range(context.id, span),
      target: place ? session.texts.address(place) : session.texts.uri(address ?? ''),
      ...(place && { tooltip: session.say('Open {0}', fileNameOf(place.id)) }),
    })),
  );
}

/**
 * Attest's own: whether a document is checked, why, and its facts in figures. It waits for the settings, which may say
 * otherwise, and, but not for long, for what is being looked up: else the figures would flicker while somebody types.
 */
export async function status(session: Session, params: DocumentParams): Promise<Answer<DocumentStatus>> {
  await session.whenStarted;
  const soFar = knownStatus(session, params);
  return (await session.whenLookedUp()) ? knownStatus(session, params) : soFar;
}

function knownStatus(session: Session, params: DocumentParams): Answer<DocumentStatus> {
  const open = session.openArticle(uriOf(params));
  if (!open) return null;
  session.bringUpToDate(open);
  const context = session.contexts.of(open.document.uri);
  const decision = session.decisionOn(open);
  const { facts, sourced } =
    context && decision.checked
      ? tally({ ...context, workspace: session.workspace.patient })
      : { facts: 0, sourced: 0 };
  return {
    checked: decision.checked,
    reason: wordDecision(session.say, decision),
    facts,
    sourced,
    warnings: countWarnings(session.checker.visible(open)),
  };
}
