/** How the client counts characters within a line. Inside the server everything is UTF-16 code units. */
import { PositionEncodingKind } from 'vscode-languageserver';

export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** UTF-16 wherever the client takes it, since texts are held that way; else the first it names that is known. */
export function negotiateEncoding(offered: unknown): PositionEncoding {
  if (!Array.isArray(offered) || offered.length === 0 || offered.includes(PositionEncodingKind.UTF16))
    return 'utf-16';
  const known = (offered as unknown[]).find(
    (kind: unknown) => kind === PositionEncodingKind.UTF8 || kind === PositionEncodingKind.UTF32,
  );
  return (known as PositionEncoding | undefined) ?? 'utf-16';
}

/** How many units of `encoding` a code point takes. A lone surrogate counts like the character that replaces it. */
export function unitsOf(codePoint: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-32') return 1;
  if (encoding === 'utf-16') return codePoint > 0xffff ? 2 : 1;
  if (codePoint <= 0x7f) return 1;
  if (codePoint <= 0x7ff) return 2;
  return codePoint <= 0xffff ? 3 : 4;
}
