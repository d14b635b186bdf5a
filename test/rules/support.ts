import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import type { ArticleFormat } from '../../server/src/analysis/facts.ts';
import type { AnchoredAnnotation } from '../../server/src/annotations/annotation.ts';
import type { Finding, RuleExample, RuleSettings } from '../../server/src/rules/rule.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { sourceMetadata } from '../../server/src/workspace/metadata.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';

export const ROOT_URI = 'file:///newsroom';
export const DRAFT = `${ROOT_URI}/drafts/draft.txt`;

export interface CheckOptions {
  readonly format?: ArticleFormat;
  readonly sources?: Readonly<Record<string, string>>;
  readonly annotations?: readonly AnchoredAnnotation[];
  readonly exists?: (id: string) => boolean | undefined;
}

/** The findings in a draft of a small newsroom; what lies in its folder `sources` is a source document. */
export function check(text: string, settings: RuleSettings, options: CheckOptions = {}): Finding[] {
  const { format = 'plain', sources = {}, annotations = [], exists } = options;
  const workspace = createWorkspace();
  for (const [path, source] of Object.entries(sources)) {
    const sourceFormat = path.endsWith('.md') ? 'markdown' : 'plain';
    workspace.set({
      id: `${ROOT_URI}/${path}`,
      text: source,
      format: sourceFormat,
      isSource: path.startsWith('sources/'),
      metadata: sourceMetadata(source, sourceFormat),
    });
  }
  workspace.set({ id: DRAFT, text, format, isSource: false, metadata: {} });
  return runRules(
    {
      id: DRAFT,
      article: analyzeArticle(text, { format }),
      text,
      workspace,
      annotations,
      folders: [ROOT_URI],
      exists: exists ?? (() => false),
    },
    settings,
    ({ rule, error }) => {
      throw new Error(`${rule} failed`, { cause: error });
    },
  );
}

export function checkArticle(text: string, example: RuleExample, settings: RuleSettings): Finding[] {
  const format = typeof example === 'string' ? undefined : example.format;
  const sources = typeof example === 'string' ? {} : example.sources;
  return check(text, settings, { ...(format && { format }), ...(sources && { sources }) });
}

export function nameOfExample(example: RuleExample): string {
  const text = typeof example === 'string' ? example : example.text;
  return text === '' ? '(empty)' : text.replace(/\s+/g, ' ');
}
