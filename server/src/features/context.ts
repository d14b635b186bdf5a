/** What a feature is given: one article and what is known around it. Spans in, spans and plain values out. */
import type { Article } from '../analysis/facts.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { ArticleId, Workspace } from '../workspace/types.ts';

export interface FeatureContext {
  readonly id: ArticleId;
  readonly article: Article;
  readonly workspace: Workspace;
  /** The warnings of the article, whether shown now or waiting. */
  readonly findings: readonly Finding[];
  /** A short name of an article for people: `interview.txt`. */
  readonly nameOf: (id: ArticleId) => string;
}

/** A passage of some article of the workspace. */
export interface Place {
  readonly id: ArticleId;
  readonly span: Span;
}
