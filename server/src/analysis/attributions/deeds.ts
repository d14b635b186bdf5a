/**
 * Deeds that the taggers take for words. They learned from newspapers, where whatever a politician does stands for what
 * he thinks; in a story people fold letters and look at their soup.
 */
import type { Token } from '../tokens.ts';
import { Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';
import { canUtter, hasVerb } from './phrases.ts';
import type { Report } from './report.ts';

/** A lemma that is part of a cue more often than this is no mere deed when the taggers are sure. */
const RARE_CUE = 3;
/** How sure the taggers are when they may take a deed for a report. */
const SURE = 0.55;

/**
 * Whether the cue tells of a deed: its head is no word of reporting, and what it is done to is no quotation and no clause
 * that a likelier cue would report. `She folded it into her sleeve`, but not `He repeated the figure`.
 */
export function isDeed(
  tokens: readonly Token[],
  v: BlockView,
  { cue, content }: Report,
  confidence: number,
): boolean {
  const head = headOf(v, cue);
  if (content.some((part) => isQuoted(v, part))) return isBeat(tokens, v, head, { cue, content });
  const isClause = content.some((part) => hasVerb(v, part));
  if (GESTURES.has(tokens[head]!.lemma)) return !isClause;
  if (v.cueClass[head] !== 0) return false;
  const isRare = v.cueRate[head]! < RARE_CUE;
  return isClause ? isRare && confidence < SURE : isRare || confidence < SURE;
}

/**
 * `He looked at his soup. “It is cold.”`: the deed has its own object, and the words are a sentence of their own. Whose
 * they are is found from the sentence beside them (`continuation/neighbours.ts`).
 */
function isBeat(
  tokens: readonly Token[],
  v: BlockView,
  head: number,
  { cue, content }: Pick<Report, 'cue' | 'content'>,
): boolean {
  if (canUtter(tokens[head]!) || (v.cueClass[head] !== 0 && !GESTURES.has(tokens[head]!.lemma))) return false;
  if (v.cueClass[head] === 0 && v.cueRate[head]! >= RARE_CUE) return false;
  const ownSentence = content.filter(({ first }) => v.sentence[first] === v.sentence[cue.first]);
  const hasObject = ownSentence.some(({ first }) => first > cue.last && v.quotation[first]! < 0);
  return hasObject && ownSentence.every((part) => !isQuoted(v, part) && !hasVerb(v, part));
}

/** What people do with eyes, head and mouth: a report only before words or a clause. */
const GESTURES: ReadonlySet<string> = new Set(
  'look gaze stare glance peer nod smile grin frown laugh chuckle giggle sing croon whistle weep sob gasp bark'.split(
    ' ',
  ),
);

/** The last verb of a cue, or its last noun: `has a plan to`. */
function headOf(v: BlockView, { first, last }: Stretch): number {
  for (const wanted of [Pos.verb, Pos.noun]) {
    for (let i = last; i >= first; i--) if (v.pos[i] === wanted) return i;
  }
  return last;
}

function isQuoted({ quotation }: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (quotation[i]! >= 0) return true;
  return false;
}
