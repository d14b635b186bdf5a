/** Abbreviations with a full stop, by what may follow them. Lower case, without the last full stop. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Titles and the like that stand before a name: they never end a sentence. Left out: "no.", which is also an answer. */
export const LEADING_ABBREVIATIONS = words(
  'mr mrs ms mx dr prof rev revs fr msgr hon st ste ss gen maj col lt capt cpl sgt pvt pfc adm cmdr cdr brig gov govs sen sens rep ' +
    'reps pres supt det insp atty asst assoc messrs mme mlle dir mgr ft mt pt vs v cf eg ie viz approx est fig figs vol ' +
    'vols pp ed eds ph e.g i.e ca al lt.gov cllr coun barr engr smt rs',
);

/**
 * Abbreviations that may also end a sentence: it ends when the next word can only begin one ("Inc. The"), and goes on
 * otherwise ("Inc. Chairman"). Left out: "in", "me", "or", "hi", "ok", "pa" and "la" of the states where they are words.
 */
const CLOSING_ABBREVIATIONS = words(
  'jr sr inc corp co cos ltd llc llp plc bros dept univ assn ave blvd rd hwy sq ln ct bldg etc jan feb mar apr jun jul aug sep sept oct ' +
    'nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo conn del fla ga ill ind kan ky mass md ' +
    'mich minn miss mo mont neb nev okla ore penn tenn tex vt va wash wis wisc wyo n.y n.j n.h n.c n.d n.m s.c s.d w.va r.i d.c b.c ' +
    'p.e.i u.s u.k u.n e.u u.s.a u.a.e a.m p.m a.d ph.d m.d b.a m.a m.b.a d.d.s r.n esq min hr hrs sec lb lbs oz ft in. mi km kg mph ' +
    'bn mn m k g.o.p l.a p.o n.f.l n.b.a',
);

/** All of them. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...LEADING_ABBREVIATIONS,
  ...CLOSING_ABBREVIATIONS,
]);

/** Before a figure these are no sentence's end: `No. 5`, `Sec. 12`. */
export const NUMBERED_ABBREVIATIONS = words(
  'no nos sec secs art arts ch chs par para p pp fig figs vol rule op ep',
);

/**
 * Words that hardly stand behind an abbreviation in capitals unless they begin a sentence. Left out: "A" and "I", which
 * are also initials and numerals, and names of days and months.
 */
export const SENTENCE_STARTERS = words(
  'the this that these those he she it they we you there his her its their our my your but and so yet or nor for in on at by ' +
    'from with as if when while after before since until although though because however meanwhile still also then now ' +
    'here what who why how where which some many most all both each every no not an another others several few one two ' +
    'more last next earlier later today yesterday tomorrow according asked under over between during despite among instead ' +
    'once even only just such to of into through about against without within is are was were do does did has have had can ' +
    'could will would should may might must let',
);
