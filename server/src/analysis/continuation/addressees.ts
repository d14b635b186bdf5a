/** Whom the turns of a conversation speak to by name. */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { HONORIFICS } from '../../language/en/titles.ts';
import type { NamePhrase } from '../speakers/names/namePhrase.ts';
import { findNames } from '../speakers/names.ts';
import { isVocative } from '../speakers/vocatives.ts';
import type { Draft } from './draft.ts';
import { isUtterance } from './inference.ts';

export class Addressees {
  /**
   * The names that the telling itself uses, by their last words and how they are addressed: `Aye, sir` names nobody, and
   * Miss Bell is not Mr. Bell.
   */
  private readonly known = new Set<string>();

  constructor(private readonly draft: Draft) {
    for (const block of draft.prose) {
      this.walk(block, (name, quotation) => {
        if (quotation === null) this.known.add(this.called(block, name));
      });
    }
  }

  /** The last name in the block's utterances that its bearer is spoken to by; null when there is none. */
  of(block: number): Span | null {
    const { text, quotations, blocks } = this.draft;
    const at = blocks[block]!.span.start;
    let found: Span | null = null;
    this.walk(block, (phrase, quotation) => {
      const { span, name, possessive } = phrase;
      if (quotation === null || possessive || !this.isKnown(block, phrase)) return;
      const whole = { start: Math.min(span.start, name.start) + at, end: name.end + at };
      if (isVocative(text, quotations[quotation]!.inner, whole)) found = shift(name, at);
    });
    return found;
  }

  /** Whether the telling names somebody so: with the same form of address, or one of both without any. */
  private isKnown(block: number, phrase: NamePhrase): boolean {
    const called = this.called(block, phrase);
    const last = phrase.words.at(-1) ?? '';
    if (this.known.has(called) || this.known.has(last)) return true;
    return called === last && [...HONORIFICS.keys()].some((address) => this.known.has(`${address} ${last}`));
  }

  /** `miss bell`, `bell`: the form of address, where there is one, and the last word. */
  private called(block: number, { span, name, words, honorific }: NamePhrase): string {
    const last = words.at(-1) ?? '';
    if (!honorific || span.start >= name.start) return last;
    const at = this.draft.blocks[block]!.span.start;
    const address = this.draft.text.slice(span.start + at, name.start + at).toLowerCase();
    const found = /(\p{L}+)\.?\s*$/u.exec(address)?.[1];
    return found !== undefined && HONORIFICS.has(found) ? `${found} ${last}` : last;
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
