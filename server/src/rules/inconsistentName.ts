import type { Article, Speaker } from '../analysis/facts.ts';
import { coverOf } from '../text/cover.ts';
import { isOneEditApart } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { textOf } from '../text/span.ts';
import { quoted } from './messages.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';

/** In shorter names a letter more or less makes another name: Marin, Martin; Hale, Hall. */
const LEAST_LENGTH = 6;

export const inconsistentName: Rule = {
  id: 'inconsistent-name',
  title: 'One speaker spelled two ways',
  explanation:
    'A word that differs by one letter from the surname of somebody the article quotes, and is no name of somebody ' +
    'else: one of the two spellings is wrong. Names with another first name, plurals and possessives, and names of ' +
    'fewer than six letters are left alone. Use one spelling; inside quotation marks nothing is changed for you.',
  defaultSeverity: 'information',
  needsWorkspace: false,
  examples: {
    warned: [
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. A week later <w>Haloran</w> left the town. “It was time,” Halloran said.',
    ],
    silent: [
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. The Hallorans left the town. “It was time,” Halloran said.',
      '“We will rebuild the pier,” said Marta Halloran, the harbour master. Her deputy, Peter Haloran, is no relation. “It was time,” Halloran said.',
      '“We will rebuild the pier,” said Marta Veld. Valdo was there.',
      '',
    ],
  },
  check: checkNames,
};

function checkNames(context: RuleContext): RuleFinding[] {
  const { article, id, say } = context;
  const people = article.speakers.flatMap(surnameOf);
  if (people.length === 0) return [];
  const words = capitalisedWords(article.text);
  const known = new Set(people.map(({ surname }) => surname));
  const quotations = coverOf(article.quotations.map(({ span }) => span));
  const findings: RuleFinding[] = [];
  for (const [word, places] of words) {
    if (known.has(word) || word.length < LEAST_LENGTH - 1) continue;
    const person = people.find(({ surname }) => isMisspelling(word, surname));
    if (!person || places.length >= (words.get(person.surname)?.length ?? 0)) continue;
    if (places.some((place) => isSomebodyElse(article, place, person))) continue;
    for (const span of places) {
      const fix = {
        title: say('fixRespell', quoted(person.surname)),
        edits: [{ span, newText: person.surname }],
        preferred: true,
      };
      findings.push({
        span,
        message: say('inconsistentName', quoted(word), quoted(person.surname)),
        related: [
          { id, span: person.introduction, message: say('inconsistentOther', quoted(person.surname)) },
        ],
        fixes: quotations.overlaps(span) ? [] : [fix],
      });
    }
  }
  return findings;
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

/** The places of words in the case of names, but for those that also occur in lower case. */
function capitalisedWords(text: string): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  const lower = new Set<string>();
  for (const match of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    const [word] = match;
    if (!/^\p{Lu}/u.test(word)) lower.add(word);
    else if (/\p{Ll}/u.test(word)) {
      const found = places.get(word) ?? [];
      places.set(word, found);
      found.push({ start: match.index, end: match.index + word.length });
    }
  }
  for (const word of places.keys()) if (lower.has(word.toLowerCase())) places.delete(word);
  return places;
}

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
