/**
 * British and American spellings: house style changes them inside quotations, and nothing is said differently.
 *
 * Patterns for whole classes, a list for the rest, each giving one common form of both spellings (which need not be a
 * word). Left out: pairs that differ in meaning for some readers ("practice" and "practise", "programme" of a party).
 */
const SPELLING_CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^(\w{3,})is(e|es|ed|ing|ation|ations|er|ers)$/, '$1iz$2'],
  [/^(\w{3,})ys(e|es|ed|ing)$/, '$1yz$2'],
  [
    /^(col|fav|hon|lab|neighb|behavi|hum|rum|harb|vap|vig|sav|flav|endeav|arm|clam|cand|val)our(\w*)$/,
    '$1or$2',
  ],
  [/^(travel|cancel|label|model|level|signal|fuel|counsel|marvel|quarrel)l(ed|ing|er|ers)$/, '$1$2'],
  [/^(defen|offen|licen|preten)ce(s?)$/, '$1se$2'],
  [/^(cent|theat|met|lit|fib|meag|somb)re(s?)$/, '$1er$2'],
];

const SPELLING_PAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    grey: 'gray',
    tyre: 'tire',
    tyres: 'tires',
    cheque: 'check',
    cheques: 'checks',
    aluminium: 'aluminum',
    catalogue: 'catalog',
    dialogue: 'dialog',
    analogue: 'analog',
    enrol: 'enroll',
    fulfil: 'fulfill',
    skilful: 'skillful',
    jewellery: 'jewelry',
    moustache: 'mustache',
    plough: 'plow',
    sceptical: 'skeptical',
    sceptic: 'skeptic',
    towards: 'toward',
    afterwards: 'afterward',
    amongst: 'among',
    whilst: 'while',
    judgement: 'judgment',
    adviser: 'advisor',
    advisers: 'advisors',
    okay: 'ok',
    ageing: 'aging',
    manoeuvre: 'maneuver',
    manoeuvres: 'maneuvers',
    learnt: 'learned',
    burnt: 'burned',
    dreamt: 'dreamed',
    spelt: 'spelled',
  }),
);

/** The one spelling that British and American spellings of a word share; other words unchanged. In comparison form. */
export function commonSpelling(word: string): string {
  const pair = SPELLING_PAIRS.get(word);
  if (pair !== undefined) return pair;
  for (const [pattern, replacement] of SPELLING_CLASSES) {
    if (pattern.test(word)) return word.replace(pattern, replacement);
  }
  return word;
}
