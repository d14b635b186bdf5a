/** What a document says about itself in its front matter: YAML between `---` lines at its very start. */
import { isMap, isScalar, parseDocument } from 'yaml';
import type { ArticleFormat } from '../analysis/facts.ts';
import type { SourceMetadata } from './types.ts';

const FIELDS = ['title', 'author', 'speaker', 'publisher', 'date', 'url', 'id'] as const;

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
/** Longer ones are no front matter but an article between two rules. */
const MAX_LENGTH = 20_000;

/**
 * The metadata of a source document, as far as it is there and is text. Everything in it is what the file says,
 * untrusted. Never throws; front matter that is no YAML says nothing.
 */
export function sourceMetadata(text: string, format: ArticleFormat): SourceMetadata {
  const head = text.slice(0, MAX_LENGTH);
  const matter = FRONT_MATTER.exec(head)?.[1];
  // In plain text three dashes may be a rule between two paragraphs.
  if (matter === undefined || (format === 'plain' && !/^\w+:\s/m.test(matter))) return {};
  let contents: unknown;
  try {
    contents = parseDocument(matter, { prettyErrors: false, logLevel: 'silent' }).contents;
  } catch {
    return {};
  }
  if (!isMap(contents)) return {};
  const metadata: Partial<Record<(typeof FIELDS)[number], string>> = {};
  for (const field of FIELDS) {
    const node: unknown = contents.get(field, true);
    // As written: a date stays the date that was typed, whatever YAML makes of it.
    const written = isScalar(node) ? (node.source ?? String(node.value)).trim() : '';
    if (written !== '' && written !== 'null' && written !== '~') metadata[field] = written;
  }
  return metadata;
}
