/** Whom the turns of a conversation speak to by name. */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import type { NamePhrase } from '../speakers/names/namePhrase.ts';
import { findNames } from '../speakers/names.ts';
import { isVocative } from '../speakers/vocatives.ts';
import type { Draft } from './draft.ts';
import { isUtterance } from './inference.ts';

export class Addressees {
  /** Last words of the names that the telling itself uses: `Aye, sir` names nobody. */
  private readonly known = new Set<string>();

  constructor(private readonly draft: Draft) {
    for (const block of draft.prose) {
      this.walk(block, ({ words }, quotation) => {
        if (quotation === null) this.known.add(words.at(-1) ?? '');
      });
    }
  }

  /** The last name in the block's utterances that its bearer is spoken to by; null when there is none. */
  of(block: number): Span | null {
    const { text, quotations, blocks } = this.draft;
    const at = blocks[block]!.span.start;
    let found: Span | null = null;
    this.walk(block, ({ span, name, possessive, words }, quotation) => {
      if (quotation === null || possessive || !this.known.has(words.at(-1) ?? '')) return;
      const whole = { start: Math.min(span.start, name.start) + at, end: name.end + at };
      if (isVocative(text, quotations[quotation]!.inner, whole)) found = shift(name, at);
    });
    return found;
  }

  /** Every name of a block with the utterance that holds it, null for one outside. */
  private walk(block: number, visit: (name: NamePhrase, quotation: number | null) => void): void {
    const { draft } = this;
    const at = draft.blocks[block]!.span.start;
    const spoken = draft.topQuotations[block]!;
    let next = 0;
    for (const name of findNames(draft.facts[block]!)) {
      const start = name.name.start + at;
      while (next < spoken.length && draft.quotations[spoken[next]!]!.span.end <= start) next++;
      const index = spoken[next];
      const isInside = index !== undefined && draft.quotations[index]!.span.start <= start;
      if (!isInside) visit(name, null);
      else if (isUtterance(draft, index)) visit(name, index);
    }
  }
}
