/**
 * What a person records about a passage, and where: as a mark in the text, as an attribution in it, or in the annotation
 * file beside it. `attest.annotations.place` decides; what no mark can say goes into the file.
 */
import type { Article } from '../analysis/facts.ts';
import type { Recorded } from '../annotations/annotationFile.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { contains, overlaps } from '../text/span.ts';
import { attributed, missingAttribution } from './attribute.ts';
import type { FeatureContext } from './context.ts';
import { factPassages } from './factPassages.ts';

/** An entry of the annotation file. */
export interface Recording {
  readonly span: Span;
  readonly record: Partial<Recorded>;
}

/** Edits of the article, or an entry of its annotation file. */
export interface Change {
  readonly edits: readonly TextEdit[];
  readonly annotation: Recording | null;
}

/** Whether marks and dismissals go into the text where they can. */
export function recordsInText({ settings, article }: FeatureContext): boolean {
  const { annotationPlace } = settings;
  return annotationPlace === 'marks' || (annotationPlace === 'auto' && article.format === 'markdown');
}

/** How something is recorded about a passage. Never edits inside quotation marks. */
export function recordingOf(context: FeatureContext, passage: Span, record: Partial<Recorded>): Change {
  const edit = attributionFor(context, passage, record) ?? markFor(context, passage, record);
  return edit ? { edits: [edit], annotation: null } : { edits: [], annotation: { span: passage, record } };
}

/** Where a warning says that nobody is given, a speaker is written into the text. */
function attributionFor(
  context: FeatureContext,
  passage: Span,
  { speaker, ...others }: Partial<Recorded>,
): TextEdit | null {
  if (!speaker || Object.keys(others).length > 0) return null;
  const finding = missingAttribution(context, passage);
  return finding ? attributed(context, finding, speaker) : null;
}

/** A mark says where words come from or that they are right as they stand, and nothing else. */
function markFor(context: FeatureContext, passage: Span, record: Partial<Recorded>): TextEdit | null {
  const mark = markText(record);
  if (mark === null || !recordsInText(context)) return null;
  const place = placeForMark(context, passage);
  // A mark that would speak for more than was meant says something nobody has said.
  if (!place.isExact && context.settings.annotationPlace !== 'marks') return null;
  const { text } = context;
  const before = place.at > 0 && /\S/.test(text[place.at - 1]!) ? ' ' : '';
  const after = /^[\p{L}\p{N}“"‘'([]/u.test(text.slice(place.at, place.at + 2)) ? ' ' : '';
  return { span: { start: place.at, end: place.at }, newText: `${before}${mark}${after}` };
}

function markText({ source, verdict, ...others }: Partial<Recorded>): string | null {
  if (Object.keys(others).length > 0) return null;
  if (source && verdict === undefined) return `[source: ${source}]`;
  return verdict === 'verified' && !source ? '[CQ]' : null;
}

/**
 * At the end of the sentence, as newsrooms write it; right behind the passage where the sentence goes on to another
 * fact. A mark speaks for what stands before it in its sentence, back to the mark before.
 */
function placeForMark(
  { article, marks }: FeatureContext,
  passage: Span,
): { readonly at: number; readonly isExact: boolean } {
  const behind = outsideQuotations(article, passage.end);
  const sentence = article.sentences.findLast(({ span }) => span.start < passage.end)?.span ?? passage;
  const last = marks.findLast(({ span }) => sentence.start <= span.start && span.end <= passage.start);
  const spoken = {
    start: Math.max(sentence.start, last?.span.end ?? 0),
    end: Math.max(sentence.end, behind),
  };
  const others = factPassages(article).filter(
    (fact) => overlaps(fact, spoken) && !contains(passage, fact) && !overlaps(fact, passage),
  );
  const around = factPassages(article).some((fact) => overlaps(fact, passage) && !contains(passage, fact));
  const isFollowed = others.some(({ start }) => start >= passage.end);
  const isPreceded = others.some(({ start }) => start < passage.start);
  return {
    at: isFollowed ? behind : outsideQuotations(article, closed(article, spoken.end)),
    isExact: !isPreceded && !around,
  };
}

/** Behind the closing marks that belong to the sentence. */
function closed({ text }: Article, offset: number): number {
  return offset + /^[.!?…]*[”"’'»)\]]*/.exec(text.slice(offset, offset + 8))![0].length;
}

function outsideQuotations({ quotations }: Article, offset: number): number {
  const around = quotations.find(
    ({ span, parent }) => parent === null && span.start < offset && offset < span.end,
  );
  return around ? around.span.end : offset;
}
