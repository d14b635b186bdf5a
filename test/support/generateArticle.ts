/**
 * News copy by the yard, for scaling tests and benchmarks: seeded, so that every run reads the same text. The words
 * are ours; sentences vary in people, places, figures, verbs and the form of attribution.
 */

/** A small seeded generator of numbers in [0, 1): mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST =
  'Anna Marta Ruth Helen Ines Clara Jonas Peter Malik Owen Tomas Victor Samuel Idris Lena Priya'.split(' ');
const LAST =
  'Halloran Veld Okafor Brandt Castellan Marchetti Lindqvist Osei Petrov Donnelly Farrow Ibarra Keane Novak'.split(
    ' ',
  );
const ROLES = [
  'harbour master',
  'council leader',
  'chief engineer',
  'union secretary',
  'hospital director',
  'head teacher',
];
const PLACES = 'Northby Castleford Bay, Elmsworth, Port Arden, Greyfield, Saltmarsh, Upper Denning'.split(
  ', ',
);
const THINGS = [
  'ferry terminal',
  'water plant',
  'night bus',
  'flood wall',
  'school roof',
  'market hall',
  'tram depot',
];
const CUES = ['said', 'said', 'said', 'added', 'told reporters', 'wrote in a letter', 'explained'];
const OPINIONS = [
  'We cannot promise that the doors will open in spring',
  'Nobody here wants to see another winter like the last one',
  'The money was never ours to spend in the first place',
  'It took us far too long to admit what every passenger knew',
  'I would rather be late and right than early and sorry',
  'There is still a great deal of work between us and the first ticket',
];
const CLAUSES = [
  'the contract had been signed before the survey was finished',
  'most of the staff learned of the closure from the radio',
  'the pumps would be tested again before the end of the month',
  'neither side had asked for the meeting to be minuted',
];

/** Paragraphs of about 35 words until `words` words are reached, separated by blank lines. */
export function generateArticle(words: number, seed = 1): string {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const number = (from: number, to: number): number => Math.floor(from + random() * (to - from));
  const name = (): string => `${pick(FIRST)} ${pick(LAST)}`;
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const person = name();
    const surname = person.split(' ')[1]!;
    const forms = [
      () =>
        `“${pick(OPINIONS)},” ${pick(CUES)} ${person}, the ${pick(ROLES)} of ${pick(PLACES)}. “${pick(OPINIONS)}.” The ${pick(THINGS)} has been shut for ${number(3, 40)} weeks.`,
      () =>
        `${person} ${pick(CUES)} that ${pick(CLAUSES)}, and that repairs to the ${pick(THINGS)} would cost $${number(2, 90)} million, up ${number(2, 30)} percent on last year.`,
      () =>
        `According to a report by the ${pick(PLACES)} council, ${number(1, 90)},${number(100, 999)} people used the ${pick(THINGS)} in 2017. ${surname} called the figure “a floor, not a ceiling.”`,
      () =>
        `The ${pick(THINGS)} in ${pick(PLACES)} was built for ${number(100, 900)} visitors a day. Some ${number(2, 9)},000 now come. "${pick(OPINIONS)}," the ${pick(ROLES)} said.`,
      () =>
        `“${pick(OPINIONS)},” he said. Officials in ${pick(PLACES)} did not answer questions on ${pick(THINGS)} plans.`,
    ];
    const paragraph = pick(forms)();
    paragraphs.push(paragraph);
    count += paragraph.split(' ').length;
  }
  return paragraphs.join('\n\n') + '\n';
}
