import type { Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import type { RichLine } from './richText.ts';
import { traceAt } from './tracing.ts';

export interface HoverContent {
  readonly span: Span;
  readonly lines: readonly RichLine[];
}

export function hoverAt(context: FeatureContext, offset: number): HoverContent | null {
  const trace = traceAt(context, offset, 3);
  if (!trace) return null;
  return {
    span: trace.passage,
    lines: trace.counterparts.map((c) => [`${c.verdict} in ${context.nameOf(c.id)}`]),
  };
}
