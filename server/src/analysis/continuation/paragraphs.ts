/**
 * Quotations over several paragraphs: every paragraph opens with a mark, only the last one closes
 * (Chicago Manual of Style, 13.32). Furniture and captions may stand between.
 */
import type { Draft } from './draft.ts';

/** Links each reopened quotation to the one it continues, which is then no longer unclosed. */
export function joinParagraphs(draft: Draft): void {
  for (let i = 1; i < draft.prose.length; i++) {
    const block = draft.prose[i]!;
    const before = draft.prose[i - 1]!;
    if (!draft.isTalk(block) || !draft.isTalk(before)) continue;
    const open = draft.topQuotations[before]!.at(-1);
    const next = draft.topQuotations[block]![0];
    if (open === undefined || next === undefined) continue;
    const first = draft.quotations[open]!;
    const second = draft.quotations[next]!;
    if (!first.unclosed || second.continues !== null) continue;
    if (
      !startsBlock(draft, block, second.span.start) ||
      markOf(draft, second.span.start) !== markOf(draft, first.span.start)
    )
      continue;
    second.continues = open;
    first.unclosed = false;
  }
}

/** Gives all parts of a joined quotation the attribution that one of them has, and their words to its content. */
export function shareWithinChains(draft: Draft): void {
  for (const chain of chains(draft)) {
    const known = chain.map((index) => draft.quotations[index]!.attribution);
    let last: number | null = known.find((attribution) => attribution !== null) ?? null;
    chain.forEach((index, k) => {
      last = known[k] ?? last;
      if (last === null || known[k] !== null) return;
      draft.quotations[index]!.attribution = last;
      draft.extendContent(last, draft.quotations[index]!.span);
    });
  }
}

/** Runs of quotations that continue each other, in text order. */
function chains(draft: Draft): number[][] {
  const chainOf = new Map<number, number[]>();
  const result: number[][] = [];
  draft.quotations.forEach(({ continues }, index) => {
    if (continues === null) return;
    const chain = chainOf.get(continues) ?? [continues];
    if (chain.length === 1) result.push(chain);
    chain.push(index);
    chainOf.set(index, chain);
  });
  return result;
}

/** Whether only list marks and white space stand before the offset in its block. */
function startsBlock(draft: Draft, block: number, offset: number): boolean {
  return /^[\s>*•–—-]*$/.test(draft.text.slice(draft.blocks[block]!.span.start, offset));
}

function markOf(draft: Draft, offset: number): string {
  return draft.text[offset] ?? '';
}
