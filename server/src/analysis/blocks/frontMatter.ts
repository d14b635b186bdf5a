import type { Line } from '../../text/lines.ts';
import { trimSpan } from '../../text/lines.ts';
import { textOf } from '../../text/span.ts';

/** Longer ones are no metadata: an unclosed `---` at the top must not swallow the article. */
const MAX_LINES = 200;

/**
 * How many lines at the top are YAML front matter, with both fences; 0 for none. Every line inside must look like
 * YAML, so that an article between two rules keeps its text.
 */
export function frontMatterLines(text: string, lines: readonly Line[]): number {
  const at = (index: number): string => textOf(text, trimSpan(text, lines[index]!));
  if (lines.length < 2 || at(0) !== '---') return 0;
  for (let i = 1; i < Math.min(lines.length, MAX_LINES); i++) {
    const line = at(i);
    if (line === '---' || line === '...') return i > 1 ? i + 1 : 0;
    if (!looksLikeYaml(line, textOf(text, lines[i]!))) return 0;
  }
  return 0;
}

function looksLikeYaml(trimmed: string, line: string): boolean {
  return /^(?:$|#|- |-$|["']?[\w.@-]+["']?[ \t]*:(?:\s|$)|[\]}])/.test(trimmed) || /^[ \t]/.test(line);
}
