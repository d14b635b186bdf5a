/**
 * Quotations over several paragraphs: every paragraph opens with a mark, only the last one closes
 * (Chicago Manual of Style, 13.32). Furniture and captions may stand between.
 */
import type { Attribution } from '../facts.ts';
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
      !draft.opensBlock(block, second.span.start) ||
      markOf(draft, second.span.start) !== markOf(draft, first.span.start)
    )
      continue;
    second.continues = open;
    first.unclosed = false;
  }
}

/** `“A,” Vale said. “B.”`: the words after the cue belong to the same attribution. */
export function completeParagraphs(draft: Draft): void {
  for (const block of draft.prose) {
    let current: number | null = null;
    let from = 0;
    for (const index of draft.topQuotations[block]!) {
      const quotation = draft.quotations[index]!;
      if (quotation.attribution !== null) {
        const attribution = draft.attributions[quotation.attribution]!;
        current = attribution.source.length > 0 ? quotation.attribution : null;
        from = endOf(attribution, draft.blocks[block]!.span.end);
      } else if (current !== null && quotation.role === 'speech' && quotation.kind !== 'partial') {
        if (sentencesIn(draft.text.slice(from, quotation.span.start)) > 1) {
          current = null;
          continue;
        }
        quotation.attribution = current;
        draft.extendContent(current, quotation.span);
        from = quotation.span.end;
      }
    }
  }
}

/** How many sentences end in the text. */
function sentencesIn(text: string): number {
  return text.match(/[.!?](?=\s|$)/g)?.length ?? 0;
}

/** Where the last of an attribution's spans that begin before `limit` ends. */
function endOf({ source, cue, content }: Attribution, limit: number): number {
  let end = 0;
  for (const spans of [source, cue, content]) {
    for (const span of spans) if (span.start < limit) end = Math.max(end, span.end);
  }
  return end;
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

function markOf(draft: Draft, offset: number): string {
  return draft.text[offset] ?? '';
}
