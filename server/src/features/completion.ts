/**
 * What can be completed at a caret: a mark, a footnote, the source in one, as a path or id of the workspace and a heading in it, and
 * the name of a speaker.
 */
import type { Article } from '../analysis/facts.ts';
import { formatTarget, parseTarget, relativePath } from '../annotations/targets.ts';
import { KnownSources } from '../rules/knownSources.ts';
import { phrases } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import type { FeatureContext } from './context.ts';
import { headingsOf } from './locators.ts';
import { excerpt } from './wording.ts';

export interface Completion {
  readonly label: string;
  readonly newText: string;
  /** What is replaced: the part that is written already. */
  readonly span: Span;
  readonly detail: string;
  readonly kind: 'speaker' | 'file' | 'id' | 'heading' | 'mark';
}

const MAX_ITEMS = 200;
/** `[source: inter` and `[^3]: inter`, up to the caret. */
const TARGET = /(?:\[source:[ \t]*|^[ \t]{0,3}\[\^[^\s[\]^]{1,100}\]:[ \t]*)([^\][\r\n]*)$/i;
/** A bracket that has just been opened, with the letters of a mark that may follow. */
const BRACKET = /\[([a-z]*)$/i;
/** A footnote that is being referred to, with what is written of its id. */
const FOOTNOTE = /\[\^([^\s[\]^]{0,100})$/;
/** What the marks are for. */
const MARKS: Readonly<Record<string, string>> = phrases({
  'source: ': 'where it comes from',
  CQ: 'checked, correct as it stands',
  TK: 'to come',
});
const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*)?)?$/u;

export function completionsAt(context: FeatureContext, offset: number): readonly Completion[] {
  const { text } = context;
  const line = text.slice(Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 300), offset);
  const target = TARGET.exec(line);
  if (target) {
    const span = { start: offset - target[1]!.length, end: offset };
    return target[1]!.includes('#') ? headings(context, target[1]!, span) : targets(context, span);
  }
  const footnote = context.article.format === 'markdown' ? FOOTNOTE.exec(line) : null;
  if (footnote) return footnotes(context, footnote[1]!, offset);
  const bracket = BRACKET.exec(line);
  if (bracket) return marks(context, bracket[1]!, offset);
  const name = NAME.exec(line);
  return name ? speakers(context, name[0], offset) : [];
}

/** None inside a quotation, where brackets hold what the writer puts into somebody's words. */
function marks({ article, text, say }: FeatureContext, written: string, offset: number): Completion[] {
  if (article.quotations.some(({ span }) => span.start < offset && offset < span.end)) return [];
  const isClosed = text[offset] === ']';
  return Object.entries(MARKS).flatMap(([mark, meaning]): Completion[] => {
    if (mark === written || !mark.toLowerCase().startsWith(written.toLowerCase())) return [];
    // The target is still to be written, before a bracket that the editor may have closed already.
    const isWhole = !mark.endsWith(' ');
    const span = { start: offset - written.length, end: offset + (isWhole && isClosed ? 1 : 0) };
    const newText = isWhole ? `${mark}]` : mark;
    return [{ label: `[${mark.trim()}]`, newText, span, detail: say(meaning), kind: 'mark' }];
  });
}

/** The footnotes of the article, with what they say. */
function footnotes({ marks, text }: FeatureContext, written: string, offset: number): Completion[] {
  const isClosed = text[offset] === ']';
  const span = { start: offset - written.length, end: offset + (isClosed ? 1 : 0) };
  return marks.flatMap((mark, i): Completion[] => {
    const isFirst = marks.findIndex(({ kind, id }) => kind === mark.kind && id === mark.id) === i;
    if (mark.kind !== 'definition' || !isFirst || !mark.id.startsWith(written)) return [];
    const detail = excerpt(textOf(text, mark.content), 80);
    return [{ label: `[^${mark.id}]`, newText: `${mark.id}]`, span, detail, kind: 'mark' }];
  });
}

/** Sources first, then the other articles; the editor filters by what is written. */
function targets({ id, workspace }: FeatureContext, span: Span): Completion[] {
  const paths: Completion[] = [];
  const ids: Completion[] = [];
  const others = workspace.ids().filter((other) => other !== id);
  const isSource = (other: string): boolean => workspace.input(other)?.isSource === true;
  for (const other of [...others.filter(isSource), ...others.filter((candidate) => !isSource(candidate))]) {
    if (paths.length >= MAX_ITEMS) break;
    const { metadata } = workspace.input(other)!;
    const path = relativePath(id, other);
    const detail = metadata.title ?? '';
    if (path !== null) paths.push({ label: path, newText: path, span, detail, kind: 'file' });
    if (metadata.id !== undefined) {
      ids.push({
        label: metadata.id,
        newText: metadata.id,
        span,
        detail: detail || (path ?? ''),
        kind: 'id',
      });
    }
  }
  return [...ids, ...paths];
}

/** The headings of the document before the `#`. */
function headings({ id, folders, workspace }: FeatureContext, written: string, span: Span): Completion[] {
  const target = parseTarget(written);
  if (!target) return [];
  const found = new KnownSources(id, folders, workspace).find(target);
  if (found.kind !== 'article') return [];
  const text = workspace.input(found.id)?.text ?? '';
  return headingsOf(text)
    .slice(0, MAX_ITEMS)
    .map(({ id: heading, title }) => ({
      label: title,
      newText: formatTarget({ ...target, heading, directives: [] }),
      span,
      detail: `#${heading}`,
      kind: 'heading',
    }));
}

/**
 * Speakers of this article one of whose names goes on from what is written, the one named last before it first; not the
 * one being written itself.
 */
function speakers({ article }: FeatureContext, written: string, offset: number): Completion[] {
  const parts = [written, written.slice(written.lastIndexOf(' ') + 1)].filter((part) => part !== '');
  const found = new Map<string, Completion>();
  const lastNamed = (mentions: Article['speakers'][number]['mentions']): number =>
    mentions.findLast(({ span }) => span.end < offset)?.span.end ?? -1;
  const byUse = [...article.speakers].sort((a, b) => lastNamed(b.mentions) - lastNamed(a.mentions));
  for (const { name, roles, mentions } of byUse) {
    if (name === null || mentions.every(({ span }) => span.start < offset && offset <= span.end)) continue;
    const part = parts.find((candidate) => startsName(name, candidate));
    if (part === undefined) continue;
    const span = { start: offset - part.length, end: offset };
    found.set(name, { label: name, newText: name, span, detail: roles.join(', '), kind: 'speaker' });
  }
  return [...found.values()];
}

function startsName(name: string, written: string): boolean {
  const wanted = written.toLowerCase();
  const names = [name, ...name.split(' ')].map((part) => part.toLowerCase());
  return names.some((part) => part.startsWith(wanted) && part !== wanted);
}
