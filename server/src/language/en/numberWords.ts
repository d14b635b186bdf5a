/**
 * The words English writes numbers with. Keys are lower case.
 * Left out: "a" and "an" (numbers only before a scale word, which the grammar knows), "once" and "couple" (say too
 * little to be checked), "score" in the singular (mostly a verb or a result), "nil" and "love" (sport).
 */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fourty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
);

/** Words that multiply the number before them. "hundred" and "dozen" may also stand inside a larger number. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 1e2,
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    quadrillion: 1e15,
    lakh: 1e5,
    crore: 1e7,
    dozen: 12,
  }),
);

/** Scales in the plural, which multiply a number before them: `three dozens`. "hundreds" of runs are something else. */
export const PLURAL_SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({ dozens: 12, lakhs: 1e5, crores: 1e7, millions: 1e6, billions: 1e9, trillions: 1e12 }),
);

/** Abbreviated scales, lower case, as they follow digits: `1.2bn`, `5k`. `m`, `b` and `t` may also be units: the grammar decides. */
export const SCALE_ABBREVIATIONS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    k: 1e3,
    m: 1e6,
    mn: 1e6,
    mln: 1e6,
    mm: 1e6,
    mil: 1e6,
    b: 1e9,
    bn: 1e9,
    bln: 1e9,
    bil: 1e9,
    t: 1e12,
    tn: 1e12,
    trn: 1e12,
    cr: 1e7,
  }),
);

/**
 * Plurals that give an order of magnitude: `dozens of people` is read as twelve to ten dozen, `tens of thousands` as
 * 10,000 to 100,000. The factor of ten follows the NewsQuant annotations.
 */
export const VAGUE_PLURALS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    tens: 10,
    dozens: 12,
    scores: 20,
    hundreds: 1e2,
    thousands: 1e3,
    millions: 1e6,
    billions: 1e9,
    trillions: 1e12,
    lakhs: 1e5,
    crores: 1e7,
  }),
);

/** Words that make a scale after them vague: `several hundred`, `a few thousand`. */
export const VAGUE_DETERMINERS: ReadonlySet<string> = new Set(['several', 'few', 'many']);

/** Denominators, singular and plural. "second" is left out: it is a time or an ordinal. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    half: 2,
    halves: 2,
    third: 3,
    thirds: 3,
    quarter: 4,
    quarters: 4,
    fourth: 4,
    fourths: 4,
    fifth: 5,
    fifths: 5,
    sixth: 6,
    sixths: 6,
    seventh: 7,
    sevenths: 7,
    eighth: 8,
    eighths: 8,
    ninth: 9,
    ninths: 9,
    tenth: 10,
    tenths: 10,
    hundredth: 100,
    hundredths: 100,
    thousandth: 1000,
    thousandths: 1000,
  }),
);

export const FRACTION_SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅕', 1 / 5],
  ['⅖', 2 / 5],
  ['⅗', 3 / 5],
  ['⅘', 4 / 5],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
]);

/** Words that multiply what follows: `twice as many`, `a threefold rise`. "double" is left out: mostly an adjective or verb. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twice: 2,
    thrice: 3,
    twofold: 2,
    threefold: 3,
    fourfold: 4,
    fivefold: 5,
    sixfold: 6,
    sevenfold: 7,
    eightfold: 8,
    ninefold: 9,
    tenfold: 10,
  }),
);
