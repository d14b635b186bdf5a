/**
 * The words of the sources, verbatim, for a quotation that is being typed: by its first words, or by the speaker who is
 * named before it. Nothing is offered where no source has the words.
 */
import type { Article } from '../analysis/facts.ts';
import { directiveFor, formatTarget, relativePath } from '../annotations/targets.ts';
import { comparisonWords, foldWord } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { contains, textOf, touches } from '../text/span.ts';
import { areCompatible, compareSpeakers, speakerOf } from '../workspace/speakers.ts';
import type { FeatureContext, Place } from './context.ts';
import type { Recording } from './recording.ts';
import { recordsInText } from './recording.ts';
import { passageIn } from './quotedPassage.ts';
import type { OpenQuotation } from './openQuotation.ts';
import { openQuotationAt } from './openQuotation.ts';

export interface QuotationCompletion {
  /** The exact words, on one line. */
  readonly words: string;
  /** What takes the place of `span`: the words, the closing mark, and what the house style puts behind it. */
  readonly newText: string;
  readonly span: Span;
  /** What was typed so far, as it stands in the text. */
  readonly typed: string;
  /** `Ana Ruiz, minutes.txt at 00:12:04` */
  readonly detail: string;
  readonly source: Place;
  /** What is recorded once it stands in the text; null where the inserted mark says it. */
  readonly recording: Recording | null;
}

const MIN_WORDS = 2;
const MAX_RUNS = 6;
const MAX_ARTICLES_OF_SPEAKER = 4;
const MAX_QUOTATIONS = 12;
/** Longer passages are nobody's quotation. */
const MAX_LENGTH = 900;
/** Whoever has typed more knows the words. */
const MAX_TYPED = 400;
/** Analysing longer ones for a list of what somebody said would keep the writer waiting. */
const MAX_ARTICLE_LENGTH = 60_000;

/** Best first: the speaker named before the quotation, then sources, each with the sentence and then the whole passage. */
export function quotationsAt(context: FeatureContext, offset: number): readonly QuotationCompletion[] {
  if (!context.settings.completeQuotations) return [];
  const open = openQuotationAt(context.text, offset);
  if (!open) return [];
  const named = speakerNamedIn(context, open);
  const words = comparisonWords(open.typed);
  const spoken = named === null ? [] : saidBy(context, named);
  const passages =
    words.length === 0
      ? spoken.map(({ span, ...rest }) => ({ ...rest, start: span.start }))
      : [...startingWith(context, open.typed, named), ...sentencesFrom(spoken, open.typed)];
  const completions = passages.flatMap((passage) => completionsOf(context, open, passage));
  const seen = new Set<string>();
  return completions.filter(({ words: text }) => !seen.has(text) && seen.add(text)).slice(0, MAX_QUOTATIONS);
}

/** The rest of the quotation for ghost text: what follows the caret, with what it replaces there. */
export function restOfQuotation(
  context: FeatureContext,
  offset: number,
): (QuotationCompletion & { readonly rest: string; readonly at: Span }) | null {
  const found = quotationsAt(context, offset).find(
    ({ typed, newText }) => typed.trim() !== '' && startsAlike(newText, typed),
  );
  if (!found) return null;
  return {
    ...found,
    rest: found.newText.slice(found.typed.length),
    at: { start: offset, end: found.span.end },
  };
}

/** Ghost text goes on from what is written, which it cannot change. */
function startsAlike(newText: string, typed: string): boolean {
  return newText.startsWith(typed);
}

/** A passage of a source that may be quoted from `start`. */
interface Quotable {
  readonly id: string;
  readonly article: Article;
  readonly start: number;
  readonly speaker: string | null;
}

/** The passages that begin with the typed words, the last of which may be unfinished. */
function startingWith({ id, workspace }: FeatureContext, typed: string, named: string | null): Quotable[] {
  const { words, begun } = wordsOf(typed);
  if (words.length + (begun === '' ? 0 : 1) < MIN_WORDS) return [];
  const places = [
    // The last word may be whole although nothing stands behind it yet.
    ...workspace.runsOf(id, begun === '' ? words : [...words, begun], MAX_RUNS),
    ...workspace
      .runsOf(id, begun === '' ? [] : words, MAX_RUNS * 4)
      .filter((place) => nextWord(workspace.input(place.id)!.text, place.span.end).startsWith(begun)),
  ];
  return places
    .slice(0, MAX_RUNS)
    .flatMap((place) => {
      const article = workspace.article(place.id);
      if (!article) return [];
      const speaker = speakerOf(article, place.span)?.name ?? null;
      return [{ id: place.id, article, start: place.span.start, speaker }];
    })
    .sort((a, b) => rank(a, named) - rank(b, named));
}

