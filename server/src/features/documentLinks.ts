/** The targets of marks and footnotes as links, to the very passage where they name one. */
import type { Target } from '../annotations/targets.ts';
import { findDirective, footnoteTarget, parseTarget } from '../annotations/targets.ts';
import { KnownSources } from '../rules/knownSources.ts';
import type { Mark } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { SearchableText } from '../text/wordSearch.ts';
import { searchable } from '../text/wordSearch.ts';
import type { ArticleId } from '../workspace/types.ts';
import type { FeatureContext, Place } from './context.ts';
import { locate } from './locators.ts';

export interface DocumentLink {
  readonly span: Span;
  /** An absolute URI: `https:`, or a file inside the workspace folders; null where `place` says it better. */
  readonly address: string | null;
  /** The passage, heading or line in an article of the workspace; its start where none is named. */
  readonly place: Place | null;
}

export function documentLinks(context: FeatureContext): readonly DocumentLink[] {
  return linksOf(context, context.marks);
}

/** The links of some of the article's marks. */
export function linksOf(context: FeatureContext, marks: readonly Mark[]): readonly DocumentLink[] {
  const { id, text, folders, workspace } = context;
  const written = marks.flatMap(({ kind, content }) => {
    if (kind !== 'source' && kind !== 'definition') return [];
    const whole = textOf(text, content);
    const followed = kind === 'definition' ? footnoteTarget(whole) : whole;
    const target = followed === null ? null : parseTarget(followed);
    if (followed === null || !target) return [];
    const start = content.start + whole.indexOf(followed);
    return [{ span: { start, end: start + followed.length }, target, followed }];
  });
  if (written.length === 0) return [];
  const sources = new KnownSources(id, folders, workspace);
  const places = new Places(context);
  return written.flatMap(({ span, target, followed }): DocumentLink[] => {
    const found = sources.find(target);
    if (found.kind === 'article') {
      return [{ span, address: null, place: { id: found.id, span: places.of(found.id, target) } }];
    }
    // The whole of a web address, with the fragment that leads a browser to the words.
    if (target.kind === 'url') return [{ span, address: followed.replace(/^<|>$/g, ''), place: null }];
    return found.kind === 'elsewhere' ? [{ span, address: found.uri, place: null }] : [];
  });
}

/** Looks fragments up, each document prepared once. */
class Places {
  readonly #texts = new Map<ArticleId, SearchableText>();

  constructor(private readonly context: FeatureContext) {}

  /** Where a target leads in its document: the words, else the heading, line or time, else the start. */
  of(id: ArticleId, { directives, heading }: Target): Span {
    const text = this.context.workspace.input(id)?.text ?? '';
    const prepared = this.#texts.get(id) ?? searchable(text);
    this.#texts.set(id, prepared);
    for (const directive of directives) {
      const [words] = findDirective(prepared, directive);
      if (words) return words;
    }
    const start = heading === '' ? 0 : (locate(this.context, id, heading) ?? 0);
    return { start, end: start };
  }
}
