/** Whether an article is told in conversation: an interview scene, a story. */
import type { Draft } from './draft.ts';

/** From so many paragraphs of speech in a row on, so many of them without a cue, most with so few quoted words. */
const FEWEST_TURNS = 4;
const FEWEST_WITHOUT_CUE = 2;
const MOST_WORDS = 16;

interface Turn {
  readonly words: number;
  readonly cue: boolean;
}

/**
 * In conversation each paragraph is one speaker's turn, turns are short and many have no cue; in reports a quotation
 * paragraph without a cue goes on with the last speaker, and quotations are long. Decided by the runs of paragraphs
 * that hold speech.
 */
export function isConversation(draft: Draft): boolean {
  const turns: Turn[] = [];
  let run: Turn[] = [];
  const close = (): void => {
    if (run.length >= FEWEST_TURNS) turns.push(...run);
    run = [];
  };
  for (const block of draft.prose) {
    const turn = draft.isTalk(block) ? turnIn(draft, block) : null;
    if (turn) run.push(turn);
    else close();
  }
  close();
  if (turns.filter(({ cue }) => !cue).length < FEWEST_WITHOUT_CUE) return false;
  const lengths = turns.map(({ words }) => words).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)]! <= MOST_WORDS;
}

/** The speech of a block; null when it has none, or goes on with the paragraph before. */
function turnIn(draft: Draft, block: number): Turn | null {
  let words = 0;
  let cue = false;
  for (const index of draft.topQuotations[block]!) {
    const { kind, inner, attribution, continues } = draft.quotations[index]!;
    if (continues !== null) return null;
    if (kind === 'partial') continue;
    words += draft.text.slice(inner.start, inner.end).split(/\s+/).length;
    cue ||= attribution !== null;
  }
  return words > 0 ? { words, cue } : null;
}
