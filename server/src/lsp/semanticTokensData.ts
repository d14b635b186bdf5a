/** Semantic tokens as the protocol packs them: five numbers each, relative to the token before. */
import type { SemanticToken } from '../features/semanticTokens.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/semanticTokens.ts';
import type { PositionEncoding } from './encoding.ts';
import type { Lines } from './lines.ts';
import { lineEnd } from './lines.ts';
import { positionAt, unitsBetween } from './toProtocol.ts';

/** @param tokens in text order, without overlaps; one that runs over several lines is packed line by line */
export function encodeTokens(
  lines: Lines,
  tokens: readonly SemanticToken[],
  encoding: PositionEncoding,
): number[] {
  const data: number[] = [];
  let lastLine = 0;
  let lastCharacter = 0;
  for (const { span, type, modifier } of tokens) {
    for (let start = span.start; start < span.end;) {
      const { line, character } = positionAt(lines, start, encoding);
      const end = Math.min(span.end, lineEnd(lines, line));
      const length = unitsBetween(lines.text, start, end, encoding);
      if (length > 0) {
        data.push(
          line - lastLine,
          line === lastLine ? character - lastCharacter : character,
          length,
          TOKEN_TYPES.indexOf(type),
          modifier === null ? 0 : 1 << TOKEN_MODIFIERS.indexOf(modifier),
        );
        lastLine = line;
        lastCharacter = character;
      }
      start = Math.max(end, lines.starts[line + 1] ?? span.end);
    }
  }
  return data;
}
