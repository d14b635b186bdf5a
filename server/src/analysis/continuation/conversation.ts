/** Whether an article is told in conversation: an interview scene, a story. */
import { CUE_CLASSES_BY_LEMMA, STORY_UTTERANCES } from '../../language/en/reportingCues.ts';
import { lastAtOrBefore } from '../../text/search.ts';
import type { Draft } from './draft.ts';

/** From so many paragraphs of speech in a row on, so many of them without a cue, most with so few quoted words. */
const FEWEST_TURNS = 4;
const FEWEST_WITHOUT_CUE = 2;
const MOST_WORDS = 16;
/** So many turns of so few words leave no doubt, whether they have cues or not. */
const ENOUGH_TURNS = 8;
/** So many questions and answers without a cue leave no doubt, however long the turns are. */
const ENOUGH_EXCHANGES = 2;
/** So many verbs that tell of a voice or a face, and one in so many cues, are a storyteller's. */
const ENOUGH_VOICES = 4;
const CUES_PER_VOICE = 4;

interface Turn {
  readonly words: number;
  readonly cue: boolean;
  readonly question: boolean;
}

/**
 * In conversation each paragraph is one speaker's turn, turns are short, many have no cue, and those ask and answer; in
 * reports a quotation paragraph without a cue goes on with the last speaker, and quotations are long. Decided by the
 * runs of paragraphs that hold speech; also where people whisper, cry and laugh what they say, as in no report.
 */
export function isConversation(draft: Draft): boolean {
  const runs = runsOfSpeech(draft);
  if (exchangesIn(runs) >= ENOUGH_EXCHANGES) return true;
  const turns = runs.filter(({ length }) => length >= FEWEST_TURNS).flat();
  const withoutCue = turns.filter(({ cue }) => !cue).length;
  if (withoutCue >= FEWEST_WITHOUT_CUE || turns.length >= ENOUGH_TURNS) {
    const lengths = turns.map(({ words }) => words).sort((a, b) => a - b);
    if (lengths[Math.floor(lengths.length / 2)]! <= MOST_WORDS) return true;
  }
  return hasVoices(draft);
}

/** Whether what is said is cried, whispered and laughed rather than said. */
function hasVoices(draft: Draft): boolean {
  let cues = 0;
  let voices = 0;
  for (const block of draft.prose) {
    const at = draft.blocks[block]!.span.start;
    const { tokens } = draft.facts[block]!;
    for (const index of draft.attributionsOf[block]!) {
      const { kind, cue } = draft.attributions[index]!;
      if (kind !== 'direct' || cue.length === 0) continue;
      cues++;
      const { start, end } = cue[0]!;
      let i = Math.max(
        0,
        lastAtOrBefore(tokens, start - at, (token) => token.start),
      );
      while (tokens[i] && tokens[i]!.start < end - at && !isVoice(tokens[i]!.lemma)) i++;
      if (tokens[i] && tokens[i]!.start < end - at) voices++;
    }
  }
  return voices >= ENOUGH_VOICES && voices * CUES_PER_VOICE >= cues;
}

function isVoice(lemma: string): boolean {
  return STORY_UTTERANCES.has(lemma) || (CUE_CLASSES_BY_LEMMA.get(lemma)?.includes('manner') ?? false);
}

/** How many turns without a cue, next to another turn, ask or answer a question. */
function exchangesIn(runs: readonly (readonly Turn[])[]): number {
  let count = 0;
  for (const run of runs) {
    run.forEach(({ cue, question }, i) => {
      if (!cue && i > 0 && (question || run[i - 1]!.question)) count++;
    });
  }
  return count;
}

function runsOfSpeech(draft: Draft): Turn[][] {
  const runs: Turn[][] = [];
  let run: Turn[] | null = null;
  for (const block of draft.prose) {
    const turn = draft.isTalk(block) ? turnIn(draft, block) : null;
    if (!turn) run = null;
    else if (run) run.push(turn);
    else runs.push((run = [turn]));
  }
  return runs;
}

/** The speech of a block; null when it has none, or goes on with the paragraph before. */
function turnIn(draft: Draft, block: number): Turn | null {
  let words = 0;
  let cue = false;
  let question = false;
  for (const index of draft.topQuotations[block]!) {
    const { kind, inner, attribution, continues } = draft.quotations[index]!;
    if (continues !== null) return null;
    if (kind === 'partial') continue;
    const said = draft.text.slice(inner.start, inner.end);
    words += said.split(/\s+/).length;
    cue ||= attribution !== null;
    question = /\?\s*$/.test(said);
  }
  return words > 0 ? { words, cue, question } : null;
}
