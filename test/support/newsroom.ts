/** A small workspace in memory, and what a feature is given for one of its articles. */
import { analyzeArticle } from '../../server/src/analysis/analyze.ts';
import type { ArticleFormat } from '../../server/src/analysis/facts.ts';
import { anchorAll } from '../../server/src/annotations/anchor.ts';
import type { Recorded } from '../../server/src/annotations/annotationFile.ts';
import { addAnnotation, emptyAnnotationFile } from '../../server/src/annotations/annotationFile.ts';
import { DEFAULT_SETTINGS } from '../../server/src/config/table.ts';
import type { Settings } from '../../server/src/config/settings.ts';
import type { FeatureContext } from '../../server/src/features/context.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { sayInEnglish } from '../../server/src/text/say.ts';
import { findMarks, maskMarks } from '../../server/src/text/marks.ts';
import type { Span } from '../../server/src/text/span.ts';
import { createWorkspace } from '../../server/src/workspace/workspace.ts';
import { readMarked } from './marked.ts';

export const DRAFT_ID = 'file:///newsroom/draft.md';

export interface Newsroom {
  readonly context: FeatureContext;
  /** Where `<|>` stood in the draft. */
  readonly caret: number;
  readonly text: string;
  /** The text of a span in any of the articles. */
  readonly words: (place: { id?: string; span: Span }) => string;
}

/** @param sources other articles by file name */
export function newsroom(
  markedDraft: string,
  sources: Readonly<Record<string, string>> = {},
  {
    format = 'plain',
    settings = {},
    annotate = [],
  }: {
    format?: ArticleFormat;
    settings?: Partial<Settings>;
    /** What somebody recorded about words of the draft. */
    annotate?: readonly (Partial<Recorded> & { readonly words: string })[];
  } = {},
): Newsroom {
  const { text, carets } = readMarked(markedDraft, []);
  const workspace = createWorkspace();
  const metadata = {};
  workspace.set({ id: DRAFT_ID, text, format, isSource: false, metadata });
  for (const [name, source] of Object.entries(sources)) {
    workspace.set({
      id: `file:///newsroom/${name}`,
      text: source,
      format: 'plain',
      isSource: name.startsWith('sources/'),
      metadata,
    });
  }
  const marks = findMarks(text, format);
  const article = analyzeArticle(maskMarks(text, format, marks), { format });
  const all: Settings = { ...DEFAULT_SETTINGS, ...settings };
  const folders = ['file:///newsroom'];
  const stamp = { time: '2030-01-01T00:00:00Z', article: 'draft.md' };
  const file = annotate.reduce((before, { words, ...record }, i) => {
    const start = text.indexOf(words);
    return addAnnotation(before, `a${i}`, text, { start, end: start + words.length }, record, stamp);
  }, emptyAnnotationFile());
  const annotations = anchorAll(text, file.annotations);
  const findings = runRules({ id: DRAFT_ID, article, text, marks, annotations, workspace, folders }, all);
  return {
    context: {
      id: DRAFT_ID,
      article,
      text,
      marks,
      annotations,
      workspace,
      findings,
      settings: all,
      folders,
      locatorOf: () => null,
      say: sayInEnglish,
      nameOf: (id) => id.slice(id.lastIndexOf('/') + 1),
    },
    caret: carets[0] ?? -1,
    text,
    words: ({ id = DRAFT_ID, span }) => workspace.input(id)?.text.slice(span.start, span.end) ?? '',
  };
}
