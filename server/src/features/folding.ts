/** What a reader may fold away: page furniture, front matter, code and long quotations. */
import type { Article, Block, BlockKind } from '../analysis/facts.ts';
import type { Span } from '../text/span.ts';

export interface Fold {
  readonly span: Span;
  readonly kind: 'furniture' | 'front-matter' | 'code' | 'quotation';
}

const FURNITURE: ReadonlySet<BlockKind> = new Set<BlockKind>(['furniture', 'caption', 'credit']);

/** In text order. A fold of one line only is left to the caller to drop: lines are the editor's business. */
export function folds({ blocks, quotations }: Article): readonly Fold[] {
  const found: Fold[] = [];
  blocks.forEach((block, i) => {
    const kind = foldKind(block);
    const last = found.at(-1);
    if (kind === null) return;
    const follows = last?.kind === kind && blocks[i - 1]?.span.end === last.span.end;
    if (follows && kind === 'furniture') {
      found[found.length - 1] = { kind, span: { start: last.span.start, end: block.span.end } };
    } else found.push({ kind, span: block.span });
  });
  for (const { span } of continuedQuotations(quotations)) found.push({ kind: 'quotation', span });
  return found.sort((a, b) => a.span.start - b.span.start);
}

function foldKind({ kind }: Block): Fold['kind'] | null {
  if (FURNITURE.has(kind)) return 'furniture';
  if (kind === 'block-quote') return 'quotation';
  return kind === 'front-matter' || kind === 'code' ? kind : null;
}

/** Quotations that run over several paragraphs, each as one stretch. */
function continuedQuotations(quotations: Article['quotations']): { readonly span: Span }[] {
  const ends = new Map<number, number>();
  const firsts = new Map<number, number>();
  quotations.forEach(({ continues, span }, i) => {
    if (continues === null) return;
    const first = firsts.get(continues) ?? continues;
    firsts.set(i, first);
    ends.set(first, span.end);
  });
  return [...ends].map(([first, end]) => ({ span: { start: quotations[first]!.span.start, end } }));
}
