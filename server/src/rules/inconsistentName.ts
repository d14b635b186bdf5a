import type { Article, Speaker } from '../analysis/facts.ts';
import { perBlock } from '../analysis/perBlock.ts';
import { hashWord } from '../text/comparison.ts';
import { coverOf } from '../text/cover.ts';
import { hasWord } from '../text/hasWord.ts';
import { isOneEditApart } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { shift, textOf } from '../text/span.ts';
import type { Steps } from '../text/steps.ts';
import { quoted } from './messages.ts';
import { namesElsewhere } from './namesElsewhere.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

/** In shorter names a letter more or less makes another name: Marin, Martin; Hale, Hall. */
const LEAST_LENGTH = 6;

export const inconsistentName: Rule = {
  id: 'inconsistent-name',
  title: 'One speaker spelled two ways',
  explanation:
    'A word that differs by one letter from the surname of somebody the article quotes, and is no name of somebody ' +
    'else: one of the two spellings is wrong. Names with another first name, plurals and possessives, and names of ' +
    'fewer than six letters are left alone. Other articles count where they have the same quotation: when one of them ' +
    'spells its speaker with another letter, or somebody else with the same first name, and none spells the name as ' +
    'it stands here. What is carried over from other alphabets in several ways (Zelenskyy, Zelensky) counts as ' +
    'the same. Use one spelling; inside quotation marks nothing is changed for you.',
  defaultSeverity: 'information',
  needsWorkspace: false,
  looksNearby: false,
  examples: {
    warned: [
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. A week later <w>Haloran</w> left the town. “It was time,” Halloran said.',
      {
        text: '“We will rebuild the pier before the winter comes,” said Marta <w>Haloran</w>, the harbour master.',
        sources: {
          'sources/interview.txt':
            '“We will rebuild the pier before the winter comes,” said Marta Halloran, the harbour master.',
        },
      },
    ],
    silent: [
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. The Hallorans left the town. “It was time,” Halloran said.',
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. Her deputy, Peter Haloran, is no relation. “It was time,” Halloran said.',
      '“We will rebuild the pier,” said Marta Veld. Valdo was there.',
      {
        text: '“We will rebuild the pier before the winter comes,” said Marta Haloran, the harbour master.',
        sources: {
          'sources/interview.txt':
            '“We will rebuild the pier before the winter comes,” said Marta Halloran, the harbour master.',
          'sources/release.txt':
            '“We will rebuild the pier before the winter comes,” said Marta Haloran, the harbour master.',
        },
      },
      '',
    ],
  },
  *check(context) {
    const here = yield* namesHere(context);
    return [...here, ...(yield* namesElsewhere(context))];
  },
};

function* namesHere(context: RuleContext): Steps<RuleFinding[]> {
  const { article, id, wording } = context;
  const people = article.speakers.flatMap(surnameOf);
  if (people.length === 0) return [];
  const known = new Set(people.map(({ surname }) => surname));
  const suspects = yield* misspellings(article, people, known);
  if (suspects.size === 0) return [];
  const quotations = coverOf(article.quotations.map(({ span }) => span));
  const placed = placesOf(
    article,
    [...suspects].flatMap(([word, { surname }]) => [word, surname]),
  );
  const findings: RuleFinding[] = [];
  for (const [word, person] of suspects) {
    yield;
    const places = placed.get(word)!;
    if (places.length >= placed.get(person.surname)!.length) continue;
    if (isOrdinary(article, word) || isOrdinary(article, person.surname)) continue;
    if (places.some((place) => isSomebodyElse(article, place, person))) continue;
    const ours = places.filter((place) => !quotations.overlaps(place));
    for (const span of places) {
      findings.push({
        span,
        message: wording('inconsistentName', quoted(word), quoted(person.surname)),
        related: [
          { id, span: person.introduction, message: wording('inconsistentOther', quoted(person.surname)) },
        ],
        fixes: ours.includes(span) ? respellings(context, person.surname, span, ours) : [],
      });
    }
  }
  return findings;
}

/** Here, and in the whole article where the word stands in it again; never inside quotation marks. */
function respellings(
  { wording }: RuleContext,
  surname: string,
  here: Span,
  all: readonly Span[],
): NonNullable<RuleFinding['fixes']> {
  const name = quoted(surname);
  const fix = (title: string, places: readonly Span[], preferred: boolean) => ({
    title,
    edits: places.map((span) => ({ span, newText: surname })),
    preferred,
  });
  const single = fix(wording('fixRespell', name), [here], true);
  return all.length === 1 ? [single] : [single, fix(wording('fixRespellAll', name), all, false)];
}

