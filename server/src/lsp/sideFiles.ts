/** The mistakes in Attest's own files, shown in them and mended there: the project file and annotation files. */
import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind, DiagnosticSeverity } from 'vscode-languageserver';
import { ANNOTATION_ENDING, parseAnnotationFile } from '../annotations/annotationFile.ts';
import { PROJECT_FILE, parseProjectFile } from '../config/projectFile.ts';
import type { Say } from '../text/say.ts';
import type { PositionEncoding } from './encoding.ts';
import type { Lines } from './lines.ts';
import { spanOf } from './fromProtocol.ts';
import { rangeOf } from './toProtocol.ts';
import { fileNameOf } from './uri.ts';

export type SideFileKind = 'project-file' | 'annotation-file';

/** Undefined for a document that is neither. */
export function sideFileKind(id: string): SideFileKind | undefined {
  if (fileNameOf(id) === PROJECT_FILE) return 'project-file';
  return id.endsWith(ANNOTATION_ENDING) ? 'annotation-file' : undefined;
}

export function sideFileDiagnostics(
  lines: Lines,
  kind: SideFileKind,
  encoding: PositionEncoding,
  say: Say,
): Diagnostic[] {
  const { problems } =
    kind === 'project-file' ? parseProjectFile(lines.text, say) : parseAnnotationFile(lines.text, say);
  return problems.map(({ span, message }) => ({
    range: rangeOf(lines, span, encoding),
    severity: kind === 'project-file' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
    code: kind,
    source: 'attest',
    message,
  }));
}

/** Fixes for mistakes of the project file in a range: the word that was probably meant. */
export function projectFileFixes(
  uri: string,
  lines: Lines,
  range: Range,
  encoding: PositionEncoding,
  say: Say,
): CodeAction[] {
  const asked = spanOf(lines, range, encoding);
  return parseProjectFile(lines.text, say).problems.flatMap(({ span, suggestion }): CodeAction[] => {
    if (suggestion === null || span.end < asked.start || asked.end < span.start) return [];
    const edit = { range: rangeOf(lines, span, encoding), newText: suggestion };
    return [
      {
        title: say('Change to “{0}”', suggestion),
        kind: CodeActionKind.QuickFix,
        isPreferred: true,
        edit: { changes: { [uri]: [edit] } },
      },
    ];
  });
}
