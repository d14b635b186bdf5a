/** What a feature is given: one article and what is known around it. Spans in, spans and plain values out. */
import type { Article } from '../analysis/facts.ts';
import type { AnchoredAnnotation } from '../annotations/annotation.ts';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../rules/rule.ts';
import type { Mark } from '../text/marks.ts';
import type { Say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import type { ArticleId, Workspace } from '../workspace/types.ts';

export interface FeatureContext {
  readonly id: ArticleId;
  /** Its `text` has the writer's marks blanked out. */
  readonly article: Article;
  /** The text with its marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** From the annotation file, anchored in the text. */
  readonly annotations: readonly AnchoredAnnotation[];
  readonly workspace: Workspace;
  /** The warnings of the article, whether shown now or waiting. */
  readonly findings: readonly Finding[];
  /** A short name of an article for people: `interview.txt`. */
  readonly nameOf: (id: ArticleId) => string;
  /** What leads a person to a place in a recording: `00:12:04`; null where there is none. */
  readonly locatorOf: (place: Place) => string | null;
  readonly settings: Settings;
  /** Words for the person who reads them; English unless somebody has translated them. */
  readonly say: Say;
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
}

/** A passage of some article of the workspace. */
export interface Place {
  readonly id: ArticleId;
  readonly span: Span;
}
