/** What people record about passages, written to annotation files; whoever waits for it is told why it was not. */
import type { MessageConnection } from 'vscode-languageserver';
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { AnnotationFile } from '../annotations/annotationFile.ts';
import { addAnnotation, annotationFileName, removeAnnotation } from '../annotations/annotationFile.ts';
import type { Recording } from '../features/recording.ts';
import type { Say } from '../text/say.ts';
import { textOf } from '../text/span.ts';
import type { AnnotationFiles } from './annotationFiles.ts';
import { NotWritten } from './annotationFiles.ts';
import type { Documents } from './documents.ts';
import { describe } from './guard.ts';
import { ignore } from './log.ts';
import type { Log } from './ports.ts';
import { reasonOf } from './ports.ts';
import { canonicalUri, fileNameOf } from './uri.ts';

export class Recordings {
  constructor(
    private readonly connection: MessageConnection,
    private readonly documents: Documents,
    private readonly annotations: AnnotationFiles,
    private readonly log: Log,
    private readonly say: Say,
  ) {}

  /**
   * Records something about a passage of an open article in its annotation file. Tells people why it could not.
   * @returns the id of the annotation once the file is written; null when it was not. Never rejects
   */
  async add(uri: string, passage: Recording, words: string): Promise<string | null> {
    const id = canonicalUri(uri);
    const text = this.documents.get(id)?.lines.text ?? '';
    const { span, record } = passage;
    if (words === '' || textOf(text, span) !== words) {
      this.#tell(this.say('The passage has changed since; nothing was recorded.'));
      return null;
    }
    const stamp = { time: new Date().toISOString(), article: fileNameOf(id) };
    const name = `urn:uuid:${crypto.randomUUID()}`;
    const written = await this.#write(id, (file) => addAnnotation(file, name, text, span, record, stamp));
    return written ? name : null;
  }

  /** Takes annotations of an article back, by their ids; ids that are not there are nothing to do. Never rejects. */
  async remove(uri: string, ids: readonly string[]): Promise<void> {
    await this.#write(canonicalUri(uri), (file) => ids.reduce(removeAnnotation, file));
  }

  /** Whether the file was written; tells people why it was not. */
  async #write(id: string, change: (file: AnnotationFile) => AnnotationFile): Promise<boolean> {
    try {
      await this.annotations.change(id, change);
      return true;
    } catch (error) {
      if (error instanceof NotWritten) this.#tell(error.message);
      else {
        const name = fileNameOf(annotationFileName(id));
        this.log.error(`${name} cannot be written: ${describe(error)}`);
        this.#tell(
          this.say(
            '“{0}” cannot be written: {1}. It is as it was; nothing was recorded.',
            name,
            reasonOf(error, this.say),
          ),
        );
      }
      return false;
    }
  }

  #tell(message: string): void {
    const type: MessageType = MessageType.Warning;
    this.connection.sendNotification(ShowMessageNotification.type, { type, message }).catch(ignore);
  }
}
