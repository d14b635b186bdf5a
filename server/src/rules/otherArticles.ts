/** What other articles tell of their passages. */
import type { Article } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';
import type { ArticleInput, Place } from '../workspace/types.ts';
import type { RuleContext } from './rule.ts';

/**
 * A function that reads a passage of another article by its facts. What was read is kept for as long as the text of that
 * article stays: the same passages are asked about at every keystroke, and the facts of very many articles are not kept
 * that long. Undefined where there is no such article, or nobody has found its facts yet.
 */
export function readElsewhere<T>(
  read: (article: Article, passage: Span) => T,
): (context: RuleContext, place: Place) => T | undefined {
  const ofArticles = new WeakMap<ArticleInput, Map<string, T>>();
  return ({ workspace, facts }, { id, span }) => {
    const input = workspace?.input(id);
    if (!input) return undefined;
    let known = ofArticles.get(input);
    if (!known) ofArticles.set(input, (known = new Map<string, T>()));
    const key = `${span.start} ${span.end}`;
    if (!known.has(key)) {
      const readings = known;
      facts(id, (article) => readings.set(key, read(article, span)));
    }
    return known.get(key);
  };
}
