/** Words that say who is given for a passage, in the house style: where they go and how they read. */
import type { Article } from '../analysis/facts.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { overlaps } from '../text/span.ts';
import type { Finding } from '../rules/rule.ts';
import type { FeatureContext } from './context.ts';

/** Among more, somebody who looks for a name finds it no faster than by typing it. */
export const MAX_SPEAKERS = 3;

/** The warning that nobody is given for a passage; undefined where somebody is. */
export function missingAttribution({ findings }: FeatureContext, passage: Span): Finding | undefined {
  return findings.find(
    ({ rule, span }) =>
      (rule === 'unattributed-quote' || rule === 'unattributed-claim') && overlaps(span, passage),
  );
}

/** Writes the attribution that a warning misses; null where it cannot stand outside quotation marks. */
export function attributed(
  { article, settings }: FeatureContext,
  { rule, span }: Finding,
  name: string,
): TextEdit | null {
  return rule === 'unattributed-quote'
    ? attributedQuotation(article, span, name, settings.attributionVerb, settings.attributionOrder)
    : attributedClaim(article, span, name);
}

/** The speakers named last before an offset, the nearest first. */
export function nearestSpeakers({ speakers }: Article, offset: number): string[] {
  return speakers
    .flatMap(({ name, mentions, kind }) => {
      const last = mentions.findLast(({ span }) => span.end <= offset);
      return name !== null && last && kind !== 'group' ? [{ name, at: last.span.end }] : [];
    })
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_SPEAKERS)
    .map(({ name }) => name);
}

/** After a quotation that ends as if the sentence went on, before one that ends its sentence. */
function attributedQuotation(
  { text, quotations }: Article,
  passage: Span,
  name: string,
  verb: string,
  order: 'speaker-verb' | 'verb-speaker',
): TextEdit | null {
  const quotation = quotations.find(({ span }) => span.start === passage.start && span.end === passage.end);
  if (!quotation || quotation.unclosed) return null;
  const last = text.slice(quotation.inner.start, quotation.inner.end).trimEnd().at(-1) ?? '';
  if (/[,?!…—-]/.test(last)) {
    const clause = order === 'speaker-verb' ? `${name} ${verb}` : `${verb} ${name}`;
    const stop = /^\s*(?:$|[\r\n\p{Lu}“"‘'])/u.test(text.slice(quotation.span.end)) ? '.' : '';
    return { span: { start: passage.end, end: passage.end }, newText: ` ${clause}${stop}` };
  }
  const opensSentence = /(?:^|[\r\n.!?”"’')])\s*$/.test(
    text.slice(Math.max(0, passage.start - 20), passage.start),
  );
  return opensSentence
    ? { span: { start: passage.start, end: passage.start }, newText: `${name} ${verb}: ` }
    : null;
}

/** `…, according to NAME` before the stop that ends the sentence, outside quotation marks. */
function attributedClaim(
  { text, sentences, quotations }: Article,
  passage: Span,
  name: string,
): TextEdit | null {
  const sentence = sentences.find(({ span }) => span.start <= passage.start && passage.end <= span.end);
  if (!sentence) return null;
  const stop = /[.?!]$/.exec(text.slice(sentence.span.start, sentence.span.end));
  const at = sentence.span.end - (stop ? 1 : 0);
  if (quotations.some(({ span }) => span.start < at && at < span.end)) return null;
  return { span: { start: at, end: at }, newText: `, according to ${name}` };
}
