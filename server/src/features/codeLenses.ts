/** Lines above the text: the tally of the article, and over a quotation where else it stands. */
import type { Span } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { countWarnings, tally } from './tally.ts';
import { VERDICTS } from './wording.ts';

export type CodeLens =
  { readonly span: Span; readonly kind: 'tally' } | { readonly span: Span; readonly kind: 'quotation' };

/** Where lenses stand; their titles are worked out when they come into view. */
export function codeLenses({ article, settings }: FeatureContext): readonly CodeLens[] {
  const first = article.blocks.find(({ kind }) => kind !== 'front-matter');
  if (settings.codeLens === 'off' || !first) return [];
  const top: CodeLens = { span: first.span, kind: 'tally' };
  if (settings.codeLens === 'article') return [top];
  const quotations = article.quotations
    .filter(({ parent, role }) => parent === null && role === 'speech')
    .map(({ span }): CodeLens => ({ span, kind: 'quotation' }));
  return [top, ...quotations];
}

/** `12 facts · 9 with a source · 2 warnings`; null where there is nothing to say. */
export function codeLensTitle(context: FeatureContext, { kind, span }: CodeLens): string | null {
  const { say } = context;
  if (kind === 'tally') {
    const { facts, sourced } = tally(context);
    const warnings = countWarnings(context.findings);
    return [
      facts === 1 ? say('1 fact') : say('{0} facts', facts),
      say('{0} with a source', sourced),
      ...(warnings === 0 ? [] : [warnings === 1 ? say('1 warning') : say('{0} warnings', warnings)]),
    ].join(' · ');
  }
  const [best, ...others] = context.workspace.counterparts(context.id, span);
  if (!best) return null;
  const told = say('{0}: {1}', context.nameOf(best.id), say(VERDICTS[best.verdict]));
  return others.length > 0 ? `${told} · ${say('{0} more', others.length)}` : told;
}