interface Person {
  readonly first: string;
  readonly surname: string;
  readonly introduction: Span;
}

function surnameOf({ kind, name, introduction }: Speaker): Person[] {
  const parts = kind === 'person' && name ? name.split(/\s+/) : [];
  const surname = parts.at(-1)?.replace(/[’']s$/, '') ?? '';
  if (parts.length < 2 || surname.length < LEAST_LENGTH || !/^\p{Lu}/u.test(surname)) return [];
  return [{ first: parts[0]!, surname, introduction }];
}

/** One letter more, less, another or two swapped; not a plural, and not only another ending of a shared stem. */
function isMisspelling(word: string, surname: string): boolean {
  if (!word.startsWith(surname.charAt(0)) || word === `${surname}s` || surname === `${word}s`) return false;
  return isOneEditApart(word, surname);
}

/**
 * The words in the case of names that may be a misspelling of somebody's surname, in the order of the text. Two words
 * one edit apart are equal after at most one letter is taken from each (Garbe 2012, symmetric delete), so a word is
 * compared with the few surnames that share such a form with it.
 */
function* misspellings(
  article: Article,
  people: readonly Person[],
  known: ReadonlySet<string>,
): Steps<ReadonlyMap<string, Person>> {
  const byForm = new Map<number, Person[]>();
  for (const person of people) {
    for (const form of formsOf(person.surname)) {
      const others = byForm.get(form);
      if (others) others.push(person);
      else byForm.set(form, [person]);
    }
  }
  const found = new Map<string, Person>();
  for (const block of article.blocks.keys()) {
    yield;
    for (const [word, { forms }] of capitalised(article, block)) {
      if (!forms.some((form) => byForm.has(form)) || known.has(word) || found.has(word)) continue;
      const near = new Set(forms.flatMap((form) => byForm.get(form) ?? []));
      const person = people.find((other) => near.has(other) && isMisspelling(word, other.surname));
      if (person) found.set(word, person);
    }
  }
  return found;
}

/** A word and what is left of it without one of its letters, each as a number: two words may share one by chance. */
function formsOf(word: string): number[] {
  const forms = new Set([hashWord(word)]);
  for (let i = 0; i < word.length; i++) forms.add(hashWord(word.slice(0, i) + word.slice(i + 1)));
  return [...forms];
}

/** Whether a word also occurs in lower case: then it is no name. */
function isOrdinary({ text }: Article, word: string): boolean {
  return hasWord(text, word.toLowerCase());
}

/** All places of each of the words in the case of names. */
function placesOf(article: Article, words: Iterable<string>): ReadonlyMap<string, readonly Span[]> {
  const found = new Map(Array.from(words, (word): [string, Span[]] => [word, []]));
  article.blocks.forEach(({ span: { start } }, block) => {
    for (const [word, { places }] of capitalised(article, block)) {
      const known = found.get(word);
      if (known) for (const place of places) known.push(shift(place, start));
    }
  });
  return found;
}

interface NameWord {
  readonly places: readonly Span[];
  readonly forms: readonly number[];
}

/** Words in the case of names that are long enough for a misspelling, with their places in one block. */
const capitalised = perBlock((text): ReadonlyMap<string, NameWord> => {
  const found = new Map<string, { places: Span[]; forms: readonly number[] }>();
  for (const { 0: word, index } of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    if (word.length < LEAST_LENGTH - 1 || !/^\p{Lu}/u.test(word) || !/\p{Ll}/u.test(word)) continue;
    const place = { start: index, end: index + word.length };
    const known = found.get(word);
    if (known) known.places.push(place);
    else found.set(word, { places: [place], forms: formsOf(word) });
  }
  return found;
});

/** Beside another first name it is another person's surname; before a name it is a first name itself. */
function isSomebodyElse({ text }: Article, place: Span, { first }: Person): boolean {
  const before = /(\p{Lu}[\p{L}.’'-]*)[ \u00a0]$/u.exec(
    text.slice(Math.max(0, place.start - 40), place.start),
  );
  const after = /^[ \u00a0]\p{Lu}\p{Ll}/u.test(textOf(text, { start: place.end, end: place.end + 4 }));
  return (
    after ||
    (before !== null && before[1] !== first && !TITLES.test(before[1]!) && !/^[.!?]/.test(before[1]!))
  );
}

const TITLES =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Col|Maj|Capt|Lt|Sgt|General|Senator|President|Minister|Secretary|Professor|Doctor|The|But|And|When|As|In|On|At|For|After|Before|While|Then|Later)\.?$/;
