/** What the rules ask of phrases and clauses. */
import {
  CUE_CLASSES_BY_LEMMA,
  REPORT_CLASSES,
  STORY_UTTERANCES,
  UTTERANCE_CLASSES,
} from '../../language/en/reportingCues.ts';
import type { Token } from '../tokens.ts';
import { Pos, type BlockView } from './blockView.ts';
import type { Stretch } from './learned/labels.ts';

/** Parts of speech that a noun phrase without prepositions is made of. */
export const NOUN_PHRASE: ReadonlySet<number> = new Set([
  Pos.noun,
  Pos.properNoun,
  Pos.determiner,
  Pos.adjective,
  Pos.numeral,
  Pos.particle,
]);

/** Whether a verb or auxiliary stands in the stretch: without one it is no clause. */
export function hasVerb({ pos }: BlockView, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (pos[i] === Pos.verb || pos[i] === Pos.auxiliary) return true;
  return false;
}

/** Whether token `i` stands without blanks between two others: the marks of `Harbour News/Coast Radio`. */
export function isJoined(tokens: readonly Token[], i: number): boolean {
  return tokens[i - 1]?.end === tokens[i]!.start && tokens[i + 1]?.start === tokens[i]!.end;
}

/** Whether a word can report the very words of a quotation: `said`, `whispered`; not `opposed`. */
export function canUtter({ lemma }: Token): boolean {
  return CUE_CLASSES_BY_LEMMA.get(lemma)?.some((name) => UTTERANCE_CLASSES.has(name)) ?? false;
}

/** Whether a word right behind a quotation can report it: also `pursued`, `hazarded`. */
export function canUtterBehind(token: Token): boolean {
  return canUtter(token) || STORY_UTTERANCES.has(token.lemma) || STORY_UTTERANCES.has(token.lower);
}

/** Whether a word can report in a short clause beside what it reports: `records show`. */
export function canReport({ lemma }: Token): boolean {
  return CUE_CLASSES_BY_LEMMA.get(lemma)?.some((name) => REPORT_CLASSES.has(name)) ?? false;
}

/** Days by which a report is dated between its subject and its verb: `the maker, today announced`. */
export const DAYS: ReadonlySet<string> = new Set(['today', 'yesterday', 'tomorrow', 'tonight']);

/** Parts of speech that a subject may begin with. */
export const OPENS_SUBJECT: ReadonlySet<number> = new Set([
  Pos.determiner,
  Pos.pronoun,
  Pos.noun,
  Pos.properNoun,
  Pos.numeral,
]);

/** Verbs that name who is told before what. */
const TELLING_LEMMAS: ReadonlySet<string> = new Set(
  'tell inform warn assure remind advise notify'.split(' '),
);
/** Words that name the listener, behind an article, at most. */
const LONGEST_LISTENER = 4;

/** The token behind `told her`, `told the board`: where what was told begins. Right behind any other verb. */
export function behindListener(tokens: readonly Token[], { pos }: BlockView, verb: number): number {
  let i = verb + 1;
  if (!TELLING_LEMMAS.has(tokens[verb]!.lemma)) return i;
  if (pos[i] === Pos.pronoun) return i + 1;
  if (pos[i] === Pos.determiner) i++;
  const first = i;
  while (i - first < LONGEST_LISTENER && LISTENER.has(pos[i] ?? Pos.verb)) i++;
  return i > first ? i : verb + 1;
}

const LISTENER: ReadonlySet<number> = new Set([Pos.noun, Pos.properNoun, Pos.adjective]);
