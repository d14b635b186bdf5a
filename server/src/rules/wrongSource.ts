/** Quotations that are traced to one document and stand in another. */
import { coverage } from '../annotations/coverage.ts';
import type { Mark } from '../text/marks.ts';
import { parseTarget, relativePath } from '../annotations/targets.ts';
import type { Span } from '../text/span.ts';
import { overlaps } from '../text/span.ts';
import type { ArticleId, Verdict } from '../workspace/types.ts';
import type { KnownSources } from './knownSources.ts';
import { quoted } from './messages.ts';
import type { Fix, RuleContext, RuleFinding } from './rule.ts';

/** The other document has the words, not only some like them. */
const HAS_THE_WORDS: ReadonlySet<Verdict> = new Set(['verbatim', 'cleaned', 'trimmed']);

/** What a mark or an annotation says about a stretch of the article. */
interface Claimed {
  readonly span: Span;
  readonly target: string;
  readonly mark: Mark | null;
  /** The article that is named; undefined for an address that nobody follows, and for what is not there. */
  readonly source: ArticleId | undefined;
}

/** One finding for each quotation that no document named as its source has, and another one has word for word. */
export function wrongSources(context: RuleContext, sources: KnownSources): RuleFinding[] {
  const claimed = claims(context, sources);
  return context.article.quotations.flatMap(({ span, parent, unclosed }) => {
    const named = claimed.filter((claim) => overlaps(claim.span, span));
    const [first] = named;
    // What cannot be looked into may have the words.
    if (!first || parent !== null || unclosed || named.some(({ source }) => source === undefined)) return [];
    const counterparts = context.counterparts(span);
    const [best] = counterparts;
    const isNamed = counterparts.some(({ id }) => named.some(({ source }) => source === id));
    if (!best || isNamed || !HAS_THE_WORDS.has(best.verdict)) return [];
    return [finding(context, first, best.id, best.span)];
  });
}

function finding(
  { id, wording }: RuleContext,
  { span, target, mark }: Claimed,
  holder: ArticleId,
  place: Span,
): RuleFinding {
  const path = relativePath(id, holder) ?? holder;
  const fixes: Fix[] =
    mark?.kind === 'source'
      ? [
          {
            title: wording('fixRespell', quoted(path)),
            edits: [{ span: mark.content, newText: path }],
            preferred: false,
          },
        ]
      : [];
  return {
    span: mark?.span ?? span,
    message: wording('wrongSource', quoted(target.trim()), quoted(path)),
    gravity: 'milder',
    related: [{ id: holder, span: place, message: wording('wrongSourceCounterpart') }],
    fixes,
  };
}

function claims({ article, text, marks, annotations }: RuleContext, sources: KnownSources): Claimed[] {
  return coverage(article, text, marks, annotations).flatMap(({ span, target, mark }) => {
    if (target === null) return [];
    const parsed = parseTarget(target);
    const found = parsed && sources.find(parsed);
    return [{ span, target, mark, source: found?.kind === 'article' ? found.id : undefined }];
  });
}
