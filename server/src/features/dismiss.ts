/**
 * Ways to dismiss a warning. In Markdown a comment that changes no rendering; where the text is to stay untouched, an
 * entry in the annotation file. Both remember the passage by its words, so that a dismissal survives edits around it.
 */
import type { DismissalScope } from '../annotations/annotation.ts';
import type { Recorded } from '../annotations/annotationFile.ts';
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { flat } from './wording.ts';

/** What a person records about a passage. */
export interface Recording {
  readonly span: Span;
  readonly record: Partial<Recorded>;
}

export interface Dismiss {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly annotation: Recording | null;
}

const SCOPES: readonly { readonly scope: DismissalScope; readonly title: (rule: string) => string }[] = [
  { scope: 'passage', title: () => 'Dismiss for this passage' },
  { scope: 'line', title: () => 'Dismiss for this line' },
  { scope: 'block', title: () => 'Dismiss for this paragraph' },
  { scope: 'file', title: (rule) => `Dismiss ${rule} in this file` },
];

/** Narrowest first. */
export function dismissals(context: FeatureContext, finding: Finding): readonly Dismiss[] {
  const { settings, article } = context;
  const inText = settings.annotationPlace === 'auto' && article.format === 'markdown';
  return inText || settings.annotationPlace === 'marks'
    ? inComments(context, finding)
    : SCOPES.map(({ scope, title }) => ({
        title: title(finding.rule),
        edits: [],
        annotation: {
          span: finding.span,
          record: { verdict: 'dismissed', dismissal: { scope, rules: [finding.rule], reason: null } },
        },
      }));
}

/** Comments exist in Markdown only; plain text has no way to dismiss in the text. */
function inComments({ text, article }: FeatureContext, { rule, span }: Finding): Dismiss[] {
  if (article.format !== 'markdown') return [];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const words = flat(textOf(text, span)).replace(/["“”]/g, '').replace(/--+>?/g, ' ').trim();
  const block = article.blocks.find((other) => other.span.start <= span.start && span.end <= other.span.end);
  const front =
    article.blocks[0]?.kind === 'front-matter' ? endOfLine(text, article.blocks[0].span.end) : null;
  const comment = `<!-- attest-dismiss-file ${rule} -->`;
  const places: Readonly<Record<string, { at: number; newText: string } | null>> = {
    passage: words === '' ? null : inLine(text, span.end, `attest-dismiss-line ${rule} "${words}"`),
    line: inLine(text, span.end, `attest-dismiss-line ${rule}`),
    block: block ? inLine(text, block.span.end, `attest-dismiss-block ${rule}`) : null,
    file:
      front === null
        ? { at: 0, newText: `${comment}${lineBreak}${lineBreak}` }
        : { at: front, newText: `${lineBreak}${lineBreak}${comment}` },
  };
  return SCOPES.flatMap(({ scope, title }): Dismiss[] => {
    const place = places[scope];
    if (!place) return [];
    const edit = { span: { start: place.at, end: place.at }, newText: place.newText };
    return [{ title: title(rule), edits: [edit], annotation: null }];
  });
}

function inLine(text: string, offset: number, comment: string): { at: number; newText: string } {
  return { at: endOfLine(text, offset), newText: ` <!-- ${comment} -->` };
}

function endOfLine(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest ? offset + rest.index : text.length;
}
