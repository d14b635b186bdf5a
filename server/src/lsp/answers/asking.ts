/** From a request to the article it is about. Malformed parameters ask about nothing and get null. */
import type { FeatureContext } from '../../features/context.ts';
import type { Span } from '../../text/span.ts';
import { articleIdOf } from '../originals.ts';
import type { Session } from '../session.ts';

export type Answer<T> = T | null;

export interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

export interface PositionParams extends DocumentParams {
  readonly position: { readonly line: number; readonly character: number };
}

export interface RangeParams extends DocumentParams {
  readonly range: { readonly start: PositionParams['position']; readonly end: PositionParams['position'] };
}

export function inDocument<T>(
  session: Session,
  params: DocumentParams,
  ask: (context: FeatureContext) => Answer<T>,
): Answer<T> {
  const context = session.contexts.of(uriOf(params));
  return context ? ask(context) : null;
}

export function atPosition<T>(
  session: Session,
  params: PositionParams,
  ask: (context: FeatureContext, offset: number) => Answer<T>,
): Answer<T> {
  session.makeWay();
  const uri = uriOf(params);
  const offset = session.texts.offset(articleIdOf(uri), params.position);
  const context = session.contexts.of(uri, offset);
  return context ? ask(context, offset) : null;
}

export function inRange<T>(
  session: Session,
  params: RangeParams,
  ask: (context: FeatureContext, span: Span) => Answer<T>,
): Answer<T> {
  session.makeWay();
  return inDocument(session, params, (context) => ask(context, session.texts.span(context.id, params.range)));
}

export function uriOf({ textDocument }: Partial<DocumentParams>): string {
  const uri: unknown = (textDocument as { uri?: unknown } | null | undefined)?.uri;
  return typeof uri === 'string' ? uri : '';
}
