/**
 * Contractions and what they stand for. A contraction written out, and the reverse, is cleaning, not an alteration.
 *
 * Keys are in comparison form. Where a form stands for two (`'s` is "is" or "has", `'d` is "would" or "had") both are
 * given, joined by a bar, and either agrees. Left out: dialect spellings that say something about the speaker
 * ("ain't", "y'all"), "'cause" (its apostrophe is easily lost, and "cause" is a noun) and forms that are words of their own without the apostrophe ("ill", "were", "well").
 */
export const IRREGULAR_CONTRACTIONS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: ['can', 'not'],
    "can't": ['can', 'not'],
    "won't": ['will', 'not'],
    "shan't": ['shall', 'not'],
    "let's": ['let', 'us'],
    gonna: ['going', 'to'],
    wanna: ['want', 'to'],
    gotta: ['got', 'to'],
    kinda: ['kind', 'of'],
    sorta: ['sort', 'of'],
    lemme: ['let', 'me'],
    gimme: ['give', 'me'],
    dunno: ['do', 'not', 'know'],
    cos: ['because'],
    em: ['them'],
  }),
);

/** Endings after an apostrophe, with the words they stand for; `n't` is handled as an ending of its own. */
export const CONTRACTED_ENDINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({ m: 'am', re: 'are', ve: 'have', ll: 'will', d: 'would|had', s: 'is|has' }),
);
