/**
 * Colours by meaning, in the protocol's standard types and modifiers, so that every theme has them. Quotations are the
 * grammar's; here are the facts no grammar can see.
 */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import { compareSpans, overlaps } from '../text/span.ts';

export const TOKEN_TYPES = ['variable', 'keyword', 'number'] as const;
export const TOKEN_MODIFIERS = ['definition', 'documentation'] as const;

export interface SemanticToken {
  readonly span: Span;
  /** `variable`: a speaker's name or pronoun. `keyword`: a reporting cue. `number`: a claim. */
  readonly type: (typeof TOKEN_TYPES)[number];
  /** `definition`: a speaker's introduction. `documentation`: a claim somebody is given for. */
  readonly modifier: (typeof TOKEN_MODIFIERS)[number] | null;
}

/** In text order, without overlaps; of two that overlap, the earlier and shorter stays. */
export function semanticTokens(article: Article, within?: Span): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  for (const { mentions, introduction } of article.speakers) {
    for (const { span } of mentions) {
      const introduces = introduction.start <= span.start && span.end <= introduction.end;
      tokens.push({ span, type: 'variable', modifier: introduces ? 'definition' : null });
    }
  }
  for (const { cue } of article.attributions) {
    for (const span of cue) tokens.push({ span, type: 'keyword', modifier: null });
  }
  for (const { span, exempt, attribution } of article.quantities) {
    if (exempt !== null) continue;
    tokens.push({ span, type: 'number', modifier: attribution === null ? null : 'documentation' });
  }
  return withoutOverlaps(within ? tokens.filter(({ span }) => overlaps(span, within)) : tokens);
}

function withoutOverlaps(tokens: SemanticToken[]): SemanticToken[] {
  tokens.sort((a, b) => compareSpans(a.span, b.span));
  let reached = 0;
  return tokens.filter(({ span }) => {
    if (span.start < reached || span.start === span.end) return false;
    reached = span.end;
    return true;
  });
}
