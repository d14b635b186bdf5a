/**
 * Interviews without labels: every question is a paragraph in bold, and what stands between two of them is what the one
 * interviewed answers. A text of questions that the writer answers (`**What happens next?**`) is none: nobody says `I`
 * in it.
 */
import type { Span } from '../../text/span.ts';
import { shift } from '../../text/span.ts';
import { reason } from '../reasons.ts';
import { findNames } from '../speakers/names.ts';
import type { NamePhrase } from '../speakers/names/namePhrase.ts';
import type { Draft } from './draft.ts';

/** Two questions in bold may stand in any article. */
const FEWEST_QUESTIONS = 3;
const BOLD = /^(\*\*|__)(?!\s)[^*_\r\n]{2,300}\1$/;
const BOLD_QUESTION = /\?["”’']?(?:\*\*|__)$/;
/** `*This interview was edited.*`, `*Laughs.*` alone: not spoken. */
const ASIDE = /^[*_][^*_]+[*_]$/;
const FIRST_PERSON = /\b(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Mm]y|[Mm]e|[Oo]ur|us)\b/;
const TALKS = /^\s*(?:,[^,]*,\s*)?(?:talk|spoke|speak|told|tell|answer|explain|discuss|reflect|sat down)/;
const ASKS = /^\s*(?:ask|meet|met\b|interview|talks? to|spoke to|speaks to|sat down with)/;

/** Adds an attribution for every answer. Linear in the number of blocks. */
export function attributeAnswers(draft: Draft): void {
  const bold = draft.prose.filter((block) => BOLD.test(wordsOf(draft, block)));
  const first = bold.findIndex((block) => BOLD_QUESTION.test(wordsOf(draft, block)));
  // What the one who asks says between two questions is in bold, too.
  const questions = first < 0 ? [] : bold.slice(first);
  if (questions.filter((block) => BOLD_QUESTION.test(wordsOf(draft, block))).length < FEWEST_QUESTIONS)
    return;
  const answers = questions.map((question, q) => answerTo(draft, question, questions[q + 1]));
  const personal = answers.filter((answer) =>
    answer.some((block) => FIRST_PERSON.test(wordsOf(draft, block))),
  );
  if (2 * personal.length < answers.length) return;
  const source = interviewed(draft, questions[0]!);
  if (!source) return;
  for (const answer of answers) if (answer.length > 0) addAnswer(draft, source, answer);
}

function wordsOf(draft: Draft, block: number): string {
  const { span } = draft.blocks[block]!;
  return draft.text.slice(span.start, span.end).trim();
}

/** The paragraphs from one question up to the next, or to a heading. */
function answerTo(draft: Draft, question: number, next: number | undefined): number[] {
  const answer: number[] = [];
  for (let block = question + 1; block < (next ?? draft.blocks.length); block++) {
    const { kind } = draft.blocks[block]!;
    if (kind === 'heading' || kind === 'headline') break;
    const isSpoken = kind === 'paragraph' || kind === 'list-item';
    if (isSpoken && !ASIDE.test(wordsOf(draft, block))) answer.push(block);
  }
  return answer;
}

/** Who the lines before the first question say is interviewed: whoever talks, or the first who does anything in them. */
function interviewed(draft: Draft, first: number): Span | null {
  const named = draft.prose
    .filter((block) => block < first && draft.isTalk(block))
    .flatMap((block) => findNames(draft.facts[block]!).map((phrase) => ({ phrase, block })))
    .filter(({ phrase, block }) => isPerson(phrase) && !ASKS.test(behind(draft, block, phrase)));
  const found =
    named.find(({ phrase, block }) => TALKS.test(behind(draft, block, phrase))) ??
    named.find(({ phrase }) => phrase.beforeVerb);
  return found ? shift(found.phrase.full, draft.blocks[found.block]!.span.start) : null;
}

function isPerson({ words, afterPreposition, possessive, attributive }: NamePhrase): boolean {
  return words.length > 1 && !afterPreposition && !possessive && !attributive;
}

function behind(draft: Draft, block: number, { full }: NamePhrase): string {
  const at = draft.blocks[block]!.span.start + full.end;
  return draft.text.slice(at, at + 120);
}

function addAnswer(draft: Draft, source: Span, answer: readonly number[]): void {
  const inside = answer.flatMap((block) => draft.attributionsOf[block]!);
  const added = draft.add({
    kind: 'direct',
    source: [source],
    cue: [],
    content: answer.map((block) => draft.blocks[block]!.span),
    speaker: null,
    parent: null,
    confidence: 0.8,
    reason: reason('interview-answer', source),
  });
  for (const index of inside) draft.attributions[index]!.parent ??= added;
}
