/**
 * Whether a document is somebody's article. Plain-text and Markdown files are opened by everyone; a warning in a
 * licence or a list of packages would be noise. The decision always says why.
 */
import type { Article, Block, BlockKind } from '../analysis/facts.ts';
import { FUNCTION_WORDS } from '../language/en/functionWords.ts';

export type CheckReason =
  | 'reads-like-article'
  | 'included'
  | 'excluded'
  | 'disabled'
  | 'profile-off'
  | 'too-large'
  | 'empty'
  | 'file-name'
  | 'no-prose';

export interface CheckDecision {
  readonly checked: boolean;
  readonly reason: CheckReason;
  /** Paragraphs of prose that were counted; 0 where nothing was. */
  readonly paragraphs: number;
}

/** Names that tools and habit give to files that are no articles, alone or with a suffix: `requirements-dev`. */
const NOT_ARTICLES =
  /^(?:read ?me|licen[cs]e|copying|change ?log|contributing|code[-_ ]of[-_ ]conduct|requirements|constraints|cmakelists|robots|humans)(?:[-_.][\w-]*)*$/i;

/** Names that are such only in capitals and alone: `news.txt` may well be an article. */
const NOT_ARTICLES_IN_CAPITALS =
  /^(?:NEWS|HISTORY|CHANGES|NOTICE|AUTHORS|CONTRIBUTORS|MAINTAINERS|SECURITY|SUPPORT|GOVERNANCE|TODO|VERSION|AGENTS)$/;

const PROSE_BLOCKS: ReadonlySet<BlockKind> = new Set<BlockKind>([
  'paragraph',
  'block-quote',
  'turn',
  'list-item',
]);

/** Fewer words than this make no sentence to judge by. */
const MIN_WORDS = 4;
/** Share of letters among the characters of prose; logs and tables have figures and signs instead. */
const MIN_LETTERS = 0.65;
/** Share of function words: above 0.35 in news, near 0 in lists and logs. */
const MIN_COMMON = 0.15;
/** Share of a document's words that stand in paragraphs of prose. */
const MIN_PROSE = 0.4;
/** Enough text to decide by. */
const MAX_BLOCKS = 40;

/** Judges by name and text alone; settings come before it. `name` is the file's name without folders. */
export function readsLikeArticle(name: string, article: Article): CheckDecision {
  const stem = name.replace(/\.(?:txt|md|markdown)$/i, '');
  if (NOT_ARTICLES.test(stem) || NOT_ARTICLES_IN_CAPITALS.test(stem)) return decide(false, 'file-name');
  if (article.text.trim() === '') return decide(false, 'empty');
  let words = 0;
  let proseWords = 0;
  let paragraphs = 0;
  for (const block of article.blocks.slice(0, MAX_BLOCKS)) {
    if (!PROSE_BLOCKS.has(block.kind)) continue;
    const blockWords = wordsOf(article.text, block);
    words += blockWords.length;
    if (!isProse(article.text, block, blockWords)) continue;
    proseWords += blockWords.length;
    paragraphs++;
  }
  const checked = paragraphs > 0 && proseWords / words >= MIN_PROSE;
  return decide(checked, checked ? 'reads-like-article' : 'no-prose', paragraphs);
}

export function decide(checked: boolean, reason: CheckReason, paragraphs = 0): CheckDecision {
  return { checked, reason, paragraphs };
}

function wordsOf(text: string, { span }: Block): string[] {
  return text.slice(span.start, span.end).match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
}

function isProse(text: string, { span }: Block, words: readonly string[]): boolean {
  if (words.length < MIN_WORDS) return false;
  let letters = 0;
  for (const word of words) letters += word.length;
  const characters = text.slice(span.start, span.end).replace(/\s+/g, '').length;
  const common = words.filter((word) => FUNCTION_WORDS.has(word.toLowerCase().replaceAll('’', "'"))).length;
  return letters / characters >= MIN_LETTERS && common / words.length >= MIN_COMMON;
}
