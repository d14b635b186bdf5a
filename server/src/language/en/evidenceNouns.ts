/** Words of evidence: what counts things or measures opinions, and the verbs that say what it shows. */

/** `In a poll of 800 voters, …` */
export const POLL_NOUNS: ReadonlySet<string> = new Set('poll polls polling survey surveys census'.split(' '));

/** `By the newspaper's count, …`, `By one estimate, …` */
export const COUNTING_NOUNS: ReadonlySet<string> = new Set(
  (
    'tally count estimate estimates reckoning account accounts calculation calculations projection projections ' +
    'measure measures'
  ).split(' '),
);

/** `Records show …`, `The first estimates put …` */
export const EVIDENCE_NOUNS: ReadonlySet<string> = new Set(
  (
    'poll polls polling survey surveys study studies research data figures statistics records documents estimate ' +
    'estimates census analysis report reports review audit tally count results average filings emails'
  ).split(' '),
);

export const EVIDENCE_VERBS: ReadonlySet<string> = new Set(
  'show shows showed found finds suggest suggests suggested indicate indicates indicated reveal reveals revealed'.split(
    ' ',
  ),
);

/** Verbs that report when a study or a count does them; some of them are nouns, too. */
export const CONCLUDING_VERBS: ReadonlySet<string> = new Set(
  (
    'concluded concludes identified identifies estimated estimates projected projects predicted predicts counted ' +
    'counts linked links documented documents cited cites'
  ).split(' '),
);

/** Verbs that report only with a figure behind them: `a poll has Vale at 40 percent`. */
export const MEASURING_VERBS: ReadonlySet<string> = new Set(
  'has have had put puts gave gives giving showing finding'.split(' '),
);
