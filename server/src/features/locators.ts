/** What the fragment of a target names in a document besides words: a heading, a line, a time in a recording. */
import type { ArticleId } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';

export interface Heading {
  /** `forty-years-of-soot` of `Forty Years of Soot`, as GitHub and VS Code write it. */
  readonly id: string;
  readonly title: string;
  readonly start: number;
}

/** The headings of a Markdown document; one that stands twice is numbered, as renderers do. Never throws. */
export function headingsOf(text: string): Heading[] {
  const seen = new Map<string, number>();
  return [...text.matchAll(/^ {0,3}#{1,6}[ \t]+([^\r\n]+)$/gm)].map((match) => {
    const title = match[1]!.trim().replace(/[ \t]+#+$/, '');
    const id = slug(title);
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return { id: count === 0 ? id : `${id}-${count}`, title, start: match.index };
  });
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Where `#L14`, `#t=00:12:04` or `#forty-years-of-soot` leads in an article; null where it leads nowhere. */
export function locate(
  { workspace, locatorOf }: Pick<FeatureContext, 'workspace' | 'locatorOf'>,
  id: ArticleId,
  locator: string,
): number | null {
  const text = workspace.input(id)?.text ?? '';
  const line = /^L(\d{1,7})$/.exec(locator)?.[1];
  const wanted = /^(?:t=)?(\d{1,3}:\d{2}(?::\d{2})?)$/.exec(locator)?.[1];
  if (line !== undefined) return lineStarts(text)[Number(line) - 1] ?? null;
  if (wanted === undefined) {
    return headingsOf(text).find((heading) => heading.id === locator.toLowerCase())?.start ?? null;
  }
  const starts = lineStarts(text);
  const timeAt = (start: number): number => seconds(locatorOf({ id, span: { start, end: start } }));
  // Times only grow: the last line that begins at the wanted one or before.
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeAt(starts[middle]!) <= seconds(wanted)) low = middle + 1;
    else high = middle;
  }
  const found = starts[low - 1];
  if (found === undefined || timeAt(found) < 0) return null;
  // Lines without a time of their own belong to the one before them.
  let first = low - 1;
  while (first > 0 && timeAt(starts[first - 1]!) === timeAt(found)) first--;
  return starts[first]!;
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((found) => found.index + found[0].length)];
}

/** `01:02:03` or `62:03` in seconds; before everything where there is none. */
function seconds(time: string | null): number {
  return time === null ? -1 : time.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
