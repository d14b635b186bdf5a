/**
 * What a light bulb offers: the fixes of the warnings here, a speaker for words nobody says, and ways to dismiss. Nothing
 * edits inside quotation marks, except a rule's own fix that says so.
 */
import type { Article } from '../analysis/facts.ts';
import type { Finding } from '../rules/rule.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { touches } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import type { Recording } from './dismiss.ts';
import { dismissals } from './dismiss.ts';

export interface CodeAction {
  readonly title: string;
  /** What it does about the warning; clients can ask for one sort alone. */
  readonly sort: 'fix' | 'attribute' | 'dismiss';
  /** Changes to the article's text. */
  readonly edits: readonly TextEdit[];
  /** Or what is recorded about a passage in the annotation file. */
  readonly annotation: Recording | null;
  /** The warning it settles. */
  readonly finding: Finding;
  readonly preferred: boolean;
}

const MAX_SPEAKERS = 3;

/** In the order in which they are shown. */
export function codeActions(context: FeatureContext, selection: Span): readonly CodeAction[] {
  const here = context.findings.filter(({ span }) => meets(span, selection));
  return [
    ...here.flatMap((finding) =>
      finding.fixes.map(({ title, edits, preferred }) => ({
        title,
        sort: 'fix' as const,
        edits,
        annotation: null,
        preferred,
        finding,
      })),
    ),
    ...here.flatMap((finding) => attributeTo(context, finding)),
    ...here.flatMap((finding) =>
      dismissals(context, finding).map((dismissal) => ({
        ...dismissal,
        sort: 'dismiss' as const,
        preferred: false,
        finding,
      })),
    ),
  ];
}

/** Offers the speakers nearest before the passage. */
function attributeTo(context: FeatureContext, finding: Finding): CodeAction[] {
  const { article, settings } = context;
  if (finding.rule !== 'unattributed-quote' && finding.rule !== 'unattributed-claim') return [];
  return nearestSpeakers(article, finding.span.start).flatMap((name) => {
    const edit =
      finding.rule === 'unattributed-quote'
        ? attributedQuotation(
            article,
            finding.span,
            name,
            settings.attributionVerb,
            settings.attributionOrder,
          )
        : attributedClaim(article, finding.span, name);
    return edit
      ? [
          {
            title: `Attribute to ${name}`,
            sort: 'attribute' as const,
            edits: [edit],
            annotation: null,
            finding,
            preferred: false,
          },
        ]
      : [];
  });
}

function nearestSpeakers({ speakers }: Article, offset: number): string[] {
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

function meets(a: Span, b: Span): boolean {
  return touches(a, b.start) || touches(b, a.start);
}
