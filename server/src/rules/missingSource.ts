import type { Target } from '../annotations/targets.ts';
import { findDirective, footnoteTarget, parseTarget, relativePath } from '../annotations/targets.ts';
import { footnoteTargets } from '../annotations/coverage.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { SearchableText } from '../text/wordSearch.ts';
import { searchable } from '../text/wordSearch.ts';
import type { ArticleId } from '../workspace/types.ts';
import { KnownSources } from './knownSources.ts';
import { quoted } from './messages.ts';
import type { Fix, Rule, RuleContext, RuleFinding } from './rule.ts';
import { wrongSources } from './wrongSource.ts';

export const missingSource: Rule = {
  id: 'missing-source',
  title: 'A source that cannot be followed',
  explanation:
    'A mark, footnote or annotation names a file that is not there, a source id that no document has, or a passage ' +
    'that its document no longer contains; or a footnote has no definition. Paths are relative to the article and ' +
    'never lead out of the workspace. Web addresses are not followed. Correct the target, or link the passage again. ' +
    'A quotation that the named document does not have, and another one has word for word, is a milder finding.',
  defaultSeverity: 'error',
  needsWorkspace: false,
  looksNearby: false,
  examples: {
    warned: [
      {
        text: 'Some 5,000 dockers are out of work <w>[source: ../sources/survey-2019.txt]</w>.',
        sources: { 'sources/survey.txt': 'Of the dockers asked, 5,000 were out of work.' },
      },
      {
        text: 'Some 5,000 dockers are out of work <w>[source: ../sources/survey.txt#:~:text=six%20thousand]</w>.',
        sources: { 'sources/survey.txt': 'Of the dockers asked, 5,000 were out of work.' },
      },
      { text: 'Some 5,000 dockers are out of work.<w>[^survey]</w>', format: 'markdown' },
      {
        text: '“We never wanted the bridge to be built in summer,” Veld said <w>[source: ../sources/minutes.txt]</w>.',
        sources: {
          'sources/interview.txt': 'VELD: We never wanted the bridge to be built in summer.',
          'sources/minutes.txt': 'The committee approved the budget for the coming year.',
        },
      },
      'Some 5,000 dockers are out of work <w>[source: ]</w>.',
      'Some 5,000 dockers are out of work <w>[source: ../../../secret.txt]</w>.',
    ],
    silent: [
      {
        text: 'Some 5,000 dockers are out of work [source: ../sources/survey.txt#:~:text=5%2C000%20were].',
        sources: { 'sources/survey.txt': 'Of the dockers asked, 5,000 were out of work.' },
      },
      {
        text: 'Some 5,000 dockers are out of work [source: dock-survey].',
        sources: {
          'sources/survey.md': '---\nid: dock-survey\n---\n\nOf the dockers asked, 5,000 were out of work.',
        },
      },
      {
        text: 'Some 5,000 dockers are out of work.[^1]\n\n[^1]: Interview with the union secretary, 12 May.\n',
        format: 'markdown',
      },
      {
        text: '“We never wanted the bridge to be built in summer,” Veld said [source: ../sources/minutes.txt].',
        sources: {
          'sources/interview.txt': 'VELD: We never wanted the bridge to be built in summer.',
          'sources/minutes.txt': 'Veld repeats that “we never wanted the bridge to be built in summer”.',
        },
      },
      {
        text: '“We never wanted the bridge to be built in summer,” Veld said [source: ../sources/minutes.txt].',
        sources: { 'sources/minutes.txt': 'The committee approved the budget for the coming year.' },
      },
      'Some 5,000 dockers are out of work [source: https://example.org/survey].',
      '',
    ],
  },
  check: checkTargets,
};

/** Something written that is to lead to a source. */
interface Link {
  readonly span: Span;
  /** The TARGET as written. */
  readonly target: string;
  /** Where the TARGET itself stands in the text; null for one in the annotation file. */
  readonly written: Span | null;
}

function checkTargets(context: RuleContext): RuleFinding[] {
  const { id, workspace, folders, marks, annotations, wording } = context;
  if (marks.length === 0 && annotations.length === 0) return [];
  const findings: RuleFinding[] = undefinedFootnotes(context);
  const sources = new KnownSources(id, folders, workspace);
  const texts = new Map<ArticleId, SearchableText>();
  for (const link of linksOf(context)) {
    const target = parseTarget(link.target);
    if (!target) findings.push({ span: link.span, message: wording('missingEmptyTarget') });
    else findings.push(...checkTarget(context, link, target, sources, texts));
  }
  if (workspace) findings.push(...wrongSources(context, sources));
  return findings;
}

function checkTarget(
  context: RuleContext,
  link: Link,
  target: Target,
  sources: KnownSources,
  texts: Map<ArticleId, SearchableText>,
): RuleFinding[] {
  const { workspace, exists, wording } = context;
  const { span } = link;
  const name = quoted(target.address);
  const found = sources.find(target);
  switch (found.kind) {
    case 'outside':
      return [{ span, message: wording('missingOutside', name) }];
    case 'unknown-id':
      // Alone, an article does not know the ids of the others.
      return workspace ? [{ span, message: wording('missingTarget', name) }] : [];
    case 'elsewhere': {
      if (target.kind === 'url' || exists(found.uri) !== false) return [];
      return [
        { span, message: wording('missingTarget', name), fixes: renamed(context, link, target, sources) },
      ];
    }
    case 'article': {
      const text = texts.get(found.id) ?? searchable(workspace!.input(found.id)!.text);
      texts.set(found.id, text);
      const lost = target.directives.some((directive) => findDirective(text, directive).length === 0);
      return lost ? [{ span, message: wording('missingFragment', name) }] : [];
    }
  }
}

function renamed(
  { id, wording }: RuleContext,
  { target: written, written: span }: Link,
  target: Target,
  sources: KnownSources,
): Fix[] {
  const meant = span && sources.sameFileName(target.address);
  const path = meant ? relativePath(id, meant) : null;
  if (!span || path === null) return [];
  const newText = written.trim().replace(target.address, () => path);
  return [{ title: wording('fixRespell', quoted(path)), edits: [{ span, newText }], preferred: true }];
}

function linksOf({ text, marks, annotations }: RuleContext): Link[] {
  const links: Link[] = [];
  for (const { kind, span, content } of marks) {
    const target = textOf(text, content);
    if (kind === 'source') links.push({ span, target, written: content });
    // A footnote may name its source in words; then there is nothing to follow.
    const followed = kind === 'definition' ? footnoteTarget(target) : null;
    if (followed !== null) {
      const start = content.start + target.indexOf(followed);
      links.push({ span: content, target: followed, written: { start, end: start + followed.length } });
    }
  }
  for (const { annotation, span } of annotations) {
    if (span && annotation.source !== null) links.push({ span, target: annotation.source, written: null });
  }
  return links;
}

function undefinedFootnotes({ text, marks, wording }: RuleContext): RuleFinding[] {
  const defined = footnoteTargets(text, marks);
  return marks
    .filter(({ kind, id }) => kind === 'footnote' && !defined.has(id))
    .map(({ span }) => ({ span, message: wording('missingFootnote', quoted(textOf(text, span))) }));
}
