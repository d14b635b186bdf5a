/**
 * Ways to dismiss a warning. In Markdown a comment that changes no rendering; where the text is to stay untouched, an
 * entry in the annotation file; for the whole project a line in `.attest.yaml`. A passage is remembered by its words, so
 * that a dismissal survives edits around it.
 */
import type { DismissalScope } from '../annotations/annotation.ts';
import { knownFactAdded, ruleTurnedOff } from '../config/projectEdits.ts';
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import { phrases } from '../text/say.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import type { Change } from './recording.ts';
import { recordsInText } from './recording.ts';
import { flat } from './wording.ts';

/** `project`: the rule is turned off for all articles. `known-fact`: the statement needs no source in any of them. */
export type DismissScope = Exclude<DismissalScope, 'next-line'> | 'project' | 'known-fact';

export interface Dismiss extends Change {
  readonly title: string;
  readonly scope: DismissScope;
  /** The change to `.attest.yaml`. */
  readonly project: TextEdit | null;
}

/** Narrowest first. */
const TITLES: Readonly<Record<DismissScope, string>> = phrases({
  passage: 'Dismiss for this passage',
  line: 'Dismiss for this line',
  block: 'Dismiss for this paragraph',
  'known-fact': 'Dismiss as a known fact of this project',
  file: 'Dismiss {0} in this file',
  project: 'Dismiss {0} in this project',
});

const SCOPES = Object.keys(TITLES) as readonly DismissScope[];

export function isDismissScope(scope: unknown): scope is DismissScope {
  return SCOPES.some((known) => known === scope);
}

/**
 * What can be done about a warning, narrowest first.
 * @param project the text of `.attest.yaml`, empty where there is none yet; null where it cannot be written
 */
export function dismissals(
  context: FeatureContext,
  finding: Finding,
  project: string | null,
  reason: string | null = null,
): readonly Dismiss[] {
  return SCOPES.flatMap((scope) => {
    const change = changeFor(context, finding, scope, project, reason);
    return change ? [{ title: context.say(TITLES[scope], finding.rule), scope, ...change }] : [];
  });
}

function changeFor(
  context: FeatureContext,
  finding: Finding,
  scope: DismissScope,
  project: string | null,
  reason: string | null,
): Omit<Dismiss, 'title' | 'scope'> | null {
  switch (scope) {
    case 'project':
      return inProject(project === null ? null : ruleTurnedOff(project, finding.rule, reason));
    case 'known-fact': {
      const fact = finding.rule === 'unattributed-claim' ? sentenceOf(context, finding) : '';
      return inProject(project === null || fact === '' ? null : knownFactAdded(project, fact, reason));
    }
    default:
      return inArticle(context, finding, scope, reason);
  }
}

function inProject(edit: TextEdit | null): Omit<Dismiss, 'title' | 'scope'> | null {
  return edit && { edits: [], annotation: null, project: edit };
}

/** A figure alone would be known wherever it stands. */
function sentenceOf({ article }: FeatureContext, { span }: Finding): string {
  const sentence = article.sentences.find(
    (other) => other.span.start <= span.start && span.end <= other.span.end,
  );
  return sentence ? flat(textOf(article.text, sentence.span)) : '';
}

function inArticle(
  context: FeatureContext,
  finding: Finding,
  scope: Exclude<DismissScope, 'project' | 'known-fact'>,
  reason: string | null,
): Omit<Dismiss, 'title' | 'scope'> | null {
  const { rule, span } = finding;
  if (recordsInText(context)) {
    const edit = commentFor(context, finding, scope, reason);
    return edit && { edits: [edit], annotation: null, project: null };
  }
  const dismissal = { scope, rules: [rule], reason };
  return { edits: [], annotation: { span, record: { verdict: 'dismissed', dismissal } }, project: null };
}

/** Comments exist in Markdown only; plain text has no way to dismiss in the text. */
function commentFor(
  { text, article }: FeatureContext,
  { rule, span }: Finding,
  scope: DismissalScope,
  reason: string | null,
): TextEdit | null {
  if (article.format !== 'markdown') return null;
  const why = reason === null ? '' : `: ${inComment(reason)}`;
  switch (scope) {
    case 'passage': {
      const words = inComment(flat(textOf(text, span)).replace(/["“”]/g, ''));
      return words === ''
        ? null
        : atEndOfLine(text, span.end, `attest-dismiss-line ${rule} "${words}"${why}`);
    }
    case 'block': {
      const block = article.blocks.find(
        (other) => other.span.start <= span.start && span.end <= other.span.end,
      );
      return block ? atEndOfLine(text, block.span.end, `attest-dismiss-block ${rule}${why}`) : null;
    }
    case 'file':
      return atTop({ text, article }, `<!-- attest-dismiss-file ${rule}${why} -->`);
    default:
      return atEndOfLine(text, span.end, `attest-dismiss-line ${rule}${why}`);
  }
}

/** What would end the comment is left out. */
function inComment(words: string): string {
  return flat(words.replace(/--+>?/g, ' '));
}

/** Below the front matter, which has to stand first. */
function atTop(
  { text, article: { blocks } }: Pick<FeatureContext, 'text' | 'article'>,
  comment: string,
): TextEdit {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  if (blocks[0]?.kind !== 'front-matter') return insertion(0, `${comment}${lineBreak}${lineBreak}`);
  return insertion(endOfLine(text, blocks[0].span.end), `${lineBreak}${lineBreak}${comment}`);
}

function atEndOfLine(text: string, offset: number, comment: string): TextEdit {
  return insertion(endOfLine(text, offset), ` <!-- ${comment} -->`);
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function endOfLine(text: string, offset: number): number {
  const rest = /[\r\n]/.exec(text.slice(offset));
  return rest ? offset + rest.index : text.length;
}