/** The finished words of what was typed, and the one that may be unfinished; empty where none is. */
function wordsOf(typed: string): { readonly words: readonly string[]; readonly begun: string } {
  const words = comparisonWords(typed).map(({ text }) => text);
  const isFinished = /[^\p{L}\p{N}’'-]$/u.test(typed);
  return isFinished ? { words, begun: '' } : { words: words.slice(0, -1), begun: words.at(-1) ?? '' };
}

/** Of what somebody said, the sentences that begin with the typed words: one word is enough where the speaker is named. */
function sentencesFrom(spoken: readonly Spoken[], typed: string): Quotable[] {
  const { words, begun } = wordsOf(typed);
  return spoken.flatMap(({ id, article, span, speaker }) =>
    article.sentences.flatMap((sentence): Quotable[] => {
      const start = Math.max(sentence.span.start, span.start);
      if (start >= Math.min(sentence.span.end, span.end)) return [];
      const own = comparisonWords(article.text, { start, end: Math.min(start + MAX_TYPED, span.end) });
      const fits =
        words.every((word, i) => own[i]?.text === word) &&
        (begun === '' || own[words.length]?.text.startsWith(begun) === true);
      return fits ? [{ id, article, start, speaker }] : [];
    }),
  );
}

function rank({ speaker }: Quotable, named: string | null): number {
  if (speaker === null) return 2;
  return named !== null && sameSpeaker(speaker, named) ? 0 : 1;
}

function nextWord(text: string, offset: number): string {
  return foldWord(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/u.exec(text.slice(offset, offset + 60))?.[0] ?? '');
}

/** What a speaker says in a source without a break. */
interface Spoken extends Omit<Quotable, 'start'> {
  readonly span: Span;
}

/** What the sources quote of a speaker, or have in their transcripts. */
function saidBy({ id, workspace }: FeatureContext, name: string): Spoken[] {
  const articles = new Set(
    workspace.placesOf(id, name.split(/\s+/), MAX_ARTICLES_OF_SPEAKER * 2).map((place) => place.id),
  );
  return [...articles]
    .filter((other) => workspace.input(other)!.text.length <= MAX_ARTICLE_LENGTH)
    .slice(0, MAX_ARTICLES_OF_SPEAKER)
    .flatMap((other) => {
      const article = workspace.article(other)!;
      const quoted = article.quotations
        .filter(({ kind, parent }) => kind !== 'partial' && parent === null)
        .map(({ inner }) => inner);
      const spoken = article.blocks.flatMap(({ kind, span, label }) =>
        kind === 'turn' && label ? [{ start: afterLabel(article.text, label.end), end: span.end }] : [],
      );
      return [...quoted, ...spoken].flatMap((span): Spoken[] => {
        const speaker = speakerOf(article, span)?.name ?? null;
        return speaker !== null && sameSpeaker(speaker, name) ? [{ id: other, article, span, speaker }] : [];
      });
    });
}

function afterLabel(text: string, end: number): number {
  return end + /^\s*:?\s*/.exec(text.slice(end, end + 20))![0].length;
}

function sameSpeaker(a: string, b: string): boolean {
  return areCompatible(compareSpeakers({ name: a, speaksFor: null }, { name: b, speaksFor: null }));
}

/** The speaker of the article, or any name, that stands before the quotation in its sentence. */
function speakerNamedIn({ article }: FeatureContext, { before }: OpenQuotation): string | null {
  const names = article.speakers.flatMap(({ name, kind }) =>
    name !== null && kind !== 'group' ? [name] : [],
  );
  const known =
    names.find((name) => before.includes(name)) ?? names.find((name) => before.includes(lastNameOf(name)));
  return known ?? /\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+/u.exec(before)?.[0] ?? null;
}

function lastNameOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

/** The sentence, and then the rest of the passage where there is more. */
function completionsOf(
  context: FeatureContext,
  open: OpenQuotation,
  passage: Quotable,
): QuotationCompletion[] {
  const { article, start } = passage;
  const block = article.blocks.find(({ span }) => touches(span, start))?.span;
  const quotation = article.quotations.find(
    ({ inner, parent }) => parent === null && touches(inner, start),
  )?.inner;
  const whole = quotation ?? block;
  if (!whole) return [];
  const sentence = article.sentences.find(({ span }) => contains(span, { start, end: start + 1 }))?.span.end;
  const ends = [...new Set([Math.min(sentence ?? whole.end, whole.end), whole.end])];
  return ends
    .filter((end) => end > start && end - start <= MAX_LENGTH)
    .map((end) => completionOf(context, open, passage, { start, end }));
}

/** What a passage of a source becomes in the quotation that is open. */
export function completionOf(
  context: FeatureContext,
  open: OpenQuotation,
  { id, article, speaker }: Quotable,
  span: Span,
): QuotationCompletion {
  const words = asWritten(passageIn(textOf(article.text, span), open), open.typed);
  const quoted = `${open.mark}${finished(context, open, words, speaker)}`;
  const place = { id, span };
  const path = relativePath(context.id, id);
  const target =
    path === null
      ? null
      : formatTarget({
          kind: 'path',
          address: path,
          heading: '',
          directives: [directiveFor(article.text, span)],
        });
  const inText = recordsInText(context);
  const mark = target !== null && inText && !open.goesOn ? ` [source: ${target}]` : '';
  const time = context.locatorOf(place);
  const file = context.nameOf(id);
  const name = time === null ? file : context.say('{0} at {1}', file, time);
  const passageLength = quoted.lastIndexOf(open.closing) + open.closing.length;
  return {
    words,
    newText: quoted.slice(open.mark.length) + mark,
    span: open.replaced,
    typed: open.typed,
    detail: speaker === null ? name : `${nameHere(context.article, speaker)}, ${name}`,
    source: place,
    recording:
      target !== null && !inText
        ? {
            span: {
              start: open.start - open.mark.length,
              end: open.start - open.mark.length + passageLength,
            },
            record: { source: target },
          }
        : null,
  };
}

/** The words with closing mark and, where the writer has named nobody yet, the attribution in the house style. */
function finished(
  { article, settings }: FeatureContext,
  { before, closing, goesOn, start }: OpenQuotation,
  words: string,
  speaker: string | null,
): string {
  if (goesOn) return `${words.replace(/[.,]([’'”]?)$/, '$1')}${closing}`;
  if (/\p{L}/u.test(before) || speaker === null) {
    return `${words.replace(/,([’'”]?)$/, '.$1').replace(/([\p{L}\p{N}])$/u, '$1.')}${closing}`;
  }
  const name = nameOnNextMention(article, speaker, start);
  const verb = settings.attributionVerb;
  const clause = settings.attributionOrder === 'speaker-verb' ? `${name} ${verb}` : `${verb} ${name}`;
  return `${words.replace(/\.([’'”]?)$/, ',$1').replace(/([\p{L}\p{N}])$/u, '$1,')}${closing} ${clause}.`;
}

/** The last name of a person whom the article has introduced before. */
function nameOnNextMention({ speakers }: Article, name: string, offset: number): string {
  const known = speakers.find(
    (speaker) =>
      speaker.name !== null &&
      speaker.kind === 'person' &&
      sameSpeaker(speaker.name, name) &&
      speaker.mentions.some(({ span, form }) => span.end <= offset && form !== 'pronoun'),
  );
  return known ? lastNameOf(known.name!) : shownName(name);
}

/** As the article being written calls the speaker. */
function nameHere({ speakers }: Article, name: string): string {
  return (
    speakers.find((known) => known.name !== null && sameSpeaker(known.name, name))?.name ?? shownName(name)
  );
}

/** A name as an article has it: the label of a transcript is in capitals. */
function shownName(name: string): string {
  if (/\p{Ll}/u.test(name) || !/\s|^\p{Lu}{5,}$/u.test(name)) return name;
  return name.replace(/\p{Lu}+/gu, (word) => word[0]! + word.slice(1).toLowerCase());
}

/** A sentence that begins in the middle of the writer's own goes on in small letters. */
function asWritten(words: string, typed: string): string {
  const first = typed.trimStart().charAt(0);
  return first !== '' && first.toLowerCase() === words.charAt(0).toLowerCase()
    ? first + words.slice(1)
    : words;
}
