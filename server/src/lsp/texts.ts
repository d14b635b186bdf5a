/** Places in any article of the session as the client counts and spells them. */
import type { Location, Position, Range } from 'vscode-languageserver';
import type { Place } from '../features/context.ts';
import type { Span } from '../text/span.ts';
import type { Workspace } from '../workspace/types.ts';
import type { Documents } from './documents.ts';
import type { PositionEncoding } from './encoding.ts';
import { offsetAt, spanOf } from './fromProtocol.ts';
import type { Lines } from './lines.ts';
import { linesOf } from './lines.ts';
import type { Originals } from './originals.ts';
import { positionAt, rangeOf, unitsBetween } from './toProtocol.ts';

/** Line tables of closed articles that were asked for last. */
const MAX_REMEMBERED = 32;

export class Texts {
  readonly #closed = new Map<string, Lines>();

  constructor(
    private readonly documents: Documents,
    private readonly workspace: Workspace,
    private readonly originals: Originals,
    readonly encoding: PositionEncoding,
  ) {}

  /** The URI as the client spells it, as far as it has told. */
  uri(id: string): string {
    return this.originals.shownUri(id) ?? this.documents.byId(id)?.uri ?? id;
  }

  offset(id: string, position: Position): number {
    return offsetAt(this.lines(id), position, this.encoding);
  }

  span(id: string, range: Range): Span {
    return spanOf(this.lines(id), range, this.encoding);
  }

  position(id: string, offset: number): Position {
    return positionAt(this.lines(id), offset, this.encoding);
  }

  range(id: string, span: Span): Range {
    const inFile = this.originals.placeInFile(id, span);
    return inFile
      ? rangeOf(linesOf(inFile.raw), inFile.span, this.encoding)
      : rangeOf(this.lines(id), span, this.encoding);
  }

  /** Where an editor opens a place: the URI with the line, as editors read it. */
  address({ id, span }: Place): string {
    const { line, character } = this.position(id, span.start);
    const column = character === 0 ? '' : `,${character + 1}`;
    return `${this.uri(id)}#L${line + 1}${column}`;
  }

  /** How many of the client's units a text without line breaks takes. */
  units(text: string): number {
    return unitsBetween(text, 0, text.length, this.encoding);
  }

  location({ id, span }: Place): Location {
    return { uri: this.uri(id), range: this.range(id, span) };
  }

  lines(id: string): Lines {
    const open = this.documents.byId(id);
    if (open && !this.originals.has(id)) return open.lines;
    const text = this.workspace.input(id)?.text ?? '';
    const known = this.#closed.get(id);
    this.#closed.delete(id);
    const lines = known?.text === text ? known : linesOf(text);
    this.#closed.set(id, lines);
    if (this.#closed.size > MAX_REMEMBERED) this.#closed.delete(this.#closed.keys().next().value!);
    return lines;
  }
}
