/** Attest's own answers for views and for handing an article over: its facts, the fact sheet, the clean copy. */
import type { TextDocumentContentParams, TextDocumentContentResult } from 'vscode-languageserver';
import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { cleanCopy as cleaned } from '../../annotations/cleanCopy.ts';
import type { ArticleFact } from '../../features/articleFacts.ts';
import { articleFacts } from '../../features/articleFacts.ts';
import type { FeatureContext } from '../../features/context.ts';
import { factSheet as sheetOf } from '../../features/factSheet.ts';
import type { SheetFormat } from '../../features/factSheetFormats.ts';
import { SHEET_FORMATS, formatFactSheet } from '../../features/factSheetFormats.ts';
import type { Fact, FactSheetParams, FactsOfArticle, MadeText } from '../attestProtocol.ts';
import type { Session } from '../session.ts';
import type { Answer, DocumentParams } from './asking.ts';
import { inDocument, uriOf } from './asking.ts';

/** From what is known already; what has to be looked up first brings new diagnostics, and then the client asks again. */
export async function facts(session: Session, params: DocumentParams): Promise<Answer<FactsOfArticle>> {
  const open = session.openArticle(uriOf(params));
  if (open) session.bringUpToDate(open);
  if (open && !open.decision.checked) return null;
  const context = await session.contexts.whole(uriOf(params));
  if (!context) return null;
  const found = articleFacts(open ? { ...context, workspace: session.workspace.patient } : context);
  return {
    title: found.title,
    version: open?.document.version ?? null,
    facts: found.facts.map((fact) => encodeFact(session, context, fact)),
    sources: found.sources.map((source) => ({ ...source, uri: session.texts.uri(source.uri) })),
    lost: found.lost,
    totals: found.totals,
  };
}

function encodeFact({ texts }: Session, { id }: FeatureContext, fact: ArticleFact): Fact {
  const { kind, span, passage, paragraph, status, speaker, source, document, counterpart, comparison } = fact;
  return {
    kind,
    range: texts.range(id, span),
    passage,
    paragraph,
    status,
    speaker,
    source,
    document,
    place: counterpart && texts.location(counterpart),
    comparison,
    verdict: fact.verdict,
    note: fact.note,
    annotations: fact.annotations,
    warnings: fact.warnings,
  };
}

const LANGUAGES: Readonly<Record<SheetFormat, string>> = { md: 'markdown', html: 'html', csv: 'csv' };

export async function factSheet(session: Session, params: FactSheetParams): Promise<Answer<MadeText>> {
  const format = SHEET_FORMATS.find((known) => known === params.format) ?? 'md';
  const open = session.openArticle(uriOf(params));
  if (open) session.bringUpToDate(open);
  const context = await session.contexts.whole(uriOf(params));
  if (!context) return null;
  return { text: formatFactSheet(sheetOf(context), format, session.say), languageId: LANGUAGES[format] };
}

export function cleanCopy(session: Session, params: DocumentParams): Answer<MadeText> {
  return inDocument(session, params, ({ text, article }) => ({
    text: cleaned(text, article.format),
    languageId: article.format === 'markdown' ? 'markdown' : 'plaintext',
  }));
}

/** The text of subtitles or a web page, which an editor shows in place of the file. */
export function sourceText(session: Session, params: TextDocumentContentParams): TextDocumentContentResult {
  const text = session.sourceText(uriOf({ textDocument: params }));
  if (text === undefined)
    throw new ResponseError(ErrorCodes.InvalidParams, session.say('There is no such source.'));
  return { text };
}
