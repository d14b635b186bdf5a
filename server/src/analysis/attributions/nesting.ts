/** Reports inside what another report says: `Vale said that Osei had agreed`. */
import type { Stretch } from './learned/labels.ts';
import type { Report } from './report.ts';

/**
 * Inside what somebody says, only what is given to somebody is an attribution of its own: in `residents want the ferry
 * back`, reported by a poll, `want` adds nobody. Takes them in text order.
 */
export function withoutAnonymousInner<T extends Report>(found: readonly T[]): readonly T[] {
  if (found.every(({ source }) => source.length > 0)) return found;
  const parents = parentsOf(found);
  return found.filter(({ source }, k) => parents[k] === null || source.length > 0);
}

/** For every attribution the smallest one in whose content all of it stands. Takes them in text order. */
export function parentsOf(found: readonly Report[]): (number | null)[] {
  let around: { readonly content: Stretch; readonly index: number }[] = [];
  return found.map((report, index) => {
    const start = startOf(report);
    const end = endOf(report);
    if (around.length > 0) around = around.filter(({ content }) => content.last >= start);
    let parent: number | null = null;
    let least = Infinity;
    for (const { content, index: candidate } of around) {
      const length = content.last - content.first;
      if (content.first > start || content.last < end || length >= least) continue;
      parent = candidate;
      least = length;
    }
    for (const content of report.content) around.push({ content, index });
    return parent;
  });
}

/** Its first token. */
export function startOf({ cue, source, content }: Report): number {
  let start = cue.first;
  for (const { first } of source) start = Math.min(start, first);
  for (const { first } of content) start = Math.min(start, first);
  return start;
}

/** Its last token. */
export function endOf({ cue, source, content }: Report): number {
  let end = cue.last;
  for (const { last } of source) end = Math.max(end, last);
  for (const { last } of content) end = Math.max(end, last);
  return end;
}
