/**
 * Rename a speaker through the article, and through its neighbours where that is wanted: full names, last names and first
 * names alike, in capitals where they stand in capitals. What somebody said stays as it was said: nothing inside quotation marks changes.
 */
import type { Article, BlockKind } from '../analysis/facts.ts';
import type { TextEdit } from '../text/edits.ts';
import type { Span } from '../text/span.ts';
import { overlaps, textOf } from '../text/span.ts';
import type { ArticleId } from '../workspace/types.ts';
import type { FeatureContext } from './context.ts';
import { factsAt } from './factsAt.ts';

export interface Renamable {
  /** The name as it stands at the caret. */
  readonly span: Span;
  /** The full name, which is what is asked for. */
  readonly name: string;
}

const MAX_NEIGHBOURS = 50;

const UNTOUCHED: ReadonlySet<BlockKind> = new Set<BlockKind>(['front-matter', 'code', 'furniture', 'note']);

/** The speaker whose name stands at the offset outside quotation marks; null for anything else, pronouns too. */
export function renamableAt(article: Article, offset: number): Renamable | null {
  const at = factsAt(article, offset);
  const name = at.mention && article.speakers[at.mention.speaker]!.name;
  if (!at.mention || !name) return null;
  const { span } = article.speakers[at.mention.speaker]!.mentions[at.mention.mention]!;
  const [written] = namesIn(article, span, name).filter((part) => part.start <= offset && offset <= part.end);
  return written && !isUntouched(article, written) ? { span: written, name } : null;
}

/** The edits that give the speaker at the offset another full name; null where none is or the name is no name. */
export function renameAt(article: Article, offset: number, newName: string): readonly TextEdit[] | null {
  const renamable = renamableAt(article, offset);
  const wanted = asName(newName);
  return renamable && wanted !== null ? renameSpeaker(article, renamable.name, wanted) : null;
}

export interface Neighbour {
  readonly id: ArticleId;
  readonly edits: readonly TextEdit[];
}

/**
 * The edits that give the same speaker the same name in other articles of the workspace. Source documents stay as they
 * are: they are what was said and printed. A name of one word could be anybody's.
 */
export function renameInNeighbours(
  { id, article, workspace }: FeatureContext,
  offset: number,
  newName: string,
): readonly Neighbour[] {
  const name = renamableAt(article, offset)?.name;
  const wanted = asName(newName);
  if (wanted === null || !name?.includes(' ')) return [];
  const near = new Set(workspace.placesOf(id, name.split(' '), MAX_NEIGHBOURS * 4).map((place) => place.id));
  return [...near]
    .filter((other) => other !== id && workspace.input(other)?.isSource === false)
    .slice(0, MAX_NEIGHBOURS)
    .flatMap((other) => {
      const edits = renameSpeaker(workspace.article(other), name, wanted);
      return edits.length > 0 ? [{ id: other, edits }] : [];
    });
}

function renameSpeaker(article: Article | undefined, name: string, wanted: string): TextEdit[] {
  const speaker = article?.speakers.find((candidate) => isSameName(candidate.name, name));
  if (!article || !speaker) return [];
  const inMentions = speaker.mentions.flatMap(({ span }) => namesIn(article, span, name));
  const everywhere = namesIn(article, { start: 0, end: article.text.length }, name, [
    [name, name.toUpperCase()],
  ]);
  const places = new Map(
    [...inMentions, ...everywhere, ...inCapitals(article, name)].map((span) => [span.start, span]),
  );
  return [...places.values()]
    .filter((span) => !isUntouched(article, span))
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ span, newText: partLike(textOf(article.text, span), name, wanted) }))
    .filter(({ span, newText }) => newText !== textOf(article.text, span));
}

/** The last name in headlines and before the turns of a transcript that are set in capitals, where nobody else has it. */
function inCapitals(article: Article, name: string): Span[] {
  const last = lastOf(name).toUpperCase();
  const isShared = article.speakers.some(
    (other) =>
      other.name !== null && !isSameName(other.name, name) && lastOf(other.name).toUpperCase() === last,
  );
  if (isShared || last === lastOf(name)) return [];
  return article.blocks.flatMap(({ kind, span, label }) => {
    const stretch = kind === 'headline' ? span : kind === 'turn' ? label : null;
    return stretch ? namesIn(article, stretch, name, [[last]]) : [];
  });
}

function isSameName(a: string | null, b: string): boolean {
  return a !== null && (a === b || a.toUpperCase() === b.toUpperCase());
}

/** Whether another speaker of the article has this name already: two would become one. */
export function isNameOfAnother(article: Article, offset: number, newName: string): boolean {
  const name = renamableAt(article, offset)?.name;
  const wanted = asName(newName);
  if (name === undefined || wanted === null || isSameName(name, wanted)) return false;
  return article.speakers.some((speaker) => isSameName(speaker.name, wanted));
}

/** Null for what is no name: quotation marks and brackets in it would change how the article is read. */
function asName(written: string): string | null {
  const name = written.trim().replace(/\s+/g, ' ');
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,&’'-]*$/u.test(name) ? name : null;
}

/** The part of the new name that stands for this part of the old one, in capitals where that is. */
function partLike(written: string, name: string, wanted: string): string {
  const isInCapitals = written === written.toUpperCase() && !isPart(written, name);
  const old = isInCapitals ? name.toUpperCase() : name;
  const parts = wanted.split(' ');
  const part = written === old ? wanted : written === lastOf(old) ? parts.at(-1)! : parts[0]!;
  return isInCapitals ? part.toUpperCase() : part;
}

function isPart(written: string, name: string): boolean {
  return written === name || written === lastOf(name) || written === firstOf(name);
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function firstOf(name: string): string {
  return name.split(' ')[0]!;
}

/** The full name, and its ends, each as it is and in capitals. */
function formsOf(name: string): readonly (readonly string[])[] {
  return [name, lastOf(name), firstOf(name)].map((form) => [form, form.toUpperCase()]);
}

/** Where a stretch has the full name, or else one of its ends, as whole words. */
function namesIn(
  { text }: Article,
  { start, end }: Span,
  name: string,
  forms: readonly (readonly string[])[] = formsOf(name),
): Span[] {
  const stretch = text.slice(start, end);
  for (const spellings of forms) {
    const found = [...new Set(spellings)].flatMap((form) => wholeWords(stretch, form));
    if (found.length > 0) return found.map((span) => ({ start: start + span.start, end: start + span.end }));
  }
  return [];
}

function wholeWords(stretch: string, form: string): Span[] {
  const found: Span[] = [];
  for (let at = stretch.indexOf(form); at >= 0; at = stretch.indexOf(form, at + form.length)) {
    const isWhole = !/[\p{L}\p{N}]$/u.test(stretch.slice(Math.max(0, at - 2), at));
    const isEnd = !/^[\p{L}\p{N}]/u.test(stretch.slice(at + form.length, at + form.length + 2));
    if (isWhole && isEnd) found.push({ start: at, end: at + form.length });
  }
  return found;
}

function isUntouched({ quotations, blocks }: Article, span: Span): boolean {
  return (
    quotations.some((quotation) => overlaps(quotation.span, span)) ||
    blocks.some((block) => UNTOUCHED.has(block.kind) && overlaps(block.span, span))
  );
}
