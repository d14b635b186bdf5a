/** Words around a quotation that tell what it is for. Lower case. */

/**
 * Works and programmes whose name follows in quotation marks: `the novel “Low Water”`. Left out: "report", "study",
 * "bill", "letter" and "statement", whose words are quoted more often than their names.
 */
export const WORK_NOUNS: ReadonlySet<string> = new Set(
  (
    'album anthem aria ballad ballet biography blockbuster book bestseller broadcast cartoon comedy comic concerto ' +
    'documentary drama episode essay exhibit exhibition fable feature film franchise game hit hymn installment lecture magazine ' +
    'melody memoir miniseries movie musical mural novel novella op-ed opera painting pamphlet play playlist podcast poem portrait ' +
    'program programme prequel remake sculpture segment sequel series sermon show single sitcom sketch song soundtrack special ' +
    'symphony tale telecast thriller track trilogy tune video videogame volume'
  ).split(' '),
);

/** Writings that are quoted as often as named: what follows is their title when it is in title case. */
export const PAPER_NOUNS: ReadonlySet<string> = new Set(
  'study report paper thesis treatise dissertation article column pamphlet history'.split(' '),
);

/** Verbs and participles that give a work or a thing its name: `a plan titled “Bright Water”`. */
export const NAMING_WORDS: ReadonlySet<string> = new Set(
  'titled entitled headlined subtitled named nicknamed dubbed coined christened codenamed code-named branded'.split(
    ' ',
  ),
);

/** Words before a quoted term: `the term “net metering”`, `so-called “smart” meters`. */
export const TERM_WORDS: ReadonlySet<string> = new Set(
  'so-called term terms word words phrase phrases expression acronym abbreviation label slang jargon euphemism shorthand definition'.split(
    ' ',
  ),
);

/** `known as`, `referred to as`, `defined as`; not `described as`, behind which somebody speaks. */
export const TERM_PARTICIPLES: ReadonlySet<string> = new Set('known referred defined termed'.split(' '));

/** What is written rather than said, by lemma. Left out: "statement", which is also spoken, and "report". */
export const WRITING_WORDS: ReadonlySet<string> = new Set(
  (
    'write tweet retweet post email e-mail text letter memo note sign banner placard poster billboard caption headline plaque ' +
    'inscription graffiti brochure leaflet bill law ordinance statute act resolution amendment constitution lawsuit filing ' +
    'complaint affidavit indictment contract document blog diary facebook twitter instagram website'
  ).split(' '),
);

/** Verbs that report speech, as they stand next to a quotation; enough to tell an utterance from a title. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'said says say saying told tells added adds asked asks replied answered wrote writes tweeted posted stated states declared ' +
    'announced argued noted explained continued insisted warned joked quipped recalled remarked responded shouted cried whispered ' +
    'yelled called began concluded observed suggested testified urged complained commented acknowledged admitted according'
  ).split(' '),
);

/** Words that can be the subject of a clause on their own. */
export const SUBJECT_PRONOUNS: ReadonlySet<string> = new Set(
  'i you he she it we they there this that these those who what nobody everyone everybody someone nothing everything one'.split(
    ' ',
  ),
);

/** Words that titles write small, except at their ends. */
export const TITLE_SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the and but or nor for of in on at to by from with as vs vs. via into onto over upon off up than is it its de la el le'.split(
    ' ',
  ),
);
