/**
 * Where a report ends inside a coordination, told by the tense. After a verb of saying in the past, reported speech is
 * shifted back (`had received`); a coordinated clause with its own subject and a reporting verb in the present perfect
 * is the writer's again: `Osei said that the pumps had failed and Keane has warned that they may fail again.`
 */
import type { Token } from '../tokens.ts';
import { Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';

export interface Return {
  /** The conjunction: the report ends before it. */
  readonly conjunction: number;
  /** What the clause behind it reports. */
  readonly source: Stretch;
  readonly cue: Stretch;
  readonly content: Stretch;
}

const SUBJECT_LENGTH = 8;
const LIKELY_CUE = 3;

/** The first place in a content where the writer takes over again; null for none. */
export function returnToWriter(
  tokens: readonly Token[],
  v: BlockView,
  { first, last }: Stretch,
): Return | null {
  for (let i = first + 1; i < last; i++) {
    if (v.pos[i] !== Pos.conjunction || v.quotation[i]! >= 0) continue;
    const auxiliary = presentPerfect(tokens, v, i + 1, last);
    if (auxiliary < 0) continue;
    const cue = cueFrom(tokens, v, auxiliary, last);
    if (!cue) continue;
    return {
      conjunction: i,
      source: { first: i + 1, last: auxiliary - 1 },
      cue,
      content: { first: cue.last + 1, last },
    };
  }
  return null;
}

/** The `has` or `have` after a subject that begins at `from`. */
function presentPerfect(tokens: readonly Token[], v: BlockView, from: number, last: number): number {
  for (let i = from; i <= last && i <= from + SUBJECT_LENGTH; i++) {
    const { lower } = tokens[i]!;
    if (lower === 'has' || lower === 'have') return i > from ? i : -1;
    const p = v.pos[i]!;
    if (p === Pos.verb || p === Pos.auxiliary || p === Pos.conjunction || p === Pos.punctuation) return -1;
  }
  return -1;
}

/** The verb of `has also appeared to suggest`, when a that-clause follows. */
function cueFrom(tokens: readonly Token[], v: BlockView, auxiliary: number, last: number): Stretch | null {
  let verb = -1;
  for (let i = auxiliary + 1; i <= last; i++) {
    if (tokens[i]!.lower === 'that') return verb < 0 ? null : { first: verb, last: verb };
    const p = v.pos[i]!;
    if (p === Pos.verb) {
      if (v.cueRate[i]! < LIKELY_CUE) return null;
      verb = i;
    } else if (p !== Pos.adverb && p !== Pos.particle && p !== Pos.auxiliary) return null;
  }
  return null;
}
