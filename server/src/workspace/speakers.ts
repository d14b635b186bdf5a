/**
 * Who says a passage, and whether two articles mean the same one.
 *
 * One report names the ministry, the other its spokesman; one gives the full name, the other the last. Those are
 * compatible, and the reason says how. Only two different names are a conflict; a speaker that is not named is none.
 */
import type { Article, Speaker } from '../analysis/facts.ts';
import { comparisonWords, foldWord } from '../text/comparison.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import { FUNCTION_WORDS } from '../language/en/functionWords.ts';

/** A speaker as far as comparison needs it. */
export interface NamedSpeaker {
  /** Null when the article names nobody. */
  readonly name: string | null;
  /** The name of whom they speak for; null when that is not said. */
  readonly speaksFor: string | null;
}

/**
 * `same-name`, `part-of-name` (`Dumont` for `Mirela Dumont`), `acronym` (`UN`) and `speaks-for` are compatible;
 * `unnamed` says nothing; `different` is a conflict.
 */
export type SpeakerRelation =
  'same-name' | 'part-of-name' | 'acronym' | 'speaks-for' | 'unnamed' | 'different';

/**
 * The speaker of a passage: that of the attribution whose content covers most of it, else of the transcript's turn it
 * stands in. Undefined when the article gives nobody.
 */
export function speakerOf(article: Article, passage: Span): NamedSpeaker | undefined {
  let most = 0;
  let speaker: number | null = null;
  for (const attribution of article.attributions) {
    const covered = attribution.content.reduce((sum, content) => sum + sharedLength(content, passage), 0);
    if (covered <= most || attribution.speaker === null) continue;
    most = covered;
    speaker = attribution.speaker;
  }
  if (speaker !== null) return namedSpeaker(article, article.speakers[speaker]!);
  const turn = article.blocks.find(({ span, label }) => label && sharedLength(span, passage) > 0);
  return turn?.label && { name: textOf(article.text, turn.label), speaksFor: null };
}

export function compareSpeakers(a: NamedSpeaker | undefined, b: NamedSpeaker | undefined): SpeakerRelation {
  if (!a?.name || !b?.name) return 'unnamed';
  const direct = compareNames(a.name, b.name);
  if (direct !== 'different') return direct;
  const isFor = (one: NamedSpeaker, other: NamedSpeaker) =>
    one.speaksFor !== null && compareNames(one.speaksFor, other.speaksFor ?? other.name!) !== 'different';
  return isFor(a, b) || isFor(b, a) ? 'speaks-for' : 'different';
}

/** Whether two speakers may be the same as far as their names say. */
export function areCompatible(relation: SpeakerRelation): boolean {
  return relation !== 'different';
}

function namedSpeaker(article: Article, { name, speaksFor, roles }: Speaker): NamedSpeaker {
  const organisation = speaksFor === null ? undefined : article.speakers[speaksFor]?.name;
  return { name, speaksFor: organisation ?? organisationIn(roles) };
}

/** `the Harbour Ministry` of the role `Harbour Ministry spokeswoman` or `spokeswoman for the Harbour Ministry`. */
function organisationIn(roles: readonly string[]): string | null {
  for (const role of roles) {
    const [before, after] = role.split(/\bspokes(?:man|woman|person)\b/i);
    if (after === undefined) continue;
    const named = /^\s+(?:for|of)\s+(.+)/.exec(after)?.[1] ?? before!.trim();
    if (named !== '') return named;
  }
  return null;
}

function compareNames(a: string, b: string): SpeakerRelation {
  const [wordsA, wordsB] = [nameWords(a), nameWords(b)];
  if (wordsA.length === 0 || wordsB.length === 0) return 'unnamed';
  const [shorter, longer] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  const isIn = shorter.every((word) => longer.includes(word));
  if (isIn) return shorter.length === longer.length ? 'same-name' : 'part-of-name';
  const initials = longer.map((word) => word.charAt(0)).join('');
  return shorter.length === 1 && shorter[0] === initials ? 'acronym' : 'different';
}

/** The telling words of a name: `russian`, `defense`, `ministry` of `the Russian Ministry of Defense`, in any order. */
function nameWords(name: string): readonly string[] {
  return comparisonWords(name)
    .map(({ text }) => foldWord(text.replace(/'s$/, '')))
    .filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word));
}

function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
