/** Shows the mistakes in Attest's own files: in those that an editor has open, and in damaged ones beside open articles. */
import type { Diagnostic, MessageConnection } from 'vscode-languageserver';
import { PublishDiagnosticsNotification } from 'vscode-languageserver';
import { annotationFileName } from '../annotations/annotationFile.ts';
import type { Say } from '../text/say.ts';
import type { AnnotationFiles } from './annotationFiles.ts';
import type { Documents, OpenDocument } from './documents.ts';
import type { PositionEncoding } from './encoding.ts';
import { linesOf } from './lines.ts';
import { ignore } from './log.ts';
import type { SideFileKind } from './sideFiles.ts';
import { sideFileDiagnostics } from './sideFiles.ts';

export class SideFileReports {
  /** Annotation files that no editor has open and whose mistakes are shown. */
  readonly #toldOf = new Set<string>();

  constructor(
    private readonly connection: MessageConnection,
    private readonly documents: Documents,
    private readonly annotations: AnnotationFiles,
    private readonly encoding: PositionEncoding,
    private readonly say: Say,
  ) {}

  /** The file was opened or edited. */
  show(document: OpenDocument, kind: SideFileKind): void {
    this.#publish(document, sideFileDiagnostics(document.lines, kind, this.encoding, this.say));
  }

  /** The file was closed. */
  hide(document: OpenDocument): void {
    this.#publish(document, []);
  }

  /** A file beside an open article is told of although nobody has opened it: what it holds counts for nothing now. */
  tellOfFileBeside(articleId: string): void {
    const uri = annotationFileName(articleId);
    if (this.documents.get(uri)) return;
    const text = this.annotations.damagedText(articleId);
    if (text !== undefined) {
      this.#toldOf.add(uri);
      const diagnostics = sideFileDiagnostics(linesOf(text), 'annotation-file', this.encoding, this.say);
      this.#publish({ uri }, diagnostics);
    } else if (this.#toldOf.delete(uri)) this.#publish({ uri }, []);
  }

  #publish(document: Pick<OpenDocument, 'uri'> & Partial<OpenDocument>, diagnostics: Diagnostic[]): void {
    const { uri, version } = document;
    const params = version === undefined ? { uri, diagnostics } : { uri, version, diagnostics };
    this.connection.sendNotification(PublishDiagnosticsNotification.type, params).catch(ignore);
  }
}
