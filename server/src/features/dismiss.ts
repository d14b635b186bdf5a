/**
 * Dismissing a warning in Markdown: a comment that changes no rendering, remembered by the words of the passage, so that
 * it survives edits around it.
 */
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { flat } from './wording.ts';

export interface Dismiss {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** The ways to dismiss a warning in the text itself, narrowest first; none in plain text, which stays untouched. */
export function dismissals(context: FeatureContext, { rule, span }: Finding): readonly Dismiss[] {
  const { text, article } = context;
  if (article.format !== 'markdown') return [];
  const lineEnd = endOfLine(text, span.end);
  const words = flat(textOf(text, span)).replace(/["“”]/g, '').replace(/--+>?/g, ' ');
  const top = article.blocks[0]?.kind === 'front-matter' ? endOfLine(text, article.blocks[0].span.end) : 0;
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const block = article.blocks.find(
    (candidate) => candidate.span.start <= span.start && span.end <= candidate.span.end,
  );
  const dismiss = (title: string, at: number, newText: string): Dismiss => ({
    title,
    edits: [{ span: { start: at, end: at }, newText }],
  });
  const inLine = (scope: string, detail = ''): string => ` <!-- attest-dismiss-${scope} ${rule}${detail} -->`;
  return [
    ...(words.trim() === ''
      ? []
      : [dismiss('Dismiss for this passage', lineEnd, inLine('line', ` "${words.trim()}"`))]),
    dismiss('Dismiss for this line', lineEnd, inLine('line')),
    ...(block
      ? [dismiss('Dismiss for this paragraph', endOfLine(text, block.span.end), inLine('block'))]
      : []),
    dismiss(
      `Dismiss ${rule} in this file`,
      top,
      top === 0
        ? `<!-- attest-dismiss-file ${rule} -->${lineBreak}${lineBreak}`
        : `${lineBreak}${lineBreak}<!-- attest-dismiss-file ${rule} -->`,
    ),
  ];
}

function endOfLine(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest ? offset + rest.index : text.length;
}
