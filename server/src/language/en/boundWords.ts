/**
 * Phrases before or after a number that say it is about, more than or at most. Lower case, words joined by blanks.
 * Left out: "only", "just" and "a mere" (judge the number, do not change it), "past" (a direction), "within"
 * (a limit of time), verbs such as "surpassed" (they state the number as it is).
 */
export type BoundSign = '~' | '>' | '<';

const BEFORE: Readonly<Record<BoundSign, string>> = {
  '~': `about | around | roughly | approximately | approx | approx. | circa | ca. | c. | some | nearly | almost |
    close to | near | nearer | in the region of | an estimated | estimated | estimated at | somewhere around |
    in the neighborhood of | in the neighbourhood of | on the order of | more or less | practically | virtually |
    averaged | averaging | averages | give or take | approaching | in the vicinity of | in the order of | ~ | ≈`,
  '>': `more than | over | over than | above | at least | no fewer than | no less than | not less than | not fewer than |
    upwards of | upward of | in excess of | exceeding | greater than | a minimum of | minimum of | north of | beyond |
    better than | higher than | longer than | larger than | bigger than | older than | heavier than | faster than |
    taller than | wider than | farther than | further than | as few as | as little as | as low as | well over |
    greater than or equal to | more than or equal to | > | ≥ | > = | >=`,
  '<': `less than | fewer than | under | below | up to | at most | at the most | no more than | not more than |
    as many as | as much as | a maximum of | maximum of | short of | shy of | lower than | smaller than | shorter than |
    younger than | lighter than | slower than | cheaper than | nothing more than | no higher than | no greater than |
    as high as | as large as | as far as | less than or equal to | fewer than or equal to | < | ≤ | < = | <=`,
};

const AFTER: Readonly<Record<BoundSign, string>> = {
  '~': `or so | or thereabouts | - odd | odd | - ish | or more or less | - some`,
  '>': `or more | or greater | or higher | or above | or older | or over | and over | and above | and older | and up |
    plus | - plus | +`,
  '<': `or less | or fewer | or under | or below | or lower | or younger | and under`,
};

export const BOUNDS_BEFORE = table(BEFORE);
export const BOUNDS_AFTER = table(AFTER);

/** The last words of the phrases before a number and the first of those after, to look up no more than needed. */
export const BOUND_LAST_WORDS: ReadonlySet<string> = new Set(
  [...BOUNDS_BEFORE.keys()].map((phrase) => phrase.split(' ').at(-1)!),
);
export const BOUND_FIRST_WORDS: ReadonlySet<string> = new Set(
  [...BOUNDS_AFTER.keys()].map((phrase) => phrase.split(' ')[0]!),
);
export const LONGEST_BOUND = 5;

function table(groups: Readonly<Record<string, string>>): ReadonlyMap<string, BoundSign> {
  const result = new Map<string, BoundSign>();
  for (const [modifier, phrases] of Object.entries(groups)) {
    for (const phrase of phrases.split('|')) {
      result.set(phrase.replace(/\s+/g, ' ').trim(), modifier as BoundSign);
    }
  }
  return result;
}
