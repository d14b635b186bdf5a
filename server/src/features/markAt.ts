/** The mark at a caret, and where it leads: what go to source, the hover and rename know of marks and footnotes. */
import type { TextEdit } from '../text/edits.ts';
import type { Mark } from '../text/marks.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext, Place } from './context.ts';
import { linksOf } from './documentLinks.ts';
import type { RichLine } from './richText.ts';
import { filled } from './richText.ts';
import { excerpt } from './wording.ts';

/** A mark that names a source, or refers to a footnote; null where there is none. */
export function markAt({ marks }: FeatureContext, offset: number): Mark | null {
  const mark = marks.find(({ span }) => span.start <= offset && offset < span.end);
  return mark && /^(?:source|footnote|definition)$/.test(mark.kind) ? mark : null;
}

/** The document that a mark leads to, at its passage; for a footnote that leads to none its own definition. */
export function placeOfMark(context: FeatureContext, mark: Mark): Place | null {
  const named = mark.kind === 'footnote' ? definitionOf(context, mark) : mark;
  if (!named) return null;
  const [link] = linksOf(context, [named]);
  if (link?.place) return link.place;
  return named === mark ? null : { id: context.id, span: named.span };
}

/** Two lines for a hover: where the mark leads, and the words there, or what the footnote says. */
export function markLines(context: FeatureContext, mark: Mark): RichLine[] {
  const { say, text, workspace } = context;
  const named = mark.kind === 'footnote' ? definitionOf(context, mark) : mark;
  if (!named) return [];
  const [link] = linksOf(context, [named]);
  if (!link?.place) return mark === named ? [] : [[excerpt(textOf(text, named.content), MAX_WORDS)]];
  const { id, span } = link.place;
  const words = excerpt(textOf(workspace.input(id)?.text ?? '', span), MAX_WORDS);
  const name = { place: link.place, text: context.nameOf(id) };
  return [
    words === '' ? filled(say('Leads to {0}.'), name) : filled(say('Leads to {0}: “{1}”'), name, words),
  ];
}

const MAX_WORDS = 200;

/** The first counts, as in Markdown. */
function definitionOf({ marks }: FeatureContext, { id }: Mark): Mark | undefined {
  return marks.find((mark) => mark.kind === 'definition' && mark.id === id);
}

/** The id of the footnote at the offset; null for anything else. */
export function footnoteIdAt(context: FeatureContext, offset: number): Span | null {
  const mark = markAt(context, offset);
  const span = mark && idSpan(mark);
  return span && offset <= span.end ? span : null;
}

/** The edits that give a footnote another id, where it is defined and everywhere it is referred to; null where none is here. */
export function renameFootnote(context: FeatureContext, offset: number, newId: string): TextEdit[] | null {
  const here = footnoteIdAt(context, offset);
  const wanted = newId
    .trim()
    .replace(/^\[?\^/, '')
    .replace(/\]$/, '');
  if (!here || !/^[^\s[\]^]{1,100}$/.test(wanted)) return null;
  const id = textOf(context.text, here);
  if (wanted !== id && context.marks.some((mark) => mark.id === wanted)) return null;
  return context.marks.flatMap((mark) => {
    const span = mark.id === id ? idSpan(mark) : null;
    return span ? [{ span, newText: wanted }] : [];
  });
}

/** Behind `[^`. */
function idSpan({ kind, span, id }: Mark): Span | null {
  if (kind !== 'footnote' && kind !== 'definition') return null;
  return { start: span.start + 2, end: span.start + 2 + id.length };
}
