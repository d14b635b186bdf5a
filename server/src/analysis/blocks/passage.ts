import type { Span } from '../../text/span.ts';
import type { BlockKind } from '../facts.ts';
import type { Reason } from '../reasons.ts';

/** A stretch of text that layout alone sets apart; what it is for is found out afterwards. */
export interface Passage {
  /** Without blank space at its ends and without the layout's own marks (`# `, `- `, `> `). Never empty. */
  readonly span: Span;
  /** What the layout alone decides: code, a Markdown heading. Undefined for text that has to be read. */
  readonly layout: { readonly kind: BlockKind; readonly reason: Reason } | undefined;
  /** Whether a blank line or the edge of the text separates it from what follows. */
  readonly apart: boolean;
}
