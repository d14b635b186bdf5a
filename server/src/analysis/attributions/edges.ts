/** What stands between a token and the one before it, for the weights of a step from one label to the next. */
import { Mark, Pos } from './blockView.ts';

/** What the classes are read from; see `BlockView`. */
interface Marked {
  readonly length: number;
  readonly pos: Int32Array;
  readonly mark: Int32Array;
  readonly sentence: Int32Array;
  readonly quotation: Int32Array;
}

export const EDGE_CLASSES = 24;

/** The class of the edge from each token's predecessor to it; 0 for the first. */
export function edgeClasses(view: Marked): Uint8Array {
  const classes = new Uint8Array(view.length);
  for (let i = 1; i < view.length; i++) classes[i] = edgeClass(view, i);
  return classes;
}

function edgeClass({ pos, mark, sentence, quotation }: Marked, i: number): number {
  const before = quotation[i - 1]!;
  const here = quotation[i]!;
  if (before !== here) return here < 0 ? 1 : before < 0 ? 2 : 3;
  const quoted = here >= 0 ? 10 : 0;
  if (sentence[i] !== sentence[i - 1]) return 4 + quoted;
  switch (mark[i]) {
    case Mark.none:
      break;
    case Mark.stop:
    case Mark.question:
      return 5 + quoted;
    default:
      return 6 + quoted;
  }
  switch (mark[i - 1]) {
    case Mark.none:
      break;
    case Mark.comma:
      return 7 + quoted;
    default:
      return 8 + quoted;
  }
  const p = pos[i]!;
  if (p === Pos.conjunction || p === Pos.subordinator || p === Pos.adposition) return 9 + quoted;
  return (p === Pos.verb || p === Pos.auxiliary ? 10 : 11) + (here >= 0 ? 12 : 0);
}
