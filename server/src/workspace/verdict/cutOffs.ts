/**
 * What a passage cuts off that turns it round. A quotation may begin and end where it likes, and leave words out at an
 * ellipsis; a statement may not become its contrary by it.
 *
 * The word differences never see these words, since they lie outside what was matched. Where the writer says them in
 * words of their own around the passage, nothing is lost.
 */
import type { Span } from '../../text/span.ts';
import type { ComparedPart } from './comparedParts.ts';
import {
  conditionAfter,
  conditionBefore,
  conditionalClauseBefore,
  denialBefore,
  nearMissBefore,
} from './cutFrames.ts';
import { negationAfter, negationBefore, negationLeftOut } from './cutNegations.ts';
import type { ChangeKind, WordChange } from './difference/wordDifference.ts';
import type { Passage } from '../matching/passage.ts';
import type { SourceWords } from './sourceWords.ts';
import { WritersWords } from './writersWords.ts';

/** One change for each place of the passage where the source takes back what is left. */
export function cutOffs(passage: Passage, parts: readonly ComparedPart[], source: SourceWords): WordChange[] {
  return parts.flatMap((compared, i) => {
    const { part, words, stretch } = compared;
    const { piece, from, to, alignment } = part;
    const isFirst = piece === 0 && from === 0 && alignment.pairs[0]![0] === from;
    const isLast = piece === passage.pieces.length - 1 && to === passage.pieces[piece]!.words.length;
    const endsExactly = isLast && alignment.pairs.at(-1)![0] === to - 1;
    const before = parts[i - 1];
    const leftOut = before && from === 0 && passage.afterEllipsis[piece]!;
    const atStart = leftOut
      ? change('negation', negationLeftOut(source, before.stretch.to, stretch.from))
      : isFirst && cutOffBefore(passage, source, stretch.from);
    const atEnd = endsExactly && cutOffAfter(passage, source, stretch.to - 1);
    return [
      ...(atStart ? [{ ...atStart, here: emptyAt(words[0]!.start) }] : []),
      ...(atEnd ? [{ ...atEnd, here: emptyAt(words.at(-1)!.end) }] : []),
    ];
  });
}

type CutOff = Pick<WordChange, 'kind' | 'there'>;

/** What stands in the source right before the word `first`, with which the passage begins. */
function cutOffBefore(passage: Passage, source: SourceWords, first: number): CutOff | undefined {
  const writer = new WritersWords(passage.text, passage.span);
  const denied = negationBefore(source, first) ?? denialBefore(source, first);
  if (denied) return writer.deny ? undefined : change('negation', denied);
  const condition = conditionBefore(source, first) ?? conditionalClauseBefore(source, first);
  if (condition) return writer.setCondition ? undefined : change('condition', condition);
  const nearMiss = nearMissBefore(source, first);
  if (!nearMiss || writer.makeLess) return undefined;
  return change(nearMiss.isAmount ? 'number' : 'negation', nearMiss.span);
}

/** What stands in the source right after the word `last`, with which the passage ends. */
function cutOffAfter(passage: Passage, source: SourceWords, last: number): CutOff | undefined {
  const negation = negationAfter(source, last);
  if (negation) return change('negation', negation);
  const condition = conditionAfter(source, last);
  if (!condition) return undefined;
  return new WritersWords(passage.text, passage.span).setCondition
    ? undefined
    : change('condition', condition);
}

function change(kind: ChangeKind, there: Span | undefined): CutOff | undefined {
  return there && { kind, there };
}

function emptyAt(offset: number): Span {
  return { start: offset, end: offset };
}
