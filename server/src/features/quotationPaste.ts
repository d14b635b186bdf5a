/** Words copied from a source, as the quotation they become in an article: marks, attribution and source in house style. */
import { comparisonWords } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { speakerOf } from '../workspace/speakers.ts';
import type { FeatureContext } from './context.ts';
import { openQuotationAt } from './openQuotation.ts';
import type { QuotationCompletion } from './quotationCompletion.ts';
import { completionOf } from './quotationCompletion.ts';
import { ofOneSpeaker } from './quotedPassage.ts';

const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  curly: ['“', '”'],
  straight: ['"', '"'],
  'single-curly': ['‘', '’'],
  guillemets: ['«', '»'],
  german: ['„', '“'],
};
/** Fewer words are nobody's in particular. */
const MIN_WORDS = 4;
const MAX_WORDS = 200;
const REACH = 700;

/**
 * @param replaced where the words go
 * @param from the article they were copied from; null where only the index can tell
 * @returns null where no other article has the words, where they are of two speakers, or inside a quotation; never throws
 */
export function pastedQuotation(
  context: FeatureContext,
  replaced: Span,
  copied: string,
  from: string | null,
): QuotationCompletion | null {
  const { id, text, workspace } = context;
  const words = comparisonWords(copied).map((word) => word.text);
  if (words.length < MIN_WORDS || words.length > MAX_WORDS) return null;
  const isQuoted = context.article.quotations.some(
    ({ span }) => span.start < replaced.start && replaced.end < span.end,
  );
  if (isQuoted || openQuotationAt(text, replaced.start)) return null;
  const places = workspace.runsOf(id, words);
  const place = places.find((found) => found.id === from) ?? places[0];
  const article = place && workspace.article(place.id);
  const said = article && ofOneSpeaker(article, place.span);
  if (!said) return null;
  const [mark, closing] = marksOf(context);
  const line = text.slice(text.lastIndexOf('\n', replaced.start - 1) + 1, replaced.start).slice(-REACH);
  const after = /^[^\r\n]*/.exec(text.slice(replaced.end, replaced.end + REACH))![0];
  const found = completionOf(
    context,
    {
      mark,
      closing,
      start: replaced.start + mark.length,
      typed: '',
      replaced,
      before: /(?:[.!?]["”’»)]*\s+|^)([^.!?]*)$/.exec(line)?.[1] ?? line,
      goesOn: after.trim() !== '',
    },
    { id: place.id, article, start: said.start, speaker: speakerOf(article, said)?.name ?? null },
    withStop(article.text, said),
  );
  return { ...found, newText: mark + found.newText };
}

/** The stop that ends the words belongs to them, and the mark of a quotation in them that ends with it. */
function withStop(text: string, { start, end }: Span): Span {
  const behind = /^[.,!?…]*(["”’]?)/.exec(text.slice(end, end + 5))!;
  const isClosed = behind[1] !== '' && /["“‘]\S/.test(text.slice(start, end));
  return { start, end: end + behind[0].length - (isClosed ? 0 : behind[1]!.length) };
}

/** Of the house style; `auto`: those the article opens its first quotation with. */
function marksOf({ settings, article }: FeatureContext): readonly [string, string] {
  const chosen = PAIRS[settings.quotationMarks];
  if (chosen) return chosen;
  const first = article.quotations[0];
  const opening = first ? article.text.charAt(first.span.start) : '';
  return Object.values(PAIRS).find(([mark]) => mark === opening) ?? PAIRS.curly!;
}
