/** What `attest check` found, ready for any format. */
import type { Fix, Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { Region } from './lines.ts';

export interface CheckedFile {
  /** As the person would write it: relative to where they are. */
  readonly path: string;
  readonly text: string;
  readonly problems: readonly CheckProblem[];
}

export interface CheckProblem {
  /** A rule's id, or `project-file` and `annotation-file` for mistakes in those. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly region: Region;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

export interface RelatedPlace {
  readonly path: string;
  readonly region: Region;
  readonly message: string;
}

export interface CheckReport {
  readonly files: readonly CheckedFile[];
  /** Files found that do not read like an article. */
  readonly skipped: number;
  /** Files found that are source documents by `attest.sources`, and checked only when asked for by name. */
  readonly sources: number;
}

export function countOf({ files }: CheckReport, severity: Severity): number {
  return files.reduce(
    (sum, { problems }) => sum + problems.filter((problem) => problem.severity === severity).length,
    0,
  );
}
