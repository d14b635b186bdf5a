/**
 * People whose names the articles that share their words spell otherwise.
 *
 * Two people may have names that are one letter apart. So a name is held only against those of articles that this one
 * shares an utterance with, and nobody is suspected whose name stands in any of them as it stands here.
 */
import type { Article } from '../analysis/facts.ts';
import { areSameRomanised, romanised } from '../language/en/romanisations.ts';
import { foldWord } from '../text/comparison.ts';
import { coverOf } from '../text/cover.ts';
import { hasWord } from '../text/hasWord.ts';
import { isOneEditApart } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { compareSpans } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import type { Place } from '../workspace/types.ts';
import { quoted } from './messages.ts';
import { readElsewhere } from './otherArticles.ts';
import type { RuleContext, RuleFinding } from './rule.ts';
import type { NamedPerson } from './sharedUtterances.ts';
import { isNamedPerson, sharedUtterances } from './sharedUtterances.ts';

/** In shorter surnames a letter more or less makes another name: Marin, Martin; Hale, Hall. */
const LEAST_LENGTH = 6;
/** The same of names that are given for the same utterance. */
const LEAST_LENGTH_OF_SPEAKER = 3;

/** One finding for each of these people, at the first place of the name. */
export function* namesElsewhere(context: RuleContext): Steps<RuleFinding[]> {
  const utterances = yield* sharedUtterances(context);
  // Somebody of whom nothing is known yet may have the name as it is here.
  if (utterances.some(({ others }) => others.some(({ there }) => there === undefined))) return [];
  const ids = new Set(utterances.flatMap(({ others }) => others.map(({ counterpart }) => counterpart.id)));
  const people = new Map<string, Other[]>();
  let areAllKnown = true;
  for (const id of ids) {
    yield;
    const found = peopleThere(context, { id, span: WHOLE });
    if (!found) areAllKnown = false;
    for (const person of found ?? []) add(people, firstNameOf(person), { person, id, saysTheSame: false });
  }
  if (!areAllKnown) return [];
  const speakers = new Map<number, Other[]>();
  for (const { here, others } of utterances) {
    for (const { counterpart, there } of others) {
      if (there)
        add(speakers, here.introduction.start, { person: there, id: counterpart.id, saysTheSame: true });
    }
  }
  const findings: RuleFinding[] = [];
  for (const person of context.article.speakers.filter(isNamedPerson)) {
    yield;
    const others = [
      ...(people.get(firstNameOf(person)) ?? []),
      ...(speakers.get(person.introduction.start) ?? []),
    ];
    findings.push(...spelledOtherwise(person, others, context));
  }
  return findings;
}

function add<K>(others: Map<K, Other[]>, key: K, other: Other): void {
  const known = others.get(key);
  if (known) known.push(other);
  else others.set(key, [other]);
}

/** Only people whose first names are the same under this are compared, unless both are given for the same words. */
function firstNameOf(person: NamedPerson): string {
  return romanised(foldWord(nameOf(person).first));
}

function spelledOtherwise(
  person: NamedPerson,
  others: readonly Other[],
  context: RuleContext,
): RuleFinding[] {
  if (others.some((other) => relationOf(person, other) === 'same')) return [];
  const variants = others.flatMap((other) => {
    const differing = relationOf(person, other);
    return typeof differing === 'string' ? [] : [{ ...differing, ...other }];
  });
  const spellings = new Set(variants.map(({ theirs }) => foldWord(theirs)));
  // Where the others spell it in several ways, it is not this article that is to be corrected.
  return spellings.size === 1 ? findingsFor(person, variants[0]!, context) : [];
}

/** Names the reading of an article as a whole. */
const WHOLE: Span = { start: 0, end: 0 };

const peopleThere = readElsewhere(({ speakers }: Article) => speakers.filter(isNamedPerson));

/** Somebody in another article. */
interface Other {
  readonly person: NamedPerson;
  readonly id: string;
  /** Whether both are given for the same utterance. */
  readonly saysTheSame: boolean;
}

/** A word of a name that is one letter apart in the other article, as written in both. */
interface Differing {
  readonly ours: string;
  readonly theirs: string;
}

/** Whoever is given for the same utterance may be called by the surname alone, and is known by it where the first names differ. */
function relationOf(
  person: NamedPerson,
  { person: other, saysTheSame }: Other,
): 'same' | 'different' | Differing {
  const [ours, theirs] = [nameOf(person), nameOf(other)];
  const areFull = ours.first !== '' && theirs.first !== '';
  if (!areFull && !saysTheSame) return 'different';
  const first = areFull ? compareWords(ours.first, theirs.first, LEAST_LENGTH_OF_SPEAKER) : 'same';
  const last = compareWords(ours.last, theirs.last, saysTheSame ? LEAST_LENGTH_OF_SPEAKER : LEAST_LENGTH);
  if (first === 'same') return last;
  return last === 'same' && saysTheSame ? first : 'different';
}

function compareWords(ours: string, theirs: string, leastLength: number): 'same' | 'different' | Differing {
  const [a, b] = [foldWord(ours), foldWord(theirs)];
  if (a === b || areSameRomanised(a, b)) return 'same';
  const isLong = Math.min(a.length, b.length) >= leastLength;
  const isVariant =
    isLong && a.startsWith(b.charAt(0)) && `${a}s` !== b && `${b}s` !== a && isOneEditApart(a, b);
  return isVariant ? { ours, theirs } : 'different';
}

/** `first` is empty where only the surname is known. */
function nameOf({ name }: NamedPerson): { first: string; last: string } {
  const parts = name.split(/\s+/).filter((part) => part !== '');
  const last = parts.at(-1)?.replace(/[’']s$/, '') ?? '';
  return { first: parts.length > 1 ? parts[0]! : '', last };
}

function findingsFor(
  person: NamedPerson,
  { ours, theirs, person: other, id }: Differing & Other,
  { article, workspace, wording }: RuleContext,
): RuleFinding[] {
  const places = placesOf(ours, person, article);
  const [first] = places;
  // Both spellings in this article are inconsistent by themselves, or two people's.
  if (!first || hasWord(article.text, theirs)) return [];
  const isSource = workspace?.input(id)?.isSource === true;
  const quotations = coverOf(article.quotations.map(({ span }) => span));
  const edits = places
    .filter((span) => !quotations.overlaps(span))
    .map((span) => ({ span, newText: theirs }));
  const there: Place = { id, span: other.introduction };
  return [
    {
      span: first,
      message: wording(
        isSource ? 'inconsistentSource' : 'inconsistentElsewhere',
        quoted(ours),
        quoted(theirs),
      ),
      ...(!isSource && { gravity: 'milder' as const }),
      related: [{ ...there, message: wording('inconsistentOther', quoted(theirs)) }],
      // What stands in capitals there is not known in its own case.
      fixes:
        edits.length === 0 || theirs === theirs.toUpperCase()
          ? []
          : [{ title: wording('fixRespell', quoted(theirs)), edits, preferred: isSource }],
    },
  ];
}

/** Where the article names the person by a word, in the order of the text. */
function placesOf(word: string, { mentions }: NamedPerson, { text }: Article): Span[] {
  const places = mentions.flatMap(({ span: { start, end } }) => {
    const at = text.slice(start, end).indexOf(word);
    return at < 0 ? [] : [{ start: start + at, end: start + at + word.length }];
  });
  const distinct = new Map(places.map((place) => [place.start, place]));
  return [...distinct.values()].sort(compareSpans);
}
