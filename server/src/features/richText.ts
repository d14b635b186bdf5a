/**
 * A few lines of explanation, written once and shown as Markdown or plain text. Article text goes in as data: no
 * character of it can become a link, HTML, an image or a command.
 */
import type { Place } from './context.ts';

export type Piece = string | { readonly strong: string } | { readonly place: Place; readonly text: string };

export type RichLine = readonly Piece[];

/**
 * A sentence with pieces in its places.
 * @param template with `{0}` for the first piece; in the person's language, in which they may stand in another order
 */
export function filled(template: string, ...pieces: readonly Piece[]): RichLine {
  return template
    .split(/(\{\d\})/)
    .map((part): Piece => {
      const place = /^\{(\d)\}$/.exec(part);
      return place ? (pieces[Number(place[1])] ?? part) : part;
    })
    .filter((piece) => piece !== '');
}

export function toPlainText(lines: readonly RichLine[]): string {
  return lines
    .map((line) =>
      line.map((piece) => flatten(typeof piece === 'string' ? piece : textOfPiece(piece))).join(''),
    )
    .join('\n');
}

/** @param addressOf the URI of a place, or undefined where it cannot be opened */
export function toMarkdown(
  lines: readonly RichLine[],
  addressOf: (place: Place) => string | undefined,
): string {
  const rendered = lines.map((line) =>
    line
      .map((piece) => {
        if (typeof piece === 'string') return escapeMarkdown(piece);
        if ('strong' in piece) return `**${escapeMarkdown(piece.strong.trim())}**`;
        const address = addressOf(piece.place);
        const text = escapeMarkdown(piece.text);
        return address === undefined ? text : `[${text}](${safeAddress(address)})`;
      })
      .join(''),
  );
  return rendered.join('  \n');
}

/** Text that Markdown shows as it stands, on one line. */
export function escapeMarkdown(text: string): string {
  return flatten(text)
    .replace(/[\\`*_{}[\]<>|~@]/g, '\\$&')
    .replace(/&(?=#|\w+;)/g, '\\&')
    .replace(/\$(?=\()/g, '\\$')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`)
    .replace(/^([#+>=-]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** One line without controls, and without the marks that turn the reading direction round. */
function flatten(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

function textOfPiece(piece: Exclude<Piece, string>): string {
  return 'strong' in piece ? piece.strong : piece.text;
}

/** An address that cannot end the link early. */
function safeAddress(address: string): string {
  return address.replace(
    /[()<>\\\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
