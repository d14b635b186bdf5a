/** What the second tagger knows of a cue before it reads the words around it. */
import { Mark, Pos, QuoteState, type BlockView } from './blockView.ts';
import { CUE, SOURCE, type CueReading } from './cueModel.ts';
import type { Stretch } from './learned/labels.ts';
import { AFTER, BEFORE } from './learned/padding.ts';

/** What is known of a cue before its window is read. */
export interface CueContext {
  readonly cue: Stretch;
  /** The cue's most telling lemma, its first and its last word. */
  readonly head: number;
  readonly firstWord: number;
  readonly lastWord: number;
  readonly nextWord: number;
  readonly previousWord: number;
  /** The first word's ending: `saying` and `said` have their subjects in different places. */
  readonly form: number;
  /** Whether the first tagger sees a source right before the cue (1), right behind it (2), or not (0). */
  readonly adjacentSource: number;
  /** What stands at the near ends: a quotation that ends before the cue's subject, one that begins after the cue. */
  readonly pattern: number;
  readonly window: Stretch;
  /** For every token of the window: other cues between it and this cue, commas, verbs, and whether `that` or a mark intervenes. */
  readonly cuesBetween: Uint8Array;
  readonly sourcesBetween: Uint8Array;
  readonly commasBetween: Uint8Array;
  readonly verbsBetween: Uint8Array;
  readonly between: Uint8Array;
}

export function cueContext(v: BlockView, reading: CueReading, cue: Stretch, window: Stretch): CueContext {
  const size = window.last - window.first + 1;
  const context = {
    cue,
    window,
    head: headOf(v, cue),
    firstWord: v.word[cue.first]!,
    lastWord: v.word[cue.last]!,
    nextWord: cue.last + 1 < v.length ? v.word[cue.last + 1]! : AFTER,
    previousWord: cue.first > 0 ? v.word[cue.first - 1]! : BEFORE,
    form: v.suffix[cue.first]!,
    adjacentSource: adjacentSource(reading, cue, v.length),
    pattern: patternOf(v, cue, window),
    cuesBetween: new Uint8Array(size),
    sourcesBetween: new Uint8Array(size),
    commasBetween: new Uint8Array(size),
    verbsBetween: new Uint8Array(size),
    between: new Uint8Array(size),
  };
  walk(v, reading, context, cue.last + 1, window.last + 1, 1);
  walk(v, reading, context, cue.first - 1, window.first - 1, -1);
  return context;
}

const THAT_BETWEEN = 1;
const QUOTE_BETWEEN = 2;
const SENTENCE_BETWEEN = 4;

function walk(
  v: BlockView,
  { labels }: CueReading,
  c: {
    window: Stretch;
    cue: Stretch;
    cuesBetween: Uint8Array;
    sourcesBetween: Uint8Array;
    commasBetween: Uint8Array;
    verbsBetween: Uint8Array;
    between: Uint8Array;
  },
  from: number,
  to: number,
  step: number,
): void {
  let cues = 0;
  let sources = 0;
  let commas = 0;
  let verbs = 0;
  let flags = 0;
  const sentence = v.sentence[c.cue.first]!;
  for (let i = from; i !== to; i += step) {
    const k = i - c.window.first;
    c.cuesBetween[k] = cues;
    c.sourcesBetween[k] = sources;
    c.commasBetween[k] = commas;
    c.verbsBetween[k] = verbs;
    if (v.sentence[i] !== sentence) flags |= SENTENCE_BETWEEN;
    c.between[k] = flags;
    const label = labels[i]!;
    if (enters(label, CUE, step)) cues = Math.min(3, cues + 1);
    // its last token on the way counts a source as passed
    if (enters(label, SOURCE, -step)) sources = Math.min(3, sources + 1);
    if (v.mark[i] === Mark.comma) commas = Math.min(4, commas + 1);
    if (v.mark[i] === Mark.quote) flags |= QUOTE_BETWEEN;
    if (v.pos[i] === Pos.verb || v.pos[i] === Pos.auxiliary) verbs = Math.min(6, verbs + 1);
    if (v.pos[i] === Pos.subordinator) flags |= THAT_BETWEEN;
  }
}

/** Whether a walk in direction `step` enters a stretch of the role at this label. */
function enters(label: number, role: number, step: number): boolean {
  const part = label - 1 - 4 * role;
  return part === 3 || part === (step > 0 ? 0 : 2);
}

const ADJACENT = 3;

function adjacentSource({ labels }: CueReading, cue: Stretch, length: number): number {
  for (let i = cue.first - 1; i >= 0 && i >= cue.first - ADJACENT; i--) {
    if (enters(labels[i]!, SOURCE, -1)) return 1;
    if (enters(labels[i]!, CUE, -1)) break;
  }
  for (let i = cue.last + 1; i < length && i <= cue.last + ADJACENT; i++) {
    if (enters(labels[i]!, SOURCE, 1)) return 2;
    if (enters(labels[i]!, CUE, 1)) break;
  }
  return 0;
}

/** The verb or noun that says most about the cue: the one most often seen in cues, the last of equals. */
function headOf(v: BlockView, cue: Stretch): number {
  let best = cue.last;
  for (let i = cue.last; i >= cue.first; i--) {
    if (v.pos[i] !== Pos.verb && v.pos[i] !== Pos.noun) continue;
    if (v.pos[best] === Pos.verb || v.pos[best] === Pos.noun ? v.cueRate[i]! > v.cueRate[best]! : true)
      best = i;
  }
  return v.lemma[best]!;
}

const NEAR = 10;

function patternOf(v: BlockView, cue: Stretch, window: Stretch): number {
  let pattern = v.quotation[cue.first]! >= 0 ? 1 : 0;
  if (pattern === 0) {
    for (let i = cue.first - 1; i >= window.first && i >= cue.first - NEAR; i--) {
      if (v.quotation[i]! >= 0) {
        pattern |= 2;
        break;
      }
    }
    for (let i = cue.last + 1; i <= window.last && i <= cue.last + NEAR; i++) {
      if (v.quotation[i]! >= 0) {
        pattern |= i <= cue.last + 3 ? 12 : 4;
        break;
      }
    }
  }
  const first = v.sentenceFirst[v.sentence[cue.first]!]!;
  if (v.quote[first] === QuoteState.openingMark) pattern |= 16;
  return pattern;
}
