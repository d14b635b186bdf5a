/** The targets of marks as links: addresses, and files that are articles of the workspace. */
import { parseTarget, resolvePath } from '../annotations/targets.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';

export interface DocumentLink {
  readonly span: Span;
  /** An absolute URI: `https:`, or a file inside the workspace folders. */
  readonly address: string;
}

export function documentLinks({ id, text, marks, folders }: FeatureContext): readonly DocumentLink[] {
  return marks.flatMap(({ kind, content }) => {
    if (kind !== 'source' && kind !== 'definition') return [];
    const target = parseTarget(textOf(text, content));
    if (!target) return [];
    if (target.kind === 'url') {
      return /^https?:/i.test(target.address) ? [{ span: content, address: target.address }] : [];
    }
    if (target.kind !== 'path') return [];
    const resolved = resolvePath(id, target.address, folders);
    return 'uri' in resolved ? [{ span: content, address: resolved.uri }] : [];
  });
}
