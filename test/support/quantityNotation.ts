/**
 * Quantities written into their sentence, so that a test reads as what was found:
 * `<n:5000 troops, about>some 5,000 troops</n> left in <x:year>2016</x>`.
 */
import { analyzeBlock } from '../../server/src/analysis/blockFacts.ts';
import type { BlockKind, Quantity } from '../../server/src/analysis/facts.ts';
import { readMarked, writeMarked } from './marked.ts';

const MODIFIERS = { '=': '', '~': ', about', '>': ', over', '<': ', under', range: ', range' } as const;
const CHANGES = { '=': '', up: ', up', down: ', down' } as const;

/** The quantities of a block of the given text, as analysis finds them. */
export function quantitiesOf(text: string, kind: BlockKind = 'paragraph'): readonly Quantity[] {
  return analyzeBlock(text, kind).quantities;
}

/** The text without tags, and the same text with the quantities that were found in it marked. */
export function readQuantities(marked: string, kind?: BlockKind): { text: string; found: string } {
  const { text } = readMarked(marked, ['n', 'x']);
  return { text, found: markQuantities(text, quantitiesOf(text, kind)) };
}

/** Marks quantities in their text: claims as `<n:…>`, exempt ones as `<x:exemption>`. */
export function markQuantities(text: string, quantities: readonly Quantity[]): string {
  const spans = quantities.map((quantity) => ({
    ...quantity.span,
    tag: quantity.exempt === null ? 'n' : 'x',
    label: quantity.exempt ?? labelOf(quantity),
  }));
  return writeMarked(text, spans);
}

function labelOf({ value, upper, unit, modifier, change }: Quantity): string {
  const rounded = (number: number) => String(Number(number.toPrecision(6)));
  const range = upper === null ? '' : `..${rounded(upper)}`;
  return `${rounded(value)}${range} ${unit ?? '-'}${MODIFIERS[modifier]}${CHANGES[change]}`;
}
